using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Tests whether rounds are followed by hard statements before the media more often than chance has it.</summary>
internal sealed class AfterRoundFinder
{
    /// <summary>How many days after a round count as after it.</summary>
    private const int WithinDays = 7;
    private const int MostTests = 24;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly Dictionary<int, List<(int Entry, bool IsContested, int Day)>> statements = [];
    private readonly Dictionary<int, SortedSet<int>> takenBack = [];
    private readonly Dictionary<(int Side, int Track), int> firstAtTable = [];

    public AfterRoundFinder(StandingContext context, IReadOnlyList<Reversal> reversals)
    {
        this.context = context;
        record = context.Record;
        foreach ((int entry, bool isContested) in new HardStatements(context, reversals).Find())
        {
            if (TestDays.Of(context.Accounts.DateOf(entry)) is { } day)
            {
                ListOf(statements, record[entry].Speaker.Side.Id).Add((entry, isContested, day));
            }
        }

        foreach (Reversal reversal in reversals)
        {
            if (StandingContext.Place(reversal.FromForum) == Forum.Table
                && StandingContext.Place(reversal.ToForum) == Forum.Media
                && TestDays.Of(context.Accounts.DateOf(reversal.Evidence.Second)) is { } day)
            {
                ListOf(takenBack, reversal.Party.Id).Add(day);
            }
        }

        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb is Verb.Offers or Verb.Demands && ForumOf(index) == Forum.Table
                && entry.When.FirstDay != DateInterval.OpenStart && ValueReading.CountsAsPosition(record, entry))
            {
                firstAtTable.TryAdd((entry.Speaker.Side.Id, entry.Track?.Id ?? -1), index);
            }
        }
    }

    /// <summary>One finding for each track with rounds and each party that made a hard statement, by track and party.</summary>
    public List<AfterRounds> Find(IReadOnlyList<Round> rounds)
    {
        List<AfterRounds> result = [];
        if (context.LastDay is not { } lastDay || statements.Count == 0)
        {
            return result;
        }

        foreach (IGrouping<int, Round> track in rounds.Where(r => r.IsHeld).GroupBy(r => r.TrackId).OrderBy(g => g.Key))
        {
            List<(Round Round, int Day)> dated = [];
            foreach (Round round in track)
            {
                if (TestDays.Of(round.Date) is { } day)
                {
                    dated.Add((round, day));
                }
            }

            foreach (Actor party in dated.Count == 0 ? [] : record.Parties)
            {
                // A test costs the square of its days; a record of so many tracks and sides is no single negotiation.
                if (result.Count < MostTests)
                {
                    Add(result, party, track.Key, dated, lastDay);
                }
            }
        }

        return result;
    }

    private void Add(
        List<AfterRounds> result, Actor party, int track, List<(Round Round, int Day)> rounds, int lastDay)
    {
        List<(int Entry, bool IsContested, int Day)> said = [];
        int first = rounds[0].Day;
        foreach ((int entry, bool isContested, int day) in statements.GetValueOrDefault(party.Id) ?? [])
        {
            bool isHere = record[entry].Track is not { } where || where.Id == track;
            if (isHere && day >= first && day <= lastDay)
            {
                said.Add((entry, isContested, day));
            }
        }

        if (said.Count == 0 || lastDay < first)
        {
            return;
        }

        Placebo test = Test(rounds, first, lastDay, said.Select(s => s.Day), fewest: 2);
        Placebo uncontested = Test(rounds, first, lastDay, said.Where(s => !s.IsContested).Select(s => s.Day), fewest: 0);
        int atTable = FirstAtTable(party, track);
        List<int> testable = [.. rounds
            .Where(r => atTable >= 0 && context.Accounts.DateOf(atTable).FirstDay <= r.Round.Date.LastDay)
            .Select(r => r.Day)];
        result.Add(new AfterRounds(
            party,
            track,
            WithinDays,
            test,
            uncontested.Hits,
            [.. said.Select(s => s.Entry)],
            [.. said.Where(s => s.IsContested).Select(s => s.Entry)],
            atTable,
            testable.Count,
            testable.Count(day => IsTakenBack(party, day)),
            Evidence.Of([.. rounds.Select(r => r.Round.Entry)])));
    }

    private static Placebo Test(
        List<(Round Round, int Day)> rounds, int first, int last, IEnumerable<int> days, int fewest)
    {
        PlaceboCalendar calendar = new(first, last, days);
        foreach ((_, int day) in rounds)
        {
            calendar.AddWindow(day, day + WithinDays);
        }

        return calendar.WindowsHit(fewest);
    }

    private int FirstAtTable(Actor party, int track)
    {
        int here = firstAtTable.GetValueOrDefault((party.Id, track), -1);
        int anywhere = firstAtTable.GetValueOrDefault((party.Id, -1), -1);
        return here < 0 ? anywhere
            : anywhere < 0 || context.CompareTime(here, anywhere) < 0 ? here : anywhere;
    }

    /// <summary>Whether what was held at the table was taken back before the media within these days of a round.</summary>
    private bool IsTakenBack(Actor party, int day) =>
        takenBack.TryGetValue(party.Id, out SortedSet<int>? days) && days.GetViewBetween(day, day + WithinDays).Count > 0;

    private static TList ListOf<TList>(Dictionary<int, TList> lists, int key)
        where TList : new()
    {
        if (!lists.TryGetValue(key, out TList? list))
        {
            lists.Add(key, list = new TList());
        }

        return list;
    }

    private Forum ForumOf(int entry)
    {
        Forum forum = record[entry].Forum;
        return StandingContext.Place(forum == Forum.NotSaid
            ? record[context.Accounts.FirstOf(entry)].Forum : forum);
    }
}
