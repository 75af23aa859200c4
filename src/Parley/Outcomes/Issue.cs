using Parley.Numerics;

namespace Parley.Outcomes;

/// <summary>What the values of an issue are.</summary>
public enum IssueKind : byte
{
    /// <summary>Labels without an order.</summary>
    Categorical,

    /// <summary>Labels in an order, least first.</summary>
    Ordered,

    /// <summary>Numbers at equal distances, such as whole numbers or whole cents.</summary>
    Whole,

    /// <summary>Every number between two ends.</summary>
    Real,
}

/// <summary>Something that is negotiated about, with the values that can be agreed. Immutable.</summary>
/// <remarks>
/// A value is known by its place, from 0: labels in the order given, numbers from the least. A real issue has no
/// places until points are chosen on it (<see cref="OnPoints"/>).
/// </remarks>
public sealed class Issue
{
    /// <summary>The most values that an issue may have.</summary>
    public const int MostValues = 100_000_000;

    private readonly Rational step;
    private readonly Rational[]? points;

    private Issue(string name, IssueKind kind, string[] labels, Rational low, Rational high, Rational step, Rational[]? points, int? count)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Kind = kind;
        Labels = labels;
        Low = low;
        High = high;
        this.step = step;
        this.points = points;
        Count = count;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public IssueKind Kind { get; }

    /// <summary>The labels, in order; empty for numbers.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The least number; 0 for labels.</summary>
    public Rational Low { get; }

    /// <summary>The greatest number; 0 for labels.</summary>
    public Rational High { get; }

    /// <summary>How many values there are; null for a real issue without points.</summary>
    public int? Count { get; }

    /// <summary>Whether its values are numbers.</summary>
    public bool IsNumeric => Kind is IssueKind.Whole or IssueKind.Real;

    /// <summary>Labels without an order.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="labels">At least one label.</param>
    /// <exception cref="ArgumentException">There is no label.</exception>
    public static Issue Categorical(string name, params IEnumerable<string> labels) => OfLabels(name, IssueKind.Categorical, labels);

    /// <summary>Labels in an order, least first.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="labels">At least one label.</param>
    /// <exception cref="ArgumentException">There is no label.</exception>
    public static Issue Ordered(string name, params IEnumerable<string> labels) => OfLabels(name, IssueKind.Ordered, labels);

    /// <summary>Numbers at equal distances from the least; the last is the greatest that is not above <paramref name="high"/>.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="low">The least.</param>
    /// <param name="high">The upper end; not below <paramref name="low"/>.</param>
    /// <param name="step">The distance, above 0; 1 when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The ends are reversed, the step is not above 0, or there would be more than <see cref="MostValues"/>.
    /// </exception>
    public static Issue Whole(string name, Rational low, Rational high, Rational? step = null)
    {
        Rational distance = step ?? Rational.One;
        if (high < low || distance.Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(high), "A whole-number issue needs ends in order and a step above 0.");
        }

        System.Numerics.BigInteger steps = ((high - low) / distance).Floor();
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(steps, MostValues, nameof(step));
        int count = (int)steps + 1;
        return new Issue(name, IssueKind.Whole, [], low, low + (distance * new Rational(steps)), distance, null, count);
    }

    /// <summary>Every number between two ends, both included.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="low">The least.</param>
    /// <param name="high">The greatest; not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are reversed.</exception>
    public static Issue Real(string name, Rational low, Rational high) => high < low
        ? throw new ArgumentOutOfRangeException(nameof(high), "A real issue needs its ends in order.")
        : new Issue(name, IssueKind.Real, [], low, high, Rational.Zero, null, null);

    /// <summary>The same issue with only some of its numbers as values.</summary>
    /// <param name="numbers">Numbers within the ends, in any order; repeated ones count once.</param>
    /// <exception cref="InvalidOperationException">The values are not numbers.</exception>
    /// <exception cref="ArgumentException">There is no number, or one lies outside the ends.</exception>
    public Issue OnPoints(IEnumerable<Rational> numbers)
    {
        if (!IsNumeric)
        {
            throw new InvalidOperationException("Only an issue of numbers has points.");
        }

        Rational[] sorted = [.. numbers.Distinct().Order()];
        return sorted.Length == 0 || sorted[0] < Low || sorted[^1] > High
            ? throw new ArgumentException("Points lie within the ends of the issue, and there is at least one.", nameof(numbers))
            : new Issue(Name, Kind, [], Low, High, Rational.Zero, sorted, sorted.Length);
    }

    /// <summary>The number at a place.</summary>
    /// <param name="place">From 0 to <see cref="Count"/> less 1.</param>
    /// <exception cref="InvalidOperationException">The values are no numbers, or a real issue has no points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Rational NumberAt(int place)
    {
        if (!IsNumeric || Count is not int count)
        {
            throw new InvalidOperationException("The issue has no numbers with places.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)count, nameof(place));
        return points is null ? Low + (step * place) : points[place];
    }

    /// <summary>The place of a number, or -1 when it is no value of the issue.</summary>
    /// <param name="number">The number.</param>
    public int FindPlace(Rational number)
    {
        if (points is not null)
        {
            return Math.Max(-1, Array.BinarySearch(points, number));
        }

        if (Kind != IssueKind.Whole || number < Low || number > High)
        {
            return -1;
        }

        Rational place = (number - Low) / step;
        return place.Denominator.IsOne ? (int)place.Numerator : -1;
    }

    /// <summary>The place of a label, or -1 when it is no value of the issue.</summary>
    /// <param name="label">The label.</param>
    public int FindPlace(string label) => Array.IndexOf((string[])Labels, label);

    private static Issue OfLabels(string name, IssueKind kind, IEnumerable<string> labels)
    {
        string[] list = [.. labels];
        return list.Length == 0
            ? throw new ArgumentException("An issue has at least one value.", nameof(labels))
            : new Issue(name, kind, list, default, default, default, null, list.Length);
    }
}
