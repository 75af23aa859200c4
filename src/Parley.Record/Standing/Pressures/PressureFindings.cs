using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A round held or planned, as seen from another act.</summary>
/// <param name="Round">Its place among <see cref="StandingReport.Rounds"/>.</param>
/// <param name="Days">Days between the act and the round.</param>
public readonly record struct NearRound(int Round, DayRange Days);

/// <summary>An act of pressure.</summary>
/// <param name="Entry">The first account of the act.</param>
/// <param name="Party">The side that presses.</param>
/// <param name="Kind">What kind of pressure.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="IsInternal">Whether it is put on the presser's own side alone.</param>
/// <param name="Lasts">Whether it lasts until something ends it: it has a tag. Without one it is of its day.</param>
/// <param name="EndEntry">What ended it: an easing, an agreement in its track, or its presser's leaving; -1 while it lasts.</param>
/// <param name="Before">The nearest round, held or planned, on its day or after it; null when there is none.</param>
/// <param name="After">The nearest round before it; null when there is none.</param>
/// <param name="IsContested">Whether its accounts differ, or it is denied.</param>
/// <param name="Evidence">Its accounts, and what ended it.</param>
public sealed record Pressure(
    int Entry,
    Actor Party,
    PressureKind Kind,
    int Tag,
    int TrackId,
    bool IsInternal,
    bool Lasts,
    int EndEntry,
    NearRound? Before,
    NearRound? After,
    bool IsContested,
    Evidence Evidence);

/// <summary>Whether the pressure of a side crowds near rounds, more than chance would have it.</summary>
/// <param name="Party">The side.</param>
/// <param name="Kind">What kind of pressure.</param>
/// <param name="WithinDays">How many days before or after a round count as near it.</param>
/// <param name="Test">Acts near a round, held or planned, against the same acts on other days.</param>
/// <param name="Evidence">The acts.</param>
public sealed record PressureTest(Actor Party, PressureKind Kind, int WithinDays, Placebo Test, Evidence Evidence);
