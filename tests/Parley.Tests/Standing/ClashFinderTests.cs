using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class ClashFinderTests
{
    private readonly Talks talks = new(hasThirdParty: true);

    [Fact]
    public void Lines_that_leave_no_value_clash_by_the_distance_between_them()
    {
        int us = Line(talks.Us, AtMost(3));
        int iran = Line(talks.Iran, AtLeast(5));

        Clash clash = Assert.Single(Find());

        Assert.Equal([talks.Iran, talks.Us], clash.Parties); // in the order of the record
        Assert.Equal((talks.Sum.Id, 0, 2m, true), (clash.IssueId, clash.BasisIndex, clash.LeastLoosening, clash.IsAttained));
        Assert.Equal([us, iran], clash.Evidence.Entries());
    }

    [Fact]
    public void Lines_that_meet_in_one_value_do_not_clash()
    {
        Line(talks.Us, AtMost(3));
        Line(talks.Iran, AtLeast(3));

        Assert.Empty(Find());
    }

    [Fact]
    public void Without_a_step_nothing_against_something_gives_way_by_any_amount_above_0()
    {
        Line(talks.Us, Exactly(0));
        Line(talks.Iran, Above(0));

        Clash clash = Assert.Single(Find());
        Assert.Equal((0m, false), (clash.LeastLoosening, clash.IsAttained));
    }

    [Fact]
    public void With_a_step_nothing_against_something_gives_way_by_the_step()
    {
        talks.Add("2025-05-18", talks.Witkoff, Verb.RedLine, Requiring, With(talks.Level, Exactly(0)));
        talks.Add("2025-05-11", talks.Araghchi, Verb.RedLine, With(talks.Level, Exactly(0)));

        Clash clash = Assert.Single(Find());
        Assert.Equal((0.01m, true), (clash.LeastLoosening, clash.IsAttained));
        Assert.Equal([1, 0], clash.Evidence.Entries()); // in order of time
    }

    [Fact]
    public void Steps_count_between_the_nearest_ordered_labels_and_nothing_between_unordered()
    {
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, Requiring, With(talks.Relief, None));
        talks.Add("2025-05-01", talks.Iran, Verb.RedLine, Requiring, With(talks.Relief, Full));
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, Requiring, With(talks.Sites, Full));
        talks.Add("2025-05-01", talks.Iran, Verb.RedLine, With(talks.Sites, Full));

        List<Clash> clashes = Find();

        Assert.Equal([(talks.Relief.Id, 2m), (talks.Sites.Id, null)], clashes.Select(c => (c.IssueId, c.LeastLoosening)));
        Assert.All(clashes, c => Assert.True(c.IsAttained));
    }

    [Fact]
    public void Lines_that_leave_the_same_are_one_in_a_clash()
    {
        int us = Line(talks.Us, AtMost(3));
        int europe = Line(talks.Europe!, AtMost(3));
        int iran = Line(talks.Iran, AtLeast(5));

        Clash clash = Assert.Single(Find());

        Assert.Equal([talks.Iran, talks.Us, talks.Europe!], clash.Parties);
        Assert.Equal([us, europe, iran], clash.Evidence.Entries());
    }

    [Fact]
    public void Members_of_one_party_can_clash()
    {
        Line(talks.Witkoff, AtMost(3));
        Line(talks.Trump, Exactly(9));

        Clash clash = Assert.Single(Find());
        Assert.Equal([talks.Us], clash.Parties);
        Assert.Equal(6m, clash.LeastLoosening);
    }

    [Fact]
    public void Of_intervals_every_pair_without_a_common_value_clashes_and_no_larger_set()
    {
        Line(talks.Us, AtMost(3));
        Line(talks.Iran, AtLeast(5));
        Line(talks.Europe!, Between(6, 9));

        Assert.Equal(
            [([0, 1], 2m), ([0, 2], 3m)],
            Find().Select(c => (c.Evidence.Entries().ToArray(), c.LeastLoosening!.Value)));
    }

    [Fact]
    public void Three_lines_of_which_every_two_leave_a_value_can_clash_together()
    {
        // kept or converted, converted or destroyed, kept or destroyed
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, With(talks.Sites, Full));
        talks.Add("2025-05-01", talks.Iran, Verb.RedLine, With(talks.Sites, None));
        talks.Add("2025-05-01", talks.Europe!, Verb.RedLine, With(talks.Sites, Partial));

        Clash clash = Assert.Single(Find());
        Assert.Equal([0, 1, 2], clash.Evidence.Entries());
    }

    [Fact]
    public void Of_broken_sets_of_numbers_the_least_loosening_is_of_all_together()
    {
        // Not 2 to 8, exactly 2 to 3, exactly 3 to 8: at 2 the first gives nothing, the third 1; at 3 the first gives 1.
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, With(talks.Sum, ValueSet.OfRange(new(2, 8, true, true))));
        Line(talks.Iran, Between(2, 3));
        Line(talks.Europe!, Between(3, 8));
        Assert.Equal(1m, Assert.Single(Find()).LeastLoosening);
        Assert.Equal([0, 1, 2], Find()[0].Evidence.Entries());
    }

    [Fact]
    public void Line_that_no_longer_stands_clashes_with_nothing()
    {
        Line(talks.Us, AtMost(3));
        Line(talks.Iran, AtLeast(5));
        talks.Add("2025-05-09", talks.Us, Verb.Drops, With(talks.Sum, ValueSet.Topic));

        Assert.Empty(Find());
    }

    [Fact]
    public void Line_that_leaves_nothing_clashes_with_itself()
    {
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, With(talks.Sites, ValueSet.OfLabels(7)));
        talks.Add("2025-05-01", talks.Iran, Verb.RedLine, With(talks.Sites, Full));

        Clash clash = Assert.Single(Find());
        Assert.Equal([talks.Us], clash.Parties);
        Assert.Null(clash.LeastLoosening);
    }

    [Fact]
    public void Different_bases_of_an_issue_do_not_clash()
    {
        Basis simple = RecordBuilder.AddBasis(talks.Sum, "simple");
        Line(talks.Us, AtMost(3));
        talks.Add("2025-05-01", talks.Iran, Verb.RedLine, Requiring, d => d.Terms.Add(
            new Term(talks.Sum.Id, (byte)simple.Index, 0, false, false, AtLeast(5))));

        Assert.Empty(Find());
    }

    [Fact]
    public void Contested_line_makes_a_contested_clash()
    {
        talks.Add("2025-05-01", talks.Us, Verb.RedLine, talks.Names("a"), Requiring, With(talks.Sum, AtMost(3)));
        Line(talks.Iran, AtLeast(5));
        talks.Add("2025-05-02", talks.Us, Verb.Denies, talks.Of("a"));

        Assert.True(Assert.Single(Find()).IsContested);
    }

    [Fact]
    public void Beyond_the_bound_only_pairs_with_the_tightest_lines_are_listed()
    {
        for (int i = 0; i <= ClashFinder.MostForPairs; i++)
        {
            Actor member = talks.Builder.AddMember(talks.Us, "us.m" + i);
            Line(member, Between(i, i + 0.5m));
        }

        // 101 lines apart from each other: each against the last and each against the first, the first two once.
        Assert.Equal((100 * 2) - 1, Find().Count);
    }

    private int Line(Actor drawer, ValueSet required) =>
        talks.Add("2025-05-01", drawer, Verb.RedLine, Requiring, With(talks.Sum, required));

    private List<Clash> Find()
    {
        StandingContext context = talks.Context();
        return ClashFinder.Find(context, RedLineFinder.Find(context));
    }
}
