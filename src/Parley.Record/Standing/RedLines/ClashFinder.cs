using System.Numerics;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the smallest sets of standing red lines that no value satisfies.</summary>
/// <remarks>
/// <para>Lines that leave the same values are one. Where each leaves one unbroken interval, two of them are enough for
/// a clash (Helly's theorem in one dimension): every pair without a common value is one. Else all sets of lines are
/// searched, smallest first, up to <see cref="MostForSearch"/> different ones; beyond that number pairs alone.</para>
/// <para>Beyond <see cref="MostForPairs"/> different ones only the pairs with the tightest line on either end are
/// listed. Schedules and topics are compared with nothing.</para>
/// </remarks>
internal static class ClashFinder
{
    /// <summary>Different sets of values on one issue up to which clashes of more than two are searched for.</summary>
    public const int MostForSearch = 12;

    /// <summary>Different sets of values on one issue up to which every pair is compared.</summary>
    public const int MostForPairs = 100;

    public static List<Clash> Find(StandingContext context, IReadOnlyList<RedLine> lines)
    {
        SortedDictionary<(int IssueId, int BasisIndex), List<RedLine>> bySlot = [];
        foreach (RedLine line in lines)
        {
            if (!line.Stands || line.Allowed.Kind is ValueSetKind.Topic or ValueSetKind.Schedule
                || !RedLineWalk.HasGround(context, context.Record[line.Evidence.First]))
            {
                continue;
            }

            if (!bySlot.TryGetValue((line.IssueId, line.BasisIndex), out List<RedLine>? list))
            {
                bySlot.Add((line.IssueId, line.BasisIndex), list = []);
            }

            list.Add(line);
        }

        List<Clash> result = [];
        foreach (List<RedLine> slot in bySlot.Values)
        {
            new ClashSearch(context, slot).AddTo(result);
        }

        return result;
    }
}

/// <summary>The clashes of the standing lines on one issue and basis.</summary>
internal sealed class ClashSearch
{
    private readonly StandingContext context;
    private readonly Issue issue;
    private readonly int basisIndex;
    private readonly List<ValueSet> sets = [];
    private readonly List<List<RedLine>> linesOfSet = [];

    public ClashSearch(StandingContext context, List<RedLine> lines)
    {
        this.context = context;
        issue = context.Record.Issues[lines[0].IssueId];
        basisIndex = lines[0].BasisIndex;
        Dictionary<ValueSet, int> places = [];
        foreach (RedLine line in lines)
        {
            ValueSet allowed = Scales.OnScale(issue, basisIndex, line.Allowed);
            if (!places.TryGetValue(allowed, out int place))
            {
                places.Add(allowed, place = sets.Count);
                sets.Add(allowed);
                linesOfSet.Add([]);
            }

            linesOfSet[place].Add(line);
        }
    }

    public void AddTo(List<Clash> clashes)
    {
        List<int[]> found = [];
        for (int i = 0; i < sets.Count; i++)
        {
            if (sets[i].IsEmpty)
            {
                found.Add([i]);
            }
        }

        if (sets.Count > ClashFinder.MostForPairs)
        {
            AddPairsAtTheEnds(found);
        }
        else if (sets.Count > ClashFinder.MostForSearch || sets.TrueForAll(IsInterval))
        {
            AddPairs(found);
        }
        else
        {
            AddSmallest(found);
        }

        foreach (int[] members in found)
        {
            clashes.Add(Get(members));
        }
    }

    /// <summary>Whether a set is unbroken on an axis: one range, or labels in an order without a gap.</summary>
    private bool IsInterval(ValueSet values)
    {
        ulong bits = values.LabelBits;
        return values.Kind == ValueSetKind.Range
            || (issue.Kind == ScaleKind.OrderedLabels && bits != 0
                && BitOperations.PopCount(bits) + BitOperations.TrailingZeroCount(bits)
                    + BitOperations.LeadingZeroCount(bits) == 64);
    }

    private void AddPairs(List<int[]> found)
    {
        for (int i = 0; i < sets.Count; i++)
        {
            for (int j = i + 1; j < sets.Count; j++)
            {
                AddPair(found, i, j);
            }
        }
    }

    private void AddPair(List<int[]> found, int i, int j)
    {
        if (i != j && !sets[i].IsEmpty && !sets[j].IsEmpty && sets[i].Intersect(sets[j]).IsEmpty)
        {
            found.Add([Math.Min(i, j), Math.Max(i, j)]);
        }
    }

    /// <summary>Each set against the one that begins last and the one that ends first.</summary>
    private void AddPairsAtTheEnds(List<int[]> found)
    {
        int latest = 0;
        int earliest = 0;
        for (int i = 1; i < sets.Count; i++)
        {
            latest = Start(sets[i]).CompareTo(Start(sets[latest])) > 0 ? i : latest;
            earliest = End(sets[i]).CompareTo(End(sets[earliest])) < 0 ? i : earliest;
        }

        for (int i = 0; i < sets.Count; i++)
        {
            AddPair(found, i, latest);
            if (i != latest)
            {
                AddPair(found, i, earliest);
            }
        }
    }

    private static (decimal Number, bool IsExcluded) Start(ValueSet values) => values.IsEmpty ? (decimal.MinValue, false)
        : values.Kind == ValueSetKind.Labels ? (BitOperations.TrailingZeroCount(values.LabelBits), false)
        : (values.Range.Low, values.Range.ExcludesLow);

    private static (decimal Number, bool IsIncluded) End(ValueSet values) => values.IsEmpty ? (decimal.MaxValue, true)
        : values.Kind == ValueSetKind.Labels ? (63 - BitOperations.LeadingZeroCount(values.LabelBits), true)
        : (values.Range.High, !values.Range.ExcludesHigh);

    /// <summary>All sets of lines that share nothing and of which no smaller set does, the smallest first.</summary>
    private void AddSmallest(List<int[]> found)
    {
        ValueSet[] common = new ValueSet[1 << sets.Count];
        bool[] holdsClash = new bool[common.Length];
        List<(int Size, int Members)> clashes = [];
        for (int members = 1; members < common.Length; members++)
        {
            int last = BitOperations.TrailingZeroCount(members);
            int rest = members & (members - 1);
            for (int left = members; left != 0 && rest != 0; left &= left - 1)
            {
                holdsClash[members] |= holdsClash[members & ~(left & -left)];
            }

            if (holdsClash[members])
            {
                continue;
            }

            common[members] = rest == 0 ? sets[last] : common[rest].Intersect(sets[last]);
            if (common[members].IsEmpty)
            {
                holdsClash[members] = true;
                if (rest != 0)
                {
                    clashes.Add((BitOperations.PopCount((uint)members), members));
                }
            }
        }

        List<int[]> larger = [];
        foreach ((int _, int members) in clashes.OrderBy(c => c.Size))
        {
            larger.Add([.. Enumerable.Range(0, sets.Count).Where(i => (members & (1 << i)) != 0)]);
        }

        found.AddRange(larger.OrderBy(m => m.Length).ThenBy(m => m, Comparer<int[]>.Create(CompareMembers)));
    }

    private static int CompareMembers(int[] left, int[] right) => left.AsSpan().SequenceCompareTo(right);

    private Clash Get(int[] members)
    {
        List<int> entries = [];
        HashSet<Actor> parties = [];
        bool isContested = false;
        foreach (int member in members)
        {
            foreach (RedLine line in linesOfSet[member])
            {
                entries.AddRange(line.Evidence.Entries());
                parties.Add(line.Party);
                isContested |= line.IsContested;
            }
        }

        ValueSet[] clashing = [.. members.Select(m => sets[m])];
        (decimal? least, bool isAttained) = issue.Kind switch
        {
            _ when clashing.Any(s => s.IsEmpty) => (null, true),
            ScaleKind.Numbers => LeastOfNumbers(clashing),
            ScaleKind.OrderedLabels => ((decimal?)LeastOfLabels(clashing, issue.Labels.Count), true),
            _ => (null, true),
        };
        return new Clash(
            [.. parties.OrderBy(p => p.Id)],
            issue.Id,
            basisIndex,
            least,
            isAttained,
            isContested,
            TimeOrder.Evidence(
                context.Record, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries)))
        {
            PersistsAsRevealed = Persists(members),
        };
    }

    /// <summary>Whether the lines still share no value when each is taken as its own side has revealed it.</summary>
    private Answer Persists(int[] members)
    {
        ValueSet revealed = ValueSet.Topic;
        ValueSet uncontested = ValueSet.Topic;
        foreach (RedLine line in members.SelectMany(member => linesOfSet[member]))
        {
            revealed = revealed.Intersect(Scales.OnScale(issue, basisIndex, line.Revealed));
            uncontested = uncontested.Intersect(Scales.OnScale(issue, basisIndex, line.RevealedUncontested));
        }

        return revealed.IsEmpty ? Answer.Yes : uncontested.IsEmpty ? Answer.Undecided : Answer.No;
    }

    /// <summary>The least sum of distances from one number to all sets; it lies at an end of one of them.</summary>
    /// <remarks>
    /// Between two ends a sum may be the same and, other than at the ends, attained: middles are tried too. Null where
    /// the numbers lie so far apart that a decimal does not hold the sum.
    /// </remarks>
    private static (decimal? Least, bool IsAttained) LeastOfNumbers(ValueSet[] sets)
    {
        try
        {
            return SearchNumbers(sets);
        }
        catch (OverflowException)
        {
            return (null, true);
        }
    }

    private static (decimal? Least, bool IsAttained) SearchNumbers(ValueSet[] sets)
    {
        List<decimal> ends = [];
        foreach (NumberRange range in sets.SelectMany(s => s.Ranges))
        {
            ends.AddRange(range.IsUnboundedBelow ? [] : [range.Low]);
            ends.AddRange(range.IsUnboundedAbove ? [] : [range.High]);
        }

        ends.Sort();
        List<decimal> candidates = [.. ends];
        for (int i = 1; i < ends.Count; i++)
        {
            candidates.Add(ends[i - 1] + ((ends[i] - ends[i - 1]) / 2));
        }

        decimal? least = null;
        bool isAttained = false;
        foreach (decimal number in candidates)
        {
            decimal sum = 0;
            bool reaches = true;
            foreach (ValueSet set in sets)
            {
                (decimal distance, bool isReached) = DistanceTo(set, number);
                sum += distance;
                reaches &= isReached;
            }

            if (least is null || sum < least)
            {
                (least, isAttained) = (sum, reaches);
            }
            else if (sum == least)
            {
                isAttained |= reaches;
            }
        }

        return (least, isAttained);
    }

    private static (decimal Distance, bool IsReached) DistanceTo(ValueSet set, decimal number)
    {
        decimal least = decimal.MaxValue;
        bool isReached = false;
        foreach (NumberRange range in set.Ranges)
        {
            (decimal distance, bool reaches) = range.Contains(number) ? (0, true)
                : number <= range.Low ? (range.Low - number, !range.ExcludesLow)
                : (number - range.High, !range.ExcludesHigh);
            (least, isReached) = distance < least ? (distance, reaches)
                : (least, isReached || (distance == least && reaches));
        }

        return (least, isReached);
    }

    private static int LeastOfLabels(ValueSet[] sets, int labels)
    {
        int least = int.MaxValue;
        for (int label = 0; label < labels; label++)
        {
            int sum = 0;
            foreach (ValueSet set in sets)
            {
                int nearest = labels;
                for (ulong left = set.LabelBits; left != 0; left &= left - 1)
                {
                    nearest = Math.Min(nearest, Math.Abs(BitOperations.TrailingZeroCount(left) - label));
                }

                sum += nearest;
            }

            least = Math.Min(least, sum);
        }

        return least;
    }
}
