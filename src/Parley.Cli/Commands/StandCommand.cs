using System.CommandLine;
using Parley.Drawing.Standing;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary><c>parley stand</c>: where the talks stand.</summary>
internal static class StandCommand
{
    private static readonly CommandPage Page = new(
        "stand FILE... [OPTIONS]",
        """
        Says where the talks stand: who holds what position, who moved, what was taken
        back, who owes whom a reply, which promises were kept, which red lines exclude
        each other, what is contested, and on whose word it all rests. Every finding
        ends with the entries behind it.

        Several journals are read as one record, as if one included the others.
        From a journal with problems it answers by the entries that are sound, says so,
        and exits with 1.
        """,
        """
        parley stand lake.parley
        parley stand lake.parley --on 2025-05-18 --json
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("stand", "Says where the talks stand.", Page);
        ReportRun run = new(command, host);
        command.SetAction(result => run.Invoke(
            result,
            (record, asOf) => StandingReports.Compute(record, asOf),
            StandingText.Write,
            StandingJson.Write));
        return command;
    }
}
