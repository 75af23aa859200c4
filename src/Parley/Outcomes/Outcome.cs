namespace Parley.Outcomes;

/// <summary>One full choice: the place of a value for every issue, in the order of the issues. Immutable.</summary>
/// <remarks>Two outcomes are equal when all places are; they are ordered by the first issue in which they differ.</remarks>
public readonly struct Outcome : IEquatable<Outcome>, IComparable<Outcome>
{
    private readonly int[]? places;

    /// <summary>Makes an outcome of places, which are copied.</summary>
    /// <param name="places">A place for every issue.</param>
    public Outcome(ReadOnlySpan<int> places) => this.places = places.ToArray();

    /// <summary>The places; empty for the default value.</summary>
    public ReadOnlySpan<int> Places => places;

    /// <summary>The place of the value of one issue.</summary>
    /// <param name="issue">Which issue, from 0.</param>
    public int this[int issue] => Places[issue];

    /// <inheritdoc/>
    public bool Equals(Outcome other) => Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public int CompareTo(Outcome other) => Places.SequenceCompareTo(other.Places);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Outcome other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int place in Places)
        {
            hash.Add(place);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both choose alike.</summary>
    public static bool operator ==(Outcome left, Outcome right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Outcome left, Outcome right) => !left.Equals(right);

    /// <summary>Whether the first comes before.</summary>
    public static bool operator <(Outcome left, Outcome right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after.</summary>
    public static bool operator >(Outcome left, Outcome right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first does not come after.</summary>
    public static bool operator <=(Outcome left, Outcome right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first does not come before.</summary>
    public static bool operator >=(Outcome left, Outcome right) => left.CompareTo(right) >= 0;
}
