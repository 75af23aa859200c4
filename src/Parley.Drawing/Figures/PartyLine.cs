using Parley.Record.Curves;
using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>A step of a curve as it is drawn: from a day to a day, at one value.</summary>
/// <param name="Step">The step.</param>
/// <param name="Value">The value that faces the other side.</param>
/// <param name="From">Day number.</param>
/// <param name="Until">Day number, not before <paramref name="From"/>.</param>
internal readonly record struct PlottedStep(CurveStep Step, decimal Value, int From, int Until);

/// <summary>All that one side held on an issue, in order of time.</summary>
/// <param name="Party">The side.</param>
/// <param name="Steps">Its steps; at least one.</param>
internal sealed record PartyLine(Actor Party, IReadOnlyList<PlottedStep> Steps)
{
    /// <summary>The first step of the line itself, or null when the side held nothing at the table.</summary>
    public PlottedStep? First => Steps.Cast<PlottedStep?>().FirstOrDefault(step => step!.Value.Step.IsOfLine);

    /// <summary>The last step of the line itself, or null.</summary>
    public PlottedStep? Last => Steps.Cast<PlottedStep?>().LastOrDefault(step => step!.Value.Step.IsOfLine);

    /// <summary>The sides in the order declared, each with its steps.</summary>
    /// <param name="steps">Steps that have a limit, in order of time.</param>
    /// <param name="lastDay">Up to when what is held is drawn.</param>
    public static List<PartyLine> Of(IEnumerable<CurveStep> steps, int lastDay) => [.. steps
        .GroupBy(step => step.Party)
        .OrderBy(group => group.Key.Id)
        .Select(group => new PartyLine(group.Key, [.. group.Select(step => Plot(step, lastDay))]))];

    /// <summary>Whether a step commits nobody, and is drawn dashed.</summary>
    public static bool IsOpen(CurveStep step) =>
        step.Firmness is Firmness.Floated or Firmness.WithoutPrejudice or Firmness.Provisional;

    /// <summary>The stretches of time in which the lines of the two sides lie apart.</summary>
    /// <remarks>
    /// The sides are those that want the issue high against those that want it low; where that is not said, two parties
    /// face each other, and more than two have no gap. Of contested accounts the first is taken.
    /// </remarks>
    /// <returns>From day, until day, lower and upper edge.</returns>
    public static IEnumerable<(int From, int Until, decimal Low, decimal High)> Gaps(
        IReadOnlyList<PartyLine> lines, Issue issue, NegotiationRecord record)
    {
        List<PartyLine> facing = [.. lines.Where(line => line.Last is not null)];
        int[] days = [.. facing.SelectMany(line => line.Steps).SelectMany(step => new[] { step.From, step.Until }).Distinct().Order()];
        int[] next = new int[facing.Count];
        for (int i = 0; i < days.Length - 1; i++)
        {
            List<(Direction Want, decimal Value)> held = [];
            for (int side = 0; side < facing.Count; side++)
            {
                if (Held(facing[side].Steps, ref next[side], days[i]) is { } value)
                {
                    held.Add((record.WantOf(facing[side].Party, issue, days[i])?.Direction ?? Direction.None, value));
                }
            }

            if (Between(held) is { } gap)
            {
                yield return (days[i], days[i + 1], gap.Low, gap.High);
            }
        }
    }

    private static (decimal Low, decimal High)? Between(List<(Direction Want, decimal Value)> held)
    {
        decimal[] high = [.. held.Where(h => h.Want == Direction.High).Select(h => h.Value)];
        decimal[] low = [.. held.Where(h => h.Want == Direction.Low).Select(h => h.Value)];
        if (high.Length > 0 && low.Length > 0)
        {
            return high.Min() > low.Max() ? (low.Max(), high.Min()) : null;
        }

        return held.Count != 2 || held[0].Value == held[1].Value ? null
            : (Math.Min(held[0].Value, held[1].Value), Math.Max(held[0].Value, held[1].Value));
    }

    private static decimal? Held(IReadOnlyList<PlottedStep> steps, ref int next, int day)
    {
        // Steps lie in order of time, so what ended for good is passed only once.
        while (next < steps.Count && steps[next].Until <= day)
        {
            next++;
        }

        for (int i = next; i < steps.Count && steps[i].From <= day; i++)
        {
            if (steps[i].Step.IsOfLine && steps[i].Until > day)
            {
                return steps[i].Value;
            }
        }

        return null;
    }

    private static PlottedStep Plot(CurveStep step, int lastDay)
    {
        int from = TimeScale.DayOf(step.From) ?? lastDay;
        int until = step.Until is { } end ? TimeScale.DayOf(end) ?? lastDay : lastDay;
        return new PlottedStep(step, step.Limit!.Value, from, Math.Max(from, until));
    }
}
