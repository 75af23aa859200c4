using System.CommandLine;
using Parley.Drawing.Figures;
using Parley.Record.Curves;
using Parley.Record.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley plot</c>: the curve of an issue as a picture.</summary>
internal static class PlotCommand
{
    private static readonly CommandPage Page = new(
        "plot FILE ISSUE [-o OUT.svg] [OPTIONS]",
        """
        Draws how the positions on one issue went over time, as SVG: the line of each
        side in steps, the gap between them shaded, what was agreed as a line, and what
        was said elsewhere as marks. ISSUE is the name of an issue of numbers or of
        labels in an order; with a basis, as in share.old.

        A file that is there is written over only when this command made it, or with
        --force; the journal itself never.
        """,
        """
        parley plot lake.parley level -o level.svg
        parley plot lake.parley share.old > share.svg
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("plot", "Draws the curve of an issue.", Page);
        Argument<string> issue = new("ISSUE");
        PageRun run = new(command, host, "OUT.svg", issue);
        command.SetAction(result => run.Invoke(result, CurveSvg.Mark, (journal, asOf, writer) =>
        {
            CurveReport report = CurveReports.Compute(journal.Record, asOf);
            CurveSvg.Write(report, Find(report, result.GetRequiredValue(issue)), new JournalWords(journal), writer);
        }));
        return command;
    }

    private static Curve Find(CurveReport report, string name)
    {
        string[] parts = name.Split('.', 2);
        Issue issue = report.Record.Issues.FirstOrDefault(issue => issue.Name == parts[0])
            ?? throw new UsageException($"there is no issue \"{parts[0]}\"{Names(report.Record.Issues)}");
        int basis = parts.Length == 1 ? 0 : issue.Bases.FirstOrDefault(basis => basis.Name == parts[1])?.Index
            ?? throw new UsageException($"the issue \"{issue.Name}\" has no basis \"{parts[1]}\"");
        if (issue.Kind == ScaleKind.Labels)
        {
            throw new UsageException($"the labels of \"{issue.Name}\" have no order, so that they have no curve");
        }

        List<Curve> curves = [.. report.Curves.Where(curve => curve.IssueId == issue.Id && CurveSvg.CanDraw(curve))];
        return curves.Find(curve => curve.BasisIndex == basis)
            ?? throw new UsageException(curves.Count == 0
                ? $"nobody holds a position on \"{issue.Name}\" that can be drawn"
                : $"nobody holds such a position on \"{name}\"; there are {List(issue, curves)}");
    }

    private static string Names(IReadOnlyList<Issue> issues) => issues.Count == 0 ? ""
        : "; there are " + string.Join(", ", issues.Take(5).Select(issue => issue.Name)) + (issues.Count > 5 ? " and others" : "");

    private static string List(Issue issue, List<Curve> curves) => string.Join(", ", curves.Select(curve =>
        curve.BasisIndex == 0 ? issue.Name : issue.Name + "." + issue.Bases[curve.BasisIndex - 1].Name));
}
