using System.CommandLine;
using Parley.Drawing.Briefs;
using Parley.Record.Curves;
using Parley.Record.Standing;
using Parley.Record.Timelines;

namespace Parley.Cli.Commands;

/// <summary><c>parley brief</c>: the page that is handed on.</summary>
internal static class BriefCommand
{
    private const string Html = ".html";
    private const string Markdown = ".md";

    private static readonly CommandPage Page = new(
        "brief FILE... [-o OUT.html|OUT.md] [OPTIONS]",
        """
        Makes the page that is handed on: a summary, what changed since the last
        meeting, who holds what, a timeline, curves, clocks, promises, red lines, what
        is contested, sources, the weakest link of each finding, and notes. One file
        of HTML that needs nothing beside itself and prints on A4; or, by the ending
        of the file, Markdown with the same sentences.

        Several journals are read as one record, as if one of them included the others.
        A file that is there is written over only when this command made it, or with
        --force; the journal itself never.
        """,
        """
        parley brief lake.parley -o lake.html
        parley brief lake.parley -o lake.md --on 2025-05-18
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("brief", "Makes the page that is handed on.", Page);
        PageRun run = new(command, host, "OUT");
        command.SetAction(result =>
        {
            bool isMarkdown = IsMarkdown(run.Output(result));
            return run.Invoke(result, isMarkdown ? MarkdownBrief.Mark : HtmlBrief.Mark, (journal, asOf, writer) =>
            {
                BriefReports reports = new(
                    StandingReports.Compute(journal.Record, asOf),
                    TimelineReports.Compute(journal.Record, asOf),
                    CurveReports.Compute(journal.Record, asOf),
                    journal.ErrorCount);
                JournalWords words = new(journal);
                if (isMarkdown)
                {
                    MarkdownBrief.Write(reports, words, writer);
                }
                else
                {
                    HtmlBrief.Write(reports, words, writer);
                }
            });
        });
        return command;
    }

    private static bool IsMarkdown(string? output)
    {
        string ending = output is null ? Html : Path.GetExtension(output);
        bool isMarkdown = ending.Equals(Markdown, StringComparison.OrdinalIgnoreCase);
        return isMarkdown || ending.Equals(Html, StringComparison.OrdinalIgnoreCase)
            ? isMarkdown
            : throw new UsageException($"-o takes a file that ends in {Html} or {Markdown}, not \"{output}\"");
    }
}
