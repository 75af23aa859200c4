using System.CommandLine;
using Parley.Drawing;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary>The options that every report takes.</summary>
internal sealed class ReportOptions
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
        Description = "Columns of a line, 40 or more; 80 unless a terminal says otherwise.",
        HelpName = "N",
    };

    private readonly Option<bool> ascii = new("--ascii") { Description = "Keeps to plain ASCII for its own marks." };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { json, on, known, all, width, ascii })
        {
            command.Add(option);
        }
    }

    public bool IsJson(ParseResult result) => result.GetValue(json);

    public bool IsAll(ParseResult result) => result.GetValue(all);

    public AsOf AsOf(ParseResult result) => new(
        JournalFiles.ReadDay("--on", result.GetValue(on)), JournalFiles.ReadDay("--known", result.GetValue(known)));

    public TextOptions Text(ParseResult result, Host host, int problemCount)
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
            ProblemCount = problemCount,
        };
    }
}
