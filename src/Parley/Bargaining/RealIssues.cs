using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining;

/// <summary>The points on which a real issue is solved.</summary>
/// <param name="Issue">Which issue, from 0.</param>
/// <param name="Points">How many points.</param>
/// <param name="Losses">
/// For each party the most by which moving to the nearest point changes its utility; null when the value function is not
/// made of straight lines, so that nothing can be said.
/// </param>
public sealed record IssuePoints(int Issue, int Points, IReadOnlyList<Rational?> Losses);

/// <summary>A problem whose real issues have been put on points, and what that can cost.</summary>
/// <param name="Problem">The problem on a finite space.</param>
/// <param name="Issues">The issues that were put on points, in order; empty when none was real.</param>
public sealed record PointedProblem(BargainingProblem Problem, IReadOnlyList<IssuePoints> Issues)
{
    /// <summary>
    /// The error bound of a party: every outcome off the points has an outcome on them that differs by no more for any
    /// party. Null when no bound is known.
    /// </summary>
    /// <param name="party">Which party.</param>
    public Rational? LossOf(int party) => Issues.Any(i => i.Losses[party] is null)
        ? null
        : Issues.Aggregate(Rational.Zero, (sum, issue) => sum + issue.Losses[party]!.Value);
}

/// <summary>Puts real issues on points: the ends, every breakpoint of a value function, and an even grid.</summary>
public static class RealIssues
{
    /// <summary>Points of the even grid where nothing else is asked.</summary>
    public const int UsualGrid = 101;

    /// <summary>Puts every real issue on points.</summary>
    /// <param name="problem">A problem.</param>
    /// <param name="grid">Points of the even grid, ends included; at least 2.</param>
    /// <param name="named">Further numbers to be points, for an issue by its place; those outside the ends are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grid"/> is below 2.</exception>
    public static PointedProblem Place(
        BargainingProblem problem, int grid = UsualGrid, Func<int, IEnumerable<Rational>>? named = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(grid, 2);
        Issue[] issues = [.. problem.Space.Issues];
        List<IssuePoints> placed = [];
        for (int i = 0; i < issues.Length; i++)
        {
            Issue issue = issues[i];
            if (issue.Count is not null)
            {
                continue;
            }

            int place = i;
            IEnumerable<IssueTerm> terms = problem.Parties.SelectMany(p => p.Utility.Terms.OfType<IssueTerm>()).Where(t => t.Issue == place);
            issues[i] = issue.OnPoints(
            [
                .. Enumerable.Range(0, grid).Select(k => issue.Low + ((issue.High - issue.Low) * new Rational(k, grid - 1))),
                .. terms.SelectMany(t => t.Values.Breakpoints).Concat(named?.Invoke(i) ?? []).Where(b => b >= issue.Low && b <= issue.High),
            ]);
            placed.Add(new IssuePoints(i, issues[i].Count!.Value, [.. problem.Parties.Select(p => LossOf(p, place, issues[place]))]));
        }

        return new PointedProblem(
            placed.Count == 0 ? problem : problem with { Space = new OutcomeSpace(issues, problem.Space.Constraints) }, placed);
    }

    /// <summary>
    /// Half of the greatest difference between neighbouring points: on a straight line the nearest point is no further.
    /// </summary>
    private static Rational? LossOf(PartyPreferences party, int issue, Issue points)
    {
        UtilityTerm[] terms = [.. party.Utility.Terms.Where(t => t.Issues.Contains(issue))];
        if (!terms.All(t => t is IssueTerm { Values.IsPiecewiseLinear: true }))
        {
            return null;
        }

        Rational most = Rational.Zero;
        for (int k = 1; k < points.Count; k++)
        {
            Rational difference = Rational.Zero;
            foreach (IssueTerm term in terms.Cast<IssueTerm>())
            {
                difference += term.Weight * (term.Values.At(points, k) - term.Values.At(points, k - 1));
            }

            most = Rational.Max(most, Rational.Abs(difference));
        }

        return most / 2;
    }
}
