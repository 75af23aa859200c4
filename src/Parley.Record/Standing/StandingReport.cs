using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The entries behind a finding, in order of time.</summary>
/// <param name="First">The first entry, or -1 when there is none.</param>
/// <param name="Second">The second, or -1.</param>
/// <param name="More">Further entries, or null.</param>
public readonly record struct Evidence(int First, int Second = -1, int[]? More = null)
{
    /// <summary>How many entries there are.</summary>
    public int Count => (First >= 0 ? 1 : 0) + (Second >= 0 ? 1 : 0) + (More?.Length ?? 0);

    /// <summary>The entries, in order.</summary>
    public IEnumerable<int> Entries()
    {
        if (First >= 0)
        {
            yield return First;
        }

        if (Second >= 0)
        {
            yield return Second;
        }

        foreach (int entry in More ?? [])
        {
            yield return entry;
        }
    }

    /// <summary>Evidence of any number of entries.</summary>
    /// <param name="entries">Their indexes, in order of time.</param>
    public static Evidence Of(IReadOnlyList<int> entries) => new(
        entries.Count > 0 ? entries[0] : -1,
        entries.Count > 1 ? entries[1] : -1,
        entries.Count > 2 ? [.. entries.Skip(2)] : null);
}

/// <summary>As of when an answer is given.</summary>
/// <param name="OnDay">What had happened by this day number; null for all that is recorded.</param>
/// <param name="KnownDay">What was known by this day number; null for all that is recorded.</param>
public readonly record struct AsOf(int? OnDay = null, int? KnownDay = null);

/// <summary>Where the talks stand: plain data, drawn by all faces.</summary>
public sealed record StandingReport
{
    /// <summary>The record that was read.</summary>
    public required NegotiationRecord Record { get; init; }

    /// <summary>As of when.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>The day up to which open clocks run: the day asked for, else the last day that any entry reaches; null without entries.</summary>
    public required int? LastDay { get; init; }

    /// <summary>How many entries were read.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Positions by issue, then party, then speaker, then forum, then kind.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Gaps by issue, then parties.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Moves in order of time.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>The last move of each side on each issue that changed something within one forum, by issue, then side.</summary>
    public IReadOnlyList<Move> LastMoves { get; init; } = [];

    /// <summary>How many of <see cref="Moves"/> change something: all but those of kind <see cref="MoveKind.None"/>.</summary>
    public int ChangeCount { get; init; }

    /// <summary>Trades within one package, in order of time.</summary>
    public IReadOnlyList<Trade> Trades { get; init; } = [];

    /// <summary>Reversals in order of time.</summary>
    public required IReadOnlyList<Reversal> Reversals { get; init; }

    /// <summary>Divided sides in order of time.</summary>
    public required IReadOnlyList<Division> Divided { get; init; }

    /// <summary>Demands that come once the ones before them were met, or on issues left out or agreed, in order of time.</summary>
    public IReadOnlyList<Goalpost> Goalposts { get; init; } = [];

    /// <summary>Softer positions in private beside harder ones in public, in order of time.</summary>
    public IReadOnlyList<PublicPrivateGap> PublicPrivateGaps { get; init; } = [];

    /// <summary>Reply clocks in order of their offers.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>Promises in order of time.</summary>
    public required IReadOnlyList<Commitment> Promises { get; init; }

    /// <summary>Threats in order of time.</summary>
    public required IReadOnlyList<Commitment> Threats { get; init; }

    /// <summary>Red lines in order of time.</summary>
    public required IReadOnlyList<RedLine> RedLines { get; init; }

    /// <summary>Clashes by issue.</summary>
    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <summary>Contested acts in order of time.</summary>
    public required IReadOnlyList<Contest> Contested { get; init; }

    /// <summary>
    /// What turns on the choice between accounts, for the first contested acts in order of time: twelve at most, and
    /// none in records of so many entries that reading them again would take long.
    /// </summary>
    public IReadOnlyList<ContestedAct> ContestedActs { get; init; } = [];

    /// <summary>Rounds held and planned, by their days.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>How far the rounds of each track lie apart, by track.</summary>
    public required IReadOnlyList<Cadence> Cadences { get; init; }

    /// <summary>How long each side took over its replies, in the order of the record.</summary>
    public required IReadOnlyList<ReplyTimes> ReplyTimes { get; init; }

    /// <summary>The three clocks of standstill, by track.</summary>
    public required IReadOnlyList<Standstill> Standstills { get; init; }

    /// <summary>Whether rounds are followed by hard statements more than chance has it, by track and party.</summary>
    public required IReadOnlyList<AfterRounds> AfterRounds { get; init; }

    /// <summary>Acts of pressure in order of time.</summary>
    public required IReadOnlyList<Pressure> Pressure { get; init; }

    /// <summary>Whether pressure crowds near rounds more than chance has it, by party and kind.</summary>
    public required IReadOnlyList<PressureTest> PressureTests { get; init; }

    /// <summary>Deadlines in order of the entries that set them.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Whether concessions crowd near deadlines more than chance has it; null without a deadline that has passed.</summary>
    public required DeadlineTest? DeadlineTest { get; init; }

    /// <summary>Offers and demands called final, in order of time.</summary>
    public required IReadOnlyList<Finality> Finality { get; init; }

    /// <summary>What waiting costs, in the order declared.</summary>
    public required IReadOnlyList<Waiting> Waiting { get; init; }

    /// <summary>Origins, those with the most entries first.</summary>
    public required IReadOnlyList<Origin> Origins { get; init; }

    /// <summary>Opinions in order of time of their first entry; no other finding reads them.</summary>
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];

    /// <summary>Forecasts in order of time, scored on what can be scored.</summary>
    public IReadOnlyList<ForecastScore> Forecasts { get; init; } = [];

    /// <summary>How the parties stand to each other on each issue on which one of them holds a position, by issue.</summary>
    public IReadOnlyList<IssueState> IssueStates { get; init; } = [];

    /// <summary>Agreements, and offers accepted whole or recommended, in order of time.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Origins without which findings fall, those with the most first.</summary>
    public IReadOnlyList<WeakLink> WeakLinks { get; init; } = [];
}
