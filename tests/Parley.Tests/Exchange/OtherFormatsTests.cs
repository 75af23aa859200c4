using System.Text.Json;
using Parley.Bargaining;
using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Xunit;

namespace Parley.Tests.Exchange;

/// <summary>Scenarios of several programs against the numbers that those programs publish.</summary>
public sealed class OtherFormatsTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void NegoLog_scenarios_have_the_nash_product_and_social_welfare_of_their_specifications()
    {
        int count = 0;
        foreach (string folder in Directory.EnumerateDirectories(Requires.Shared("scenarios/negolog")))
        {
            using JsonDocument specs = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "specs.json")));
            BargainingProblem problem = Problem(folder);
            Assert.Equal(specs.RootElement.GetProperty("NumberOfBids").GetInt32(), problem.Space.Count);
            JsonElement product = specs.RootElement.TryGetProperty("Nash Product", out JsonElement named) ? named : specs.RootElement.GetProperty("Product Score");
            Assert.Equal(product.GetDouble(), OutcomeWalk.Greatest(problem, p => p[0] * p[1]), Tolerance);
            Assert.Equal(specs.RootElement.GetProperty("Social Welfare").GetDouble(), OutcomeWalk.Greatest(problem, p => p[0] + p[1]), Tolerance);
            count++;
        }

        Assert.Equal(33, count);
    }

    [Fact]
    public void Anl_2026_scenarios_have_the_nash_product_and_welfare_of_their_statistics()
    {
        int count = 0;
        foreach (string folder in Directory.EnumerateDirectories(Requires.Shared("scenarios/anl2026")))
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder, "_stats.yaml"));
            double[] reserve = Reserves(Problem(folder));
            double[] nash = FirstProfile(lines, "nash_utils:");
            double[] welfare = FirstProfile(lines, "max_welfare_utils:");
            Assert.Equal(Product(nash, reserve), OutcomeWalk.Greatest(Problem(folder), p => Product(p, reserve)), Tolerance);
            Assert.Equal(welfare.Sum(), OutcomeWalk.Greatest(Problem(folder), p => p.Sum()), Tolerance);
            count++;
        }

        Assert.Equal(7, count);
    }

    [Fact]
    public void Genius_scenarios_in_raw_units_have_the_welfare_that_another_program_found()
    {
        int count = 0;
        List<string> differences = [];
        foreach (string line in File.ReadLines(Requires.Shared("scenarios/genius-expected.jsonl")))
        {
            using JsonDocument expected = JsonDocument.Parse(line);
            if (!expected.RootElement.TryGetProperty("mw", out JsonElement welfare) || expected.RootElement.GetProperty("n").GetInt64() > 100_000)
            {
                continue;
            }

            string path = expected.RootElement.GetProperty("path").GetString()!;
            BargainingProblem problem = ScenarioReader.Read(UtilityScale.Raw, Requires.Shared("scenarios/genius/" + path)).Scenario!.Problem;

            // Where indexes of labels begin at 2, that program takes the whole for an issue and adds 1 to every party.
            double surplus = expected.RootElement.GetProperty("n_issues").GetInt32() > problem.Space.Issues.Count
                && path != "other/web_service" ? problem.Parties.Count : 0;
            double theirs = welfare[0].EnumerateArray().Sum(u => u.GetDouble()) - surplus;
            double ours = OutcomeWalk.Greatest(problem, p => p.Sum());
            count++;
            if (Math.Abs(theirs - ours) > Tolerance * Math.Max(1, Math.Abs(theirs)))
            {
                differences.Add($"{path}: {ours}, there {theirs}");
            }
        }

        Assert.Equal(117, count);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void GeniusWeb_scenarios_load_and_the_reservation_bid_becomes_its_utility()
    {
        foreach (string name in (string[])["Fitness", "FlightBooking", "JapnTrip", "Party"])
        {
            BargainingProblem problem = Problem(Requires.Shared("scenarios/geniusweb/" + name));
            Assert.Equal(2, problem.Parties.Count);
            Assert.All(problem.Parties, p => Assert.NotNull(p.ReservationValue));
        }
    }

    [Fact]
    public void Anl_2025_edges_load_one_by_one_and_a_center_that_is_a_program_is_refused()
    {
        string root = Requires.Shared("scenarios/anl2025");
        List<string> refused = [];
        int read = 0;
        foreach (string file in Directory.EnumerateFiles(root, "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string folder = Path.GetFileName(Path.GetDirectoryName(file)!);
            if (folder is not ("edges" or "sides") && Path.GetFileName(file) != "center.yml")
            {
                continue;
            }

            ScenarioReading reading = ScenarioReader.Read(file);
            read += reading.Scenario is null ? 0 : 1;
            if (reading.Scenario is null)
            {
                refused.Add($"{Path.GetRelativePath(root, file)}: {reading.Faults[0].Summary}");
            }
        }

        // A center is a program; so are two edges; the edges of six folders name no outcome space.
        string[] reasons = ["is a program or not additive", "\"LambdaFun\" cannot be read", "there is no domain"];
        Assert.All(refused, r => Assert.Contains(reasons, reason => r.Contains(reason, StringComparison.Ordinal)));
        Assert.All(refused.Where(r => r.Contains("center.yml", StringComparison.Ordinal)), r => Assert.Contains(reasons[0], r, StringComparison.Ordinal));
        Assert.True(read > 100, $"{read} read");
    }

    private static BargainingProblem Problem(string folder)
    {
        ScenarioReading reading = ScenarioReader.Read(folder);
        Assert.True(reading.Scenario is not null, reading.Faults.Count == 0 ? folder : $"{folder}: {reading.Faults[0]}");
        return reading.Scenario.Problem;
    }

    private static double[] Reserves(BargainingProblem problem) => [.. problem.Parties.Select((p, i) =>
        Math.Max(p.ReservationValue?.ToDouble() ?? double.NegativeInfinity, OutcomeWalk.Profiles(problem).Min(u => u[i])))];

    private static double Product(double[] profile, double[] reserve)
    {
        double product = 1;
        for (int i = 0; i < profile.Length; i++)
        {
            if (profile[i] < reserve[i])
            {
                return double.NegativeInfinity;
            }

            product *= profile[i] - reserve[i];
        }

        return product;
    }

    private static double[] FirstProfile(string[] lines, string key) => [.. lines.SkipWhile(l => l != key).Skip(1).Take(2)
        .Select(l => double.Parse(l.TrimStart('-', ' '), System.Globalization.CultureInfo.InvariantCulture))];
}
