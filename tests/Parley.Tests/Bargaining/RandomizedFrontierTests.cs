using CsCheck;
using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining;

/// <summary>Lotteries between outcomes of two parties.</summary>
public sealed class RandomizedFrontierTests
{
    private static readonly Gen<BargainingProblem> TwoParties = RandomProblems.Additive
        .Where(p => p.Parties.Count >= 2)
        .Select(p => p with { Parties = [.. p.Parties.Take(2)] });

    [Fact]
    public void No_outcome_lies_above_the_edges_and_corners_turn_one_way() => TwoParties.Sample(
        problem =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            IReadOnlyList<UtilityProfile> corners = RandomizedFrontier.Of(frontier).Profiles;
            Assert.Equal(frontier[0], corners[0]);
            Assert.Equal(frontier[frontier.Count - 1], corners[^1]);
            foreach ((UtilityProfile from, UtilityProfile to) in corners.Zip(corners.Skip(1)))
            {
                for (int i = 0; i < frontier.Count; i++)
                {
                    Rational side = ((to[0] - from[0]) * (frontier[i][1] - from[1])) - ((to[1] - from[1]) * (frontier[i][0] - from[0]));
                    Assert.True(side.Sign >= 0);
                    Assert.Equal(side.Sign == 0 && corners.Contains(frontier[i]), frontier[i].Equals(from) || frontier[i].Equals(to));
                }
            }
        },
        iter: 1000);

    [Fact]
    public void Nash_over_lotteries_is_at_least_that_over_outcomes_and_beaten_by_no_mixture() => TwoParties.Sample(
        problem =>
        {
            ParetoFrontier frontier = ParetoFrontier.Compute(problem);
            BargainingSolutions solutions = BargainingSolutions.Compute(frontier);
            RandomizedFrontier lotteries = RandomizedFrontier.Of(frontier);
            UtilityProfile none = solutions.DisagreementPoint;
            UtilityProfile? nash = lotteries.FindNash(none);
            foreach (int i in solutions.Nash)
            {
                Assert.NotNull(nash);
                Assert.True(Product(nash, none) >= Product(frontier[i], none));
            }

            foreach ((UtilityProfile from, UtilityProfile to) in lotteries.Profiles.Zip(lotteries.Profiles.Skip(1)))
            {
                for (int k = 0; k <= 20; k++)
                {
                    UtilityProfile mixed = new(from.Utilities.Zip(to.Utilities, (a, b) => a + (new Rational(k, 20) * (b - a))));
                    if (mixed[0] >= none[0] && mixed[1] >= none[1])
                    {
                        Assert.NotNull(nash);
                        Assert.True(Product(nash, none) >= Product(mixed, none));
                    }
                }
            }
        },
        iter: 1000);

    [Fact]
    public void Kalai_Smorodinsky_gives_both_the_same_share_where_the_edge_reaches_it()
    {
        // Ideals 40 and 60 apart: one party wants the number high, the other low, down to nothing at the other's ideal.
        BargainingProblem problem = new(
            new OutcomeSpace([Issue.Categorical("split", "all to one", "all to two")]),
            [
                new("one", UtilityFunction.Additive((Rational.One, new TableValues(60, 0))), 0),
                new("two", UtilityFunction.Additive((Rational.One, new TableValues(0, 40))), 0),
            ]);
        RandomizedFrontier lotteries = RandomizedFrontier.Of(ParetoFrontier.Compute(problem));
        Assert.Equal(new UtilityProfile(30, 20), lotteries.FindKalaiSmorodinsky(new UtilityProfile(0, 0)));
        Assert.Equal(new UtilityProfile(30, 20), lotteries.FindNash(new UtilityProfile(0, 0)));
        Assert.Equal(new UtilityProfile(45, 10), lotteries.FindNash(new UtilityProfile(30, 0)));
        Assert.Null(lotteries.FindNash(new UtilityProfile(50, 30)));
    }

    private static Rational Product(UtilityProfile profile, UtilityProfile none) => (profile[0] - none[0]) * (profile[1] - none[1]);
}
