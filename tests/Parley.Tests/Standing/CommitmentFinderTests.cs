using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class CommitmentFinderTests
{
    private readonly Talks talks = new();
    private readonly Source press;
    private readonly Source washington;
    private readonly Source tehran;

    public CommitmentFinderTests()
    {
        press = talks.Builder.AddSource("press", SourceKind.Press);
        washington = talks.Builder.AddSource("washington", SourceKind.People, attribution: Attribution.Background, side: talks.Us);
        tehran = talks.Builder.AddSource("tehran", SourceKind.People, attribution: Attribution.OnRecord, side: talks.Iran);
    }

    [Theory]
    [InlineData(null, Existence.Alleged)] // nobody is named who had it from the speaker
    [InlineData("press", Existence.Alleged)] // hearsay
    [InlineData("washington", Existence.Acknowledged)] // the speaker's own side says so, if not by name
    [InlineData("press<washington", Existence.Acknowledged)] // the press had it from there
    [InlineData("press<tehran", Existence.Alleged)] // on the record, but of the side that gains from it
    [InlineData("record", Existence.Acknowledged)] // made on the record
    [InlineData("paper", Existence.Acknowledged)] // a document
    public void Existence_follows_from_the_root_of_a_source(string? chain, Existence expected)
    {
        talks.Builder.AddSource("record", SourceKind.Broadcast, attribution: Attribution.OnRecord);
        talks.Builder.AddSource("paper", SourceKind.Document);
        Source[] links = [.. (chain ?? "").Split('<', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => talks.Builder.Build().Sources.Single(s => s.Name == name))];
        Promise("p", links.Length == 0 ? talks.Words("relief") : talks.From(links));

        Assert.Equal(expected, Only().Existence);
    }

    [Fact]
    public void Denial_by_its_own_side_denies_and_one_by_others_only_contests()
    {
        Promise("p", talks.From(washington));
        talks.Add("2025-05-03", talks.Iran, Verb.Denies, talks.Of("p"));
        Assert.Equal((Existence.Acknowledged, true), (Only().Existence, Only().IsContested));

        talks.Add("2025-05-04", talks.Trump, Verb.Denies, talks.Of("p"));
        Assert.Equal(Existence.Denied, Only().Existence);

        talks.Add("2025-05-09", talks.Us, Verb.Says, talks.Of("p"), talks.Words("we stand by it"));
        Assert.Equal(Existence.Acknowledged, Only().Existence);
    }

    [Fact]
    public void Speaker_who_speaks_of_its_promise_later_acknowledges_it()
    {
        Promise("p", talks.From(press));
        talks.Add("2025-05-04", talks.Witkoff, Verb.Says, talks.Of("p"), talks.Words("as I told them"));

        Assert.Equal(Existence.Acknowledged, Only().Existence);
    }

    [Fact]
    public void Unconditional_promise_is_pending_then_due_then_broken()
    {
        Promise("p", By("2025-05-10"));

        Assert.Equal(Performance.Pending, Only("2025-05-09").Performance);
        Assert.Equal(Performance.Due, Only("2025-05-10").Performance); // it passes at the end of its last day
        Commitment broken = Only("2025-05-11");
        Assert.Equal(Performance.Broken, broken.Performance);
        Assert.Equal(Date("2025-05-10"), broken.Deadline);
        Assert.Null(broken.ClaimsAgree);
    }

    [Fact]
    public void Promise_without_a_day_stays_pending()
    {
        Promise("p");

        Assert.Equal(Performance.Pending, Only("2030-01-01").Performance);
    }

    [Fact]
    public void Conditional_promise_is_due_once_its_condition_is_met()
    {
        int promise = Promise("p", talks.If("Alexander is freed"));
        Assert.Equal(Performance.ConditionOpen, Only().Performance);

        int met = talks.Add("2025-05-12", talks.Iran, Verb.MeetsCondition, talks.Of("p"));
        Commitment due = Only("2026-01-01");
        Assert.Equal(Performance.Due, due.Performance);
        Assert.Equal([promise, met], due.Evidence.Entries());
    }

    [Fact]
    public void Length_of_time_counts_from_the_condition()
    {
        Promise("p", talks.If("Alexander is freed"), Within(2, TimeUnit.Day));
        Assert.Equal((Performance.ConditionOpen, null), (Only("2025-06-01").Performance, Only("2025-06-01").Deadline));

        talks.Add("2025-05-12", talks.Iran, Verb.MeetsCondition, talks.Of("p"));
        Assert.Equal(Day("2025-05-14"), Only().Deadline?.LastDay);
        Assert.Equal(Performance.Due, Only("2025-05-14").Performance);
        Assert.Equal(Performance.Broken, Only("2025-05-15").Performance);
    }

    [Fact]
    public void Promise_is_void_when_its_condition_did_not_come_in_time()
    {
        Promise("p", talks.If("Alexander is freed"), By("2025-05-10"));

        Assert.Equal(Performance.ConditionOpen, Only("2025-05-10").Performance);
        Assert.Equal(Performance.Void, Only("2025-05-11").Performance);
    }

    [Fact]
    public void Condition_in_terms_is_met_by_an_agreement_that_holds_them_all()
    {
        Promise("p", d => d.NeedDetails().Conditions = [new Condition
        {
            Terms =
            [
                new Term(talks.Level.Id, 0, 0, false, false, AtMost(3)),
                new Term(talks.Sites.Id, 0, 0, false, false, Full),
            ],
        }]);
        talks.Add("2025-05-02", talks.Iran, Verb.Offers, With(talks.Level, Exactly(2)), With(talks.Sites, Full)); // only offered
        talks.Add("2025-05-03", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(5)), With(talks.Sites, Full));
        talks.Add("2025-05-04", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(3)));
        Assert.Equal(Performance.ConditionOpen, Only().Performance);

        talks.Add("2025-05-05", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(3)), With(talks.Sites, Full));
        Assert.Equal(Performance.Due, Only().Performance);
    }

    [Fact]
    public void Condition_of_another_act_is_met_when_that_is_accepted()
    {
        talks.Add("2025-04-01", talks.Us, Verb.Offers, talks.Names("o1"), To(talks.Iran), With(talks.Level, AtMost(3)));
        Promise("p", talks.IfTag("o1"));
        Assert.Equal(Performance.ConditionOpen, Only().Performance);

        talks.Add("2025-05-05", talks.Iran, Verb.Accepts, talks.Of("o1"));
        Assert.Equal(Performance.Due, Only().Performance);
    }

    [Fact]
    public void Promise_with_unless_is_void_once_that_came_about()
    {
        Promise("p", talks.Unless("an attack"), By("2025-06-01"));
        Assert.Equal(Performance.Pending, Only("2025-05-20").Performance);

        talks.Add("2025-05-25", talks.Iran, Verb.MeetsCondition, talks.Of("p"));
        Assert.Equal(Performance.Void, Only("2025-07-01").Performance);
    }

    [Fact]
    public void Terms_agreed_or_offered_by_the_speaker_keep_a_promise_in_part_and_then_whole()
    {
        Promise("p", With(talks.Relief, Full), With(talks.Sum, AtLeast(100)));
        int offer = talks.Add("2025-05-03", talks.Us, Verb.Offers, To(talks.Iran), With(talks.Relief, Full), With(talks.Sum, Exactly(50)));
        Commitment part = Only();
        Assert.Equal(Performance.Partly, part.Performance);
        Assert.Equal([0, offer], part.Evidence.Entries());

        int agreed = talks.Add("2025-05-08", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Sum, Exactly(120)));
        Commitment kept = Only();
        Assert.Equal(Performance.Kept, kept.Performance);
        Assert.Equal([0, offer, agreed], kept.Evidence.Entries());
    }

    [Fact]
    public void Terms_of_others_floated_or_conditional_terms_and_demands_keep_nothing()
    {
        Promise("p", With(talks.Relief, Full), By("2025-05-20"));
        talks.Add("2025-05-03", talks.Iran, Verb.Offers, With(talks.Relief, Full));
        talks.Add("2025-05-04", talks.Us, Verb.Offers, As(Firmness.Floated), With(talks.Relief, Full));
        talks.Add("2025-05-05", talks.Us, Verb.Offers, talks.If("calm"), With(talks.Relief, Full));
        talks.Add("2025-05-06", talks.Us, Verb.Demands, With(talks.Relief, Full));
        talks.Add("2025-05-07", talks.Us, Verb.Offers, With(talks.Relief, ValueSet.OfLabels(6))); // partial or full

        Assert.Equal(Performance.Broken, Only("2025-05-21").Performance);
    }

    [Fact]
    public void One_alternative_is_enough()
    {
        Promise("p", With(talks.Relief, Full), With(talks.Sum, AtLeast(100), alternative: 1));
        talks.Add("2025-05-08", talks.Us, Verb.Offers, With(talks.Sum, Exactly(100)));

        Assert.Equal(Performance.Kept, Only().Performance);
    }

    [Fact]
    public void What_is_known_of_a_promise_with_unknown_terms_keeps_it_in_part()
    {
        Promise("p", With(talks.Relief, Full), UnknownTerms);
        talks.Add("2025-05-08", talks.Us, Verb.Offers, With(talks.Relief, Full));

        Assert.Equal(Performance.Partly, Only().Performance);
    }

    [Fact]
    public void Acceptance_of_an_offer_with_the_terms_keeps_a_promise()
    {
        Promise("p", With(talks.Relief, Full));
        talks.Add("2025-05-02", talks.Iran, Verb.Offers, talks.Names("o1"), To(talks.Us), With(talks.Relief, Full), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-08", talks.Us, Verb.Accepts, talks.Of("o1"), With(talks.Level, ValueSet.Topic)); // the other part
        Assert.Equal(Performance.Pending, Only().Performance);

        talks.Add("2025-05-09", talks.Us, Verb.Accepts, talks.Of("o1"));
        Assert.Equal(Performance.Kept, Only().Performance);
    }

    [Theory]
    [InlineData("2025-05-10", Performance.Kept)] // on the last day
    [InlineData("2025-05-13~", Performance.Kept)] // 10 to 16 May: it may have been in time
    [InlineData("2025-05-11", Performance.Late)]
    public void Act_that_answers_the_tag_keeps_a_promise_late_after_its_day(string date, Performance expected)
    {
        Promise("p", By("2025-05-10"));
        talks.Add(date, talks.Us, Verb.Eases, talks.Re("p"), Kind(PressureKind.Economic));

        Assert.Equal(expected, Only("2025-06-01").Performance);
    }

    [Fact]
    public void Talk_about_a_promise_and_acts_of_others_do_not_keep_it()
    {
        Promise("p", By("2025-05-10"));
        talks.Add("2025-05-02", talks.Us, Verb.Says, talks.Re("p"), talks.Words("soon"));
        talks.Add("2025-05-03", talks.Iran, Verb.Drops, talks.Because("p"), talks.Words("the blockade"));
        talks.Add("2025-05-04", talks.Us, Verb.Presses, talks.Because("p"), Kind(PressureKind.Economic));

        Assert.Equal(Performance.Broken, Only("2025-05-11").Performance);
    }

    [Fact]
    public void Promise_about_a_pressure_is_kept_when_the_pressure_is_eased()
    {
        talks.Add("2025-04-01", talks.Us, Verb.Presses, talks.Names("sanctions"), Kind(PressureKind.Economic));
        Promise("p", talks.Re("sanctions"));
        talks.Add("2025-05-09", talks.Us, Verb.Eases, talks.Of("sanctions"));

        Assert.Equal(Performance.Kept, Only().Performance);
    }

    [Fact]
    public void Promise_of_anothers_act_is_kept_by_the_other()
    {
        Promise("p", Through(talks.Oman), With(talks.Relief, Full));
        talks.Add("2025-05-05", talks.Us, Verb.Offers, With(talks.Relief, Full));
        Assert.Equal(Performance.Pending, Only().Performance);

        talks.Add("2025-05-06", talks.Oman, Verb.Offers, To(talks.Iran), With(talks.Relief, Full));
        Assert.Equal((Performance.Kept, talks.Oman.Id), (Only().Performance, Only().ThroughId));
    }

    [Fact]
    public void Excused_by_the_other_side_alone_and_withdrawn_before_its_day_it_is_void()
    {
        Promise("p", By("2025-05-10"));
        Promise("q", By("2025-05-10"));
        Promise("r", By("2025-05-10"));
        Promise("s", By("2025-05-10"));
        int excuse = talks.Add("2025-05-12", talks.Iran, Verb.Excuses, talks.Of("p"));
        talks.Add("2025-05-12", talks.Iran, Verb.Excuses, talks.Of("q"), talks.From(washington)); // says the promiser's side
        talks.Add("2025-05-05", talks.Us, Verb.Withdraws, talks.Of("r"));
        talks.Add("2025-05-15", talks.Us, Verb.Withdraws, talks.Of("s")); // too late to undo the breach

        List<Commitment> found = CommitmentFinder.FindPromises(talks.Context("2025-06-01"));

        Assert.Equal(
            [Performance.Excused, Performance.Broken, Performance.Void, Performance.Broken],
            found.Select(c => c.Performance));
        Assert.Equal([true, false, null, null], found.Select(c => c.ClaimsAgree));
        Assert.Equal([excuse], found[0].Claims);
    }

    [Fact]
    public void Claims_are_compared_with_what_is_computed_and_decide_nothing()
    {
        Promise("p", talks.If("Alexander is freed"));
        talks.Add("2025-05-12", talks.Iran, Verb.MeetsCondition, talks.Of("p"));
        int claim = talks.Add("2025-05-20", talks.Witkoff, Verb.Breaks, talks.Of("p"), talks.From(press, tehran));

        Commitment found = Only();

        Assert.Equal(Performance.Due, found.Performance);
        Assert.Equal([claim], found.Claims);
        Assert.False(found.ClaimsAgree);
    }

    [Fact]
    public void Breach_that_its_own_side_admits_is_one()
    {
        Promise("p");
        talks.Add("2025-05-20", talks.Us, Verb.Breaks, talks.Of("p"), talks.From(press, washington));

        Assert.Equal((Performance.Broken, true), (Only().Performance, Only().ClaimsAgree));
    }

    [Fact]
    public void Keeping_counts_when_the_other_side_says_so_and_not_when_its_own_does()
    {
        Promise("p", By("2025-05-10"));
        talks.Add("2025-05-08", talks.Us, Verb.Keeps, talks.Of("p"), talks.From(washington));
        Assert.Equal((Performance.Broken, false), (Only("2025-06-01").Performance, Only("2025-06-01").ClaimsAgree));

        talks.Add("2025-05-09", talks.Us, Verb.Keeps, talks.Of("p"), talks.From(tehran));
        Assert.Equal((Performance.Kept, true), (Only("2025-06-01").Performance, Only("2025-06-01").ClaimsAgree));
    }

    [Fact]
    public void Second_account_is_no_second_promise_and_differing_accounts_contest_it()
    {
        Promise("p", With(talks.Relief, Full));
        int second = Promise("p", With(talks.Relief, Partial));

        Commitment found = Only();

        Assert.True(found.IsContested);
        Assert.Equal([0, second], found.Evidence.Entries());
    }

    [Fact]
    public void Threat_without_a_trigger_is_pending_and_its_day_makes_it_not_carried_out()
    {
        Threat("t");
        Threat("u", By("2025-05-10"));

        Assert.Equal([Performance.Pending, Performance.Pending], Threats("2025-05-09"));
        Assert.Equal([Performance.Pending, Performance.Due], Threats("2025-05-10"));
        Assert.Equal([Performance.Pending, Performance.NotCarriedOut], Threats("2025-05-11"));
    }

    [Fact]
    public void Threat_whose_trigger_never_came_is_untested_whatever_its_day()
    {
        Threat("t", talks.If("enrichment goes on"), By("2025-05-10"));
        Threat("u", talks.Unless("talks begin"));

        Assert.Equal([Performance.Untested, Performance.Untested], Threats("2025-06-01"));
    }

    [Fact]
    public void Triggered_threat_is_due_carried_out_or_not_carried_out()
    {
        Threat("t", talks.If("enrichment goes on"));
        Threat("u", talks.If("enrichment goes on"), Within(1, TimeUnit.Week));
        Threat("v", talks.If("enrichment goes on"));
        talks.Add("2025-05-05", talks.Iran, Verb.MeetsCondition, talks.Of("t"));
        talks.Add("2025-05-05", talks.Iran, Verb.MeetsCondition, talks.Of("u"));
        talks.Add("2025-05-05", talks.Iran, Verb.MeetsCondition, talks.Of("v"));
        talks.Add("2025-05-09", talks.Us, Verb.Presses, To(talks.Iran), talks.Because("v"), Kind(PressureKind.Military));

        Assert.Equal([Performance.Due, Performance.NotCarriedOut, Performance.CarriedOut], Threats("2025-05-13"));
        Assert.Equal([Performance.Due, Performance.Due, Performance.CarriedOut], Threats("2025-05-12"));
    }

    [Fact]
    public void Threat_is_heeded_when_the_other_side_does_what_was_asked()
    {
        talks.Add("2025-04-20", talks.Us, Verb.Demands, talks.Names("d1"), To(talks.Iran), With(talks.Sites, Full));
        Threat("t", talks.Unless("talks begin"));
        Threat("u", talks.Re("d1"));
        Threat("v");
        Threat("w", Unless(talks.Level, AtMost(3)));
        talks.Add("2025-05-05", talks.Iran, Verb.MeetsCondition, talks.Of("t"));
        talks.Add("2025-05-06", talks.Spokesman, Verb.Accepts, talks.Of("d1")); // binds nobody
        talks.Add("2025-05-07", talks.Iran, Verb.Drops, talks.Because("v"), talks.Words("the blockade"));
        talks.Add("2025-05-08", talks.Iran, Verb.Agrees, With(talks.Us), With(talks.Level, Exactly(2)));
        Assert.Equal([Performance.Heeded, Performance.Pending, Performance.Heeded, Performance.Heeded], Threats());

        talks.Add("2025-05-09", talks.Leader, Verb.Accepts, talks.Of("d1"));
        Assert.Equal(Performance.Heeded, Threats()[1]);
    }

    [Fact]
    public void Threat_with_unless_that_did_not_come_by_its_day_is_not_carried_out()
    {
        Threat("t", talks.Unless("talks begin"), By("2025-05-10"));

        Assert.Equal([Performance.Untested], Threats("2025-05-10"));
        Assert.Equal([Performance.NotCarriedOut], Threats("2025-05-11"));
    }

    [Fact]
    public void Threat_that_is_withdrawn_stays_so_unless_it_is_carried_out()
    {
        Threat("t");
        talks.Add("2025-05-05", talks.Us, Verb.Withdraws, talks.Of("t"));
        Assert.Equal([Performance.Withdrawn], Threats());

        talks.Add("2025-05-09", talks.Us, Verb.Presses, talks.Because("t"), Kind(PressureKind.Military));
        Assert.Equal([Performance.CarriedOut], Threats());
    }

    [Fact]
    public void Many_promises_that_wait_for_one_act_are_kept_by_it()
    {
        for (int i = 0; i < 20_000; i++)
        {
            Promise("p" + i, With(talks.Relief, Full));
            talks.Add("2025-05-01", talks.Us, Verb.Offers, With(talks.Relief, Partial));
        }

        talks.Add("2025-05-02", talks.Us, Verb.Offers, With(talks.Relief, Full));

        List<Commitment> found = CommitmentFinder.FindPromises(talks.Context());
        Assert.Equal(20_000, found.Count(c => c.Performance == Performance.Kept));
    }

    private int Promise(string tag, params Action<EntryDraft>[] parts) =>
        talks.Add("2025-05-01", talks.Us, Verb.Promises, [talks.Names(tag), To(talks.Iran), .. parts]);

    private void Threat(string tag, params Action<EntryDraft>[] parts) =>
        talks.Add("2025-05-01", talks.Us, Verb.Threatens, [talks.Names(tag), To(talks.Iran), .. parts]);

    private Commitment Only(string? on = null) => Assert.Single(CommitmentFinder.FindPromises(talks.Context(on)));

    private List<Performance> Threats(string? on = null) =>
        CommitmentFinder.FindThreats(talks.Context(on)).ConvertAll(c => c.Performance);
}
