using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The order of time: earliest day, then latest day, then file order.</summary>
internal static class TimeOrder
{
    public static int Compare(NegotiationRecord record, int left, int right)
    {
        DateInterval a = record[left].When;
        DateInterval b = record[right].When;
        int result = a.FirstDay.CompareTo(b.FirstDay);
        result = result != 0 ? result : a.LastDay.CompareTo(b.LastDay);
        return result != 0 ? result : left.CompareTo(right);
    }

    /// <summary>Whether one entry comes before another.</summary>
    public static bool IsBefore(NegotiationRecord record, int left, int right) => Compare(record, left, right) < 0;

    /// <summary>The earlier of two entries, where -1 stands for none.</summary>
    public static int Earlier(NegotiationRecord record, int left, int right) =>
        left < 0 ? right : right < 0 || IsBefore(record, left, right) ? left : right;

    /// <summary>Whether an entry has no earliest day: it precedes nothing and follows nothing.</summary>
    public static bool IsUndated(in Entry entry) => entry.When.FirstDay == DateInterval.OpenStart;

    /// <summary>Evidence in order of time, each entry once; entries below 0 are left out.</summary>
    public static Evidence Evidence(NegotiationRecord record, params ReadOnlySpan<int> entries)
    {
        List<int> sorted = [];
        foreach (int entry in entries)
        {
            if (entry >= 0)
            {
                sorted.Add(entry);
            }
        }

        sorted.Sort((a, b) => Compare(record, a, b));
        int kept = 0;
        for (int i = 0; i < sorted.Count; i++)
        {
            if (kept == 0 || sorted[kept - 1] != sorted[i])
            {
                sorted[kept++] = sorted[i];
            }
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
        return Standing.Evidence.Of(sorted);
    }
}
