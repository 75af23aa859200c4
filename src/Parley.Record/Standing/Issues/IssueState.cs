using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>How the parties stand to each other on an issue.</summary>
public enum IssueStateKind : byte
{
    /// <summary>An agreement that is settled or waits only for ratification names it, and nobody took another position since.</summary>
    Agreed,

    /// <summary>Standing red lines leave no value that all of them allow.</summary>
    Clash,

    /// <summary>The latest positions of two parties share no value.</summary>
    Apart,

    /// <summary>The latest positions of all parties that hold one share a value.</summary>
    Meeting,

    /// <summary>One party alone holds a position.</summary>
    OneSided,
}

/// <summary>How the parties stand to each other on an issue, on one basis.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Kind">How they stand.</param>
/// <param name="Parties">Those that hold a position, in the order of the record; at least one.</param>
/// <param name="IsContested">Whether one of these positions is contested.</param>
/// <param name="Evidence">The entries of their latest positions, or of the agreement.</param>
public sealed record IssueState(
    int IssueId, int BasisIndex, IssueStateKind Kind, IReadOnlyList<Actor> Parties, bool IsContested, Evidence Evidence);
