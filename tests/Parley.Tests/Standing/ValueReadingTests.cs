using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class ValueReadingTests
{
    private readonly Talks talks = new();

    [Theory]
    [InlineData(Reduction.Sum, 11)]
    [InlineData(Reduction.Mean, 3.6666666666666666666666666667)]
    [InlineData(Reduction.Last, 2)]
    [InlineData(Reduction.Compounded, 11.3636)]
    public void Schedule_of_equal_steps_has_the_total_of_its_reduction(Reduction reduction, double expected)
    {
        NumberRange total = Total(reduction, Then(6, 3, 2)).Range;

        Assert.True(total.IsPoint);
        Assert.Equal((decimal)expected, total.Low, 12);
    }

    [Theory]
    [InlineData(Reduction.Sum, 12)]
    [InlineData(Reduction.Mean, 4)]
    [InlineData(Reduction.Last, 6)]
    [InlineData(Reduction.Compounded, 12.4554)]
    public void Lengths_weigh_the_mean_and_repeat_the_step_in_sum_and_compounding(Reduction reduction, double expected)
    {
        // 3 for two years, then 6 for one: 3 + 3 + 6; 1.03 × 1.03 × 1.06 = 1.124554.
        Assert.Equal(Exactly((decimal)expected), Total(reduction, For((3, 2), (6, 1))));
    }

    [Fact]
    public void Ranges_in_a_schedule_give_a_range_and_open_ends_stay_open()
    {
        ValueSet steps = ValueSet.OfSchedule(
            [new ScheduleStep(Between(1, 2), null), new ScheduleStep(AtLeast(3), null)]);

        Assert.Equal(AtLeast(4), Total(Reduction.Sum, steps));
    }

    [Fact]
    public void Schedule_stays_one_where_lengths_do_not_repeat_each_other_or_numbers_run_over()
    {
        ValueSet mixed = ValueSet.OfSchedule(
        [
            new ScheduleStep(Exactly(1), new TimeLength(1, TimeUnit.Year)),
            new ScheduleStep(Exactly(2), new TimeLength(3, TimeUnit.Week)),
        ]);

        Assert.Equal(mixed, Total(Reduction.Sum, mixed));
        Assert.Equal(ValueSetKind.Schedule, Total(Reduction.Compounded, For((100, 1_000_000), (1, 1))).Kind);
    }

    [Fact]
    public void Half_lines_and_ranges_of_offers_are_read_as_written()
    {
        Assert.Equal((AtLeast(3), false), Read(Verb.Offers, talks.Us, talks.Level, AtLeast(3)));
        Assert.Equal((Between(3, 5), false), Read(Verb.Offers, talks.Us, talks.Level, Between(3, 5)));
    }

    [Fact]
    public void Point_is_widened_by_the_wish_of_the_side_and_only_in_offers_and_demands()
    {
        Assert.Equal((AtLeast(3), true), Read(Verb.Demands, talks.Araghchi, talks.Level, Exactly(3)));
        Assert.Equal((AtMost(3), true), Read(Verb.Offers, talks.Witkoff, talks.Level, Exactly(3)));
        Assert.Equal((Exactly(3), false), Read(Verb.Says, talks.Witkoff, talks.Level, Exactly(3)));
        Assert.Equal((Exactly(3), false), Read(Verb.RedLine, talks.Witkoff, talks.Level, Exactly(3)));
        Assert.Equal((Exactly(3), false), Read(Verb.Offers, talks.Us, talks.Sum, Exactly(3)));
        Assert.Equal((ValueSet.OfLabels(6), true), Read(Verb.Demands, talks.Iran, talks.Relief, Partial));
    }

    [Fact]
    public void Wish_that_holds_only_from_a_later_day_widens_nothing_before()
    {
        talks.Builder.AddWant(new Want(talks.Us, talks.Sum, Direction.Low, [], Date("2025-06-01")));

        Assert.Equal((Exactly(3), false), Read(Verb.Offers, talks.Us, talks.Sum, Exactly(3), "2025-05-31"));
        Assert.Equal((AtMost(3), true), Read(Verb.Offers, talks.Us, talks.Sum, Exactly(3), "2025-06-01"));
    }

    [Fact]
    public void Red_line_leaves_what_it_requires_or_all_else_on_the_scale()
    {
        Assert.Equal(Between(0, 3), Allows(talks.Level, ValueSet.OfRange(new(3, decimal.MaxValue, true)), false));
        Assert.Equal(AtLeast(0.01m), Allows(talks.Level, Above(0), true));
        Assert.Equal(
            ValueSet.OfRanges([new NumberRange(0, 2.99m), new NumberRange(5.01m, 90)]),
            Allows(talks.Level, Between(3, 5), false));
        Assert.Equal(ValueSet.OfLabels(6), Allows(talks.Relief, None, false));
        Assert.Equal(None, Allows(talks.Relief, None, true));
        Assert.Equal(Above(5), Allows(talks.Sum, Between(0, 5), false));
        Assert.True(Allows(talks.Level, Between(0, 90), false).IsEmpty);
    }

    [Fact]
    public void Set_is_empty_when_no_step_of_the_range_lies_in_it()
    {
        Assert.True(Scales.IsEmpty(talks.Level, 0, ValueSet.OfRange(new(3.67m, 3.68m, true, true))));
        Assert.False(Scales.IsEmpty(talks.Level, 0, ValueSet.OfRange(new(3.67m, 3.69m, true, true))));
        Assert.True(Scales.IsEmpty(talks.Level, 0, AtLeast(90.01m)));
        Assert.True(Scales.IsEmpty(talks.Level, 0, ValueSet.OfRange(new(decimal.MinValue, 0, false, true))));
        Assert.False(Scales.IsEmpty(talks.Sum, 0, ValueSet.OfRange(new(1, 1.0001m, true, true))));
    }

    [Fact]
    public void Basis_of_another_unit_has_neither_the_range_nor_the_steps_of_its_issue()
    {
        Basis tons = RecordBuilder.AddBasis(talks.Level, "tons", unit: "t");

        Assert.False(Scales.IsEmpty(talks.Level, tons.Index, AtLeast(1000)));
        Assert.Equal(
            ValueSet.OfRange(new(decimal.MinValue, 3, false, true)),
            ValueReading.RedLineAllows(talks.Level, tons.Index, AtLeast(3), isRequirement: false));
    }

    private static ValueSet Allows(Issue issue, ValueSet stated, bool isRequirement) =>
        ValueReading.RedLineAllows(issue, 0, stated, isRequirement);

    private ValueSet Total(Reduction reduction, ValueSet values) => ScheduleTotal.Of(
        talks.Builder.AddNumericIssue("total", "", NumberRange.All, "%", null, reduction), values);

    private (ValueSet Values, bool IsAsOrBetter) Read(
        Verb verb, Actor speaker, Issue issue, ValueSet values, string date = "2025-04-12")
    {
        int index = talks.Add(date, speaker, verb, With(issue, values));
        NegotiationRecord record = talks.Builder.Build();
        ValueSet read = ValueReading.Read(record, record[index], record[index].Terms[0], out bool asOrBetter);
        return (read, asOrBetter);
    }
}
