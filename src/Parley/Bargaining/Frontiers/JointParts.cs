using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Frontiers;

/// <summary>
/// A term or a demand of a group as a small machine that reads the choices of its issues one after another.
/// </summary>
/// <remarks>
/// What it has read so far is one whole number, its state. Only what states differ in has to be told apart later on, so
/// that choices with equal states are treated together.
/// </remarks>
internal abstract class JointPart
{
    /// <summary>Whose term it is; -1 for a demand.</summary>
    public required int Party { get; init; }

    /// <summary>The issues it reads, as places in the order in which the group is gone through, ascending.</summary>
    public required int[] Levels { get; init; }

    /// <summary>The state after one more choice; -1 when a demand is not met.</summary>
    /// <param name="state">The state so far; 0 before the first.</param>
    /// <param name="step">Which of its issues is chosen now.</param>
    /// <param name="position">The position of the choice among the values left of the issue.</param>
    public abstract int Next(int state, int step, int position);

    /// <summary>What it adds, once all of its issues are chosen.</summary>
    /// <param name="state">The last state.</param>
    public abstract Rational WorthOf(int state);

    /// <summary>Every worth that it may add.</summary>
    public abstract IEnumerable<Rational> Worths { get; }
}

/// <summary>A hyper-rectangle: its state is whether everything so far lies inside.</summary>
/// <param name="space">The space.</param>
/// <param name="term">The term.</param>
/// <param name="sides">For each step, the side of the term that it reads.</param>
internal sealed class RectanglePart(OutcomeSpace space, RectangleTerm term, int[] sides) : JointPart
{
    private const int Outside = 1;

    /// <inheritdoc/>
    public override IEnumerable<Rational> Worths => [term.Worth];

    /// <inheritdoc/>
    public override int Next(int state, int step, int position) => state == Outside
        || !term.Holds(sides[step], space.PlaceAt(term.Issues[sides[step]], position)) ? Outside : 0;

    /// <inheritdoc/>
    public override Rational WorthOf(int state) => state == Outside ? Rational.Zero : term.Worth;
}

/// <summary>Any term or demand on several issues: its state is the number of the choices so far.</summary>
internal sealed class TablePart : JointPart
{
    private readonly int[] counts;
    private readonly Rational[] worths;
    private readonly bool[]? allowed;

    /// <summary>Tabulates a term.</summary>
    /// <param name="space">The space.</param>
    /// <param name="term">The term.</param>
    /// <param name="steps">For each step, which of the term's issues it reads.</param>
    public TablePart(OutcomeSpace space, UtilityTerm term, int[] steps)
    {
        counts = [.. steps.Select(s => space.CountOf(term.Issues[s]))];
        List<Rational> table = [];
        foreach (int[] places in Choices(space, term.Issues, steps, counts))
        {
            table.Add(term.At(space, places));
        }

        worths = [.. table];
    }

    /// <summary>Tabulates a demand.</summary>
    /// <param name="space">The space.</param>
    /// <param name="constraint">The demand.</param>
    /// <param name="steps">For each step, which of the demand's issues it reads.</param>
    public TablePart(OutcomeSpace space, OutcomeConstraint constraint, int[] steps)
    {
        counts = [.. steps.Select(s => space.CountOf(constraint.Issues[s]))];
        worths = [];
        List<bool> table = [];
        foreach (int[] places in Choices(space, constraint.Issues, steps, counts))
        {
            table.Add(constraint.Allows(places));
        }

        allowed = [.. table];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rational> Worths => worths;

    /// <inheritdoc/>
    public override int Next(int state, int step, int position)
    {
        int next = (state * counts[step]) + position;
        return allowed is not null && step == counts.Length - 1 && !allowed[next] ? -1 : next;
    }

    /// <inheritdoc/>
    public override Rational WorthOf(int state) => allowed is null ? worths[state] : Rational.Zero;

    /// <summary>The places of the issues, in the issues' order, for all choices in the order of steps.</summary>
    private static IEnumerable<int[]> Choices(OutcomeSpace space, IReadOnlyList<int> issues, int[] steps, int[] counts)
    {
        int total = counts.Aggregate(1, (product, count) => checked(product * count));
        int[] places = new int[steps.Length];
        for (int number = 0; number < total; number++)
        {
            int rest = number;
            for (int s = steps.Length - 1; s >= 0; s--)
            {
                places[steps[s]] = space.PlaceAt(issues[steps[s]], rest % counts[s]);
                rest /= counts[s];
            }

            yield return places;
        }
    }
}
