using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bench.Engine;

/// <summary>The problems that the engine is measured on, the same for the same seed.</summary>
internal static class EngineProblems
{
    /// <summary>
    /// Additive utilities: ten labels an issue, each worth k/1000 with k drawn from 0 to 1000, weights k/100 with k from 1
    /// to 100.
    /// </summary>
    public static BargainingProblem Additive(int parties, int issues, ulong seed)
    {
        Parley.Numerics.SeededRandom random = new(seed);
        OutcomeSpace space = new(Enumerable.Range(0, issues).Select(i =>
            Issue.Categorical($"i{i}", Enumerable.Range(0, 10).Select(v => $"v{v}"))));
        PartyPreferences[] all = new PartyPreferences[parties];
        for (int p = 0; p < parties; p++)
        {
            (Rational, ValueFunction)[] terms = new (Rational, ValueFunction)[issues];
            for (int i = 0; i < issues; i++)
            {
                Rational weight = new(random.NextBelow(100) + 1, 100);
                Rational[] worths = new Rational[10];
                for (int v = 0; v < worths.Length; v++)
                {
                    worths[v] = new Rational(random.NextBelow(1001), 1000);
                }

                terms[i] = (weight, new TableValues(worths));
            }

            all[p] = new PartyPreferences($"p{p}", UtilityFunction.Additive(terms), 0);
        }

        return new BargainingProblem(space, all);
    }

    /// <summary>
    /// Additive utilities of opposed parties: what serves one serves the others the less. Ten labels an issue; the worths
    /// of one label to all parties are a random split of 1000, each weighed by k/100 with k from 50 to 100.
    /// </summary>
    public static BargainingProblem Opposed(int parties, int issues, ulong seed)
    {
        BargainingProblem problem = Additive(parties, issues, seed);
        Parley.Numerics.SeededRandom random = new(seed + 1);
        (Rational, ValueFunction)[][] terms = [.. Enumerable.Range(0, parties).Select(_ => new (Rational, ValueFunction)[issues])];
        for (int i = 0; i < issues; i++)
        {
            Rational[][] worths = [.. Enumerable.Range(0, parties).Select(_ => new Rational[10])];
            for (int v = 0; v < 10; v++)
            {
                int[] cuts = [0, .. Enumerable.Range(1, parties - 1).Select(_ => random.NextBelow(1001)).Order(), 1000];
                for (int p = 0; p < parties; p++)
                {
                    worths[p][v] = new Rational(cuts[p + 1] - cuts[p], 1000);
                }
            }

            for (int p = 0; p < parties; p++)
            {
                terms[p][i] = (new Rational(50 + random.NextBelow(51), 100), new TableValues(worths[p]));
            }
        }

        return problem with { Parties = [.. terms.Select((t, p) => new PartyPreferences($"p{p}", UtilityFunction.Additive(t), 0))] };
    }

    /// <summary>The same utilities as tables of doubles, by party and issue.</summary>
    public static double[][][] TablesOf(BargainingProblem problem) => [.. problem.Parties.Select(p => p.Utility.Terms
        .Select((t, i) => Enumerable.Range(0, problem.Space.CountOf(i)).Select(v => t.At(problem.Space, [v]).ToDouble()).ToArray())
        .ToArray())];

    /// <summary>
    /// Profiles of three parties near a simplex: shares u/(u1 + u2 + u3) of three uniform numbers, each less a uniform
    /// number below <paramref name="depth"/>. The deeper, the fewer are efficient.
    /// </summary>
    public static double[][] NearSimplex(int count, double depth, ulong seed)
    {
        Parley.Numerics.SeededRandom random = new(seed);
        double[][] columns = [new double[count], new double[count], new double[count]];
        for (int i = 0; i < count; i++)
        {
            double a = random.NextDouble();
            double b = random.NextDouble();
            double c = random.NextDouble();
            double sum = a + b + c;
            columns[0][i] = (a / sum) - (depth * random.NextDouble());
            columns[1][i] = (b / sum) - (depth * random.NextDouble());
            columns[2][i] = (c / sum) - (depth * random.NextDouble());
        }

        return columns;
    }
}
