using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds which findings fall when the entries known by one origin alone are left out.</summary>
/// <remarks>
/// A finding stands on acts. An act is lost without an origin when all its accounts rest on that origin alone; where its
/// accounts exclude each other, or it is denied, only the entry that the finding names keeps it.
/// </remarks>
internal sealed class WeakLinkFinder(StandingContext context)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly Dictionary<int, List<FallingFinding>> falling = [];
    private readonly SortedSet<int> lost = [];

    /// <summary>Origins without which findings fall: those with the most first, then as declared.</summary>
    public List<WeakLink> Find(StandingReport report)
    {
        VisitAll(FindingKind.Gap, report.Gaps, gap => gap.Evidence);
        VisitAll(FindingKind.Reversal, report.Reversals, reversal => reversal.Evidence);
        VisitAll(FindingKind.Division, report.Divided, division => division.Evidence);
        VisitAll(FindingKind.Promise, report.Promises, promise => promise.Evidence);
        VisitAll(FindingKind.Threat, report.Threats, threat => threat.Evidence);
        for (int i = 0; i < report.Clashes.Count; i++)
        {
            LoseLines(report.Clashes[i]);
            Keep(new FallingFinding(FindingKind.Clash, i));
        }

        for (int i = 0; i < report.Contested.Count; i++)
        {
            LoseAccounts(report.Contested[i]);
            Keep(new FallingFinding(FindingKind.Contest, i));
        }

        List<WeakLink> result = [.. falling.Select(pair => new WeakLink(record.Sources[pair.Key], pair.Value))];
        result.Sort((a, b) =>
        {
            int byCount = b.Findings.Count.CompareTo(a.Findings.Count);
            return byCount != 0 ? byCount : a.Origin.Id.CompareTo(b.Origin.Id);
        });
        return result;
    }

    private void VisitAll<T>(FindingKind kind, IReadOnlyList<T> findings, Func<T, Evidence> evidenceOf)
    {
        for (int i = 0; i < findings.Count; i++)
        {
            foreach (int entry in evidenceOf(findings[i]).Entries())
            {
                AddIfLost(OnlyOriginOfAct(entry));
            }

            Keep(new FallingFinding(kind, i));
        }
    }

    private void AddIfLost(int origin)
    {
        if (origin >= 0)
        {
            lost.Add(origin);
        }
    }

    private void Keep(FallingFinding finding)
    {
        foreach (int origin in lost)
        {
            if (!falling.TryGetValue(origin, out List<FallingFinding>? findings))
            {
                falling.Add(origin, findings = []);
            }

            findings.Add(finding);
        }

        lost.Clear();
    }

    /// <summary>A clash falls when of one of its sides every entry that drew or repeated the line is lost.</summary>
    private void LoseLines(Clash clash)
    {
        Dictionary<Actor, int> originOfSide = [];
        foreach (int entry in clash.Evidence.Entries())
        {
            int origin = OnlyOriginOfAct(entry);
            Actor side = record[entry].Speaker.Side;
            originOfSide[side] = originOfSide.TryGetValue(side, out int known) && known != origin ? -1 : origin;
        }

        foreach (int origin in originOfSide.Values)
        {
            AddIfLost(origin);
        }
    }

    /// <summary>
    /// A contest falls when fewer than two of its accounts are left; a denied act when all its accounts, or all its
    /// denials, are lost.
    /// </summary>
    private void LoseAccounts(Contest contest)
    {
        List<int> entries = [.. contest.Evidence.Entries()];
        if (contest.Kind == ContestKind.Denied)
        {
            int act = entries.Find(entry => record[entry].Verb != Verb.Denies);
            AddIfLost(SharedOrigin(Acts.AccountsOf(context, act)));
            AddIfLost(SharedOrigin(entries.Where(entry => record[entry].Verb == Verb.Denies)));
            return;
        }

        foreach (IGrouping<int, int> group in entries.GroupBy(OnlyOriginOf))
        {
            if (entries.Count - group.Count() < 2)
            {
                AddIfLost(group.Key);
            }
        }
    }

    /// <summary>The origin that all of some entries rest on alone, or -1.</summary>
    private int SharedOrigin(IEnumerable<int> entries)
    {
        int shared = -1;
        foreach (int entry in entries)
        {
            int origin = OnlyOriginOf(entry);
            if (origin < 0 || (shared >= 0 && shared != origin))
            {
                return -1;
            }

            shared = origin;
        }

        return shared;
    }

    private int OnlyOriginOfAct(int entry)
    {
        return context.Accounts.IsContested(entry) ? OnlyOriginOf(entry) : SharedOrigin(Acts.AccountsOf(context, entry));
    }

    /// <summary>The one origin that an entry rests on; -1 when on several or on none.</summary>
    private int OnlyOriginOf(int entry)
    {
        int origin = -1;
        foreach (int chain in record[entry].ChainIds)
        {
            int root = record.Chains[chain].Root.Id;
            if (origin >= 0 && root != origin)
            {
                return -1;
            }

            origin = root;
        }

        return origin;
    }
}
