using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class ReplyFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Clock_of_an_offer_runs_to_the_day_of_the_report_while_nobody_answers()
    {
        int offer = talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));

        Reply reply = Assert.Single(Find("2025-06-10"));

        Assert.Equal(ReplyState.Open, reply.State);
        Assert.Equal((talks.Us.Id, talks.Iran.Id), (reply.OffererId, reply.AddresseeId));
        Assert.Equal(new DayRange(10, 10), reply.Days);
        Assert.True(reply.IsCensored);
        Assert.Equal([offer], reply.Evidence.Entries());
    }

    [Fact]
    public void Days_are_an_interval_when_the_offer_is_dated_about()
    {
        // 31 May give or take 3 days: 28 May to 3 June; the answer is of 4 June.
        int offer = talks.Add("2025-05-31~", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        int answer = talks.Add("2025-06-04", talks.Leader, Verb.Rejects, talks.Of("o7"), At(Forum.Table));

        Reply reply = Assert.Single(Find());

        Assert.Equal(ReplyState.Answered, reply.State);
        Assert.Equal(new DayRange(1, 7), reply.Days);
        Assert.False(reply.IsCensored);
        Assert.Equal([offer, answer], reply.Evidence.Entries());
    }

    [Fact]
    public void Clock_starts_when_the_mediator_delivers()
    {
        int offer = talks.Add("2025-05-28", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        int relay = talks.Add("2025-05-31", talks.Oman, Verb.Relays, talks.Of("o7"), To(talks.Iran));
        int answer = talks.Add("2025-06-04", talks.Araghchi, Verb.Says, talks.Re("o7"), talks.Words("not enough"));

        Reply reply = Assert.Single(Find());

        Assert.Equal(Date("2025-05-31"), reply.Started);
        Assert.Equal(new DayRange(4, 4), reply.Days);
        Assert.Equal([offer, relay, answer], reply.Evidence.Entries());
    }

    [Fact]
    public void Acknowledgement_does_not_stop_the_clock()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-01", talks.Araghchi, Verb.Says, talks.Of("o7"), talks.Words("we have received it"));

        Assert.Equal(ReplyState.Open, Assert.Single(Find("2025-06-05")).State);
    }

    [Fact]
    public void Answer_before_the_media_only_is_an_answer_in_public_only()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-04", talks.Leader, Verb.Rejects, talks.Of("o7"), At(Forum.Media));
        talks.Add("2025-06-05", talks.Araghchi, Verb.Says, talks.Re("o7"), At(Forum.Public), talks.Words("no"));

        Assert.Equal(ReplyState.AnsweredInPublicOnly, Assert.Single(Find()).State);
    }

    [Fact]
    public void One_answer_at_the_table_is_enough_and_the_days_run_to_the_first_answer()
    {
        int offer = talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        int first = talks.Add("2025-06-04", talks.Leader, Verb.Rejects, talks.Of("o7"), At(Forum.Media));
        int letter = talks.Add("2025-06-09", talks.Araghchi, Verb.Rejects, talks.Of("o7"), At(Forum.Letter));

        Reply reply = Assert.Single(Find());

        Assert.Equal(ReplyState.Answered, reply.State);
        Assert.Equal(new DayRange(4, 4), reply.Days);
        Assert.Equal([offer, first, letter], reply.Evidence.Entries());
    }

    [Fact]
    public void Member_who_merely_speaks_answers_without_authority_and_the_clock_runs_on()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-02", talks.Spokesman, Verb.Rejects, talks.Of("o7"));

        Reply reply = Assert.Single(Find("2025-06-10"));

        Assert.Equal(ReplyState.Open, reply.State);
        Assert.True(reply.AnsweredWithoutAuthority);
        Assert.Equal(new DayRange(10, 10), reply.Days);
    }

    [Fact]
    public void Ratifier_who_only_votes_can_reject()
    {
        Actor majlis = talks.Builder.AddMember(talks.Iran, "iran.majlis");
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), SubjectTo(majlis), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-01", majlis, Verb.Votes, talks.Of("o7"));
        talks.Add("2025-06-02", majlis, Verb.Rejects, talks.Of("o7"));

        Reply reply = Assert.Single(Find());

        Assert.Equal(ReplyState.Answered, reply.State);
        Assert.Equal(new DayRange(2, 2), reply.Days); // the count of votes of 1 June answers nothing
    }

    [Fact]
    public void What_is_only_put_down_to_the_addressee_is_no_answer()
    {
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-02", talks.Iran, Verb.Rejects, talks.Of("o7"), Attributed);

        Assert.Equal(ReplyState.Open, Assert.Single(Find("2025-06-10")).State);
    }

    [Fact]
    public void Without_an_addressee_an_offer_of_one_of_two_parties_is_to_the_other()
    {
        talks.Add("2025-05-31", talks.Witkoff, Verb.Demands, With(talks.Level, AtMost(3)));

        Reply reply = Assert.Single(Find());

        Assert.Equal((talks.Witkoff.Id, talks.Iran.Id, -1), (reply.OffererId, reply.AddresseeId, reply.Tag));
    }

    [Fact]
    public void Without_an_addressee_among_three_parties_there_is_no_clock()
    {
        Talks three = new(hasThirdParty: true);
        three.Add("2025-05-31", three.Us, Verb.Offers, With(three.Level, AtMost(3)));

        Assert.Empty(ReplyFinder.Find(three.Context()));
    }

    [Fact]
    public void Floated_offer_has_a_clock_only_where_it_is_addressed()
    {
        talks.Add("2025-05-30", talks.Us, Verb.Offers, As(Firmness.Floated), With(talks.Level, AtMost(2)));
        int addressed = talks.Add("2025-05-31", talks.Us, Verb.Offers, As(Firmness.Floated), To(talks.Iran), With(talks.Level, AtMost(3)));

        Assert.Equal(addressed, Assert.Single(Find()).OfferEntry);
    }

    [Fact]
    public void Offer_of_a_mediator_starts_a_clock_for_each_party_addressed()
    {
        talks.Add("2025-05-31", talks.Oman, Verb.Offers, talks.Names("m1"), To(talks.Iran, talks.Us), With(talks.Level, AtMost(1)));
        talks.Add("2025-06-01", talks.Trump, Verb.Accepts, talks.Of("m1"), At(Forum.Table));

        List<Reply> replies = Find("2025-06-03");

        Assert.Equal([talks.Iran.Id, talks.Us.Id], replies.Select(r => r.AddresseeId));
        Assert.Equal([ReplyState.Open, ReplyState.Answered], replies.Select(r => r.State));
    }

    [Fact]
    public void Later_firm_offer_that_names_every_issue_of_the_old_supersedes_it()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)));
        int wider = talks.Add("2025-05-05", talks.Witkoff, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(4)), With(talks.Sites, Full));

        List<Reply> replies = Find("2025-05-10");

        Assert.Equal([ReplyState.Superseded, ReplyState.Open], replies.Select(r => r.State));
        Assert.Equal(new DayRange(4, 4), replies[0].Days);
        Assert.Equal(wider, replies[0].Evidence.Second);
    }

    [Fact]
    public void Later_offer_on_a_part_of_the_issues_supersedes_nothing()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)), With(talks.Sites, Full));
        talks.Add("2025-05-05", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(4)));

        Assert.Equal([ReplyState.Open, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void Offer_in_another_track_or_merely_floated_supersedes_nothing()
    {
        Track muscat = talks.Builder.AddTrack("muscat");
        Track gaza = talks.Builder.AddTrack("gaza");
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), In(muscat), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, To(talks.Iran), In(gaza), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-03", talks.Us, Verb.Offers, To(talks.Iran), In(muscat), As(Firmness.Floated), With(talks.Level, AtMost(3)));

        Assert.All(Find(), r => Assert.Equal(ReplyState.Open, r.State));
    }

    [Fact]
    public void Offer_in_words_or_with_unknown_terms_is_superseded_only_by_replaces()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), talks.Words("a way out"));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, talks.Names("b"), To(talks.Iran), UnknownTerms, With(talks.Level, AtMost(3)));
        talks.Add("2025-05-03", talks.Us, Verb.Offers, talks.Names("c"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-04", talks.Us, Verb.Offers, talks.Names("d"), talks.Replaces("a"), To(talks.Iran), talks.Words("another way out"));

        Assert.Equal(
            [ReplyState.Superseded, ReplyState.Open, ReplyState.Open, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void First_of_answer_and_later_offer_holds()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-03", talks.Iran, Verb.Rejects, talks.Of("a"));
        talks.Add("2025-05-05", talks.Us, Verb.Offers, talks.Names("b"), To(talks.Iran), With(talks.Level, AtMost(4)));
        talks.Add("2025-05-07", talks.Us, Verb.Offers, talks.Names("c"), To(talks.Iran), With(talks.Level, AtMost(5)));
        talks.Add("2025-05-08", talks.Iran, Verb.Rejects, talks.Of("b"));

        Assert.Equal(
            [ReplyState.Answered, ReplyState.Superseded, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void Offer_is_expired_when_its_last_day_is_over_and_not_before()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), By("2025-05-05"), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-07", talks.Iran, Verb.Accepts, talks.Of("a"));

        Assert.Equal(ReplyState.Open, Assert.Single(Find("2025-05-05")).State);
        Reply reply = Assert.Single(Find());
        Assert.Equal(ReplyState.Expired, reply.State);
        Assert.Equal(new DayRange(4, 4), reply.Days);
    }

    [Fact]
    public void Answer_on_the_last_day_is_in_time_and_a_moved_deadline_counts()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), Within(1, TimeUnit.Week), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, talks.Names("b"), To(talks.Iran), By("2025-05-05"), With(talks.Sites, Full));
        talks.Add("2025-05-04", talks.Us, Verb.Moves, talks.Of("b"), By("2025-05-20"));
        talks.Add("2025-05-08", talks.Iran, Verb.Rejects, talks.Of("a"), At(Forum.Table));
        talks.Add("2025-05-18", talks.Iran, Verb.Rejects, talks.Of("b"), At(Forum.Table));

        Assert.Equal([ReplyState.Answered, ReplyState.Answered], Find().Select(r => r.State));
    }

    [Fact]
    public void Offer_is_void_when_all_of_it_is_withdrawn()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), With(talks.Level, AtMost(3)), With(talks.Sites, Full));
        talks.Add("2025-05-02", talks.Us, Verb.Withdraws, talks.Of("a"), With(talks.Level, ValueSet.Topic));
        Assert.Equal(ReplyState.Open, Assert.Single(Find()).State);

        talks.Add("2025-05-03", talks.Us, Verb.Withdraws, talks.Of("a"));
        Assert.Equal(ReplyState.Void, Assert.Single(Find()).State);
    }

    [Fact]
    public void Offers_of_a_side_that_leaves_its_track_are_void_there()
    {
        Track muscat = talks.Builder.AddTrack("muscat");
        Track gaza = talks.Builder.AddTrack("gaza");
        talks.Add("2025-05-01", talks.Witkoff, Verb.Offers, To(talks.Iran), In(muscat), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), In(gaza), talks.Words("a truce"));
        talks.Add("2025-05-01", talks.Iran, Verb.Offers, To(talks.Us), In(muscat), With(talks.Level, AtMost(60)));
        talks.Add("2025-05-09", talks.Us, Verb.Leaves, In(muscat));
        Assert.Equal([ReplyState.Void, ReplyState.Open, ReplyState.Open], Find().Select(r => r.State));

        talks.Add("2025-05-10", talks.Us, Verb.Leaves);
        Assert.Equal([ReplyState.Void, ReplyState.Void, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void Member_who_leaves_takes_its_own_offers_alone()
    {
        talks.Add("2025-05-01", talks.Witkoff, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-02", talks.Trump, Verb.Offers, To(talks.Iran), With(talks.Relief, Full));
        talks.Add("2025-05-03", talks.Witkoff, Verb.Leaves);

        Assert.Equal([ReplyState.Void, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void Demand_that_is_dropped_is_void_and_an_offer_on_the_issue_is_not()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Demands, To(talks.Iran), With(talks.Sites, Full));
        talks.Add("2025-05-02", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-03", talks.Us, Verb.Drops, With(talks.Sites, ValueSet.Topic), With(talks.Level, ValueSet.Topic));

        Assert.Equal([ReplyState.Void, ReplyState.Open], Find().Select(r => r.State));
    }

    [Fact]
    public void Agreement_of_the_addressee_answers_what_its_terms_cover()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)), At(Forum.Table));
        talks.Add("2025-05-01", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Level, AtMost(3)), With(talks.Sites, Full));
        int agreed = talks.Add("2025-05-04", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(3)), With(talks.Relief, Full));

        // The second offer supersedes the first on the day; the agreement leaves out sites, so it answers neither.
        Assert.Equal([ReplyState.Superseded, ReplyState.Open], Find().Select(r => r.State));

        talks.Add("2025-05-05", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(3)), With(talks.Sites, Full));
        Reply reply = Find()[1];
        Assert.Equal(ReplyState.Answered, reply.State);
        Assert.Equal(agreed + 1, reply.Evidence.Second);
    }

    [Fact]
    public void Agreement_of_two_others_does_not_answer_the_offer_of_a_third()
    {
        Talks three = new(hasThirdParty: true);
        three.Add("2025-05-01", three.Europe!, Verb.Offers, To(three.Iran), With(three.Level, AtMost(3)));
        three.Add("2025-05-04", three.Iran, Verb.Agrees, With(three.Us), With(three.Level, Exactly(3)));

        Assert.Equal(ReplyState.Open, Assert.Single(ReplyFinder.Find(three.Context())).State);
    }

    [Fact]
    public void Second_account_of_an_offer_starts_no_second_clock_and_narrows_its_date()
    {
        talks.Add("2025-05-31~", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), To(talks.Iran), With(talks.Sites, Full));
        talks.Add("2025-06-04", talks.Leader, Verb.Rejects, talks.Of("o7"));

        Reply reply = Assert.Single(Find());

        Assert.Equal(0, reply.OfferEntry);
        Assert.Equal(new DayRange(4, 4), reply.Days); // 28 May to 3 June, and 31 May: it was 31 May
    }

    [Fact]
    public void Meetings_meanwhile_are_counted_at_least_and_at_most()
    {
        talks.Add("2025-05-01", talks.Iran, Verb.Meet, With(talks.Us)); // before
        talks.Add("2025-05-10", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-10", talks.Iran, Verb.Meet, With(talks.Us)); // the same day, after it in the file
        talks.Add("2025-05-12~", talks.Iran, Verb.Meet, Round(4)); // 9 to 15 May: perhaps before the offer
        talks.Add("2025-05-14", talks.Iran, Verb.Meet, With(talks.Araghchi)); // one side alone, without a number
        talks.Add("2025-05-15", talks.Oman, Verb.Meet, With(talks.Us), talks.Words("no round")); // one party
        talks.Add("2025-05-16", talks.Witkoff, Verb.Meet, To(talks.Araghchi), talks.Names("r5"));
        talks.Add("2025-05-16", talks.Witkoff, Verb.Meet, To(talks.Araghchi), talks.Names("r5")); // the same again
        talks.Add("2025-05-18/2025-05-25", talks.Iran, Verb.Meet, With(talks.Us)); // perhaps after the answer
        talks.Add("2025-05-20", talks.Leader, Verb.Rejects, talks.Of("a"));
        talks.Add("2025-05-30", talks.Iran, Verb.Meet, With(talks.Us)); // after

        Reply reply = Assert.Single(Find());

        Assert.Equal((2, 4), (reply.RoundsMin, reply.RoundsMax));
    }

    [Fact]
    public void Meetings_of_another_track_are_not_counted()
    {
        Track muscat = talks.Builder.AddTrack("muscat");
        Track gaza = talks.Builder.AddTrack("gaza");
        talks.Add("2025-05-10", talks.Us, Verb.Offers, To(talks.Iran), In(muscat), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-11", talks.Iran, Verb.Meet, With(talks.Us), In(gaza));
        talks.Add("2025-05-12", talks.Iran, Verb.Meet, With(talks.Us), In(muscat));
        talks.Add("2025-05-13", talks.Iran, Verb.Meet, With(talks.Us));

        Reply reply = Assert.Single(Find());

        Assert.Equal((2, 2), (reply.RoundsMin, reply.RoundsMax));
    }

    [Fact]
    public void Undated_offer_is_answered_by_its_tag_and_superseded_by_none()
    {
        talks.Add("../2025-05-10", talks.Us, Verb.Offers, talks.Names("a"), To(talks.Iran), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-20", talks.Us, Verb.Offers, talks.Names("b"), To(talks.Iran), With(talks.Level, AtMost(4)));
        Assert.Equal([ReplyState.Open, ReplyState.Open], Find().Select(r => r.State));

        talks.Add("2025-05-22", talks.Iran, Verb.Rejects, talks.Of("a"), At(Forum.Table));
        Reply reply = Find()[0];
        Assert.Equal(ReplyState.Answered, reply.State);
        Assert.Equal(new DayRange(12, null), reply.Days);
    }

    [Fact]
    public void Many_offers_that_follow_each_other_take_time_that_grows_with_their_number()
    {
        for (int i = 0; i < 60_000; i++)
        {
            Issue[] issues = (i % 3) switch
            {
                0 => [talks.Level],
                1 => [talks.Level, talks.Sum, talks.Sites],
                _ => [talks.Relief, talks.Sites],
            };
            talks.Add("2025-05-01", i % 2 == 0 ? talks.Us : talks.Iran, Verb.Offers, [.. issues.Select(x => With(x, ValueSet.Topic))]);
        }

        List<Reply> replies = Find();

        // Of the US the last package, which took the place of the level alone, and relief with sites; of Iran, whose
        // last offer of the level came after its last package, these three.
        Assert.Equal(60_000, replies.Count);
        Assert.Equal(5, replies.Count(r => r.State == ReplyState.Open));
    }

    private List<Reply> Find(string? on = null) => ReplyFinder.Find(talks.Context(on));
}
