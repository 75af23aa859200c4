using Parley.Numerics;
using Parley.Preferences;

namespace Parley.Bargaining;

/// <summary>
/// The profiles of a frontier that the classical solutions choose, among those that no party refuses. Immutable.
/// </summary>
/// <remarks>
/// <para>Every list holds the places of all tied profiles on the frontier, ascending, and is empty when no profile is
/// acceptable to all. Ties are exact. On a finite set the solutions need not be unique, and the axioms of the theorems,
/// which assume a convex set, hold only in part.</para>
/// <para>Gains are measured from the <see cref="DisagreementPoint"/>: a party's reservation value, or, for a party that
/// refuses nothing, the least utility that any outcome has for it.</para>
/// </remarks>
public sealed class BargainingSolutions
{
    private readonly ParetoFrontier frontier;
    private readonly List<int> zopa;

    private BargainingSolutions(ParetoFrontier frontier, List<int> zopa, UtilityProfile disagreement)
    {
        this.frontier = frontier;
        this.zopa = zopa;
        DisagreementPoint = disagreement;
        int parties = disagreement.Utilities.Count;
        IdealPoint = zopa.Count == 0
            ? null
            : new UtilityProfile(Enumerable.Range(0, parties).Select(p => zopa.Max(i => frontier.UtilityAt(p, i))));
        Nash = FindBest(NearNashProduct, i => Gains(i).Aggregate(Rational.One, (product, gain) => product * gain));
        Egalitarian = FindBest(
            i => Enumerable.Range(0, parties).Select(p => NearGain(p, i)).DefaultIfEmpty().Min(),
            i => Gains(i).DefaultIfEmpty().Min());
        Utilitarian = FindBest(
            i => Enumerable.Range(0, parties).Sum(p => frontier.NearUtilityAt(p, i)),
            i => frontier[i].Utilities.Aggregate(Rational.Zero, (sum, utility) => sum + utility));
        KalaiSmorodinsky = FindBest(i => -NearSpread(i), i => -Spread(i));
    }

    /// <summary>Utilities with no agreement.</summary>
    public UtilityProfile DisagreementPoint { get; }

    /// <summary>The best that each party could hope for among what no party refuses; null when there is nothing.</summary>
    public UtilityProfile? IdealPoint { get; }

    /// <summary>Places on the frontier of the profiles that no party refuses, ascending.</summary>
    public IReadOnlyList<int> Acceptable => zopa;

    /// <summary>
    /// The greatest Nash product, the product over parties of gains. Nash (1950), "The bargaining problem",
    /// Econometrica 18(2).
    /// </summary>
    public IReadOnlyList<int> Nash { get; }

    /// <summary>
    /// The most nearly equal shares of the ideal gains: the least difference between the greatest and the least share,
    /// where a share is a gain divided by the gain at the <see cref="IdealPoint"/>; a party whose ideal gain is 0 has the
    /// share 0. Kalai and Smorodinsky (1975), "Other solutions to Nash's bargaining problem", Econometrica 43(3), for
    /// finite sets, where no outcome need have equal shares.
    /// </summary>
    public IReadOnlyList<int> KalaiSmorodinsky { get; }

    /// <summary>
    /// The greatest least gain, on the scale that the utilities are written in. Kalai (1977), "Proportional solutions to
    /// bargaining situations", Econometrica 45(7).
    /// </summary>
    public IReadOnlyList<int> Egalitarian { get; }

    /// <summary>The greatest sum of utilities, on the scale that they are written in.</summary>
    public IReadOnlyList<int> Utilitarian { get; }

    /// <summary>Finds the solutions.</summary>
    /// <param name="frontier">The frontier of a problem.</param>
    /// <param name="disagreement">Utilities with no agreement, instead of the problem's own; null for those.</param>
    /// <exception cref="ArgumentException"><paramref name="disagreement"/> has not one utility for each party.</exception>
    public static BargainingSolutions Compute(ParetoFrontier frontier, UtilityProfile? disagreement = null)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        IReadOnlyList<PartyPreferences> parties = frontier.Problem.Parties;
        if (disagreement is not null && disagreement.Utilities.Count != parties.Count)
        {
            throw new ArgumentException("A profile has one utility for each party.", nameof(disagreement));
        }

        UtilityProfile least = disagreement ?? new UtilityProfile(parties.Select(
            (p, i) => p.ReservationValue ?? frontier.LeastUtilityOf(i) ?? Rational.Zero));
        List<int> zopa = [];
        for (int i = 0; i < frontier.Count; i++)
        {
            if (Enumerable.Range(0, parties.Count).All(p => IsAtLeast(frontier, p, i, least[p])))
            {
                zopa.Add(i);
            }
        }

        return new BargainingSolutions(frontier, zopa, least);
    }

    private static bool IsAtLeast(ParetoFrontier frontier, int party, int index, Rational bound)
    {
        double near = frontier.NearUtilityAt(party, index) - bound.ToDouble();
        double doubt = 1e-9 * (1 + Math.Abs(bound.ToDouble()));
        return Math.Abs(near) > doubt ? near > 0 : frontier.UtilityAt(party, index) >= bound;
    }

    private IEnumerable<Rational> Gains(int index) =>
        DisagreementPoint.Utilities.Select((d, p) => frontier.UtilityAt(p, index) - d);

    private double NearGain(int party, int index) =>
        frontier.NearUtilityAt(party, index) - DisagreementPoint[party].ToDouble();

    private double NearNashProduct(int index)
    {
        double product = 1;
        for (int p = 0; p < DisagreementPoint.Utilities.Count; p++)
        {
            product *= NearGain(p, index);
        }

        return product;
    }

    private Rational Spread(int index)
    {
        Rational[] shares = [.. Gains(index).Select((gain, p) => Share(gain, IdealPoint![p] - DisagreementPoint[p]))];
        return shares.Length == 0 ? Rational.Zero : shares.Max() - shares.Min();

        static Rational Share(Rational gain, Rational ideal) => ideal.Sign == 0 ? Rational.Zero : gain / ideal;
    }

    private double NearSpread(int index)
    {
        double greatest = 0;
        double least = 0;
        for (int p = 0; p < DisagreementPoint.Utilities.Count; p++)
        {
            double ideal = (IdealPoint![p] - DisagreementPoint[p]).ToDouble();
            double share = ideal == 0 ? 0 : NearGain(p, index) / ideal;
            greatest = p == 0 ? share : Math.Max(greatest, share);
            least = p == 0 ? share : Math.Min(least, share);
        }

        return greatest - least;
    }

    /// <summary>All that are exactly best; doubles only sift out what is clearly worse.</summary>
    private List<int> FindBest(Func<int, double> near, Func<int, Rational> exact)
    {
        List<int> best = [];
        if (zopa.Count == 0)
        {
            return best;
        }

        double[] values = [.. zopa.Select(near)];
        double greatest = values.Max();
        double doubt = 1e-9 * (1 + values.Max(Math.Abs));
        Rational top = default;
        for (int k = 0; k < values.Length; k++)
        {
            if (values[k] < greatest - doubt)
            {
                continue;
            }

            Rational value = exact(zopa[k]);
            int order = best.Count == 0 ? 1 : value.CompareTo(top);
            if (order > 0)
            {
                best.Clear();
                top = value;
            }

            if (order >= 0)
            {
                best.Add(zopa[k]);
            }
        }

        return best;
    }
}
