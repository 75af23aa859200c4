using System.Buffers.Binary;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Text;

/// <summary>Reads and prints the dates of the journal: EDTF level 1 (ISO 8601-2) over UTF-8.</summary>
/// <remarks>
/// <para>Read are days, days with a time and a zone, months, seasons, years, digits left open with <c>X</c>,
/// intervals of two of these with <c>/</c>, and the doubts <c>~</c> (about), <c>?</c> (perhaps) and <c>%</c>
/// (both) after a date or after each end. Seconds are read and not kept. A zone never moves a day: the day as
/// written is the day.</para>
/// <para>Print is canonical: reading what was printed gives an equal date, if "about" is as wide.</para>
/// </remarks>
public static class DateText
{
    /// <summary>The length that no printed date exceeds, in bytes and in characters.</summary>
    public const int MaxLength = 32;

    // The bytes of "YYYY-MM-", read as a little-endian number: 0x30 in each digit, 0x2D in each hyphen.
    private const ulong Frame = 0x2D30302D30303030;
    private const ulong HighNibbles = 0xF0F0F0F0F0F0F0F0;
    private const ulong FrameNibbles = 0x2030302030303030;
    private const ulong SixAboveNine = 0x0006060006060606;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The whole text of the date, without blanks.</param>
    /// <param name="aboutDays">How many days <c>~</c> widens a day each way; 0 to 65 535.</param>
    /// <param name="date">The date; the default value when there is a fault.</param>
    /// <returns><see cref="DateFault.None"/>, or the first fault from the left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aboutDays"/> is out of its bounds.</exception>
    public static DateFault Parse(ReadOnlySpan<byte> text, int aboutDays, out DateInterval date) =>
        Parse(text, aboutDays, out date, out _, out _);

    /// <summary>Reads a date and tells which part of a faulty one is wrong.</summary>
    /// <param name="text">The whole text of the date, without blanks.</param>
    /// <param name="aboutDays">How many days <c>~</c> widens a day each way; 0 to 65 535.</param>
    /// <param name="date">The date; the default value when there is a fault.</param>
    /// <param name="offset">Where the faulty part begins, in bytes; 0 without a fault.</param>
    /// <param name="length">How long it is, in bytes; 0 without a fault, and where something is missing.</param>
    /// <returns><see cref="DateFault.None"/>, or the first fault from the left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="aboutDays"/> is out of its bounds.</exception>
    public static DateFault Parse(
        ReadOnlySpan<byte> text, int aboutDays, out DateInterval date, out int offset, out int length)
    {
        if ((uint)aboutDays > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(aboutDays), aboutDays, "Between 0 and 65535 days.");
        }

        if (text.Length == 10 && TryReadDay(text, out int day))
        {
            date = DateInterval.OfDay(day);
            offset = 0;
            length = 0;
            return DateFault.None;
        }

        return ParseAny(text, aboutDays, out date, out offset, out length);
    }

    /// <summary>Prints a date in its canonical form.</summary>
    /// <param name="date">The date.</param>
    public static string Print(DateInterval date)
    {
        Span<byte> utf8 = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(utf8[..Print(date, utf8)]);
    }

    /// <summary>Prints a date in its canonical form, as UTF-8.</summary>
    /// <param name="date">The date.</param>
    /// <param name="utf8">Where to; <see cref="MaxLength"/> bytes or more.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="utf8"/> is shorter.</exception>
    public static int Print(DateInterval date, Span<byte> utf8)
    {
        if (utf8.Length < MaxLength)
        {
            throw new ArgumentException("Room for a date is 32 bytes.", nameof(utf8));
        }

        int at = PrintPeriod(date.Start.Precision, date.WrittenFirst, utf8);
        if (date.Minute is { } minute)
        {
            at += PrintTime(minute, date.ZoneMinutes, utf8[at..]);
        }

        at += PrintDoubts(date.Start, utf8[at..]);
        if (date.IsRange)
        {
            utf8[at++] = (byte)'/';
            at += PrintPeriod(date.End.Precision, date.WrittenLast, utf8[at..]);
            at += PrintDoubts(date.End, utf8[at..]);
        }

        return at;
    }

    private static bool TryReadDay(ReadOnlySpan<byte> text, out int dayNumber)
    {
        ulong word = BinaryPrimitives.ReadUInt64LittleEndian(text);
        uint tens = text[8] - (uint)'0';
        uint ones = text[9] - (uint)'0';
        ulong digits = word ^ Frame;
        bool isFramed = (word & HighNibbles) == FrameNibbles && ((digits + SixAboveNine) & HighNibbles) == 0
            && (digits & 0xFF0000FF00000000) == 0 && tens <= 9 && ones <= 9;
        int year = (int)(((digits & 0xF) * 1000) + ((digits >> 8 & 0xF) * 100) + ((digits >> 16 & 0xF) * 10)
            + (digits >> 24 & 0xF));
        int month = (int)(((digits >> 40 & 0xF) * 10) + (digits >> 48 & 0xF));
        int day = (int)((tens * 10) + ones);
        if (!isFramed || year == 0 || (uint)(month - 1) >= 12 || day == 0
            || (day > 28 && day > CalendarPeriods.DaysInMonth(year, month)))
        {
            dayNumber = 0;
            return false;
        }

        dayNumber = CalendarPeriods.DayNumber(year, month, day);
        return true;
    }

    private static DateFault ParseAny(
        ReadOnlySpan<byte> text, int aboutDays, out DateInterval date, out int offset, out int length)
    {
        date = default;
        int slash = text.IndexOf((byte)'/');
        DateReader first = new(slash < 0 ? text : text[..slash], 0, slash >= 0);
        DateFault fault = first.Read();
        if (slash < 0 || fault != DateFault.None)
        {
            (offset, length) = first.FaultPlace;
            date = fault == DateFault.None ? Whole(first, aboutDays) : default;
            return fault;
        }

        DateReader last = new(text[(slash + 1)..], slash + 1, true);
        fault = last.Read();
        (offset, length) = last.FaultPlace;
        if (fault != DateFault.None)
        {
            return fault;
        }

        bool opensBoth = first.IsOpen && last.IsOpen;
        if (opensBoth || (!first.IsOpen && !last.IsOpen && last.LastDay < first.FirstDay))
        {
            (offset, length) = (0, text.Length);
            return opensBoth ? DateFault.OpenBothEnds : DateFault.Backwards;
        }

        int from = first.IsOpen ? DateInterval.OpenStart : first.FirstDay;
        int to = last.IsOpen ? DateInterval.OpenEnd : last.LastDay;
        date = Between(from, to, first.End, last.End, true, aboutDays);
        return DateFault.None;
    }

    private static DateInterval Whole(in DateReader reader, int aboutDays)
    {
        if (reader.Minute is null)
        {
            return Between(reader.FirstDay, reader.LastDay, reader.End, reader.End, false, aboutDays);
        }

        int width = reader.End.IsApproximate ? aboutDays : 0;
        (int day, DateEnd end) = (reader.FirstDay, reader.End);
        return new DateInterval(day, day, end, end, false, width, width, reader.Minute, reader.ZoneMinutes);
    }

    private static DateInterval Between(
        int first, int last, DateEnd start, DateEnd end, bool isRange, int aboutDays) => new(
        first,
        last,
        start,
        end,
        isRange,
        start.IsApproximate ? CalendarPeriods.WidthBefore(start.Precision, first, aboutDays) : 0,
        end.IsApproximate ? CalendarPeriods.WidthAfter(end.Precision, last, aboutDays) : 0);

    private static int PrintPeriod(DatePrecision precision, int day, Span<byte> utf8)
    {
        if (precision == DatePrecision.Open)
        {
            ".."u8.CopyTo(utf8);
            return 2;
        }

        // The last day of a winter lies in the year after the one that the season belongs to.
        int named = precision == DatePrecision.Season ? CalendarPeriods.FirstDayOf(precision, day) : day;
        (int year, int month, int dayOfMonth) = DateOnly.FromDayNumber(named);
        PrintTwo(year / 100, utf8);
        PrintTwo(year % 100, utf8[2..]);
        if (precision == DatePrecision.Year)
        {
            return 4;
        }

        utf8[4] = (byte)'-';
        PrintTwo(precision == DatePrecision.Season ? 20 + (month / 3) : month, utf8[5..]);
        if (precision != DatePrecision.Day)
        {
            return 7;
        }

        utf8[7] = (byte)'-';
        PrintTwo(dayOfMonth, utf8[8..]);
        return 10;
    }

    private static int PrintTime(int minute, int? zone, Span<byte> utf8)
    {
        utf8[0] = (byte)'T';
        PrintClock(minute, utf8[1..]);
        switch (zone)
        {
            case null:
                return 6;
            case 0:
                utf8[6] = (byte)'Z';
                return 7;
            default:
                utf8[6] = zone < 0 ? (byte)'-' : (byte)'+';
                PrintClock(Math.Abs(zone.Value), utf8[7..]);
                return 12;
        }
    }

    private static int PrintDoubts(DateEnd end, Span<byte> utf8)
    {
        int at = 0;
        if (end.IsUncertain)
        {
            utf8[at++] = (byte)'?';
        }

        if (end.IsApproximate)
        {
            utf8[at++] = (byte)'~';
        }

        return at;
    }

    private static void PrintClock(int minutes, Span<byte> utf8)
    {
        PrintTwo(minutes / 60, utf8);
        utf8[2] = (byte)':';
        PrintTwo(minutes % 60, utf8[3..]);
    }

    private static void PrintTwo(int number, Span<byte> utf8)
    {
        utf8[0] = (byte)('0' + (number / 10));
        utf8[1] = (byte)('0' + (number % 10));
    }
}
