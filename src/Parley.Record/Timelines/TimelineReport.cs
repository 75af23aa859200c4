using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Timelines;

/// <summary>What the date of an entry leaves open, and whether it is a round.</summary>
[Flags]
public enum TimelineTraits : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Its date allows that it lies after the day of the answer.</summary>
    MayNotHaveHappened = 1,

    /// <summary>The dates allow that it lies before the item above it.</summary>
    OrderUncertainWithPrevious = 2,

    /// <summary>The dates allow that it lies after the item below it.</summary>
    OrderUncertainWithNext = 4,

    /// <summary>It has no earliest day: it precedes nothing and follows nothing, and stands first.</summary>
    IsUndated = 8,

    /// <summary>It is a round: a meeting of at least two parties, or one with the number of a round.</summary>
    IsRound = 16,
}

/// <summary>One entry in order of time.</summary>
/// <param name="Entry">Its number in file order.</param>
/// <param name="Round">The number of the round, for a meeting that has one; else null.</param>
/// <param name="SecondAccountOf">
/// The entry that told the act first, where this is a further account of it; else -1.
/// </param>
/// <param name="Traits">What its date leaves open.</param>
public readonly record struct TimelineItem(int Entry, int? Round, int SecondAccountOf, TimelineTraits Traits);

/// <summary>The record in order of time: plain data, drawn by all faces.</summary>
public sealed record TimelineReport
{
    /// <summary>The record that was read.</summary>
    public required NegotiationRecord Record { get; init; }

    /// <summary>As of when.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>The entries that count, by earliest day, then latest day, then file order; none for an empty record.</summary>
    public required IReadOnlyList<TimelineItem> Items { get; init; }
}
