using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

/// <summary>Reversals and divided sides.</summary>
public sealed class TurnFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Speaker_who_shuts_out_all_that_it_had_said_reverses_itself()
    {
        int first = Say("2025-04-14", talks.Witkoff, talks.Level, Between(1, 3.67m));
        int second = Say("2025-04-15", talks.Witkoff, talks.Level, Exactly(0));

        StandingReport report = Compute();
        Reversal reversal = Assert.Single(report.Reversals);

        Assert.Equal(ReversalKind.Disjoint, reversal.Kind);
        Assert.Equal(talks.Us, reversal.Party);
        Assert.Equal((talks.Witkoff.Id, talks.Witkoff.Id), (reversal.FromSpeakerId, reversal.ToSpeakerId));
        Assert.Equal((Between(1, 3.67m), Exactly(0)), (reversal.From, reversal.To));
        Assert.Equal((Forum.Media, Forum.Media), (reversal.FromForum, reversal.ToForum));
        Assert.Equal(new DayRange(1, 1), reversal.LagDays);
        Assert.Equal(Answer.No, reversal.RoundBetween);
        Assert.False(reversal.IsContested);
        Assert.False(reversal.OrderUncertain);
        Assert.Equal([first, second], reversal.Evidence.Entries());
        Assert.Empty(report.Divided);
    }

    [Fact]
    public void Narrower_exact_set_takes_nothing_back()
    {
        Say("2025-04-14", talks.Witkoff, talks.Level, AtMost(3.67m));
        Say("2025-04-15", talks.Witkoff, talks.Level, Exactly(0));

        Assert.Empty(Compute().Reversals);
    }

    [Fact]
    public void Sets_that_share_no_step_of_the_scale_are_disjoint()
    {
        // Above 3.67 and below 3.68 leave nothing on steps of 0.01.
        Say("2025-04-14", talks.Witkoff, talks.Level, Above(3.67m));
        Say("2025-04-15", talks.Witkoff, talks.Level, ValueSet.OfRange(new(decimal.MinValue, 3.68m, false, true)));

        Assert.Single(Compute().Reversals);
    }

    [Fact]
    public void President_who_overrules_an_envoy_reverses_the_side()
    {
        Say("2025-05-31", talks.Witkoff, talks.Relief, Partial);
        Say("2025-06-02", talks.Trump, talks.Relief, None);

        StandingReport report = Compute();

        Reversal reversal = Assert.Single(report.Reversals);
        Assert.Equal((talks.Witkoff.Id, talks.Trump.Id), (reversal.FromSpeakerId, reversal.ToSpeakerId));
        Assert.Empty(report.Divided);
    }

    [Fact]
    public void Colleague_of_lower_rank_who_contradicts_divides_the_side()
    {
        int first = Say("2025-05-31", talks.Trump, talks.Relief, None);
        int second = talks.Add("2025-06-02", talks.Witkoff, Verb.Says, At(Forum.Private), With(talks.Relief, Partial));

        StandingReport report = Compute();

        Division division = Assert.Single(report.Divided);
        Assert.Equal((talks.Trump.Id, talks.Witkoff.Id), (division.FirstSpeakerId, division.SecondSpeakerId));
        Assert.Equal((None, Partial), (division.First, division.Second));
        Assert.Equal((Forum.Media, Forum.Private), (division.FirstForum, division.SecondForum));
        Assert.Equal(new DayRange(2, 2), division.LagDays);
        Assert.Equal([first, second], division.Evidence.Entries());
        Assert.Empty(report.Reversals);
    }

    [Fact]
    public void Colleagues_of_equal_rank_divide_the_side()
    {
        Actor rubio = talks.Builder.AddMember(talks.Us, "us.rubio", "", Authority.Negotiates);
        Say("2025-05-31", talks.Witkoff, talks.Relief, Partial);
        Say("2025-06-02", rubio, talks.Relief, None);

        StandingReport report = Compute();

        Assert.Single(report.Divided);
        Assert.Empty(report.Reversals);
    }

    [Fact]
    public void Party_that_speaks_as_itself_ranks_with_those_who_decide_and_is_no_member_beside_them()
    {
        Say("2025-05-31", talks.Us, talks.Relief, Partial);
        Say("2025-06-02", talks.Trump, talks.Relief, None);

        StandingReport report = Compute();

        Assert.Single(report.Reversals);
        Assert.Empty(report.Divided);
    }

    [Fact]
    public void Authority_counts_as_of_the_day_of_the_entry()
    {
        RecordBuilder.SetAuthority(talks.Spokesman, Authority.Decides, Date("2025-06-01"));
        Say("2025-05-01", talks.Araghchi, talks.Relief, Partial);
        Say("2025-05-31", talks.Spokesman, talks.Relief, Full);
        Say("2025-06-02", talks.Spokesman, talks.Relief, None);

        StandingReport report = Compute();

        Assert.Equal([talks.Spokesman.Id], report.Divided.Select(d => d.SecondSpeakerId));
        Reversal own = Assert.Single(report.Reversals);
        Assert.Equal((talks.Spokesman.Id, Full), (own.FromSpeakerId, own.From));
    }

    [Fact]
    public void Repeated_stance_is_not_reported_again()
    {
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        Say("2025-04-15", talks.Trump, talks.Relief, None);
        Say("2025-04-16", talks.Trump, talks.Relief, None);
        Say("2025-04-17", talks.Witkoff, talks.Relief, Partial);

        StandingReport report = Compute();

        Assert.Single(report.Reversals);
        Assert.Empty(report.Divided);
    }

    [Fact]
    public void Speaker_who_turns_back_and_forth_reverses_itself_each_time()
    {
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        Say("2025-04-15", talks.Witkoff, talks.Relief, None);
        Say("2025-04-16", talks.Witkoff, talks.Relief, Partial);

        Assert.Equal([(Partial, None), (None, Partial)], Compute().Reversals.Select(r => (r.From, r.To!.Value)));
    }

    [Fact]
    public void Widened_sets_reverse_by_a_retraction_and_not_by_a_hardening()
    {
        Offer("2025-04-12", 0);
        int conceded = Offer("2025-04-19", 3);
        int back = Offer("2025-04-26", 1);
        talks.Add("2025-04-12", talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, Exactly(20)));
        talks.Add("2025-04-19", talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, Exactly(60)));

        Reversal reversal = Assert.Single(Compute().Reversals);

        Assert.Equal((ReversalKind.Retraction, AtMost(3)), (reversal.Kind, reversal.From));
        Assert.Equal([conceded, back], reversal.Evidence.Entries());
    }

    [Fact]
    public void Demand_that_gives_the_other_side_more_takes_nothing_back_though_it_shares_nothing()
    {
        // At least 43 was asked; exactly 40 to 42 is offered: disjoint, and better for the other side.
        talks.Add("2025-04-12", talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, Exactly(43)));
        talks.Add("2025-04-19", talks.Iran, Verb.Offers, At(Forum.Table), With(talks.Level, Between(40, 42)));

        Assert.Empty(Compute().Reversals);
    }

    [Fact]
    public void Value_said_and_then_priced_away_is_taken_back_across_forums_and_kinds()
    {
        talks.Add("2025-04-12", talks.Iran, Verb.Says, At(Forum.Private), With(talks.Level, Exactly(40)));
        talks.Add("2025-04-19", talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, Exactly(43)));

        Reversal reversal = Assert.Single(Compute().Reversals);

        Assert.Equal((ReversalKind.Disjoint, Forum.Private, Forum.Table), (reversal.Kind, reversal.FromForum, reversal.ToForum));
    }

    [Fact]
    public void Points_offered_without_direction_are_only_different_but_said_ones_reverse()
    {
        talks.Add("2025-04-12", talks.Us, Verb.Offers, With(talks.Sum, Exactly(100)));
        talks.Add("2025-04-19", talks.Us, Verb.Offers, With(talks.Sum, Exactly(200)));
        Say("2025-04-12", talks.Us, talks.Sites, ValueSet.OfLabels(1));
        Say("2025-04-19", talks.Us, talks.Sites, ValueSet.OfLabels(4));

        Assert.Equal([talks.Sites.Id], Compute().Reversals.Select(r => r.IssueId));
    }

    [Fact]
    public void Withdrawal_is_a_reversal_without_later_values_and_never_a_move()
    {
        int offer = talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), At(Forum.Letter), With(talks.Level, Exactly(3)));
        int withdrawal = talks.Add("2025-06-02", talks.Us, Verb.Withdraws, talks.Of("o7"), At(Forum.Media));

        StandingReport report = Compute();

        Reversal reversal = Assert.Single(report.Reversals);
        Assert.Equal((ReversalKind.Withdrawn, (ValueSet?)null), (reversal.Kind, reversal.To));
        Assert.Equal((Forum.Letter, Forum.Media), (reversal.FromForum, reversal.ToForum));
        Assert.Equal([offer, withdrawal], reversal.Evidence.Entries());
        Assert.Empty(report.Moves);
    }

    [Fact]
    public void Withdrawal_of_a_part_leaves_the_rest()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), With(talks.Level, Exactly(3)), With(talks.Relief, Partial));
        talks.Add("2025-06-02", talks.Us, Verb.Withdraws, talks.Of("o7"), Topic(talks.Relief));

        StandingReport report = Compute();

        Assert.Equal([talks.Relief.Id], report.Reversals.Select(r => r.IssueId));
        Assert.Equal([PositionState.Held, PositionState.None], report.Positions.Select(p => p.State));
    }

    [Fact]
    public void Member_of_lower_rank_cannot_withdraw_what_its_president_offered()
    {
        talks.Add("2025-05-31", talks.Trump, Verb.Offers, talks.Names("o7"), With(talks.Level, Exactly(3)));
        talks.Add("2025-06-02", talks.Witkoff, Verb.Withdraws, talks.Of("o7"));

        StandingReport report = Compute();

        Assert.Empty(report.Reversals);
        Assert.Equal(PositionState.Held, Assert.Single(report.Positions).State);
    }

    [Fact]
    public void Withdrawal_that_a_wide_date_puts_before_the_offer_still_ends_it()
    {
        talks.Add("2025-05-31~", talks.Us, Verb.Offers, talks.Names("o7"), With(talks.Level, Exactly(3)));
        talks.Add("2025-05-01/2025-06-10", talks.Us, Verb.Withdraws, talks.Of("o7"));

        Reversal reversal = Assert.Single(Compute().Reversals);

        Assert.Equal(ReversalKind.Withdrawn, reversal.Kind);
        Assert.True(reversal.OrderUncertain);
        Assert.Equal(new DayRange(0, 13), reversal.LagDays);
    }

    [Fact]
    public void Demand_or_red_line_that_is_dropped_is_held_no_more_and_is_no_reversal()
    {
        talks.Add("2025-05-01", talks.Witkoff, Verb.RedLine, Requiring, With(talks.Relief, None));
        talks.Add("2025-05-01", talks.Iran, Verb.Demands, talks.Names("d"), With(talks.Level, Exactly(60)));
        talks.Add("2025-06-02", talks.Us, Verb.Drops, Topic(talks.Relief));
        talks.Add("2025-06-03", talks.Iran, Verb.Drops, talks.Of("d"));

        StandingReport report = Compute();

        Assert.Equal([PositionState.None, PositionState.None], report.Positions.Select(p => p.State));
        Assert.Empty(report.Reversals);
    }

    [Fact]
    public void Round_lay_between_when_its_day_lies_surely_between()
    {
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        Meet("2025-04-19");
        Say("2025-04-23", talks.Witkoff, talks.Relief, None);

        Assert.Equal(Answer.Yes, Assert.Single(Compute().Reversals).RoundBetween);
    }

    [Fact]
    public void Round_on_the_day_of_a_statement_lies_by_file_order()
    {
        Meet("2025-04-14");
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        Say("2025-04-23", talks.Witkoff, talks.Relief, None);
        Meet("2025-04-23");
        Say("2025-04-23", talks.Witkoff, talks.Relief, Full);

        Assert.Equal([Answer.No, Answer.Yes], Compute().Reversals.Select(r => r.RoundBetween));
    }

    [Fact]
    public void Round_is_undecided_where_dates_overlap()
    {
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        Meet("2025-04-20~");
        Say("2025-04-21", talks.Witkoff, talks.Relief, None);

        Assert.Equal(Answer.Undecided, Assert.Single(Compute().Reversals).RoundBetween);
    }

    [Fact]
    public void Meeting_of_one_party_is_no_round_unless_it_has_a_number()
    {
        Say("2025-04-14", talks.Witkoff, talks.Relief, Partial);
        talks.Add("2025-04-15", talks.Us, Verb.Meet, To(talks.Oman));
        Say("2025-04-16", talks.Witkoff, talks.Relief, None);
        talks.Add("2025-04-17", talks.Oman, Verb.Meet, Round(2));
        Say("2025-04-18", talks.Witkoff, talks.Relief, Partial);

        Assert.Equal([Answer.No, Answer.Yes], Compute().Reversals.Select(r => r.RoundBetween));
    }

    [Fact]
    public void Lag_is_an_interval_and_the_order_uncertain_when_dates_are_wide()
    {
        Say("2025-04-14~", talks.Witkoff, talks.Relief, Partial);
        Say("2025-04-16", talks.Witkoff, talks.Relief, None);

        Reversal reversal = Assert.Single(Compute().Reversals);

        Assert.Equal(new DayRange(0, 5), reversal.LagDays);
        Assert.True(reversal.OrderUncertain);
    }

    [Fact]
    public void Red_line_is_a_commitment_that_a_later_statement_takes_back()
    {
        talks.Add("2025-05-18", talks.Witkoff, Verb.RedLine, At(Forum.Media), Requiring, With(talks.Relief, None));
        Say("2025-05-20", talks.Witkoff, talks.Relief, Partial);

        Assert.Equal((None, Partial), Assert.Single(Compute().Reversals.Select(r => (r.From, r.To!.Value))));
    }

    [Fact]
    public void Many_members_of_one_side_are_each_compared_and_listed_in_order_of_time()
    {
        Say("2025-05-01", talks.Spokesman, talks.Relief, Partial);
        Say("2025-05-02", talks.Araghchi, talks.Relief, Partial);
        Say("2025-05-03", talks.Leader, talks.Relief, Full);

        Assert.Equal([talks.Spokesman.Id, talks.Araghchi.Id], Compute().Reversals.Select(r => r.FromSpeakerId));
    }

    private int Say(string date, Actor speaker, Issue issue, ValueSet values) =>
        talks.Add(date, speaker, Verb.Says, At(Forum.Media), With(issue, values));

    private int Offer(string date, decimal level) =>
        talks.Add(date, talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, Exactly(level)));

    private void Meet(string date) => talks.Add(date, talks.Iran, Verb.Meet, With(talks.Us));

    private StandingReport Compute() => StandingReports.Compute(talks.Builder.Build());
}
