using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Roughly where a set of values lies, to tell at little cost what is clear at first sight.</summary>
/// <remarks>
/// Ends are kept as binary fractions and compared with a margin far above their rounding; what lies within the margin
/// is undecided and is to be compared exactly.
/// </remarks>
internal readonly struct Reach
{
    private const double Margin = 1e-13;
    private readonly double low;
    private readonly double high;
    private readonly ulong labels;
    private readonly ValueSetKind kind;
    private readonly bool isPoint;

    /// <summary>Takes the ends of a set; one that reaches to the end of the scale or beyond has none there.</summary>
    /// <param name="values">The set.</param>
    /// <param name="scale">The numbers that are possible.</param>
    public Reach(in ValueSet values, NumberRange scale)
    {
        kind = values.IsEmpty ? ValueSetKind.Topic : values.Kind;
        switch (kind)
        {
            case ValueSetKind.Labels:
                labels = values.LabelBits;
                break;
            case ValueSetKind.Range or ValueSetKind.Ranges:
                NumberRange range = values.Range;
                isPoint = range.IsPoint;
                bool coversLow = range.Low < scale.Low || (range.Low == scale.Low && !range.ExcludesLow);
                bool coversHigh = range.High > scale.High || (range.High == scale.High && !range.ExcludesHigh);
                low = coversLow && !isPoint ? double.NegativeInfinity : (double)range.Low;
                high = coversHigh && !isPoint ? double.PositiveInfinity : (double)range.High;
                break;
        }
    }

    /// <summary>Whether two sets of one issue and basis share no value.</summary>
    /// <param name="other">The other set.</param>
    /// <param name="step">Distance of neighbouring values, 0 where there is none.</param>
    public Answer IsDisjointFrom(in Reach other, double step)
    {
        if (kind == ValueSetKind.Labels && other.kind == ValueSetKind.Labels)
        {
            return (labels & other.labels) == 0 ? Answer.Yes : Answer.No;
        }

        if (!IsNumbers || !other.IsNumbers)
        {
            return Answer.Undecided;
        }

        if (IsBelow(high, other.low) || IsBelow(other.high, low))
        {
            return Answer.Yes;
        }

        if (kind != ValueSetKind.Range || other.kind != ValueSetKind.Range)
        {
            return Answer.Undecided;
        }

        // Two unbroken ranges that share more than a step share a value, wherever the steps lie; a point is itself.
        double from = Math.Max(low, other.low);
        double to = Math.Min(high, other.high);
        return (isPoint && IsBelow(other.low, low) && IsBelow(low, other.high)) || IsBelow(from + (1.5 * step), to)
            ? Answer.No
            : Answer.Undecided;
    }

    /// <summary>Whether every value of this set is in another of the same issue and basis.</summary>
    /// <param name="other">The other set.</param>
    /// <param name="step">Distance of neighbouring values, 0 where there is none.</param>
    public Answer IsWithin(in Reach other, double step)
    {
        if (kind == ValueSetKind.Labels && other.kind == ValueSetKind.Labels)
        {
            return (labels & ~other.labels) == 0 ? Answer.Yes : Answer.No;
        }

        if (!IsNumbers || other.kind != ValueSetKind.Range)
        {
            return Answer.Undecided;
        }

        bool isAbove = double.IsNegativeInfinity(other.low) || IsBelow(other.low, low);
        bool isUnder = double.IsPositiveInfinity(other.high) || IsBelow(high, other.high);
        return isAbove && isUnder ? Answer.Yes
            : IsBelow(low + (1.5 * step), other.low) || IsBelow(other.high, high - (1.5 * step)) ? Answer.No
            : Answer.Undecided;
    }

    private bool IsNumbers => kind is ValueSetKind.Range or ValueSetKind.Ranges;

    private static bool IsBelow(double left, double right) =>
        left < right && (double.IsInfinity(left) || double.IsInfinity(right)
            || right - left > Margin * Math.Max(Math.Abs(left), Math.Abs(right)));
}
