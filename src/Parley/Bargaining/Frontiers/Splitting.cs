using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Frontiers;

/// <summary>Issues that hang together, and nothing else hangs on them.</summary>
/// <param name="Issues">The issues, ascending.</param>
/// <param name="Constraints">The demands on them.</param>
/// <param name="Terms">For each party, its terms on them, in the order of its function.</param>
internal sealed record IssueGroup(
    IReadOnlyList<int> Issues, IReadOnlyList<OutcomeConstraint> Constraints, IReadOnlyList<UtilityTerm>[] Terms)
{
    /// <summary>Splits a problem into groups, in the order of their first issues.</summary>
    /// <param name="problem">The problem.</param>
    /// <remarks>Two issues hang together when a term of some party or a demand names both, or a chain of such does.</remarks>
    public static List<IssueGroup> Split(BargainingProblem problem)
    {
        int[] roots = [.. Enumerable.Range(0, problem.Space.Issues.Count)];
        foreach (IReadOnlyList<int> together in problem.Parties.SelectMany(p => p.Utility.Terms, (_, t) => t.Issues)
            .Concat(problem.Space.Constraints.Select(c => c.Issues)))
        {
            for (int i = 1; i < together.Count; i++)
            {
                int a = Root(roots, together[0]);
                int b = Root(roots, together[i]);
                roots[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        List<IssueGroup> groups = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, roots.Length).GroupBy(i => Root(roots, i)).OrderBy(g => g.Key))
        {
            groups.Add(new IssueGroup(
                [.. group],
                [.. problem.Space.Constraints.Where(c => c.Issues.Count > 0 && Root(roots, c.Issues[0]) == group.Key)],
                [.. problem.Parties.Select(p => p.Utility.Terms
                    .Where(t => t.Issues.Count > 0 && Root(roots, t.Issues[0]) == group.Key).ToArray())]));
        }

        return groups;
    }

    private static int Root(int[] roots, int issue)
    {
        while (roots[issue] != issue)
        {
            roots[issue] = roots[roots[issue]];
            issue = roots[issue];
        }

        return issue;
    }
}
