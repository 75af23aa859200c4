using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Deals.Journals;

namespace Parley.Tests.Deals;

public sealed class TalksFramerTests
{
    [Fact]
    public void Issues_with_a_value_are_in_play_and_a_topic_is_left_out()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  demands -> buyer  price = 80 USD, colour
            2026-01-03  buyer   offers  -> seller price = 60 USD
            """);

        Assert.Equal(FramingObstacle.None, talks.Obstacle);
        FramedIssue price = Assert.Single(talks.Issues);
        Assert.Equal(21, price.Scale.Count); // every dollar from 60 to 80, and not the ends that "or better" reaches
        Assert.Equal([60m, 80m], price.Named);
        IssueOmission colour = Assert.Single(talks.LeftOut);
        Assert.Equal(("colour", OmissionReason.NoValue), (talks.Record.Issues[colour.IssueId].Name, colour.Reason));
    }

    [Fact]
    public void Package_tells_what_it_leaves_unaddressed_and_what_it_only_names()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  demands -> buyer  price = 80 USD, years = short, colour
            2026-01-03  buyer   offers  -> seller price = 60 USD
            """);

        PackageReading demand = Assert.Single(Assert.Single(Of(talks, "seller").Packages).Readings);
        Assert.Equal(["price", "years"], demand.Terms.Select(t => talks.Issues[t.Issue].Issue.Name));
        Assert.Equal(["colour"], Names(talks, demand.Topics));
        Assert.Empty(demand.Unaddressed);
        PackageReading offer = Assert.Single(Assert.Single(Of(talks, "buyer").Packages).Readings);
        Assert.Equal(["years", "colour"], Names(talks, offer.Unaddressed));
    }

    [Fact]
    public void Lines_leave_places_as_stated_and_as_revealed()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  red-line  requires price >= 70 USD  @media
            2026-01-03  buyer   offers -> seller  price = 60 USD  @table
            2026-01-04  seller  offers -> buyer   price = 65 USD  @table
            """);

        FramedLine line = Assert.Single(Of(talks, "seller").Lines);
        Assert.Equal("70 75 80 85 90 95 100", Places(talks.Issues[0], line.Stated));
        Assert.Contains("65", Places(talks.Issues[0], line.Revealed), StringComparison.Ordinal);
        Assert.True(talks.OutcomesAsRevealed > talks.OutcomesAsStated, "its own offer went below the line");
    }

    [Fact]
    public void Conditional_packages_are_kept_apart_and_withdrawn_ones_do_not_stand()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  offers #a -> buyer  price = 80 USD
            2026-01-03  seller  offers #b -> buyer  years = middle  if "the bank agrees"
            2026-01-04  seller  withdraws #a
            2026-01-05  buyer   offers #c -> seller price = 60 USD
            2026-01-06  seller  rejects #c
            """);

        Assert.Equal([(false, false), (true, false)], Of(talks, "seller").Packages.Select(p => (p.IsConditional, p.Stands)));
        Assert.Equal([(false, true)], Of(talks, "buyer").Packages.Select(p => (p.IsConditional, p.Stands)));
    }

    [Fact]
    public void Accounts_that_exclude_each_other_are_readings_of_one_package()
    {
        FramedTalks talks = Frame("""
            2026-01-02  buyer   offers #c -> seller price = 60 USD, colour = red  ^one
            2026-01-02  buyer   offers #c -> seller price = 65 USD                ^two
            2026-01-03  seller  demands -> buyer price = 80 USD                   ^one
            """, "source one own\nsource two own\n");

        FramedPackage offer = Assert.Single(Of(talks, "buyer").Packages);
        Assert.Equal([60m, 65m], offer.Readings.Select(r => r.Terms[0].Exact.Range.Low));
        Assert.Equal([0, 1], offer.Readings.Select(r => r.Unaddressed.Count));
    }

    [Fact]
    public void Basis_of_the_positions_held_is_used_and_others_are_left_out()
    {
        FramedTalks talks = Frame("""
            2026-01-01  buyer   offers  -> seller  price.share = 10
            2026-01-02  seller  demands -> buyer   price = 80 USD
            2026-01-03  buyer   offers  -> seller  price = 60 USD
            """, "basis price.share \"share\" %\n");

        Assert.Equal(0, Assert.Single(talks.Issues).BasisIndex);
        Assert.Equal(OmissionReason.OtherBasis, Assert.Single(talks.LeftOut).Reason);
    }

    [Fact]
    public void Declared_wishes_status_quo_and_reservation_are_taken_over()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  demands -> buyer  price = 80 USD
            """, """
            status-quo price = 50 USD
            prefers buyer
                weight price 60..75
                value  price = 40 USD 0.9
                reserve 0.4
            prefers buyer from 2026-01-03
                reserve 0.6

            """);

        FramedParty buyer = Of(talks, "buyer");
        Assert.Equal(new Estimate(60, 75), buyer.Wishes[0].Weight);
        Assert.Equal(new Estimate(0.9m, 0.9m), Assert.Single(buyer.Wishes[0].Worths).Worth);
        Assert.Equal(new Estimate(0.4m, 0.4m), buyer.Reservation); // the later one does not hold yet
        Assert.Equal("40 50 80", string.Join(" ", talks.Issues[0].Named));
        Assert.Equal(50m, talks.Issues[0].NumberAt(talks.StatusQuo!.Value[0]));
    }

    [Fact]
    public void Board_that_decides_is_a_ratifier_with_what_it_rejected()
    {
        FramedTalks talks = Frame("""
            2026-01-02  buyer         offers #c -> seller  price = 60 USD
            2026-01-03  seller.chief  accepts #c  subject-to seller.board
            2026-01-04  seller.board  rejects #c
            """);

        FramedRatifier board = talks.Ratifiers.Single(r => r.Actor.Name == "seller.board");
        Assert.Equal((true, true), (board.IsSubjectTo, board.Decides));
        Assert.Equal(60m, Assert.Single(board.Rejected).Readings[0].Terms[0].Exact.Range.Low);
        Assert.Single(Of(talks, "seller").Acceptances);
    }

    [Fact]
    public void Line_that_leaves_no_number_named_gets_the_first_that_it_leaves()
    {
        FramedTalks talks = Frame("""
            2026-01-02  seller  red-line  excludes price <= 80 USD
            2026-01-03  buyer   offers -> seller  price = 60 USD
            """);

        Assert.Contains("81", Places(talks.Issues[0], Of(talks, "seller").Lines[0].Stated), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_two_parties_that_take_part_there_is_nothing_to_frame() =>
        Assert.Equal(FramingObstacle.FewerThanTwoParties, Frame("2026-01-02  seller  demands -> buyer  price = 80 USD").Obstacle);

    [Theory]
    [InlineData("greece-2015")]
    [InlineData("ila-usmx-2024")]
    [InlineData("iran-us-2025")]
    [InlineData("jcpoa-2013-15")]
    [InlineData("microsoft-yahoo-2008")]
    [InlineData("mlb-2020-imposed")]
    [InlineData("mlb-cba-2022")]
    [InlineData("nba-2011")]
    [InlineData("nhl-2005-collapse")]
    [InlineData("uaw-2023")]
    public void Examples_are_framed(string name)
    {
        FramedTalks talks = TalksFramer.Frame(new StandingContext(Example(name), default));

        Assert.Equal(FramingObstacle.None, talks.Obstacle);
        Assert.All(talks.Issues, i => Assert.True(i.Scale.Count <= 64, i.Issue.Name));
        Assert.All(talks.Parties, p => Assert.Equal(talks.Issues.Count, p.Wishes.Count));
        Assert.All(
            talks.Parties.SelectMany(p => p.Packages).SelectMany(p => p.Readings).SelectMany(r => r.Terms),
            t => Assert.Contains(true, talks.Issues[t.Issue].PlacesIn(t.Read)));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("; ", talks.Issues.Select(i => $"{i.Issue.Name} {i.Scale.Count}"))
            + $" | {talks.Space.Count} {talks.OutcomesAsStated} {talks.OutcomesAsRevealed} | "
            + string.Join("; ", talks.Parties.Select(p => $"{p.Party.Name} {p.Lines.Count}/{p.Packages.Count}")));
    }

    [Fact]
    public void On_enrichment_no_outcome_is_left_on_21_May_and_the_written_offer_has_two_readings()
    {
        FramedTalks may = FrameOn("iran-us-2025", "2025-05-21");
        Assert.True(may.OutcomesAsStated.IsZero, "one side requires what the other excludes");

        FramedTalks june = FrameOn("iran-us-2025", "2025-06-01");
        FramedPackage offer = Of(june, "us").Packages[^1];
        Assert.Equal(2, offer.Readings.Count);
        Assert.Equal([2, 1], offer.Readings.Select(r => r.Accounts.Count));
    }

    private static string[] Names(FramedTalks talks, IReadOnlyList<int> issues) =>
        [.. issues.Select(id => talks.Record.Issues[id].Name)];
}
