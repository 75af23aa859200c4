using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary><c>parley man</c>: the help pages of all commands as one page of the manual.</summary>
internal static class ManCommand
{
    private static readonly CommandPage Page = new(
        "man",
        """
        Writes the help of all commands as one page for man, in roff.
        """,
        """
        parley man > ~/.local/share/man/man1/parley.1
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("man", "Writes the page of the manual.", Page);
        command.SetAction(result =>
        {
            ManPage.Write((RootCommand)result.RootCommandResult.Command, host.Out);
            return ExitCode.Done;
        });
        return command;
    }
}
