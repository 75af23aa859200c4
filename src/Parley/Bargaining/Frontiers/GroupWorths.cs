using System.Numerics;
using Parley.Numerics;
using Parley.Preferences;

namespace Parley.Bargaining.Frontiers;

/// <summary>The exact worths of the choices of one group, before they are scaled.</summary>
/// <param name="Group">The group.</param>
/// <param name="Choices">Its allowed choices, ascending.</param>
/// <param name="Worths">For each party the worth of each choice, in the same order.</param>
internal sealed record GroupWorths(IssueGroup Group, IReadOnlyList<int[]> Choices, Rational[][] Worths)
{
    /// <summary>Lists the worths of a group.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="group">The group.</param>
    public static GroupWorths Of(BargainingProblem problem, IssueGroup group)
    {
        List<int[]> choices = [.. ListedComponent<long>.ChoicesOf(problem.Space, group)];
        Rational[][] worths = new Rational[problem.Parties.Count][];
        for (int p = 0; p < worths.Length; p++)
        {
            worths[p] = new Rational[choices.Count];
            foreach (UtilityTerm term in group.Terms[p])
            {
                int[] at = [.. term.Issues.Select(i => group.Issues.TakeWhile(g => g != i).Count())];
                int[] own = new int[at.Length];
                for (int c = 0; c < choices.Count; c++)
                {
                    for (int i = 0; i < at.Length; i++)
                    {
                        own[i] = choices[c][at[i]];
                    }

                    worths[p][c] += term.At(problem.Space, own);
                }
            }
        }

        return new GroupWorths(group, choices, worths);
    }

    /// <summary>The group's frontier in whole numbers.</summary>
    /// <param name="scalings">The scaling of each party.</param>
    /// <param name="narrow">Makes a whole number of the type of one that fits.</param>
    public ListedComponent<T> Scale<T>(IReadOnlyList<Scaling> scalings, Func<BigInteger, T> narrow)
        where T : struct, INumber<T>
    {
        int parties = Worths.Length;
        T[] numbers = new T[Choices.Count * parties];
        for (int p = 0; p < parties; p++)
        {
            for (int c = 0; c < Choices.Count; c++)
            {
                numbers[(c * parties) + p] = narrow(scalings[p].Scale(Worths[p][c]));
            }
        }

        return new ListedComponent<T>(Group.Issues, Choices, numbers, parties);
    }
}
