using Parley.Numerics;

namespace Parley.Preferences;

/// <summary>All parties' utilities of one outcome, in the order of the parties, exactly. Immutable.</summary>
/// <remarks>Utilities of different parties share no scale. Two profiles are equal when every utility is.</remarks>
public sealed class UtilityProfile : IEquatable<UtilityProfile>
{
    /// <summary>Makes a profile.</summary>
    /// <param name="utilities">One a party, in the order of the parties.</param>
    public UtilityProfile(params IEnumerable<Rational> utilities) => Utilities = [.. utilities];

    /// <summary>One a party.</summary>
    public IReadOnlyList<Rational> Utilities { get; }

    /// <summary>The utility of one party.</summary>
    /// <param name="party">Which party, from 0.</param>
    public Rational this[int party] => Utilities[party];

    /// <summary>Whether this is at least as good for every party as another, and better for one.</summary>
    /// <param name="other">A profile of the same parties.</param>
    public bool Dominates(UtilityProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool better = false;
        for (int i = 0; i < Utilities.Count; i++)
        {
            int order = Utilities[i].CompareTo(other.Utilities[i]);
            if (order < 0)
            {
                return false;
            }

            better |= order > 0;
        }

        return better;
    }

    /// <summary>Straight distance to another profile, in the common scale that the caller takes the utilities to have.</summary>
    /// <param name="other">A profile of the same parties.</param>
    public double DistanceTo(UtilityProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Rational sum = Rational.Zero;
        for (int i = 0; i < Utilities.Count; i++)
        {
            Rational difference = Utilities[i] - other.Utilities[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum.ToDouble());
    }

    /// <inheritdoc/>
    public bool Equals(UtilityProfile? other) => other is not null && Utilities.SequenceEqual(other.Utilities);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UtilityProfile);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Rational utility in Utilities)
        {
            hash.Add(utility);
        }

        return hash.ToHashCode();
    }
}
