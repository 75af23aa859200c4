using System.Text.Json;
using CsCheck;
using Parley.Exchange;
using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Parley.Exchange.Writing;
using Parley.Journals;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Exchange;

/// <summary>What is written is read again as the same scenario, but for what the losses name.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Const("None"), Gen.Const("19'' \"LCD\""), Gen.Const("a: b"), Gen.Const("- x"), Gen.Const("<&>"), Gen.Const("null"),
        Gen.Const("خلیج"), Gen.Const("12"), Gen.Const("100 %"), Gen.Const("#1"), Gen.Const("back\\slash"), Gen.String[Gen.Char['a', 'z'], 1, 6]);

    private static readonly Gen<Rational> Share = Gen.Int[0, 1000].Select(n => new Rational(n, 1000));

    private static readonly Gen<ScenarioDeclaration> Scenarios =
        from labels in Words.HashSet[1, 4].Array[1, 3]
        from names in Words.HashSet[labels.Length]
        from parties in Gen.Select(Share.Array[4].Array[labels.Length], Share.Array[2], Gen.Bool).Array[1, 3]
        let issues = labels.Zip(names, (l, n) => Issue.Categorical(n, l)).ToArray()
        select new ScenarioDeclaration("domain",
            [.. issues.Select(i => new IssueDeclaration(i, "", []))],
            [.. parties.Select((p, n) => PartyOf($"p{n}", issues, p.Item1, p.Item2, p.Item3))]);

    [Theory]
    [InlineData(ScenarioFormat.Genius)]
    [InlineData(ScenarioFormat.GeniusWeb)]
    [InlineData(ScenarioFormat.NegMas)]
    [InlineData(ScenarioFormat.NegoLog)]
    public void Scenario_of_labels_comes_back_with_every_utility(ScenarioFormat format) => Scenarios.Sample(
        scenario =>
        {
            ScenarioWriting writing = ScenarioWriter.Write(scenario, format);
            Scenario again = Read(writing);
            bool isExact = writing.Losses.All(l => !l.StartsWith("numbers that", StringComparison.Ordinal));
            double tolerance = isExact ? 0 : 1e-12;
            var expected = OutcomeWalk.Profiles(ProblemMaker.Make(scenario, UtilityScale.Normalized)).Select(p => p.ToArray()).ToArray();
            var found = OutcomeWalk.Profiles(again.Problem).Select(p => p.ToArray()).ToArray();
            Assert.Equal(expected.Length, found.Length);
            Assert.All(expected.Zip(found), pair => Assert.All(pair.First.Zip(pair.Second), u => Assert.Equal(u.First, u.Second, tolerance + 1e-12)));
            Assert.Equal(scenario.Issues.SelectMany(i => i.Issue.Labels), again.Declaration.Issues.SelectMany(i => i.Issue.Labels));
            Assert.Equal(scenario.Parties.Select(p => p.Name), again.Declaration.Parties.Select(p => p.Name));
            bool keepsReserve = format != ScenarioFormat.GeniusWeb;
            Assert.Equal(keepsReserve ? 0 : scenario.Parties.Count, writing.Losses.Count(l => l.Contains("the reservation value", StringComparison.Ordinal)));
            if (keepsReserve)
            {
                Assert.Equal(scenario.Parties.Select(p => p.ReservationValue), again.Declaration.Parties.Select(p => p.ReservationValue));
            }

            bool keepsDiscount = format is ScenarioFormat.Genius or ScenarioFormat.NegMas;
            int discounts = scenario.Parties.Count(p => p.Discount != Rational.One);
            Assert.Equal(keepsDiscount ? 0 : discounts, writing.Losses.Count(l => l.StartsWith("the discount", StringComparison.Ordinal)));
            if (keepsDiscount)
            {
                Assert.Equal(scenario.Parties.Select(p => p.Discount), again.Declaration.Parties.Select(p => p.Discount));
            }
        },
        iter: 100);

    [Theory]
    [InlineData(ScenarioFormat.Genius)]
    [InlineData(ScenarioFormat.GeniusWeb)]
    [InlineData(ScenarioFormat.NegMas)]
    public void Line_on_whole_numbers_stays_a_line(ScenarioFormat format)
    {
        Issue issue = Issue.Whole("Pages", 2, 40);
        PartyDeclaration party = new("p0", [new IssueWorth(0, 1, new LinearValues(0, new Rational(1, 40)))], []);
        Scenario again = Read(ScenarioWriter.Write(new ScenarioDeclaration("domain", [new IssueDeclaration(issue, "", [])], [party]), format));
        Assert.Equal(39, again.Problem.Space.Count);
        LinearValues line = Assert.IsType<LinearValues>(Assert.Single(again.Declaration.Parties[0].Worths).Values);
        Assert.Equal((Rational.Zero, new Rational(1, 40)), (line.Intercept, line.Slope));
    }

    [Fact]
    public void Every_genius_folder_comes_back_from_genius_and_its_rectangles_are_refused_elsewhere()
    {
        string root = Requires.Shared("scenarios/genius");
        int count = 0;
        foreach (string line in File.ReadLines(Requires.Shared("scenarios/genius-expected.jsonl")))
        {
            using JsonDocument expected = JsonDocument.Parse(line);
            string folder = expected.RootElement.GetProperty("path").GetString()!;
            count++;
            ScenarioDeclaration before = ScenarioReader.Read(Path.Combine(root, folder)).Scenario!.Declaration;
            ScenarioWriting writing = ScenarioWriter.Write(before, ScenarioFormat.Genius);
            Assert.All(writing.Losses, l => Assert.Equal("the order of the parties is that of their file names", l));
            before = before with { Parties = [.. before.Parties.OrderBy(p => p.Name, StringComparer.Ordinal)] };
            ScenarioDeclaration after = Read(writing).Declaration;
            Assert.Equal(before.Parties.Select(p => (p.Name, p.Discount, p.ReservationValue, p.MaximumUtility)), after.Parties.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Discount, p.ReservationValue, p.MaximumUtility)));
            Assert.Equal(
                before.Parties.SelectMany(p => p.Rectangles).Select(r => $"{r.Utility.Numerator} {r.Excludes} {string.Join(", ", r.Sides)}"),
                after.Parties.OrderBy(p => p.Name, StringComparer.Ordinal).SelectMany(p => p.Rectangles).Select(r => $"{r.Utility.Numerator} {r.Excludes} {string.Join(", ", r.Sides)}"));
            Assert.Equal(before.Issues.SelectMany(i => i.ValueDescriptions), after.Issues.SelectMany(i => i.ValueDescriptions));
            bool hasRectangles = before.Parties.Any(p => p.Rectangles.Count > 0);
            Assert.Equal(hasRectangles, ScenarioWriter.Write(before, ScenarioFormat.NegMas).Files.Count == 0);
        }

        Assert.Equal(169, count);
    }

    [Fact]
    public void Reservation_outcome_of_geniusweb_comes_back()
    {
        ScenarioDeclaration before = ScenarioReader.Read(Requires.Shared("scenarios/geniusweb/Party")).Scenario!.Declaration;
        ScenarioDeclaration after = Read(ScenarioWriter.Write(before, ScenarioFormat.GeniusWeb)).Declaration;
        Assert.Equal(Bids(before), Bids(after));
    }

    [Fact]
    public void Journal_of_every_scenario_without_rectangles_has_no_problems()
    {
        string root = Requires.Shared("scenarios");
        string[] folders = [.. Directory.EnumerateDirectories(root + "/negolog"), .. Directory.EnumerateDirectories(root + "/anl2026"),
            .. Directory.EnumerateDirectories(root + "/geniusweb"), .. Directory.EnumerateDirectories(root + "/genius/anac/y2011"), .. Directory.EnumerateDirectories(root + "/genius/anac/y2015")];
        List<string> problems = [];
        foreach (string folder in folders)
        {
            ScenarioWriting writing = JournalWriter.Write(ScenarioReader.Read(folder).Scenario!.Declaration, "x.parley");
            string text = Assert.Single(writing.Files).Text;
            Journal journal = Journal.Parse(System.Text.Encoding.UTF8.GetBytes(text), "x.parley");
            problems.AddRange(journal.Diagnostics.Take(2).Select(d => $"{Path.GetFileName(folder)}: {d.Summary}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems.Take(20)));
    }

    private static List<string> Bids(ScenarioDeclaration scenario) =>
        [.. scenario.Parties.Select(p => string.Join(", ", p.ReservationOutcome!.OrderBy(o => o.Key).Select(o => $"{o.Key}: {o.Value}")))];

    private static PartyDeclaration PartyOf(string name, Issue[] issues, Rational[][] worths, Rational[] rest, bool isDivided) => new(
        name,
        [.. issues.Select((issue, i) => new IssueWorth(
            i, new Rational(i + 1, issues.Length * (issues.Length + 1) / 2), new TableValues(worths[i].Take(issue.Labels.Count))))],
        [])
    {
        IsDividedByGreatest = isDivided,
        ReservationValue = rest[0],
        Discount = Rational.Max(rest[1], new Rational(1, 10)),
    };

    private static Scenario Read(ScenarioWriting writing)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.True(writing.Files.Count > 0, string.Join("\n", writing.Losses));
            foreach (WrittenFile file in writing.Files)
            {
                File.WriteAllText(Path.Combine(folder.FullName, file.Name), file.Text);
            }

            ScenarioReading reading = ScenarioReader.Read(folder.FullName);
            Assert.True(reading.Scenario is not null, string.Join("\n", reading.Faults) + "\n" + writing.Files[^1].Text);
            return reading.Scenario;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
