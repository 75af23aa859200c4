using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>Values of an issue as places from below to above.</summary>
internal sealed class ValueScale
{
    private const int LeastTicks = 3;

    // Where the values fill less of the issue's own range than this, the scale is narrowed around them and says so.
    private const double LeastFilled = 0.5;

    private readonly double low;
    private readonly double high;
    private readonly double top;
    private readonly double bottom;

    /// <summary>Lays out the values of an issue.</summary>
    /// <param name="issue">The issue, of numbers or of labels in an order.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    /// <param name="values">Values that must lie on it; at least one.</param>
    /// <param name="top">The place of its upper end.</param>
    /// <param name="bottom">The place of its lower end.</param>
    public ValueScale(Issue issue, int basis, IReadOnlyList<decimal> values, double top, double bottom)
    {
        (this.top, this.bottom) = (top, bottom);
        if (issue.Kind != ScaleKind.Numbers)
        {
            (low, high) = (-0.5, issue.Labels.Count - 0.5);
            Ticks = [.. Enumerable.Range(0, issue.Labels.Count).Select(i => (decimal)i)];
            return;
        }

        // Beyond this no room is left to round in; such a value lies at the end of the scale.
        const decimal Farthest = 1e27m;
        decimal least = Math.Clamp(values.Min(), -Farthest, Farthest);
        decimal most = Math.Clamp(values.Max(), -Farthest, Farthest);
        bool hasRange = basis == 0 && !issue.Range.IsUnboundedBelow && !issue.Range.IsUnboundedAbove;
        if (hasRange && (double)most - (double)least
            >= LeastFilled * ((double)issue.Range.High - (double)issue.Range.Low))
        {
            (least, most) = (Math.Min(least, issue.Range.Low), Math.Max(most, issue.Range.High));
            Ticks = Round(least, most);
            (low, high) = ((double)least, (double)most);
            return;
        }

        IsNarrowed = hasRange;
        Ticks = Widen(issue, basis, least, most);
        (low, high) = ((double)Ticks[0], (double)Ticks[^1]);
    }

    /// <summary>Whether the scale is narrower than the issue's own range.</summary>
    public bool IsNarrowed { get; }

    /// <summary>Values that are marked, in ascending order.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    /// <summary>The place of a value; values outside lie at the ends.</summary>
    public double Y(decimal value) =>
        bottom - (bottom - top) * (Math.Clamp((double)value, low, high) - low) / Math.Max(double.Epsilon, high - low);

    private static List<decimal> Widen(Issue issue, int basis, decimal least, decimal most)
    {
        decimal step = StepFor(least, most);
        decimal first = Floor(least, step);
        decimal last = Floor(most, step);
        last = last < most ? last + step : last;

        // A value at the very edge would lie on the frame, unless the edge is the end of the issue itself.
        if (first == least && (basis != 0 || issue.Range.IsUnboundedBelow || first > issue.Range.Low) && first != 0)
        {
            first -= step;
        }

        if (last == most && (basis != 0 || issue.Range.IsUnboundedAbove || last < issue.Range.High))
        {
            last += step;
        }

        List<decimal> ticks = [];
        for (decimal at = first; at <= last; at += step)
        {
            ticks.Add(at);
        }

        return ticks;
    }

    private static List<decimal> Round(decimal least, decimal most)
    {
        decimal step = StepFor(least, most);
        List<decimal> ticks = [];
        decimal first = Floor(least, step);
        for (decimal at = first < least ? first + step : first; at <= most; at += step)
        {
            ticks.Add(at);
        }

        return ticks;
    }

    /// <summary>A round step of which three to six or so lie between two values.</summary>
    private static decimal StepFor(decimal least, decimal most)
    {
        decimal span = Span(least, most);
        decimal step = 1;
        while (span / step >= 10 && step < 1e26m)
        {
            step *= 10;
        }

        while (span / step < 1 && step > 1e-20m)
        {
            step /= 10;
        }

        decimal count = span / step;
        return count >= 2 * LeastTicks ? step * 2 : count >= LeastTicks ? step : count >= 1.5m ? step / 2 : step / 5;
    }

    private static decimal Span(decimal least, decimal most)
    {
        // Halves are taken first: the whole of two far ends would not fit.
        decimal half = most / 2 - least / 2;
        return half > 0 ? half * 2 : most == 0 ? 1 : Math.Abs(most) / 10;
    }

    private static decimal Floor(decimal value, decimal step) => Math.Floor(value / step) * step;
}
