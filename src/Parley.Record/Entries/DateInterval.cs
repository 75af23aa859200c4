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
/// <para>Days are day numbers, counted from 1 January of year 1 as day 0, as in <see cref="DateOnly.DayNumber"/>.
/// An open end is <see cref="OpenStart"/> or <see cref="OpenEnd"/>. Two intervals are equal when they cover the
/// same days and were written with the same precision and doubts. The default value is 1 January of year 1.</para>
/// <para>The way of writing always fits the days: an end said to be of a month, season or year that is not the
/// edge of one is of a day, and what is not one whole day, month, season or year is a range of two ends. So every
/// interval can be written down and read back.</para>
/// </remarks>
public readonly struct DateInterval : IEquatable<DateInterval>
{
    /// <summary>The earliest day of an interval without a beginning.</summary>
    public const int OpenStart = int.MinValue;

    /// <summary>The latest day of an interval without an end.</summary>
    public const int OpenEnd = int.MaxValue;

    private const short NoZone = short.MinValue;
    private const byte RangeBit = 0x80;
    private readonly int writtenFirst;
    private readonly int writtenLast;
    private readonly ushort widenBefore;
    private readonly ushort widenAfter;
    private readonly ushort minutePlusOne;
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
    /// <param name="zoneMinutes">Minutes east of UTC, -840 to 840, or null when no zone was written.</param>
    /// <exception cref="ArgumentException">
    /// The last day lies before the first, or a time is given for more than one day, or a zone without a time.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A day lies outside the years 1 to 9999 and is not open, or a width, minute or zone outside its bounds.
    /// </exception>
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
        Require(IsDay(writtenFirst) || writtenFirst == OpenStart, writtenFirst, nameof(writtenFirst));
        Require(IsDay(writtenLast) || writtenLast == OpenEnd, writtenLast, nameof(writtenLast));
        Require(widenBefore is >= 0 and <= ushort.MaxValue, widenBefore, nameof(widenBefore));
        Require(widenAfter is >= 0 and <= ushort.MaxValue, widenAfter, nameof(widenAfter));
        Require(minute is null or (>= 0 and < 1440), minute ?? 0, nameof(minute));
        Require(zoneMinutes is null or (>= -840 and <= 840), zoneMinutes ?? 0, nameof(zoneMinutes));
        if (writtenLast < writtenFirst)
        {
            throw new ArgumentException("The last day lies before the first.", nameof(writtenLast));
        }

        bool isOneDay = writtenFirst == writtenLast && !isRange;
        if (minute is null ? zoneMinutes is not null : !isOneDay)
        {
            throw new ArgumentException("A time belongs to one day, and a zone to a time.", nameof(minute));
        }

        DatePrecision first = Fit(start.Precision, writtenFirst, OpenStart, CalendarPeriods.FirstDayOf);
        DatePrecision last = Fit(end.Precision, writtenLast, OpenEnd, CalendarPeriods.LastDayOf);
        start = first == DatePrecision.Open ? new DateEnd(first) : start with { Precision = first };
        end = last == DatePrecision.Open ? new DateEnd(last) : end with { Precision = last };
        bool isOnePeriod = start == end && first != DatePrecision.Open
            && CalendarPeriods.LastDayOf(first, writtenFirst) == writtenLast;
        this.writtenFirst = writtenFirst;
        this.writtenLast = writtenLast;
        this.widenBefore = first == DatePrecision.Open ? (ushort)0 : (ushort)widenBefore;
        this.widenAfter = last == DatePrecision.Open ? (ushort)0 : (ushort)widenAfter;
        minutePlusOne = (ushort)((minute ?? -1) + 1);
        zone = (short)(zoneMinutes ?? (minute is null ? 0 : NoZone));
        this.start = Pack(start, isRange || !isOnePeriod);
        this.end = Pack(end, isRange || !isOnePeriod);
    }

    private DateInterval(int exactDay)
    {
        writtenFirst = exactDay;
        writtenLast = exactDay;
    }

    /// <summary>First possible day, "about" included; <see cref="OpenStart"/> when there is none.</summary>
    public int FirstDay => writtenFirst == OpenStart ? OpenStart : Math.Max(0, writtenFirst - widenBefore);

    /// <summary>Last possible day, "about" included; <see cref="OpenEnd"/> when there is none.</summary>
    public int LastDay =>
        writtenLast == OpenEnd ? OpenEnd : Math.Min(CalendarPeriods.LastDayOfAll, writtenLast + widenAfter);

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
    public bool IsRange => (start & RangeBit) != 0;

    /// <summary>Minutes after midnight, 0 to 1439, or null when no time was written.</summary>
    public int? Minute => minutePlusOne == 0 ? null : minutePlusOne - 1;

    /// <summary>Minutes east of UTC, or null when no zone was written; a time without a zone has none.</summary>
    public int? ZoneMinutes => minutePlusOne == 0 || zone == NoZone ? null : zone;

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
    /// <param name="dayNumber">Days since 1 January of year 1; 0 to 3 652 058.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 1 to 9999.</exception>
    public static DateInterval OfDay(int dayNumber)
    {
        Require(IsDay(dayNumber), dayNumber, nameof(dayNumber));
        return new DateInterval(dayNumber);
    }

    /// <summary>Whether the two intervals share a day.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(DateInterval other) => FirstDay <= other.LastDay && other.FirstDay <= LastDay;

    /// <summary>Whether every day of this interval lies before every day of the other.</summary>
    /// <remarks>
    /// An interval without a beginning precedes nothing and follows nothing: it is undated before its end.
    /// </remarks>
    /// <param name="other">The other interval.</param>
    public bool IsBefore(DateInterval other) => writtenFirst != OpenStart && LastDay < other.FirstDay;

    /// <summary>Days from this interval to a later one, as the least and the most they can be.</summary>
    /// <param name="later">The later interval; where it may lie earlier, that part counts as 0 days.</param>
    /// <returns>
    /// Never negative. The least is 0 where this interval has no end or the later one no beginning; the most is
    /// null where this one has no beginning or the later one no end.
    /// </returns>
    public DayRange DaysUntil(DateInterval later)
    {
        bool hasMin = later.writtenFirst != OpenStart && writtenLast != OpenEnd;
        bool hasMax = later.writtenLast != OpenEnd && writtenFirst != OpenStart;
        return new DayRange(
            hasMin ? Math.Max(0, later.FirstDay - LastDay) : 0,
            hasMax ? Math.Max(0, later.LastDay - FirstDay) : null);
    }

    /// <summary>The interval a length of time later: when what was given that long runs out.</summary>
    /// <remarks>
    /// Both ends are moved, by months to the same day of the month reached or to its last day. An end stays of a
    /// month, season or year only where it is still the edge of one. "About" keeps its days on an end of a day, is
    /// taken from the calendar anew on an end of a longer period, and where such an end becomes a day it is counted
    /// into the interval, so that the result covers what the widened interval covered, moved.
    /// </remarks>
    /// <param name="length">The length; its count is at least 0.</param>
    /// <returns>Open ends stay open; a day beyond year 9999 becomes 31 December 9999.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count of <paramref name="length"/> is negative.</exception>
    public DateInterval Plus(TimeLength length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length.Count, nameof(length));
        int first = writtenFirst == OpenStart ? OpenStart : CalendarPeriods.Add(writtenFirst, length);
        int last = writtenLast == OpenEnd ? OpenEnd : CalendarPeriods.Add(writtenLast, length);
        DateEnd from = Start;
        DateEnd to = End;
        bool keepsStart = Fit(from.Precision, first, OpenStart, CalendarPeriods.FirstDayOf) == from.Precision;
        bool keepsEnd = Fit(to.Precision, last, OpenEnd, CalendarPeriods.LastDayOf) == to.Precision;
        if (!IsRange)
        {
            keepsStart = keepsEnd = keepsStart && keepsEnd && CalendarPeriods.LastDayOf(from.Precision, first) == last;
        }

        int before = widenBefore;
        int after = widenAfter;
        if (!keepsStart)
        {
            first = CalendarPeriods.Add(FirstDay, length);
            from = new DateEnd(DatePrecision.Day, false, from.IsUncertain);
            before = 0;
        }
        else if (from is { IsApproximate: true, Precision: not DatePrecision.Day })
        {
            before = CalendarPeriods.WidthBefore(from.Precision, first, 0);
        }

        if (!keepsEnd)
        {
            last = CalendarPeriods.Add(LastDay, length);
            to = new DateEnd(DatePrecision.Day, false, to.IsUncertain);
            after = 0;
        }
        else if (to is { IsApproximate: true, Precision: not DatePrecision.Day })
        {
            after = CalendarPeriods.WidthAfter(to.Precision, last, 0);
        }

        return new DateInterval(first, last, from, to, IsRange, before, after, Minute, ZoneMinutes);
    }

    /// <inheritdoc/>
    public bool Equals(DateInterval other) =>
        writtenFirst == other.writtenFirst && writtenLast == other.writtenLast && widenBefore == other.widenBefore
        && widenAfter == other.widenAfter && minutePlusOne == other.minutePlusOne && zone == other.zone
        && start == other.start && end == other.end;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DateInterval other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(writtenFirst, writtenLast, start, end, minutePlusOne);

    /// <summary>Whether both cover the same days and were written alike.</summary>
    public static bool operator ==(DateInterval left, DateInterval right) => left.Equals(right);

    /// <summary>Whether the two differ in days or in how they were written.</summary>
    public static bool operator !=(DateInterval left, DateInterval right) => !left.Equals(right);

    private static bool IsDay(int day) => (uint)day <= CalendarPeriods.LastDayOfAll;

    private static void Require(bool holds, int value, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value lies outside its bounds.");
        }
    }

    // The winters before year 1 and of year 9999 lie partly outside the calendar and are of days.
    private static DatePrecision Fit(DatePrecision written, int day, int open, Func<DatePrecision, int, int> edge)
    {
        if (day == open)
        {
            return DatePrecision.Open;
        }

        bool isPeriod = written is not (DatePrecision.Open or DatePrecision.Day) && edge(written, day) == day
            && IsDay(CalendarPeriods.FirstDayOf(written, day)) && IsDay(CalendarPeriods.LastDayOf(written, day));
        return isPeriod ? written : DatePrecision.Day;
    }

    // A day is packed as 0, so that the default value is an exact day.
    private static byte Pack(DateEnd value, bool isRange) => (byte)(((byte)value.Precision ^ (byte)DatePrecision.Day)
        | (value.IsApproximate ? 0x10 : 0) | (value.IsUncertain ? 0x20 : 0) | (isRange ? RangeBit : 0));

    private static DateEnd Unpack(byte value) =>
        new((DatePrecision)((value & 0x0F) ^ (byte)DatePrecision.Day), (value & 0x10) != 0, (value & 0x20) != 0);
}

/// <summary>A number of days known only within bounds.</summary>
/// <param name="Min">The least it can be; at least 0.</param>
/// <param name="Max">The most it can be, or null when nothing bounds it.</param>
public readonly record struct DayRange(int Min, int? Max)
{
    /// <summary>Whether the number of days is known exactly.</summary>
    public bool IsExact => Max == Min;
}
