namespace Parley.Bench;

/// <summary>The days over which generated entries are spread, in order and evenly.</summary>
internal static class Days
{
    private const int Count = 14_610;

    /// <summary>The first of them; the last is forty years later.</summary>
    public static DateOnly First { get; } = new(1985, 1, 1);

    /// <summary>The day of an entry.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="entries">How many there are.</param>
    public static DateOnly Of(int index, int entries) => First.AddDays((int)((long)index * Count / entries));
}
