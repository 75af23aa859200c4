using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A schedule of values over time as one number, on an issue that says how.</summary>
/// <remarks>
/// Steps may be ranges: sum, mean and last take their ends one by one; compounding does too while no step falls
/// below −100 %. Steps are of equal length unless <c>for</c> says otherwise; a step without it counts once.
/// </remarks>
internal static class ScheduleTotal
{
    /// <summary>The mean number of days in a month of the Gregorian calendar, 146 097 / 4 800.</summary>
    private const decimal DaysInMonth = 30.436875m;

    /// <summary>The total of a schedule.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="values">The values as written.</param>
    /// <returns>
    /// The values themselves when they are no schedule, when the issue has no reduction, or when the steps cannot be
    /// reduced: labels, unknown values, several ranges, lengths in units that do not repeat each other, or numbers
    /// beyond what a decimal holds.
    /// </returns>
    public static ValueSet Of(Issue issue, ValueSet values)
    {
        if (values.Kind != ValueSetKind.Schedule || issue.Reduction == Reduction.None)
        {
            return values;
        }

        IReadOnlyList<ScheduleStep> steps = values.Steps;
        if (issue.Reduction == Reduction.Last)
        {
            return steps[^1].Values;
        }

        if (!TryCount(steps, issue.Reduction == Reduction.Mean, out decimal[] counts))
        {
            return values;
        }

        foreach (ScheduleStep step in steps)
        {
            if (step.Values.Kind != ValueSetKind.Range)
            {
                return values;
            }
        }

        try
        {
            return ValueSet.OfRange(Total(issue.Reduction, steps, counts));
        }
        catch (OverflowException)
        {
            return values;
        }
    }

    private static NumberRange Total(Reduction reduction, IReadOnlyList<ScheduleStep> steps, decimal[] counts)
    {
        decimal low = reduction == Reduction.Compounded ? 1 : 0;
        decimal high = low;
        decimal length = 0;
        bool noLow = false, noHigh = false, excludesLow = false, excludesHigh = false;
        for (int i = 0; i < steps.Count; i++)
        {
            NumberRange range = steps[i].Values.Range;
            noLow |= range.IsUnboundedBelow;
            noHigh |= range.IsUnboundedAbove;
            excludesLow |= range.ExcludesLow;
            excludesHigh |= range.ExcludesHigh;
            length += counts[i];
            low = noLow ? low : Add(reduction, low, range.Low, counts[i]);
            high = noHigh ? high : Add(reduction, high, range.High, counts[i]);
        }

        return new NumberRange(
            noLow ? decimal.MinValue : Finish(reduction, low, length),
            noHigh ? decimal.MaxValue : Finish(reduction, high, length),
            excludesLow && !noLow,
            excludesHigh && !noHigh);
    }

    private static decimal Add(Reduction reduction, decimal total, decimal step, decimal count)
    {
        if (reduction != Reduction.Compounded)
        {
            return total + (step * count);
        }

        decimal factor = 1 + (step / 100);
        if (factor < 0)
        {
            throw new OverflowException("Below a loss of everything, compounding has no order.");
        }

        for (long left = (long)count; left > 0; left >>= 1)
        {
            if ((left & 1) != 0)
            {
                total *= factor;
            }

            factor = left > 1 ? factor * factor : factor;
        }

        return total;
    }

    private static decimal Finish(Reduction reduction, decimal total, decimal length) => reduction switch
    {
        Reduction.Mean => Trim(total / length),
        Reduction.Compounded => Trim((total - 1) * 100),
        _ => total,
    };

    // Dividing by one with many decimals drops trailing zeros, so that 3.00 and 3 are the same figure.
    private static decimal Trim(decimal number) => number / 1.000000000000000000000000000m;

    private static bool TryCount(IReadOnlyList<ScheduleStep> steps, bool mayMix, out decimal[] counts)
    {
        counts = new decimal[steps.Count];
        TimeUnit? unit = null;
        bool isMixed = false;
        foreach (ScheduleStep step in steps)
        {
            if (step.Length is { } length)
            {
                isMixed |= unit is not null && unit != length.Unit;
                unit ??= length.Unit;
            }
        }

        for (int i = 0; i < counts.Length; i++)
        {
            TimeLength length = steps[i].Length ?? new TimeLength(1, unit ?? TimeUnit.Day);
            counts[i] = isMixed ? length.Count * Days(length.Unit) : length.Count;
        }

        return !isMixed || mayMix;
    }

    private static decimal Days(TimeUnit unit) => unit switch
    {
        TimeUnit.Week => 7,
        TimeUnit.Month => DaysInMonth,
        TimeUnit.Year => 12 * DaysInMonth,
        _ => 1,
    };
}
