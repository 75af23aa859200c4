using Parley.Numerics;

namespace Parley.Bargaining.Relaxing;

/// <summary>All numbers between two ends, each of which may belong to it or not, or may be missing. Immutable.</summary>
/// <param name="Low">The lower end; null when there is none.</param>
/// <param name="IncludesLow">Whether the lower end belongs to it; without meaning when there is none.</param>
/// <param name="High">The upper end; null when there is none.</param>
/// <param name="IncludesHigh">Whether the upper end belongs to it; without meaning when there is none.</param>
public readonly record struct NumberRange(Rational? Low, bool IncludesLow, Rational? High, bool IncludesHigh)
{
    /// <summary>Whether no number belongs to it.</summary>
    public bool IsEmpty => Low is Rational low && High is Rational high
        && (low > high || (low == high && !(IncludesLow && IncludesHigh)));

    /// <summary>A number that belongs to it: halfway between the ends, or 1 from the only end, or 0.</summary>
    internal Rational Inside => (Low, High) switch
    {
        (Rational low, Rational high) => (low + high) / 2,
        (Rational low, null) => low + 1,
        (null, Rational high) => high - 1,
        _ => Rational.Zero,
    };

    /// <summary>One number alone.</summary>
    /// <param name="number">The number.</param>
    public static NumberRange Exactly(Rational number) => new(number, true, number, true);

    /// <summary>A number and all above.</summary>
    /// <param name="low">The number.</param>
    public static NumberRange AtLeast(Rational low) => new(low, true, null, false);

    /// <summary>All above a number.</summary>
    /// <param name="low">The number.</param>
    public static NumberRange Above(Rational low) => new(low, false, null, false);

    /// <summary>A number and all below.</summary>
    /// <param name="high">The number.</param>
    public static NumberRange AtMost(Rational high) => new(null, false, high, true);

    /// <summary>All below a number.</summary>
    /// <param name="high">The number.</param>
    public static NumberRange Below(Rational high) => new(null, false, high, false);

    /// <summary>Two numbers and all between.</summary>
    /// <param name="low">The lower.</param>
    /// <param name="high">The upper.</param>
    public static NumberRange Between(Rational low, Rational high) => new(low, true, high, true);

    /// <summary>Whether a number belongs to it.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(Rational number) =>
        (Low is not Rational low || number > low || (IncludesLow && number == low))
        && (High is not Rational high || number < high || (IncludesHigh && number == high));

    /// <summary>What belongs to both.</summary>
    /// <param name="other">Another range.</param>
    public NumberRange Meet(NumberRange other)
    {
        bool own = Low is Rational low && (other.Low is not Rational otherLow || low > otherLow || (low == otherLow && !IncludesLow));
        bool ownHigh = High is Rational high && (other.High is not Rational otherHigh || high < otherHigh || (high == otherHigh && !IncludesHigh));
        (Rational? from, bool includesFrom) = own ? (Low, IncludesLow) : (other.Low, other.IncludesLow);
        (Rational? to, bool includesTo) = ownHigh ? (High, IncludesHigh) : (other.High, other.IncludesHigh);
        return new NumberRange(from, includesFrom, to, includesTo);
    }
}
