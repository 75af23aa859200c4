using System.Globalization;
using Parley.Outcomes;
using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The efficient deals as CSV: a row a profile, with its first outcome. RFC 4180, lines end in a line feed.</summary>
public static class DealsCsv
{
    /// <summary>Writes the report; only the heads when the frontier is unknown.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ProblemDeals report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        OutcomeSpace space = report.Problem.Space;
        Row(writer,
        [
            .. report.Problem.Parties.Select(p => "utility of " + p.Party), "outcomes", "acceptable", "nash", "kalai-smorodinsky", "egalitarian",
            "utilitarian", .. space.Issues.Select(i => i.Name),
        ]);
        if (report.Efficient is not EfficientOutcomes efficient)
        {
            return;
        }

        for (int place = 0; place < efficient.Profiles.Count; place++)
        {
            EfficientProfile profile = efficient.Profiles[place];
            Row(writer,
            [
                .. profile.Utilities.Utilities.Select(u => u.ToDouble().ToString("R", CultureInfo.InvariantCulture)),
                profile.Outcomes.ToString(CultureInfo.InvariantCulture), YesNo(profile.IsAcceptable), YesNo(efficient.Nash.Contains(place)),
                YesNo(efficient.KalaiSmorodinsky.Contains(place)), YesNo(efficient.Egalitarian.Contains(place)),
                YesNo(efficient.Utilitarian.Contains(place)),
                .. space.Issues.Select((issue, i) => OutcomeWords.Value(issue, profile.First[i])),
            ]);
        }
    }

    private static string YesNo(bool holds) => holds ? "yes" : "no";

    private static void Row(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Quote)));
        writer.Write('\n');
    }

    private static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim() == cell
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
