using System.Globalization;
using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>A day marked on the scale of time.</summary>
/// <param name="X">Where.</param>
/// <param name="Label">Its name.</param>
internal readonly record struct TimeTick(double X, string Label);

/// <summary>Days as places from left to right: one scale, with long empty stretches cut out and marked.</summary>
internal sealed class TimeScale
{
    private const double BreakWidth = 26;
    private const int MostBreaks = 4;

    // An empty stretch is cut out when it would take more than this share of the others.
    private const double LeastShare = 0.6;
    private const int LeastDays = 45;

    private static readonly (int Days, int Months)[] Steps =
    [
        (1, 0), (2, 0), (7, 0), (14, 0), (0, 1), (0, 2), (0, 3), (0, 6), (0, 12), (0, 24), (0, 60), (0, 120), (0, 240),
        (0, 600), (0, 1200), (0, 6000), (0, 12000), (0, 60000),
    ];

    private readonly List<(int First, int Last, double Left)> stretches = [];
    private readonly double perDay;
    private readonly double right;

    /// <summary>Lays out the days between the first and the last of some days.</summary>
    /// <param name="days">Day numbers on which something happens; at least one, in any order.</param>
    /// <param name="left">The place of the first.</param>
    /// <param name="right">The place of the last.</param>
    public TimeScale(IEnumerable<int> days, double left, double right)
    {
        int[] sorted = [.. days.Distinct().Order()];
        this.right = right;
        HashSet<int> breaks = FindBreaks(sorted);
        double shown = Math.Max(1, sorted[^1] - sorted[0] - breaks.Sum(i => (double)(sorted[i + 1] - sorted[i])));
        perDay = (right - left - breaks.Count * BreakWidth) / shown;
        int start = sorted[0];
        double at = left;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == sorted.Length - 1 || breaks.Contains(i))
            {
                stretches.Add((start, sorted[i], at));
                at += (sorted[i] - start) * perDay + BreakWidth;
                start = i + 1 < sorted.Length ? sorted[i + 1] : start;
            }
        }

        First = sorted[0];
        Last = sorted[^1];
    }

    public int First { get; }

    public int Last { get; }

    /// <summary>The middles of the places at which days are left out.</summary>
    public IEnumerable<double> Breaks =>
        stretches.Skip(1).Select(stretch => stretch.Left - BreakWidth / 2);

    /// <summary>The place of a day; days outside lie at the ends.</summary>
    public double X(int day)
    {
        double before = stretches[0].Left;
        int last = First;
        foreach ((int first, int end, double left) in stretches)
        {
            if (day < first)
            {
                // Inside a stretch that is cut out.
                return before + (left - before) * Math.Max(0, day - last) / Math.Max(1, first - last);
            }

            if (day <= end)
            {
                return left + (day - first) * perDay;
            }

            (before, last) = (left + (end - first) * perDay, end);
        }

        return Math.Min(right, before);
    }

    /// <summary>The days of the calendar that are marked, at least some distance apart.</summary>
    /// <param name="distance">The least distance between two.</param>
    public List<TimeTick> Ticks(double distance)
    {
        (int days, int months) = Steps[^1];
        foreach ((int Days, int Months) step in Steps)
        {
            if ((step.Days + step.Months * 30.0) * perDay >= distance)
            {
                (days, months) = step;
                break;
            }
        }

        List<TimeTick> ticks = [];
        int year = 0;
        foreach ((int first, int end, double left) in stretches)
        {
            int before = ticks.Count;
            for (int day = Next(first, days, months); day <= end; day = Next(day + 1, days, months))
            {
                double x = left + (day - first) * perDay;
                if (ticks.Count == 0 || x - ticks[^1].X >= distance)
                {
                    ticks.Add(new TimeTick(x, Name(day, months, ref year)));
                }
            }

            // Between two breaks no marked day may lie; then the first day stands for the stretch.
            if (ticks.Count == before && (before == 0 || left - ticks[^1].X >= distance))
            {
                ticks.Add(new TimeTick(left, Name(first, 0, ref year)));
            }
        }

        return ticks;
    }

    /// <summary>A day of an interval at which an act is drawn: the first as written, else the last.</summary>
    /// <returns>Null for an interval without any end.</returns>
    public static int? DayOf(DateInterval date) =>
        date.WrittenFirst != DateInterval.OpenStart ? date.WrittenFirst
            : date.WrittenLast != DateInterval.OpenEnd ? date.WrittenLast : null;

    private static HashSet<int> FindBreaks(int[] days)
    {
        double total = days[^1] - days[0];
        HashSet<int> breaks = [];
        foreach (int i in Enumerable.Range(0, days.Length - 1)
            .OrderByDescending(i => days[i + 1] - days[i]).ThenBy(i => i).Take(MostBreaks))
        {
            double empty = days[i + 1] - days[i];
            if (days.Length < 4 || empty < LeastDays || empty < LeastShare * (total - empty))
            {
                break;
            }

            breaks.Add(i);
            total -= empty;
        }

        return breaks;
    }

    /// <summary>The first marked day from a day on.</summary>
    private static int Next(int day, int days, int months)
    {
        if (months == 0)
        {
            // Weeks begin on a Monday, as 1 January of year 1 did.
            return (day + days - 1) / days * days;
        }

        DateOnly date = DateOnly.FromDayNumber(Math.Min(day, DateOnly.MaxValue.DayNumber));
        int month = date.Year * 12 + date.Month - 1 + (date.Day > 1 ? 1 : 0);
        month = (month + months - 1) / months * months;
        return month / 12 > 9999 ? int.MaxValue : new DateOnly(Math.Max(1, month / 12), month % 12 + 1, 1).DayNumber;
    }

    private static string Name(int day, int months, ref int year)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        bool isNewYear = date.Year != year;
        year = date.Year;
        string format = months >= 12 ? "yyyy" : (months > 0, isNewYear) switch
        {
            (true, true) => "MMM yyyy",
            (true, false) => "MMM",
            (false, true) => "d MMM yyyy",
            _ => "d MMM",
        };
        return date.ToString(format, CultureInfo.InvariantCulture);
    }
}
