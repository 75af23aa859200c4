using System.Collections.Immutable;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Relaxing;

/// <summary>The value of an issue: a place, or a number where a real issue has no places.</summary>
/// <param name="Place">The place; null for a real issue without points.</param>
/// <param name="Number">The number; null for labels.</param>
public readonly record struct AgreedValue(int? Place, Rational? Number);

/// <summary>How far one demand is loosened.</summary>
/// <param name="Demand">Which demand, from 0.</param>
/// <param name="Amount">
/// How far, not negative: for numbers in the unit of the issue; for ordered labels in steps; 1 for another label without
/// an order; for a reservation value in utility.
/// </param>
/// <param name="IsAttained">Whether the amount is enough; otherwise any larger one is, however near.</param>
/// <param name="Needed">
/// The value that it must let in, or, when <paramref name="IsAttained"/> is false, to which that value comes as near as
/// one likes; null for a reservation value.
/// </param>
/// <param name="Cost">
/// What the owner loses, in its own utility: weight · (worth of the nearest value that it allows - worth of the value
/// needed), where labels without an order count as near when they are worth least; negative when the owner gains; for a
/// reservation value the amount. Null when the owner's utility is unknown, or the issue is not a term by itself.
/// </param>
public sealed record Loosening(int Demand, Rational Amount, bool IsAttained, AgreedValue? Needed, Rational? Cost);

/// <summary>Amounts that together let the parties agree, of which none can be less unless another is more.</summary>
/// <param name="Loosenings">One for each demand of the relaxation, in its order.</param>
/// <param name="Witness">A value for each issue that is agreed at just these amounts; null when there is none.</param>
public sealed record LooseningChoice(ImmutableArray<Loosening> Loosenings, IReadOnlyList<AgreedValue>? Witness)
{
    /// <summary>Whether the amounts together are enough; otherwise amounts however little larger are.</summary>
    public bool IsAttained => Witness is not null;
}

/// <summary>Demands whose loosening lets the parties agree, while no fewer of them would do.</summary>
/// <param name="Demands">Which demands, ascending.</param>
/// <param name="Choices">
/// All undominated amounts. Choices that let in different labels of an issue without an order are not compared. Ascending
/// by those labels, then by amounts in the order of the demands.
/// </param>
/// <param name="HasBetween">
/// Whether amounts between those of two choices, on a scale without steps, are undominated too; the choices are then
/// ends of such stretches.
/// </param>
/// <param name="IsComplete">Whether no limit was reached: otherwise there may be choices that are not listed, or better ones.</param>
public sealed record Relaxation(
    ImmutableArray<int> Demands, IReadOnlyList<LooseningChoice> Choices, bool HasBetween, bool IsComplete)
{
    /// <summary>The least loosening of one demand, however far the others of the relaxation are loosened.</summary>
    /// <param name="position">Which of <see cref="Demands"/>, from 0.</param>
    public Loosening LeastOf(int position) => Choices.Select(c => c.Loosenings[position])
        .OrderBy(l => l.Amount).ThenBy(l => !l.IsAttained).First();
}

/// <summary>The most work that is done.</summary>
/// <param name="MostSets">Clashes or relaxations to work with at a time.</param>
/// <param name="MostChoices">Choices, and pieces of scales, for each relaxation.</param>
/// <param name="Frontier">The most work for reservation values.</param>
public sealed record RelaxingLimits(int MostSets, int MostChoices, FrontierLimits Frontier)
{
    /// <summary>What is used when nothing is said.</summary>
    public static RelaxingLimits Default { get; } = new(10_000, 10_000, FrontierLimits.Default);
}

/// <summary>
/// Of demands on issues and reservation values: whether all can be met, every irreducible clash, and every smallest set
/// of demands whose loosening lets the parties agree, with the least amounts and what they cost. Exact. Immutable.
/// </summary>
/// <remarks>
/// <para>A demand on numbers that is loosened by an amount lets in what lies no further than that from a number that
/// meets it; the nearest such number of the issue where it has steps.</para>
/// <para>Real issues without points are treated exactly: where reservation values weigh on them, their worth must be
/// made of straight lines.</para>
/// </remarks>
/// <param name="Demands">The demands, as given.</param>
/// <param name="Witness">A value for each issue that meets all demands; null when nothing does.</param>
/// <param name="Clashes">
/// Demands that cannot be met together, although they can once any one of them is left out; see
/// <see cref="IrreducibleSets.Clashes"/>.
/// </param>
/// <param name="Ways">The relaxations, by size, then by the first demand in which they differ; empty when all can be met.</param>
/// <param name="IsComplete">Whether all clashes and ways are listed; otherwise those listed are correct, and more may exist.</param>
public sealed record Relaxations(
    IReadOnlyList<Demand> Demands,
    IReadOnlyList<AgreedValue>? Witness,
    IReadOnlyList<ImmutableArray<int>> Clashes,
    IReadOnlyList<Relaxation> Ways,
    bool IsComplete)
{
    /// <summary>Whether all demands can be met together.</summary>
    public bool CanBeMet => Witness is not null;

    /// <summary>Finds the clashes and the ways out.</summary>
    /// <param name="space">What can be agreed; demands on several issues at once hold always and are not loosened.</param>
    /// <param name="utilities">For each party its utility; null when it is unknown.</param>
    /// <param name="demands">The demands.</param>
    /// <param name="limits">The most work to be done; null for <see cref="RelaxingLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">
    /// A demand does not fit its issue, names no value, is a reservation value of a party without a utility, or weighs on a
    /// real issue without points whose worth is not made of straight lines by itself.
    /// </exception>
    /// <exception cref="InvalidOperationException">Reservation values need more work than the limits allow.</exception>
    public static Relaxations Find(
        OutcomeSpace space, IReadOnlyList<UtilityFunction?> utilities, IReadOnlyList<Demand> demands, RelaxingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(utilities);
        ArgumentNullException.ThrowIfNull(demands);
        limits ??= RelaxingLimits.Default;
        DemandRegion region = new(space, utilities, demands, limits);
        IrreducibleSets sets = IrreducibleSets.Find(demands.Count, region.CanBeMet, limits.MostSets);
        bool isMet = sets.Releases is [{ IsEmpty: true }];
        return new Relaxations(
            demands,
            isMet ? region.FindWitness() : null,
            sets.Clashes,
            isMet ? [] : [.. sets.Releases.Select(r => LooseningSearch.Find(region, r, limits.MostChoices))],
            sets.IsComplete);
    }
}
