using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Parley.Cli;

/// <summary>What a command says of itself: how it is called, what it does, its options, and an example.</summary>
/// <param name="Usage">What follows the name of the program.</param>
/// <param name="Text">What it does, as lines.</param>
/// <param name="Example">Commands as they are typed, as lines.</param>
internal sealed record CommandPage(string Usage, string Text, string Example);

/// <summary>A command with its page.</summary>
internal sealed class PagedCommand(string name, string summary, CommandPage page) : Command(name, summary)
{
    public CommandPage Page { get; } = page;
}

/// <summary>Draws the help of a command.</summary>
internal static class HelpPage
{
    private const int Column = 18;

    /// <summary>Options of the program itself.</summary>
    public static IReadOnlyList<(string Name, string Text)> RootOptions { get; } =
        [("--help", "Shows this page, or that of a command."), ("--version", "Shows the version.")];

    /// <summary>What the program answers to whoever started it.</summary>
    public static IReadOnlyList<(string Name, string Text)> ExitCodes { get; } =
        [("0", "done"), ("1", "problems in a journal"), ("2", "wrong usage"), ("70", "our fault")];

    /// <summary>Variables of the environment that it heeds.</summary>
    public static IReadOnlyList<(string Name, string Text)> Variables { get; } =
        [("NO_COLOR", "Set to any text, it keeps colour out of reports.")];

    /// <summary>Lets <c>--help</c> of every command draw its page.</summary>
    public static void Install(RootCommand root, Host host)
    {
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = "Shows this page.";
                help.Action = new Show(host);
            }
            else if (option is VersionOption version)
            {
                version.Description = "Shows the version.";
            }
        }
    }

    public static void Write(Command command, TextWriter writer)
    {
        if (command is PagedCommand paged)
        {
            Lines(writer, "Usage: parley " + paged.Page.Usage, "", paged.Page.Text.TrimEnd());
            List(writer, "Options:", OptionsOf(command));
            Lines(writer, "", "Example:");
            foreach (string line in paged.Page.Example.TrimEnd().Split('\n'))
            {
                Lines(writer, "  " + line);
            }

            return;
        }

        Lines(writer, "Usage: parley COMMAND [OPTIONS]", "", command.Description ?? "");
        List(writer, "Commands:", [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? ""))]);
        List(writer, "Options:", RootOptions);
        List(writer, "Environment:", Variables);
        Lines(
            writer,
            "",
            $"Exit codes: {string.Join("; ", ExitCodes.Select(code => code.Name + " " + code.Text))}.",
            "",
            "Example:",
            "  parley new lake",
            "  parley stand lake.parley");
    }

    /// <summary>The options of a command, each with the name of its value, and what they do.</summary>
    public static IReadOnlyList<(string Name, string Text)> OptionsOf(Command command) =>
        [.. command.Options.Select(Describe), ("--help", "Shows this page.")];

    private static (string Name, string Text) Describe(Option option)
    {
        string value = option.HelpName is { Length: > 0 } name ? " " + name : "";
        return (option.Name + value, option.Description ?? "");
    }

    private static void List(TextWriter writer, string head, IReadOnlyList<(string Name, string Text)> rows)
    {
        Lines(writer, "", head);
        foreach ((string name, string text) in rows)
        {
            Lines(writer, $"  {name.PadRight(Column - 2)}{text}");
        }
    }

    private static void Lines(TextWriter writer, params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    private sealed class Show(Host host) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            Write(parseResult.CommandResult.Command, host.Out);
            return ExitCode.Done;
        }
    }
}
