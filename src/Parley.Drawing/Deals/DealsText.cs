using Parley.Bargaining;
using Parley.Drawing.Text;
using Parley.Numerics;
using Parley.Preferences;
using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The deals of a problem as plain text.</summary>
public static class DealsText
{
    /// <summary>Writes the report; lines end in a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="options">How it is drawn.</param>
    public static void Write(ProblemDeals report, TextWriter writer, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        TextPage page = new(writer, options);
        page.Heading(report.Title.Length == 0 ? "What deals are left" : $"{report.Title}: what deals are left");
        page.Paragraph(Head(report));
        foreach (IssuePoints points in report.Points.Issues)
        {
            page.Paragraph(Points(report, points));
        }

        if (report.Efficient is not EfficientOutcomes efficient)
        {
            page.Blank();
            page.Paragraph("The efficient outcomes are too many, or their issues depend on one another too much, to be worked out exactly.");
            return;
        }

        page.Paragraph(Counts(efficient));
        WriteNoDeal(report, efficient, page);
        WriteSolutions(report, efficient, page);
        if (report.Problem.Parties.Count == 2 && efficient.Profiles.Count > 1)
        {
            page.Heading("The utility plane");
            foreach (string line in UtilityPlot.Draw(report, efficient, page.Width, options.Ascii))
            {
                writer.Write(line);
                writer.Write('\n');
            }
        }

        WriteFrontier(report, efficient, page);
    }

    private static string Head(ProblemDeals report)
    {
        int issues = report.Problem.Space.Issues.Count;
        int parties = report.Problem.Parties.Count;
        return $"{issues} {(issues == 1 ? "issue" : "issues")}, {OutcomeWords.Count(report.Outcomes)} "
            + $"{(report.Outcomes.IsOne ? "outcome" : "outcomes")}, {parties} {(parties == 1 ? "party" : "parties")}.";
    }

    private static string Points(ProblemDeals report, IssuePoints points)
    {
        string bounds = string.Join(", ", report.Problem.Parties.Select((party, p) => points.Losses[p] is Rational loss
            ? $"{OutcomeWords.Rounded(loss)} for {party.Party}"
            : $"by no known bound for {party.Party}"));
        return $"{report.Problem.Space.Issues[points.Issue].Name} is solved on {points.Points} points: a number between them "
            + $"differs from the nearest by at most {bounds}.";
    }

    private static string Counts(EfficientOutcomes efficient)
    {
        int accepted = efficient.Profiles.Count(d => d.IsAcceptable);
        string head = $"{OutcomeWords.Count(efficient.Outcomes)} {(efficient.Outcomes.IsOne ? "is" : "are")} efficient, in "
            + $"{OutcomeWords.Count(efficient.Profiles.Count)} different {(efficient.Profiles.Count == 1 ? "profile" : "profiles")} of utilities.";
        return efficient.Profiles.Count == 0 ? "Nothing can be agreed."
            : accepted == efficient.Profiles.Count ? head + " No party refuses any of them."
            : accepted == 0 ? head + " Every one is refused by some party: no deal is left."
            : head + $" {OutcomeWords.Count(accepted)} of the profiles {(accepted == 1 ? "is" : "are")} refused by no party.";
    }

    private static void WriteNoDeal(ProblemDeals report, EfficientOutcomes efficient, TextPage page)
    {
        page.Heading("No deal, and the best each can hope for");
        page.Table(["party", "no deal", "best", "if it fails"], [.. report.Problem.Parties.Select((party, p) => (Cell[])
        [
            party.Party,
            OutcomeWords.Rounded(efficient.DisagreementPoint[p]),
            efficient.IdealPoint is UtilityProfile ideal ? OutcomeWords.Rounded(ideal[p]) : "-",
            party.ReservationValue is null ? "refuses nothing" : party.Batna.Length > 0 ? party.Batna : "refuses less",
        ])]);
    }

    private static void WriteSolutions(ProblemDeals report, EfficientOutcomes efficient, TextPage page)
    {
        if (efficient.Nash.Count == 0)
        {
            return;
        }

        page.Heading("Fair by four standards");
        foreach (IGrouping<int, string> group in SolutionWords.Of(efficient)
            .GroupBy(s => s.Place, s => s.IsTied ? $"{s.Name} (tied)" : s.Name).OrderBy(g => g.Key))
        {
            EfficientProfile profile = efficient.Profiles[group.Key];
            page.Paragraph(string.Join(", ", group), indent: 2);
            page.Paragraph(
                string.Join(", ", report.Problem.Parties.Select((party, p) => $"{party.Party} {OutcomeWords.Rounded(profile.Utilities[p])}")),
                indent: 6);
            page.Paragraph(OutcomeWords.Outcome(report.Problem.Space, profile.First) + More(profile), indent: 6);
        }
    }

    private static void WriteFrontier(ProblemDeals report, EfficientOutcomes efficient, TextPage page)
    {
        if (efficient.Profiles.Count == 0)
        {
            return;
        }

        page.Heading("Efficient outcomes");
        page.Paragraph("Utilities of " + string.Join(", ", report.Problem.Parties.Select(p => p.Party)) + ", in this order.", indent: 2);
        int shown = page.Options.All ? efficient.Profiles.Count : Math.Min(TextOptions.Shown, efficient.Profiles.Count);
        string[] utilities = [.. efficient.Profiles.Take(shown).Select(profile =>
            string.Join("  ", profile.Utilities.Utilities.Select(OutcomeWords.Rounded)))];
        int width = Math.Min(page.Width / 2, utilities.Max(u => u.Length));
        for (int i = 0; i < shown; i++)
        {
            EfficientProfile profile = efficient.Profiles[i];
            page.Labelled(
                utilities[i],
                (profile.IsAcceptable ? "" : "refused: ") + OutcomeWords.Outcome(report.Problem.Space, profile.First) + More(profile),
                width);
        }

        if (shown < efficient.Profiles.Count)
        {
            page.Paragraph($"{OutcomeWords.Count(efficient.Profiles.Count - shown)} more; --all shows them.", indent: 2);
        }
    }

    private static string More(EfficientProfile profile) =>
        profile.Outcomes.IsOne ? "" : $" (the first of {OutcomeWords.Count(profile.Outcomes)} alike)";
}
