using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Record.Standing;

namespace Parley.Record.Deals;

/// <summary>Answers what deals are left.</summary>
public static class DealsReports
{
    /// <summary>Computes the deals that are left.</summary>
    /// <param name="record">The record.</param>
    /// <param name="options">As of when, which track, and how unknown preferences are drawn.</param>
    /// <returns>Plain data; the same record and options give the same report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of draws is not above 0.</exception>
    public static DealsReport Compute(NegotiationRecord record, DealsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        options ??= new DealsOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Draws, nameof(options));
        StandingContext context = new(record, options.AsOf);
        FramedTalks talks = TalksFramer.Frame(context, options.Track, options.ShowsSettlement);
        DealDemands demands = new(talks);
        DealFinder finder = new(talks);
        DealsReport report = new()
        {
            Talks = talks,
            EntryCount = context.Entries.Count,
            Clashes = FindClashes(context, demands),
            Demands = demands,
            Loosenings = demands.FindLoosenings(),
            Deals = talks.Issues.Count == 0 ? [] : finder.Find(),
            Scope = ScopeOf(talks),
        };
        return talks.Obstacle == FramingObstacle.None ? new DealDraws(report, finder, options).Compute() : report;
    }

    private static List<Clash> FindClashes(StandingContext context, DealDemands demands)
    {
        List<RedLine> lines = [.. demands.Lines.Select(line => line.Line)];
        return ClashFinder.Find(context, lines);
    }

    private static OutcomeScope ScopeOf(FramedTalks talks) => !talks.OutcomesAsStated.IsZero ? OutcomeScope.AsStated
        : !talks.OutcomesAsRevealed.IsZero ? OutcomeScope.AsRevealed
        : OutcomeScope.All;
}
