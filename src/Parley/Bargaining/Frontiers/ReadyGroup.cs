using System.Numerics;
using Parley.Numerics;
using Parley.Preferences;

namespace Parley.Bargaining.Frontiers;

/// <summary>A group of issues made ready to be solved, with every worth that has to be scaled.</summary>
internal abstract class ReadyGroup
{
    /// <summary>Worths of a party: the sum of the greatest of each set bounds what the group can add to it.</summary>
    /// <param name="party">Which party.</param>
    public abstract IEnumerable<IEnumerable<Rational>> WorthsOf(int party);

    /// <summary>Solves the group in whole numbers; null when a limit is passed.</summary>
    /// <param name="scalings">The scaling of each party.</param>
    /// <param name="narrow">Makes a whole number of the type of one that fits.</param>
    /// <param name="limits">The most work.</param>
    public abstract Component<T>? Solve<T>(IReadOnlyList<Scaling> scalings, Func<BigInteger, T> narrow, FrontierLimits limits)
        where T : struct, INumber<T>;

    /// <summary>Makes a group ready; null when a limit is passed.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="group">The group.</param>
    /// <param name="limits">The most work.</param>
    public static ReadyGroup? Of(BargainingProblem problem, IssueGroup group, FrontierLimits limits)
    {
        if (group.Issues.Count == 1)
        {
            return problem.Space.CountOf(group.Issues[0]) > limits.MostChoices ? null : IssueWorths.Of(problem, group);
        }

        return group.Issues.Any(i => problem.Space.CountOf(i) == 0) ? IssueWorths.Empty(problem, group)
            : JointGroup.Explore(problem.Space, group, limits) is JointGroup joint ? new ReadyJointGroup(problem, joint) : null;
    }

    private sealed class ReadyJointGroup(BargainingProblem problem, JointGroup group) : ReadyGroup
    {
        public override IEnumerable<IEnumerable<Rational>> WorthsOf(int party) =>
            group.Parts.Where(p => p.Party == party).Select(p => p.Worths);

        public override Component<T>? Solve<T>(IReadOnlyList<Scaling> scalings, Func<BigInteger, T> narrow, FrontierLimits limits) =>
            JointComponent<T>.Solve(problem.Space, group, scalings, narrow, limits.MostProfiles);
    }
}

/// <summary>The exact worths of the values of one issue, before they are scaled.</summary>
internal sealed class IssueWorths : ReadyGroup
{
    private readonly IssueGroup group;
    private readonly List<int[]> choices;
    private readonly Rational[][] worths;

    private IssueWorths(IssueGroup group, List<int[]> choices, Rational[][] worths)
    {
        this.group = group;
        this.choices = choices;
        this.worths = worths;
    }

    /// <summary>Lists the worths of the values of an issue.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="group">A group of one issue.</param>
    public static IssueWorths Of(BargainingProblem problem, IssueGroup group)
    {
        List<int[]> choices = [.. ListedComponent<long>.ChoicesOf(problem.Space, group)];
        Rational[][] worths = new Rational[problem.Parties.Count][];
        for (int p = 0; p < worths.Length; p++)
        {
            worths[p] = new Rational[choices.Count];
            foreach (UtilityTerm term in group.Terms[p])
            {
                for (int c = 0; c < choices.Count; c++)
                {
                    worths[p][c] += term.At(problem.Space, choices[c]);
                }
            }
        }

        return new IssueWorths(group, choices, worths);
    }

    /// <summary>A group of which nothing can be chosen.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="group">The group.</param>
    public static IssueWorths Empty(BargainingProblem problem, IssueGroup group) =>
        new(group, [], [.. problem.Parties.Select(_ => Array.Empty<Rational>())]);

    /// <inheritdoc/>
    public override IEnumerable<IEnumerable<Rational>> WorthsOf(int party) => [worths[party]];

    /// <inheritdoc/>
    public override Component<T> Solve<T>(IReadOnlyList<Scaling> scalings, Func<BigInteger, T> narrow, FrontierLimits limits)
    {
        int parties = worths.Length;
        T[] numbers = new T[choices.Count * parties];
        for (int p = 0; p < parties; p++)
        {
            for (int c = 0; c < choices.Count; c++)
            {
                numbers[(c * parties) + p] = narrow(scalings[p].Scale(worths[p][c]));
            }
        }

        return new ListedComponent<T>(group.Issues, choices, numbers, parties);
    }
}
