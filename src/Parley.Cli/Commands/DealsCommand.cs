using System.CommandLine;
using System.Text;
using Parley.Drawing;
using Parley.Drawing.Deals;
using Parley.Exchange;
using Parley.Record.Deals;

namespace Parley.Cli.Commands;

/// <summary><c>parley deals</c>: what deals are left.</summary>
internal static class DealsCommand
{
    private static readonly CommandPage Page = new(
        "deals SCENARIO... [OPTIONS]",
        """
        Tells which outcomes of a scenario are efficient, which are fair by which
        standard, and what each side gains against no deal. SCENARIO is a folder, a
        domain with its profiles, or one file, of Genius (XML), GeniusWeb (JSON), NegMAS
        (YAML) or NegoLog (JSON). The answer is exact: utilities are compared as
        fractions, and every outcome of a tie is counted.
        """,
        """
        parley deals laptop
        parley deals domain.xml buyer.xml seller.xml --svg plane.svg
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("deals", "Tells what deals are left.", Page);
        Argument<string[]> files = new("SCENARIO") { Arity = ArgumentArity.OneOrMore };
        TextPageOptions text = new();
        Option<bool> json = new("--json") { Description = "Writes the report as JSON." };
        Option<bool> csv = new("--csv") { Description = "Writes the efficient outcomes as CSV." };
        Option<string> svg = new("--svg") { Description = "Draws the utilities of two parties into that file.", HelpName = "OUT.svg" };
        Option<bool> force = new("--force") { Description = "Writes over a file that it did not make itself." };
        command.Add(files);
        foreach (Option option in (IEnumerable<Option>)[json, csv, svg, force, .. text.All])
        {
            command.Add(option);
        }

        command.SetAction(result =>
        {
            TextOptions options = text.Read(result, host);
            if (result.GetValue(json) && result.GetValue(csv))
            {
                throw new UsageException("--json and --csv are two answers; ask for one");
            }

            if (ScenarioFiles.Read(host, result.GetRequiredValue(files)) is not Scenario scenario)
            {
                return ExitCode.Problems;
            }

            ProblemDeals report = ProblemDeals.Compute(scenario.Name, scenario.Problem);
            if (result.GetValue(svg) is string target)
            {
                Draw(host, report, target, result.GetValue(force));
            }

            if (result.GetValue(json))
            {
                DealsJson.Write(report, host.RawOut);
            }
            else if (result.GetValue(csv))
            {
                DealsCsv.Write(report, host.Out);
            }
            else
            {
                DealsText.Write(report, host.Out, options);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Draw(Host host, ProblemDeals report, string target, bool force)
    {
        if (!UtilityPlaneSvg.CanDraw(report))
        {
            throw new UsageException("--svg draws the efficient outcomes of two parties, and there are none to draw");
        }

        string path = JournalFiles.RealPath(host, target);
        WholeFile.Allow(path, target, UtilityPlaneSvg.Mark, "", force);
        StringWriter text = new() { NewLine = "\n" };
        UtilityPlaneSvg.Write(report, text);
        WholeFile.Replace(path, target, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
