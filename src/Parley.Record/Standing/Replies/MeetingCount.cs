using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A moment known within bounds: a day, and on one exact day a place in file order.</summary>
/// <param name="Low">The earliest it can be.</param>
/// <param name="High">The latest it can be.</param>
internal readonly record struct Moment(long Low, long High)
{
    /// <summary>The moment of an act.</summary>
    /// <param name="when">Its date.</param>
    /// <param name="index">Its number in file order: acts of one day happen in that order.</param>
    public static Moment Of(DateInterval when, int index) => when.IsExactDay
        ? new(Key(when.FirstDay, (uint)index + 1), Key(when.FirstDay, (uint)index + 1))
        : new(Key(when.FirstDay, 0), Key(when.LastDay, uint.MaxValue));

    /// <summary>The end of a day.</summary>
    public static Moment EndOf(int day) => new(Key(day, uint.MaxValue), Key(day, uint.MaxValue));

    private static long Key(int day, uint place) => ((long)day << 32) | place;
}

/// <summary>Counts the meetings between two moments, at least and at most.</summary>
/// <remarks>
/// Built once in n log n; a count takes (log n)² where meetings have dates that are not exact, else log n.
/// </remarks>
internal sealed class MeetingCount
{
    private readonly long[] lows;
    private readonly long[] highs;
    private readonly long[] vagueLows;
    private readonly long[][] vagueHighs;

    /// <summary>Prepares the counting.</summary>
    /// <param name="meetings">The meetings, in any order.</param>
    public MeetingCount(IReadOnlyList<Moment> meetings)
    {
        lows = new long[meetings.Count];
        highs = new long[meetings.Count];
        List<Moment> vague = [];
        for (int i = 0; i < meetings.Count; i++)
        {
            lows[i] = meetings[i].Low;
            highs[i] = meetings[i].High;
            if (meetings[i].Low != meetings[i].High)
            {
                vague.Add(meetings[i]);
            }
        }

        Array.Sort(lows);
        Array.Sort(highs);
        vague.Sort((a, b) => a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.High.CompareTo(b.High));
        vagueLows = [.. vague.Select(m => m.Low)];
        vagueHighs = new long[vague.Count + 1][];

        // A Fenwick tree whose node i holds the latest moments of its last (i & -i) meetings, sorted.
        for (int i = 1; i < vagueHighs.Length; i++)
        {
            int width = i & -i;
            vagueHighs[i] = new long[width];
            for (int k = 0; k < width; k++)
            {
                vagueHighs[i][k] = vague[i - width + k].High;
            }

            Array.Sort(vagueHighs[i]);
        }
    }

    /// <summary>Meetings that certainly lie after one moment and before another.</summary>
    public int Certain(Moment from, Moment to) => from.High >= to.Low
        ? 0
        : lows.Length - CountUpTo(lows, from.High) - (highs.Length - CountBelow(highs, to.Low))
            + CountAround(from.High, to.Low);

    /// <summary>Meetings that may lie between the two.</summary>
    public int Possible(Moment from, Moment to) => from.Low >= to.High
        ? 0
        : lows.Length - CountUpTo(highs, from.Low) - (lows.Length - CountBelow(lows, to.High));

    private static int CountUpTo(long[] sorted, long limit)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = sorted[middle] <= limit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int CountBelow(long[] sorted, long limit) =>
        limit == long.MinValue ? 0 : CountUpTo(sorted, limit - 1);

    /// <summary>
    /// Meetings whose bounds reach from one moment or before to the other or after: they were taken off twice.
    /// </summary>
    private int CountAround(long from, long to)
    {
        int result = 0;
        for (int i = CountUpTo(vagueLows, from); i > 0; i -= i & -i)
        {
            result += vagueHighs[i].Length - CountBelow(vagueHighs[i], to);
        }

        return result;
    }
}
