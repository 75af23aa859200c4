namespace Parley.Record.Standing;

/// <summary>Works the findings out once for each account of a contested act, and keeps those that turn on the choice.</summary>
internal sealed class ContestReadings
{
    private const int MostActs = 12;
    private const int MostAccounts = 4;

    // Each reading costs as much as the answer itself: beyond so many entries read again, acts are left out.
    private const long MostEntries = 2_000_000;

    private readonly StandingContext context;
    private readonly Accounts accounts;
    private readonly Func<StandingContext, StandingReport> compute;

    /// <summary>Readings of one record.</summary>
    /// <param name="context">Where the record is read with all accounts.</param>
    /// <param name="compute">The findings of a record.</param>
    public ContestReadings(StandingContext context, Func<StandingContext, StandingReport> compute)
    {
        this.context = context;
        this.compute = compute;
        accounts = context.Accounts;
    }

    /// <summary>The first contested acts in order of time, as many as the effort allows.</summary>
    public List<ContestedAct> Find()
    {
        Dictionary<int, SortedSet<int>> told = [];
        foreach ((int first, _, int[] entries) in accounts.Differences)
        {
            if (!told.TryGetValue(first, out SortedSet<int>? list))
            {
                told.Add(first, list = []);
            }

            list.UnionWith(entries);
        }

        Dictionary<int, List<int>> denials = accounts.Denials.ToDictionary(pair => pair.Key, pair => pair.Value);
        List<int> acts = [.. told.Keys.Union(denials.Keys)];
        acts.Sort(context.CompareTime);
        List<ContestedAct> result = [];
        long effort = 0;
        foreach (int act in acts.Take(MostActs))
        {
            List<int> choices = [.. (told.GetValueOrDefault(act) ?? [act]).Take(MostAccounts)];
            List<int> denied = denials.GetValueOrDefault(act) ?? [];
            effort += (long)context.Entries.Count * (choices.Count + (denied.Count > 0 ? 1 : 0));
            if (effort > MostEntries)
            {
                break;
            }

            result.Add(Read(act, choices, denied));
        }

        return result;
    }

    private ContestedAct Read(int act, List<int> choices, List<int> denials)
    {
        List<(int Account, StandingReport Report)> reports = [];
        foreach (int choice in choices)
        {
            reports.Add((choice, compute(context.Without([.. choices.Where(c => c != choice), .. denials]))));
        }

        if (denials.Count > 0)
        {
            reports.Add((-1, compute(context.Without([act, .. accounts.OthersOf(act), .. denials]))));
        }

        return new ContestedAct(act, context.Record[act].Tag, Compare(reports));
    }

    private List<ContestReading> Compare(List<(int Account, StandingReport Report)> reports)
    {
        FindingKeys keys = new(context);
        Dictionary<string, int> seenIn = [];
        foreach ((_, StandingReport report) in reports)
        {
            foreach (string key in keys.Of(report).Distinct(StringComparer.Ordinal))
            {
                seenIn[key] = seenIn.GetValueOrDefault(key) + 1;
            }
        }

        bool Turns(string key) => seenIn[key] < reports.Count;
        return reports.ConvertAll(pair => new ContestReading
        {
            Account = pair.Account,
            Gaps = [.. pair.Report.Gaps.Where(item => Turns(keys.Of(item)))],
            Moves = [.. pair.Report.Moves.Where(item => Turns(keys.Of(item)))],
            Reversals = [.. pair.Report.Reversals.Where(item => Turns(keys.Of(item)))],
            Divided = [.. pair.Report.Divided.Where(item => Turns(keys.Of(item)))],
            Goalposts = [.. pair.Report.Goalposts.Where(item => Turns(keys.Of(item)))],
            PublicPrivateGaps = [.. pair.Report.PublicPrivateGaps.Where(item => Turns(keys.Of(item)))],
            Replies = [.. pair.Report.Replies.Where(item => Turns(keys.Of(item)))],
            Promises = [.. pair.Report.Promises.Where(item => Turns(keys.Of(item)))],
            Threats = [.. pair.Report.Threats.Where(item => Turns(keys.Of(item)))],
            RedLines = [.. pair.Report.RedLines.Where(item => Turns(keys.Of(item)))],
            Clashes = [.. pair.Report.Clashes.Where(item => Turns(keys.Of(item)))],
        });
    }
}
