using CsCheck;
using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining;

/// <summary>Real issues on points, with a bound on what is lost.</summary>
public sealed class RealIssuesTests
{
    [Fact]
    public void Points_are_the_ends_the_breakpoints_the_named_and_the_grid()
    {
        BargainingProblem problem = new(
            new OutcomeSpace([Issue.Real("price", 10, 20), Issue.Whole("days", 1, 3)]),
            [
                new("seller", UtilityFunction.Additive((2, new PiecewiseLinearValues((10, 0), (13, 1), (20, 1))), (1, new LinearValues(0, 1)))),
                new("buyer", UtilityFunction.Additive((1, new PeakedValues(12, 1, 0.1m, 0.2m)), (1, new LinearValues(0, 1)))),
            ]);
        PointedProblem pointed = RealIssues.Place(problem, 3, _ => [11.5m, 99]);
        Issue price = pointed.Problem.Space.Issues[0];
        Assert.Equal([10, 11.5m, 12, 13, 15, 20], Enumerable.Range(0, price.Count!.Value).Select(price.NumberAt));
        IssuePoints only = Assert.Single(pointed.Issues);
        Assert.Equal((0, 6), (only.Issue, only.Points));

        // The seller's steepest stretch between points: 10 to 11.5, worth 2 · 1.5/3; the buyer's: 15 to 20, worth 1.
        Assert.Equal([(Rational)0.5m, 0.5m], only.Losses.Select(l => l!.Value));
    }

    [Fact]
    public void No_number_off_the_points_is_further_from_a_point_than_the_bound() => Gen
        .Select(Gen.Int[-9, 9].Array[6], Gen.Int[2, 7], Gen.Int[0, 1000])
        .Sample(
            (worths, grid, number) =>
            {
                PiecewiseLinearValues first = new((0, worths[0]), (2, worths[1]), (7, worths[2]));
                PeakedValues second = new(4, worths[3], Math.Abs(worths[4]), Math.Abs(worths[5]));
                BargainingProblem problem = new(
                    new OutcomeSpace([Issue.Real("x", 0, 10)]),
                    [new("one", UtilityFunction.Additive((3, first))), new("two", UtilityFunction.Additive((1, second)))]);
                PointedProblem pointed = RealIssues.Place(problem, grid);
                Issue issue = pointed.Problem.Space.Issues[0];
                Rational x = new(number, 100);
                Rational nearest = Enumerable.Range(0, issue.Count!.Value).Select(issue.NumberAt).MinBy(p => Rational.Abs(p - x));
                Assert.True(Rational.Abs(3 * (first.At(x) - first.At(nearest))) <= pointed.LossOf(0));
                Assert.True(Rational.Abs(second.At(x) - second.At(nearest)) <= pointed.LossOf(1));
            },
            iter: 2000);
}
