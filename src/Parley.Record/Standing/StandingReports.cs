using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Answers where the talks stand.</summary>
public static class StandingReports
{
    /// <summary>Computes all findings of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="asOf">As of when; everything on record unless said.</param>
    /// <returns>Plain data; the same record and day give the same report.</returns>
    public static StandingReport Compute(NegotiationRecord record, AsOf asOf = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        StandingContext context = new(record, asOf);
        StanceWalk walk = StanceWalk.Run(context);
        List<RedLine> redLines = RedLineFinder.Find(context);
        return new StandingReport
        {
            Record = record,
            AsOf = asOf,
            LastDay = context.LastDay,
            EntryCount = context.Entries.Count,
            Positions = PositionFinder.Find(context, walk),
            Gaps = GapFinder.Find(context, walk),
            Moves = walk.Moves.Moves,
            LastMoves = walk.Moves.Moves.FindLast(),
            ChangeCount = walk.Moves.Moves.ChangeCount,
            Trades = walk.Moves.Package.Trades,
            Reversals = walk.Turns.Reversals,
            Divided = walk.Turns.Divisions,
            Replies = ReplyFinder.Find(context),
            Promises = CommitmentFinder.FindPromises(context),
            Threats = CommitmentFinder.FindThreats(context),
            RedLines = redLines,
            Clashes = ClashFinder.Find(context, redLines),
            Contested = ContestFinder.Find(context),
            Origins = OriginFinder.Find(context),
        };
    }
}
