using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Measures;

/// <summary>Why a logrolling gain is undefined.</summary>
public enum NoLogrollingReason : byte
{
    /// <summary>It is defined.</summary>
    None,

    /// <summary>A utility does not come apart into single issues, so no issue can be settled by itself.</summary>
    NotAdditive,

    /// <summary>A demand on several issues at once may shut out what settling each by itself gives.</summary>
    DemandsOnSeveralIssues,

    /// <summary>Nothing can be agreed.</summary>
    NoOutcome,
}

/// <summary>
/// What a package over all issues brings every party beyond settling each issue by itself. Exact. Immutable.
/// </summary>
/// <remarks>
/// <para>The <see cref="Compromise"/> settles each issue by itself: at the value where the smallest share is greatest,
/// a share being what a party has of the difference between the best and the worst value of that issue for it; parties to
/// which the values are all the same have no say. Ties: the greatest sum of shares, then the first place.</para>
/// <para>The gain is the most that a package can add to the compromise for every party alike, on the scale of the
/// utilities: the egalitarian solution with the compromise for the disagreement point. It is never negative, and 0 when
/// the compromise, or another profile with the same least utility gained, cannot be improved for all.</para>
/// <para>After the comparison in Froman and Cohen (1970), "Compromise and logroll: Comparing the efficiency of two
/// bargaining processes", Behavioral Science 15(2); the measure itself is defined here.</para>
/// </remarks>
/// <param name="Compromise">The outcome of settling each issue by itself.</param>
/// <param name="CompromiseProfile">Its utilities.</param>
/// <param name="Packages">Places on the frontier of the packages that add most, ascending.</param>
/// <param name="Gain">What they add for every party at the least; not negative.</param>
public sealed record LogrollingGain(
    Outcome Compromise, UtilityProfile CompromiseProfile, IReadOnlyList<int> Packages, Rational Gain)
{
    /// <summary>Finds the gain; null when it is undefined.</summary>
    /// <param name="frontier">The frontier of a problem.</param>
    /// <param name="reason">Why it is undefined.</param>
    public static LogrollingGain? Find(ParetoFrontier frontier, out NoLogrollingReason reason)
    {
        ArgumentNullException.ThrowIfNull(frontier);
        BargainingProblem problem = frontier.Problem;
        reason = !problem.Parties.All(p => p.Utility.IsAdditive) ? NoLogrollingReason.NotAdditive
            : problem.Space.Constraints.Count > 0 ? NoLogrollingReason.DemandsOnSeveralIssues
            : frontier.Count == 0 ? NoLogrollingReason.NoOutcome
            : NoLogrollingReason.None;
        if (reason != NoLogrollingReason.None)
        {
            return null;
        }

        Outcome compromise = new([.. Enumerable.Range(0, problem.Space.Issues.Count).Select(i => SettleAlone(problem, i))]);
        UtilityProfile profile = problem.ProfileOf(compromise);
        IReadOnlyList<int> packages = BargainingSolutions.Compute(frontier, profile).Egalitarian;
        Rational gain = Enumerable.Range(0, problem.Parties.Count)
            .Select(p => frontier.UtilityAt(p, packages[0]) - profile[p]).DefaultIfEmpty().Min();
        return new LogrollingGain(compromise, profile, packages, gain);
    }

    private static int SettleAlone(BargainingProblem problem, int issue)
    {
        int[] places = [.. Enumerable.Range(0, problem.Space.CountOf(issue)).Select(i => problem.Space.PlaceAt(issue, i))];
        List<Rational[]> shares = [];
        foreach (PartyPreferences party in problem.Parties)
        {
            UtilityTerm[] terms = [.. party.Utility.Terms.Where(t => t.Issues.Count == 1 && t.Issues[0] == issue)];
            Rational[] worths = [.. places.Select(p => terms.Aggregate(Rational.Zero, (sum, t) => sum + t.At(problem.Space, [p])))];
            Rational least = worths.Min();
            Rational range = worths.Max() - least;
            if (range.Sign > 0)
            {
                shares.Add([.. worths.Select(w => (w - least) / range)]);
            }
        }

        return Enumerable.Range(0, places.Length)
            .OrderByDescending(i => shares.Select(s => s[i]).DefaultIfEmpty().Min())
            .ThenByDescending(i => shares.Aggregate(Rational.Zero, (sum, s) => sum + s[i]))
            .Select(i => places[i]).First();
    }
}
