namespace Parley.Record.Entries;

/// <summary>
/// Months, seasons and years as runs of days, in the proleptic Gregorian calendar of the years 1 to 9999.
/// </summary>
/// <remarks>
/// Days are day numbers, counted from 1 January of year 1 as day 0. Spring is March to May, summer June to August,
/// autumn September to November, and winter December to February of the next year; a season belongs to the year
/// in which it begins (EDTF 21 to 24, ISO 8601-2).
/// </remarks>
public static class CalendarPeriods
{
    /// <summary>31 December 9999.</summary>
    public const int LastDayOfAll = 3_652_058;

    /// <summary>The last year.</summary>
    public const int LastYear = 9999;

    private static ReadOnlySpan<short> DaysBeforeMonth =>
        [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    /// <summary>Whether a year has 366 days.</summary>
    /// <param name="year">1 to 9999.</param>
    public static bool IsLeapYear(int year) => (year & 3) == 0 && (year % 100 != 0 || (year & 15) == 0);

    /// <summary>How many days a month has.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    public static int DaysInMonth(int year, int month) =>
        month == 2 ? (IsLeapYear(year) ? 29 : 28) : DaysBeforeMonth[month] - DaysBeforeMonth[month - 1];

    /// <summary>The day number of a day of the calendar; the arguments are not checked against each other.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the last of the month.</param>
    public static int DayNumber(int year, int month, int day)
    {
        int before = year - 1;
        int leap = month > 2 && IsLeapYear(year) ? 1 : 0;
        return (before * 365) + (before / 4) - (before / 100) + (before / 400) + DaysBeforeMonth[month - 1] + leap
            + day - 1;
    }

    /// <summary>The first day of the period of some precision that holds a day.</summary>
    /// <param name="precision">The precision; a day is its own period, and so is an open end.</param>
    /// <param name="day">A day number, 0 to <see cref="LastDayOfAll"/>.</param>
    /// <returns>Negative for the winter before year 1 only.</returns>
    public static int FirstDayOf(DatePrecision precision, int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return precision switch
        {
            DatePrecision.Month => DayNumber(date.Year, date.Month, 1),
            DatePrecision.Season when date.Month >= 3 => DayNumber(date.Year, date.Month / 3 * 3, 1),
            DatePrecision.Season => date.Year == 1 ? -31 : DayNumber(date.Year - 1, 12, 1),
            DatePrecision.Year => DayNumber(date.Year, 1, 1),
            _ => day,
        };
    }

    /// <summary>The last day of the period of some precision that holds a day.</summary>
    /// <param name="precision">The precision; a day is its own period, and so is an open end.</param>
    /// <param name="day">A day number, 0 to <see cref="LastDayOfAll"/>.</param>
    /// <returns>Above <see cref="LastDayOfAll"/> for the winter of year 9999 only.</returns>
    public static int LastDayOf(DatePrecision precision, int day)
    {
        (int year, int month, _) = DateOnly.FromDayNumber(day);
        if (precision == DatePrecision.Season)
        {
            if (month == 12 && year == LastYear)
            {
                return LastDayOfAll + 59;
            }

            (year, month) = month == 12 ? (year + 1, 2) : month < 3 ? (year, 2) : (year, (month / 3 * 3) + 2);
            return DayNumber(year, month, DaysInMonth(year, month));
        }

        return precision switch
        {
            DatePrecision.Month => DayNumber(year, month, DaysInMonth(year, month)),
            DatePrecision.Year => DayNumber(year, 12, 31),
            _ => day,
        };
    }

    /// <summary>How many days "about" adds before a date.</summary>
    /// <remarks>A day is widened by the days given, a month and a season by a month, a year by a year.</remarks>
    /// <param name="precision">The precision of the date; an open end is not widened.</param>
    /// <param name="first">The first day of the date as written.</param>
    /// <param name="aboutDays">The width of "about" for a day, in days; at least 0.</param>
    /// <returns>0 for what begins with year 1, except for days.</returns>
    public static int WidthBefore(DatePrecision precision, int first, int aboutDays) => precision switch
    {
        DatePrecision.Open => 0,
        DatePrecision.Day => aboutDays,
        _ when first == 0 => 0,
        DatePrecision.Year => first - FirstDayOf(DatePrecision.Year, first - 1),
        _ => first - FirstDayOf(DatePrecision.Month, first - 1),
    };

    /// <summary>How many days "about" adds after a date.</summary>
    /// <remarks>A day is widened by the days given, a month and a season by a month, a year by a year.</remarks>
    /// <param name="precision">The precision of the date; an open end is not widened.</param>
    /// <param name="last">The last day of the date as written.</param>
    /// <param name="aboutDays">The width of "about" for a day, in days; at least 0.</param>
    /// <returns>0 for what ends with year 9999, except for days.</returns>
    public static int WidthAfter(DatePrecision precision, int last, int aboutDays) => precision switch
    {
        DatePrecision.Open => 0,
        DatePrecision.Day => aboutDays,
        _ when last == LastDayOfAll => 0,
        DatePrecision.Year => LastDayOf(DatePrecision.Year, last + 1) - last,
        _ => LastDayOf(DatePrecision.Month, last + 1) - last,
    };

    /// <summary>The day that lies a length of time after another.</summary>
    /// <remarks>
    /// Months and years lead to the same day of the month reached, or to its last day where it has no such day:
    /// one month after 31 January is 28 or 29 February.
    /// </remarks>
    /// <param name="day">A day number, 0 to <see cref="LastDayOfAll"/>.</param>
    /// <param name="length">The length; its count is at least 0.</param>
    /// <returns>At most <see cref="LastDayOfAll"/>: what would lie beyond is that day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count of <paramref name="length"/> is negative.</exception>
    public static int Add(int day, TimeLength length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length.Count, nameof(length));
        if (length.Unit is TimeUnit.Day or TimeUnit.Week)
        {
            long reached = day + ((long)length.Count * (length.Unit == TimeUnit.Week ? 7 : 1));
            return (int)Math.Min(reached, LastDayOfAll);
        }

        (int year, int month, int dayOfMonth) = DateOnly.FromDayNumber(day);
        long months = (year * 12L) + month - 1 + ((long)length.Count * (length.Unit == TimeUnit.Year ? 12 : 1));
        if (months / 12 > LastYear)
        {
            return LastDayOfAll;
        }

        (int toYear, int toMonth) = ((int)(months / 12), (int)(months % 12) + 1);
        return DayNumber(toYear, toMonth, Math.Min(dayOfMonth, DaysInMonth(toYear, toMonth)));
    }
}
