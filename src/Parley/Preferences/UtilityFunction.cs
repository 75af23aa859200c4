using Parley.Numerics;
using Parley.Outcomes;

namespace Parley.Preferences;

/// <summary>
/// How well outcomes serve one party: a constant and a sum of terms, each on one issue or on a few. Immutable.
/// </summary>
/// <remarks>
/// Linear-additive functions have terms on one issue each; a hyper-rectangle function has a term for each rectangle;
/// issues that depend on one another share a term. Any function of all issues is one term on all of them.
/// </remarks>
/// <param name="terms">The terms, summed in this order.</param>
/// <param name="constant">What every outcome has; 0 when left out.</param>
public sealed class UtilityFunction(IEnumerable<UtilityTerm> terms, Rational constant = default)
{
    /// <summary>The terms.</summary>
    public IReadOnlyList<UtilityTerm> Terms { get; } = [.. terms];

    /// <summary>What every outcome has.</summary>
    public Rational Constant => constant;

    /// <summary>Whether every term is on one issue.</summary>
    public bool IsAdditive => Terms.All(t => t.Issues.Count <= 1);

    /// <summary>A linear-additive function: the sum over issues of weight · worth.</summary>
    /// <param name="issues">For each issue in order, its weight and the worth of its values.</param>
    public static UtilityFunction Additive(params IEnumerable<(Rational Weight, ValueFunction Values)> issues) =>
        new(issues.Select((t, i) => new IssueTerm(i, t.Weight, t.Values)));

    /// <summary>The utility of an outcome, exactly.</summary>
    /// <param name="space">The space of the outcome.</param>
    /// <param name="outcome">The outcome.</param>
    public Rational Of(OutcomeSpace space, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(space);
        Rational sum = Constant;
        Span<int> places = stackalloc int[16];
        foreach (UtilityTerm term in Terms)
        {
            int count = term.Issues.Count;
            Span<int> own = count <= 16 ? places[..count] : new int[count];
            for (int i = 0; i < count; i++)
            {
                own[i] = outcome[term.Issues[i]];
            }

            sum += term.At(space, own);
        }

        return sum;
    }
}

/// <summary>A part of a utility function that depends on some issues only. Immutable.</summary>
public abstract class UtilityTerm
{
    /// <summary>The issues on which it depends, from 0, ascending.</summary>
    public abstract IReadOnlyList<int> Issues { get; }

    /// <summary>What it adds.</summary>
    /// <param name="space">The space of the outcome.</param>
    /// <param name="places">The places of its own issues, in the order of <see cref="Issues"/>.</param>
    public abstract Rational At(OutcomeSpace space, ReadOnlySpan<int> places);
}

/// <summary>The weighed worth of one issue.</summary>
/// <param name="issue">Which issue, from 0.</param>
/// <param name="weight">By what its worth is multiplied.</param>
/// <param name="values">The worth of its values.</param>
public sealed class IssueTerm(int issue, Rational weight, ValueFunction values) : UtilityTerm
{
    /// <summary>Which issue, from 0.</summary>
    public int Issue => issue;

    /// <summary>By what the worth is multiplied.</summary>
    public Rational Weight => weight;

    /// <summary>The worth of its values.</summary>
    public ValueFunction Values => values;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Issues { get; } = [issue];

    /// <inheritdoc/>
    public override Rational At(OutcomeSpace space, ReadOnlySpan<int> places) => weight * values.At(space.Issues[issue], places[0]);
}

/// <summary>A worth that an outcome has when each of some issues has one of some values.</summary>
public sealed class RectangleTerm : UtilityTerm
{
    private readonly bool[][] holds;

    /// <summary>Creates a hyper-rectangle.</summary>
    /// <param name="worth">What an outcome inside gains; negative when it loses.</param>
    /// <param name="sides">For each issue, ascending, which of its places lie inside; none for a term that always holds.</param>
    public RectangleTerm(Rational worth, params IEnumerable<(int Issue, IReadOnlyList<bool> Places)> sides)
    {
        (int Issue, IReadOnlyList<bool> Places)[] list = [.. sides];
        Worth = worth;
        Issues = [.. list.Select(s => s.Issue)];
        holds = [.. list.Select(s => s.Places.ToArray())];
    }

    /// <summary>What an outcome inside gains.</summary>
    public Rational Worth { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Issues { get; }

    /// <summary>Whether a value lies inside, on one side.</summary>
    /// <param name="side">Which side, from 0, in the order of <see cref="Issues"/>.</param>
    /// <param name="place">The place of the value.</param>
    public bool Holds(int side, int place) => holds[side][place];

    /// <inheritdoc/>
    public override Rational At(OutcomeSpace space, ReadOnlySpan<int> places)
    {
        for (int side = 0; side < holds.Length; side++)
        {
            if (!holds[side][places[side]])
            {
                return Rational.Zero;
            }
        }

        return Worth;
    }
}

/// <summary>A worth of some issues together, which need not come apart into single issues.</summary>
/// <param name="issues">The issues, from 0, ascending.</param>
/// <param name="worth">The worth of the places of those issues, in that order; always the same answer.</param>
public sealed class JointTerm(IEnumerable<int> issues, JointWorth worth) : UtilityTerm
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> Issues { get; } = [.. issues];

    /// <inheritdoc/>
    public override Rational At(OutcomeSpace space, ReadOnlySpan<int> places) => worth(places);
}

/// <summary>The worth of some places together.</summary>
/// <param name="places">The places.</param>
public delegate Rational JointWorth(ReadOnlySpan<int> places);
