using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A round of talks that was held, or was planned and has no meeting on record.</summary>
/// <param name="Entry">The first account of the meeting, or the plan.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="Number">Its number as written, or null.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Date">When it was held, or the day that is planned now.</param>
/// <param name="IsHeld">Whether it was held; a plan that was cancelled or passed by stays listed, not held.</param>
/// <param name="Parties">Who met, in the order of the record; of a plan none.</param>
/// <param name="SincePrevious">Days since the round held before it in its track; null for the first, and for plans.</param>
/// <param name="PlannedFor">
/// For which days it was planned, in order; empty when no plan is on record.
/// </param>
/// <param name="Evidence">The entries of the meeting and of its plans.</param>
public sealed record Round(
    int Entry,
    int Tag,
    int? Number,
    int TrackId,
    DateInterval Date,
    bool IsHeld,
    IReadOnlyList<Actor> Parties,
    DayRange? SincePrevious,
    IReadOnlyList<DateInterval> PlannedFor,
    Evidence Evidence);

/// <summary>How far the rounds of a track lie apart, and how long each side took to reply.</summary>
/// <param name="TrackId">The track, or -1 for rounds without one.</param>
/// <param name="Rounds">How many rounds were held.</param>
/// <param name="Shortest">The shortest of the days between two rounds; null with fewer than two.</param>
/// <param name="Longest">The longest.</param>
/// <param name="SinceLast">Days since the last round, up to the day of the answer; null without any.</param>
/// <param name="Evidence">The rounds.</param>
public sealed record Cadence(
    int TrackId, int Rounds, DayRange? Shortest, DayRange? Longest, DayRange? SinceLast, Evidence Evidence);

/// <summary>How long a side took over its replies, from the reply clocks.</summary>
/// <param name="Party">Who owes or owed the replies.</param>
/// <param name="Offers">How many clocks were started by offers to it.</param>
/// <param name="Answered">How many of them it answered, in whatever forum.</param>
/// <param name="Open">How many still run.</param>
/// <param name="Shortest">The fewest days of an answered clock; null when it answered none.</param>
/// <param name="Longest">The most days of an answered clock; null when it answered none.</param>
/// <param name="LongestOpen">The most days that an open clock has run; null when none is open.</param>
/// <param name="Evidence">The offers.</param>
public sealed record ReplyTimes(
    Actor Party,
    int Offers,
    int Answered,
    int Open,
    DayRange? Shortest,
    DayRange? Longest,
    DayRange? LongestOpen,
    Evidence Evidence);

/// <summary>What a clock of standstill counts from.</summary>
public enum StandstillKind : byte
{
    /// <summary>The last meeting of two parties.</summary>
    Meeting,

    /// <summary>The last act that one party addressed to another, or that answered one.</summary>
    Exchange,

    /// <summary>The last concession, hardening, retraction or trade at the table or by letter.</summary>
    Move,
}

/// <summary>How long nothing has happened.</summary>
/// <param name="TrackId">The track, or -1 for entries without one.</param>
/// <param name="Kind">Since what.</param>
/// <param name="Since">The entry since which nothing of the kind is on record; -1 when there never was any.</param>
/// <param name="Days">Days up to the day of the answer; null when there never was any.</param>
public sealed record Standstill(int TrackId, StandstillKind Kind, int Since, DayRange? Days);

/// <summary>Whether rounds are followed by hard statements of a side before the media, more than chance would have it.</summary>
/// <param name="Party">The side.</param>
/// <param name="TrackId">The track of the rounds, or -1.</param>
/// <param name="WithinDays">How many days after a round count as after it, the day of the round among them.</param>
/// <param name="Test">Windows after rounds that have such a statement, against chance.</param>
/// <param name="FollowedUncontested">How many rounds still are followed when contested statements are left out.</param>
/// <param name="Statements">The hard statements, in order of time.</param>
/// <param name="ContestedStatements">Those of them that are hard by one account and not by another, or denied.</param>
/// <param name="FirstTablePosition">The first bargaining position of the side at the table, or -1.</param>
/// <param name="TestableRounds">
/// Rounds held when the side had a position at the table on record: only of these can be asked whether it took back
/// before the media what it held at the table.
/// </param>
/// <param name="TakenBack">
/// How many of them were followed within these days by a reversal, before the media, of what was held at the table.
/// </param>
/// <param name="Evidence">The rounds.</param>
public sealed record AfterRounds(
    Actor Party,
    int TrackId,
    int WithinDays,
    Placebo Test,
    int FollowedUncontested,
    IReadOnlyList<int> Statements,
    IReadOnlyList<int> ContestedStatements,
    int FirstTablePosition,
    int TestableRounds,
    int TakenBack,
    Evidence Evidence);
