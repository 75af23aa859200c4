using System.Collections.Immutable;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Relaxing;

/// <summary>An amount that is known, or the unknown that stands for it.</summary>
/// <param name="Known">The amount; without meaning when there is an unknown.</param>
/// <param name="IsAttained">Whether a known amount is enough.</param>
/// <param name="Unknown">Which unknown of the system; -1 for a known amount.</param>
internal readonly record struct PieceAmount(Rational Known, bool IsAttained, int Unknown);

/// <summary>
/// One profile of the issues with places and one stretch of each real issue: numbers of real issues, then amounts, are
/// the unknowns of a linear system.
/// </summary>
internal sealed record LinearPiece(
    DemandRegion Region,
    ParetoFrontier Frontier,
    int Index,
    int[] Labels,
    ImmutableArray<NumberRange> Ranges,
    ImmutableArray<int> Unknowns,
    LinearSystem System,
    ImmutableArray<PieceAmount> Amounts)
{
    /// <summary>A value for each issue, given the unknowns; null when those are.</summary>
    public AgreedValue[]? ValuesAt(Rational[]? unknowns)
    {
        if (unknowns is null)
        {
            return null;
        }

        Outcome outcome = Frontier.EnumerateOutcomes(Index).First();
        AgreedValue[] values = new AgreedValue[Region.Space.Issues.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Issue issue = Region.Space.Issues[i];
            int real = Region.RealIssues.IndexOf(i);
            values[i] = real < 0
                ? new AgreedValue(outcome[i], issue.IsNumeric ? issue.NumberAt(outcome[i]) : null)
                : new AgreedValue(null, NumberOf(real, unknowns));
        }

        return values;
    }

    private Rational NumberOf(int real, Rational[] unknowns)
    {
        int unknown = Unknowns.IndexOf(real);
        NumberRange range = Ranges[real];
        return unknown >= 0 ? unknowns[unknown] : range.IncludesLow ? range.Low!.Value : range.IncludesHigh ? range.High!.Value : range.Inside;
    }
}

/// <summary>Makes pieces of some stretches, for one profile after another.</summary>
internal sealed class PieceBuilder
{
    private readonly DemandRegion region;
    private readonly ImmutableArray<int> loosened;
    private readonly int[] owners;
    private readonly ImmutableArray<NumberRange> ranges;
    private readonly ImmutableArray<int> unknowns;
    private readonly (Rational Constant, Rational[] Slopes)[] worths;
    private readonly Rational[] greatest;
    private readonly ReservationDemand[] least;

    public PieceBuilder(
        DemandRegion region, ImmutableArray<int> held, ImmutableArray<int> loosened, int[] owners, NumberRange[] ranges)
    {
        this.region = region;
        this.loosened = loosened;
        this.owners = owners;
        this.ranges = [.. ranges];
        least = [.. held.Select(d => region.Demands[d]).OfType<ReservationDemand>()];
        unknowns =
        [
            .. Enumerable.Range(0, ranges.Length).Where(r => owners.Any(o => Stretches.TermsOf(region, o, region.RealIssues[r]).Any())
                || loosened.Any(d => DemandRegion.IssueOf(region.Demands[d]) == region.RealIssues[r])),
        ];
        worths = [.. owners.Select(WorthOf)];
        greatest = [.. worths.Select(w => unknowns.Select((r, i) => Rational.Max(
            w.Slopes[i] * ranges[r].Low!.Value, w.Slopes[i] * ranges[r].High!.Value)).Aggregate(w.Constant, (a, b) => a + b))];
    }

    /// <summary>The piece of a profile; null when a reservation value that holds shuts it out for certain.</summary>
    public LinearPiece? Find(ParetoFrontier frontier, int index, int[] labels)
    {
        foreach (ReservationDemand demand in least)
        {
            int owner = Array.IndexOf(owners, demand.Party);
            if (frontier.UtilityAt(owner, index) + greatest[owner] < demand.Least)
            {
                return null;
            }
        }

        ImmutableArray<PieceAmount> amounts = AmountsOf(frontier, index, out int count);
        List<LinearRow> rows = [];
        for (int i = 0; i < unknowns.Length; i++)
        {
            NumberRange range = ranges[unknowns[i]];
            rows.Add(Row(count, range.High!.Value, !range.IncludesHigh, (i, 1)));
            rows.Add(Row(count, -range.Low!.Value, !range.IncludesLow, (i, -1)));
        }

        foreach (ReservationDemand demand in least)
        {
            int owner = Array.IndexOf(owners, demand.Party);
            Rational missing = demand.Least - frontier.UtilityAt(owner, index) - worths[owner].Constant;
            rows.Add(Row(count, -missing, false, [.. worths[owner].Slopes.Select((s, i) => (i, -s))]));
        }

        for (int i = 0; i < loosened.Length; i++)
        {
            if (amounts[i].Unknown is int amount and >= 0)
            {
                rows.Add(Row(count, 0, false, (amount, -1)));
                rows.Add(AmountRow(region.Demands[loosened[i]], frontier, index, count, amount));
            }
        }

        return new LinearPiece(region, frontier, index, labels, ranges, unknowns, new LinearSystem(count, rows), amounts);
    }

    private ImmutableArray<PieceAmount> AmountsOf(ParetoFrontier frontier, int index, out int count)
    {
        ImmutableArray<PieceAmount>.Builder amounts = ImmutableArray.CreateBuilder<PieceAmount>();
        count = unknowns.Length;
        int placed = owners.Length;
        foreach (int demand in loosened)
        {
            if (region.Distances[demand] is PlaceDistances distances)
            {
                amounts.Add(new PieceAmount(-frontier.UtilityAt(placed++, index), distances.IsAttained(0), -1));
            }
            else if (region.Demands[demand] is ReservationDemand own && worths[Array.IndexOf(owners, own.Party)].Slopes.All(s => s.Sign == 0))
            {
                int owner = Array.IndexOf(owners, own.Party);
                Rational missing = own.Least - frontier.UtilityAt(owner, index) - worths[owner].Constant;
                amounts.Add(new PieceAmount(Rational.Max(missing, 0), true, -1));
            }
            else
            {
                amounts.Add(new PieceAmount(0, false, count++));
            }
        }

        return amounts.ToImmutable();
    }

    /// <summary>An amount is at least, or is above, what is missing.</summary>
    private LinearRow AmountRow(Demand demand, ParetoFrontier frontier, int index, int count, int amount)
    {
        if (demand is ReservationDemand own)
        {
            int owner = Array.IndexOf(owners, own.Party);
            Rational missing = own.Least - frontier.UtilityAt(owner, index) - worths[owner].Constant;
            return Row(count, -missing, false, [.. worths[owner].Slopes.Select((s, i) => (i, -s)), (amount, -1)]);
        }

        NumberDemand numbers = (NumberDemand)demand;
        int real = region.RealIssues.IndexOf(numbers.Issue);
        int unknown = unknowns.IndexOf(real);
        return RangeEnd.NearestTo(ranges[real].Inside, numbers.Ranges) is not RangeEnd end
            ? Row(count, 0, false, (amount, -1))
            : end.Number > ranges[real].Inside || (end.Number == ranges[real].Inside && end.IsLow)
                ? Row(count, -end.Number, !end.IsIncluded, (unknown, -1), (amount, -1))
                : Row(count, end.Number, !end.IsIncluded, (unknown, 1), (amount, -1));
    }

    private static LinearRow Row(int count, Rational bound, bool isStrict, params IEnumerable<(int Unknown, Rational Factor)> factors)
    {
        Rational[] all = new Rational[count];
        foreach ((int unknown, Rational factor) in factors)
        {
            all[unknown] += factor;
        }

        return new LinearRow(all, bound, isStrict);
    }

    /// <summary>A party's worth of the real issues on the stretches: a constant, and a slope for each unknown.</summary>
    private (Rational Constant, Rational[] Slopes) WorthOf(int party)
    {
        Rational constant = Rational.Zero;
        Rational[] slopes = new Rational[unknowns.Length];
        for (int i = 0; i < unknowns.Length; i++)
        {
            Rational low = ranges[unknowns[i]].Low!.Value;
            Rational high = ranges[unknowns[i]].High!.Value;
            foreach (IssueTerm term in Stretches.TermsOf(region, party, region.RealIssues[unknowns[i]]))
            {
                NumberValues values = (NumberValues)term.Values;
                Rational start = term.Weight * values.At(low);
                Rational slope = low == high ? Rational.Zero : ((term.Weight * values.At(high)) - start) / (high - low);
                slopes[i] += slope;
                constant += start - (slope * low);
            }
        }

        return (constant, slopes);
    }
}
