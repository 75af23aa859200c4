using Parley.Record.Entries;
using Xunit;

namespace Parley.Tests.Record;

public sealed class DateIntervalTests
{
    private static readonly DateEnd DayEnd = new(DatePrecision.Day);
    private static readonly DateEnd MonthEnd = new(DatePrecision.Month);

    [Fact]
    public void The_default_value_is_the_first_day_of_year_one()
    {
        Assert.Equal(DateInterval.OfDay(0), default);
        Assert.Equal(DatePrecision.Day, default(DateInterval).Start.Precision);
        Assert.Null(default(DateInterval).Minute);
        Assert.Null(default(DateInterval).ZoneMinutes);
        Assert.False(default(DateInterval).IsRange);
    }

    [Fact]
    public void A_precision_that_the_days_do_not_bear_out_becomes_a_day()
    {
        DateInterval date = new(Day(2025, 5, 2), Day(2025, 5, 31), MonthEnd, MonthEnd);
        Assert.Equal(DatePrecision.Day, date.Start.Precision);
        Assert.Equal(DatePrecision.Month, date.End.Precision);
        Assert.True(date.IsRange);
    }

    [Fact]
    public void A_winter_that_leaves_the_calendar_is_of_days()
    {
        DateEnd season = new(DatePrecision.Season);
        DateInterval first = new(0, Day(1, 2, 28), DayEnd, season);
        DateInterval last = new(Day(9999, 12, 1), CalendarPeriods.LastDayOfAll, season, DayEnd);
        Assert.Equal(DatePrecision.Day, first.End.Precision);
        Assert.Equal(DatePrecision.Day, last.Start.Precision);
    }

    [Fact]
    public void Two_whole_months_are_a_range_and_one_is_not()
    {
        Assert.True(new DateInterval(Day(2025, 5, 1), Day(2025, 6, 30), MonthEnd, MonthEnd).IsRange);
        Assert.False(new DateInterval(Day(2025, 5, 1), Day(2025, 5, 31), MonthEnd, MonthEnd).IsRange);
    }

    [Fact]
    public void An_open_end_has_no_doubts_and_no_width()
    {
        DateEnd about = new(DatePrecision.Day, true, true);
        DateInterval date = new(DateInterval.OpenStart, Day(2025, 5, 1), about, about, true, 3, 3);
        Assert.Equal(new DateEnd(DatePrecision.Open), date.Start);
        Assert.Equal(0, date.WidenBefore);
        Assert.Equal(Day(2025, 5, 4), date.LastDay);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DateInterval(2, 1, DayEnd, DayEnd));
        Assert.Throws<ArgumentException>(() => new DateInterval(1, 2, DayEnd, DayEnd, minute: 60));
        Assert.Throws<ArgumentException>(() => new DateInterval(1, 1, DayEnd, DayEnd, zoneMinutes: 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateInterval(1, 1, DayEnd, DayEnd, minute: 1440));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateInterval(1, 1, DayEnd, DayEnd, widenBefore: 65_536));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateInterval(-1, 1, DayEnd, DayEnd));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateInterval.OfDay(CalendarPeriods.LastDayOfAll + 1));
    }

    [Fact]
    public void An_undated_act_precedes_nothing_and_follows_nothing()
    {
        DateInterval undated = new(DateInterval.OpenStart, Day(2025, 5, 1), DayEnd, DayEnd, true);
        DateInterval later = DateInterval.OfDay(Day(2025, 6, 1));
        DateInterval earlier = DateInterval.OfDay(Day(2025, 4, 1));
        Assert.False(undated.IsBefore(later));
        Assert.False(earlier.IsBefore(undated));
        Assert.True(earlier.IsBefore(later));
    }

    [Fact]
    public void Days_between_two_fuzzy_dates_are_a_range()
    {
        DateInterval from = new(Day(2025, 5, 10), Day(2025, 5, 12), DayEnd, DayEnd);
        DateInterval to = new(Day(2025, 5, 19), Day(2025, 5, 22), DayEnd, DayEnd);
        Assert.Equal(new DayRange(7, 12), from.DaysUntil(to));
        Assert.Equal(new DayRange(0, 0), to.DaysUntil(from));
    }

    [Fact]
    public void Days_are_unbounded_where_an_end_is_open()
    {
        DateInterval until = new(DateInterval.OpenStart, Day(2025, 5, 1), DayEnd, DayEnd);
        DateInterval since = new(Day(2025, 5, 20), DateInterval.OpenEnd, DayEnd, DayEnd);
        DateInterval day = DateInterval.OfDay(Day(2025, 5, 11));
        Assert.Equal(new DayRange(10, null), until.DaysUntil(day));
        Assert.Equal(new DayRange(9, null), day.DaysUntil(since));
        Assert.Equal(new DayRange(0, 0), day.DaysUntil(until));
        Assert.Equal(new DayRange(0, 0), since.DaysUntil(day));
        Assert.Equal(new DayRange(19, null), until.DaysUntil(since));
    }

    [Fact]
    public void Days_and_weeks_are_counted()
    {
        DateInterval day = DateInterval.OfDay(Day(2025, 5, 18));
        Assert.Equal(DateInterval.OfDay(Day(2025, 6, 1)), day.Plus(new TimeLength(14, TimeUnit.Day)));
        Assert.Equal(DateInterval.OfDay(Day(2025, 6, 1)), day.Plus(new TimeLength(2, TimeUnit.Week)));
    }

    [Fact]
    public void A_month_later_is_the_same_day_or_the_last_of_the_month()
    {
        Assert.Equal(Day(2025, 6, 18), Later(Day(2025, 5, 18), 1, TimeUnit.Month));
        Assert.Equal(Day(2025, 2, 28), Later(Day(2025, 1, 31), 1, TimeUnit.Month));
        Assert.Equal(Day(2024, 2, 29), Later(Day(2024, 1, 31), 1, TimeUnit.Month));
        Assert.Equal(Day(2026, 1, 31), Later(Day(2025, 12, 31), 1, TimeUnit.Month));
        Assert.Equal(Day(2025, 2, 28), Later(Day(2024, 2, 29), 1, TimeUnit.Year));
        Assert.Equal(Day(2028, 2, 29), Later(Day(2024, 2, 29), 4, TimeUnit.Year));
    }

    [Fact]
    public void A_length_never_leads_beyond_year_9999()
    {
        Assert.Equal(CalendarPeriods.LastDayOfAll, Later(Day(9999, 12, 1), 31, TimeUnit.Day));
        Assert.Equal(CalendarPeriods.LastDayOfAll, Later(Day(9999, 12, 1), 1, TimeUnit.Month));
        Assert.Equal(CalendarPeriods.LastDayOfAll, Later(0, int.MaxValue, TimeUnit.Week));
        Assert.Equal(CalendarPeriods.LastDayOfAll, Later(0, int.MaxValue, TimeUnit.Year));
        Assert.Equal(Day(9999, 1, 1), Later(0, 9998, TimeUnit.Year));
    }

    [Fact]
    public void A_month_stays_a_month_where_both_ends_still_fit()
    {
        DateInterval may = Month(2025, 5);
        Assert.Equal(Month(2025, 6), may.Plus(new TimeLength(1, TimeUnit.Month)));

        // The act fell on 30 June at the latest, so a month later is 30 July at the latest.
        DateInterval july = Month(2025, 6).Plus(new TimeLength(1, TimeUnit.Month));
        Assert.Equal(new DateInterval(Day(2025, 7, 1), Day(2025, 7, 30), DayEnd, DayEnd), july);
    }

    [Fact]
    public void About_moves_with_a_day_and_is_counted_in_where_a_month_becomes_days()
    {
        DateEnd aboutDay = new(DatePrecision.Day, true);
        DateInterval day = new(Day(2025, 5, 18), Day(2025, 5, 18), aboutDay, aboutDay, false, 3, 3);
        DateInterval moved = day.Plus(new TimeLength(14, TimeUnit.Day));
        Assert.Equal((Day(2025, 5, 29), Day(2025, 6, 4)), (moved.FirstDay, moved.LastDay));
        Assert.True(moved.IsApproximate);

        DateEnd aboutMonth = new(DatePrecision.Month, true);
        DateInterval month = new(Day(2025, 5, 1), Day(2025, 5, 31), aboutMonth, aboutMonth, false, 30, 30);
        DateInterval days = month.Plus(new TimeLength(14, TimeUnit.Day));
        Assert.Equal((Day(2025, 4, 15), Day(2025, 7, 14)), (days.WrittenFirst, days.WrittenLast));
        Assert.False(days.IsApproximate);
    }

    [Fact]
    public void Open_ends_stay_open()
    {
        DateInterval until = new(DateInterval.OpenStart, Day(2025, 5, 1), DayEnd, DayEnd);
        DateInterval moved = until.Plus(new TimeLength(1, TimeUnit.Day));
        Assert.Equal((DateInterval.OpenStart, Day(2025, 5, 2)), (moved.FirstDay, moved.LastDay));
    }

    [Fact]
    public void A_negative_length_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(DateInterval).Plus(new TimeLength(-1, TimeUnit.Day)));

    private static DateInterval Month(int year, int month) => new(
        Day(year, month, 1), CalendarPeriods.LastDayOf(DatePrecision.Month, Day(year, month, 1)), MonthEnd, MonthEnd);

    private static int Later(int day, int count, TimeUnit unit) =>
        DateInterval.OfDay(day).Plus(new TimeLength(count, unit)).FirstDay;

    private static int Day(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
}
