using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A softer position in private, or known through unnamed sources only, beside a harder one in public.</summary>
/// <param name="Party">Whose.</param>
/// <param name="PrivateSpeakerId">Who holds the softer one.</param>
/// <param name="PublicSpeakerId">Who holds the harder one.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Private">The softer values, as read.</param>
/// <param name="Public">The harder values, as read; of a red line what it leaves.</param>
/// <param name="PrivateForum">Where the softer one was put forward.</param>
/// <param name="IsLeaked">Whether the softer one is known only through sources that are not on the record.</param>
/// <param name="IsFloated">Whether the softer one was only floated, or put without prejudice.</param>
/// <param name="IsPrivateLater">Whether the softer one came later.</param>
/// <param name="Days">Days from the earlier to the later.</param>
/// <param name="Size">
/// Distance between the two limits that face the other side, in the unit or in steps; null when a limit is open.
/// </param>
/// <param name="IsContested">Whether one of them is contested.</param>
/// <param name="Evidence">The earlier and the later entry.</param>
public sealed record PublicPrivateGap(
    Actor Party,
    int PrivateSpeakerId,
    int PublicSpeakerId,
    int IssueId,
    int BasisIndex,
    ValueSet Private,
    ValueSet Public,
    Forum PrivateForum,
    bool IsLeaked,
    bool IsFloated,
    bool IsPrivateLater,
    DayRange Days,
    decimal? Size,
    bool IsContested,
    Evidence Evidence);
