using System.CommandLine;
using Parley.Drawing.Timelines;
using Parley.Record.Timelines;

namespace Parley.Cli.Commands;

/// <summary><c>parley timeline</c>: the record in order of time.</summary>
internal static class TimelineCommand
{
    private static readonly CommandPage Page = new(
        "timeline FILE... [OPTIONS]",
        """
        Tells the record in order of time: when, who did what, and on whose word. Rounds
        are lines across the page. Where dates leave the order open, it says so. Of a
        long record the latest 500 entries are shown, unless --all asks for every one.
        """,
        """
        parley timeline lake.parley
        parley timeline lake.parley --known 2025-05-18
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("timeline", "Tells the record in order of time.", Page);
        ReportRun run = new(command, host);
        command.SetAction(result => run.Invoke(
            result,
            (record, asOf) => TimelineReports.Compute(record, asOf),
            TimelineText.Write,
            TimelineJson.Write));
        return command;
    }
}
