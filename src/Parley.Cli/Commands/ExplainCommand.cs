using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;

namespace Parley.Cli.Commands;

/// <summary><c>parley explain</c>: what a code means.</summary>
internal static class ExplainCommand
{
    private static readonly CommandPage Page = new(
        "explain [CODE]",
        """
        Explains the code of a problem: what it means, an example, and the cure. Without
        a code it lists all of them.
        """,
        """
        parley explain PJ0201
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("explain", "Explains the code of a problem.", Page);
        Argument<string?> code = new("CODE") { Arity = ArgumentArity.ZeroOrOne };
        code.CompletionSources.Add(
            _ => JournalFiles.Codes().Select(known => new CompletionItem(known.Code, detail: known.Title)));
        command.Add(code);
        command.SetAction(result =>
        {
            if (result.GetValue(code) is { } asked)
            {
                Explain(host, asked);
            }
            else
            {
                List(host);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void List(Host host)
    {
        foreach ((string code, bool isError, string title) in JournalFiles.Codes())
        {
            host.Out.Write($"{code}  {(isError ? "error  " : "warning")}  {title}\n");
        }
    }

    private static void Explain(Host host, string asked)
    {
        foreach ((string code, bool isError, string title) in JournalFiles.Codes())
        {
            if (string.Equals(code, asked, StringComparison.OrdinalIgnoreCase))
            {
                host.Out.Write(PageOf(code) ?? $"# {code}: {title}\n\n{(isError ? "An error" : "A warning")}.\n");
                return;
            }
        }

        throw new UsageException($"there is no code {asked}; parley explain lists all of them");
    }

    private static string? PageOf(string code)
    {
        using Stream? stream = typeof(ExplainCommand).Assembly.GetManifestResourceStream($"errors/{code}.md");
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
