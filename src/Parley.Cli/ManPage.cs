using System.CommandLine;

namespace Parley.Cli;

/// <summary>Draws the help of all commands as one page of the manual, in roff with the macros of man.</summary>
internal static class ManPage
{
    private const int LongestLine = 72;

    /// <summary>Writes the page; it carries no date, so that the same program gives the same bytes.</summary>
    /// <param name="root">All commands; hidden ones are left out.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(RootCommand root, TextWriter writer)
    {
        PagedCommand[] commands = [.. root.Subcommands.OfType<PagedCommand>().Where(command => !command.Hidden)];
        Line(writer, ".TH PARLEY 1 \"\" parley \"Parley\"");
        Line(writer, ".SH NAME");
        Line(writer, "parley \\- a negotiation desk in plain text");
        Line(writer, ".SH SYNOPSIS");
        Line(writer, ".nf");
        foreach (PagedCommand command in commands)
        {
            string rest = Escape(command.Page.Usage[command.Name.Length..]);
            Line(writer, $"\\fBparley {Escape(command.Name)}\\fR{rest}");
        }

        Line(writer, ".fi");
        Line(writer, ".SH DESCRIPTION");
        Text(writer, root.Description ?? "");
        Line(writer, ".SH COMMANDS");
        foreach (PagedCommand command in commands)
        {
            WriteCommand(command, writer);
        }

        WriteList(writer, "OPTIONS", HelpPage.RootOptions);
        WriteList(writer, "EXIT STATUS", HelpPage.ExitCodes);
        WriteList(writer, "ENVIRONMENT", HelpPage.Variables);
    }

    private static void WriteCommand(PagedCommand command, TextWriter writer)
    {
        Line(writer, $".SS {Escape(command.Name)}");
        Text(writer, command.Page.Text);
        foreach ((string name, string text) in HelpPage.OptionsOf(command))
        {
            Item(writer, name, text);
        }

        Line(writer, ".PP");
        Line(writer, "Example:");
        Line(writer, ".PP");
        Line(writer, ".RS 4");
        Line(writer, ".nf");
        foreach (string line in command.Page.Example.TrimEnd().Split('\n'))
        {
            Line(writer, Escape(line));
        }

        Line(writer, ".fi");
        Line(writer, ".RE");
    }

    private static void WriteList(TextWriter writer, string head, IReadOnlyList<(string Name, string Text)> rows)
    {
        Line(writer, $".SH {head}");
        foreach ((string name, string text) in rows)
        {
            Item(writer, name, text);
        }
    }

    private static void Item(TextWriter writer, string name, string text)
    {
        Line(writer, ".TP");
        Line(writer, $".B {Escape(name)}");
        Text(writer, text);
    }

    private static void Text(TextWriter writer, string text)
    {
        foreach (string line in text.TrimEnd().Split('\n'))
        {
            Line(writer, line.Length == 0 ? ".PP" : Break(line));
        }
    }

    // Lines of the source hold 80 bytes at most, escapes counted; man fills them anew.
    private static string Break(string line)
    {
        int blank = line.Length <= LongestLine ? -1 : line.LastIndexOf(' ', LongestLine);
        return blank < 0 ? Escape(line) : Escape(line[..blank]) + "\n" + Break(line[(blank + 1)..]);
    }

    private static string Escape(string line)
    {
        string plain = line
            .Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("~", "\\(ti", StringComparison.Ordinal)
            .Replace("^", "\\(ha", StringComparison.Ordinal);
        return plain.StartsWith('.') || plain.StartsWith('\'') ? "\\&" + plain : plain;
    }

    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
