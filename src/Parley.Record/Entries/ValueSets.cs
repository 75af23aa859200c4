using System.Diagnostics.CodeAnalysis;

namespace Parley.Record.Entries;

/// <summary>Numbers between two ends.</summary>
/// <remarks>An end without bound is <see cref="decimal.MinValue"/> or <see cref="decimal.MaxValue"/>.</remarks>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="ExcludesLow">Whether the lower end itself is out.</param>
/// <param name="ExcludesHigh">Whether the upper end itself is out.</param>
public readonly record struct NumberRange(decimal Low, decimal High, bool ExcludesLow = false, bool ExcludesHigh = false)
{
    /// <summary>All numbers.</summary>
    public static NumberRange All => new(decimal.MinValue, decimal.MaxValue);

    /// <summary>Whether the lower end is unbounded.</summary>
    public bool IsUnboundedBelow => Low == decimal.MinValue;

    /// <summary>Whether the upper end is unbounded.</summary>
    public bool IsUnboundedAbove => High == decimal.MaxValue;

    /// <summary>Whether it holds one number exactly.</summary>
    public bool IsPoint => Low == High && !ExcludesLow && !ExcludesHigh;

    /// <summary>Whether it holds no number at all.</summary>
    public bool IsEmpty => Low > High || (Low == High && (ExcludesLow || ExcludesHigh));

    /// <summary>Whether a number lies inside.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(decimal number) =>
        (number > Low || (number == Low && !ExcludesLow)) && (number < High || (number == High && !ExcludesHigh));

    /// <summary>The numbers in both; empty when there are none.</summary>
    /// <param name="other">The other range.</param>
    public NumberRange Intersect(NumberRange other)
    {
        (decimal low, bool excludesLow) = Low > other.Low ? (Low, ExcludesLow)
            : Low < other.Low ? (other.Low, other.ExcludesLow) : (Low, ExcludesLow || other.ExcludesLow);
        (decimal high, bool excludesHigh) = High < other.High ? (High, ExcludesHigh)
            : High > other.High ? (other.High, other.ExcludesHigh) : (High, ExcludesHigh || other.ExcludesHigh);
        return new NumberRange(low, high, excludesLow, excludesHigh);
    }
}

/// <summary>What a <see cref="ValueSet"/> is made of.</summary>
public enum ValueSetKind : byte
{
    /// <summary>Nothing is said of the values: the issue is only a topic.</summary>
    Topic,

    /// <summary>One range of numbers.</summary>
    Range,

    /// <summary>Labels.</summary>
    Labels,

    /// <summary>Several ranges of numbers.</summary>
    Ranges,

    /// <summary>Values one after another in time.</summary>
    Schedule,
}

/// <summary>A unit of time in which lengths and deadlines are written.</summary>
public enum TimeUnit : byte
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of seven days.</summary>
    Week,

    /// <summary>Months, to the same day or the last of the month.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>A length of time as written.</summary>
/// <param name="Count">How many; above 0.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct TimeLength(int Count, TimeUnit Unit);

/// <summary>One step of a schedule.</summary>
/// <param name="Values">The values that hold.</param>
/// <param name="Length">For how long, or null when the steps are of equal length.</param>
public sealed record ScheduleStep(ValueSet Values, TimeLength? Length);

/// <summary>
/// The values of one issue that a speaker says it would take, as written: not yet read as "this or better".
/// </summary>
/// <remarks>Two sets are equal when they are written of the same parts; <c>= 3</c> and <c>3..3</c> are one.</remarks>
public readonly struct ValueSet : IEquatable<ValueSet>
{
    private readonly decimal low;
    private readonly decimal high;
    private readonly object? parts;
    private readonly byte flags;

    private ValueSet(ValueSetKind kind, decimal low, decimal high, byte flags, object? parts)
    {
        Kind = kind;
        this.low = low;
        this.high = high;
        this.flags = flags;
        this.parts = parts;
    }

    /// <summary>What it is made of.</summary>
    public ValueSetKind Kind { get; }

    /// <summary>A bare issue, of whose values nothing is said.</summary>
    public static ValueSet Topic => default;

    /// <summary>The range; for several ranges, the span from the lowest to the highest.</summary>
    /// <exception cref="InvalidOperationException">The set holds no numbers.</exception>
    public NumberRange Range => Kind switch
    {
        ValueSetKind.Range => new NumberRange(low, high, (flags & 1) != 0, (flags & 2) != 0),
        ValueSetKind.Ranges => Span((NumberRange[])parts!),
        _ => throw new InvalidOperationException("Only a set of numbers has a range."),
    };

    /// <summary>The ranges in ascending order; one for a single range.</summary>
    /// <exception cref="InvalidOperationException">The set holds no numbers.</exception>
    public IReadOnlyList<NumberRange> Ranges => Kind == ValueSetKind.Ranges ? (NumberRange[])parts! : [Range];

    /// <summary>Bit i is set when label i of the issue is in; 0 unless the set is of labels.</summary>
    public ulong LabelBits => Kind == ValueSetKind.Labels ? (ulong)low : 0;

    /// <summary>The steps of a schedule; empty for others.</summary>
    public IReadOnlyList<ScheduleStep> Steps => Kind == ValueSetKind.Schedule ? (ScheduleStep[])parts! : [];

    /// <summary>Whether it is one value exactly.</summary>
    public bool IsPoint => Kind switch
    {
        ValueSetKind.Range => low == high && flags == 0,
        ValueSetKind.Labels => ulong.PopCount((ulong)low) == 1,
        _ => false,
    };

    /// <summary>Whether it holds no value; a topic and a schedule are not empty.</summary>
    public bool IsEmpty => Kind switch
    {
        ValueSetKind.Range => Range.IsEmpty,
        ValueSetKind.Labels => low == 0,
        ValueSetKind.Ranges => ((NumberRange[])parts!).Length == 0,
        _ => false,
    };

    /// <summary>A range of numbers.</summary>
    /// <param name="range">The range.</param>
    public static ValueSet OfRange(NumberRange range) => new(
        ValueSetKind.Range,
        range.Low,
        range.High,
        (byte)((range.ExcludesLow ? 1 : 0) | (range.ExcludesHigh ? 2 : 0)),
        null);

    /// <summary>One number.</summary>
    /// <param name="number">The number.</param>
    public static ValueSet OfNumber(decimal number) => new(ValueSetKind.Range, number, number, 0, null);

    /// <summary>Labels.</summary>
    /// <param name="bits">Bit i for label i.</param>
    public static ValueSet OfLabels(ulong bits) => new(ValueSetKind.Labels, bits, 0, 0, null);

    /// <summary>Several ranges; sorted, joined where they touch, empty ones dropped.</summary>
    /// <param name="ranges">The ranges, in any order.</param>
    public static ValueSet OfRanges(IEnumerable<NumberRange> ranges)
    {
        List<NumberRange> joined = [];
        foreach (NumberRange range in ranges.Where(r => !r.IsEmpty).OrderBy(r => r.Low).ThenBy(r => r.ExcludesLow))
        {
            if (joined.Count > 0 && Touches(joined[^1], range))
            {
                NumberRange last = joined[^1];
                bool takesLast = last.High > range.High || (last.High == range.High && !last.ExcludesHigh);
                joined[^1] = takesLast ? last : last with { High = range.High, ExcludesHigh = range.ExcludesHigh };
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined.Count == 1 ? OfRange(joined[0]) : new(ValueSetKind.Ranges, 0, 0, 0, joined.ToArray());
    }

    /// <summary>Values one after another.</summary>
    /// <param name="steps">At least two steps, in order of time.</param>
    public static ValueSet OfSchedule(ScheduleStep[] steps) => new(ValueSetKind.Schedule, 0, 0, 0, steps);

    /// <summary>The values in both. A topic says nothing of values and leaves the other as it is.</summary>
    /// <param name="other">A set of the same issue and basis.</param>
    /// <returns>Possibly empty; a schedule meets only an equal schedule.</returns>
    public ValueSet Intersect(ValueSet other)
    {
        if (Kind == ValueSetKind.Topic)
        {
            return other;
        }

        if (other.Kind == ValueSetKind.Topic)
        {
            return this;
        }

        if (Kind == ValueSetKind.Labels || other.Kind == ValueSetKind.Labels)
        {
            return OfLabels(LabelBits & other.LabelBits);
        }

        if (Kind == ValueSetKind.Schedule || other.Kind == ValueSetKind.Schedule)
        {
            return Equals(other) ? this : new(ValueSetKind.Ranges, 0, 0, 0, Array.Empty<NumberRange>());
        }

        if (Kind == ValueSetKind.Range && other.Kind == ValueSetKind.Range)
        {
            return OfRange(Range.Intersect(other.Range));
        }

        IReadOnlyList<NumberRange> left = Ranges;
        IReadOnlyList<NumberRange> right = other.Ranges;
        return OfRanges(left.SelectMany(_ => right, (a, b) => a.Intersect(b)));
    }

    /// <summary>The values in either; both must be numbers, or both labels.</summary>
    /// <param name="other">A set of the same issue and basis.</param>
    /// <exception cref="InvalidOperationException">One of them is a topic or a schedule.</exception>
    public ValueSet Union(ValueSet other) => Kind == ValueSetKind.Labels && other.Kind == ValueSetKind.Labels
        ? OfLabels(LabelBits | other.LabelBits)
        : OfRanges(Ranges.Concat(other.Ranges));

    /// <summary>Whether no value is in both; never so when one of them is a topic.</summary>
    /// <param name="other">A set of the same issue and basis.</param>
    public bool IsDisjointFrom(ValueSet other) =>
        Kind != ValueSetKind.Topic && other.Kind != ValueSetKind.Topic && Intersect(other).IsEmpty;

    /// <inheritdoc/>
    public bool Equals(ValueSet other)
    {
        if (Kind != other.Kind || low != other.low || high != other.high || flags != other.flags)
        {
            return false;
        }

        return Kind switch
        {
            ValueSetKind.Ranges => ((NumberRange[])parts!).AsSpan().SequenceEqual((NumberRange[])other.parts!),
            ValueSetKind.Schedule => ((ScheduleStep[])parts!).AsSpan().SequenceEqual((ScheduleStep[])other.parts!),
            _ => true,
        };
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ValueSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, low, high, flags);

    /// <summary>Whether both are made of the same parts.</summary>
    public static bool operator ==(ValueSet left, ValueSet right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(ValueSet left, ValueSet right) => !left.Equals(right);

    private static bool Touches(NumberRange left, NumberRange right) =>
        right.Low < left.High || (right.Low == left.High && !(left.ExcludesHigh && right.ExcludesLow));

    private static NumberRange Span(NumberRange[] ranges) => ranges.Length == 0
        ? new NumberRange(0, 0, true, true)
        : new NumberRange(ranges[0].Low, ranges[^1].High, ranges[0].ExcludesLow, ranges[^1].ExcludesHigh);
}
