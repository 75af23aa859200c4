using System.Globalization;
using Parley.Record.Entries;

namespace Parley.Drawing.Wording;

/// <summary>Dates as a person says them.</summary>
internal static class DateWords
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>A day: <c>12 April 2025</c>.</summary>
    /// <param name="dayNumber">Days since 1 January of year 1.</param>
    public static string Day(int dayNumber) =>
        DateOnly.FromDayNumber(dayNumber).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day as in a date of the language: <c>2025-04-12</c>.</summary>
    /// <param name="dayNumber">Days since 1 January of year 1.</param>
    public static string Iso(int dayNumber) =>
        DateOnly.FromDayNumber(dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// A date in a sentence: <c>12 April 2025</c>, <c>about 31 May 2025</c>, <c>May 2025</c>,
    /// <c>12 April 2025 to 11 May 2025</c>, <c>some day up to 1 May 2025</c>.
    /// </summary>
    /// <param name="date">The date.</param>
    public static string Of(DateInterval date)
    {
        string last = date.WrittenLast == DateInterval.OpenEnd ? "" : Unit(date.WrittenLast, date.End);
        if (date.WrittenFirst == DateInterval.OpenStart)
        {
            return last.Length == 0 ? "a day not known" : "some day up to " + Doubted(date.End, last);
        }

        string first = Unit(date.WrittenFirst, date.Start);
        if (last.Length == 0)
        {
            return "some day from " + Doubted(date.Start, first);
        }

        // A date with unspecified digits is no range as written, and still spans several months or years.
        return first == last && !date.IsRange
            ? Doubted(date.Start, first)
            : Doubted(date.Start, first) + " to " + Doubted(date.End, last);
    }

    private static string Unit(int dayNumber, DateEnd end)
    {
        DateOnly day = DateOnly.FromDayNumber(dayNumber);
        string year = day.Year.ToString("0000", CultureInfo.InvariantCulture);
        return end.Precision switch
        {
            DatePrecision.Month => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            DatePrecision.Season => SeasonOf(day),
            DatePrecision.Year => year,
            _ => Day(dayNumber),
        };
    }

    /// <summary>Spring is March to May; winter begins in December of the year it is named after.</summary>
    private static string SeasonOf(DateOnly day)
    {
        int year = day.Month < 3 ? day.Year - 1 : day.Year;
        return Seasons[(day.Month + 9) / 3 % 4] + " " + year.ToString("0000", CultureInfo.InvariantCulture);
    }

    private static string Doubted(DateEnd end, string text) => (end.IsApproximate, end.IsUncertain) switch
    {
        (true, true) => "perhaps about " + text,
        (true, false) => "about " + text,
        (false, true) => "perhaps " + text,
        _ => text,
    };
}
