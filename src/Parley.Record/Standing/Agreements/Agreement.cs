using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Where an agreement stands.</summary>
public enum AgreementState : byte
{
    /// <summary>An offer that the other side's negotiators recommend, and nobody has accepted.</summary>
    Backed,

    /// <summary>It was put forward as provisional, as floated or without prejudice.</summary>
    NotFirm,

    /// <summary>A condition on which it depends is not met.</summary>
    ConditionOpen,

    /// <summary>Somebody to whom it is subject has not accepted it.</summary>
    AwaitingRatification,

    /// <summary>
    /// A part of talks in which nothing is agreed until everything is, and not everything is: it may be opened again
    /// without a breach.
    /// </summary>
    PartOfWhole,

    /// <summary>Settled, and subject to nobody.</summary>
    Settled,

    /// <summary>Settled: everybody to whom it is subject has accepted it.</summary>
    Ratified,

    /// <summary>Rejected by somebody to whom it is subject, or who decides for a side that took it.</summary>
    Rejected,

    /// <summary>A later agreement took its place.</summary>
    Superseded,

    /// <summary>Withdrawn by one of its sides.</summary>
    Withdrawn,
}

/// <summary>Whether somebody to whom an agreement is subject has taken it.</summary>
public enum RatificationState : byte
{
    /// <summary>Nothing is on record.</summary>
    Open,

    /// <summary>Accepted as a whole.</summary>
    Accepted,

    /// <summary>Rejected.</summary>
    Rejected,
}

/// <summary>What somebody to whom an agreement is subject did with it.</summary>
/// <param name="RatifierId">Who: an <see cref="Actor.Id"/>.</param>
/// <param name="State">Whether it was taken; the latest acceptance or rejection holds.</param>
/// <param name="Entry">The acceptance or the rejection; -1 while open.</param>
public readonly record struct Ratification(int RatifierId, RatificationState State, int Entry);

/// <summary>Why a ratifying body would refuse.</summary>
public enum RefusalKind : byte
{
    /// <summary>It rejected the agreement.</summary>
    Rejected,

    /// <summary>Its latest count of votes has more against than for.</summary>
    Outvoted,

    /// <summary>The agreement lies wholly outside a red line of it that stands.</summary>
    RedLine,
}

/// <summary>A ground on which a ratifying body would refuse an agreement.</summary>
/// <param name="RatifierId">Who would refuse: an <see cref="Actor.Id"/>.</param>
/// <param name="Kind">Why.</param>
/// <param name="Entry">The rejection, the count or the red line.</param>
public readonly record struct Refusal(int RatifierId, RefusalKind Kind, int Entry);

/// <summary>What was agreed, accepted whole, or recommended to those who decide; and what became of it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="SideIds">Its sides in the order met: each an <see cref="Actor.Id"/>.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Ratifications">Those to whom it is subject, in the order met; empty when to nobody.</param>
/// <param name="DaysWaited">
/// Days from the agreement to the last acceptance, to the first rejection that holds, or to the day of the report;
/// null when it is subject to nobody, or has been superseded or withdrawn.
/// </param>
/// <param name="Votes">Counts of votes on it, in order of time.</param>
/// <param name="Polls">Counts of opinions on it, in order of time; no ground for anything.</param>
/// <param name="Refusals">Grounds on which a ratifying body would refuse, in order of time of their entries.</param>
/// <param name="IsSignable">Whether somebody who negotiates signed, accepted or backed it for a side.</param>
/// <param name="IsContested">Whether anything of the act is contested.</param>
/// <param name="Evidence">The agreement or the offer first, then what decided its state, in order of time.</param>
public sealed record Agreement(
    AgreementState State,
    IReadOnlyList<int> SideIds,
    int Tag,
    int TrackId,
    IReadOnlyList<Ratification> Ratifications,
    DayRange? DaysWaited,
    IReadOnlyList<int> Votes,
    IReadOnlyList<int> Polls,
    IReadOnlyList<Refusal> Refusals,
    bool IsSignable,
    bool IsContested,
    Evidence Evidence)
{
    /// <summary>Whether the table could sign it and a ratifying body would refuse it.</summary>
    public bool IsSignableNotRatifiable => IsSignable && Refusals.Count > 0;
}
