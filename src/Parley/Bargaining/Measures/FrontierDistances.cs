using Parley.Numerics;
using Parley.Preferences;

namespace Parley.Bargaining.Measures;

/// <summary>
/// Straight distances between profiles, to about sixteen digits, in the common scale that the caller takes the utilities
/// to have.
/// </summary>
public static class FrontierDistances
{
    /// <summary>
    /// How far the parties' wishes are from being met all at once: the distance from the profile in which each has 1 to
    /// the nearest of some profiles; null when there are none.
    /// </summary>
    /// <param name="frontier">The frontier, of utilities in [0, 1].</param>
    /// <param name="among">
    /// Places on the frontier: all for the whole space, <see cref="BargainingSolutions.Acceptable"/> for what no party
    /// refuses, or those of one solution.
    /// </param>
    /// <remarks>
    /// Over all outcomes this is the opposition of Baarslag et al. (2013), "Evaluating practical negotiating agents",
    /// Artificial Intelligence 198: as no utility is above 1, the nearest outcome is undominated. NegoLog states as
    /// opposition the distance to an outcome with the greatest sum of utilities, which is never less.
    /// </remarks>
    public static double? FindOpposition(ParetoFrontier frontier, IEnumerable<int> among)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        return FindLeast(frontier, among, new UtilityProfile(frontier.Problem.Parties.Select(_ => Rational.One)));
    }

    /// <summary>The distance from a profile to the nearest of some profiles of a frontier; null when there are none.</summary>
    /// <param name="frontier">The frontier.</param>
    /// <param name="among">Places on the frontier: all, or those of one solution.</param>
    /// <param name="from">The profile.</param>
    /// <exception cref="ArgumentException">The profile has not one utility for each party.</exception>
    public static double? FindLeast(ParetoFrontier frontier, IEnumerable<int> among, UtilityProfile from)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        ArgumentNullException.ThrowIfNull(among);
        ArgumentNullException.ThrowIfNull(from);
        if (from.Utilities.Count != frontier.Problem.Parties.Count)
        {
            throw new ArgumentException("A profile has one utility for each party.", nameof(from));
        }

        double[] point = [.. from.Utilities.Select(u => u.ToDouble())];
        double? least = null;
        foreach (int place in among)
        {
            double sum = 0;
            for (int party = 0; party < point.Length; party++)
            {
                double difference = frontier.NearUtilityAt(party, place) - point[party];
                sum += difference * difference;
            }

            least = Math.Min(least ?? double.PositiveInfinity, sum);
        }

        return least is double squared ? Math.Sqrt(squared) : null;
    }
}
