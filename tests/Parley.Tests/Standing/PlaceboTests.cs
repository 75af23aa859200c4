using CsCheck;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Standing;

public sealed class PlaceboTests
{
    [Fact]
    public void Acts_near_a_window_are_compared_with_every_shift_of_the_calendar()
    {
        // Ten days, a window of three of them, two acts next to each other: over the ten shifts each act is inside three
        // times, so that 2 x 3 / 10 are expected; both are inside in two shifts.
        PlaceboCalendar calendar = new(100, 109, [103, 104]);
        calendar.AddWindow(103, 105);

        Placebo placebo = calendar.ActsInside(2);

        Assert.Equal((2, 2, 3, 0.6m, 2), (placebo.Hits, placebo.Of, placebo.CoveredDays, placebo.Expected, placebo.ShiftsAtLeast));
        Assert.Equal(0.2m, placebo.ShareAtLeast);
    }

    [Fact]
    public void A_window_is_hit_once_however_many_acts_fall_into_it()
    {
        // Two windows of two days in a calendar of eight. One act hits one of them in four shifts of eight.
        PlaceboCalendar calendar = new(0, 7, [0, 0]);
        calendar.AddWindow(0, 1);
        calendar.AddWindow(4, 5);

        Placebo placebo = calendar.WindowsHit(2);

        Assert.Equal((1, 2, 4, 0.5m, 4), (placebo.Hits, placebo.Of, placebo.CoveredDays, placebo.Expected, placebo.ShiftsAtLeast));
    }

    [Fact]
    public void What_forbids_a_test_is_said()
    {
        PlaceboCalendar none = new(0, 9, [1, 2, 3]);
        PlaceboCalendar few = new(0, 9, [1]);
        few.AddWindow(0, 2);
        PlaceboCalendar all = new(0, 9, [1, 2, 3]);
        all.AddWindow(-5, 20);
        PlaceboCalendar ages = new(0, 4_000, [1, 2, 3]);
        ages.AddWindow(0, 2);

        Assert.Equal(
            [PlaceboObstacle.NoWindows, PlaceboObstacle.TooFewActs, PlaceboObstacle.AllCovered, PlaceboObstacle.TooLong],
            new[] { none, few, all, ages }.Select(calendar => calendar.ActsInside(3).Obstacle));
        Assert.Null(few.ActsInside(3).Expected);
        Assert.Equal(1, few.ActsInside(3).Hits);
    }

    [Fact]
    public void Acts_expected_are_the_acts_times_the_share_of_days_covered() => Gen
        .Select(Gen.Int[0, 60].Array[1, 12], Gen.Int[0, 60].Array[1, 5], Gen.Int[0, 6])
        .Sample((days, starts, width) =>
        {
            PlaceboCalendar calendar = new(0, 66, days);
            foreach (int start in starts)
            {
                calendar.AddWindow(start, start + width);
            }

            Placebo placebo = calendar.ActsInside(1);

            Assert.InRange(placebo.Hits, 0, days.Length);
            Assert.Equal((decimal)days.Length * placebo.CoveredDays / 67, placebo.Expected!.Value, 20);
            Assert.InRange(placebo.ShiftsAtLeast!.Value, 1, 67);
        });
}
