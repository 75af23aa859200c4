using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Tests.Standing;
using Xunit;
using EngineIssue = Parley.Outcomes.Issue;

namespace Parley.Tests.Deals;

public sealed class ScalePointsTests
{
    [Fact]
    public void Every_step_is_a_point_where_few_lie_between_the_numbers_named()
    {
        (EngineIssue scale, bool isSampled) = Of(new Talks().Level, [3m, 3.1m], [3.05m]);

        Assert.False(isSampled, "all of 3.00, 3.01 … 3.10 are there");
        Assert.Equal(11, scale.Count);
        Assert.Equal(3.04m, At(scale, 4));
    }

    [Fact]
    public void Few_numbers_on_a_scale_without_steps_get_an_even_grid_between_them()
    {
        (EngineIssue scale, bool isSampled) = Of(new Talks().Sum, [80m, 0m], [15m]);

        Assert.True(isSampled, "every number from 0 to 80 is possible");
        Assert.Equal([0m, 10m, 15m, 20m, 30m, 40m, 50m, 60m, 70m, 80m], Numbers(scale));
    }

    [Fact]
    public void Points_of_a_grid_lie_on_steps()
    {
        // (90 - 0) / 8 = 11.25, on steps of 0.01 from 0; the named 3.67 stays.
        (EngineIssue scale, _) = Of(new Talks().Level, [0m, 90m, 3.67m], []);

        Assert.Equal([0m, 3.67m, 11.25m, 22.5m, 33.75m, 45m, 56.25m, 67.5m, 78.75m, 90m], Numbers(scale));
    }

    [Fact]
    public void One_number_is_one_point()
    {
        (EngineIssue scale, bool isSampled) = Of(new Talks().Sum, [], [22m]);

        Assert.False(isSampled, "nothing lies between one number and itself");
        Assert.Equal([22m], Numbers(scale));
    }

    [Fact]
    public void Of_many_numbers_those_that_hold_today_stay_and_the_others_are_thinned_evenly()
    {
        // 2 hold today; 23 of the 100 others have room: ranks 0, 4, 9 … 99.
        (EngineIssue scale, _) = Of(new Talks().Sum, [0.5m, 50.5m], Enumerable.Range(0, 100).Select(n => (decimal)n));

        Assert.Equal(ScalePoints.Most, scale.Count);
        decimal[] numbers = Numbers(scale);
        Assert.Contains(0.5m, numbers);
        Assert.Contains(50.5m, numbers);
        Assert.Equal([0m, 0.5m, 4m, 9m], numbers[..4]);
        Assert.Equal(99m, numbers[^1]);
    }

    private static (EngineIssue Scale, bool IsSampled) Of(
        Issue issue, IEnumerable<decimal> held, IEnumerable<decimal> others) => ScalePoints.Of("x", issue, 0, held, others);

    private static decimal At(EngineIssue scale, int place) =>
        (decimal)scale.NumberAt(place).Numerator / (decimal)scale.NumberAt(place).Denominator;

    private static decimal[] Numbers(EngineIssue scale) =>
        [.. Enumerable.Range(0, scale.Count!.Value).Select(place => At(scale, place))];
}
