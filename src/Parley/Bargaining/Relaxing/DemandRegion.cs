using System.Collections.Immutable;
using System.Numerics;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Relaxing;

/// <summary>What is left when some demands hold, exactly: places through the frontier, real issues through linear pieces.</summary>
internal sealed class DemandRegion
{
    private readonly OutcomeSpace finite;
    private readonly UtilityFunction?[] onPlaces;
    private readonly RelaxingLimits limits;
    private readonly BigInteger reservations;

    public DemandRegion(
        OutcomeSpace space, IReadOnlyList<UtilityFunction?> utilities, IReadOnlyList<Demand> demands, RelaxingLimits limits)
    {
        Space = space;
        Utilities = utilities;
        Demands = demands;
        this.limits = limits;
        Distances = [.. demands.Select((d, i) => DistancesOf(space, d))];
        RealIssues = [.. Enumerable.Range(0, space.Issues.Count).Where(i => space.Issues[i].Count is null)];
        finite = OnPlaces(space);
        onPlaces = new UtilityFunction?[utilities.Count];
        for (int i = 0; i < demands.Count; i++)
        {
            if (demands[i] is ReservationDemand { Party: int party })
            {
                reservations |= BigInteger.One << i;
                onPlaces[party] = OnPlaces(space, utilities[party]
                    ?? throw new ArgumentException("A reservation value needs the utility of its party.", nameof(demands)));
            }
        }
    }

    public OutcomeSpace Space { get; }

    public IReadOnlyList<UtilityFunction?> Utilities { get; }

    public IReadOnlyList<Demand> Demands { get; }

    /// <summary>For each demand on an issue with places, how far it must be loosened.</summary>
    public IReadOnlyList<PlaceDistances?> Distances { get; }

    public ImmutableArray<int> RealIssues { get; }

    public bool CanBeMet(BigInteger held)
    {
        ImmutableArray<int> list = Places(held);
        if ((held & reservations).IsZero && Space.Constraints.Count == 0)
        {
            return RealIssues.All(i => Stretches.Of(this, i, list, []).Count > 0) && !IsEmpty(Restricted(list));
        }

        return EnumeratePieces(list, []).Any(p => p.System.IsFeasible);
    }

    /// <summary>A value for each issue that meets all demands.</summary>
    public AgreedValue[]? FindWitness() => EnumeratePieces([.. Enumerable.Range(0, Demands.Count)], [])
        .Select(p => p.ValuesAt(p.System.FindNumbers())).FirstOrDefault(v => v is not null);

    /// <summary>All pieces on which everything is linear, without those that a demand held shuts out for certain.</summary>
    /// <param name="held">Demands that hold.</param>
    /// <param name="loosened">Demands that may be loosened; the others play no part.</param>
    public IEnumerable<LinearPiece> EnumeratePieces(ImmutableArray<int> held, ImmutableArray<int> loosened)
    {
        int[] owners = [.. held.Concat(loosened).Select(d => Demands[d]).OfType<ReservationDemand>().Select(d => d.Party).Distinct().Order()];
        List<IReadOnlyList<NumberRange>> stretches = [.. RealIssues.Select(i => Stretches.Of(this, i, held, loosened, owners))];
        if (stretches.Any(s => s.Count == 0))
        {
            yield break;
        }

        OutcomeSpace left = Restricted(held);
        int[] chosen = [.. loosened.Select(d => Demands[d]).OfType<LabelDemand>().Select(d => d.Issue)
            .Where(i => Space.Issues[i].Kind == IssueKind.Categorical).Distinct().Order()];
        IEnumerable<int>[] labels = [.. chosen.Select(i => Enumerable.Range(0, left.CountOf(i)).Select(p => left.PlaceAt(i, p)))];
        foreach (int[] label in Products.Of(labels))
        {
            OutcomeSpace part = left;
            for (int i = 0; i < chosen.Length; i++)
            {
                int place = label[i];
                part = part.Restrict(chosen[i], p => p == place);
            }

            if (IsEmpty(part))
            {
                continue;
            }

            ParetoFrontier frontier = FrontierOf(part, owners, loosened);
            foreach (NumberRange[] ranges in Products.Of(stretches))
            {
                PieceBuilder builder = new(this, held, loosened, owners, ranges);
                for (int i = 0; i < frontier.Count; i++)
                {
                    if (builder.Find(frontier, i, label) is LinearPiece piece)
                    {
                        yield return piece;
                    }
                }
            }
        }
    }

    /// <summary>What the owner of a demand on an issue loses when a value is let in; null when unknown.</summary>
    public Rational? CostOf(int demand, AgreedValue needed)
    {
        Demand line = Demands[demand];
        if (IssueOf(line) is not int issue || Utilities[line.Party] is not UtilityFunction utility)
        {
            return null;
        }

        List<IssueTerm> terms = [];
        foreach (UtilityTerm term in utility.Terms.Where(t => t.Issues.Contains(issue)))
        {
            if (term is not IssueTerm own)
            {
                return null;
            }

            terms.Add(own);
        }

        if (Distances[demand] is not PlaceDistances distances)
        {
            Rational number = needed.Number!.Value;
            Rational limit = RangeEnd.NearestTo(number, ((NumberDemand)line).Ranges)?.Number ?? number;
            return terms.All(t => t.Values is NumberValues)
                ? Sum(t => ((NumberValues)t.Values).At(limit)) - Sum(t => ((NumberValues)t.Values).At(number))
                : null;
        }

        int place = needed.Place!.Value;
        Issue of = Space.Issues[issue];
        int near = distances.NearestOf(place);
        Rational? kept = near < 0 ? null : of.Kind == IssueKind.Categorical
            ? Enumerable.Range(0, of.Count!.Value).Where(distances.Allows).Min(p => Sum(t => t.Values.At(of, p)))
            : Sum(t => t.Values.At(of, near));
        return kept - Sum(t => t.Values.At(of, place));

        Rational Sum(Func<IssueTerm, Rational> worth) =>
            terms.Aggregate(Rational.Zero, (sum, term) => sum + (term.Weight * worth(term)));
    }

    public static int? IssueOf(Demand demand) => demand switch
    {
        LabelDemand labels => labels.Issue,
        NumberDemand numbers => numbers.Issue,
        _ => null,
    };

    private static ImmutableArray<int> Places(BigInteger set) =>
        [.. Enumerable.Range(0, (int)set.GetBitLength()).Where(i => !((set >> i) & 1).IsZero)];

    private static bool IsEmpty(OutcomeSpace space) => Enumerable.Range(0, space.Issues.Count).Any(i => space.CountOf(i) == 0);

    private static PlaceDistances? DistancesOf(OutcomeSpace space, Demand demand)
    {
        if (IssueOf(demand) is not int index)
        {
            return null;
        }

        Issue issue = space.Issues[index];
        return demand switch
        {
            LabelDemand labels when !issue.IsNumeric && !labels.Places.IsEmpty && labels.Places.All(p => p >= 0 && p < issue.Count) =>
                PlaceDistances.Of(issue, labels),
            NumberDemand numbers when issue.IsNumeric && !numbers.Ranges.IsEmpty && !numbers.Ranges.Any(r => r.IsEmpty) =>
                issue.Count is null ? null : PlaceDistances.Of(issue, numbers),
            _ => throw new ArgumentException("A demand names values of its issue, at least one.", nameof(demand)),
        };
    }

    /// <summary>The same space with every real issue without points on one point.</summary>
    private OutcomeSpace OnPlaces(OutcomeSpace space)
    {
        if (RealIssues.IsEmpty)
        {
            return space;
        }

        if (space.Constraints.Any(c => c.Issues.Any(i => RealIssues.Contains(i))))
        {
            throw new ArgumentException("A demand on several issues needs issues with places.", nameof(space));
        }

        OutcomeSpace placed = new(space.Issues.Select(i => i.Count is null ? i.OnPoints([i.Low]) : i), space.Constraints);
        foreach (int issue in Enumerable.Range(0, space.Issues.Count).Where(i => !RealIssues.Contains(i)))
        {
            placed = space.CountOf(issue) == space.Issues[issue].Count ? placed : placed.Restrict(issue, p => space.IsAllowed(issue, p));
        }

        return placed;
    }

    private UtilityFunction OnPlaces(OutcomeSpace space, UtilityFunction utility)
    {
        List<UtilityTerm> terms = [];
        foreach (UtilityTerm term in utility.Terms)
        {
            if (!term.Issues.Any(i => RealIssues.Contains(i)))
            {
                terms.Add(term);
            }
            else if (term is not IssueTerm { Values: NumberValues { IsPiecewiseLinear: true } })
            {
                throw new ArgumentException("The worth of a real issue without points must be made of straight lines.", nameof(space));
            }
        }

        return new UtilityFunction(terms, utility.Constant);
    }

    private OutcomeSpace Restricted(ImmutableArray<int> held)
    {
        OutcomeSpace left = finite;
        foreach (int demand in held)
        {
            if (Distances[demand] is PlaceDistances distances)
            {
                left = left.Restrict(IssueOf(Demands[demand])!.Value, distances.Allows);
            }
        }

        return left;
    }

    private ParetoFrontier FrontierOf(OutcomeSpace part, int[] owners, ImmutableArray<int> loosened)
    {
        IEnumerable<PartyPreferences> parties = owners.Select(o => new PartyPreferences("", onPlaces[o]!));
        IEnumerable<PartyPreferences> amounts = loosened.Where(d => Distances[d] is not null).Select(d => new PartyPreferences(
            "", new UtilityFunction([new IssueTerm(IssueOf(Demands[d])!.Value, -1, new TableValues(Distances[d]!.Amounts))])));
        return ParetoFrontier.TryCompute(new BargainingProblem(part, [.. parties, .. amounts]), limits.Frontier, out ParetoFrontier? frontier)
            ? frontier
            : throw new InvalidOperationException("Reservation values need more work than the limits allow.");
    }
}

/// <summary>Every choice of one item from each of several lists, the last changing fastest.</summary>
internal static class Products
{
    public static IEnumerable<T[]> Of<T>(IReadOnlyList<IEnumerable<T>> lists, int from = 0)
    {
        if (from == lists.Count)
        {
            yield return new T[lists.Count];
            yield break;
        }

        foreach (T item in lists[from])
        {
            foreach (T[] rest in Of(lists, from + 1))
            {
                rest[from] = item;
                yield return rest;
            }
        }
    }
}
