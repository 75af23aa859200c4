using System.Numerics;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The limit of a position that faces the other side.</summary>
/// <param name="Demand">
/// The higher, the more it asks: the number itself where high is wanted and its negative where low is, the same of
/// the place of a label, and minus the rank in an order of the party's own.
/// </param>
/// <param name="IsExcluded">Whether the limit itself is out, which asks a little more.</param>
/// <param name="IsUnbounded">Whether there is no limit: every value that the other side could want is admitted.</param>
internal readonly record struct FacingLimit(decimal Demand, bool IsExcluded, bool IsUnbounded)
    : IComparable<FacingLimit>
{
    public int CompareTo(FacingLimit other)
    {
        if (IsUnbounded || other.IsUnbounded)
        {
            return other.IsUnbounded.CompareTo(IsUnbounded);
        }

        int result = Demand.CompareTo(other.Demand);
        return result != 0 ? result : IsExcluded.CompareTo(other.IsExcluded);
    }

    /// <summary>Units or steps between two limits; null when one of them is unbounded.</summary>
    public decimal? DistanceTo(FacingLimit other) =>
        IsUnbounded && other.IsUnbounded ? 0
        : IsUnbounded || other.IsUnbounded ? null
        : Math.Abs(Demand - other.Demand);
}

/// <summary>Sets of values on the scale of an issue: what is possible there, how far apart, what is left.</summary>
/// <remarks>
/// The range and the step of an issue hold for the basis that is not said and for each basis of the same unit; a basis
/// of another unit has neither. Steps are counted from the bottom of the range, or from its top, or from 0, whichever
/// is the first that exists. A single value is never moved to a step.
/// </remarks>
internal static class Scales
{
    // Beyond this a remainder loses digits; no scale with steps reaches so far.
    private const decimal StepLimit = 1_000_000_000_000_000m;

    /// <summary>The values of a set that are possible, ends on steps.</summary>
    public static ValueSet OnScale(Issue issue, int basisIndex, ValueSet values) => values.Kind switch
    {
        ValueSetKind.Labels => issue.Kind == ScaleKind.Numbers ? values : values.Intersect(issue.All),
        ValueSetKind.Range or ValueSetKind.Ranges => HasScale(issue, basisIndex)
            ? OnSteps(issue, basisIndex, values.Intersect(ValueSet.OfRange(issue.Range)))
            : values,
        _ => values,
    };

    /// <summary>A set of numbers with its ends moved inwards to the next step; others as they are.</summary>
    public static ValueSet OnSteps(Issue issue, int basisIndex, ValueSet values)
    {
        if (issue.Step is null || !HasScale(issue, basisIndex))
        {
            return values;
        }

        if (values.Kind == ValueSetKind.Range)
        {
            NumberRange range = values.Range;
            return range.IsPoint ? values : ValueSet.OfRange(OnSteps(issue, range));
        }

        return values.Kind == ValueSetKind.Ranges
            ? ValueSet.OfRanges(values.Ranges.Select(r => r.IsPoint ? r : OnSteps(issue, r)))
            : values;
    }

    /// <summary>All possible values that are not in a set of numbers or labels.</summary>
    public static ValueSet Complement(Issue issue, int basisIndex, ValueSet values)
    {
        if (values.Kind == ValueSetKind.Labels)
        {
            return ValueSet.OfLabels(issue.All.LabelBits & ~values.LabelBits);
        }

        NumberRange whole = HasScale(issue, basisIndex) ? issue.Range : NumberRange.All;
        List<NumberRange> rest = [];
        NumberRange left = whole;
        foreach (NumberRange range in values.Ranges)
        {
            if (range.IsEmpty)
            {
                continue;
            }

            if (!range.IsUnboundedBelow)
            {
                rest.Add(left.Intersect(new NumberRange(decimal.MinValue, range.Low, false, !range.ExcludesLow)));
            }

            left = range.IsUnboundedAbove
                ? new NumberRange(0, 0, true, true)
                : left.Intersect(new NumberRange(range.High, decimal.MaxValue, !range.ExcludesHigh));
        }

        rest.Add(left);
        return OnSteps(issue, basisIndex, ValueSet.OfRanges(rest));
    }

    /// <summary>Whether no possible value is in a set; a topic is never empty, a schedule when a step of it is.</summary>
    public static bool IsEmpty(Issue issue, int basisIndex, ValueSet values)
    {
        if (values.Kind != ValueSetKind.Schedule)
        {
            return OnScale(issue, basisIndex, values).IsEmpty;
        }

        foreach (ScheduleStep step in values.Steps)
        {
            if (OnScale(issue, basisIndex, step.Values).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether two sets share no possible value. Schedules do so when one of their steps does; a schedule and
    /// something else, or schedules of different length, cannot be compared and are not disjoint.
    /// </summary>
    public static bool AreDisjoint(Issue issue, int basisIndex, ValueSet left, ValueSet right)
    {
        if (left.Kind == ValueSetKind.Topic || right.Kind == ValueSetKind.Topic)
        {
            return false;
        }

        if (left.Kind != ValueSetKind.Schedule && right.Kind != ValueSetKind.Schedule)
        {
            if (left.Kind == ValueSetKind.Range && right.Kind == ValueSetKind.Range)
            {
                return IsEmpty(issue, basisIndex, left.Range.Intersect(right.Range));
            }

            ValueSet both = left.Intersect(right);
            return both.IsEmpty || (issue.Step is not null && OnSteps(issue, basisIndex, both).IsEmpty);
        }

        if (!HaveSameSteps(left, right))
        {
            return false;
        }

        for (int i = 0; i < left.Steps.Count; i++)
        {
            if (AreDisjoint(issue, basisIndex, left.Steps[i].Values, right.Steps[i].Values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every possible value of a set, which has one, is in another; schedules only when equal.</summary>
    public static bool IsWithin(Issue issue, int basisIndex, ValueSet inner, ValueSet outer)
    {
        if (inner.Kind == ValueSetKind.Range && outer.Kind == ValueSetKind.Range && Holds(outer.Range, inner.Range))
        {
            return !IsEmpty(issue, basisIndex, inner);
        }

        bool isSchedule = inner.Kind == ValueSetKind.Schedule || outer.Kind == ValueSetKind.Schedule;
        return isSchedule || outer.Kind == ValueSetKind.Topic
            ? inner == outer
            : !IsEmpty(issue, basisIndex, inner)
                && AreDisjoint(issue, basisIndex, inner, Complement(issue, basisIndex, outer));
    }

    private static bool Holds(NumberRange outer, NumberRange inner) =>
        (outer.Low < inner.Low || (outer.Low == inner.Low && (!outer.ExcludesLow || inner.ExcludesLow)))
        && (outer.High > inner.High || (outer.High == inner.High && (!outer.ExcludesHigh || inner.ExcludesHigh)));

    /// <summary>The set of all values that ask as much as a limit or more.</summary>
    public static ValueSet AtLeast(Issue issue, Want want, FacingLimit limit)
    {
        if (issue.Kind == ScaleKind.Numbers)
        {
            return ValueSet.OfRange(want.Direction == Direction.High
                ? new NumberRange(limit.Demand, decimal.MaxValue, limit.IsExcluded)
                : new NumberRange(decimal.MinValue, -limit.Demand, false, limit.IsExcluded));
        }

        ulong bits = 0;
        for (int i = 0; i < issue.Labels.Count; i++)
        {
            bits |= Rank(want, i) <= -limit.Demand ? 1UL << i : 0;
        }

        return ValueSet.OfLabels(bits);
    }

    /// <summary>Whether both are schedules of the same number of steps and the same lengths.</summary>
    public static bool HaveSameSteps(ValueSet left, ValueSet right)
    {
        if (left.Kind != ValueSetKind.Schedule || right.Kind != ValueSetKind.Schedule
            || left.Steps.Count != right.Steps.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Steps.Count; i++)
        {
            if (left.Steps[i].Length != right.Steps[i].Length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The limit of a set that faces the other side.</summary>
    /// <returns>
    /// Null without a direction, for schedules and topics, and for sets that hold nothing. Where high is wanted it is
    /// the lowest value admitted, where low is wanted the highest, in an order of labels the worst for the party.
    /// </returns>
    public static FacingLimit? LimitOf(Issue issue, int basisIndex, Want? want, ValueSet values)
    {
        if (want is null or { Direction: Direction.None } || values.IsEmpty)
        {
            return null;
        }

        switch (values.Kind)
        {
            case ValueSetKind.Labels:
                return LimitOfLabels(issue, want, values.LabelBits);
            case ValueSetKind.Range or ValueSetKind.Ranges when want.Direction is Direction.High or Direction.Low:
                return LimitOfRange(issue, basisIndex, want.Direction, values.Range);
            default:
                return null;
        }
    }

    /// <summary>Distance between the nearest values of two sets: 0 when they meet.</summary>
    /// <returns>Units, or steps of ordered labels; null for schedules, topics, and labels without order that do not meet.</returns>
    public static decimal? Distance(Issue issue, int basisIndex, ValueSet left, ValueSet right)
    {
        ValueSet a = OnScale(issue, basisIndex, left);
        ValueSet b = OnScale(issue, basisIndex, right);
        a = a.IsEmpty ? left : a;
        b = b.IsEmpty ? right : b;
        if (a.Kind == ValueSetKind.Labels && b.Kind == ValueSetKind.Labels)
        {
            return (a.LabelBits & b.LabelBits) != 0 ? 0
                : issue.Kind == ScaleKind.OrderedLabels && a.LabelBits != 0 && b.LabelBits != 0
                    ? LabelDistance(a.LabelBits, b.LabelBits)
                    : null;
        }

        if (!IsNumbers(a) || !IsNumbers(b) || a.IsEmpty || b.IsEmpty)
        {
            return null;
        }

        decimal least = decimal.MaxValue;
        foreach (NumberRange x in a.Ranges)
        {
            foreach (NumberRange y in b.Ranges)
            {
                least = Math.Min(least, x.High < y.Low ? y.Low - x.High : y.High < x.Low ? x.Low - y.High : 0);
            }
        }

        return least;
    }

    /// <summary>Rank of a label for a party, 0 for the best; labels left out of an order of its own share the last.</summary>
    public static int Rank(Want want, int label)
    {
        if (want.Direction != Direction.Ordered)
        {
            return want.Direction == Direction.High ? 63 - label : label;
        }

        for (int i = 0; i < want.Ranking.Count; i++)
        {
            if (want.Ranking[i] == label)
            {
                return i;
            }
        }

        return want.Ranking.Count;
    }

    /// <summary>Whether a range holds no number, or none on a step.</summary>
    private static bool IsEmpty(Issue issue, int basisIndex, NumberRange range)
    {
        if (range.IsEmpty || range.IsPoint || issue.Step is not { } step || step <= 0)
        {
            return range.IsEmpty;
        }

        // Wider than a step, or without end: some step lies inside.
        return !range.IsUnboundedBelow && !range.IsUnboundedAbove && Math.Abs(range.Low) <= StepLimit
            && range.High - range.Low <= step && HasScale(issue, basisIndex) && OnSteps(issue, range).IsEmpty;
    }

    private static FacingLimit LimitOfRange(Issue issue, int basisIndex, Direction direction, NumberRange range)
    {
        bool hasScale = HasScale(issue, basisIndex);
        if (direction == Direction.High)
        {
            if (range.IsUnboundedBelow || (hasScale && range.Low < issue.Range.Low && issue.Range.Low <= range.High))
            {
                return !hasScale || issue.Range.IsUnboundedBelow
                    ? new(0, false, true) : new(issue.Range.Low, issue.Range.ExcludesLow, false);
            }

            range = hasScale && !range.IsPoint ? StepUp(issue, range) : range;
            return new(range.Low, range.ExcludesLow, false);
        }

        if (range.IsUnboundedAbove || (hasScale && range.High > issue.Range.High && issue.Range.High >= range.Low))
        {
            return !hasScale || issue.Range.IsUnboundedAbove
                ? new(0, false, true) : new(-issue.Range.High, issue.Range.ExcludesHigh, false);
        }

        range = hasScale && !range.IsPoint ? StepDown(issue, range) : range;
        return new(-range.High, range.ExcludesHigh, false);
    }

    private static bool IsNumbers(ValueSet values) => values.Kind is ValueSetKind.Range or ValueSetKind.Ranges;

    /// <summary>Whether the range and the step of an issue hold for a basis.</summary>
    internal static bool HasScale(Issue issue, int basisIndex) => issue.Kind == ScaleKind.Numbers
        && (basisIndex == 0 || issue.Bases[basisIndex - 1].Unit == issue.Unit);

    private static FacingLimit? LimitOfLabels(Issue issue, Want want, ulong bits)
    {
        if (want.Direction != Direction.Ordered && issue.Kind != ScaleKind.OrderedLabels)
        {
            return null;
        }

        int worst = 0;
        for (ulong left = bits; left != 0; left &= left - 1)
        {
            worst = Math.Max(worst, Rank(want, BitOperations.TrailingZeroCount(left)));
        }

        return new FacingLimit(-worst, false, false);
    }

    private static decimal LabelDistance(ulong left, ulong right)
    {
        int least = 64;
        for (ulong a = left; a != 0; a &= a - 1)
        {
            int label = BitOperations.TrailingZeroCount(a);
            ulong above = label == 63 ? 0 : right >> (label + 1);
            ulong below = right & ((1UL << label) - 1);
            least = above == 0 ? least : Math.Min(least, BitOperations.TrailingZeroCount(above) + 1);
            least = below == 0 ? least : Math.Min(least, label - (63 - BitOperations.LeadingZeroCount(below)));
        }

        return least;
    }

    private static NumberRange OnSteps(Issue issue, NumberRange range) => StepDown(issue, StepUp(issue, range));

    /// <summary>A range with its lower end moved up to a step.</summary>
    private static NumberRange StepUp(Issue issue, NumberRange range)
    {
        if (issue.Step is not { } step || step <= 0 || range.IsUnboundedBelow || Math.Abs(range.Low) > StepLimit)
        {
            return range;
        }

        decimal over = Over(range.Low, Anchor(issue), step);
        decimal low = over != 0 ? range.Low - over + step : range.ExcludesLow ? range.Low + step : range.Low;
        return range with { Low = low, ExcludesLow = false };
    }

    /// <summary>A range with its upper end moved down to a step.</summary>
    private static NumberRange StepDown(Issue issue, NumberRange range)
    {
        if (issue.Step is not { } step || step <= 0 || range.IsUnboundedAbove || Math.Abs(range.High) > StepLimit)
        {
            return range;
        }

        decimal over = Over(range.High, Anchor(issue), step);
        decimal high = over != 0 ? range.High - over : range.ExcludesHigh ? range.High - step : range.High;
        return range with { High = high, ExcludesHigh = false };
    }

    private static decimal Anchor(Issue issue)
    {
        decimal anchor = !issue.Range.IsUnboundedBelow ? issue.Range.Low
            : !issue.Range.IsUnboundedAbove ? issue.Range.High : 0;
        return Math.Abs(anchor) > StepLimit ? 0 : anchor;
    }

    /// <summary>How far a number lies above the nearest step at or below it.</summary>
    private static decimal Over(decimal number, decimal anchor, decimal step)
    {
        decimal over = (number - anchor) % step;
        return over < 0 ? over + step : over;
    }
}
