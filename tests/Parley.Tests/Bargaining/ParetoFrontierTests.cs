using System.Numerics;
using CsCheck;
using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining;

/// <summary>The frontier against a look at every outcome.</summary>
public sealed class ParetoFrontierTests
{
    [Fact]
    public void Frontier_of_additive_problems_is_what_a_look_at_every_outcome_finds() =>
        RandomProblems.Additive.Sample(IsTheFrontier, iter: 2000);

    [Fact]
    public void Frontier_of_entangled_problems_is_what_a_look_at_every_outcome_finds() =>
        RandomProblems.Joint.Sample(IsTheFrontier, iter: 2000);

    [Fact]
    public void Frontier_of_hyper_rectangles_is_what_a_look_at_every_outcome_finds() =>
        RandomProblems.Rectangles.Sample(IsTheFrontier, iter: 2000);

    [Fact]
    public void Outcomes_of_entangled_issues_are_all_listed_once() => RandomProblems.Rectangles.Sample(
        problem =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            for (int i = 0; i < frontier.Count; i++)
            {
                Outcome[] expected = [.. RandomProblems.AllOutcomes(problem).Where(o => problem.ProfileOf(o).Equals(frontier[i])).Order()];
                Assert.Equal(expected, frontier.EnumerateOutcomes(i).Order());
                Assert.Equal(expected.Length, frontier.OutcomeCountOf(i));
            }
        },
        iter: 1000);

    [Fact]
    public void Outcomes_of_each_profile_are_all_listed_once_in_order() => RandomProblems.Additive.Sample(
        problem =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            for (int i = 0; i < frontier.Count; i++)
            {
                Outcome[] listed = [.. frontier.EnumerateOutcomes(i)];
                Outcome[] expected = [.. RandomProblems.AllOutcomes(problem).Where(o => problem.ProfileOf(o).Equals(frontier[i])).Order()];
                Assert.Equal(expected, listed);
                Assert.Equal(listed.Length, frontier.OutcomeCountOf(i));
            }
        },
        iter: 1000);

    [Fact]
    public void Solutions_are_those_that_a_look_at_every_profile_finds() => RandomProblems.Joint.Sample(
        problem =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            BargainingSolutions solutions = BargainingSolutions.Compute(frontier);
            UtilityProfile none = solutions.DisagreementPoint;
            UtilityProfile[] all = [.. Enumerable.Range(0, frontier.Count).Select(i => frontier[i])
                .Where(u => u.Utilities.Zip(none.Utilities).All(x => x.First >= x.Second))];
            Assert.Equal(all, solutions.Acceptable.Select(i => frontier[i]));
            AssertBest(all, solutions.Nash, frontier, u => u.Utilities.Zip(none.Utilities).Aggregate(Rational.One, (a, x) => a * (x.First - x.Second)));
            AssertBest(all, solutions.Egalitarian, frontier, u => u.Utilities.Zip(none.Utilities).Min(x => x.First - x.Second));
            AssertBest(all, solutions.Utilitarian, frontier, u => u.Utilities.Aggregate(Rational.Zero, (a, x) => a + x));
            AssertBest(all, solutions.KalaiSmorodinsky, frontier, u => -Spread(u, none, all));
        },
        iter: 2000);

    [Fact]
    public void Huge_space_is_solved_without_enumeration()
    {
        // Fifty issues that are worth the same to both, and the other way round: every split of 0 to 50 is efficient.
        Issue[] issues = [.. Enumerable.Range(0, 50).Select(i => Issue.Categorical($"i{i}", "a", "b", "c"))];
        BargainingProblem problem = new(
            new OutcomeSpace(issues),
            [
                new PartyPreferences("one", UtilityFunction.Additive(issues.Select(_ => (Rational.One, (ValueFunction)new TableValues(1, 0, 0))))),
                new PartyPreferences("two", UtilityFunction.Additive(issues.Select(_ => (Rational.One, (ValueFunction)new TableValues(0, 1, 1))))),
            ]);
        ParetoFrontier frontier = ParetoFrontier.Compute(problem);
        Assert.Equal(BigInteger.Pow(3, 50), problem.Space.Count);
        Assert.Equal(51, frontier.Count);
        Assert.Equal(BigInteger.Pow(3, 50), frontier.OutcomeCount);
        Assert.Equal(BigInteger.Pow(2, 50), frontier.OutcomeCountOf(50));
        Assert.Equal(new UtilityProfile(25, 25), frontier[BargainingSolutions.Compute(frontier).Nash.Single()]);
        Assert.Equal(new Outcome([.. Enumerable.Repeat(0, 49), 1]), frontier.EnumerateOutcomes(1).First());
    }

    [Theory]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(80)]
    public void Digits_of_any_number_leave_ties_as_they_are(int digits)
    {
        // Thirds against worths far below what a double could tell apart from them.
        Rational tiny = new(1, BigInteger.Pow(10, digits));
        Issue[] issues = [Issue.Categorical("a", "x", "y"), Issue.Categorical("b", "x", "y")];
        Rational third = new(1, 3);
        UtilityFunction one = UtilityFunction.Additive((Rational.One, new TableValues(third, 2 * third)), (Rational.One, new TableValues(2 * third, third)));
        UtilityFunction two = UtilityFunction.Additive((Rational.One, new TableValues(tiny, 0)), (Rational.One, new TableValues(0, 2 * tiny)));
        ParetoFrontier frontier = ParetoFrontier.Compute(new(new OutcomeSpace(issues), [new("one", one), new("two", two)]));
        Assert.Equal(
            [new UtilityProfile(4 * third, 0), new UtilityProfile(1, 2 * tiny), new UtilityProfile(2 * third, 3 * tiny)],
            Enumerable.Range(0, frontier.Count).Select(i => frontier[i]));
    }

    [Fact]
    public void Space_without_a_choice_has_an_empty_frontier_and_no_solution()
    {
        OutcomeSpace space = new OutcomeSpace([Issue.Whole("n", 0, 3)]).Restrict(0, _ => false);
        UtilityFunction utility = UtilityFunction.Additive((Rational.One, new LinearValues(0, 1)));
        ParetoFrontier frontier = ParetoFrontier.Compute(new(space, [new("one", utility)]));
        Assert.Equal(0, frontier.Count);
        Assert.Equal(0, frontier.OutcomeCount);
        Assert.Empty(BargainingSolutions.Compute(frontier).Nash);
        Assert.Null(BargainingSolutions.Compute(frontier).IdealPoint);
    }

    [Fact]
    public void Nothing_is_a_solution_when_one_party_refuses_all()
    {
        Issue[] issues = [Issue.Whole("n", 0, 3)];
        BargainingProblem problem = new(
            new OutcomeSpace(issues),
            [
                new("one", UtilityFunction.Additive((Rational.One, new LinearValues(0, 1))), 4),
                new("two", UtilityFunction.Additive((Rational.One, new LinearValues(3, -1))), -1),
            ]);
        BargainingSolutions solutions = BargainingSolutions.Compute(ParetoFrontier.Compute(problem));
        Assert.Empty(solutions.Nash);
        Assert.Empty(solutions.Utilitarian);
        Assert.Empty(solutions.Acceptable);
    }

    private static void IsTheFrontier(BargainingProblem problem)
    {
        ParetoFrontier frontier = ParetoFrontier.Compute(problem);
        UtilityProfile[] all = [.. RandomProblems.AllOutcomes(problem).Select(problem.ProfileOf)];
        UtilityProfile[] efficient = [.. all.Where(u => !all.Any(v => v.Dominates(u)))];
        UtilityProfile[] expected = [.. efficient.Distinct().OrderDescending(Comparer<UtilityProfile>.Create(
            (a, b) => a.Utilities.ToArray().AsSpan().SequenceCompareTo(b.Utilities.ToArray())))];
        Assert.Equal(expected, Enumerable.Range(0, frontier.Count).Select(i => frontier[i]));
        Assert.Equal(efficient.Length, frontier.OutcomeCount);
    }

    private static void AssertBest(UtilityProfile[] all, IReadOnlyList<int> found, ParetoFrontier frontier, Func<UtilityProfile, Rational> measure)
    {
        UtilityProfile[] best = all.Length == 0 ? [] : [.. all.Where(u => measure(u) == all.Max(measure))];
        Assert.Equal(best, found.Select(i => frontier[i]));
    }

    private static Rational Spread(UtilityProfile profile, UtilityProfile none, UtilityProfile[] all)
    {
        Rational[] shares = [.. profile.Utilities.Select((u, p) =>
        {
            Rational ideal = all.Max(a => a[p]) - none[p];
            return ideal == 0 ? 0 : (u - none[p]) / ideal;
        })];
        return shares.Max() - shares.Min();
    }
}
