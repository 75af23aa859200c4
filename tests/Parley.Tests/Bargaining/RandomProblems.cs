using CsCheck;
using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Tests.Bargaining;

/// <summary>Small random problems whose outcomes can all be looked at.</summary>
internal static class RandomProblems
{
    /// <summary>Additive problems with few distinct worths, so that ties are frequent.</summary>
    public static Gen<BargainingProblem> Additive { get; } =
        from parties in Gen.Int[1, 5]
        from sizes in Gen.Int[1, 4].Array[0, 4]
        from worths in Gen.Int[-3, 6].Array[sizes.Sum() * parties]
        from weights in Gen.Int[0, 4].Array[sizes.Length * parties]
        from divisor in Gen.Int[1, 7]
        from reservations in Gen.Int[-4, 12].Array[parties]
        from refuses in Gen.Bool.Array[parties]
        select Make(parties, sizes, worths, weights, divisor, reservations, refuses);

    /// <summary>The same with terms on pairs of issues and demands on them.</summary>
    public static Gen<BargainingProblem> Joint { get; } =
        from problem in Additive
        from first in Gen.Int[0, 3]
        from second in Gen.Int[0, 3]
        from worth in Gen.Int[-5, 5]
        from shutsOut in Gen.Bool
        select Entangle(problem, first, second, worth, shutsOut);

    /// <summary>Sums of hyper-rectangles on a few issues, beside additive terms.</summary>
    public static Gen<BargainingProblem> Rectangles { get; } =
        from problem in Additive.Where(p => p.Space.Issues.Count > 1)
        from rectangles in Gen.Select(Gen.Int[0, 1000], Gen.Int[-2, 5], Gen.Int[0, 15], Gen.UInt).Array[0, 8]
        select WithRectangles(problem, rectangles);

    /// <summary>Every outcome of a problem that its demands allow.</summary>
    /// <param name="problem">The problem.</param>
    public static IEnumerable<Outcome> AllOutcomes(BargainingProblem problem)
    {
        IEnumerable<int[]> all = [[]];
        for (int i = 0; i < problem.Space.Issues.Count; i++)
        {
            int issue = i;
            all = all.SelectMany(
                a => Enumerable.Range(0, problem.Space.CountOf(issue)),
                (a, p) => (int[])[.. a, problem.Space.PlaceAt(issue, p)]);
        }

        return all.Select(a => new Outcome(a)).Where(problem.Space.Contains);
    }

    private static BargainingProblem Make(
        int parties, int[] sizes, int[] worths, int[] weights, int divisor, int[] reservations, bool[] refuses)
    {
        int next = 0;
        int nextWeight = 0;
        PartyPreferences[] all = new PartyPreferences[parties];
        for (int p = 0; p < parties; p++)
        {
            UtilityFunction utility = UtilityFunction.Additive([.. sizes.Select(size => (
                new Rational(weights[nextWeight++], divisor),
                (ValueFunction)new TableValues([.. Enumerable.Range(0, size).Select(_ => (Rational)worths[next++])])))]);
            all[p] = new PartyPreferences($"p{p}", utility, refuses[p] ? new Rational(reservations[p], divisor) : null);
        }

        return new BargainingProblem(
            new OutcomeSpace(sizes.Select((size, i) => Issue.Categorical($"i{i}", Enumerable.Range(0, size).Select(v => $"v{v}")))), all);
    }

    private static BargainingProblem Entangle(BargainingProblem problem, int first, int second, int worth, bool shutsOut)
    {
        int count = problem.Space.Issues.Count;
        if (count < 2 || first % count == second % count)
        {
            return problem;
        }

        int[] pair = [Math.Min(first % count, second % count), Math.Max(first % count, second % count)];
        UtilityTerm term = new JointTerm(pair, places => places[0] == places[1] ? worth : 0);
        PartyPreferences changed = problem.Parties[0] with
        {
            Utility = new UtilityFunction([.. problem.Parties[0].Utility.Terms, term], 2),
        };
        OutcomeConstraint[] demands = shutsOut ? [new OutcomeConstraint(pair, places => places[0] + places[1] != 1)] : [];
        return new BargainingProblem(
            new OutcomeSpace(problem.Space.Issues, demands), [changed, .. problem.Parties.Skip(1)]);
    }

    private static BargainingProblem WithRectangles(BargainingProblem problem, (int Party, int Worth, int Issues, uint Places)[] rectangles) =>
        problem with
        {
            Parties = [.. problem.Parties.Select((party, p) => party with
            {
                Utility = new UtilityFunction(
                    [
                        .. party.Utility.Terms,
                        .. rectangles.Where(r => r.Party % problem.Parties.Count == p).Select(r => new RectangleTerm(
                            r.Worth,
                            [.. Enumerable.Range(0, problem.Space.Issues.Count).Where(i => (r.Issues & (1 << i)) != 0).Select(i => (
                                i, (IReadOnlyList<bool>)[.. Enumerable.Range(0, 4).Select(v => (r.Places & (1u << ((i * 4) + v))) != 0)]))])),
                    ]),
            })],
        };
}
