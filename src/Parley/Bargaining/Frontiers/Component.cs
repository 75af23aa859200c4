using System.Numerics;
using Parley.Outcomes;

namespace Parley.Bargaining.Frontiers;

/// <summary>One group of issues with the frontier of its own choices.</summary>
/// <typeparam name="T">The whole numbers.</typeparam>
internal abstract class Component<T>
    where T : struct, INumber<T>
{
    /// <summary>The issues of the group, ascending.</summary>
    public abstract IReadOnlyList<int> Issues { get; }

    /// <summary>The undominated vectors of its choices; empty when no choice is allowed.</summary>
    public abstract Vectors<T> Frontier { get; }

    /// <summary>The least number of each party over all its allowed choices, dominated ones too.</summary>
    public abstract IReadOnlyList<T> Least { get; }

    /// <summary>How many choices have a vector of the frontier.</summary>
    /// <param name="vector">Which vector.</param>
    public abstract BigInteger CountOf(int vector);

    /// <summary>The undominated choices, each with its vector, in a fixed order: for one issue, by place.</summary>
    public abstract IEnumerable<(int Vector, int[] Places)> EnumerateChoices();
}

/// <summary>A group whose choices are few enough to be listed.</summary>
/// <typeparam name="T">The whole numbers.</typeparam>
internal sealed class ListedComponent<T> : Component<T>
    where T : struct, INumber<T>
{
    private readonly int[] vectorOf;
    private readonly int[][] choices;
    private readonly int[] counts;

    /// <summary>Works out the frontier of a list of choices.</summary>
    /// <param name="issues">The issues of the group.</param>
    /// <param name="choices">All allowed choices, in ascending order.</param>
    /// <param name="numbers">Their numbers, choice after choice.</param>
    /// <param name="parties">How many parties.</param>
    public ListedComponent(IReadOnlyList<int> issues, IReadOnlyList<int[]> choices, ReadOnlySpan<T> numbers, int parties)
    {
        Issues = issues;
        Frontier = Vectors<T>.Undominated(parties, parties == 0 ? new T[choices.Count] : numbers);
        T[] least = new T[parties];
        List<int> members = [];
        List<int> vectors = [];
        counts = new int[Frontier.Count];
        for (int c = 0; c < choices.Count; c++)
        {
            ReadOnlySpan<T> vector = numbers.Slice(c * parties, parties);
            for (int p = 0; p < parties; p++)
            {
                least[p] = c == 0 || vector[p] < least[p] ? vector[p] : least[p];
            }

            int place = Frontier.Find(vector);
            if (place >= 0)
            {
                members.Add(c);
                vectors.Add(place);
                counts[place]++;
            }
        }

        Least = least;
        this.choices = [.. members.Select(c => choices[c])];
        vectorOf = [.. vectors];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Issues { get; }

    /// <inheritdoc/>
    public override Vectors<T> Frontier { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<T> Least { get; }

    /// <inheritdoc/>
    public override BigInteger CountOf(int vector) => counts[vector];

    /// <inheritdoc/>
    public override IEnumerable<(int Vector, int[] Places)> EnumerateChoices()
    {
        for (int c = 0; c < choices.Length; c++)
        {
            yield return (vectorOf[c], choices[c]);
        }
    }

    /// <summary>Lists the choices of a group, in ascending order.</summary>
    /// <param name="space">The space.</param>
    /// <param name="group">The group.</param>
    public static IEnumerable<int[]> ChoicesOf(OutcomeSpace space, IssueGroup group)
    {
        int count = group.Issues.Count;
        if (group.Issues.Any(i => space.CountOf(i) == 0))
        {
            yield break;
        }

        int[] positions = new int[count];
        (OutcomeConstraint Constraint, int[] At)[] constraints =
            [.. group.Constraints.Select(c => (c, c.Issues.Select(i => IndexOf(group.Issues, i)).ToArray()))];
        while (true)
        {
            int[] places = new int[count];
            for (int i = 0; i < count; i++)
            {
                places[i] = space.PlaceAt(group.Issues[i], positions[i]);
            }

            if (constraints.All(c => c.Constraint.Allows([.. c.At.Select(at => places[at])])))
            {
                yield return places;
            }

            int last = count - 1;
            while (last >= 0 && ++positions[last] == space.CountOf(group.Issues[last]))
            {
                positions[last--] = 0;
            }

            if (last < 0)
            {
                yield break;
            }
        }
    }

    private static int IndexOf(IReadOnlyList<int> issues, int issue)
    {
        int at = 0;
        while (issues[at] != issue)
        {
            at++;
        }

        return at;
    }
}
