using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Curves;

/// <summary>
/// A stretch of time in which somebody held, or had floated, a position that lies on the scale of an issue.
/// </summary>
/// <param name="Party">The side.</param>
/// <param name="Speaker">The side itself or a member of it.</param>
/// <param name="Kind">What kind of position.</param>
/// <param name="Forum">Table, private, media or not said: the letter counts as the table, the public as the media.</param>
/// <param name="IsOfLine">
/// Whether it belongs to the line of its party: a demand or an offer at the table, or in a forum not said, by nobody of
/// lower authority than whoever of the side held one there at that time.
/// </param>
/// <param name="Values">The values, as read.</param>
/// <param name="Low">The least value, or the place of the lowest label from 0; null when nothing bounds it.</param>
/// <param name="High">The greatest value, or the place of the highest label; null when nothing bounds it.</param>
/// <param name="Limit">
/// The value that faces the other side: the least where the party wants the issue high, the greatest where it wants it
/// low, the other end where that one is open, and a point as it is; null for a stretch of values without direction.
/// </param>
/// <param name="From">Since when it was held.</param>
/// <param name="Until">
/// When something took its place or ended it; null while it is held. Of two on one line the later takes the place.
/// </param>
/// <param name="IsWithdrawn">Whether it ended without another in its place.</param>
/// <param name="IsContested">Whether the accounts of it differ; each account is a step of its own.</param>
/// <param name="Firmness">In what standing it was put forward.</param>
/// <param name="Evidence">The entries behind it.</param>
public sealed record CurveStep(
    Actor Party,
    Actor Speaker,
    PositionKind Kind,
    Forum Forum,
    bool IsOfLine,
    ValueSet Values,
    decimal? Low,
    decimal? High,
    decimal? Limit,
    DateInterval From,
    DateInterval? Until,
    bool IsWithdrawn,
    bool IsContested,
    Firmness Firmness,
    Evidence Evidence);

/// <summary>What was agreed on an issue.</summary>
/// <param name="Values">The values.</param>
/// <param name="Low">The least value, or the place of the lowest label from 0; null when nothing bounds it.</param>
/// <param name="High">The greatest value, or the place of the highest label; null when nothing bounds it.</param>
/// <param name="When">When.</param>
/// <param name="Evidence">The entry.</param>
public sealed record Settlement(ValueSet Values, decimal? Low, decimal? High, DateInterval When, Evidence Evidence);

/// <summary>How the positions on one issue and basis went over time.</summary>
/// <param name="IssueId">The issue: of numbers, or of labels in an order.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Steps">Positions in order of time; at least one, or a settlement.</param>
/// <param name="Settlement">What was agreed last, or null.</param>
/// <param name="LeftOut">How many positions are schedules that do not come to one number, and are not among the steps.</param>
public sealed record Curve(
    int IssueId, int BasisIndex, IReadOnlyList<CurveStep> Steps, Settlement? Settlement, int LeftOut);

/// <summary>The curves of a record: plain data, drawn by all faces.</summary>
public sealed record CurveReport
{
    /// <summary>The record that was read.</summary>
    public required NegotiationRecord Record { get; init; }

    /// <summary>As of when.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>The day up to which what is held is drawn; null without entries.</summary>
    public required int? LastDay { get; init; }

    /// <summary>Curves by issue, then basis; none of issues whose labels have no order, or on which nobody spoke.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }
}
