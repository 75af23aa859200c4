using System.CommandLine;
using Parley.Drawing;

namespace Parley.Cli.Commands;

/// <summary>The options that say how a report is drawn as text.</summary>
internal sealed class TextPageOptions
{
    private const int WidestTerminal = 100;

    private readonly Option<bool> all = new("--all") { Description = "Shows everything in long sections." };
    private readonly Option<int?> width = new("--width")
    {
        Description = "Columns of a line, 40 or more; 80 when left out.",
        HelpName = "N",
    };

    private readonly Option<bool> ascii = new("--ascii") { Description = "Keeps to plain ASCII for its own marks." };

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [all, width, ascii];

    /// <summary>How the report is drawn.</summary>
    /// <param name="result">What was asked.</param>
    /// <param name="host">The machine.</param>
    public TextOptions Read(ParseResult result, Host host)
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
