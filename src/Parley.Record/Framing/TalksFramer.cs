using Parley.Outcomes;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Framing;

/// <summary>Reads a record as something to be decided.</summary>
/// <remarks>
/// One track is read: the one that is named, else the one in which parties made the most firm offers and demands with a
/// value, the first declared of equals. Entries of no track count too. Red lines hold in every track that their first
/// entry allows.
/// </remarks>
internal sealed class TalksFramer
{
    /// <summary>Packages of a party that are kept: its last ones.</summary>
    public const int MostPackages = 64;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly Track? track;
    private readonly int day;
    private readonly int settlement;
    private readonly List<Position> positions;
    private readonly List<RedLine> lines;
    private readonly IssueFramer issues;

    private TalksFramer(StandingContext context, Track? track, bool showsSettlement)
    {
        this.context = context;
        record = context.Record;
        this.track = track ?? FindTrack();
        settlement = showsSettlement ? FindSettlement() : -1;
        day = context.LastDay ?? int.MaxValue;
        positions = [.. PositionFinder.Find(context, StanceWalk.Run(context))
            .Where(p => p.IsBargaining && p.IsOfParty && IsInTrack(p.Track))];
        lines = [.. RedLineFinder.Find(context).Where(Holds)];
        issues = new IssueFramer(context, positions, lines, [.. Entries()], settlement);
    }

    /// <summary>Reads the record.</summary>
    /// <param name="context">The entries that count.</param>
    /// <param name="track">The track; null for the one with the most offers and demands.</param>
    /// <param name="showsSettlement">
    /// Whether the last firm agreement of the whole record is read as well; its numbers are places then.
    /// </param>
    public static FramedTalks Frame(StandingContext context, Track? track = null, bool showsSettlement = false) =>
        new TalksFramer(context, track, showsSettlement).Frame();

    private FramedTalks Frame()
    {
        PackageReader reader = new(context, issues);
        FramedParty[] parties = [.. record.Parties.Select(party => FrameParty(party, reader)).Where(TakesPart)];
        FramingObstacle obstacle = parties.Length < 2 ? FramingObstacle.FewerThanTwoParties
            : issues.Framed.Count == 0 ? FramingObstacle.NoIssue
            : FramingObstacle.None;
        return new FramedTalks
        {
            Record = record,
            AsOf = context.AsOf,
            Track = track,
            Obstacle = obstacle,
            Issues = issues.Framed,
            LeftOut = issues.LeftOut,
            Parties = parties,
            Ratifiers = FrameRatifiers(reader),
            Space = new OutcomeSpace(issues.Framed.Select(i => i.Scale)),
            Settlement = settlement < 0 ? null : reader.Read(settlement, record[settlement].Speaker),
        };
    }

    private bool IsInTrack(Track? other) => other is null || track is null || other == track;

    private IEnumerable<int> Entries() => context.Entries.Where(e => IsInTrack(record[e].Track));

    private Track? FindTrack()
    {
        int[] counts = new int[record.Tracks.Count];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Track is { } own && IsPackage(entry))
            {
                counts[own.Id]++;
            }
        }

        int most = counts.DefaultIfEmpty().Max();
        return most == 0 ? null : record.Tracks[Array.IndexOf(counts, most)];
    }

    private int FindSettlement()
    {
        for (int i = record.Order.Count - 1; i >= 0; i--)
        {
            Entry entry = record[record.Order[i]];
            if (entry.Verb == Verb.Agrees && ValueReading.IsFirm(entry.Firmness) && IsInTrack(entry.Track) && HasValue(entry))
            {
                return entry.Index;
            }
        }

        return -1;
    }

    private bool IsPackage(in Entry entry) => entry.Verb is Verb.Offers or Verb.Demands
        && ValueReading.CountsAsPosition(record, entry) && HasValue(entry);

    private static bool HasValue(in Entry entry)
    {
        foreach (Term term in entry.Terms)
        {
            if (ValueReading.IsValue(term))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(RedLine line)
    {
        Entry drawn = record[line.Evidence.First];
        return line.Stands && line.Party.Kind == ActorKind.Party && IsInTrack(drawn.Track)
            && line.Allowed.Kind is not (ValueSetKind.Topic or ValueSetKind.Schedule)
            && RedLineWalk.HasGround(context, drawn);
    }

    private FramedParty FrameParty(Actor party, PackageReader reader)
    {
        HashSet<int> held = [.. positions.Where(p => p.Party == party).SelectMany(p => p.Evidence.Entries())];
        FramedPackage[] packages = [.. Entries()
            .Where(e => IsPackage(record[e]) && Acts.IsBySide(record[e], record, party) && !context.Accounts.IsSecond(e))
            .Select(e => reader.Read(e, party) with { Stands = Acts.AccountsOf(context, e).Any(held.Contains) })];
        return new FramedParty(
            party,
            FrameLines(line => line.Party == party),
            packages.Length > MostPackages ? packages[^MostPackages..] : packages,
            [.. issues.Framed.Select(i => WishOf(party, i))],
            [.. AcceptedBy(party).Select(e => reader.Read(e, record[e].Speaker))],
            PreferencesOf(party).LastOrDefault(p => p.Kind == PreferenceKind.Reservation)?.Number,
            FindAlternativeSince(party));
    }

    private static bool TakesPart(FramedParty party) => party.Lines.Count > 0 || party.Packages.Count > 0
        || party.Acceptances.Count > 0 || party.Reservation is not null || party.Wishes.Any(w => w.Weight is not null || w.Worths.Count > 0 || w.Position is not null);

    private FramedLine[] FrameLines(Func<RedLine, bool> which)
    {
        List<FramedLine> result = [];
        foreach (RedLine line in lines.Where(which))
        {
            int place = issues.Find(line.IssueId, line.BasisIndex);
            if (place >= 0)
            {
                FramedIssue issue = issues.Framed[place];
                result.Add(new FramedLine(line, place, issue.PlacesIn(line.Allowed), issue.PlacesIn(line.Revealed)));
            }
        }

        return [.. result];
    }

    private IEnumerable<Preference> PreferencesOf(Actor party) => record.Preferences
        .Where(p => p.Party.Side == party && (p.From is null || p.From.Value.FirstDay <= day));

    private KnownWish WishOf(Actor party, FramedIssue issue)
    {
        Preference[] declared = [.. PreferencesOf(party).Where(p => p.Issue == issue.Issue && p.Number is not null)];
        Dictionary<ValueSet, Estimate> worths = [];
        foreach (Preference worth in declared.Where(p => p.Kind == PreferenceKind.Value))
        {
            worths[worth.Values] = worth.Number!.Value;
        }

        return new KnownWish(
            record.WantOf(party, issue.Issue, day),
            declared.LastOrDefault(p => p.Kind == PreferenceKind.Weight)?.Number,
            [.. worths.Select(w => (w.Key, w.Value))],
            positions.Where(p => p.Party == party && p.IssueId == issue.Issue.Id && p.BasisIndex == issue.BasisIndex)
                .OrderBy(p => p.Evidence.Entries().Last(), Comparer<int>.Create(context.CompareTime)).LastOrDefault());
    }

    private int[] FindAlternativeSince(Actor party) => [.. PreferencesOf(party)
        .Where(p => p.Kind is PreferenceKind.Reservation or PreferenceKind.Alternative).Select(p => p.From)
        .Concat(record.StatusQuo.Select(s => s.From))
        .Where(from => from is { } since && since.FirstDay > DateInterval.OpenStart && since.FirstDay <= day)
        .Select(from => from!.Value.FirstDay).Distinct().Order()];

    /// <summary>Packages of others that a side accepted whole, by the first account of each.</summary>
    private IEnumerable<int> AcceptedBy(Actor party)
    {
        foreach (int index in Entries())
        {
            Entry entry = record[index];
            int accepted = entry.Verb == Verb.Accepts && entry.Terms.IsEmpty && ValueReading.IsFirm(entry.Firmness)
                && Acts.IsBySide(entry, record, party) ? context.Accounts.FirstNaming(context, entry.Tag) : -1;
            if (accepted >= 0 && !Acts.IsBySide(record[accepted], record, party) && !record[accepted].Terms.IsEmpty)
            {
                yield return accepted;
            }
        }
    }

    private FramedRatifier[] FrameRatifiers(PackageReader reader)
    {
        HashSet<int> subjectTo = [];
        Dictionary<int, List<int>> rejected = [];
        foreach (int index in Entries())
        {
            Entry entry = record[index];
            foreach (Actor actor in entry.HasDetails ? entry.Details.SubjectTo : [])
            {
                subjectTo.Add(actor.Id);
            }

            int named = entry.Verb is Verb.Rejects or Verb.Accepts ? context.Accounts.FirstNaming(context, entry.Tag) : -1;
            if (named >= 0)
            {
                List<int> list = rejected.TryGetValue(entry.Speaker.Id, out List<int>? known) ? known : [];
                list.Remove(named);
                if (entry.Verb == Verb.Rejects && entry.Terms.IsEmpty)
                {
                    list.Add(named);
                }

                rejected[entry.Speaker.Id] = list;
            }
        }

        return [.. record.Actors
            .Where(a => a.Kind != ActorKind.Desk)
            .Select(a => new FramedRatifier(
                a,
                subjectTo.Contains(a.Id),
                a.Kind == ActorKind.Member && a.IsOfParty && a.AuthorityOn(day) == Authority.Decides,
                FrameLines(line => line.DrawerId == a.Id),
                [.. rejected.GetValueOrDefault(a.Id, []).Where(e => !record[e].Terms.IsEmpty)
                    .Select(e => reader.Read(e, record[e].Speaker))]))
            .Where(r => r.IsSubjectTo || r.Decides
                || (r.Actor.Kind == ActorKind.Member && r.Lines.Count + r.Rejected.Count > 0))];
    }
}
