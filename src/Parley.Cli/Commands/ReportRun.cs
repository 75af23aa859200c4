using System.CommandLine;
using System.Text.Json;
using Parley.Drawing;
using Parley.Journals;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary>The file and the options that every report takes, and the way from them to the drawn report.</summary>
internal sealed class ReportRun
{
    private readonly Option<bool> json = new("--json") { Description = "Writes the report as JSON." };
    private readonly TextPageOptions text = new();
    private readonly JournalInput input;
    private readonly Host host;

    public ReportRun(Command command, Host host)
    {
        this.host = host;
        input = new JournalInput(host, takesSeveral: true);
        command.Add(input.Files);
        foreach (Option option in (IEnumerable<Option>)[json, .. input.Options, .. text.All])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the journal, computes the report and draws it.</summary>
    /// <param name="result">What was asked.</param>
    /// <param name="compute">Computes the report.</param>
    /// <param name="writeText">Draws it as text.</param>
    /// <param name="writeJson">Draws it as JSON, with the problems of the journal.</param>
    /// <returns>1 when the journal has errors: the answer is then from what could be read.</returns>
    public int Invoke<T>(
        ParseResult result,
        Func<NegotiationRecord, AsOf, T> compute,
        Action<T, IWords, TextWriter, TextOptions> writeText,
        Action<T, IWords, Stream, Action<Utf8JsonWriter>?> writeJson)
    {
        AsOf asOf = input.AsOf(result);
        TextOptions options = text.Read(result, host);
        Journal journal = input.Load(result);
        T report = compute(journal.Record, asOf);
        JournalWords words = new(journal);
        if (result.GetValue(json))
        {
            writeJson(report, words, host.RawOut, writer => JournalFiles.WriteProblems(journal, writer));
        }
        else
        {
            JournalFiles.WriteProblems(journal, host.Error, options.All, errorsOnly: true);
            writeText(report, words, host.Out, options with { ProblemCount = journal.ErrorCount });
        }

        return journal.HasErrors ? ExitCode.Problems : ExitCode.Done;
    }
}
