using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class MoveFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Lower_demand_of_a_side_that_wants_high_is_a_concession_of_the_difference()
    {
        int first = Demand("2025-04-12", 60);
        int second = Demand("2025-04-19", 20);

        Move move = Assert.Single(Moves());

        Assert.Equal((MoveKind.Concession, MoveTraits.None, 40m), (move.Kind, move.Traits, move.Size));
        Assert.Equal((AtLeast(60), AtLeast(20)), (move.From, move.To));
        Assert.Equal((talks.Iran.Id, talks.Level.Id, Forum.Table), (move.SpeakerId, move.IssueId, move.Forum));
        Assert.Equal([first, second], move.Evidence.Entries());
    }

    [Fact]
    public void Values_shut_out_that_no_concession_had_admitted_are_a_hardening()
    {
        // The first offer admits up to 3 by itself: no concession lies before it.
        Offer("2025-04-12", 3);
        Offer("2025-04-19", 1);

        Move move = Assert.Single(Moves());

        Assert.Equal((MoveKind.Hardening, 2m), (move.Kind, move.Size));
    }

    [Fact]
    public void Values_shut_out_that_a_concession_had_admitted_are_a_retraction()
    {
        Offer("2025-04-12", 0);
        Offer("2025-04-19", 3);
        Offer("2025-04-26", 1);

        Assert.Equal([(MoveKind.Concession, 3m), (MoveKind.Retraction, 2m)], KindsAndSizes());
    }

    [Fact]
    public void Step_back_beyond_the_opening_is_a_retraction_as_far_as_it_was_conceded_and_a_hardening_beyond()
    {
        // 43 to 40 concedes 3; back to 45 takes these 3 back and asks 2 more than at first.
        Demand("2025-04-12", 43);
        Demand("2025-04-19", 40);
        int last = Demand("2025-04-26", 45);

        IReadOnlyList<Move> moves = Moves();

        Assert.Equal(
            [(MoveKind.Concession, 3m), (MoveKind.Retraction, 3m), (MoveKind.Hardening, 2m)], KindsAndSizes());
        Assert.Equal((AtLeast(40), AtLeast(43)), (moves[1].From, moves[1].To));
        Assert.Equal((AtLeast(43), AtLeast(45)), (moves[2].From, moves[2].To));
        Assert.Equal(last, moves[2].Evidence.Second);
    }

    [Fact]
    public void Retraction_reaches_back_over_several_concessions()
    {
        Demand("2025-04-12", 60);
        Demand("2025-04-19", 40);
        Demand("2025-04-26", 20);
        Demand("2025-05-03", 50);

        Assert.Equal((MoveKind.Retraction, 30m), KindsAndSizes()[2]);
    }

    [Fact]
    public void Repeated_position_is_a_move_of_none()
    {
        Demand("2025-04-12", 60);
        Demand("2025-04-19", 60);

        Assert.Equal([(MoveKind.None, 0m)], KindsAndSizes());
    }

    [Fact]
    public void Value_without_direction_is_only_different()
    {
        Add("2025-04-12", talks.Us, Verb.Offers, With(talks.Sum, Exactly(100)));
        Add("2025-04-19", talks.Us, Verb.Offers, With(talks.Sum, Exactly(200)));

        Assert.Equal([(MoveKind.Different, (decimal?)null)], KindsAndSizes());
    }

    [Fact]
    public void Ordered_labels_are_measured_in_steps()
    {
        Add("2025-04-12", talks.Iran, Verb.Demands, With(talks.Relief, Full));
        Add("2025-04-19", talks.Iran, Verb.Demands, With(talks.Relief, None));
        Add("2025-04-20", talks.Us, Verb.Offers, With(talks.Relief, None));
        Add("2025-04-21", talks.Us, Verb.Offers, With(talks.Relief, Partial));

        Assert.Equal([(MoveKind.Concession, 2m), (MoveKind.Concession, 1m)], KindsAndSizes());
    }

    [Fact]
    public void Labels_in_an_order_of_the_party_are_measured_by_rank_and_labels_left_out_come_last()
    {
        talks.Builder.AddWant(new Want(talks.Iran, talks.Sites, Direction.Ordered, [0], null));
        Add("2025-04-12", talks.Iran, Verb.Demands, With(talks.Sites, ValueSet.OfLabels(1)));
        Add("2025-04-19", talks.Iran, Verb.Demands, With(talks.Sites, ValueSet.OfLabels(2)));

        Move move = Assert.Single(Moves());

        Assert.Equal((MoveKind.Concession, 1m), (move.Kind, move.Size));
        Assert.Equal(ValueSet.OfLabels(7), move.To);
    }

    [Fact]
    public void Letter_counts_as_the_table_and_the_step_across_forums_is_listed_beside()
    {
        Demand("2025-04-12", 60);
        Add("2025-04-15", talks.Iran, Verb.Demands, At(Forum.Media), With(talks.Level, Exactly(50)));
        Add("2025-04-19", talks.Iran, Verb.Offers, At(Forum.Letter), With(talks.Level, Exactly(40)));

        IReadOnlyList<Move> moves = Moves();

        Assert.Equal(
            [
                (Forum.Media, MoveTraits.AcrossForums, 10m),
                (Forum.Table, MoveTraits.None, 20m),
                (Forum.Table, MoveTraits.AcrossForums, 10m),
            ],
            moves.Select(m => (m.Forum, m.Traits, m.Size!.Value)));
    }

    [Fact]
    public void Positions_in_different_tracks_or_on_different_bases_or_of_different_speakers_are_not_compared()
    {
        Track one = talks.Builder.AddTrack("one");
        Track two = talks.Builder.AddTrack("two");
        Basis other = RecordBuilder.AddBasis(talks.Level, "other");
        Add("2025-04-12", talks.Iran, Verb.Demands, In(one), At(Forum.Table), With(talks.Level, Exactly(60)));
        Add("2025-04-13", talks.Iran, Verb.Demands, In(two), At(Forum.Table), With(talks.Level, Exactly(50)));
        Add("2025-04-14", talks.Iran, Verb.Demands, In(one), At(Forum.Table), On(talks.Level, other, Exactly(40)));
        Add("2025-04-15", talks.Leader, Verb.Demands, In(one), At(Forum.Table), With(talks.Level, Exactly(30)));

        Assert.Empty(Moves());
    }

    [Theory]
    [InlineData(20, 15, MoveKind.None)]
    [InlineData(20, 9, MoveKind.Concession)]
    [InlineData(3.67, 3.66, MoveKind.Concession)]
    public void Move_smaller_than_one_unit_of_the_last_digit_of_an_about_value_is_none(
        double first, double second, MoveKind expected)
    {
        // About 20 is rounded to tens, about 3.67 to hundredths.
        Add("2025-04-12", talks.Iran, Verb.Demands, About(talks.Level, Exactly((decimal)first)));
        Add("2025-04-19", talks.Iran, Verb.Demands, With(talks.Level, Exactly((decimal)second)));

        Assert.Equal(expected, Assert.Single(Moves()).Kind);
    }

    [Fact]
    public void What_is_floated_or_without_prejudice_or_uncertain_or_put_down_to_somebody_is_no_move()
    {
        Demand("2025-04-12", 60);
        Add("2025-04-13", talks.Iran, Verb.Offers, At(Forum.Table), As(Firmness.Floated), With(talks.Level, Exactly(5)));
        Add("2025-04-14", talks.Iran, Verb.Offers, At(Forum.Table), As(Firmness.WithoutPrejudice), With(talks.Level, Exactly(5)));
        Add("2025-04-15", talks.Iran, Verb.Offers, At(Forum.Table), Uncertain(talks.Level, Exactly(5)));
        Add("2025-04-16", talks.Iran, Verb.Offers, At(Forum.Table), Attributed, With(talks.Level, Exactly(5)));
        Add("2025-04-17", talks.Iran, Verb.Says, At(Forum.Table), With(talks.Level, Exactly(5)));
        Demand("2025-04-19", 50);

        Assert.Equal([(MoveKind.Concession, 10m)], KindsAndSizes());
    }

    [Fact]
    public void Offer_of_a_mediator_is_nobodys_move()
    {
        Add("2025-04-12", talks.Oman, Verb.Offers, With(talks.Level, Exactly(5)));
        Add("2025-04-13", talks.Oman, Verb.Offers, With(talks.Level, Exactly(4)));

        StandingReport report = Compute();

        Assert.Empty(report.Moves);
        Assert.Empty(report.Positions);
    }

    [Fact]
    public void Next_position_after_a_withdrawal_is_compared_with_the_last_one_held_and_says_so()
    {
        Offer("2025-04-12", 0);
        Add("2025-04-19", talks.Us, Verb.Offers, At(Forum.Table), talks.Names("o2"), With(talks.Level, Exactly(3)));
        Add("2025-04-20", talks.Us, Verb.Withdraws, talks.Of("o2"));
        Offer("2025-04-26", 1);

        IReadOnlyList<Move> moves = Moves();

        Assert.Equal(2, moves.Count);
        Assert.Equal((MoveKind.Retraction, MoveTraits.AfterWithdrawal, 2m), (moves[1].Kind, moves[1].Traits, moves[1].Size));
    }

    [Fact]
    public void Replacement_is_compared_without_a_mark_and_leaves_nothing_on_what_it_leaves_out()
    {
        Add("2025-04-12", talks.Us, Verb.Offers, At(Forum.Table), talks.Names("o1"), With(talks.Level, Exactly(0)), With(talks.Relief, Partial));
        int second = Add("2025-04-19", talks.Us, Verb.Offers, At(Forum.Table), talks.Replaces("o1"), With(talks.Level, Exactly(3)));

        StandingReport report = Compute();

        Assert.Equal((MoveKind.Concession, MoveTraits.None), (report.Moves[0].Kind, report.Moves[0].Traits));
        Position relief = Assert.Single(report.Positions, p => p.IssueId == talks.Relief.Id);
        Assert.Equal((PositionState.None, Date("2025-04-19"), second), (relief.State, relief.Since, relief.Evidence.Second));
        Assert.Empty(report.Reversals);
    }

    [Fact]
    public void Package_with_alternatives_admits_their_union_and_the_move_holds_in_one_of_them()
    {
        Demand("2025-04-12", 60);
        Add(
            "2025-04-19",
            talks.Iran,
            Verb.Offers,
            At(Forum.Table),
            With(talks.Level, Exactly(50)),
            With(talks.Relief, Partial),
            With(talks.Level, Exactly(20), alternative: 1),
            With(talks.Relief, Full, alternative: 1));

        Move move = Assert.Single(Moves());

        Assert.Equal((MoveKind.Concession, MoveTraits.InOneAlternative, 40m), (move.Kind, move.Traits, move.Size));
        Assert.Equal(AtLeast(20), move.To);
    }

    [Fact]
    public void Terms_of_one_package_on_one_issue_hold_together()
    {
        Add("2025-04-12", talks.Us, Verb.Offers, With(talks.Level, AtLeast(1)), With(talks.Level, AtMost(3)));

        Assert.Equal(Between(1, 3), Assert.Single(Compute().Positions).Values);
    }

    [Fact]
    public void Order_is_uncertain_where_dates_overlap_and_certain_by_file_order_on_one_exact_day()
    {
        Add("2025-04-12", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(0)));
        Add("2025-04-12", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(1)));
        Add("2025-04-12/2025-04-20", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(2)));

        Assert.Equal([MoveTraits.None, MoveTraits.OrderUncertain], Moves().Select(m => m.Traits));
    }

    [Fact]
    public void Position_dated_only_before_a_day_precedes_nothing()
    {
        Add("../2025-04-20", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(0)));
        Add("2025-04-12", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(3)));

        StandingReport report = Compute();

        Assert.Empty(report.Moves);
        Assert.Equal(AtMost(3), Assert.Single(report.Positions).Values);
    }

    [Fact]
    public void Move_that_may_not_have_happened_by_the_day_of_the_answer_says_so()
    {
        Offer("2025-04-12", 0);
        Add("2025-04-18/2025-04-22", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(3)));
        Offer("2025-04-21", 4);

        StandingReport report = StandingReports.Compute(talks.Builder.Build(), new AsOf(Day("2025-04-20")));

        Move move = Assert.Single(report.Moves);
        Assert.Equal(MoveTraits.MayNotHaveHappened, move.Traits);
        Assert.True(Assert.Single(report.Positions).MayNotHaveHappened);
    }

    [Fact]
    public void Schedule_on_an_issue_with_a_reduction_is_compared_by_its_total()
    {
        Issue wage = talks.Builder.AddNumericIssue("wage", "", new NumberRange(0, 100), "%", null, Reduction.Compounded);
        talks.Builder.AddWant(new Want(talks.Us, wage, Direction.High, [], null));
        Add("2025-04-12", talks.Us, Verb.Demands, With(wage, Then(6, 3, 2)));
        Add("2025-04-19", talks.Us, Verb.Demands, With(wage, Exactly(11)));

        Move move = Assert.Single(Moves());

        // 1.06 × 1.03 × 1.02 = 1.113636; the bare 11 is a total of which no length is said.
        Assert.Equal((MoveKind.Concession, 0.3636m), (move.Kind, move.Size));
        Assert.Equal(AtLeast(11.3636m), move.From);
    }

    [Fact]
    public void Schedule_without_a_reduction_is_compared_step_by_step()
    {
        talks.Builder.AddWant(new Want(talks.Us, talks.Sum, Direction.High, [], null));
        Add("2025-04-12", talks.Us, Verb.Demands, With(talks.Sum, Then(6, 3)));
        Add("2025-04-13", talks.Us, Verb.Demands, With(talks.Sum, Then(6, 2)));
        Add("2025-04-14", talks.Us, Verb.Demands, With(talks.Sum, Then(5, 3)));
        Add("2025-04-15", talks.Us, Verb.Demands, With(talks.Sum, Then(5, 3, 1)));

        Assert.Equal(
            [(MoveKind.Concession, (decimal?)null), (MoveKind.Different, null), (MoveKind.Different, null)],
            KindsAndSizes());
    }

    [Fact]
    public void Same_limit_with_other_values_behind_it_is_different()
    {
        Add("2025-04-12", talks.Iran, Verb.Offers, With(talks.Level, Between(3, 60)));
        Add("2025-04-13", talks.Iran, Verb.Offers, With(talks.Level, Between(3, 20)));

        Assert.Equal([(MoveKind.Different, (decimal?)null)], KindsAndSizes());
    }

    [Fact]
    public void Wish_that_changes_from_a_day_on_decides_by_the_day_of_the_later_position()
    {
        talks.Builder.AddWant(new Want(talks.Us, talks.Level, Direction.High, [], Date("2025-05-01")));
        Offer("2025-04-12", 3);
        Offer("2025-05-12", 5);

        Move move = Assert.Single(Moves());

        // From "at most 3", read as high is wanted, nothing below was shut out; at least 5 shuts out 0 to 5.
        Assert.Equal((MoveKind.Hardening, 5m), (move.Kind, move.Size));
    }

    private int Add(string date, Actor speaker, Verb verb, params Action<EntryDraft>[] parts) =>
        talks.Add(date, speaker, verb, parts);

    private int Demand(string date, decimal level) =>
        Add(date, talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, Exactly(level)));

    private int Offer(string date, decimal level) =>
        Add(date, talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(level)));

    private StandingReport Compute() => StandingReports.Compute(talks.Builder.Build());

    private IReadOnlyList<Move> Moves() => Compute().Moves;

    private List<(MoveKind Kind, decimal? Size)> KindsAndSizes() => [.. Moves().Select(m => (m.Kind, m.Size))];
}
