using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Parley.Bargaining.Frontiers;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining;

/// <summary>
/// The outcomes that no other outcome dominates, by their distinct utility profiles. Exact: utilities are compared as
/// whole numbers, so that ties are ties, and every outcome of a tied profile is counted and can be listed. Immutable.
/// </summary>
/// <remarks>
/// <para>Profiles are in descending order of the first party's utility, then the second's, and so on. Without parties
/// every outcome has the same, empty profile. When nothing is allowed the frontier is empty.</para>
/// <para>Groups of issues that do not depend on one another are solved by themselves and their frontiers added, so an
/// additive problem of any size needs no enumeration. Utilities are scaled by the least common multiple of their
/// denominators into 64 bits where that suffices, else into 128, else into whole numbers of any length.</para>
/// </remarks>
public sealed class ParetoFrontier
{
    private readonly IWholeFrontier whole;
    private readonly Scaling[] scalings;
    private readonly Rational[] constants;
    private readonly double[] nearFactors;
    private BigInteger? outcomeCount;

    private ParetoFrontier(BargainingProblem problem, IWholeFrontier whole, Scaling[] scalings)
    {
        Problem = problem;
        this.whole = whole;
        this.scalings = scalings;
        constants = [.. problem.Parties.Select(p => ConstantOf(problem, p))];
        nearFactors = [.. scalings.Select(s => (double)s.Factor)];
    }

    /// <summary>The problem whose frontier it is.</summary>
    public BargainingProblem Problem { get; }

    /// <summary>How many distinct profiles.</summary>
    public int Count => whole.Count;

    /// <summary>How many outcomes, those of tied profiles each by itself.</summary>
    public BigInteger OutcomeCount
    {
        get
        {
            if (outcomeCount is not BigInteger count)
            {
                count = BigInteger.Zero;
                for (int i = 0; i < Count; i++)
                {
                    count += whole.CountOf(i);
                }

                outcomeCount = count;
            }

            return count;
        }
    }

    /// <summary>A profile.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> less 1.</param>
    public UtilityProfile this[int index] => new(Enumerable.Range(0, scalings.Length).Select(p => UtilityAt(p, index)));

    /// <summary>Finds the frontier, however large.</summary>
    /// <param name="problem">A problem on a finite space.</param>
    /// <exception cref="InvalidOperationException">
    /// A real issue has no points, or the frontier is beyond <see cref="FrontierLimits.Default"/>.
    /// </exception>
    public static ParetoFrontier Compute(BargainingProblem problem) => TryCompute(problem, FrontierLimits.Default, out ParetoFrontier? frontier)
        ? frontier
        : throw new InvalidOperationException("The frontier is larger than the limits allow.");

    /// <summary>Finds the frontier unless that would pass some limits.</summary>
    /// <param name="problem">A problem on a finite space.</param>
    /// <param name="limits">The most work to be done.</param>
    /// <param name="frontier">The frontier; null when a limit was passed.</param>
    /// <exception cref="InvalidOperationException">A real issue has no points.</exception>
    public static bool TryCompute(BargainingProblem problem, FrontierLimits limits, [NotNullWhen(true)] out ParetoFrontier? frontier)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(limits);
        frontier = null;
        List<ReadyGroup> groups = [];
        foreach (IssueGroup group in IssueGroup.Split(problem))
        {
            if (ReadyGroup.Of(problem, group, limits) is not ReadyGroup ready)
            {
                return false;
            }

            groups.Add(ready);
        }

        Scaling[] scalings = [.. problem.Parties.Select((_, i) => ScalingOf(groups, i))];
        IWholeFrontier? whole = BitsFor(groups, scalings) switch
        {
            <= 62 => Merge(problem, groups, scalings, w => (long)w, limits),
            <= 126 => Merge(problem, groups, scalings, w => (Int128)w, limits),
            _ => Merge(problem, groups, scalings, w => w, limits),
        };
        frontier = whole is null ? null : new ParetoFrontier(problem, whole, scalings);
        return frontier is not null;
    }

    /// <summary>One party's utility in a profile.</summary>
    /// <param name="party">Which party.</param>
    /// <param name="index">Which profile.</param>
    public Rational UtilityAt(int party, int index) =>
        scalings[party].Unscale(whole.At(party, index)) + constants[party];

    /// <summary>How many outcomes have a profile.</summary>
    /// <param name="index">Which profile.</param>
    public BigInteger OutcomeCountOf(int index) => whole.CountOf(index);

    /// <summary>The outcomes of a profile, one after another as they are asked for.</summary>
    /// <param name="index">Which profile.</param>
    /// <remarks>
    /// In lexicographic order of places where the groups are single issues; else group by group, in the order of their
    /// first issues.
    /// </remarks>
    public IEnumerable<Outcome> EnumerateOutcomes(int index) => whole.Enumerate(index);

    /// <summary>A party's utility in a profile to about sixteen digits, for sifting before exact comparison.</summary>
    internal double NearUtilityAt(int party, int index) =>
        (whole.NearAt(party, index) / nearFactors[party]) + constants[party].ToDouble();

    /// <summary>The least utility of a party over all outcomes; null when there are none.</summary>
    internal Rational? LeastUtilityOf(int party) => whole.LeastOf(party) is BigInteger least
        ? scalings[party].Unscale(least) + constants[party]
        : null;

    /// <summary>What every outcome has, terms that depend on no issue counted in.</summary>
    private static Rational ConstantOf(BargainingProblem problem, PartyPreferences party) => party.Utility.Terms
        .Where(t => t.Issues.Count == 0)
        .Aggregate(party.Utility.Constant, (sum, term) => sum + term.At(problem.Space, []));

    private static Scaling ScalingOf(List<ReadyGroup> groups, int index)
    {
        Scaling scaling = new();
        foreach (Rational worth in groups.SelectMany(g => g.WorthsOf(index)).SelectMany(w => w))
        {
            scaling.Cover(worth);
        }

        return scaling;
    }

    /// <summary>Bits that every sum of any party needs, sign left out.</summary>
    private static long BitsFor(List<ReadyGroup> groups, Scaling[] scalings)
    {
        long bits = 0;
        for (int p = 0; p < scalings.Length; p++)
        {
            BigInteger total = BigInteger.Zero;
            foreach (IEnumerable<Rational> worths in groups.SelectMany(g => g.WorthsOf(p)))
            {
                BigInteger greatest = BigInteger.Zero;
                foreach (Rational worth in worths)
                {
                    greatest = BigInteger.Max(greatest, BigInteger.Abs(scalings[p].Scale(worth)));
                }

                total += greatest;
            }

            bits = Math.Max(bits, total.GetBitLength());
        }

        return bits;
    }

    private static MergedFrontier<T>? Merge<T>(
        BargainingProblem problem, List<ReadyGroup> groups, Scaling[] scalings, Func<BigInteger, T> narrow, FrontierLimits limits)
        where T : struct, INumber<T>
    {
        Component<T>[] components = new Component<T>[groups.Count];
        for (int g = 0; g < components.Length; g++)
        {
            if (groups[g].Solve(scalings, narrow, limits) is not Component<T> component)
            {
                return null;
            }

            components[g] = component;
        }

        return MergedFrontier<T>.Merge(problem.Space.Issues.Count, problem.Parties.Count, components, limits.MostProfiles);
    }
}

/// <summary>The most work that the search for a frontier may do.</summary>
/// <param name="MostProfiles">Profiles held at a time.</param>
/// <param name="MostChoices">Values of an issue, entries of a table of issues that depend on one another, and steps through them.</param>
public sealed record FrontierLimits(int MostProfiles, int MostChoices)
{
    /// <summary>Four million profiles, twenty million choices: a few gigabytes at the very most.</summary>
    public static FrontierLimits Default { get; } = new(4_000_000, 20_000_000);
}
