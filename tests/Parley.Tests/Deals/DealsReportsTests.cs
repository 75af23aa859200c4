using System.Numerics;
using Parley.Record.Deals;
using Parley.Record.Framing;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Deals.Journals;

namespace Parley.Tests.Deals;

public sealed class DealsReportsTests
{
    private const string Declared = """
        prefers buyer
            weight years 60
            weight colour 40
            value years = short 0
            value years = middle 0.5
            value years = long 1
            value colour = red 1
            value colour = green 0.5
            value colour = blue 0
            reserve 0.3
        prefers seller
            weight years 60
            weight colour 40
            value years = short 1
            value years = middle 0.5
            value years = long 0
            value colour = red 1
            value colour = green 1
            value colour = blue 0
            reserve 0.5

        """;

    [Fact]
    public void Everything_declared_is_one_exact_draw()
    {
        DealsReport report = Report("2026-01-02  buyer  offers -> seller  years = long, colour = red", Declared);

        // With red: (0.4, 1), (0.7, 0.7), (1, 0.4); green is worse for the buyer and no better for the seller.
        Assert.Equal((1, 1.0, false), (report.Uncertainty!.Draws, report.Uncertainty.EffectiveDraws, report.Uncertainty.IsContradictory));
        Assert.Equal(3, report.Exact!.Efficient!.Profiles.Count);
        Assert.Equal([1], report.Exact.Efficient.Nash); // gains 0.4 · 0.2 against 0.1 · 0.5
        Deal offer = report.Deals.Single(d => d.Kind == DealKind.Package);
        Assert.Equal(new DealFrequencies(1, 0, 0, 0, 0, 0), offer.Frequencies); // the seller would have 0.4, and refuses
        Assert.Equal([1.0, 0.4], offer.Utilities.Select(u => Math.Round(u.Middle, 9)));
        Assert.Empty(report.Uncertainty.Questions);
    }

    [Fact]
    public void Lines_that_clash_are_told_with_what_each_side_alone_could_give_up()
    {
        DealsReport report = Report("""
            2026-01-02  seller  red-line  requires price >= 70 USD
            2026-01-03  buyer   red-line  requires price <= 50 USD
            2026-01-04  buyer   offers -> seller  price = 40 USD
            """);

        Assert.Equal(20m, Assert.Single(report.Clashes).LeastLoosening);
        Assert.Equal(
            [("buyer", "70"), ("seller", "50")],
            report.Loosenings.Select(l => (l.Party.Name, PlacesOf(report, l))));
        Assert.False(report.Demands.CanBeMet(3));
        Assert.True(report.Demands.CanBeMet(1) && report.Demands.CanBeMet(2), "one line alone leaves prices");
        Assert.Equal(OutcomeScope.All, report.Scope);
    }

    [Fact]
    public void Deal_outside_a_line_of_the_board_or_that_it_rejected_is_marked()
    {
        DealsReport report = Report("""
            2026-01-02  buyer         offers #c -> seller  price = 60 USD, years = long
            2026-01-03  seller.chief  accepts #c
            2026-01-04  seller.board  rejects #c
            2026-01-05  seller.board  red-line  requires years = short|middle
            """);

        Deal offer = report.Deals.First(d => d.Kind == DealKind.Package);
        Assert.Equal(
            [DealRefusalKind.RedLine, DealRefusalKind.Rejected],
            offer.Refusals.Where(r => r.Ratifier.Actor.Name == "seller.board").Select(r => r.Kind));
        Assert.Equal([BigInteger.Zero, BigInteger.One], [offer.OutcomesAsStated, offer.Outcomes]);
        Assert.Equal("years", report.Talks.Issues[Assert.Single(offer.OutsideOf).Issue].Issue.Name);
    }

    [Fact]
    public void Draws_that_do_not_fit_what_a_party_did_weigh_less()
    {
        // The buyer gave up red for a longer term, then offered red and a short term again: it is taken to prefer the
        // earlier, so years cannot weigh nothing.
        DealsReport free = Report("""
            2026-01-01  seller  demands -> buyer  years = short
            2026-01-02  buyer  offers -> seller  years = long, colour = blue
            """);
        DealsReport told = Report("""
            2026-01-01  seller  demands -> buyer  years = short
            2026-01-02  buyer  offers -> seller  years = long, colour = blue
            2026-01-03  buyer  offers -> seller  years = short, colour = red
            """);

        Assert.Equal(0, free.Uncertainty!.Comparisons);
        Assert.Equal(free.Uncertainty.Draws, free.Uncertainty.EffectiveDraws, 6);
        Assert.Equal(1, told.Uncertainty!.Comparisons);
        Assert.InRange(told.Uncertainty.EffectiveDraws, 50, 999);
    }

    [Fact]
    public void Change_of_the_alternative_in_between_makes_offers_incomparable()
    {
        DealsReport report = Report("""
            2026-01-01  seller  demands -> buyer  years = short
            2026-01-02  buyer  offers -> seller  years = long, colour = blue
            2026-01-04  buyer  offers -> seller  years = short, colour = red
            """, "prefers buyer from 2026-01-03\n    alternative \"another seller\"\n");

        Assert.Equal(0, report.Uncertainty!.Comparisons);
    }

    [Fact]
    public void Same_seed_gives_the_same_report_and_another_does_not()
    {
        string Of(ulong seed) => string.Join(";", DealsReports.Compute(
            RecordOf(Sale, "2026-01-02  buyer  offers -> seller  price = 60 USD, years = long\n2026-01-03  seller  demands -> buyer  price = 80 USD"),
            new DealsOptions { Seed = seed, Draws = 200 }).Deals.Select(d => $"{d.Frequencies} {string.Join(",", d.Utilities)}"));

        Assert.Equal(Of(7), Of(7));
        Assert.NotEqual(Of(7), Of(8));
    }

    [Fact]
    public void Nothing_in_play_is_told_as_such()
    {
        DealsReport report = Report("2026-01-02  buyer  says  \"hello\"");

        Assert.Equal(FramingObstacle.FewerThanTwoParties, report.Talks.Obstacle);
        Assert.Null(report.Uncertainty);
        Assert.Empty(report.Deals);
    }

    [Fact]
    public void Written_offer_of_31_May_leaves_different_deals_open_under_each_account()
    {
        DealsReport report = DealsReports.Compute(Example("iran-us-2025"), On("2025-06-01"));

        Deal[] offers = [.. report.Deals.Where(d => d.Kind == DealKind.Package && d.Package!.Readings.Count == 2)];
        Assert.Equal(2, offers.Length);
        Assert.All(offers, d => Assert.Contains("relief", d.Reading!.Unaddressed.Select(id => report.Talks.Record.Issues[id].Name)));
        Assert.NotEqual(offers[0].Outcomes, offers[1].Outcomes);
        Assert.Contains(offers, d => d.OutsideOf.Any(line => line.Line.Party.Name == "iran"));
        Assert.Contains(offers, d => d.OutsideOf.Any(line => line.Line.Party.Name == "us"));
    }

    [Fact]
    public void On_21_May_either_side_could_end_the_clash_on_enrichment()
    {
        DealsReport report = DealsReports.Compute(Example("iran-us-2025"), On("2025-05-21"));

        Assert.Equal(
            [("iran", "none"), ("us", "some")],
            report.Loosenings.Select(l => (l.Party.Name, PlacesOf(report, l))));
    }

    [Theory]
    [InlineData("greece-2015", null)]
    [InlineData("ila-usmx-2024", null)]
    [InlineData("iran-us-2025", "2025-05-21")]
    [InlineData("iran-us-2025", "2025-06-01")]
    [InlineData("jcpoa-2013-15", null)]
    [InlineData("microsoft-yahoo-2008", null)]
    [InlineData("mlb-2020-imposed", null)]
    [InlineData("mlb-cba-2022", "2022-03-01")]
    [InlineData("nba-2011", null)]
    [InlineData("nhl-2005-collapse", null)]
    [InlineData("uaw-2023", null)]
    public void Examples_are_drawn_and_shares_are_shares(string name, string? day)
    {
        long start = Environment.TickCount64;
        DealsReport report = DealsReports.Compute(
            Example(name), (day is null ? new DealsOptions() : On(day)) with { ShowsSettlement = true, Draws = 100 });
        long spent = Environment.TickCount64 - start;

        Assert.False(report.IsBeyondLimits, "an example is small");
        Assert.NotNull(report.Uncertainty);
        Assert.All(report.Deals, d => Assert.All(
            [d.Frequencies!.Efficient, d.Frequencies.Acceptable, d.Frequencies.Nash], share => Assert.InRange(share, 0, 1.000001)));
        Assert.All(report.Deals.SelectMany(d => d.Utilities), u => Assert.True(u.Low <= u.Middle && u.Middle <= u.High, u.ToString()));
        Assert.Contains(report.Deals, d => d.Kind == DealKind.Solution);
        Tell(report, name, spent);
    }

    private static void Tell(DealsReport report, string name, long spent)
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        Uncertainty drawn = report.Uncertainty!;
        output.WriteLine($"{name}: {spent} ms, {report.Talks.Space.Count} outcomes, {report.Scope}, {drawn.Comparisons} comparisons, effective {drawn.EffectiveDraws:0}");
        foreach (Deal deal in report.Deals)
        {
            output.WriteLine($"  {deal.Kind} {deal.Party?.Name} {deal.Outcomes}/{deal.OutcomesAsStated} {deal.Frequencies} {string.Join(' ', deal.Utilities.Select(u => $"{u.Low:0.00}-{u.Middle:0.00}-{u.High:0.00}"))}");
        }

        foreach (Question question in drawn.Questions)
        {
            output.WriteLine($"  ? {report.Talks.Parties[question.Unknown.Party].Party.Name} {question.Unknown} {question.Narrowing:0.000}");
        }
    }

    private static string PlacesOf(DealsReport report, Loosening loosening) => Places(
        report.Talks.Issues[loosening.Issue],
        [.. Enumerable.Range(0, report.Talks.Issues[loosening.Issue].Scale.Count!.Value).Select(loosening.Places.Contains)]);

    private static DealsOptions On(string day) => new() { AsOf = new AsOf(DateOnly.Parse(day, null).DayNumber) };

    private static DealsReport Report(string entries, string declarations = "") =>
        DealsReports.Compute(RecordOf(Sale + declarations, entries));
}
