using System.CommandLine;
using System.Text;
using Parley.Drawing;
using Parley.Drawing.Deals;
using Parley.Exchange;
using Parley.Journals;
using Parley.Record.Deals;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary><c>parley deals</c>: what deals are left.</summary>
internal sealed class DealsCommand
{
    private static readonly CommandPage Page = new(
        "deals FILE... [OPTIONS]",
        """
        Tells which deals are left. Of a journal: what red lines shut out, what is in the
        way and what would open it, what each package leaves open, who behind the table
        would refuse it, and how packages fare under the preferences that the record
        allows. Of a scenario (a folder, a domain with its profiles, or one file, of
        Genius, GeniusWeb, NegMAS or NegoLog): which outcomes are efficient, which are
        fair by which standard, and what each side gains against no deal, exactly.
        """,
        """
        parley deals lake.parley --on 2025-05-21
        parley deals laptop --svg plane.svg
        """);

    // Of more than two parties nearly every outcome is efficient, and a draw costs that much more.
    private const int UsualDraws = 1000;
    private const int DrawsOfMany = 100;

    private readonly Host host;
    private readonly JournalInput input;
    private readonly TextPageOptions text = new();
    private readonly Option<bool> json = new("--json") { Description = "Writes the report as JSON." };
    private readonly Option<bool> csv = new("--csv") { Description = "Of a scenario: writes the efficient outcomes as CSV." };
    private readonly Option<string> svg = new("--svg")
    {
        Description = "Of a scenario: draws the utilities of two parties into that file.",
        HelpName = "OUT.svg",
    };

    private readonly Option<bool> force = new("--force") { Description = "Writes over a file that it did not make itself." };
    private readonly Option<string> track = new("--track") { Description = "Of a journal: the strand of the talks.", HelpName = "NAME" };
    private readonly Option<bool> settlement = new("--settlement")
    {
        Description = "Of a journal: shows where the last agreement lay, also a later one.",
    };

    private readonly Option<int?> draws = new("--draws")
    {
        Description = "Of a journal: how often unknown preferences are drawn.",
        HelpName = "N",
    };

    private readonly Option<ulong?> seed = new("--seed") { Description = "Of a journal: where the draws start; 1 when left out.", HelpName = "N" };

    private DealsCommand(Host host)
    {
        this.host = host;
        input = new JournalInput(host, takesSeveral: true);
    }

    public static Command Create(Host host)
    {
        PagedCommand command = new("deals", "Tells what deals are left.", Page);
        DealsCommand deals = new(host);
        command.Add(deals.input.Files);
        foreach (Option option in (IEnumerable<Option>)
            [deals.json, deals.csv, deals.svg, deals.force, .. deals.input.Options, deals.track, deals.settlement, deals.draws, deals.seed, .. deals.text.All])
        {
            command.Add(option);
        }

        command.SetAction(deals.Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        TextOptions options = text.Read(result, host);
        if (result.GetValue(json) && result.GetValue(csv))
        {
            throw new UsageException("--json and --csv are two answers; ask for one");
        }

        return input.Names(result).All(name => name.EndsWith(JournalFiles.Extension, StringComparison.Ordinal))
            ? OfJournal(result, options)
            : OfScenario(result, options);
    }

    private int OfJournal(ParseResult result, TextOptions options)
    {
        if (result.GetValue(csv) || result.GetValue(svg) is not null)
        {
            throw new UsageException("--csv and --svg show efficient outcomes of a scenario; of a journal ask for --json");
        }

        if (result.GetValue(draws) is <= 0 or > 100_000)
        {
            throw new UsageException("--draws takes a number from 1 to 100000");
        }

        AsOf asOf = input.AsOf(result);
        Journal journal = input.Load(result);
        DealsReport report = DealsReports.Compute(journal.Record, new DealsOptions
        {
            AsOf = asOf,
            Track = Find(journal.Record, result.GetValue(track)),
            ShowsSettlement = result.GetValue(settlement),
            Seed = result.GetValue(seed) ?? 1,
            Draws = result.GetValue(draws) ?? (journal.Record.Parties.Count() > 2 ? DrawsOfMany : UsualDraws),
        });
        JournalWords words = new(journal);
        if (result.GetValue(json))
        {
            TalksDealsJson.Write(report, words, host.RawOut, writer => JournalFiles.WriteProblems(journal, writer));
        }
        else
        {
            JournalFiles.WriteProblems(journal, host.Error, options.All, errorsOnly: true);
            TalksDealsText.Write(report, words, host.Out, options with { ProblemCount = journal.ErrorCount });
        }

        return journal.HasErrors ? ExitCode.Problems : ExitCode.Done;
    }

    private static Track? Find(NegotiationRecord record, string? name) => name is null ? null
        : record.Tracks.FirstOrDefault(t => t.Name == name)
            ?? throw new UsageException($"there is no track \"{name}\"");

    private int OfScenario(ParseResult result, TextOptions options)
    {
        if (ScenarioFiles.Read(host, input.Names(result)) is not Scenario scenario)
        {
            return ExitCode.Problems;
        }

        ProblemDeals report = ProblemDeals.Compute(scenario.Name, scenario.Problem);
        if (result.GetValue(svg) is string target)
        {
            Draw(report, target, result.GetValue(force));
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
    }

    private void Draw(ProblemDeals report, string target, bool overwrites)
    {
        if (!UtilityPlaneSvg.CanDraw(report))
        {
            throw new UsageException("--svg draws the efficient outcomes of two parties, and there are none to draw");
        }

        string path = JournalFiles.RealPath(host, target);
        WholeFile.Allow(path, target, UtilityPlaneSvg.Mark, "", overwrites);
        StringWriter drawn = new() { NewLine = "\n" };
        UtilityPlaneSvg.Write(report, drawn);
        WholeFile.Replace(path, target, Encoding.UTF8.GetBytes(drawn.ToString()));
    }
}
