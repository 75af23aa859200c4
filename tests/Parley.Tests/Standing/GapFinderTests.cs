using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class GapFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Opening_gap_is_between_the_first_positions_at_the_table_and_the_current_one_between_the_latest()
    {
        int iran = Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        int us = Add("2025-04-13", talks.Us, Verb.Offers, talks.Level, Exactly(0));
        int iranNow = Add("2025-04-19", talks.Iran, Verb.Offers, talks.Level, Exactly(20));
        int usNow = Add("2025-04-26", talks.Us, Verb.Offers, talks.Level, Exactly(3.67m));

        Gap gap = Assert.Single(Gaps());

        Assert.Equal((talks.Iran, talks.Us, talks.Level.Id), (gap.First, gap.Second, gap.IssueId));
        Assert.Equal((60m, 16.33m), (gap.Opening, gap.Current));
        Assert.Equal([iran, us, iranNow, usNow], gap.Evidence.Entries());
    }

    [Fact]
    public void Gap_is_unknown_until_both_sides_have_a_position_at_the_table()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        talks.Add("2025-04-13", talks.Us, Verb.Offers, At(Forum.Media), With(talks.Level, Exactly(0)));

        Gap gap = Assert.Single(Gaps());

        Assert.Equal((null, null), (gap.Opening, gap.Current));
    }

    [Fact]
    public void Side_that_has_never_spoken_on_the_issue_has_no_gap_on_it()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        Add("2025-04-12", talks.Us, Verb.Demands, talks.Relief, None);

        Assert.Empty(Gaps());
    }

    [Fact]
    public void Gap_is_nothing_when_the_sets_meet()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(3));
        Add("2025-04-13", talks.Us, Verb.Offers, talks.Level, Exactly(5));

        Gap gap = Assert.Single(Gaps());

        Assert.Equal((0m, 0m), (gap.Opening, gap.Current));
    }

    [Fact]
    public void Gap_of_ordered_labels_is_in_steps_and_of_labels_without_order_unknown()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Relief, Full);
        Add("2025-04-13", talks.Us, Verb.Offers, talks.Relief, None);
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Sites, ValueSet.OfLabels(1));
        Add("2025-04-13", talks.Us, Verb.Offers, talks.Sites, ValueSet.OfLabels(4));

        Assert.Equal([2m, (decimal?)null], Gaps().Select(g => g.Opening));
    }

    [Fact]
    public void Current_gap_is_unknown_after_a_withdrawal()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        talks.Add("2025-04-13", talks.Us, Verb.Offers, At(Forum.Table), talks.Names("o"), With(talks.Level, Exactly(0)));
        talks.Add("2025-04-14", talks.Us, Verb.Withdraws, talks.Of("o"));

        Gap gap = Assert.Single(Gaps());

        Assert.Equal((60m, (decimal?)null), (gap.Opening, gap.Current));
    }

    [Fact]
    public void Conditional_offer_opens_no_gap_until_its_condition_is_met()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        talks.Add("2025-04-13", talks.Us, Verb.Offers, At(Forum.Table), talks.Names("o"), talks.If("x"), With(talks.Level, Exactly(10)));

        Assert.Null(Assert.Single(Gaps()).Opening);

        talks.Add("2025-04-14", talks.Iran, Verb.MeetsCondition, talks.Of("o"));

        Assert.Equal(50m, Assert.Single(Gaps()).Opening);
    }

    [Fact]
    public void Current_position_of_a_side_is_that_of_its_highest_authority()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, talks.Level, Exactly(60));
        Add("2025-04-13", talks.Trump, Verb.Offers, talks.Level, Exactly(10));
        Add("2025-04-14", talks.Witkoff, Verb.Offers, talks.Level, Exactly(20));

        Assert.Equal(50m, Assert.Single(Gaps()).Current);
    }

    [Fact]
    public void Every_pair_of_parties_has_its_own_gap()
    {
        Talks three = new(hasThirdParty: true);
        three.Add("2025-04-12", three.Iran, Verb.Demands, At(Forum.Table), With(three.Level, Exactly(60)));
        three.Add("2025-04-12", three.Us, Verb.Demands, At(Forum.Table), With(three.Level, Exactly(0)));
        three.Add("2025-04-12", three.Europe!, Verb.Demands, At(Forum.Table), With(three.Level, Exactly(20)));

        Assert.Equal(
            [(three.Iran, three.Us, 60m), (three.Iran, three.Europe!, 40m), (three.Us, three.Europe!, 20m)],
            StandingReports.Compute(three.Builder.Build()).Gaps.Select(g => (g.First, g.Second, g.Opening!.Value)));
    }

    private int Add(string date, Actor speaker, Verb verb, Issue issue, ValueSet values) =>
        talks.Add(date, speaker, verb, At(Forum.Table), With(issue, values));

    private IReadOnlyList<Gap> Gaps() => StandingReports.Compute(talks.Builder.Build()).Gaps;
}
