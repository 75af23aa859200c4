using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class RedLineFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Requirement_leaves_what_it_states_and_exclusion_the_rest_of_the_scale()
    {
        int requires = Line("2025-05-18", talks.Witkoff, Requiring, With(talks.Level, Exactly(0)));
        int excludes = Line("2025-05-19", talks.Araghchi, With(talks.Level, Exactly(0)), With(talks.Sites, Full));

        List<RedLine> lines = Find();

        Assert.Equal([requires, excludes, excludes], lines.Select(l => l.Evidence.First));
        Assert.Equal((true, Exactly(0), Exactly(0)), (lines[0].IsRequirement, lines[0].Stated, lines[0].Allowed));
        Assert.Equal((talks.Us, talks.Witkoff.Id, Authority.Negotiates), (lines[0].Party, lines[0].DrawerId, lines[0].Authority));
        Assert.Equal((false, Exactly(0)), (lines[1].IsRequirement, lines[1].Stated));
        Assert.Equal(Between(0.01m, 90), lines[1].Allowed); // the least step above 0
        Assert.Equal(ValueSet.OfLabels(3), lines[2].Allowed); // kept or converted, not destroyed
        Assert.All(lines, l => Assert.True(l.Stands));
    }

    [Fact]
    public void Restatement_extends_the_evidence_however_it_is_put()
    {
        int first = Line("2025-05-11", talks.Araghchi, With(talks.Relief, None));
        int again = Line("2025-05-18", talks.Araghchi, Requiring, With(talks.Relief, ValueSet.OfLabels(6)));
        int other = Line("2025-05-19", talks.Leader, With(talks.Relief, None)); // another drawer, another line

        List<RedLine> lines = Find();

        Assert.Equal([[first, again], [other]], lines.Select(l => l.Evidence.Entries()));
        Assert.Equal([Authority.Negotiates, Authority.Decides], lines.Select(l => l.Authority));
    }

    [Fact]
    public void Another_line_of_the_drawer_replaces_the_old_and_softens_it_when_it_leaves_more()
    {
        Line("2025-05-01", talks.Witkoff, Requiring, With(talks.Level, AtMost(3)));
        int wider = Line("2025-05-05", talks.Witkoff, Requiring, With(talks.Level, AtMost(5)));
        Line("2025-05-09", talks.Witkoff, Requiring, With(talks.Level, Exactly(0)));

        List<RedLine> lines = Find();

        Assert.Equal([false, false, true], lines.Select(l => l.Stands));
        Assert.Equal([[wider], [], []], lines.Select(l => l.Softenings)); // the last leaves less: a hardening
    }

    [Fact]
    public void Line_ends_when_it_is_dropped_by_its_tag_or_by_what_it_states()
    {
        Line("2025-05-01", talks.Witkoff, talks.Names("a"), Requiring, With(talks.Level, AtMost(3)));
        Line("2025-05-01", talks.Us, Requiring, With(talks.Sites, Full));
        Line("2025-05-01", talks.Us, Requiring, With(talks.Relief, Partial));
        talks.Add("2025-05-02", talks.Iran, Verb.Drops, talks.Of("a")); // not its to drop
        talks.Add("2025-05-03", talks.Witkoff, Verb.Drops, With(talks.Sites, ValueSet.Topic)); // of lower rank
        talks.Add("2025-05-04", talks.Us, Verb.Drops, With(talks.Relief, Full)); // something else
        Assert.Equal([true, true, true], Find().Select(l => l.Stands));

        talks.Add("2025-05-05", talks.Trump, Verb.Drops, talks.Of("a"));
        talks.Add("2025-05-06", talks.Us, Verb.Drops, With(talks.Sites, ValueSet.Topic), With(talks.Relief, Partial));
        Assert.Equal([false, false, false], Find().Select(l => l.Stands));
    }

    [Fact]
    public void Line_with_several_issues_ends_for_those_that_are_named()
    {
        Line("2025-05-01", talks.Us, talks.Names("a"), Requiring, With(talks.Level, AtMost(3)), With(talks.Sites, Full));
        talks.Add("2025-05-05", talks.Us, Verb.Drops, talks.Of("a"), With(talks.Sites, ValueSet.Topic));

        Assert.Equal([true, false], Find().Select(l => l.Stands));
    }

    [Fact]
    public void Line_that_replaces_another_by_its_tag_ends_it_and_one_that_states_it_again_does_not()
    {
        Line("2025-05-01", talks.Witkoff, talks.Names("a"), Requiring, With(talks.Level, AtMost(3)));
        Line("2025-05-05", talks.Trump, talks.Names("b"), talks.Replaces("a"), Requiring, With(talks.Level, AtMost(5)));
        int again = Line("2025-05-06", talks.Trump, talks.Replaces("b"), Requiring, With(talks.Level, AtMost(5)));

        List<RedLine> lines = Find();

        Assert.Equal([false, true], lines.Select(l => l.Stands));
        Assert.Equal(again, lines[1].Evidence.Second);
    }

    [Fact]
    public void Offer_of_another_side_wholly_outside_tests_a_line()
    {
        Line("2025-05-01", talks.Us, Requiring, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Iran, Verb.Offers, With(talks.Level, Exactly(3))); // 3 or more: 3 is allowed
        int outside = talks.Add("2025-05-03", talks.Iran, Verb.Demands, With(talks.Level, Exactly(4))); // 4 or more
        talks.Add("2025-05-04", talks.Iran, Verb.Offers, With(talks.Level, AtLeast(1))); // partly inside
        talks.Add("2025-05-05", talks.Iran, Verb.Offers, As(Firmness.Floated), With(talks.Level, Exactly(60)));
        talks.Add("2025-05-06", talks.Oman, Verb.Offers, With(talks.Level, Exactly(60))); // of no side
        talks.Add("2025-05-07", talks.Iran, Verb.Says, With(talks.Level, Exactly(60))); // neither offered nor demanded
        talks.Add("2025-05-08", talks.Iran, Verb.Offers, With(talks.Level, Exactly(60), isUncertain: true));

        Assert.Equal([outside], Assert.Single(Find()).Tests);
    }

    [Fact]
    public void Point_is_read_as_or_better_for_the_side_that_offers()
    {
        Line("2025-05-01", talks.Us, Requiring, With(talks.Level, Exactly(0)));
        int level = talks.Add("2025-05-02", talks.Iran, Verb.Offers, With(talks.Level, Exactly(0.01m)));
        talks.Add("2025-05-03", talks.Iran, Verb.Offers, With(talks.Level, AtLeast(0)));
        Line("2025-05-04", talks.Iran, Requiring, With(talks.Relief, ValueSet.OfLabels(6)));
        int relief = talks.Add("2025-05-05", talks.Us, Verb.Offers, With(talks.Relief, None)); // none or less
        talks.Add("2025-05-06", talks.Us, Verb.Offers, With(talks.Relief, Partial)); // partial or less

        Assert.Equal([[level], [relief]], Find().Select(l => l.Tests));
    }

    [Fact]
    public void Own_side_crosses_a_line_that_forbids_all_it_says_and_holds_it_at_the_limit()
    {
        Line("2025-05-01", talks.Witkoff, Requiring, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, Exactly(3)));
        int offer = talks.Add("2025-05-03", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, Exactly(3.01m)));
        int word = talks.Add("2025-05-04", talks.Trump, Verb.Says, With(talks.Level, Exactly(5)));
        int deal = talks.Add("2025-05-05", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(4)));

        RedLine line = Assert.Single(Find());

        // Widened to 3.01 or less the offer would be within; before widening it has no value that the line allows.
        Assert.Equal([offer, word, deal], line.Crossings);
        Assert.False(line.CrossedFromBelow);
        Assert.True(line.Stands);
    }

    [Fact]
    public void Crossing_by_a_lower_rank_comes_from_below()
    {
        Line("2025-05-01", talks.Trump, Requiring, With(talks.Level, Exactly(0)));
        int crossing = talks.Add("2025-05-02", talks.Witkoff, Verb.Says, With(talks.Level, AtMost(3)), With(talks.Sites, Full));
        Assert.Empty(Assert.Single(Find()).Crossings); // up to 3 includes 0

        int offer = talks.Add("2025-05-03", talks.Witkoff, Verb.Offers, With(talks.Level, Exactly(3)));
        RedLine line = Assert.Single(Find());
        Assert.Equal([offer], line.Crossings);
        Assert.True(line.CrossedFromBelow);
        Assert.DoesNotContain(crossing, line.Softenings); // of lower rank, it softens nothing either
    }

    [Fact]
    public void Acceptance_of_what_a_line_forbids_crosses_it_and_of_another_part_does_not()
    {
        Line("2025-05-01", talks.Us, Requiring, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Iran, Verb.Offers, talks.Names("o"), To(talks.Us), With(talks.Level, AtLeast(5)), With(talks.Relief, Full));
        talks.Add("2025-05-03", talks.Us, Verb.Accepts, talks.Of("o"), With(talks.Relief, ValueSet.Topic));
        Assert.Empty(Assert.Single(Find()).Crossings);

        int whole = talks.Add("2025-05-04", talks.Us, Verb.Accepts, talks.Of("o"));
        Assert.Equal([whole], Assert.Single(Find()).Crossings);
    }

    [Fact]
    public void What_is_floated_attributed_conditional_or_said_of_anothers_act_crosses_nothing()
    {
        talks.Add("2025-05-01", talks.Iran, Verb.Demands, talks.Names("d"), With(talks.Level, Exactly(20)));
        Line("2025-05-01", talks.Us, Requiring, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, As(Firmness.Floated), With(talks.Level, Exactly(5)));
        talks.Add("2025-05-03", talks.Us, Verb.Offers, Attributed, With(talks.Level, Exactly(5)));
        talks.Add("2025-05-04", talks.Us, Verb.Offers, talks.Names("c"), talks.If("inspections"), With(talks.Level, Exactly(5)));
        talks.Add("2025-05-05", talks.Us, Verb.Says, talks.Of("d"), With(talks.Level, Exactly(20)));
        Assert.Empty(Assert.Single(Find()).Crossings);

        talks.Add("2025-05-09", talks.Iran, Verb.MeetsCondition, talks.Of("c"));
        Assert.Equal([4], Assert.Single(Find()).Crossings); // the conditional offer, once its ground is there
    }

    [Fact]
    public void Later_word_that_leaves_more_softens_a_line()
    {
        Line("2025-05-01", talks.Witkoff, Requiring, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Witkoff, Verb.Says, With(talks.Level, AtMost(2))); // leaves less
        int softer = talks.Add("2025-05-03", talks.Trump, Verb.Says, With(talks.Level, AtMost(4)));
        int line = Line("2025-05-04", talks.Us, Requiring, With(talks.Level, Between(2, 5)));

        List<RedLine> lines = Find();

        Assert.Equal([[softer, line], []], lines.Select(l => l.Softenings));
        Assert.True(lines[0].Stands); // another drawer's line leaves it standing
    }

    [Fact]
    public void Second_account_draws_no_second_line_and_may_contest_the_first()
    {
        int first = Line("2025-05-01", talks.Witkoff, talks.Names("a"), Requiring, With(talks.Level, AtMost(3)));
        int second = Line("2025-05-01", talks.Witkoff, talks.Names("a"), Requiring, With(talks.Level, AtLeast(5)), With(talks.Sites, Full));

        List<RedLine> lines = Find();

        Assert.Equal([[first, second], [second]], lines.Select(l => l.Evidence.Entries()));
        Assert.Equal([true, false], lines.Select(l => l.IsContested)); // the accounts differ on the level alone
    }

    [Fact]
    public void Conditional_line_is_shown_and_examined_only_once_its_ground_is_there()
    {
        Line("2025-05-01", talks.Us, talks.Names("a"), talks.If("no inspections"), Requiring, With(talks.Level, Exactly(0)));
        int offer = talks.Add("2025-05-02", talks.Iran, Verb.Offers, With(talks.Level, Exactly(20)));
        Assert.Empty(Assert.Single(Find()).Tests);

        talks.Add("2025-05-03", talks.Iran, Verb.MeetsCondition, talks.Of("a"));
        Assert.Equal([offer], Assert.Single(Find()).Tests);
    }

    [Fact]
    public void Alternatives_require_what_each_of_them_names_and_exclude_all()
    {
        Line("2025-05-01", talks.Us, Requiring, With(talks.Level, Exactly(0)), With(talks.Sites, Full), With(talks.Level, Exactly(3), 1));
        Line("2025-05-02", talks.Trump, With(talks.Relief, Full), With(talks.Relief, Partial, 1));

        List<RedLine> lines = Find();

        Assert.Equal(2, lines.Count); // sites stand in one alternative alone, so no line is drawn there
        Assert.Equal(ValueSet.OfRanges([new(0, 0), new(3, 3)]), lines[0].Allowed);
        Assert.Equal(None, lines[1].Allowed);
    }

    [Fact]
    public void Undated_line_stands_and_is_neither_tested_nor_crossed()
    {
        Line("../2025-05-01", talks.Us, Requiring, With(talks.Level, Exactly(0)));
        talks.Add("2025-05-02", talks.Iran, Verb.Offers, With(talks.Level, Exactly(20)));
        talks.Add("2025-05-03", talks.Us, Verb.Offers, With(talks.Level, Exactly(20)));

        RedLine line = Assert.Single(Find());

        Assert.Equal((true, 0, 0), (line.Stands, line.Tests.Count, line.Crossings.Count));
    }

    [Fact]
    public void Lines_that_are_floated_attributed_or_of_no_party_are_none()
    {
        Line("2025-05-01", talks.Us, As(Firmness.Floated), Requiring, With(talks.Level, Exactly(0)));
        Line("2025-05-01", talks.Us, Attributed, Requiring, With(talks.Level, Exactly(0)));
        Line("2025-05-01", talks.Oman, Requiring, With(talks.Level, Exactly(0)));

        Assert.Empty(Find());
    }

    private int Line(string date, Actor drawer, params Action<EntryDraft>[] parts) =>
        talks.Add(date, drawer, Verb.RedLine, parts);

    private List<RedLine> Find() => RedLineFinder.Find(talks.Context());
}
