using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the red lines, what tested them, and whether their own side crossed or softened them.</summary>
internal static class RedLineFinder
{
    public static List<RedLine> Find(StandingContext context)
    {
        RedLineWalk walk = new(context);
        walk.Run();
        List<RedLine> result = new(walk.Lines.Count);
        foreach (DrawnLine line in walk.Lines)
        {
            result.Add(line.ToRedLine(context));
        }

        return result;
    }
}

/// <summary>A red line on the way through the record.</summary>
internal sealed class DrawnLine(
    int entry, Actor drawer, Authority authority, FoldedTerm stated, ValueSet allowed, Reach reach)
{
    private List<int>? tests;
    private List<int>? crossings;
    private List<int>? softenings;
    private List<int>? revealing;
    private readonly List<(ValueSet Values, bool IsContested)> revealed = [];

    public int Entry { get; } = entry;

    public Actor Drawer { get; } = drawer;

    public Actor Party => Drawer.Side;

    public Authority Authority { get; } = authority;

    public int IssueId => stated.IssueId;

    public int BasisIndex => stated.BasisIndex;

    public ValueSet Stated => stated.Values;

    public ValueSet Allowed { get; } = allowed;

    /// <summary>Roughly where that lies.</summary>
    public Reach Reach { get; } = reach;

    public bool Stands { get; set; } = true;

    /// <summary>Distance of neighbouring values of the issue; 0 where there is none.</summary>
    public required double Step { get; init; }

    /// <summary>Whether it depends on something that has not come about: it is shown and examined for nothing.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether what comes later is held against it: it is dated, and depends on nothing open.</summary>
    public required bool IsExamined { get; init; }

    public bool CrossedFromBelow { get; set; }

    public bool IsContested { get; set; }

    /// <summary>The entry and its restatements, in order of time.</summary>
    public List<int> Evidence { get; } = [entry];

    public void Test(int by) => Add(ref tests, by);

    public void Cross(int by) => Add(ref crossings, by);

    public bool IsSoftenedBy(int entry) => softenings is not null && softenings[^1] == entry;

    public void Soften(int by) => Add(ref softenings, by);

    /// <summary>Takes what its own side put forward beyond the line.</summary>
    public void Reveal(int by, ValueSet values, bool isContested)
    {
        if (CanJoin(values) && CanJoin(Allowed))
        {
            Add(ref revealing, by);
            revealed.Add((values, isContested));
        }
    }

    public RedLine ToRedLine(StandingContext context)
    {
        Entry drawn = context.Record[Entry];
        return new RedLine(
            Party,
            Drawer.Id,
            Authority,
            IssueId,
            BasisIndex,
            (drawn.Flags & EntryTraits.Requires) != 0,
            Stated,
            Allowed,
            Stands,
            context.Accounts.DateOf(Entry),
            tests ?? [],
            crossings ?? [],
            CrossedFromBelow,
            softenings ?? [],
            IsContested,
            Standing.Evidence.Of(Evidence))
        {
            Revealed = Join([Allowed, .. revealed.Select(r => r.Values)]),
            RevealedBy = revealing ?? [],
            RevealedUncontested = Join([Allowed, .. revealed.Where(r => !r.IsContested).Select(r => r.Values)]),
        };
    }

    /// <summary>All values of some sets, joined at once: one after another would cost the square of their number.</summary>
    private static ValueSet Join(List<ValueSet> sets)
    {
        if (sets.Count == 1)
        {
            return sets[0];
        }

        return sets[0].Kind == ValueSetKind.Labels
            ? ValueSet.OfLabels(sets.Aggregate(0UL, (bits, set) => bits | set.LabelBits))
            : ValueSet.OfRanges(sets.SelectMany(set => set.Ranges));
    }

    private static bool CanJoin(ValueSet values) => values.Kind is not (ValueSetKind.Topic or ValueSetKind.Schedule);

    private static void Add(ref List<int>? list, int entry)
    {
        list ??= [];
        if (list.Count == 0 || list[^1] != entry)
        {
            list.Add(entry);
        }
    }
}
