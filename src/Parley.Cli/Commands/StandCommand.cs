using System.CommandLine;
using Parley.Drawing.Standing;
using Parley.Journals;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary><c>parley stand</c>: where the talks stand.</summary>
internal static class StandCommand
{
    private static readonly CommandPage Page = new(
        "stand FILE [OPTIONS]",
        """
        Says where the talks stand: who holds what position, who moved, what was taken
        back, who owes whom a reply, which promises were kept, which red lines exclude
        each other, what is contested, and on whose word it all rests. Every finding
        ends with the entries behind it.

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
        Argument<string> file = new("FILE");
        ReportOptions options = new();
        command.Add(file);
        options.AddTo(command);
        command.SetAction(result =>
        {
            AsOf asOf = options.AsOf(result);
            Drawing.TextOptions text = options.Text(result, host, 0);
            Journal journal = JournalFiles.Load(host, result.GetRequiredValue(file));
            StandingReport report = StandingReports.Compute(journal.Record, asOf);
            JournalWords words = new(journal);
            if (options.IsJson(result))
            {
                StandingJson.Write(report, words, host.RawOut, json => JournalFiles.WriteProblems(journal, json));
            }
            else
            {
                JournalFiles.WriteProblems(journal, host.Error, options.IsAll(result), errorsOnly: true);
                StandingText.Write(report, words, host.Out, text with { ProblemCount = journal.ErrorCount });
            }

            return journal.HasErrors ? ExitCode.Problems : ExitCode.Done;
        });
        return command;
    }
}
