using Xunit;
using Parley.Bargaining;
using Parley.Outcomes;

namespace Parley.Tests.Exchange;

/// <summary>Every outcome's utilities as doubles, by plain enumeration: slow, and another way than the engine's.</summary>
internal static class OutcomeWalk
{
    /// <summary>Utilities of every outcome; the same array is handed out again and again.</summary>
    /// <param name="problem">A problem with additive functions on finite issues.</param>
    public static IEnumerable<double[]> Profiles(BargainingProblem problem)
    {
        int parties = problem.Parties.Count;
        OutcomeSpace space = problem.Space;
        double[][][] worths = [.. problem.Parties.Select(p => Enumerable.Range(0, space.Issues.Count)
            .Select(i => new double[space.CountOf(i)]).ToArray())];
        for (int party = 0; party < parties; party++)
        {
            foreach (var term in problem.Parties[party].Utility.Terms)
            {
                int issue = Assert.Single(term.Issues);
                for (int place = 0; place < worths[party][issue].Length; place++)
                {
                    worths[party][issue][place] += term.At(space, [place]).ToDouble();
                }
            }
        }

        int[] places = new int[space.Issues.Count];
        double[] profile = new double[parties];
        while (true)
        {
            for (int party = 0; party < parties; party++)
            {
                profile[party] = 0;
                for (int issue = 0; issue < places.Length; issue++)
                {
                    profile[party] += worths[party][issue][places[issue]];
                }
            }

            yield return profile;
            int last = places.Length - 1;
            while (last >= 0 && ++places[last] == space.CountOf(last))
            {
                places[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    /// <summary>The greatest value of a measure of profiles.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="measure">The measure.</param>
    public static double Greatest(BargainingProblem problem, Func<double[], double> measure) => Profiles(problem).Max(measure);
}
