using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining.Frontiers;

/// <summary>
/// A group of issues that depend on one another, gone through issue by issue; choices after which nothing can differ any
/// more are joined.
/// </summary>
/// <remarks>
/// The order of issues is greedy: next comes the issue that leaves the fewest terms begun and not ended. This is
/// non-serial dynamic programming: Bertele and Brioschi (1972), "Nonserial Dynamic Programming".
/// </remarks>
internal sealed class JointGroup
{
    private JointGroup(int[] order, JointPart[] parts, JointLevel[] levels)
    {
        Order = order;
        Parts = parts;
        Levels = levels;
    }

    /// <summary>The issues in the order in which they are gone through.</summary>
    public int[] Order { get; }

    /// <summary>The terms and demands.</summary>
    public JointPart[] Parts { get; }

    /// <summary>One level an issue.</summary>
    public JointLevel[] Levels { get; }

    /// <summary>Goes through a group; null when there would be more states than the limits allow.</summary>
    /// <param name="space">The space.</param>
    /// <param name="group">The group.</param>
    /// <param name="limits">The most work.</param>
    public static JointGroup? Explore(OutcomeSpace space, IssueGroup group, FrontierLimits limits)
    {
        int[] order = OrderOf(group);
        if (PartsOf(space, group, order, limits.MostChoices) is not JointPart[] parts)
        {
            return null;
        }

        JointLevel[] levels = new JointLevel[order.Length];
        List<int[]> states = [new int[parts.Length]];
        long steps = 0;
        for (int level = 0; level < order.Length; level++)
        {
            int count = space.CountOf(order[level]);
            steps += (long)states.Count * count;
            if (steps > limits.MostChoices || Advance(parts, level, count, states, limits.MostChoices) is not { } advanced)
            {
                return null;
            }

            (levels[level], states) = advanced;
        }

        return new JointGroup(order, parts, levels);
    }

    private static (JointLevel Level, List<int[]> Next)? Advance(JointPart[] parts, int level, int count, List<int[]> states, int most)
    {
        (JointPart Part, int Index, int Step)[] reading =
            [.. parts.Select((p, i) => (p, i, Array.IndexOf(p.Levels, level))).Where(r => r.Item3 >= 0)];
        (JointPart Part, int Index)[] ending = [.. reading.Where(r => r.Step == r.Part.Levels.Length - 1).Select(r => (r.Part, r.Index))];
        Dictionary<StateKey, int> known = [];
        List<int[]> next = [];
        int[] targets = new int[states.Count * count];
        List<int[]> gains = [];
        Dictionary<StateKey, int> knownGains = [];
        int[] gainOf = new int[targets.Length];
        for (int s = 0; s < states.Count; s++)
        {
            for (int position = 0; position < count; position++)
            {
                int[] state = [.. states[s]];
                bool allowed = true;
                foreach ((JointPart part, int index, int step) in reading)
                {
                    state[index] = part.Next(state[index], step, position);
                    allowed &= state[index] >= 0;
                }

                int at = (s * count) + position;
                if (!allowed)
                {
                    targets[at] = -1;
                    continue;
                }

                // What has ended counts now, and is the same for all from here on.
                int[] gained = [.. ending.Select(e => state[e.Index])];
                gainOf[at] = Number(knownGains, gains, gained);
                foreach ((JointPart _, int index) in ending)
                {
                    state[index] = 0;
                }

                targets[at] = Number(known, next, state);
            }

            if (next.Count > most)
            {
                return null;
            }
        }

        return (new JointLevel(count, [.. ending.Select(e => e.Index)], [.. gains], gainOf, targets, states.Count), next);
    }

    private static int Number(Dictionary<StateKey, int> known, List<int[]> all, int[] state)
    {
        StateKey key = new(state);
        if (!known.TryGetValue(key, out int number))
        {
            number = all.Count;
            known.Add(key, number);
            all.Add(state);
        }

        return number;
    }

    private static int[] OrderOf(IssueGroup group)
    {
        List<int[]> scopes = [.. group.Terms.SelectMany(t => t).Select(t => t.Issues.ToArray()), .. group.Constraints.Select(c => c.Issues.ToArray())];
        scopes.RemoveAll(s => s.Length < 2);
        HashSet<int> left = [.. group.Issues];
        List<int> order = [];
        while (left.Count > 0)
        {
            int best = left.Order().MinBy(issue => scopes.Count(s =>
                (s.Contains(issue) || s.Any(i => !left.Contains(i))) && s.Any(i => i != issue && left.Contains(i))));
            order.Add(best);
            left.Remove(best);
        }

        return [.. order];
    }

    private static JointPart[]? PartsOf(OutcomeSpace space, IssueGroup group, int[] order, int most)
    {
        List<JointPart> parts = [];
        for (int party = 0; party < group.Terms.Length; party++)
        {
            foreach (UtilityTerm term in group.Terms[party])
            {
                (int[] levels, int[] steps) = Reading(term.Issues, order);
                if (term is not RectangleTerm && IsLarger(space, term.Issues, most))
                {
                    return null;
                }

                parts.Add(term is RectangleTerm rectangle
                    ? new RectanglePart(space, rectangle, steps) { Party = party, Levels = levels }
                    : new TablePart(space, term, steps) { Party = party, Levels = levels });
            }
        }

        foreach (OutcomeConstraint constraint in group.Constraints)
        {
            if (IsLarger(space, constraint.Issues, most))
            {
                return null;
            }

            (int[] levels, int[] steps) = Reading(constraint.Issues, order);
            parts.Add(new TablePart(space, constraint, steps) { Party = -1, Levels = levels });
        }

        return [.. parts];
    }

    private static bool IsLarger(OutcomeSpace space, IReadOnlyList<int> issues, int most) =>
        issues.Aggregate(1.0, (product, i) => product * space.CountOf(i)) > most;

    /// <summary>When the issues of a part come, ascending, and which of its issues comes at each step.</summary>
    private static (int[] Levels, int[] Steps) Reading(IReadOnlyList<int> issues, int[] order)
    {
        int[] levels = [.. issues.Select(i => Array.IndexOf(order, i))];
        int[] steps = [.. Enumerable.Range(0, issues.Count).OrderBy(s => levels[s])];
        return ([.. steps.Select(s => levels[s])], steps);
    }

    private readonly struct StateKey(int[] state) : IEquatable<StateKey>
    {
        private readonly int[] state = state;

        public bool Equals(StateKey other) => state.AsSpan().SequenceEqual(other.state);

        public override bool Equals(object? obj) => obj is StateKey other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(state.AsSpan()));
            return hash.ToHashCode();
        }
    }
}

/// <summary>One issue of a <see cref="JointGroup"/>: from each state, where each choice leads and what ends there.</summary>
/// <param name="Choices">How many values the issue has.</param>
/// <param name="Ending">Which parts end here.</param>
/// <param name="Gains">The different last states of those parts.</param>
/// <param name="GainOf">For each state and choice, which of <paramref name="Gains"/>.</param>
/// <param name="Targets">For each state and choice, the state of the next level; -1 when it is not allowed.</param>
/// <param name="States">How many states there are before the choice.</param>
internal sealed record JointLevel(int Choices, int[] Ending, int[][] Gains, int[] GainOf, int[] Targets, int States)
{
    /// <summary>What the parts that end here add, for each party.</summary>
    /// <param name="parts">The parts of the group.</param>
    /// <param name="gain">Which of <see cref="Gains"/>.</param>
    /// <param name="parties">How many parties.</param>
    public Rational[] WorthsOf(JointPart[] parts, int gain, int parties)
    {
        Rational[] worths = new Rational[parties];
        for (int e = 0; e < Ending.Length; e++)
        {
            JointPart part = parts[Ending[e]];
            if (part.Party >= 0)
            {
                worths[part.Party] += part.WorthOf(Gains[gain][e]);
            }
        }

        return worths;
    }
}
