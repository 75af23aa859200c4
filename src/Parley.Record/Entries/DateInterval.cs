using System.Diagnostics.CodeAnalysis;

namespace Parley.Record.Entries;

/// <summary>How precisely one end of a date was written.</summary>
public enum DatePrecision : byte
{
    /// <summary>The end is open: nothing was written, or <c>..</c>.</summary>
    Open,

    /// <summary>A day, or a day with a time.</summary>
    Day,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A season of three months; winter begins in December of its year.</summary>
    Season,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>One end of a date as it was written: how precisely, and with which doubts.</summary>
/// <param name="Precision">How precisely it was written.</param>
/// <param name="IsApproximate">It was written with <c>~</c>: about then.</param>
/// <param name="IsUncertain">It was written with <c>?</c>: perhaps then.</param>
public readonly record struct DateEnd(DatePrecision Precision, bool IsApproximate = false, bool IsUncertain = false);

/// <summary>
/// When an act took place: an interval of days, both ends included, with the way it was written.
/// </summary>
/// <remarks>
/// Days are day numbers, counted from 1 January of year 1 as day 0, as in <see cref="DateOnly.DayNumber"/>.
/// An open end is <see cref="OpenStart"/> or <see cref="OpenEnd"/>. Two intervals are equal when they cover the
/// same days and were written with the same precision and doubts.
/// </remarks>
public readonly struct DateInterval : IEquatable<DateInterval>
{
    /// <summary>The earliest day of an interval without a beginning.</summary>
    public const int OpenStart = int.MinValue;

    /// <summary>The latest day of an interval without an end.</summary>
    public const int OpenEnd = int.MaxValue;

    private const int NoTime = -1;
    private readonly int writtenFirst;
    private readonly int writtenLast;
    private readonly ushort widenBefore;
    private readonly ushort widenAfter;
    private readonly short minute;
    private readonly short zone;
    private readonly byte start;
    private readonly byte end;

    /// <summary>Creates an interval.</summary>
    /// <param name="writtenFirst">First day as written, before widening; <see cref="OpenStart"/> when open.</param>
    /// <param name="writtenLast">Last day as written, before widening; <see cref="OpenEnd"/> when open.</param>
    /// <param name="start">How the first end was written.</param>
    /// <param name="end">How the last end was written.</param>
    /// <param name="isRange">The date was written as two ends with <c>/</c>, and is printed so.</param>
    /// <param name="widenBefore">Days that "about" adds before; 0 to 65 535.</param>
    /// <param name="widenAfter">Days that "about" adds after; 0 to 65 535.</param>
    /// <param name="minute">Minutes after midnight, 0 to 1439, or null when no time was written.</param>
    /// <param name="zoneMinutes">Minutes east of UTC, or null when no zone was written.</param>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public DateInterval(
        int writtenFirst,
        int writtenLast,
        DateEnd start,
        DateEnd end,
        bool isRange = false,
        int widenBefore = 0,
        int widenAfter = 0,
        int? minute = null,
        int? zoneMinutes = null)
    {
        if (writtenLast < writtenFirst)
        {
            throw new ArgumentException("The last day lies before the first.", nameof(writtenLast));
        }

        this.writtenFirst = writtenFirst;
        this.writtenLast = writtenLast;
        this.widenBefore = (ushort)widenBefore;
        this.widenAfter = (ushort)widenAfter;
        this.minute = (short)(minute ?? NoTime);
        zone = (short)(zoneMinutes ?? short.MinValue);
        this.start = Pack(start, isRange);
        this.end = Pack(end, isRange);
    }

    /// <summary>First possible day, "about" included; <see cref="OpenStart"/> when there is none.</summary>
    public int FirstDay => writtenFirst == OpenStart ? OpenStart : Math.Max(0, writtenFirst - widenBefore);

    /// <summary>Last possible day, "about" included; <see cref="OpenEnd"/> when there is none.</summary>
    public int LastDay => writtenLast == OpenEnd ? OpenEnd : Math.Min(DateOnly.MaxValue.DayNumber, writtenLast + widenAfter);

    /// <summary>First day as written, before "about" widens it.</summary>
    public int WrittenFirst => writtenFirst;

    /// <summary>Last day as written, before "about" widens it.</summary>
    public int WrittenLast => writtenLast;

    /// <summary>Days that "about" adds before the first day as written.</summary>
    public int WidenBefore => widenBefore;

    /// <summary>Days that "about" adds after the last day as written.</summary>
    public int WidenAfter => widenAfter;

    /// <summary>How the first end was written.</summary>
    public DateEnd Start => Unpack(start);

    /// <summary>How the last end was written.</summary>
    public DateEnd End => Unpack(end);

    /// <summary>Whether the date was written as two ends with <c>/</c>.</summary>
    public bool IsRange => (start & 0x80) != 0;

    /// <summary>Minutes after midnight, 0 to 1439, or null when no time was written.</summary>
    public int? Minute => minute < 0 ? null : minute;

    /// <summary>Minutes east of UTC, or null when no zone was written; a time without a zone has none.</summary>
    public int? ZoneMinutes => zone == short.MinValue ? null : zone;

    /// <summary>Whether the interval is one day, exactly.</summary>
    public bool IsExactDay => FirstDay == LastDay;

    /// <summary>Whether any end is approximate.</summary>
    public bool IsApproximate => Start.IsApproximate || End.IsApproximate;

    /// <summary>Whether any end is uncertain.</summary>
    public bool IsUncertain => Start.IsUncertain || End.IsUncertain;

    /// <summary>An exact day.</summary>
    /// <param name="day">The day.</param>
    public static DateInterval OfDay(DateOnly day) => OfDay(day.DayNumber);

    /// <summary>An exact day.</summary>
    /// <param name="dayNumber">Days since 1 January of year 1.</param>
    public static DateInterval OfDay(int dayNumber) =>
        new(dayNumber, dayNumber, new DateEnd(DatePrecision.Day), new DateEnd(DatePrecision.Day));

    /// <summary>Whether the two intervals share a day.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(DateInterval other) => FirstDay <= other.LastDay && other.FirstDay <= LastDay;

    /// <summary>Whether every day of this interval lies before every day of the other.</summary>
    /// <param name="other">The other interval.</param>
    public bool IsBefore(DateInterval other) => LastDay < other.FirstDay;

    /// <summary>Days from this interval to a later one, as the least and the most they can be.</summary>
    /// <param name="later">The later interval.</param>
    /// <returns>Never negative; an end is null where the interval is open on that side.</returns>
    public DayRange DaysUntil(DateInterval later)
    {
        int? min = later.FirstDay == OpenStart || LastDay == OpenEnd ? null : Math.Max(0, later.FirstDay - LastDay);
        int? max = later.LastDay == OpenEnd || FirstDay == OpenStart ? null : Math.Max(0, later.LastDay - FirstDay);
        return new DayRange(min ?? 0, max);
    }

    /// <inheritdoc/>
    public bool Equals(DateInterval other) =>
        writtenFirst == other.writtenFirst && writtenLast == other.writtenLast && widenBefore == other.widenBefore
        && widenAfter == other.widenAfter && minute == other.minute && zone == other.zone && start == other.start
        && end == other.end;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DateInterval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(writtenFirst, writtenLast, start, end, minute);

    /// <summary>Whether both cover the same days and were written alike.</summary>
    public static bool operator ==(DateInterval left, DateInterval right) => left.Equals(right);

    /// <summary>Whether the two differ in days or in how they were written.</summary>
    public static bool operator !=(DateInterval left, DateInterval right) => !left.Equals(right);

    private static byte Pack(DateEnd value, bool isRange) => (byte)((byte)value.Precision
        | (value.IsApproximate ? 0x10 : 0) | (value.IsUncertain ? 0x20 : 0) | (isRange ? 0x80 : 0));

    private static DateEnd Unpack(byte value) =>
        new((DatePrecision)(value & 0x0F), (value & 0x10) != 0, (value & 0x20) != 0);
}

/// <summary>A number of days known only within bounds.</summary>
/// <param name="Min">The least it can be; at least 0.</param>
/// <param name="Max">The most it can be, or null when nothing bounds it.</param>
public readonly record struct DayRange(int Min, int? Max)
{
    /// <summary>Whether the number of days is known exactly.</summary>
    public bool IsExact => Max == Min;
}
