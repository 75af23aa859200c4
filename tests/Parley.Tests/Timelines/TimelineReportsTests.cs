using Parley.Record.Entries;
using Parley.Record.Standing;
using Parley.Record.Timelines;
using Parley.Tests.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Timelines;

public sealed class TimelineReportsTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Entries_stand_in_order_of_time_and_those_of_one_day_in_file_order()
    {
        int late = talks.Add("2025-05-20", talks.Us, Verb.Says);
        int early = talks.Add("2025-05-10", talks.Us, Verb.Says);
        int meeting = talks.Add("2025-05-20", talks.Iran, Verb.Meet, With(talks.Us), Round(4));

        Assert.Equal(
            [new(early, null, -1, TimelineTraits.None), new(late, null, -1, TimelineTraits.None), new(meeting, 4, -1, TimelineTraits.IsRound)],
            Items());
    }

    [Fact]
    public void Order_is_uncertain_between_neighbours_whose_dates_overlap()
    {
        int about = talks.Add("2025-05-12~", talks.Us, Verb.Says); // 9 to 15 May
        int exact = talks.Add("2025-05-14", talks.Us, Verb.Says);
        int clear = talks.Add("2025-05-16", talks.Us, Verb.Says);

        Assert.Equal(
            [
                new(about, null, -1, TimelineTraits.OrderUncertainWithNext),
                new(exact, null, -1, TimelineTraits.OrderUncertainWithPrevious),
                new(clear, null, -1, TimelineTraits.None),
            ],
            Items());
    }

    [Fact]
    public void Undated_entry_stands_first_and_its_order_is_open_up_to_its_end()
    {
        int before = talks.Add("2025-05-01", talks.Us, Verb.Says);
        int undated = talks.Add("../2025-05-03", talks.Us, Verb.Says);

        Assert.Equal(
            [
                new(undated, null, -1, TimelineTraits.IsUndated | TimelineTraits.OrderUncertainWithNext),
                new(before, null, -1, TimelineTraits.OrderUncertainWithPrevious),
            ],
            Items());
    }

    [Fact]
    public void Second_account_names_the_first_and_a_day_hides_what_began_after_it()
    {
        int first = talks.Add("2025-05-30/2025-06-01", talks.Us, Verb.Offers, talks.Names("o7"));
        int second = talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"));
        talks.Add("2025-06-02", talks.Us, Verb.Says);

        Assert.Equal(
            [
                new(first, null, -1, TimelineTraits.MayNotHaveHappened | TimelineTraits.OrderUncertainWithNext),
                new(second, null, first, TimelineTraits.OrderUncertainWithPrevious),
            ],
            Items("2025-05-31"));
    }

    [Fact]
    public void Empty_record_has_no_items() => Assert.Empty(Items());

    private IReadOnlyList<TimelineItem> Items(string? on = null) => TimelineReports.Compute(
        talks.Builder.Build(), new AsOf(on is null ? null : Day(on))).Items;
}
