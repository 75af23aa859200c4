using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What became of a day that was set as the last.</summary>
public enum DeadlineState : byte
{
    /// <summary>It has not come.</summary>
    Ahead,

    /// <summary>What it was set for came by then.</summary>
    Met,

    /// <summary>It was moved to another day before it came.</summary>
    Moved,

    /// <summary>It was cancelled before it came.</summary>
    Cancelled,

    /// <summary>It passed without what it was set for.</summary>
    Missed,
}

/// <summary>One day that was set as the last.</summary>
/// <param name="Day">The day, or the days that it may be.</param>
/// <param name="SetBy">The entry that set it.</param>
/// <param name="State">What became of it.</param>
/// <param name="ConcessionsBefore">Entries with a concession on the day or at most some days before it.</param>
/// <param name="ConcessionsAfter">Entries with a concession at most some days after it.</param>
public sealed record DeadlineDay(
    DateInterval Day,
    int SetBy,
    DeadlineState State,
    IReadOnlyList<int> ConcessionsBefore,
    IReadOnlyList<int> ConcessionsAfter);

/// <summary>A deadline: for an agreement or another plan, or of an offer, a demand, a promise or a threat.</summary>
/// <param name="Entry">The entry that set it first.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="Verb">Of what it is a deadline: <see cref="Verb.Schedules"/> for one that stands by itself.</param>
/// <param name="SpeakerId">Who set it.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Days">The days that were set, one after another; at least one.</param>
/// <param name="CancelledBy">The entry that cancelled it, or -1.</param>
/// <param name="MetBy">The entry by which it was met, or that came late; -1 when nothing on record does it.</param>
/// <param name="DaysLate">How many days after the last day set that came; null when it was met, or never came.</param>
/// <param name="WithinDays">How many days around each day concessions are looked for.</param>
/// <param name="Evidence">The entries that set, moved, cancelled and met it.</param>
public sealed record Deadline(
    int Entry,
    int Tag,
    Verb Verb,
    int SpeakerId,
    int TrackId,
    IReadOnlyList<DeadlineDay> Days,
    int CancelledBy,
    int MetBy,
    DayRange? DaysLate,
    int WithinDays,
    Evidence Evidence)
{
    /// <summary>How many of its days passed without what they were set for.</summary>
    public int MissedCount => Days.Count(day => day.State == DeadlineState.Missed);
}

/// <summary>Whether concessions crowd near deadlines, more than chance would have it.</summary>
/// <param name="WithinDays">How many days before or after a deadline count as near it.</param>
/// <param name="Test">Concessions near a deadline against the same concessions on other days.</param>
/// <param name="Evidence">The concessions.</param>
public sealed record DeadlineTest(int WithinDays, Placebo Test, Evidence Evidence);

/// <summary>What became of an offer or a demand that was called final.</summary>
public enum FinalityState : byte
{
    /// <summary>Nothing later from its side on its issues gives more or less.</summary>
    Stands,

    /// <summary>A later one gives the other side more on an issue, and less on none.</summary>
    Improved,

    /// <summary>A later one gives more on one issue and less on another, or less only.</summary>
    Changed,

    /// <summary>Only other issues, or issues without a direction, were spoken of later.</summary>
    NotComparable,
}

/// <summary>A value that was called final, and the value that came after it.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="From">The values called final, as read.</param>
/// <param name="To">The later values, as read.</param>
/// <param name="IsBetterForOthers">Whether the later gives the other side more; null when neither more nor less.</param>
/// <param name="Size">Distance between the limits that face the other side, in the unit or in steps; null when it has none.</param>
public sealed record FinalityStep(
    int IssueId, int BasisIndex, ValueSet From, ValueSet To, bool? IsBetterForOthers, decimal? Size);

/// <summary>An offer or a demand that was called final, and what came after it.</summary>
/// <param name="Entry">The offer or demand.</param>
/// <param name="CalledBy">The entry that called it final: the same, or a later one.</param>
/// <param name="SpeakerId">Whose it is.</param>
/// <param name="State">What became of it.</param>
/// <param name="Later">The first later offer, demand or agreement of the side that differs; -1 when there is none.</param>
/// <param name="IsAgreement">Whether that is an agreement.</param>
/// <param name="Days">Days from its being called final to then; null when nothing differs.</param>
/// <param name="Steps">Each issue that both name, in the order of the final offer.</param>
/// <param name="Evidence">The entries.</param>
public sealed record Finality(
    int Entry,
    int CalledBy,
    int SpeakerId,
    FinalityState State,
    int Later,
    bool IsAgreement,
    DayRange? Days,
    IReadOnlyList<FinalityStep> Steps,
    Evidence Evidence);

/// <summary>A gap in money beside what waiting costs.</summary>
/// <param name="Gap">Its place among <see cref="StandingReport.Gaps"/>.</param>
/// <param name="Amount">The current gap, in the unit of the cost.</param>
/// <param name="Times">
/// For how many units of time the cost equals the gap: the gap over the cost, at its highest and at its lowest; null
/// where the cost may be nothing.
/// </param>
public sealed record WaitingGap(int Gap, decimal Amount, Estimate? Times);

/// <summary>What waiting costs a party, beside the gaps in the same money.</summary>
/// <param name="Cost">The declared cost.</param>
/// <param name="From">First day number from which it counts; null when none was declared.</param>
/// <param name="Until">
/// Last day number up to which it counts: the day of the answer, of an agreement, or before a later declaration.
/// </param>
/// <param name="Elapsed">Days counted; null without a beginning.</param>
/// <param name="SoFar">The cost up to then; null without a beginning.</param>
/// <param name="Gaps">The current gaps of the party in the same unit, in the order of the report.</param>
public sealed record Waiting(
    WaitingCost Cost, int? From, int? Until, int? Elapsed, Estimate? SoFar, IReadOnlyList<WaitingGap> Gaps);
