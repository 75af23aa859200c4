using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>How a goalpost was moved.</summary>
public enum GoalpostKind : byte
{
    /// <summary>More is demanded on an issue on which an offer met the demand.</summary>
    Retreat,

    /// <summary>Another issue is demanded, once offers met every demand that stood.</summary>
    Rescoping,

    /// <summary>Another issue is made a precondition, once an offer met a demand.</summary>
    NewPrecondition,

    /// <summary>Something else is demanded on an issue on which the sides had agreed.</summary>
    ReopenedText,

    /// <summary>A demand on an issue that its side had left out.</summary>
    BroughtBack,
}

/// <summary>A demand that its side did not make, or that was met, before.</summary>
/// <param name="Kind">How it was moved.</param>
/// <param name="Party">The side that demands.</param>
/// <param name="SpeakerId">Who demands.</param>
/// <param name="Other">The side whose offer had met the demand, or with which was agreed; null for an issue brought back.</param>
/// <param name="IssueId">The issue of the later demand.</param>
/// <param name="BasisIndex">Its basis, 0 when not said.</param>
/// <param name="Values">What is demanded now, as read.</param>
/// <param name="MetIssueId">The issue of the demand that was met, or of the agreement; -1 for an issue brought back.</param>
/// <param name="MetBasisIndex">Its basis.</param>
/// <param name="Met">The demand that was met, as read, or what was agreed; null for an issue brought back.</param>
/// <param name="Days">Days from the offer, the agreement or the leaving out to the later demand.</param>
/// <param name="OrderUncertain">Whether the dates allow the later demand to have come first.</param>
/// <param name="IsContested">Whether one of these acts is contested.</param>
/// <param name="Evidence">The demand that was met, the offer and the later demand, in order of time.</param>
public sealed record Goalpost(
    GoalpostKind Kind,
    Actor Party,
    int SpeakerId,
    Actor? Other,
    int IssueId,
    int BasisIndex,
    ValueSet Values,
    int MetIssueId,
    int MetBasisIndex,
    ValueSet? Met,
    DayRange Days,
    bool OrderUncertain,
    bool IsContested,
    Evidence Evidence);
