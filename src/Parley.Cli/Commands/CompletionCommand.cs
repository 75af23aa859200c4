using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using Parley.Cli.Completion;

namespace Parley.Cli.Commands;

/// <summary><c>parley completion</c>: a script for a shell, and the hidden command that the script asks.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    private static readonly CommandPage Page = new(
        "completion SHELL",
        """
        Writes a script for bash, zsh or fish that completes commands, options, their
        values and journals when Tab is pressed. Dates of --on and --known are those of
        the journal that is named before them.
        """,
        """
        source <(parley completion bash)
        parley completion zsh > ~/.zfunc/_parley
        parley completion fish > ~/.config/fish/completions/parley.fish
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("completion", "Writes the script that completes words in a shell.", Page);
        Argument<string> shell = new("SHELL");
        shell.CompletionSources.Add(_ => Shells.Select(name => new CompletionItem(name)));
        command.Add(shell);
        command.SetAction(result =>
        {
            host.Out.Write(ScriptFor(result.GetRequiredValue(shell)));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The command that the scripts ask: one line for each word that may follow, with a tab before its note.</summary>
    public static Command CreateAnswer(Host host)
    {
        Command command = new("complete", "Answers the completion of a shell.") { Hidden = true };
        Argument<string[]> words = new("WORD") { Arity = ArgumentArity.ZeroOrMore };
        command.Add(words);
        command.SetAction(result =>
        {
            RootCommand root = (RootCommand)result.RootCommandResult.Command;
            foreach (CompletionItem item in Suggestions.Find(root, result.GetValue(words) ?? []))
            {
                host.Out.Write(item.Detail is { Length: > 0 } note ? $"{item.Label}\t{note}\n" : $"{item.Label}\n");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string ScriptFor(string shell)
    {
        if (!Shells.Contains(shell))
        {
            throw new UsageException($"there is no completion for {shell}; there is one for bash, zsh and fish");
        }

        using Stream stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream("parley." + shell)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
