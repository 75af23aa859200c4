using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Which list of the report a finding stands in.</summary>
public enum FindingKind : byte
{
    /// <summary>A gap, with the positions that make it.</summary>
    Gap,

    /// <summary>A reversal.</summary>
    Reversal,

    /// <summary>A divided side.</summary>
    Division,

    /// <summary>A promise and what became of it.</summary>
    Promise,

    /// <summary>A threat and what became of it.</summary>
    Threat,

    /// <summary>A clash of red lines.</summary>
    Clash,

    /// <summary>A contested act.</summary>
    Contest,
}

/// <summary>A finding that falls without an origin.</summary>
/// <param name="Kind">Which list of the report it stands in.</param>
/// <param name="Place">Its place in that list, from 0.</param>
public readonly record struct FallingFinding(FindingKind Kind, int Place);

/// <summary>An origin on which findings hang: what falls when the entries known by it alone are left out.</summary>
/// <param name="Origin">The root of chains of sources.</param>
/// <param name="Findings">What falls without it: at least one, in the order of the report.</param>
public sealed record WeakLink(Source Origin, IReadOnlyList<FallingFinding> Findings);
