using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class PositionFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Point_of_an_offer_is_read_as_this_or_better_and_says_so()
    {
        int offer = talks.Add("2025-05-31", talks.Us, Verb.Offers, At(Forum.Letter), With(talks.Level, Exactly(3)));

        Position position = Assert.Single(Positions());

        Assert.Equal((talks.Us, talks.Us), (position.Party, position.Speaker));
        Assert.Equal((Forum.Table, PositionKind.Offer, PositionState.Held), (position.Forum, position.Kind, position.State));
        Assert.Equal(AtMost(3), position.Values);
        Assert.True(position.IsReadAsOrBetter);
        Assert.True(position.IsBargaining);
        Assert.True(position.IsOfParty);
        Assert.False(position.IsContested);
        Assert.Equal(Date("2025-05-31"), position.Since);
        Assert.Equal([offer], position.Evidence.Entries());
    }

    [Fact]
    public void Statement_is_exact_and_stands_beside_the_bargaining_position()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, With(talks.Level, Exactly(3)));
        talks.Add("2025-04-14", talks.Us, Verb.Says, With(talks.Level, Exactly(0)));

        Assert.Equal(
            [(PositionKind.Offer, AtMost(3), true), (PositionKind.Statement, Exactly(0), false)],
            Positions().Select(p => (p.Kind, p.Values, p.IsBargaining)));
    }

    [Fact]
    public void Red_line_is_a_position_of_what_it_leaves()
    {
        talks.Add("2025-05-11", talks.Araghchi, Verb.RedLine, With(talks.Relief, None));

        Position position = Assert.Single(Positions());

        Assert.Equal((PositionKind.RedLine, ValueSet.OfLabels(6)), (position.Kind, position.Values));
    }

    [Fact]
    public void Latest_of_demand_and_offer_is_the_bargaining_position()
    {
        talks.Add("2025-04-12", talks.Iran, Verb.Demands, With(talks.Level, Exactly(60)));
        talks.Add("2025-04-13", talks.Iran, Verb.Offers, With(talks.Level, Exactly(20)));

        Assert.Equal(
            [(PositionKind.Demand, false), (PositionKind.Offer, true)],
            Positions().Select(p => (p.Kind, p.IsBargaining)));
    }

    [Fact]
    public void Highest_authority_stands_for_the_party_and_of_equal_rank_the_later()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Says, With(talks.Relief, None));
        talks.Add("2025-04-13", talks.Trump, Verb.Says, With(talks.Relief, Partial));
        talks.Add("2025-04-14", talks.Witkoff, Verb.Says, With(talks.Relief, Full));

        Assert.Equal(
            [(talks.Us, false), (talks.Trump, true), (talks.Witkoff, false)],
            Positions().Select(p => (p.Speaker, p.IsOfParty)));
    }

    [Fact]
    public void Nothing_older_revives_for_the_party_when_its_position_is_withdrawn()
    {
        talks.Add("2025-04-12", talks.Witkoff, Verb.Offers, With(talks.Level, Exactly(1)));
        talks.Add("2025-04-13", talks.Trump, Verb.Offers, talks.Names("o"), With(talks.Level, Exactly(2)));
        talks.Add("2025-04-14", talks.Trump, Verb.Withdraws, talks.Of("o"));

        Assert.Equal(
            [(PositionState.None, false), (PositionState.Held, false)],
            Positions().Select(p => (p.State, p.IsOfParty)));

        talks.Add("2025-04-15", talks.Witkoff, Verb.Offers, With(talks.Level, Exactly(1)));

        Assert.Equal([false, true], Positions().Select(p => p.IsOfParty));
    }

    [Fact]
    public void Member_named_only_to_ratify_never_displaces_a_stated_position()
    {
        Actor members = talks.Builder.AddMember(talks.Us, "us.senate");
        talks.Add("2025-04-12", talks.Us, Verb.Agrees, SubjectTo(members), With(talks.Relief, Partial));
        Actor aide = talks.Builder.AddMember(talks.Us, "us.aide");
        talks.Add("2025-04-13", aide, Verb.Says, With(talks.Level, Exactly(1)));
        talks.Add("2025-04-14", members, Verb.Says, With(talks.Level, Exactly(1)));

        Assert.Equal([(members, false), (aide, true)], Positions().Select(p => (p.Speaker, p.IsOfParty)));
    }

    [Fact]
    public void Rejected_offer_remains_and_a_withdrawn_one_is_none_since_its_withdrawal()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o"), With(talks.Level, Exactly(3)));
        talks.Add("2025-06-04", talks.Leader, Verb.Rejects, talks.Of("o"));

        Assert.Equal(PositionState.Held, Assert.Single(Positions()).State);

        int end = talks.Add("2025-06-05", talks.Us, Verb.Withdraws, talks.Of("o"));

        Position position = Assert.Single(Positions());
        Assert.Equal((PositionState.None, Date("2025-06-05")), (position.State, position.Since));
        Assert.Equal(AtMost(3), position.Values);
        Assert.Equal(end, position.Evidence.Second);
        Assert.False(position.IsBargaining);
        Assert.False(position.IsOfParty);
    }

    [Fact]
    public void Offer_expires_at_the_end_of_the_last_day_of_its_deadline()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, By("2025-06-10"), With(talks.Level, Exactly(3)));
        NegotiationRecord record = talks.Builder.Build();

        Position onTheDay = Assert.Single(StandingReports.Compute(record, new AsOf(Day("2025-06-10"))).Positions);
        Position dayAfter = Assert.Single(StandingReports.Compute(record, new AsOf(Day("2025-06-11"))).Positions);

        Assert.Equal(PositionState.Held, onTheDay.State);
        Assert.Equal((PositionState.None, Date("2025-06-11")), (dayAfter.State, dayAfter.Since));
    }

    [Fact]
    public void Accepted_offer_does_not_expire()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o"), By("2025-06-10"), With(talks.Level, Exactly(3)));
        talks.Add("2025-06-09", talks.Iran, Verb.Accepts, talks.Of("o"));
        talks.Add("2025-07-01", talks.Oman, Verb.Says, talks.Words("time passes"));

        Assert.Equal(PositionState.Held, Assert.Single(Positions()).State);
    }

    [Fact]
    public void Deadline_that_is_moved_in_time_holds_from_then_on()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o"), By("2025-06-10"), With(talks.Level, Exactly(3)));
        talks.Add("2025-06-09", talks.Us, Verb.Moves, talks.Of("o"), By("2025-06-20"));
        NegotiationRecord record = talks.Builder.Build();

        Position before = Assert.Single(StandingReports.Compute(record, new AsOf(Day("2025-06-20"))).Positions);
        Position after = Assert.Single(StandingReports.Compute(record, new AsOf(Day("2025-06-21"))).Positions);

        Assert.Equal((PositionState.Held, PositionState.None), (before.State, after.State));
    }

    [Fact]
    public void Offers_of_a_party_and_its_members_lapse_in_the_track_that_the_party_leaves()
    {
        Track one = talks.Builder.AddTrack("one");
        Track two = talks.Builder.AddTrack("two");
        talks.Add("2025-04-12", talks.Us, Verb.Offers, In(one), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-13", talks.Witkoff, Verb.Offers, In(one), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-14", talks.Us, Verb.Offers, In(two), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-15", talks.Us, Verb.Demands, In(one), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-16", talks.Us, Verb.Leaves, In(one));

        Assert.Equal(
            [
                (talks.Us, one, PositionKind.Demand, PositionState.Held),
                (talks.Us, one, PositionKind.Offer, PositionState.None),
                (talks.Us, two, PositionKind.Offer, PositionState.Held),
                (talks.Witkoff, one, PositionKind.Offer, PositionState.None),
            ],
            Positions().Select(p => (p.Speaker, p.Track!, p.Kind, p.State)));
    }

    [Fact]
    public void Conditional_offer_is_shown_as_such_and_bargains_only_once_its_condition_is_met()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, With(talks.Level, Exactly(0)));
        int offer = talks.Add("2025-04-13", talks.Us, Verb.Offers, talks.Names("c"), talks.If("inspectors return"), With(talks.Level, Exactly(3)));

        StandingReport open = Compute();
        Assert.Equal(
            [(PositionState.Held, true), (PositionState.Conditional, false)],
            open.Positions.Select(p => (p.State, p.IsBargaining)));
        Assert.Empty(open.Moves);

        int met = talks.Add("2025-04-20", talks.Iran, Verb.MeetsCondition, talks.Of("c"));

        StandingReport report = Compute();
        Position position = Assert.Single(report.Positions);
        Assert.Equal((PositionState.Held, true, Date("2025-04-20")), (position.State, position.IsBargaining, position.Since));
        Assert.Equal([offer, met], position.Evidence.Entries());
        Move move = Assert.Single(report.Moves);
        Assert.Equal((MoveKind.Concession, 3m), (move.Kind, move.Size));
        Assert.Equal([0, offer, met], move.Evidence.Entries());
    }

    [Fact]
    public void Condition_on_a_tag_is_met_when_its_act_is_accepted_and_on_terms_when_they_are_agreed()
    {
        talks.Add("2025-04-10", talks.Iran, Verb.Offers, talks.Names("i"), With(talks.Relief, Partial));
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.IfTag("i"), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-13", talks.Us, Verb.Demands, If(talks.Level, AtMost(4)), With(talks.Sum, Exactly(5)));

        Assert.Equal(2, Positions().Count(p => p.State == PositionState.Conditional));

        talks.Add("2025-04-14", talks.Us, Verb.Accepts, talks.Of("i"));
        Assert.Equal([talks.Sum.Id], Positions().Where(p => p.State == PositionState.Conditional).Select(p => p.IssueId));

        talks.Add("2025-04-15", talks.Us, Verb.Agrees, With(talks.Iran), With(talks.Level, Exactly(5)));
        Assert.Equal(1, Positions().Count(p => p.State == PositionState.Conditional));

        talks.Add("2025-04-16", talks.Us, Verb.Agrees, With(talks.Iran), With(talks.Level, Exactly(3.5m)));
        Assert.DoesNotContain(Positions(), p => p.State == PositionState.Conditional);
    }

    [Fact]
    public void Offer_with_unless_holds_until_its_condition_comes()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.Names("u"), talks.Unless("a test is held"), With(talks.Level, Exactly(3)));

        Assert.Equal(PositionState.Held, Assert.Single(Positions()).State);

        talks.Add("2025-04-20", talks.Iran, Verb.MeetsCondition, talks.Of("u"));

        Position position = Assert.Single(Positions());
        Assert.Equal((PositionState.None, Date("2025-04-20")), (position.State, position.Since));
        Assert.Empty(Compute().Reversals);
    }

    [Fact]
    public void Conditional_offer_that_is_withdrawn_or_whose_day_has_passed_is_no_longer_shown()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.Names("a"), talks.If("a"), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.If("b"), By("2025-04-15"), With(talks.Relief, Full));
        talks.Add("2025-04-20", talks.Us, Verb.Withdraws, talks.Of("a"));

        StandingReport report = Compute();

        Assert.Empty(report.Positions);
        Assert.Empty(report.Reversals);
    }

    [Fact]
    public void What_is_said_of_anothers_entry_is_a_claim_and_of_the_speakers_own_a_position()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.Names("o"), talks.Words("an offer"));
        talks.Add("2025-04-13", talks.Iran, Verb.Says, talks.Of("o"), With(talks.Level, Exactly(0)));
        talks.Add("2025-04-14", talks.Us, Verb.Says, talks.Of("o"), With(talks.Level, Exactly(1)));

        Assert.Equal((talks.Us, Exactly(1)), Assert.Single(Positions().Select(p => (p.Speaker, p.Values))));
    }

    [Fact]
    public void Floated_offer_counts_from_the_day_on_which_it_is_called_final()
    {
        talks.Add("2025-04-10", talks.Us, Verb.Offers, With(talks.Level, Exactly(0)));
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.Names("o"), As(Firmness.Floated), With(talks.Level, Exactly(3)));

        Assert.Equal(AtMost(0), Assert.Single(Positions()).Values);

        talks.Add("2025-04-14", talks.Us, Verb.Says, talks.Of("o"), As(Firmness.Final));

        StandingReport report = Compute();
        Position position = Assert.Single(report.Positions);
        Assert.Equal((AtMost(3), Firmness.Final, Date("2025-04-14")), (position.Values, position.Firmness, position.Since));
        Assert.Equal(MoveKind.Concession, Assert.Single(report.Moves).Kind);
    }

    [Fact]
    public void Firm_offer_that_is_later_called_final_is_held_since_it_was_made_and_called_floated_held_no_more()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.Names("o"), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-14", talks.Us, Verb.Says, talks.Of("o"), As(Firmness.Final));

        Position position = Assert.Single(Positions());
        Assert.Equal((Firmness.Final, Date("2025-04-12")), (position.Firmness, position.Since));

        talks.Add("2025-04-15", talks.Us, Verb.Says, talks.Of("o"), As(Firmness.Floated));

        Assert.Equal(PositionState.None, Assert.Single(Positions()).State);
    }

    [Fact]
    public void Joint_offer_of_two_parties_is_a_position_of_each_read_by_its_own_wish()
    {
        talks.Add("2025-04-12", talks.Iran, Verb.Offers, With(talks.Us), With(talks.Oman), With(talks.Level, Exactly(3)));

        Assert.Equal(
            [(talks.Iran, AtLeast(3)), (talks.Us, AtMost(3))], Positions().Select(p => (p.Speaker, p.Values)));
    }

    [Fact]
    public void Notes_forecasts_suspicions_topics_and_bystanders_give_no_position()
    {
        Actor israel = talks.Builder.AddActor(ActorKind.Bystander, "israel");
        talks.Add("2025-04-12", talks.Builder.Desk, Verb.Notes, With(talks.Level, Exactly(3)));
        talks.Add("2025-04-12", talks.Us, Verb.Forecasts, With(talks.Level, Exactly(3)));
        talks.Add("2025-04-12", talks.Us, Verb.Says, Topic(talks.Level));
        talks.Add("2025-04-12", talks.Us, Verb.Agrees, With(talks.Iran), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-12", israel, Verb.Says, With(talks.Level, Exactly(0)));

        Assert.Empty(Positions());
    }

    [Fact]
    public void Positions_stand_by_issue_then_basis_then_party_then_speaker_then_forum()
    {
        Basis other = RecordBuilder.AddBasis(talks.Level, "other");
        talks.Add("2025-04-12", talks.Us, Verb.Says, With(talks.Relief, None));
        talks.Add("2025-04-12", talks.Us, Verb.Says, On(talks.Level, other, Exactly(1)));
        talks.Add("2025-04-12", talks.Us, Verb.Says, At(Forum.Media), With(talks.Level, Exactly(1)));
        talks.Add("2025-04-12", talks.Us, Verb.Says, At(Forum.Table), With(talks.Level, Exactly(1)));
        talks.Add("2025-04-12", talks.Iran, Verb.Says, With(talks.Level, Exactly(1)));

        Assert.Equal(
            [
                (talks.Iran, talks.Level.Id, 0, Forum.NotSaid),
                (talks.Us, talks.Level.Id, 0, Forum.Table),
                (talks.Us, talks.Level.Id, 0, Forum.Media),
                (talks.Us, talks.Level.Id, 1, Forum.NotSaid),
                (talks.Us, talks.Relief.Id, 0, Forum.NotSaid),
            ],
            Positions().Select(p => (p.Party, p.IssueId, p.BasisIndex, p.Forum)));
    }

    [Fact]
    public void What_was_not_yet_known_is_left_out()
    {
        Source late = talks.Builder.AddSource("late", SourceKind.Press, published: Date("2025-05-01"));
        talks.Add("2025-04-12", talks.Us, Verb.Offers, talks.From(late), With(talks.Level, Exactly(3)));
        NegotiationRecord record = talks.Builder.Build();

        Assert.Empty(StandingReports.Compute(record, new AsOf(null, Day("2025-04-30"))).Positions);
        Assert.Single(StandingReports.Compute(record, new AsOf(null, Day("2025-05-01"))).Positions);
    }

    private StandingReport Compute() => StandingReports.Compute(talks.Builder.Build());

    private IReadOnlyList<Position> Positions() => Compute().Positions;
}
