namespace Parley.Record.Standing;

/// <summary>What follows if one account of a contested act is right, as far as it does not follow from every account.</summary>
public sealed record ContestReading
{
    /// <summary>The account that is followed; -1 if the act did not take place, as a denial says.</summary>
    public required int Account { get; init; }

    /// <summary>Gaps that turn on it.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Moves that turn on it.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>Reversals that turn on it.</summary>
    public required IReadOnlyList<Reversal> Reversals { get; init; }

    /// <summary>Divided sides that turn on it.</summary>
    public required IReadOnlyList<Division> Divided { get; init; }

    /// <summary>Goalposts that turn on it.</summary>
    public required IReadOnlyList<Goalpost> Goalposts { get; init; }

    /// <summary>Positions in private beside those in public that turn on it.</summary>
    public required IReadOnlyList<PublicPrivateGap> PublicPrivateGaps { get; init; }

    /// <summary>Reply clocks that turn on it.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>Promises that turn on it.</summary>
    public required IReadOnlyList<Commitment> Promises { get; init; }

    /// <summary>Threats that turn on it.</summary>
    public required IReadOnlyList<Commitment> Threats { get; init; }

    /// <summary>Red lines that turn on it: other crossings or tests, or whether they stand.</summary>
    public required IReadOnlyList<RedLine> RedLines { get; init; }

    /// <summary>Clashes that turn on it.</summary>
    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <summary>How many findings turn on it.</summary>
    public int Count => Gaps.Count + Moves.Count + Reversals.Count + Divided.Count + Goalposts.Count
        + PublicPrivateGaps.Count + Replies.Count + Promises.Count + Threats.Count + RedLines.Count + Clashes.Count;
}

/// <summary>A contested act with what follows from each reading of it.</summary>
/// <param name="Entry">The account of the act that comes first in file order.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Readings">Its accounts in file order, then that it did not take place, where it is denied.</param>
public sealed record ContestedAct(int Entry, int Tag, IReadOnlyList<ContestReading> Readings);
