using Parley.Record.Curves;
using Parley.Record.Entries;
using Parley.Record.Standing;
using Parley.Tests.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Curves;

public sealed class CurveReportsTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Step_holds_until_the_next_of_its_side_and_the_last_is_open()
    {
        talks.Add("2025-05-01", talks.Iran, Verb.Demands, At(Forum.Table), With(talks.Level, AtLeast(60)));
        talks.Add("2025-05-09", talks.Iran, Verb.Demands, At(Forum.Letter), With(talks.Level, AtLeast(20)));
        talks.Add("2025-05-20", talks.Us, Verb.Says, At(Forum.Media), With(talks.Level, AtMost(3)));

        Curve curve = Assert.Single(Report().Curves);

        Assert.Equal([60m, 20m, 3m], curve.Steps.Select(step => step.Limit));
        Assert.Equal([true, true, false], curve.Steps.Select(step => step.IsOfLine));
        Assert.Equal([Date("2025-05-09"), null, null], curve.Steps.Select(step => step.Until));
        Assert.Equal(Day("2025-05-20"), Report().LastDay);
    }

    [Fact]
    public void Withdrawn_step_ends_on_its_day_with_nothing_in_its_place()
    {
        talks.Add("2025-05-01", talks.Iran, Verb.Offers, At(Forum.Table), talks.Names("o1"), With(talks.Level, AtLeast(60)));
        talks.Add("2025-05-04", talks.Iran, Verb.Withdraws, At(Forum.Table), talks.Of("o1"));

        CurveStep step = Assert.Single(Assert.Single(Report().Curves).Steps);

        Assert.True(step.IsWithdrawn);
        Assert.Equal(Date("2025-05-04"), step.Until);
    }

    [Fact]
    public void Lower_voice_stands_beside_the_line_of_its_side()
    {
        talks.Add("2025-05-01", talks.Leader, Verb.Demands, At(Forum.Table), With(talks.Level, AtLeast(60)));
        talks.Add("2025-05-02", talks.Spokesman, Verb.Demands, At(Forum.Table), With(talks.Level, AtLeast(70)));

        Curve curve = Assert.Single(Report().Curves);

        Assert.Equal([true, false], curve.Steps.Select(step => step.IsOfLine));
        Assert.Null(curve.Steps[0].Until);
    }

    [Fact]
    public void What_is_floated_is_in_no_line_and_ends_where_its_side_speaks_next()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-03", talks.Us, Verb.Offers, At(Forum.Table), As(Firmness.Floated), With(talks.Level, AtMost(5)));
        talks.Add("2025-05-08", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, AtMost(4)));

        Curve curve = Assert.Single(Report().Curves);

        Assert.Equal([3m, 5m, 4m], curve.Steps.Select(step => step.Limit));
        Assert.Equal([true, false, true], curve.Steps.Select(step => step.IsOfLine));
        Assert.Equal([Date("2025-05-08"), Date("2025-05-08"), null], curve.Steps.Select(step => step.Until));
    }

    [Fact]
    public void Agreement_is_the_settlement_and_no_step()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, AtMost(3)));
        int agreed = talks.Add("2025-05-20", talks.Us, Verb.Agrees, With(talks.Iran), With(talks.Level, Exactly(3.67m)));

        Curve curve = Assert.Single(Report().Curves);

        Assert.Single(curve.Steps);
        Assert.Equal((3.67m, 3.67m), (curve.Settlement!.Low, curve.Settlement.High));
        Assert.Equal(agreed, curve.Settlement.Evidence.First);
    }

    [Fact]
    public void Labels_without_an_order_have_no_curve()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Demands, At(Forum.Table), With(talks.Sites, ValueSet.OfLabels(4)));

        Assert.Empty(Report().Curves);
    }

    [Fact]
    public void Day_hides_what_came_after_it()
    {
        talks.Add("2025-05-01", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, AtMost(3)));
        talks.Add("2025-05-09", talks.Us, Verb.Offers, At(Forum.Table), With(talks.Level, AtMost(4)));

        CurveReport report = CurveReports.Compute(talks.Builder.Build(), new AsOf(OnDay: Day("2025-05-05")));

        Assert.Equal(3m, Assert.Single(Assert.Single(report.Curves).Steps).Limit);
        Assert.Equal(Day("2025-05-05"), report.LastDay);
    }

    private CurveReport Report() => CurveReports.Compute(talks.Builder.Build());
}
