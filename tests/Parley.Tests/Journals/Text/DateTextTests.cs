using System.Text;
using CsCheck;
using Parley.Journals.Text;
using Parley.Record.Entries;
using Xunit;

namespace Parley.Tests.Journals;

public sealed class DateTextTests
{
    private const int AboutDays = 3;

    // Each row: what is written, the first and last day that it covers, and its canonical form.
    [Theory]
    [InlineData("2025-05-18", "2025-05-18", "2025-05-18", "2025-05-18")]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29")]
    [InlineData("2025-05", "2025-05-01", "2025-05-31", "2025-05")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "2024-02")]
    [InlineData("2025", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-21", "2025-03-01", "2025-05-31", "2025-21")]
    [InlineData("2025-22", "2025-06-01", "2025-08-31", "2025-22")]
    [InlineData("2025-23", "2025-09-01", "2025-11-30", "2025-23")]
    [InlineData("2025-24", "2025-12-01", "2026-02-28", "2025-24")]
    [InlineData("2023-24", "2023-12-01", "2024-02-29", "2023-24")]
    [InlineData("2025-XX", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-XX-XX", "2025-01-01", "2025-12-31", "2025")]
    [InlineData("2025-0X", "2025-01-01", "2025-09-30", "2025-01/2025-09")]
    [InlineData("2025-1X", "2025-10-01", "2025-12-31", "2025-10/2025-12")]
    [InlineData("202X", "2020-01-01", "2029-12-31", "2020/2029")]
    [InlineData("20XX", "2000-01-01", "2099-12-31", "2000/2099")]
    [InlineData("2025-05-XX", "2025-05-01", "2025-05-31", "2025-05")]
    [InlineData("2025-05-0X", "2025-05-01", "2025-05-09", "2025-05-01/2025-05-09")]
    [InlineData("2025-05-1X", "2025-05-10", "2025-05-19", "2025-05-10/2025-05-19")]
    [InlineData("2025-02-2X", "2025-02-20", "2025-02-28", "2025-02-20/2025-02-28")]
    [InlineData("2025-05-3X", "2025-05-30", "2025-05-31", "2025-05-30/2025-05-31")]
    [InlineData("2025-04-3X", "2025-04-30", "2025-04-30", "2025-04-30")]
    [InlineData("2025-05-14/2025-05-20", "2025-05-14", "2025-05-20", "2025-05-14/2025-05-20")]
    [InlineData("2025-05-18/2025-05-18", "2025-05-18", "2025-05-18", "2025-05-18/2025-05-18")]
    [InlineData("2025-05/2025-06-03", "2025-05-01", "2025-06-03", "2025-05/2025-06-03")]
    [InlineData("2025-05-20/2025-05", "2025-05-20", "2025-05-31", "2025-05-20/2025-05")]
    [InlineData("2024/2025-24", "2024-01-01", "2026-02-28", "2024/2025-24")]
    [InlineData("2025-05-1X/2025-06-XX", "2025-05-10", "2025-06-30", "2025-05-10/2025-06")]
    [InlineData("../2025-05-01", null, "2025-05-01", "../2025-05-01")]
    [InlineData("/2025-05-01", null, "2025-05-01", "../2025-05-01")]
    [InlineData("2025-05/..", "2025-05-01", null, "2025-05/..")]
    [InlineData("2025-05-01/", "2025-05-01", null, "2025-05-01/..")]
    public void A_date_covers_its_days_and_prints_canonically(string text, string? first, string? last, string printed)
    {
        DateInterval date = Read(text);
        Assert.Equal(first is null ? DateInterval.OpenStart : Day(first), date.FirstDay);
        Assert.Equal(last is null ? DateInterval.OpenEnd : Day(last), date.LastDay);
        Assert.Equal(printed, DateText.Print(date));
        Assert.Equal(date, Read(printed));
    }

    // A day widens by three days, a month and a season to the edges of the neighbouring months, a year by a year.
    [Theory]
    [InlineData("2025-05-18~", "2025-05-15", "2025-05-21", "2025-05-18~")]
    [InlineData("2025-05-18?", "2025-05-18", "2025-05-18", "2025-05-18?")]
    [InlineData("2025-05-18%", "2025-05-15", "2025-05-21", "2025-05-18?~")]
    [InlineData("2025-05-18?~", "2025-05-15", "2025-05-21", "2025-05-18?~")]
    [InlineData("2025-05-18~?", "2025-05-15", "2025-05-21", "2025-05-18?~")]
    [InlineData("2025-03~", "2025-02-01", "2025-04-30", "2025-03~")]
    [InlineData("2025-21~", "2025-02-01", "2025-06-30", "2025-21~")]
    [InlineData("2023-24~", "2023-11-01", "2024-03-31", "2023-24~")]
    [InlineData("2025~", "2024-01-01", "2026-12-31", "2025~")]
    [InlineData("202X~", "2019-01-01", "2030-12-31", "2020~/2029~")]
    [InlineData("2025-XX?", "2025-01-01", "2025-12-31", "2025?")]
    [InlineData("2025-05-14~/2025-05-20", "2025-05-11", "2025-05-20", "2025-05-14~/2025-05-20")]
    [InlineData("2025-05-14/2025-05-20~", "2025-05-14", "2025-05-23", "2025-05-14/2025-05-20~")]
    [InlineData("2025-05-14~/2025-06%", "2025-05-11", "2025-07-31", "2025-05-14~/2025-06?~")]
    [InlineData("../2025-05~", null, "2025-06-30", "../2025-05~")]
    [InlineData("2025~/..", "2024-01-01", null, "2025~/..")]
    [InlineData("0001-01-02~", "0001-01-01", "0001-01-05", "0001-01-02~")]
    [InlineData("0001~", "0001-01-01", "0002-12-31", "0001~")]
    [InlineData("9999-12-30~", "9999-12-27", "9999-12-31", "9999-12-30~")]
    [InlineData("9999-12~", "9999-11-01", "9999-12-31", "9999-12~")]
    [InlineData("2025-05-18T21:00~", "2025-05-15", "2025-05-21", "2025-05-18T21:00~")]
    public void About_widens_by_precision_and_perhaps_does_not(
        string text, string? first, string? last, string printed) =>
        A_date_covers_its_days_and_prints_canonically(text, first, last, printed);

    [Fact]
    public void Doubts_are_kept_for_each_end()
    {
        DateInterval date = Read("2025-05-14?/2025-06~");
        Assert.Equal(new DateEnd(DatePrecision.Day, IsUncertain: true), date.Start);
        Assert.Equal(new DateEnd(DatePrecision.Month, IsApproximate: true), date.End);
    }

    [Theory]
    [InlineData("2025-05-18T21:00", 1260, null, "2025-05-18T21:00")]
    [InlineData("2025-05-18T00:00", 0, null, "2025-05-18T00:00")]
    [InlineData("2025-05-18T23:59:59", 1439, null, "2025-05-18T23:59")]
    [InlineData("2025-05-18T21:00Z", 1260, 0, "2025-05-18T21:00Z")]
    [InlineData("2025-05-18T21:00+03:30", 1260, 210, "2025-05-18T21:00+03:30")]
    [InlineData("2025-05-18T01:00:07-05:00", 60, -300, "2025-05-18T01:00-05:00")]
    [InlineData("2025-05-18T21:00+05", 1260, 300, "2025-05-18T21:00+05:00")]
    [InlineData("2025-05-18T21:00-00:00", 1260, 0, "2025-05-18T21:00Z")]
    [InlineData("2025-05-18T21:00+14:00", 1260, 840, "2025-05-18T21:00+14:00")]
    public void A_time_and_its_zone_never_move_the_day(string text, int minute, int? zone, string printed)
    {
        DateInterval date = Read(text);
        Assert.Equal(Day("2025-05-18"), date.FirstDay);
        Assert.True(date.IsExactDay);
        Assert.Equal(minute, date.Minute);
        Assert.Equal(zone, date.ZoneMinutes);
        Assert.Equal(printed, DateText.Print(date));
        Assert.Equal(date, Read(printed));
    }

    // The last columns are the part of the text that is wrong.
    [Theory]
    [InlineData("", DateFault.NotADate, 0, 0)]
    [InlineData("Monday", DateFault.NotADate, 0, 6)]
    [InlineData("..", DateFault.NotADate, 0, 2)]
    [InlineData("~", DateFault.NotADate, 0, 1)]
    [InlineData("202", DateFault.NotADate, 0, 3)]
    [InlineData("2025-", DateFault.NotADate, 4, 1)]
    [InlineData("2025-5-18", DateFault.NotADate, 4, 5)]
    [InlineData("2025-05-1", DateFault.NotADate, 7, 2)]
    [InlineData("2025-05-181", DateFault.NotADate, 7, 4)]
    [InlineData("2025/05/18", DateFault.NotADate, 5, 5)]
    [InlineData("2025-05-18T21", DateFault.NotADate, 10, 3)]
    [InlineData("2025-05-18t21:00", DateFault.NotADate, 10, 6)]
    [InlineData("2025-05-18T21:00:0", DateFault.NotADate, 10, 8)]
    [InlineData("2025-05-18T21:00Q", DateFault.NotADate, 16, 1)]
    [InlineData("2025-05-18Z", DateFault.NotADate, 10, 1)]
    [InlineData("2025-05-1XT21:00", DateFault.NotADate, 10, 6)]
    [InlineData("2025-21-05", DateFault.NotADate, 7, 3)]
    [InlineData("2025-05-18~~", DateFault.NotADate, 10, 2)]
    [InlineData("2025-05-18%?", DateFault.NotADate, 10, 2)]
    [InlineData("2025/2026/2027", DateFault.NotADate, 9, 5)]
    [InlineData("2025-02-30", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2023-02-29", DateFault.NoSuchDay, 8, 2)]
    [InlineData("1900-02-29", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2025-05-00", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2025-04-31~", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2025-02-3X", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2025-05-4X", DateFault.NoSuchDay, 8, 2)]
    [InlineData("2025-01-01/2025-02-30", DateFault.NoSuchDay, 19, 2)]
    [InlineData("2025-00", DateFault.NoSuchMonth, 5, 2)]
    [InlineData("2025-13-01", DateFault.NoSuchMonth, 5, 2)]
    [InlineData("2025-20", DateFault.NoSuchMonth, 5, 2)]
    [InlineData("2025-42", DateFault.NoSuchMonth, 5, 2)]
    [InlineData("2025-2X", DateFault.NoSuchMonth, 5, 2)]
    [InlineData("2025-05-18T24:00", DateFault.NoSuchTime, 11, 5)]
    [InlineData("2025-05-18T21:60", DateFault.NoSuchTime, 11, 5)]
    [InlineData("2025-05-18T21:00:60", DateFault.NoSuchTime, 11, 8)]
    [InlineData("2025-05-18T21:00+14:01", DateFault.NoSuchTime, 16, 6)]
    [InlineData("2025-05-18T21:00+03:60", DateFault.NoSuchTime, 16, 6)]
    [InlineData("0000-05-18", DateFault.YearOutOfRange, 0, 4)]
    [InlineData("000X", DateFault.YearOutOfRange, 0, 4)]
    [InlineData("12025-05-18", DateFault.YearOutOfRange, 0, 5)]
    [InlineData("20250518", DateFault.YearOutOfRange, 0, 8)]
    [InlineData("9999-24", DateFault.YearOutOfRange, 0, 7)]
    [InlineData("../12025", DateFault.YearOutOfRange, 3, 5)]
    [InlineData("Y17000", DateFault.YearPrefix, 0, 6)]
    [InlineData("Y-17E7", DateFault.YearPrefix, 0, 6)]
    [InlineData("-0044", DateFault.NegativeYear, 0, 5)]
    [InlineData("-0044-03-15/2025", DateFault.NegativeYear, 0, 11)]
    [InlineData("2025-05-18/2025-05-17", DateFault.Backwards, 0, 21)]
    [InlineData("2025/2024", DateFault.Backwards, 0, 9)]
    [InlineData("[2025-05-01,2025-05-03]", DateFault.UnknownLevel, 0, 23)]
    [InlineData("{2024,2025}", DateFault.UnknownLevel, 0, 11)]
    [InlineData("~2025-05", DateFault.UnknownLevel, 0, 1)]
    [InlineData("2025?-05-18", DateFault.UnknownLevel, 4, 1)]
    [InlineData("2025-~05", DateFault.UnknownLevel, 5, 1)]
    [InlineData("2025S2", DateFault.UnknownLevel, 0, 6)]
    [InlineData("2XXX", DateFault.UnknownLevel, 0, 4)]
    [InlineData("X025", DateFault.UnknownLevel, 0, 4)]
    [InlineData("202X-05", DateFault.UnknownLevel, 0, 7)]
    [InlineData("2025-X5", DateFault.UnknownLevel, 5, 2)]
    [InlineData("2025-XX-05", DateFault.UnknownLevel, 5, 5)]
    [InlineData("2025-0X-XX", DateFault.UnknownLevel, 5, 5)]
    [InlineData("2025-05-X8", DateFault.UnknownLevel, 5, 5)]
    [InlineData("2025-25", DateFault.UnknownLevel, 5, 2)]
    [InlineData("2025-41", DateFault.UnknownLevel, 5, 2)]
    [InlineData("../..", DateFault.OpenBothEnds, 0, 5)]
    [InlineData("/", DateFault.OpenBothEnds, 0, 1)]
    [InlineData("../", DateFault.OpenBothEnds, 0, 3)]
    [InlineData("2025-05-18T21:00/2025-05-20", DateFault.TimeInRange, 10, 6)]
    [InlineData("2025-05-18/2025-05-20T21:00", DateFault.TimeInRange, 21, 6)]
    public void A_fault_is_named_with_its_part(string text, DateFault fault, int offset, int length)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        DateFault found = DateText.Parse(utf8, AboutDays, out DateInterval date, out int at, out int run);
        Assert.Equal((fault, offset, length), (found, at, run));
        Assert.Equal(default, date);
    }

    [Fact]
    public void Every_day_of_the_calendar_is_read_and_printed()
    {
        Span<byte> text = stackalloc byte[DateText.MaxLength];
        for (DateOnly day = new(1, 1, 1); ; day = day.AddDays(1))
        {
            int length = DateText.Print(DateInterval.OfDay(day), text);
            Assert.Equal(DateFault.None, DateText.Parse(text[..length], AboutDays, out DateInterval date));
            if (date.FirstDay != day.DayNumber || length != 10)
            {
                Assert.Fail($"{day} came back as {DateText.Print(date)}");
            }

            if (day == DateOnly.MaxValue)
            {
                break;
            }
        }
    }

    [Fact]
    public void No_other_two_digits_are_read_as_a_day_or_month()
    {
        // Exactly the 365 days of a year that is not a leap year, of all that two times two digits can write.
        int days = 0;
        for (int month = 0; month < 100; month++)
        {
            for (int day = 0; day < 100; day++)
            {
                byte[] text = Encoding.ASCII.GetBytes($"2025-{month:00}-{day:00}");
                days += DateText.Parse(text, AboutDays, out _) == DateFault.None ? 1 : 0;
            }
        }

        Assert.Equal(365, days);
    }

    [Fact]
    public void A_changed_byte_never_slips_through_the_fast_path()
    {
        byte[] text = "2025-05-18"u8.ToArray();
        for (int at = 0; at < text.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte kept = text[at];
                text[at] = (byte)value;
                if (DateText.Parse(text, AboutDays, out DateInterval date) == DateFault.None && date.IsExactDay)
                {
                    Assert.Equal(Encoding.Latin1.GetString(text), DateText.Print(date));
                }

                text[at] = kept;
            }
        }
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same_date() => Forms.Sample(text =>
    {
        // Ends in the wrong order, and days that a month lacks, are faults and print nothing.
        if (DateText.Parse(Encoding.UTF8.GetBytes(text), AboutDays, out DateInterval date) != DateFault.None)
        {
            return;
        }

        string printed = DateText.Print(date);
        Assert.Equal(date, Read(printed));
        Assert.Equal(printed, DateText.Print(Read(printed)));
        Assert.InRange(printed.Length, 4, DateText.MaxLength);
    }, iter: 50_000);

    [Fact]
    public void Any_interval_prints_as_a_text_that_reads_back_as_it() => Intervals.Sample(date =>
        Assert.Equal(date, Read(DateText.Print(date))), iter: 50_000);

    [Fact]
    public void A_date_moved_by_a_length_still_reads_back_as_it() =>
        Gen.Select(Intervals, Gen.Int[0, 400], Gen.Enum<TimeUnit>()).Sample((date, count, unit) =>
        {
            DateInterval later = date.Plus(new TimeLength(count, unit));
            Assert.Equal(later, Read(DateText.Print(later)));
        }, iter: 50_000);

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_part_inside_the_text() =>
        Gen.Char["0123456789X-/.~?%TZ:+YS[]"].Array[0, 24].Sample(symbols =>
        {
            byte[] text = Encoding.ASCII.GetBytes(symbols);
            DateFault fault = DateText.Parse(text, AboutDays, out _, out int offset, out int length);
            Assert.True(offset >= 0 && length >= 0 && offset + length <= text.Length);
            Assert.Equal(fault == DateFault.None || text.Length == 0, length == 0);
        }, iter: 50_000);

    [Fact]
    public void A_width_out_of_bounds_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DateText.Parse("2025"u8, -1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => DateText.Parse("2025"u8, 65_536, out _));
        Assert.Throws<ArgumentException>(() => DateText.Print(default, new byte[DateText.MaxLength - 1]));
    }

    private static Gen<string> Forms
    {
        get
        {
            Gen<string> year = Gen.OneOf(Gen.Int[1, 9999], Gen.Int[2020, 2026], OneOf(1, 9998, 9999))
                .Select(y => $"{y:0000}");
            Gen<string> month = Gen.Int[1, 12].Select(m => $"{m:00}");
            Gen<string> day = Gen.Int[1, 31].Select(d => $"{d:00}");
            Gen<string> monthOrDay = Gen.OneOf(
                Gen.Select(year, month, day, (y, m, d) => $"{y}-{m}-{d}"),
                Gen.Select(year, month, (y, m) => $"{y}-{m}"),
                year,
                Gen.Select(year, Gen.Int[21, 24], (y, s) => $"{y}-{s}"),
                Gen.Select(year, OneOf("XX", "0X", "1X", "XX-XX"), (y, x) => $"{y}-{x}"),
                Gen.Select(year, OneOf("X", "XX"), (y, x) => y[..^x.Length] + x),
                Gen.Select(year, month, OneOf("XX", "0X", "1X", "2X", "3X"), (y, m, x) => $"{y}-{m}-{x}"));
            Gen<string> doubts = OneOf("", "", "", "~", "?", "%", "?~", "~?");
            Gen<string> end = Gen.Select(monthOrDay, doubts, (date, doubt) => date + doubt);
            Gen<string> time = Gen.Select(
                Gen.Int[0, 23], Gen.Int[0, 59], OneOf("", ":30"), OneOf("", "Z", "+03:30", "-05:00", "+02"),
                (h, m, s, zone) => $"T{h:00}:{m:00}{s}{zone}");
            return Gen.OneOf(
                end,
                Gen.Select(year, month, day, time, doubts, (y, m, d, t, doubt) => $"{y}-{m}-{d}{t}{doubt}"),
                Gen.Select(end, end, (a, b) => $"{a}/{b}"),
                Gen.Select(end, OneOf("", ".."), (a, open) => $"{a}/{open}"),
                Gen.Select(OneOf("", ".."), end, (open, b) => $"{open}/{b}"));
        }
    }

    private static Gen<DateInterval> Intervals
    {
        get
        {
            Gen<DateEnd> end = Gen.Select(
                Gen.Enum<DatePrecision>(), Gen.Bool, Gen.Bool, (precision, a, u) => new DateEnd(precision, a, u));
            Gen<int> day = Gen.OneOf(
                Gen.Int[0, CalendarPeriods.LastDayOfAll],
                Gen.Int[Day("2024-01-01"), Day("2026-01-01")],
                OneOf(0, Day("0001-02-28"), Day("0001-03-01"), Day("9999-12-01"), CalendarPeriods.LastDayOfAll),
                Gen.Int[1, 9998].Select(year => CalendarPeriods.DayNumber(year, 3, 1)));
            Gen<int> length = Gen.OneOf(OneOf(0, 27, 30, 91, 364, -1), Gen.Int[0, 900]);
            return Gen.Select(day, length, end, end, Gen.Bool, Gen.Bool, (first, days, from, to, isRange, opensStart) =>
            {
                int last = days < 0 ? DateInterval.OpenEnd : Math.Min(first + days, CalendarPeriods.LastDayOfAll);
                first = opensStart && days > 0 ? DateInterval.OpenStart : first;
                DateInterval exact = new(first, last, from, to, isRange);
                (from, to) = (exact.Start, exact.End);
                int before = from.IsApproximate ? CalendarPeriods.WidthBefore(from.Precision, first, AboutDays) : 0;
                int after = to.IsApproximate ? CalendarPeriods.WidthAfter(to.Precision, last, AboutDays) : 0;
                return new DateInterval(first, last, from, to, isRange, before, after);
            });
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static DateInterval Read(string text)
    {
        Assert.Equal(DateFault.None, DateText.Parse(Encoding.UTF8.GetBytes(text), AboutDays, out DateInterval date));
        return date;
    }

    private static int Day(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
