using Parley.Record.Entries;

namespace Parley.Journals.Text;

/// <summary>Reads one date, or one end of an interval, from left to right.</summary>
internal ref struct DateReader
{
    private readonly ReadOnlySpan<byte> text;
    private readonly int place;
    private readonly bool isEnd;
    private int bodyLength;
    private int year;
    private int firstMonth;
    private int lastMonth;
    private int faultAt;
    private int faultLength;

    /// <summary>Creates a reader.</summary>
    /// <param name="text">The text of the date or the end.</param>
    /// <param name="place">Where it lies in the whole text.</param>
    /// <param name="isEnd">Whether it is one end of an interval.</param>
    public DateReader(ReadOnlySpan<byte> text, int place, bool isEnd)
    {
        this.text = text;
        this.place = place;
        this.isEnd = isEnd;
    }

    /// <summary>Whether it is an end that is left open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The first day of what was written.</summary>
    public int FirstDay { get; private set; }

    /// <summary>The last day of what was written.</summary>
    public int LastDay { get; private set; }

    /// <summary>How it was written.</summary>
    public DateEnd End { get; private set; }

    /// <summary>Minutes after midnight, or null.</summary>
    public int? Minute { get; private set; }

    /// <summary>Minutes east of UTC, or null.</summary>
    public int? ZoneMinutes { get; private set; }

    /// <summary>Where the faulty part lies in the whole text.</summary>
    public readonly (int Offset, int Length) FaultPlace => (faultAt, faultLength);

    /// <summary>Reads all of the text.</summary>
    public DateFault Read()
    {
        if (isEnd && (text.IsEmpty || text.SequenceEqual(".."u8)))
        {
            IsOpen = true;
            return DateFault.None;
        }

        if (text.IsEmpty)
        {
            return Fault(DateFault.NotADate, 0, 0);
        }

        DateFault fault = ReadDoubts(out bool isApproximate, out bool isUncertain);
        if (fault == DateFault.None)
        {
            fault = ReadYear();
        }

        End = End with { IsApproximate = isApproximate, IsUncertain = isUncertain };
        return fault;
    }

    private DateFault ReadDoubts(out bool isApproximate, out bool isUncertain)
    {
        isApproximate = false;
        isUncertain = false;
        bodyLength = text.Length;
        while (bodyLength > 0 && IsDoubt(text[bodyLength - 1]))
        {
            bodyLength--;
        }

        ReadOnlySpan<byte> doubts = text[bodyLength..];
        foreach (byte doubt in doubts)
        {
            isApproximate |= doubt is (byte)'~' or (byte)'%';
            isUncertain |= doubt is (byte)'?' or (byte)'%';
        }

        if (bodyLength == 0)
        {
            return Fault(DateFault.NotADate, 0, text.Length);
        }

        if (text[0] is (byte)'[' or (byte)'{')
        {
            return Fault(DateFault.UnknownLevel, 0, text.Length);
        }

        int inside = text[..bodyLength].IndexOfAny("~?%"u8);
        if (inside >= 0)
        {
            return Fault(DateFault.UnknownLevel, inside, 1);
        }

        bool isBoth = doubts.SequenceEqual("?~"u8) || doubts.SequenceEqual("~?"u8);
        return doubts.Length < 2 || isBoth ? DateFault.None : Fault(DateFault.NotADate, bodyLength, doubts.Length);
    }

    private DateFault ReadYear()
    {
        if (text[0] == (byte)'Y' && bodyLength > 1 && (IsDigit(1) || text[1] == (byte)'-'))
        {
            return Fault(DateFault.YearPrefix, 0, bodyLength);
        }

        if (text[0] == (byte)'-' && IsDigit(1))
        {
            return Fault(DateFault.NegativeYear, 0, bodyLength);
        }

        int run = 0;
        int open = 0;
        int openAtEnd = 0;
        while (IsDigit(run) || IsOpenDigit(run))
        {
            open += IsOpenDigit(run) ? 1 : 0;
            openAtEnd = IsOpenDigit(run) ? openAtEnd + 1 : 0;
            run++;
        }

        if (run < 4)
        {
            return Fault(DateFault.NotADate, 0, bodyLength);
        }

        if (run > 4)
        {
            return Fault(open == 0 ? DateFault.YearOutOfRange : DateFault.NotADate, 0, run);
        }

        bool isRounded = bodyLength > 4 && text[4] is (byte)'S' or (byte)'E';
        if (open > 2 || open > openAtEnd || (open > 0 && bodyLength > 4) || isRounded)
        {
            return Fault(DateFault.UnknownLevel, 0, bodyLength);
        }

        year = (Pair(0, 0) * 100) + Pair(2, 0);
        if (year == 0)
        {
            return Fault(DateFault.YearOutOfRange, 0, 4);
        }

        int lastYear = (Pair(0, 9) * 100) + Pair(2, 9);
        return bodyLength > 4
            ? ReadMonth()
            : Cover(
                DatePrecision.Year,
                CalendarPeriods.DayNumber(year, 1, 1),
                CalendarPeriods.DayNumber(lastYear, 12, 31));
    }

    private DateFault ReadMonth()
    {
        if (!IsPart(4))
        {
            return Fault(DateFault.NotADate, 4, bodyLength - 4);
        }

        bool isWholeYear = IsOpenDigit(5) && IsOpenDigit(6);
        if (IsOpenDigit(5) && !isWholeYear)
        {
            return Fault(DateFault.UnknownLevel, 5, 2);
        }

        int month = isWholeYear ? 1 : Pair(5, 0);
        if (month is >= 21 and <= 41 && !IsOpenDigit(6))
        {
            return month > 24 ? Fault(DateFault.UnknownLevel, 5, 2) : ReadSeason(month);
        }

        firstMonth = isWholeYear || (month == 0 && IsOpenDigit(6)) ? 1 : month;
        lastMonth = isWholeYear ? 12 : IsOpenDigit(6) ? Math.Min(12, month + (month == 0 ? 9 : 2)) : month;
        if (firstMonth is 0 or > 12)
        {
            return Fault(DateFault.NoSuchMonth, 5, 2);
        }

        if (bodyLength > 7)
        {
            return ReadDay(isWholeYear);
        }

        return CoverMonths(isWholeYear);
    }

    private DateFault CoverMonths(bool isWholeYear) => Cover(
        isWholeYear ? DatePrecision.Year : DatePrecision.Month,
        CalendarPeriods.DayNumber(year, firstMonth, 1),
        CalendarPeriods.DayNumber(year, lastMonth, CalendarPeriods.DaysInMonth(year, lastMonth)));

    private DateFault ReadSeason(int season)
    {
        if (bodyLength > 7)
        {
            return Fault(DateFault.NotADate, 7, bodyLength - 7);
        }

        if (season == 24 && year == CalendarPeriods.LastYear)
        {
            return Fault(DateFault.YearOutOfRange, 0, bodyLength);
        }

        int first = CalendarPeriods.DayNumber(year, (season - 20) * 3, 1);
        return Cover(DatePrecision.Season, first, CalendarPeriods.LastDayOf(DatePrecision.Season, first));
    }

    private DateFault ReadDay(bool isWholeYear)
    {
        if (!IsPart(7))
        {
            return Fault(DateFault.NotADate, 7, bodyLength - 7);
        }

        bool isWholeMonth = IsOpenDigit(8) && IsOpenDigit(9);
        bool opensMonth = firstMonth != lastMonth;
        if ((IsOpenDigit(8) && !isWholeMonth) || (opensMonth && !(isWholeYear && isWholeMonth)))
        {
            return Fault(DateFault.UnknownLevel, 5, 5);
        }

        if (isWholeMonth)
        {
            return bodyLength > 10 ? Fault(DateFault.NotADate, 10, bodyLength - 10) : CoverMonths(isWholeYear);
        }

        int longest = CalendarPeriods.DaysInMonth(year, firstMonth);
        int first = Math.Max(Pair(8, 0), IsOpenDigit(9) ? 1 : 0);
        int last = IsOpenDigit(9) ? Math.Min(Pair(8, 9), longest) : first;
        if (first == 0 || first > longest)
        {
            return Fault(DateFault.NoSuchDay, 8, 2);
        }

        if (bodyLength > 10)
        {
            DateFault fault = IsOpenDigit(9) ? Fault(DateFault.NotADate, 10, bodyLength - 10) : ReadTime();
            if (fault != DateFault.None)
            {
                return fault;
            }
        }

        return Cover(
            DatePrecision.Day,
            CalendarPeriods.DayNumber(year, firstMonth, first),
            CalendarPeriods.DayNumber(year, firstMonth, last));
    }

    private DateFault ReadTime()
    {
        if (text[10] != (byte)'T' || !IsClock(11))
        {
            return Fault(DateFault.NotADate, 10, bodyLength - 10);
        }

        if (isEnd)
        {
            return Fault(DateFault.TimeInRange, 10, bodyLength - 10);
        }

        int at = 16;
        bool exists = Pair(11, 0) < 24 && Pair(14, 0) < 60;
        if (at < bodyLength && text[at] == (byte)':')
        {
            if (!IsDigit(17) || !IsDigit(18))
            {
                return Fault(DateFault.NotADate, 10, bodyLength - 10);
            }

            exists &= Pair(17, 0) < 60;
            at = 19;
        }

        if (!exists)
        {
            return Fault(DateFault.NoSuchTime, 11, at - 11);
        }

        Minute = (Pair(11, 0) * 60) + Pair(14, 0);
        return at == bodyLength ? DateFault.None : ReadZone(at);
    }

    private DateFault ReadZone(int at)
    {
        if (text[at] == (byte)'Z' && at + 1 == bodyLength)
        {
            ZoneMinutes = 0;
            return DateFault.None;
        }

        bool isHours = IsDigit(at + 1) && IsDigit(at + 2) && at + 3 == bodyLength;
        if (text[at] is not ((byte)'+' or (byte)'-') || !(isHours || (IsClock(at + 1) && at + 6 == bodyLength)))
        {
            return Fault(DateFault.NotADate, at, bodyLength - at);
        }

        int minutes = isHours ? 0 : Pair(at + 4, 0);
        int zone = (Pair(at + 1, 0) * 60) + minutes;
        if (minutes > 59 || zone > 14 * 60)
        {
            return Fault(DateFault.NoSuchTime, at, bodyLength - at);
        }

        ZoneMinutes = text[at] == (byte)'-' ? -zone : zone;
        return DateFault.None;
    }

    private DateFault Cover(DatePrecision precision, int first, int last)
    {
        End = new DateEnd(precision);
        FirstDay = first;
        LastDay = last;
        return DateFault.None;
    }

    private DateFault Fault(DateFault fault, int at, int length)
    {
        faultAt = place + at;
        faultLength = length;
        return fault;
    }

    private static bool IsDoubt(byte value) => value is (byte)'~' or (byte)'?' or (byte)'%';

    private readonly bool IsDigit(int at) => at < bodyLength && (uint)(text[at] - '0') <= 9;

    private readonly bool IsOpenDigit(int at) => at < bodyLength && text[at] == (byte)'X';

    // A hyphen and two digits, open or not, that end the date or are followed by something else than a digit.
    private readonly bool IsPart(int at) => text[at] == (byte)'-' && (IsDigit(at + 1) || IsOpenDigit(at + 1))
        && (IsDigit(at + 2) || IsOpenDigit(at + 2)) && !IsDigit(at + 3) && !IsOpenDigit(at + 3);

    private readonly bool IsClock(int at) => IsDigit(at) && IsDigit(at + 1) && at + 2 < bodyLength
        && text[at + 2] == (byte)':' && IsDigit(at + 3) && IsDigit(at + 4);

    private readonly int Pair(int at, int forOpen) => (Digit(at, forOpen) * 10) + Digit(at + 1, forOpen);

    private readonly int Digit(int at, int forOpen) => text[at] == (byte)'X' ? forOpen : text[at] - '0';
}
