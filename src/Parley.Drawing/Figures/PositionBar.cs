using System.Numerics;
using Parley.Drawing.Markup;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Figures;

/// <summary>A position as a small bar on the scale of its issue; the words beside it say the same.</summary>
internal static class PositionBar
{
    private const double Width = 124;
    private const double Height = 12;
    private const double Edge = 4;

    /// <summary>Draws the bar.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="position">The position.</param>
    /// <param name="others">All positions on the issue; where it has no range of its own, they give the scale.</param>
    /// <param name="hues">The colours of the sides.</param>
    /// <returns>Null for a schedule, a topic, and where there is no scale.</returns>
    public static Element? Draw(Issue issue, Position position, IEnumerable<Position> others, Hues hues)
    {
        Element svg = new Element("svg").Set("class", "fig bar").Set("viewBox", "0 0 124 12").Set("width", Width)
            .Set("height", Height).Set("aria-hidden", "true");
        string fill = hues.Fill(position.Party);
        if (position.Values.Kind == ValueSetKind.Labels)
        {
            return Labels(svg, issue, position.Values.LabelBits, fill, hues.Line(position.Party));
        }

        if (position.Values.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges) || position.Values.IsEmpty
            || Ends(issue, position, others) is not { } ends)
        {
            return null;
        }

        double Place(decimal value, double open) => value is decimal.MinValue or decimal.MaxValue ? open
            : Edge + (Width - 2 * Edge) * Math.Clamp(((double)value - ends.Low) / (ends.High - ends.Low), 0, 1);
        svg.Add(Shapes.Line("axis", (Edge, Height / 2), (Width - Edge, Height / 2)));
        foreach (NumberRange range in position.Values.Ranges)
        {
            double from = Place(range.Low, 0);
            double to = Place(range.High, Width);
            svg.Add(Shapes.Rectangle(fill, from - 2, 2, Math.Max(to, from) + 2, Height - 2));
        }

        return svg;
    }

    /// <summary>Whether the later of two sets lies higher: above 0, below 0, or 0 where that cannot be said.</summary>
    public static int Compare(ValueSet from, ValueSet to)
    {
        if (from.Kind == ValueSetKind.Labels && to.Kind == ValueSetKind.Labels)
        {
            int low = BitOperations.TrailingZeroCount(to.LabelBits).CompareTo(BitOperations.TrailingZeroCount(from.LabelBits));
            return low != 0 ? low
                : BitOperations.LeadingZeroCount(from.LabelBits).CompareTo(BitOperations.LeadingZeroCount(to.LabelBits));
        }

        if (from.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges) || to.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges)
            || from.IsEmpty || to.IsEmpty)
        {
            return 0;
        }

        int least = to.Range.Low.CompareTo(from.Range.Low);
        return least != 0 ? least : to.Range.High.CompareTo(from.Range.High);
    }

    private static Element? Labels(Element svg, Issue issue, ulong bits, string fill, string line)
    {
        if (issue.Labels.Count == 0)
        {
            return null;
        }

        double step = Math.Min(20, (Width - 2) / issue.Labels.Count);
        for (int i = 0; i < issue.Labels.Count; i++)
        {
            bool isIn = (bits >> i & 1) != 0;
            svg.Add(Shapes.Rectangle(isIn ? fill : "thin " + line, 2 + i * step, 2, 2 + i * step + Math.Max(1, step - 5), Height - 2));
        }

        return svg;
    }

    private static (double Low, double High)? Ends(Issue issue, Position position, IEnumerable<Position> others)
    {
        if (position.BasisIndex == 0 && !issue.Range.IsUnboundedBelow && !issue.Range.IsUnboundedAbove
            && issue.Range.Low < issue.Range.High)
        {
            return ((double)issue.Range.Low, (double)issue.Range.High);
        }

        List<double> values = [];
        foreach (Position other in others)
        {
            if (other.BasisIndex == position.BasisIndex && !other.Values.IsEmpty
                && other.Values.Kind is ValueSetKind.Range or ValueSetKind.Ranges)
            {
                NumberRange range = other.Values.Range;
                values.AddRange(new[] { range.Low, range.High }
                    .Where(value => value is not (decimal.MinValue or decimal.MaxValue)).Select(value => (double)value));
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        (double low, double high) = (values.Min(), values.Max());
        double margin = high > low ? (high - low) * 0.15 : Math.Max(1, Math.Abs(high) * 0.2);
        return (low - margin, high + margin);
    }
}
