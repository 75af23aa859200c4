using System.Text.Json;
using Parley.Bargaining;
using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Parley.Numerics;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Exchange;

/// <summary>Frontiers and solutions of the Genius scenarios beside those that another program found in doubles.</summary>
/// <remarks>
/// Its disagreement point is, for each party, the greater of the reservation value and the least utility of all; ours
/// is given the same. Its "kalai" is the greatest least gain, which is our egalitarian solution; its "mw" the greatest
/// sum, our utilitarian one. Reservation values are on the scale from 0 to 1 in these files while the utilities of the
/// comparison are raw: it compares them as they are, and so does this test.
/// </remarks>
public sealed class SolutionsTests
{
    private const double Tolerance = 1e-9;

    /// <summary>
    /// How many profiles more that program counts. Its doubles tell apart what is one profile in exact fractions, or
    /// put two profiles side by side of which one dominates the other: the outcomes of these files tie on weights and
    /// evaluations that no double holds exactly. Where a party refuses part of the frontier, it counts the rest.
    /// </summary>
    private static readonly Dictionary<string, int> RoundingBreaks = new()
    {
        ["anac/y2011/Car"] = 2,
        ["anac/y2012/BarterA"] = 2,
        ["anac/y2012/BarterB"] = 2,
        ["anac/y2012/BarterC"] = 2,
        ["anac/y2012/CarA"] = 2,
        ["anac/y2012/CarB"] = 2,
        ["anac/y2012/CarC"] = 2,
        ["anac/y2016/Terra"] = 8,
        ["other/Jobs"] = 4,
    };

    [Fact]
    public void Frontier_and_solutions_agree_with_another_program()
    {
        List<string> differences = [];
        int compared = 0;
        foreach (string line in File.ReadLines(Requires.Shared("scenarios/genius-expected.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement expected = document.RootElement;
            if (!expected.TryGetProperty("pareto", out JsonElement count))
            {
                continue;
            }

            string path = expected.GetProperty("path").GetString()!;
            BargainingProblem problem = ScenarioReader.Read(UtilityScale.Raw, Requires.Shared("scenarios/genius/" + path)).Scenario!.Problem;
            // Where indexes of labels begin at 2, that program takes the whole for an issue and adds 1 to every party.
            double surplus = expected.GetProperty("n_issues").GetInt32() > problem.Space.Issues.Count
                && path != "other/web_service" ? 1 : 0;
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            compared++;
            BargainingSolutions solutions = BargainingSolutions.Compute(frontier, Disagreement(problem));
            int ties = RoundingBreaks.GetValueOrDefault(path);
            if (solutions.Acceptable.Count + ties != count.GetInt32())
            {
                differences.Add($"{path}: {solutions.Acceptable.Count} profiles ({frontier.OutcomeCount} outcomes), there {count.GetInt32()}");
            }

            foreach ((string name, IReadOnlyList<int> ours) in ((string, IReadOnlyList<int>)[])
                [("nash", solutions.Nash), ("kalai", solutions.Egalitarian), ("mw", solutions.Utilitarian), ("ks", solutions.KalaiSmorodinsky)])
            {
                double[] theirs = [.. expected.GetProperty(name)[0].EnumerateArray().Select(u => u.GetDouble() - surplus)];
                if (!ours.Any(i => frontier[i].Utilities.Zip(theirs).All(u => Math.Abs(u.First.ToDouble() - u.Second) <= Tolerance * Math.Max(1, Math.Abs(u.Second)))))
                {
                    differences.Add($"{path}: {name} {string.Join(" or ", ours.Select(i => string.Join(' ', frontier[i].Utilities.Select(u => u.ToDouble()))))}, there {string.Join(' ', theirs)}");
                }
            }
        }

        Assert.Equal(117, compared);
        Assert.True(differences.Count == 0, $"{differences.Count}\n{string.Join("\n", differences)}");
    }

    private static UtilityProfile Disagreement(BargainingProblem problem)
    {
        return new UtilityProfile(problem.Parties.Select(p => Rational.Max(p.ReservationValue ?? Least(p), Least(p))));

        Rational Least(PartyPreferences party) => party.Utility.Terms.Aggregate(party.Utility.Constant, (sum, t) =>
            sum + Enumerable.Range(0, problem.Space.CountOf(t.Issues[0])).Min(place => t.At(problem.Space, [place])));
    }
}
