using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Whether what somebody foretold came.</summary>
public enum ForecastState : byte
{
    /// <summary>Its day has not come, or it has none, and nothing is agreed on its issues.</summary>
    Open,

    /// <summary>What was agreed, or what held by its day without an agreement, lies within every value foretold.</summary>
    Hit,

    /// <summary>It lies outside one of them.</summary>
    Miss,

    /// <summary>It shares some values with what was foretold and has others.</summary>
    Undecided,

    /// <summary>Its day has passed, nothing was agreed, and what held is not on record.</summary>
    NothingToCompare,

    /// <summary>It foretells in words alone.</summary>
    WordsOnly,
}

/// <summary>A forecast by somebody in the talks or beside them, scored on what can be scored.</summary>
/// <param name="Entry">The forecast.</param>
/// <param name="SpeakerId">Whose it is.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="State">Whether it came.</param>
/// <param name="Due">The day by which it should come, or null.</param>
/// <param name="IsStatusQuo">Whether it is held against the declared status quo, for want of an agreement.</param>
/// <param name="Evidence">The forecast, and the agreements that it is held against.</param>
public sealed record ForecastScore(
    int Entry, int SpeakerId, int Tag, ForecastState State, DateInterval? Due, bool IsStatusQuo, Evidence Evidence);
