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
        return Compute(context) with { ContestedActs = new ContestReadings(context, Compute).Find() };
    }

    private static StandingReport Compute(StandingContext context)
    {
        NegotiationRecord record = context.Record;
        StanceWalk walk = StanceWalk.Run(context);
        List<RedLine> redLines = RedLineFinder.Find(context);
        List<Clash> clashes = ClashFinder.Find(context, redLines);
        List<Position> positions = PositionFinder.Find(context, walk);
        List<Agreement> agreements = new AgreementFinder(context, redLines).Find();
        List<Gap> gaps = GapFinder.Find(context, walk);
        List<Reply> replies = ReplyFinder.Find(context);
        List<Commitment> promises = CommitmentFinder.FindPromises(context);
        List<Commitment> threats = CommitmentFinder.FindThreats(context);
        List<Round> rounds = RoundFinder.Find(context);
        PressureFinder pressure = new(context, rounds);
        DeadlineFinder deadlineFinder = new(context, walk.Moves.Moves, promises.Concat(threats));
        List<Deadline> deadlines = deadlineFinder.Find();
        StandingReport report = new()
        {
            Record = record,
            AsOf = context.AsOf,
            LastDay = context.LastDay,
            EntryCount = context.Entries.Count,
            Positions = positions,
            Gaps = gaps,
            Moves = walk.Moves.Moves,
            LastMoves = walk.Moves.Moves.FindLast(),
            ChangeCount = walk.Moves.Moves.ChangeCount,
            Trades = walk.Moves.Package.Trades,
            Reversals = walk.Turns.Reversals,
            Divided = walk.Turns.Divisions,
            Goalposts = walk.Goalposts.Goalposts,
            PublicPrivateGaps = walk.Doors.Gaps,
            Replies = replies,
            Promises = promises,
            Threats = threats,
            RedLines = redLines,
            Clashes = clashes,
            Contested = ContestFinder.Find(context),
            Rounds = rounds,
            Cadences = RoundFinder.FindCadences(context, rounds),
            ReplyTimes = RoundFinder.FindReplyTimes(record, replies),
            Standstills = StandstillFinder.Find(context, rounds, walk.Moves.Moves),
            AfterRounds = new AfterRoundFinder(context, walk.Turns.Reversals).Find(rounds),
            Pressure = pressure.Find(),
            PressureTests = pressure.FindTests(),
            Deadlines = deadlines,
            DeadlineTest = deadlineFinder.FindTest(deadlines),
            Finality = new FinalityFinder(context).Find(),
            Waiting = WaitingFinder.Find(context, gaps),
            Origins = OriginFinder.Find(context),
            Opinions = OpinionFinder.Find(context),
            Forecasts = new ForecastFinder(context).Find(),
            IssueStates = IssueStateFinder.Find(record, positions, clashes, agreements),
            Agreements = agreements,
        };
        return report with { WeakLinks = new WeakLinkFinder(context).Find(report) };
    }
}
