using System.Numerics;

namespace Parley.Outcomes;

/// <summary>A demand on several issues at once, such as "no more than one of the two plants". Immutable.</summary>
/// <param name="Issues">The issues on which it depends, from 0, ascending.</param>
/// <param name="Allows">Whether it allows the places of those issues, in that order; always the same answer.</param>
public sealed record OutcomeConstraint(IReadOnlyList<int> Issues, PlacesRule Allows);

/// <summary>Whether some places are allowed.</summary>
/// <param name="places">The places.</param>
public delegate bool PlacesRule(ReadOnlySpan<int> places);

/// <summary>All outcomes that can be agreed: a value for each issue, less what is shut out. Immutable.</summary>
public sealed class OutcomeSpace
{
    private readonly int[]?[] allowed;

    /// <summary>All choices of the issues.</summary>
    /// <param name="issues">The issues in order; without any there is one outcome, the empty one.</param>
    /// <param name="constraints">Demands on several issues at once.</param>
    public OutcomeSpace(IEnumerable<Issue> issues, params IEnumerable<OutcomeConstraint> constraints)
    {
        Issues = [.. issues];
        Constraints = [.. constraints];
        allowed = new int[]?[Issues.Count];
    }

    private OutcomeSpace(IReadOnlyList<Issue> issues, IReadOnlyList<OutcomeConstraint> constraints, int[]?[] allowed)
    {
        Issues = issues;
        Constraints = constraints;
        this.allowed = allowed;
    }

    /// <summary>The issues.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Demands on several issues at once.</summary>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; }

    /// <summary>Whether every issue has places.</summary>
    public bool IsFinite => Issues.All(i => i.Count is not null);

    /// <summary>
    /// Product of the numbers of values that are left of each issue. <see cref="Constraints"/> are not taken off.
    /// </summary>
    /// <exception cref="InvalidOperationException">A real issue has no points.</exception>
    public BigInteger Count
    {
        get
        {
            BigInteger count = BigInteger.One;
            for (int i = 0; i < Issues.Count; i++)
            {
                count *= CountOf(i);
            }

            return count;
        }
    }

    /// <summary>How many values of an issue are left.</summary>
    /// <param name="issue">Which issue.</param>
    /// <exception cref="InvalidOperationException">It is a real issue without points.</exception>
    public int CountOf(int issue) => allowed[issue]?.Length ?? Issues[issue].Count
        ?? throw new InvalidOperationException("A real issue has no values to count until points are chosen on it.");

    /// <summary>The place of the value that is at some position among those left.</summary>
    /// <param name="issue">Which issue.</param>
    /// <param name="position">From 0 to <see cref="CountOf"/> less 1.</param>
    public int PlaceAt(int issue, int position) => allowed[issue] is int[] places ? places[position] : position;

    /// <summary>Whether a value of an issue is left.</summary>
    /// <param name="issue">Which issue.</param>
    /// <param name="place">Its place.</param>
    public bool IsAllowed(int issue, int place) => allowed[issue] is not int[] places
        ? (uint)place < (uint)(Issues[issue].Count ?? 0)
        : Array.BinarySearch(places, place) >= 0;

    /// <summary>The space that is left when some values of an issue are shut out.</summary>
    /// <param name="issue">Which issue.</param>
    /// <param name="allows">Which places stay.</param>
    public OutcomeSpace Restrict(int issue, Func<int, bool> allows)
    {
        int[]?[] narrowed = [.. allowed];
        narrowed[issue] = [.. Enumerable.Range(0, CountOf(issue)).Select(p => PlaceAt(issue, p)).Where(allows)];
        return new OutcomeSpace(Issues, Constraints, narrowed);
    }

    /// <summary>Whether an outcome is in the space.</summary>
    /// <param name="outcome">The outcome.</param>
    public bool Contains(Outcome outcome)
    {
        if (outcome.Places.Length != Issues.Count)
        {
            return false;
        }

        for (int i = 0; i < Issues.Count; i++)
        {
            if (!IsAllowed(i, outcome[i]))
            {
                return false;
            }
        }

        return Constraints.All(c => c.Allows([.. c.Issues.Select(i => outcome[i])]));
    }
}
