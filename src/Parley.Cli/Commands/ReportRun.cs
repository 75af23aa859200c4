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
    private const int WidestTerminal = 100;

    private readonly Option<bool> json = new("--json") { Description = "Writes the report as JSON." };
    private readonly Option<bool> all = new("--all") { Description = "Shows everything in long sections." };
    private readonly Option<int?> width = new("--width")
    {
        Description = "Columns of a line, 40 or more; 80 when left out.",
        HelpName = "N",
    };

    private readonly Option<bool> ascii = new("--ascii") { Description = "Keeps to plain ASCII for its own marks." };

    private readonly JournalInput input;
    private readonly Host host;

    public ReportRun(Command command, Host host)
    {
        this.host = host;
        input = new JournalInput(host, takesSeveral: true);
        command.Add(input.Files);
        foreach (Option option in (IEnumerable<Option>)[json, .. input.Options, all, width, ascii])
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
        TextOptions options = Text(result);
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

    private TextOptions Text(ParseResult result)
    {
        if (result.GetValue(width) is < TextOptions.MinWidth or > 10_000)
        {
            throw new UsageException($"--width takes a number from {TextOptions.MinWidth} to 10000");
        }

        return new TextOptions
        {
            Width = result.GetValue(width) ?? (host.IsTerminal ? Math.Min(host.Width, WidestTerminal) : Host.DefaultWidth),
            Ascii = result.GetValue(ascii),
            All = result.GetValue(all),
            Colour = host.IsTerminal && string.IsNullOrEmpty(host.Environment("NO_COLOR"))
                && host.Environment("TERM") != "dumb",
        };
    }
}
