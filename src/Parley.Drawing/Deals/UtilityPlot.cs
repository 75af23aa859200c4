using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The utilities of two parties as a picture of letters.</summary>
internal static class UtilityPlot
{
    private const int Height = 16;

    /// <summary>Draws the frontier, the solutions and what no party refuses.</summary>
    /// <param name="report">A report on two parties.</param>
    /// <param name="efficient">Its frontier; at least one profile.</param>
    /// <param name="width">Columns of the page.</param>
    /// <param name="ascii">Whether to keep to plain ASCII.</param>
    public static IEnumerable<string> Draw(ProblemDeals report, EfficientOutcomes efficient, int width, bool ascii)
    {
        int columns = Math.Min(width - 12, 60);
        (double Low, double High) across = Span(efficient, 0);
        (double Low, double High) up = Span(efficient, 1);
        char[][] cells = [.. Enumerable.Range(0, Height).Select(_ => Enumerable.Repeat(' ', columns).ToArray())];
        foreach (EfficientProfile profile in efficient.Profiles)
        {
            Mark(profile, profile.IsAcceptable ? (ascii ? 'o' : '•') : (ascii ? '.' : '·'));
        }

        foreach ((char letter, IReadOnlyList<int> places) in ((char, IReadOnlyList<int>)[])
            [('U', efficient.Utilitarian), ('E', efficient.Egalitarian), ('K', efficient.KalaiSmorodinsky), ('N', efficient.Nash)])
        {
            foreach (int place in places)
            {
                Mark(efficient.Profiles[place], letter);
            }
        }

        string name = report.Problem.Parties[1].Party;
        yield return "  " + name;
        for (int row = 0; row < Height; row++)
        {
            string label = row == 0 ? Label(up.High) : row == Height - 1 ? Label(up.Low) : "";
            yield return $"  {label,8} {(ascii ? '|' : '│')}{new string(cells[row]).TrimEnd()}";
        }

        yield return $"  {"",8} {(ascii ? '+' : '└')}{new string(ascii ? '-' : '─', columns)}";
        string low = Label(across.Low);
        string high = $"{Label(across.High)} {report.Problem.Parties[0].Party}";
        yield return $"  {"",8}  {low}{new string(' ', Math.Max(1, columns - low.Length - Text.DisplayWidth.Of(high)))}{high}";
        yield return "  N Nash, K Kalai-Smorodinsky, E egalitarian, U utilitarian";

        void Mark(EfficientProfile profile, char mark)
        {
            int x = Cell(profile.Utilities[0].ToDouble(), across, columns);
            int y = Height - 1 - Cell(profile.Utilities[1].ToDouble(), up, Height);
            cells[y][x] = mark;
        }
    }

    private static (double Low, double High) Span(EfficientOutcomes efficient, int party)
    {
        double low = efficient.Profiles.Min(d => d.Utilities[party].ToDouble());
        double high = efficient.Profiles.Max(d => d.Utilities[party].ToDouble());
        return (Math.Min(low, efficient.DisagreementPoint[party].ToDouble()), high);
    }

    private static int Cell(double value, (double Low, double High) span, int cells) => span.High <= span.Low
        ? 0
        : Math.Clamp((int)Math.Round((value - span.Low) / (span.High - span.Low) * (cells - 1)), 0, cells - 1);

    private static string Label(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
