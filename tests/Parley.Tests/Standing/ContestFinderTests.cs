using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class ContestFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Accounts_that_exclude_each_other_are_both_shown_and_marked()
    {
        talks.Add("2025-05-20", talks.Us, Verb.Offers, At(Forum.Letter), With(talks.Relief, Partial), With(talks.Level, Exactly(5)));
        int first = Account("2025-05-31", Partial);
        int second = Account("2025-05-31", None);
        int third = Account("2025-05-31", None);
        talks.Add("2025-05-31", talks.Us, Verb.Offers, At(Forum.Letter), talks.Names("o7"), With(talks.Level, Exactly(3)));

        StandingReport report = Compute();

        Contest contest = Assert.Single(report.Contested);
        Assert.Equal((ContestKind.Accounts, talks.Us.Id, talks.Relief.Id), (contest.Kind, contest.SpeakerId, contest.IssueId));
        Assert.Equal([first, second, third], contest.Evidence.Entries());
        Assert.Equal(
            [(ValueSet.OfLabels(3), true, true), (None, true, false)],
            report.Positions.Where(p => p.IssueId == talks.Relief.Id).Select(p => (p.Values, p.IsContested, p.IsBargaining)));
        Assert.False(Assert.Single(report.Positions, p => p.IssueId == talks.Level.Id).IsContested);
        Assert.Equal(
            [(talks.Level.Id, MoveTraits.None), (talks.Relief.Id, MoveTraits.Contested)],
            report.Moves.Select(m => (m.IssueId, m.Traits)).OrderBy(m => m.IssueId));
    }

    [Fact]
    public void Accounts_of_different_issues_or_bases_add_up_to_one_package()
    {
        Basis combined = RecordBuilder.AddBasis(talks.Level, "combined");
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), At(Forum.Table), With(talks.Level, Exactly(9)));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), On(talks.Level, combined, Exactly(15)));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o7"), With(talks.Relief, Partial));

        StandingReport report = Compute();

        Assert.Empty(report.Contested);
        Assert.Equal(
            [(talks.Level.Id, 0), (talks.Level.Id, 1), (talks.Relief.Id, 0)],
            report.Positions.Select(p => (p.IssueId, p.BasisIndex)));
        Assert.All(report.Positions, p => Assert.Equal(Forum.Table, p.Forum));
    }

    [Fact]
    public void Accounts_that_share_a_value_are_not_contested_and_widening_is_undone_to_compare_them()
    {
        // 3 and 5 widened would share 0 to 3; as told they share nothing. At most 3 and 2 share 2.
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("a"), With(talks.Level, Exactly(3)));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("a"), With(talks.Level, Exactly(5)));
        talks.Add("2025-06-01", talks.Us, Verb.Offers, talks.Names("b"), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-01", talks.Us, Verb.Offers, talks.Names("b"), With(talks.Level, Exactly(2)));

        StandingReport report = Compute();

        Contest contest = Assert.Single(report.Contested);
        Assert.Equal("a", report.Record.TagName(contest.Tag));
        Assert.Equal(AtMost(3), Assert.Single(report.Positions).Values);
    }

    [Fact]
    public void Date_of_an_act_is_what_all_its_accounts_allow()
    {
        Account("2025-05-31~", Partial);
        Account("2025-05-31", Partial);
        talks.Add("2025-06-10", talks.Us, Verb.Withdraws, talks.Of("o7"));

        Assert.Equal(new DayRange(10, 10), Assert.Single(Compute().Reversals).LagDays);
    }

    [Fact]
    public void Denied_act_is_contested_and_so_is_what_depends_on_it()
    {
        int said = talks.Add("2025-04-14", talks.Witkoff, Verb.Says, talks.Names("s"), With(talks.Relief, Partial));
        talks.Add("2025-04-15", talks.Witkoff, Verb.Says, With(talks.Relief, None));
        int denial = talks.Add("2025-04-16", talks.Trump, Verb.Denies, talks.Of("s"));

        StandingReport report = Compute();

        Contest contest = Assert.Single(report.Contested);
        Assert.Equal((ContestKind.Denied, -1, talks.Witkoff.Id), (contest.Kind, contest.IssueId, contest.SpeakerId));
        Assert.Equal([said, denial], contest.Evidence.Entries());
        Assert.True(Assert.Single(report.Reversals).IsContested);
    }

    [Fact]
    public void Denial_of_a_part_contests_that_part()
    {
        talks.Add("2025-04-14", talks.Us, Verb.Offers, talks.Names("s"), With(talks.Level, Exactly(3)), With(talks.Relief, Partial));
        talks.Add("2025-04-16", talks.Us, Verb.Denies, talks.Of("s"), With(talks.Level, Exactly(3)));

        Assert.Equal([true, false], Compute().Positions.Select(p => p.IsContested));
    }

    [Fact]
    public void Denial_that_was_not_yet_known_contests_nothing()
    {
        talks.Add("2025-04-14", talks.Us, Verb.Offers, talks.Names("s"), With(talks.Level, Exactly(3)));
        talks.Add("2025-04-16", talks.Us, Verb.Denies, talks.Of("s"));

        StandingReport report = StandingReports.Compute(talks.Builder.Build(), new AsOf(Day("2025-04-15")));

        Assert.Empty(report.Contested);
        Assert.False(Assert.Single(report.Positions).IsContested);
    }

    [Fact]
    public void First_account_that_was_known_stands_for_the_act()
    {
        Source late = talks.Builder.AddSource("late", SourceKind.Press, published: Date("2025-06-10"));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o"), talks.From(late), With(talks.Level, Exactly(3)));
        talks.Add("2025-05-31", talks.Us, Verb.Offers, talks.Names("o"), With(talks.Level, Exactly(0)));
        NegotiationRecord record = talks.Builder.Build();

        StandingReport early = StandingReports.Compute(record, new AsOf(null, Day("2025-06-01")));

        Assert.Equal((AtMost(0), false), Assert.Single(early.Positions.Select(p => (p.Values, p.IsContested))));
        Assert.Equal([AtMost(3), AtMost(0)], StandingReports.Compute(record).Positions.Select(p => p.Values));
    }

    private int Account(string date, ValueSet relief) =>
        talks.Add(date, talks.Us, Verb.Offers, At(Forum.Letter), talks.Names("o7"), With(talks.Relief, relief));

    private StandingReport Compute() => StandingReports.Compute(talks.Builder.Build());
}
