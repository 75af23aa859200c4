using System.Numerics;
using Parley.Bargaining.Frontiers;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Near;

/// <summary>An outcome with the utility that a party has of it and what it estimates that the other side has.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Own">The party's own utility.</param>
/// <param name="Estimate">The other side's utility, as estimated.</param>
public readonly record struct NearOutcome(Outcome Outcome, Rational Own, Rational Estimate);

/// <summary>The outcome whose own utility is nearest to a target.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="IsProven">Whether none is nearer; false when the search was cut off before that was certain.</param>
public readonly record struct NearestOutcome(NearOutcome Outcome, bool IsProven);

/// <summary>
/// Outcomes near a target utility, in order of the other side's estimate, one after another, without listing the space.
/// Made once and asked often.
/// </summary>
/// <remarks>
/// <para>Issues that hang together are tried as one; each such group may have at most <see cref="MostOptions"/> choices.
/// For the groups that are still open a table holds the best estimate for each stretch of own utility, so a choice that
/// cannot end between the bounds is dropped at once, and the most promising is continued first.</para>
/// <para>Where own utilities are whole multiples of a common fraction and there are no more than
/// <see cref="MostStretches"/> different sums, the table is exact and nothing is tried in vain. Otherwise the order is as
/// exact, but more is tried.</para>
/// </remarks>
public sealed class OutcomesNear
{
    /// <summary>The most choices of a group of issues that hang together.</summary>
    public const int MostOptions = 1_000_000;

    /// <summary>The most stretches into which the own utility is divided.</summary>
    public const int MostStretches = 16_384;

    private const int MostProbed = 200_000;

    private readonly NearGroup[] groups;
    private readonly SuffixTable[] tables;
    private readonly Scaling ownScale = new();
    private readonly Scaling estimateScale = new();
    private readonly Rational ownConstant;
    private readonly Rational estimateConstant;
    private readonly int issues;
    private readonly bool isEmpty;

    /// <summary>Prepares the search.</summary>
    /// <param name="space">What can be agreed.</param>
    /// <param name="own">The party's own utility.</param>
    /// <param name="estimate">The other side's utility, as estimated.</param>
    /// <exception cref="InvalidOperationException">
    /// A real issue has no points, or a group of issues that hang together has more than <see cref="MostOptions"/> choices.
    /// </exception>
    public OutcomesNear(OutcomeSpace space, UtilityFunction own, UtilityFunction estimate)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(estimate);
        issues = space.Issues.Count;
        ownConstant = ConstantOf(space, own);
        estimateConstant = ConstantOf(space, estimate);
        NearOption[][] options =
        [
            .. IssueGroup.Split(new BargainingProblem(space, [new("", own), new("", estimate)])).Select(g => NearGroup.OptionsOf(space, g)),
        ];
        foreach (NearOption option in options.SelectMany(o => o))
        {
            ownScale.Cover(option.Own);
            estimateScale.Cover(option.Estimate);
        }

        isEmpty = options.Any(o => o.Length == 0) || space.Constraints.Any(c => c.Issues.Count == 0 && !c.Allows([]));
        groups = isEmpty ? [] : [.. options.Select(o => new NearGroup(o, ownScale, estimateScale))];
        tables = SuffixTable.Of(groups, MostStretches);
    }

    /// <summary>How many choices were continued since the search was prepared: a measure of the work.</summary>
    internal long Continued { get; private set; }

    /// <summary>
    /// The outcomes whose own utility lies between two bounds, both included: the greatest estimate first, then the
    /// greatest own utility, then in lexicographic order of places.
    /// </summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound; nothing when it is below <paramref name="low"/>.</param>
    public IEnumerable<NearOutcome> Enumerate(Rational low, Rational high) => isEmpty
        ? []
        : EnumerateWhole(-((-ToWhole(low)).Floor()), ToWhole(high).Floor()).Select(Told);

    /// <summary>
    /// The outcome whose own utility is nearest to a target; of equally near ones, the first in the order of
    /// <see cref="Enumerate"/>. Null when there is no outcome.
    /// </summary>
    /// <param name="target">The target.</param>
    public NearestOutcome? FindNearest(Rational target)
    {
        if (isEmpty)
        {
            return null;
        }

        Rational whole = ToWhole(target);
        bool isProven = true;
        BigInteger? below = FindGreatest(whole.Floor(), ref isProven);
        BigInteger? above = FindLeast(-((-whole).Floor()), ref isProven);
        IEnumerable<BigInteger> nearest = new[] { below, above }.Where(s => s is not null).Select(s => s!.Value).Distinct();
        Rational distance = nearest.Min(s => Rational.Abs(new Rational(s) - whole));
        NearNode best = nearest.Where(s => Rational.Abs(new Rational(s) - whole) == distance)
            .Select(s => EnumerateWhole(s, s).First()).Order().First();
        return new NearestOutcome(Told(best), isProven);
    }

    private static Rational ConstantOf(OutcomeSpace space, UtilityFunction utility) => utility.Terms
        .Where(t => t.Issues.Count == 0)
        .Aggregate(utility.Constant, (sum, term) => sum + term.At(space, []));

    /// <summary>A utility in the whole numbers of the search, which count from the least.</summary>
    private Rational ToWhole(Rational own) => ((own - ownConstant) * new Rational(ownScale.Factor)) - new Rational(LeastOwn);

    private BigInteger LeastOwn => groups.Aggregate(BigInteger.Zero, (sum, g) => sum + g.LeastOwn);

    private BigInteger LeastEstimate => groups.Aggregate(BigInteger.Zero, (sum, g) => sum + g.LeastEstimate);

    private NearOutcome Told(NearNode node) => new(
        new Outcome(node.Places),
        ownScale.Unscale(node.Own + LeastOwn) + ownConstant,
        estimateScale.Unscale(node.Estimate + LeastEstimate) + estimateConstant);

    private IEnumerable<NearNode> EnumerateWhole(BigInteger low, BigInteger high, long most = long.MaxValue)
    {
        PriorityQueue<NearNode, NearNode> open = new();
        int[] first = new int[issues];
        foreach (NearGroup group in groups)
        {
            group.WriteLeast(first);
        }

        Add(new NearNode(0, first, 0, 0));
        long until = most == long.MaxValue ? most : Continued + most;
        while (open.TryDequeue(out NearNode? node, out _))
        {
            if (node.Depth == groups.Length)
            {
                yield return node;
                continue;
            }

            if (Continued >= until)
            {
                yield break;
            }

            Continued++;

            NearGroup group = groups[node.Depth];
            for (int i = 0; i < group.Count; i++)
            {
                Add(node.With(group, i));
            }
        }

        void Add(NearNode node)
        {
            if (tables[node.Depth].Bound(node, low, high))
            {
                open.Enqueue(node, node);
            }
        }
    }

    /// <summary>The own sum of some outcome between two bounds; null when there is none or the search was cut off.</summary>
    private BigInteger? Probe(BigInteger low, BigInteger high, ref bool isProven)
    {
        long before = Continued;
        BigInteger? found = EnumerateWhole(low, high, MostProbed).FirstOrDefault()?.Own;
        isProven &= found is not null || Continued - before < MostProbed;
        return found;
    }

    private BigInteger? FindGreatest(BigInteger high, ref bool isProven)
    {
        BigInteger? best = Probe(0, high, ref isProven);
        while (best is BigInteger found && found < high)
        {
            BigInteger middle = found + ((high - found + 1) / 2);
            if (Probe(middle, high, ref isProven) is BigInteger better)
            {
                best = better;
            }
            else
            {
                high = middle - 1;
            }
        }

        return best;
    }

    private BigInteger? FindLeast(BigInteger low, ref bool isProven)
    {
        BigInteger? best = Probe(low, tables[0].Range, ref isProven);
        while (best is BigInteger found && found > low)
        {
            BigInteger middle = found - ((found - low + 1) / 2);
            if (Probe(low, middle, ref isProven) is BigInteger better)
            {
                best = better;
            }
            else
            {
                low = middle + 1;
            }
        }

        return best;
    }
}
