using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class ValueWordsTests
{
    private readonly RecordBuilder builder = new();

    [Fact]
    public void Numbers_are_written_as_terms()
    {
        Issue price = builder.AddNumericIssue("price", "Price", NumberRange.All, "EUR");
        (ValueSet Values, string Text, string Reason)[] rows =
        [
            (ValueSet.OfNumber(3.67m), "= 3.67 EUR", "one number"),
            (SampleTalks.AtMost(3), "<= 3 EUR", "open below"),
            (SampleTalks.AtLeast(-2), ">= -2 EUR", "open above, negative"),
            (ValueSet.OfRange(NumberRange.All with { High = 3, ExcludesHigh = true }), "< 3 EUR", "end excluded"),
            (ValueSet.OfRange(new NumberRange(3, 5)), "= 3..5 EUR", "closed range"),
            (ValueSet.OfRange(new NumberRange(3, 5, true)), "> 3 and <= 5 EUR", "half-open range"),
            (ValueSet.OfRanges([new NumberRange(3, 5), new NumberRange(7, 7)]), "= 3..5 | 7 EUR", "range and point"),
            (ValueSet.OfRanges([NumberRange.All with { High = 1 }, NumberRange.All with { Low = 4, ExcludesLow = true }]),
                "<= 1 or > 4 EUR", "what an exclusion leaves"),
            (ValueSet.OfRange(NumberRange.All), "any value", "no bound at all"),
            (ValueSet.OfRange(new NumberRange(5, 3)), "no value", "an empty intersection"),
            (ValueSet.Topic, "", "a bare issue"),
        ];
        Assert.All(rows, row => Assert.Equal(row.Text, Print(price, row.Values)));
    }

    [Fact]
    public void An_end_that_is_the_end_of_the_issue_is_left_out()
    {
        Issue level = builder.AddNumericIssue("level", "Level", new NumberRange(0, 90), "%");

        Assert.Equal("> 0 %", Print(level, ValueSet.OfRange(new NumberRange(0, 90, ExcludesLow: true))));
        Assert.Equal("<= 3 %", Print(level, ValueSet.OfRange(new NumberRange(0, 3))));
        Assert.Equal("= 0 %", Print(level, ValueSet.OfNumber(0)));
        Assert.Equal("any value", Print(level, level.All));
    }

    [Fact]
    public void Labels_are_listed_and_a_run_from_an_end_is_a_bound()
    {
        Issue relief = builder.AddLabelIssue("relief", "Relief", true, ["none", "some", "most", "full"]);
        Issue site = builder.AddLabelIssue("site", "Site", false, ["kept", "moved", "closed"]);

        Assert.Equal("= some", Print(relief, ValueSet.OfLabels(0b0010)));
        Assert.Equal("<= some", Print(relief, ValueSet.OfLabels(0b0011)));
        Assert.Equal(">= most", Print(relief, ValueSet.OfLabels(0b1100)));
        Assert.Equal("= some | most", Print(relief, ValueSet.OfLabels(0b0110)));
        Assert.Equal("= kept | moved", Print(site, ValueSet.OfLabels(0b011)));
        Assert.Equal("any value", Print(site, ValueSet.OfLabels(0b111)));
        Assert.Equal("no value", Print(site, ValueSet.OfLabels(0)));
    }

    [Fact]
    public void Schedules_name_their_steps()
    {
        Issue wage = builder.AddNumericIssue("wage", "Wage", NumberRange.All, "%");
        ScheduleStep Step(decimal number, int? years = null) =>
            new(ValueSet.OfNumber(number), years is { } count ? new TimeLength(count, TimeUnit.Year) : null);

        Assert.Equal("= 6 then 3 then 2 %", Print(wage, ValueSet.OfSchedule([Step(6), Step(3), Step(2)])));
        Assert.Equal("= 6 for 3 years then = 3 %", Print(wage, ValueSet.OfSchedule([Step(6, 3), Step(3)])));
    }

    [Fact]
    public void A_basis_brings_its_own_unit_and_no_range()
    {
        Issue share = builder.AddNumericIssue("share", "Share", new NumberRange(0, 100), "%");
        RecordBuilder.AddBasis(share, "old", "", "points");

        Assert.Equal(
            ">= 0 points", ValueWords.Print(share, 1, SampleTalks.AtLeast(0), new SampleWords(), withUnit: true));
    }

    private static string Print(Issue issue, ValueSet values) =>
        ValueWords.Print(issue, 0, values, new SampleWords(), withUnit: true);
}
