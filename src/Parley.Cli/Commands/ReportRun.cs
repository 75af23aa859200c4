using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using Parley.Cli.Completion;
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
    private readonly Option<string> on = new("--on")
    {
        Description = "Answers as of what had happened by the end of that day.",
        HelpName = "DATE",
    };

    private readonly Option<string> known = new("--known")
    {
        Description = "Answers from what was known by the end of that day.",
        HelpName = "DATE",
    };

    private readonly Option<bool> all = new("--all") { Description = "Shows everything in long sections." };
    private readonly Option<int?> width = new("--width")
    {
        Description = "Columns of a line, 40 or more; 80 when left out.",
        HelpName = "N",
    };

    private readonly Option<bool> ascii = new("--ascii") { Description = "Keeps to plain ASCII for its own marks." };

    private readonly Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore };
    private readonly Host host;

    public ReportRun(Command command, Host host)
    {
        this.host = host;
        files.CompletionSources.Add(_ => [Suggestions.Journals]);
        on.CompletionSources.Add(Days);
        known.CompletionSources.Add(Days);
        command.Add(files);
        foreach (Option option in new Option[] { json, on, known, all, width, ascii })
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
        AsOf asOf = new(
            JournalFiles.ReadDay("--on", result.GetValue(on)), JournalFiles.ReadDay("--known", result.GetValue(known)));
        TextOptions options = Text(result);
        Journal journal = JournalFiles.Load(host, result.GetRequiredValue(files));
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

    private IEnumerable<CompletionItem> Days(CompletionContext context) =>
        context.ParseResult.GetValue(files) is { Length: > 0 } paths
            && Array.TrueForAll(paths, path => File.Exists(host.FullPath(path)))
            ? JournalFiles.Days(host, paths).Select(day => new CompletionItem(day))
            : [];

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
