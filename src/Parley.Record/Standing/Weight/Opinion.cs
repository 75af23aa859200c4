using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What kind of opinion it is.</summary>
public enum OpinionKind : byte
{
    /// <summary>Somebody suspects a party of an aim, or of being in a condition.</summary>
    Suspicion,

    /// <summary>Opinions counted.</summary>
    Poll,
}

/// <summary>An opinion that somebody holds or has counted: evidence of nothing but that it is held.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="HolderId">Who holds or counted it: an <see cref="Actor.Id"/>.</param>
/// <param name="About">The party of whom something is suspected; null for a poll.</param>
/// <param name="ReadingId">What is suspected: a <see cref="Reading.Id"/>; -1 for a poll.</param>
/// <param name="Evidence">The entries in which it is held, in order of time; at least one.</param>
public sealed record Opinion(OpinionKind Kind, int HolderId, Actor? About, int ReadingId, Evidence Evidence);
