using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the acts of which accounts exclude each other, and those that are denied.</summary>
internal static class ContestFinder
{
    /// <summary>Contested acts in order of time of the act; of one act, accounts by issue before the denial.</summary>
    public static List<Contest> Find(StandingContext context)
    {
        NegotiationRecord record = context.Record;
        Accounts accounts = context.Accounts;
        List<(int First, Contest Contest)> found = [];
        foreach ((int first, Term term, int[] entries) in accounts.Differences)
        {
            Entry act = record[first];
            found.Add((first, new Contest(
                ContestKind.Accounts, act.Speaker.Id, act.Tag, term.IssueId, InOrderOfTime(context, entries))));
        }

        foreach ((int first, List<int> denials) in accounts.Denials)
        {
            Entry act = record[first];
            found.Add((first, new Contest(
                ContestKind.Denied, act.Speaker.Id, act.Tag, -1, InOrderOfTime(context, [first, .. denials]))));
        }

        found.Sort((a, b) =>
        {
            int byTime = context.CompareTime(a.First, b.First);
            int byKind = byTime != 0 ? byTime : a.Contest.Kind.CompareTo(b.Contest.Kind);
            return byKind != 0 ? byKind : a.Contest.IssueId.CompareTo(b.Contest.IssueId);
        });
        return found.ConvertAll(f => f.Contest);
    }

    private static Evidence InOrderOfTime(StandingContext context, int[] entries)
    {
        Array.Sort(entries, context.CompareTime);
        return Evidence.Of(entries);
    }
}
