using Parley.Numerics;
using Parley.Outcomes;

namespace Parley.Preferences;

/// <summary>How much a party values each value of one issue, before weighing. Immutable.</summary>
public abstract class ValueFunction
{
    /// <summary>The worth of a value of the issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="place">The place of the value.</param>
    public abstract Rational At(Issue issue, int place);

    /// <summary>
    /// The numbers inside the ends of the issue at which the function changes its slope; empty when there are none.
    /// </summary>
    /// <remarks>Between neighbouring ones it is a straight line, unless <see cref="IsPiecewiseLinear"/> is false.</remarks>
    public virtual IReadOnlyList<Rational> Breakpoints => [];

    /// <summary>Whether it is made of straight lines between its breakpoints, so that these say all of it.</summary>
    public virtual bool IsPiecewiseLinear => false;
}

/// <summary>A worth for each place.</summary>
/// <param name="worths">One for each value of the issue, in the order of places.</param>
public sealed class TableValues(params IEnumerable<Rational> worths) : ValueFunction
{
    /// <summary>The worths in the order of places.</summary>
    public IReadOnlyList<Rational> Worths { get; } = [.. worths];

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such place.</exception>
    public override Rational At(Issue issue, int place) => Worths[place];
}

/// <summary>A worth of every number.</summary>
public abstract class NumberValues : ValueFunction
{
    /// <summary>The worth of a number.</summary>
    /// <param name="number">Any number, inside the ends of the issue or not.</param>
    public abstract Rational At(Rational number);

    /// <inheritdoc/>
    public sealed override Rational At(Issue issue, int place) => At(issue.NumberAt(place));

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;
}

/// <summary>A straight line: <c>intercept + slope · number</c>.</summary>
/// <param name="intercept">Worth of 0.</param>
/// <param name="slope">Worth of one unit more; negative where less is better.</param>
public sealed class LinearValues(Rational intercept, Rational slope) : NumberValues
{
    /// <summary>Worth of 0.</summary>
    public Rational Intercept => intercept;

    /// <summary>Worth of one unit more; negative where less is better.</summary>
    public Rational Slope => slope;

    /// <inheritdoc/>
    public override Rational At(Rational number) => intercept + (slope * number);
}

/// <summary>Straight lines from point to point; level beyond the first and the last.</summary>
public sealed class PiecewiseLinearValues : NumberValues
{
    private readonly Rational[] numbers;
    private readonly Rational[] worths;

    /// <summary>Creates the lines.</summary>
    /// <param name="points">Numbers with their worth, ascending, no number twice; at least one.</param>
    /// <exception cref="ArgumentException">There is no point, or they do not ascend.</exception>
    public PiecewiseLinearValues(params IEnumerable<(Rational Number, Rational Worth)> points)
    {
        (Rational Number, Rational Worth)[] list = [.. points];
        numbers = [.. list.Select(p => p.Number)];
        worths = [.. list.Select(p => p.Worth)];
        if (list.Length == 0 || numbers.Zip(numbers.Skip(1)).Any(p => p.First >= p.Second))
        {
            throw new ArgumentException("Points ascend, and there is at least one.", nameof(points));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Rational> Breakpoints => numbers;

    /// <summary>The worth at each breakpoint.</summary>
    public IReadOnlyList<Rational> Worths => worths;

    /// <inheritdoc/>
    public override Rational At(Rational number)
    {
        int place = Array.BinarySearch(numbers, number);
        if (place >= 0)
        {
            return worths[place];
        }

        int next = ~place;
        if (next == 0 || next == numbers.Length)
        {
            return worths[Math.Min(next, numbers.Length - 1)];
        }

        Rational share = (number - numbers[next - 1]) / (numbers[next] - numbers[next - 1]);
        return worths[next - 1] + (share * (worths[next] - worths[next - 1]));
    }
}

/// <summary>Best at a peak and worse with the distance from it, on each side at its own rate.</summary>
/// <param name="peak">The number that is best.</param>
/// <param name="worth">Worth of the peak.</param>
/// <param name="fallBelow">Loss of worth for each unit below the peak; not negative.</param>
/// <param name="fallAbove">Loss of worth for each unit above the peak; not negative.</param>
public sealed class PeakedValues(Rational peak, Rational worth, Rational fallBelow, Rational fallAbove) : NumberValues
{
    /// <summary>The number that is best.</summary>
    public Rational Peak => peak;

    /// <inheritdoc/>
    public override IReadOnlyList<Rational> Breakpoints => [peak];

    /// <inheritdoc/>
    public override Rational At(Rational number) => number < peak
        ? worth - (fallBelow * (peak - number))
        : worth - (fallAbove * (number - peak));
}
