using Parley.Drawing.Markup;
using Parley.Drawing.Wording;
using Parley.Record.Curves;
using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>
/// The curve of one issue: steps of each side's line, the gap between them shaded, what was agreed as a line, and what
/// was said beside the line as marks with thin lines.
/// </summary>
internal sealed class CurveFigure
{
    /// <summary>How many steps are drawn; earlier ones are left out.</summary>
    private const int MostSteps = 80;

    private readonly CurveReport report;
    private readonly Curve curve;
    private readonly IWords words;
    private readonly FigureSize size;
    private readonly Hues hues;
    private readonly Issue issue;
    private readonly List<PartyLine> lines;
    private readonly TimeScale time;
    private readonly ValueScale values;
    private readonly TakenPlaces taken = new();
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly double height;
    private readonly List<string> titleLines;
    private readonly string cut;

    private CurveFigure(CurveReport report, Curve curve, IWords words, FigureSize size)
    {
        (this.report, this.curve, this.words, this.size) = (report, curve, words, size);
        hues = new Hues(report.Record);
        issue = report.Record.Issues[curve.IssueId];
        List<CurveStep> steps = [.. curve.Steps.Where(step => step.Limit is not null)];
        cut = steps.Count > MostSteps ? $"the latest {MostSteps} of {Phrases.Number(steps.Count)} steps" : "";
        steps = [.. steps.TakeLast(MostSteps)];
        lines = PartyLine.Of(steps, report.LastDay ?? 0);
        titleLines = FigureText.Wrap(Title(report.Record, curve), size.Width - 8, 14.5);
        top = titleLines.Count * 18 + 22;
        height = top + (size.IsNarrow ? 200 : 230) + TimeAxis.Height;
        bottom = height - TimeAxis.Height;
        List<decimal> marked = [.. steps.SelectMany(Ends)];
        marked.AddRange(new[] { curve.Settlement?.Low, curve.Settlement?.High }.OfType<decimal>());
        values = new ValueScale(issue, curve.BasisIndex, marked, top, bottom);
        double widest = values.Ticks.Max(tick => FigureText.Width(TickName(tick), 12));
        left = Math.Min(widest + 10, size.Width * (size.IsNarrow ? 0.32 : 0.24));
        right = size.IsNarrow ? size.Width - 8 : size.Width - 168;
        IEnumerable<int> days = lines.SelectMany(line => line.Steps).SelectMany(step => new[] { step.From, step.Until });
        days = curve.Settlement is { } agreed && TimeScale.DayOf(agreed.When) is { } day ? days.Append(day) : days;
        days = report.LastDay is { } last && Math.Abs((long)last) < int.MaxValue ? days.Append(last) : days;
        time = new TimeScale(days.DefaultIfEmpty(0), left + 8, right - 4);
    }

    /// <summary>Whether a curve has anything that can be drawn.</summary>
    public static bool CanDraw(Curve curve) =>
        curve.Steps.Any(step => step.Limit is not null) || curve.Settlement is { Low: not null } or { High: not null };

    /// <summary>Draws a curve.</summary>
    /// <param name="report">The report that it is of.</param>
    /// <param name="curve">The curve; <see cref="CanDraw"/> holds.</param>
    /// <param name="words">How numbers are written.</param>
    /// <param name="size">For which width.</param>
    public static Element Draw(CurveReport report, Curve curve, IWords words, FigureSize size) =>
        new CurveFigure(report, curve, words, size).Draw();

    /// <summary>What the figure is of: the issue in words, its basis, its unit.</summary>
    public static string Title(NegotiationRecord record, Curve curve)
    {
        Issue issue = record.Issues[curve.IssueId];
        string basis = curve.BasisIndex == 0 ? "" : $" ({issue.Bases[curve.BasisIndex - 1].Title})";
        string unit = issue.Kind == ScaleKind.Numbers ? ValueWords.Unit(issue, curve.BasisIndex) : "";
        return issue.Title + basis + (unit.Length == 0 ? "" : ", " + unit);
    }

    private static IEnumerable<decimal> Ends(CurveStep step) => new[] { step.Limit }.OfType<decimal>();

    private Element Draw()
    {
        Element svg = new Element("svg").Set("class", "fig").Set("viewBox", $"0 0 {Element.Number(size.Width)} {Element.Number(height)}")
            .Set("width", size.Width).Set("height", height).Set("role", "img").Set("aria-label", Description());
        for (int i = 0; i < titleLines.Count; i++)
        {
            svg.Add(FigureText.At(0, 15 + i * 18, titleLines[i], "head"));
        }

        Frame(svg);
        Gap(svg);
        Settlement(svg);
        foreach (PartyLine line in lines)
        {
            Beside(svg, line);
        }

        foreach (PartyLine line in lines)
        {
            Line(svg, line);
        }

        Marks(svg);
        Names(svg);
        Amounts(svg);
        return svg;
    }

    private string Description()
    {
        IEnumerable<string> ends = lines.Where(line => line.Last is not null).Select(line =>
            $"{Phrases.Name(line.Party)} from {Print(line.First!.Value.Value)} to {Print(line.Last!.Value.Value)}");
        string text = string.Join("; ", ends);
        string agreed = curve.Settlement is null ? "" : "; agreed: " + Agreed(curve.Settlement);
        return $"Positions over time: {Title(report.Record, curve)}. {(text.Length == 0 ? "No line of a side" : text)}{agreed}.";
    }

    private string TickName(decimal tick) =>
        issue.Kind == ScaleKind.Numbers ? words.PrintNumber(tick / 1.0000000000000000000000000000m) : issue.Labels[(int)tick];

    private string Print(decimal value) => issue.Kind == ScaleKind.Numbers ? words.PrintNumber(value) : issue.Labels[(int)value];

    private string Agreed(Settlement settlement) => (settlement.Low, settlement.High) switch
    {
        ({ } low, { } high) when low == high => Print(low),
        ({ } low, { } high) => Print(low) + " to " + Print(high),
        ({ } low, null) => "at least " + Print(low),
        (null, { } high) => "at most " + Print(high),
        _ => "",
    };

    private void Frame(Element svg)
    {
        string scale = values.IsNarrowed
            ? $"shown {Print(values.Ticks[0])} to {Print(values.Ticks[^1])} of "
                + $"{Print(issue.Range.Low)} to {Print(issue.Range.High)}"
            : "";
        string note = string.Join("; ", new[] { cut, scale }.Where(text => text.Length > 0));
        note = FigureText.Cut(note, size.Width - 4, 12);
        if (note.Length > 0)
        {
            taken.Take(new Box(0, 0, size.Width, top - 7));
        }

        svg.Add(FigureText.At(0, titleLines.Count * 18 + 12, note, "soft small"));
        foreach (decimal tick in values.Ticks)
        {
            double y = values.Y(tick);
            svg.Add(Shapes.Line("rule", (left, y), (right, y)));
            svg.Add(FigureText.At(left - 6, y + 4, FigureText.Cut(TickName(tick), left - 6, 12), "soft small", "end"));
        }

        TimeAxis.Draw(svg, time, left, right, bottom, size);
    }

    private void Gap(Element svg)
    {
        foreach ((int from, int until, decimal low, decimal high) in PartyLine.Gaps(lines, issue, report.Record))
        {
            svg.Add(Shapes.Rectangle("shade", time.X(from), values.Y(high), time.X(until), values.Y(low)));
        }
    }

    private void Settlement(Element svg)
    {
        if (curve.Settlement is not { } agreed || (agreed.Low ?? agreed.High) is not { } value)
        {
            return;
        }

        double x = TimeScale.DayOf(agreed.When) is { } day ? time.X(day) : left;
        double high = values.Y(agreed.High ?? value);
        double low = values.Y(agreed.Low ?? value);
        svg.Add(Shapes.Line("agreed", (left, low), (right, low)));
        if (high != low)
        {
            svg.Add(Shapes.Line("agreed", (left, high), (right, high)));
        }

        svg.Add(Shapes.Path("ink", [(x, high - 6), (x + 6, high), (x, high + 6), (x - 6, high)]));
        taken.Take(new Box(left, high - 2, right, high + 2));
        string text = "agreed: " + Agreed(agreed);
        double width = FigureText.Width(text);
        foreach (double y in new[] { high - 5, high + 15, high - 21, high + 31 })
        {
            Box box = new(left + 6, y - 12, left + 6 + width, y + 4);
            if (y - 12 > top - 14 && y < bottom && taken.IsFree(box))
            {
                taken.Take(box);
                svg.Add(FigureText.At(left + 6, y, text, "strong"));
                return;
            }
        }
    }

    /// <summary>What a side held beside its line: statements, red lines, what was said to the media or by lower voices.</summary>
    private void Beside(Element svg, PartyLine line)
    {
        foreach (PlottedStep step in line.Steps.Where(step => !step.Step.IsOfLine))
        {
            double y = values.Y(step.Value);
            string open = PartyLine.IsOpen(step.Step) ? " open" : "";
            svg.Add(Shapes.Line($"thin {hues.Line(line.Party)}{open}", (time.X(step.From), y), (time.X(step.Until), y)));
        }
    }

    private void Line(Element svg, PartyLine line)
    {
        string hue = hues.Line(line.Party);
        PlottedStep? before = null;
        foreach (PlottedStep step in line.Steps.Where(step => step.Step.IsOfLine))
        {
            (double from, double until, double y) = (time.X(step.From), time.X(step.Until), values.Y(step.Value));
            if (before is { } last && last.Until >= step.From && last.From != step.From)
            {
                svg.Add(Shapes.Line($"thin {hue}", (from, values.Y(last.Value)), (from, y)));
            }

            if (step.Step.IsContested)
            {
                svg.Add(Shapes.Line($"double {hue}", (from, y), (until, y)));
                svg.Add(Shapes.Line("inner", (from, y), (until, y)));
            }
            else
            {
                string open = PartyLine.IsOpen(step.Step) ? " open" : "";
                svg.Add(Shapes.Line($"line {hue}{open}", (from, y), (until, y)));
            }

            taken.Take(new Box(from, y - 2, until, y + 2));
            before = step;
        }
    }

    private void Marks(Element svg)
    {
        foreach (PartyLine line in lines)
        {
            foreach (PlottedStep step in line.Steps.OrderBy(step => step.Step.IsOfLine))
            {
                (double x, double y) = (time.X(step.From), values.Y(step.Value));
                Forum forum = report.Record[step.Step.Evidence.First].Forum;
                svg.Add(Shapes.Of(forum, x, y, hues.Line(line.Party), hues.Fill(line.Party)));
                taken.Take(new Box(x - Shapes.Reach, y - Shapes.Reach, x + Shapes.Reach, y + Shapes.Reach));
            }
        }
    }

    /// <summary>The name of each side at the end of its line, or where there is room near it.</summary>
    private void Names(Element svg)
    {
        if (size.IsNarrow)
        {
            NamesInside(svg);
            return;
        }

        double free = top - 10;
        List<(double Y, PartyLine Line, List<string> Text)> labels = [];
        foreach (PartyLine line in lines)
        {
            PlottedStep end = line.Last ?? line.Steps[^1];
            string state = line.Last is null ? "elsewhere: " : end.Until < time.Last ? "last held: " : "";
            List<string> text = FigureText.Wrap(Phrases.Name(line.Party), size.Width - right - 24);
            text.Add(FigureText.Cut(state + Print(end.Value), size.Width - right - 24));
            labels.Add((values.Y(end.Value), line, text));
        }

        labels = [.. labels.OrderBy(label => label.Y).ThenBy(label => label.Line.Party.Id)];
        double need = labels.Sum(label => label.Text.Count * FigureText.LineHeight + 6);
        foreach ((double y, PartyLine line, List<string> text) in labels)
        {
            double lead = Math.Max(free, Math.Min(y - text.Count * FigureText.LineHeight / 2, bottom - need));
            need -= text.Count * FigureText.LineHeight + 6;
            svg.Add(Shapes.Line("thin " + hues.Line(line.Party), (right + 2, y), (right + 14, lead + 8)));
            for (int i = 0; i < text.Count; i++)
            {
                string rule = i == text.Count - 1 ? "soft" : "strong";
                svg.Add(FigureText.At(right + 18, lead + 12 + i * FigureText.LineHeight, text[i], rule));
            }

            free = lead + text.Count * FigureText.LineHeight + 6;
        }
    }

    private void NamesInside(Element svg)
    {
        foreach (PartyLine line in lines)
        {
            PlottedStep end = line.Last ?? line.Steps[^1];
            string text = FigureText.Cut(Phrases.Name(line.Party), right - left - 24);
            double width = FigureText.Width(text) + 18;
            double y = values.Y(end.Value);
            double last = Math.Max(left + width, time.X(end.Until));
            for (int i = 0; i < 40; i++)
            {
                double x = i % 4 < 2 ? last : Math.Max(left + width, last - (last - left - width) * 0.5);
                double at = y + (i % 2 == 0 ? -8 : 18) * (1 + i / 4 * 0.5);
                Box box = new(x - width, at - 12, x, at + 4);
                if (box.Top > top - 16 && box.Bottom < bottom && taken.IsFree(box))
                {
                    taken.Take(box);
                    svg.Add(Shapes.Line("line " + hues.Line(line.Party), (x - width + 2, at - 4), (x - width + 12, at - 4)));
                    svg.Add(FigureText.At(x - 2, at, text, "strong", "end"));
                    break;
                }
            }
        }
    }

    /// <summary>The value at the beginning of each step, where there is room.</summary>
    private void Amounts(Element svg)
    {
        if (issue.Kind != ScaleKind.Numbers)
        {
            return;
        }

        Dictionary<(int Party, bool IsOfLine), decimal> last = [];
        foreach (PlottedStep step in lines.SelectMany(line => line.Steps).OrderByDescending(step => step.Step.IsOfLine))
        {
            // A value that was only said again needs no second number.
            (int, bool) voice = (step.Step.Party.Id, step.Step.IsOfLine);
            if (last.TryGetValue(voice, out decimal before) && before == step.Value)
            {
                continue;
            }

            last[voice] = step.Value;
            (double x, double y) = (time.X(step.From), values.Y(step.Value));
            string text = Print(step.Value);
            double width = FigureText.Width(text, 12);
            double from = Math.Clamp(x - 4, left + 2, right - width);
            Box above = new(from, y - 19, from + width, y - 6);
            Box below = new(from, y + 6, from + width, y + 19);
            if (taken.TakeFirst(above, below) is var place and >= 0)
            {
                svg.Add(FigureText.At(from, place == 0 ? y - 8 : y + 17, text, "small"));
            }
        }
    }
}
