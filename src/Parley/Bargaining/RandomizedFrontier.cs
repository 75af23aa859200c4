using Parley.Numerics;
using Parley.Preferences;

namespace Parley.Bargaining;

/// <summary>
/// What two parties can expect at best when they may draw lots between outcomes: the upper right edge of the convex hull
/// of a frontier, as its corners joined by straight lines. Exact. Immutable.
/// </summary>
/// <remarks>
/// Not the <see cref="ParetoFrontier"/>: most of its points are no outcome, and an efficient outcome may lie below it.
/// The theorems of Nash and of Kalai and Smorodinsky speak of this set; on it their solutions are unique.
/// </remarks>
public sealed class RandomizedFrontier
{
    private RandomizedFrontier(IReadOnlyList<int> corners, IReadOnlyList<UtilityProfile> profiles)
    {
        Corners = corners;
        Profiles = profiles;
    }

    /// <summary>Places of the corners on the Pareto frontier, by descending utility of the first party.</summary>
    public IReadOnlyList<int> Corners { get; }

    /// <summary>The profiles of the corners, in the same order; empty when there is no outcome.</summary>
    public IReadOnlyList<UtilityProfile> Profiles { get; }

    /// <summary>Finds the corners.</summary>
    /// <param name="frontier">The frontier of a problem of two parties.</param>
    /// <exception cref="ArgumentException">There are not two parties.</exception>
    public static RandomizedFrontier Of(ParetoFrontier frontier)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        if (frontier.Problem.Parties.Count != 2)
        {
            throw new ArgumentException("Corners are found for two parties.", nameof(frontier));
        }

        List<int> corners = [];
        List<UtilityProfile> profiles = [];
        for (int i = 0; i < frontier.Count; i++)
        {
            UtilityProfile next = frontier[i];
            while (profiles.Count > 1 && !IsAbove(profiles[^1], profiles[^2], next))
            {
                corners.RemoveAt(corners.Count - 1);
                profiles.RemoveAt(profiles.Count - 1);
            }

            corners.Add(i);
            profiles.Add(next);
        }

        return new RandomizedFrontier(corners, profiles);
    }

    /// <summary>
    /// The profile of the greatest product of gains. Nash (1950), "The bargaining problem", Econometrica 18(2).
    /// </summary>
    /// <param name="disagreement">Utilities with no agreement.</param>
    /// <returns>The only one there is; null when no lottery is acceptable to both.</returns>
    public UtilityProfile? FindNash(UtilityProfile disagreement)
    {
        ArgumentNullException.ThrowIfNull(disagreement);
        UtilityProfile? best = null;
        Rational greatest = default;
        foreach (UtilityProfile candidate in Edges().SelectMany(e => NashCandidates(e.From, e.To, disagreement)))
        {
            Rational first = candidate[0] - disagreement[0];
            Rational second = candidate[1] - disagreement[1];
            if (first.Sign >= 0 && second.Sign >= 0 && (best is null || first * second > greatest))
            {
                best = candidate;
                greatest = first * second;
            }
        }

        return best;
    }

    /// <summary>
    /// The profile at which both have the same share of what they could gain at best. Kalai and Smorodinsky (1975),
    /// "Other solutions to Nash's bargaining problem", Econometrica 43(3).
    /// </summary>
    /// <param name="disagreement">Utilities with no agreement.</param>
    /// <returns>The only one there is; null when no lottery is acceptable to both.</returns>
    public UtilityProfile? FindKalaiSmorodinsky(UtilityProfile disagreement)
    {
        ArgumentNullException.ThrowIfNull(disagreement);
        if (BestOf(0, disagreement) is not Rational first || BestOf(1, disagreement) is not Rational second)
        {
            return null;
        }

        Rational idealFirst = first - disagreement[0];
        Rational idealSecond = second - disagreement[1];
        UtilityProfile? best = null;
        foreach ((UtilityProfile from, UtilityProfile to) in Edges())
        {
            // Where (u1 - d1) · ideal2 and (u2 - d2) · ideal1 are equal along the edge.
            Rational atFrom = Lead(from);
            Rational atTo = Lead(to);
            Rational share = atFrom == atTo ? Rational.Zero : atFrom / (atFrom - atTo);
            UtilityProfile candidate = Between(from, to, Rational.Max(Rational.Zero, Rational.Min(Rational.One, share)));
            if (candidate[0] >= disagreement[0] && candidate[1] >= disagreement[1]
                && (best is null || Rational.Abs(Lead(candidate)) < Rational.Abs(Lead(best))))
            {
                best = candidate;
            }
        }

        return best;

        Rational Lead(UtilityProfile profile) =>
            ((profile[0] - disagreement[0]) * idealSecond) - ((profile[1] - disagreement[1]) * idealFirst);
    }

    private static bool IsAbove(UtilityProfile middle, UtilityProfile before, UtilityProfile after) =>
        ((middle[1] - before[1]) * (before[0] - after[0])) > ((after[1] - before[1]) * (before[0] - middle[0]));

    private static UtilityProfile Between(UtilityProfile from, UtilityProfile to, Rational share) => new(
        from[0] + (share * (to[0] - from[0])), from[1] + (share * (to[1] - from[1])));

    private static IEnumerable<UtilityProfile> NashCandidates(UtilityProfile from, UtilityProfile to, UtilityProfile disagreement)
    {
        Rational firstGain = from[0] - disagreement[0];
        Rational secondGain = from[1] - disagreement[1];
        Rational firstStep = to[0] - from[0];
        Rational secondStep = to[1] - from[1];
        yield return from;
        yield return to;

        // (a + s·x)(b + s·y) has its summit where s = -(a·y + b·x) / (2·x·y); an edge falls, so x·y is below 0.
        if ((firstStep * secondStep).Sign < 0)
        {
            Rational share = -((firstGain * secondStep) + (secondGain * firstStep)) / (2 * (firstStep * secondStep));
            if (share > Rational.Zero && share < Rational.One)
            {
                yield return Between(from, to, share);
            }

            // Where one of them stops to refuse.
            foreach (Rational limit in (Rational[])[-firstGain / firstStep, -secondGain / secondStep])
            {
                if (limit > Rational.Zero && limit < Rational.One)
                {
                    yield return Between(from, to, limit);
                }
            }
        }
    }

    /// <summary>The most that one party can have while the other does not refuse; null when it cannot be.</summary>
    private Rational? BestOf(int party, UtilityProfile disagreement)
    {
        Rational? best = null;
        foreach (UtilityProfile candidate in Edges().SelectMany(e => NashCandidates(e.From, e.To, disagreement)))
        {
            if (candidate[0] >= disagreement[0] && candidate[1] >= disagreement[1] && (best is null || candidate[party] > best))
            {
                best = candidate[party];
            }
        }

        return best;
    }

    private IEnumerable<(UtilityProfile From, UtilityProfile To)> Edges() => Profiles.Count == 1
        ? [(Profiles[0], Profiles[0])]
        : Profiles.Zip(Profiles.Skip(1));
}
