using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>One package that gives on one issue and steps back on another: neither concession nor retraction.</summary>
/// <param name="Party">The side.</param>
/// <param name="SpeakerId">Who put the package forward: an <see cref="Actor.Id"/>.</param>
/// <param name="Forum">The forum of the package.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Legs">
/// Its moves of kind <see cref="MoveKind.Trade"/>, in the order in which the package names them: at least one that gives
/// and one that steps back, on different issues. Moves that cross forums are no legs.
/// </param>
/// <param name="InOneAlternative">Whether a leg holds in one alternative of a package.</param>
/// <param name="OrderUncertain">Whether the dates of a leg allow the other order.</param>
/// <param name="IsContested">Whether an entry behind a leg has accounts that differ.</param>
/// <param name="Evidence">The entries from which the legs are measured, then those of the package.</param>
public sealed record Trade(
    Actor Party,
    int SpeakerId,
    Forum Forum,
    int TrackId,
    IReadOnlyList<Move> Legs,
    bool InOneAlternative,
    bool OrderUncertain,
    bool IsContested,
    Evidence Evidence);
