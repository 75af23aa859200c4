using System.CommandLine;
using System.CommandLine.Completions;
using Parley.Cli.Completion;
using Parley.Journals;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary>The journals that a command answers from, and the day as of which it does.</summary>
internal sealed class JournalInput
{
    private readonly Argument<string> file = new("FILE");
    private readonly Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore };
    private readonly bool takesSeveral;
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

    private readonly Host host;

    /// <summary>Journals of a command.</summary>
    /// <param name="host">What the program touches of its machine.</param>
    /// <param name="takesSeveral">Whether several journals may be given, as one record.</param>
    public JournalInput(Host host, bool takesSeveral)
    {
        this.host = host;
        this.takesSeveral = takesSeveral;
        Files.CompletionSources.Add(_ => [Suggestions.Journals]);
        on.CompletionSources.Add(Days);
        known.CompletionSources.Add(Days);
    }

    /// <summary>Where the journals stand on the command line.</summary>
    public Argument Files => takesSeveral ? files : file;

    /// <summary>The options of the day, in the order of the help.</summary>
    public IReadOnlyList<Option> Options => [on, known];

    /// <summary>The names of the journals as given.</summary>
    public string[] Names(ParseResult result) =>
        takesSeveral ? result.GetRequiredValue(files) : [result.GetRequiredValue(file)];

    /// <summary>Reads the journals as one record.</summary>
    public Journal Load(ParseResult result) => JournalFiles.Load(host, Names(result));

    /// <summary>As of when; both days are checked before anything is read.</summary>
    public AsOf AsOf(ParseResult result) =>
        new(JournalFiles.ReadDay("--on", result.GetValue(on)), JournalFiles.ReadDay("--known", result.GetValue(known)));

    private IEnumerable<CompletionItem> Days(CompletionContext context) =>
        Given(context.ParseResult) is { Length: > 0 } paths && Array.TrueForAll(paths, path => File.Exists(host.FullPath(path)))
            ? JournalFiles.Days(host, paths).Select(day => new CompletionItem(day))
            : [];

    private string[] Given(ParseResult result) => takesSeveral ? result.GetValue(files) ?? []
        : result.GetValue(file) is { } one ? [one] : [];
}
