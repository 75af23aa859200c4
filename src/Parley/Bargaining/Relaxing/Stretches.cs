using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Relaxing;

/// <summary>Cuts what demands leave of a real issue into stretches on which distances and worths are straight lines.</summary>
internal static class Stretches
{
    /// <summary>The stretches, ascending; only the first when nothing that is asked depends on the issue.</summary>
    public static IReadOnlyList<NumberRange> Of(
        DemandRegion region, int issue, IEnumerable<int> held, IEnumerable<int> loosened, IReadOnlyCollection<int>? owners = null)
    {
        Issue scale = region.Space.Issues[issue];
        List<NumberRange> left = [NumberRange.Between(scale.Low, scale.High)];
        foreach (NumberDemand demand in held.Select(d => region.Demands[d]).OfType<NumberDemand>().Where(d => d.Issue == issue))
        {
            left = [.. left.SelectMany(l => demand.Ranges.Select(l.Meet)).Where(r => !r.IsEmpty)];
        }

        NumberDemand[] measured = [.. loosened.Select(d => region.Demands[d]).OfType<NumberDemand>().Where(d => d.Issue == issue)];
        IssueTerm[] worths = [.. (owners ?? []).SelectMany(o => TermsOf(region, o, issue))];
        List<NumberRange> ordered = [.. left.Distinct().OrderBy(r => r.Low!.Value).ThenBy(r => !r.IncludesLow).ThenBy(r => r.High!.Value)];
        if (measured.Length == 0 && worths.Length == 0)
        {
            return [.. ordered.Take(1)];
        }

        foreach (Rational cut in measured.SelectMany(CutsOf).Concat(worths.SelectMany(t => t.Values.Breakpoints)).Distinct().Order())
        {
            ordered = [.. ordered.SelectMany(r => Cut(r, cut))];
        }

        return ordered;
    }

    public static IEnumerable<IssueTerm> TermsOf(DemandRegion region, int party, int issue) =>
        region.Utilities[party]!.Terms.OfType<IssueTerm>().Where(t => t.Issue == issue);

    /// <summary>Ends, and what lies halfway between two ends: there the nearest end changes.</summary>
    private static IEnumerable<Rational> CutsOf(NumberDemand demand)
    {
        Rational[] ends = [.. RangeEnd.AllOf(demand.Ranges).Select(e => e.Number).Distinct().Order()];
        return ends.Concat(ends.Zip(ends.Skip(1), (a, b) => (a + b) / 2));
    }

    private static IEnumerable<NumberRange> Cut(NumberRange range, Rational at)
    {
        if (!range.Contains(at) || range.Low == range.High)
        {
            return [range];
        }

        NumberRange[] parts =
        [
            range.Meet(NumberRange.Below(at)), NumberRange.Exactly(at), range.Meet(NumberRange.Above(at)),
        ];
        return parts.Where(p => !p.IsEmpty);
    }
}
