using System.Globalization;
using System.Text;
using Parley.Drawing.Figures;
using Parley.Drawing.Markup;
using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The utilities of two parties as a picture that stands alone.</summary>
public static class UtilityPlaneSvg
{
    /// <summary>What stands in every such file near its beginning, and tells it from files of others.</summary>
    public const string Mark = "<!-- drawn by parley deals -->";

    private const double Size = 640;
    private const double Left = 84;
    private const double Top = 40;
    private const double Side = 500;
    private const int MostPoints = 2000;

    /// <summary>Whether there is anything to draw: two parties and an efficient outcome.</summary>
    /// <param name="report">The report.</param>
    public static bool CanDraw(ProblemDeals report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Problem.Parties.Count == 2 && report.Efficient is { Profiles.Count: > 0 };
    }

    /// <summary>Writes the picture as SVG.</summary>
    /// <param name="report">The report; <see cref="CanDraw"/> holds.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ProblemDeals report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        EfficientOutcomes efficient = report.Efficient!;
        string title = report.Title.Length == 0 ? "What deals are left" : report.Title;
        Element svg = new Element("svg").Set("class", "fig")
            .Set("viewBox", $"0 0 {Size} {Size}").Set("width", Size).Set("height", Size).Set("role", "img").Set("aria-label", Describe(report, efficient));
        svg.Add(FigureText.At(Left, 24, FigureText.Cut(title, Side, 14), "head"));
        Plane plane = new(efficient);
        svg.Add(Frame(report, efficient, plane));
        svg.Add(Curves(efficient, plane));
        svg.Add(Points(efficient, plane));
        svg.Add(Labels(efficient, plane));
        PictureFile.Write(svg, Mark, writer);
    }

    private static string Describe(ProblemDeals report, EfficientOutcomes efficient) =>
        $"Utilities of {report.Problem.Parties[0].Party} and {report.Problem.Parties[1].Party}: "
        + $"{OutcomeWords.Count(efficient.Outcomes)} efficient outcomes in {OutcomeWords.Count(efficient.Profiles.Count)} profiles.";

    private static IEnumerable<Element> Frame(ProblemDeals report, EfficientOutcomes efficient, Plane plane)
    {
        double x = plane.X(efficient.DisagreementPoint[0].ToDouble());
        double y = plane.Y(efficient.DisagreementPoint[1].ToDouble());
        yield return new Element("rect").Set("class", "shade").Set("x", Left).Set("y", Top).Set("width", Math.Max(0, x - Left)).Set("height", Side);
        yield return new Element("rect").Set("class", "shade").Set("x", x).Set("y", y)
            .Set("width", Math.Max(0, Left + Side - x)).Set("height", Math.Max(0, Top + Side - y));
        yield return new Element("rect").Set("class", "axis").Set("x", Left).Set("y", Top).Set("width", Side).Set("height", Side);
        yield return Line(x, Top, x, Top + Side, "pole");
        yield return Line(Left, y, Left + Side, y, "pole");
        yield return FigureText.At(Left, Top + Side + 18, Number(plane.Across.Low), "soft small");
        yield return FigureText.At(Left + Side, Top + Side + 18, Number(plane.Across.High), "soft small", "end");
        yield return FigureText.At(Left - 8, Top + Side, Number(plane.Up.Low), "soft small", "end");
        yield return FigureText.At(Left - 8, Top + 10, Number(plane.Up.High), "soft small", "end");
        yield return FigureText.At(Left + (Side / 2), Top + Side + 36, "utility of " + FigureText.Cut(report.Problem.Parties[0].Party, 300), null, "middle");
        yield return FigureText.At(Left + (Side / 2), Top + Side + 56, "grey: refused by a party; dotted: no deal", "soft small", "middle");
        yield return FigureText.At(-(Top + (Side / 2)), 22, "utility of " + FigureText.Cut(report.Problem.Parties[1].Party, 300), null, "middle")
            .Set("transform", "rotate(-90)");
    }

    private static IEnumerable<Element> Curves(EfficientOutcomes efficient, Plane plane)
    {
        StringBuilder steps = new();
        for (int i = 0; i < efficient.Profiles.Count; i++)
        {
            (double x, double y) = plane.At(efficient.Profiles[i]);
            steps.Append(i == 0
                ? string.Create(CultureInfo.InvariantCulture, $"M{x:0.##} {y:0.##}")
                : string.Create(CultureInfo.InvariantCulture, $"H{x:0.##}V{y:0.##}"));
        }

        yield return new Element("path").Set("class", "line h0").Set("d", steps.ToString());
        if (efficient.LotteryCorners.Count > 1)
        {
            yield return new Element("polyline").Set("class", "thin h1").Set("points", string.Join(' ', efficient.LotteryCorners.Select(i =>
            {
                (double x, double y) = plane.At(efficient.Profiles[i]);
                return string.Create(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##}");
            })));
        }
    }

    private static IEnumerable<Element> Points(EfficientOutcomes efficient, Plane plane)
    {
        // Of very many the line of steps says enough.
        foreach (EfficientProfile profile in efficient.Profiles.Count > MostPoints ? [] : efficient.Profiles)
        {
            (double x, double y) = plane.At(profile);
            yield return new Element("circle").Set("class", profile.IsAcceptable ? "filled" : "ring ink").Set("cx", x).Set("cy", y).Set("r", 3.0);
        }
    }

    private static IEnumerable<Element> Labels(EfficientOutcomes efficient, Plane plane)
    {
        TakenPlaces taken = new();
        foreach (IGrouping<int, string> group in SolutionWords.Of(efficient).GroupBy(s => s.Place, s => s.Name).OrderBy(g => g.Key))
        {
            (double x, double y) = plane.At(efficient.Profiles[group.Key]);
            string text = string.Join(", ", group);
            double width = FigureText.Width(text, 12);
            yield return new Element("circle").Set("class", "ring h1").Set("cx", x).Set("cy", y).Set("r", 6.0);
            Box[] boxes =
            [
                Around(x - 12 - width, y + 4, width), Around(x + 12, y - 8, width), Around(x - 12 - width, y + 22, width),
                Around(x + 12, y + 18, width), Around(x - 12 - width, y - 14, width),
            ];
            int chosen = taken.TakeFirst(boxes);
            if (chosen >= 0)
            {
                double start = Math.Clamp(boxes[chosen].Left, Left + 2, Math.Max(Left + 2, Left + Side - width));
                yield return FigureText.At(start, boxes[chosen].Bottom - 3, text, "small strong");
            }
        }

        if (efficient.LotteryCorners.Count > 1)
        {
            yield return FigureText.At(Left + Side - 6, Top + 18, "steps: outcomes; thin line: lotteries between them", "soft small", "end");
        }
    }

    private static Box Around(double left, double bottom, double width) => new(left, bottom - 12, left + width, bottom + 3);

    private static Element Line(double x1, double y1, double x2, double y2, string rule) =>
        new Element("line").Set("class", rule).Set("x1", x1).Set("y1", y1).Set("x2", x2).Set("y2", y2);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Where utilities lie on the picture.</summary>
    private sealed class Plane(EfficientOutcomes efficient)
    {
        public (double Low, double High) Across { get; } = Span(efficient, 0);

        public (double Low, double High) Up { get; } = Span(efficient, 1);

        public double X(double utility) => Left + (Side * Share(utility, Across));

        public double Y(double utility) => Top + Side - (Side * Share(utility, Up));

        public (double X, double Y) At(EfficientProfile profile) => (X(profile.Utilities[0].ToDouble()), Y(profile.Utilities[1].ToDouble()));

        private static double Share(double utility, (double Low, double High) span) =>
            span.High > span.Low ? Math.Clamp((utility - span.Low) / (span.High - span.Low), 0, 1) : 0.5;

        private static (double Low, double High) Span(EfficientOutcomes efficient, int party)
        {
            IEnumerable<double> all = efficient.Profiles.Select(d => d.Utilities[party].ToDouble()).Append(efficient.DisagreementPoint[party].ToDouble());
            double low = Math.Min(0, all.Min());
            double high = all.Max();
            return (low, high + ((high - low) * 0.04));
        }
    }
}
