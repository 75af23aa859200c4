using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The single day on which an act stands in a test of days.</summary>
internal static class TestDays
{
    // A wider date says too little about which side of a window it falls on.
    private const int WidestDays = 9;

    /// <summary>The middle day of a date, the earlier of two; null where it spans more than nine days.</summary>
    public static int? Of(DateInterval date)
    {
        bool isOpen = date.FirstDay == DateInterval.OpenStart || date.LastDay == DateInterval.OpenEnd;
        return isOpen || date.LastDay - date.FirstDay >= WidestDays ? null
            : date.FirstDay + ((date.LastDay - date.FirstDay) / 2);
    }
}
