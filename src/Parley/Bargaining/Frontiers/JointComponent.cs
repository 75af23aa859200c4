using System.Numerics;
using Parley.Outcomes;

namespace Parley.Bargaining.Frontiers;

/// <summary>The frontier of a <see cref="JointGroup"/>, from its last issue to its first.</summary>
/// <typeparam name="T">The whole numbers.</typeparam>
/// <remarks>
/// For each state it holds the frontier of all that can still be gained. What is dominated there is dominated whatever
/// went before, so nothing is lost, ties least of all.
/// </remarks>
internal sealed class JointComponent<T> : Component<T>
    where T : struct, INumber<T>
{
    private readonly OutcomeSpace space;
    private readonly JointGroup group;
    private readonly T[][][] gains;
    private readonly Vectors<T>[][] futures;
    private readonly Dictionary<(int Level, int State, int Vector), BigInteger> counted = [];

    private JointComponent(OutcomeSpace space, JointGroup group, T[][][] gains, Vectors<T>[][] futures, T[] least)
    {
        this.space = space;
        this.group = group;
        this.gains = gains;
        this.futures = futures;
        Least = least;
        Issues = group.Order;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Issues { get; }

    /// <inheritdoc/>
    public override Vectors<T> Frontier => futures[0][0];

    /// <inheritdoc/>
    public override IReadOnlyList<T> Least { get; }

    /// <summary>Solves a group; null when more vectors would be held than allowed.</summary>
    /// <param name="space">The space.</param>
    /// <param name="group">The group.</param>
    /// <param name="scalings">The scaling of each party.</param>
    /// <param name="narrow">Makes a whole number of the type of one that fits.</param>
    /// <param name="most">The most vectors.</param>
    public static JointComponent<T>? Solve(
        OutcomeSpace space, JointGroup group, IReadOnlyList<Scaling> scalings, Func<BigInteger, T> narrow, int most)
    {
        int parties = scalings.Count;
        int last = group.Levels.Length;
        Vectors<T>[][] futures = new Vectors<T>[last + 1][];
        int ends = group.Levels[^1].Targets.Where(t => t >= 0).Distinct().Count();
        futures[last] = [.. Enumerable.Repeat(Vectors<T>.Undominated(parties, new T[Math.Max(1, parties)]), ends)];
        T[]?[] least = [.. Enumerable.Repeat(new T[parties], ends)];
        T[][][] gains = new T[last][][];
        long held = 0;
        for (int level = last - 1; level >= 0; level--)
        {
            JointLevel at = group.Levels[level];
            gains[level] = [.. Enumerable.Range(0, at.Gains.Length).Select(g => at.WorthsOf(group.Parts, g, parties)
                .Select((w, p) => narrow(scalings[p].Scale(w))).ToArray())];
            futures[level] = new Vectors<T>[at.States];
            T[]?[] leastHere = new T[at.States][];
            for (int state = 0; state < at.States; state++)
            {
                futures[level][state] = FutureOf(at, state, gains[level], futures[level + 1], parties);
                leastHere[state] = LeastOf(at, state, gains[level], least, parties);
                held += futures[level][state].Count;
                if (held > most)
                {
                    return null;
                }
            }

            least = leastHere;
        }

        return new JointComponent<T>(space, group, gains, futures, least[0] ?? new T[parties]);
    }

    /// <inheritdoc/>
    public override BigInteger CountOf(int vector) => CountOf(0, 0, vector);

    /// <inheritdoc/>
    public override IEnumerable<(int Vector, int[] Places)> EnumerateChoices()
    {
        for (int vector = 0; vector < Frontier.Count; vector++)
        {
            T[] target = [.. Enumerable.Range(0, Frontier.Parties).Select(p => Frontier.At(p, vector))];
            foreach (int[] places in Enumerate(0, 0, target, new int[group.Order.Length]))
            {
                yield return (vector, places);
            }
        }
    }

    private static Vectors<T> FutureOf(JointLevel level, int state, T[][] gains, Vectors<T>[] next, int parties)
    {
        List<T> sums = [];
        HashSet<(int Gain, int Target)> seen = [];
        for (int choice = 0; choice < level.Choices; choice++)
        {
            int at = (state * level.Choices) + choice;
            if (level.Targets[at] < 0 || !seen.Add((level.GainOf[at], level.Targets[at])))
            {
                continue;
            }

            Vectors<T> rest = next[level.Targets[at]];
            T[] gain = gains[level.GainOf[at]];
            for (int i = 0; i < rest.Count; i++)
            {
                for (int p = 0; p < parties; p++)
                {
                    sums.Add(rest.At(p, i) + gain[p]);
                }

                if (parties == 0)
                {
                    sums.Add(default);
                }
            }
        }

        return Vectors<T>.Undominated(parties, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sums));
    }

    private static T[]? LeastOf(JointLevel level, int state, T[][] gains, T[]?[] next, int parties)
    {
        T[]? least = null;
        for (int choice = 0; choice < level.Choices; choice++)
        {
            int at = (state * level.Choices) + choice;
            if (level.Targets[at] < 0 || next[level.Targets[at]] is not T[] rest)
            {
                continue;
            }

            T[] gain = gains[level.GainOf[at]];
            least ??= [.. Enumerable.Range(0, parties).Select(p => rest[p] + gain[p])];
            for (int p = 0; p < parties; p++)
            {
                least[p] = T.Min(least[p], rest[p] + gain[p]);
            }
        }

        return least;
    }

    private BigInteger CountOf(int level, int state, int vector)
    {
        if (level == group.Levels.Length)
        {
            return BigInteger.One;
        }

        if (counted.TryGetValue((level, state, vector), out BigInteger count))
        {
            return count;
        }

        count = BigInteger.Zero;
        T[] rest = new T[Frontier.Parties];
        for (int choice = 0; choice < group.Levels[level].Choices; choice++)
        {
            if (Rest(level, state, choice, futures[level][state], vector, rest) is (int target, int at))
            {
                count += CountOf(level + 1, target, at);
            }
        }

        counted.Add((level, state, vector), count);
        return count;
    }

    private IEnumerable<int[]> Enumerate(int level, int state, T[] target, int[] places)
    {
        if (level == group.Levels.Length)
        {
            yield return [.. places];
            yield break;
        }

        int vector = futures[level][state].Find(target);
        for (int choice = 0; choice < group.Levels[level].Choices; choice++)
        {
            T[] rest = new T[target.Length];
            if (Rest(level, state, choice, futures[level][state], vector, rest) is not (int next, int _))
            {
                continue;
            }

            places[level] = space.PlaceAt(group.Order[level], choice);
            foreach (int[] all in Enumerate(level + 1, next, rest, places))
            {
                yield return all;
            }
        }
    }

    /// <summary>What a choice leaves to be gained of a vector; null when it does not lead there.</summary>
    private (int Target, int Vector)? Rest(int level, int state, int choice, Vectors<T> from, int vector, T[] rest)
    {
        JointLevel at = group.Levels[level];
        int index = (state * at.Choices) + choice;
        if (at.Targets[index] < 0)
        {
            return null;
        }

        T[] gain = gains[level][at.GainOf[index]];
        for (int p = 0; p < rest.Length; p++)
        {
            rest[p] = from.At(p, vector) - gain[p];
        }

        int found = futures[level + 1][at.Targets[index]].Find(rest);
        return found < 0 ? null : (at.Targets[index], found);
    }
}
