using System.Numerics;

namespace Parley.Numerics;

/// <summary>
/// An exact fraction of two integers, in lowest terms. Utilities are kept as such, so that ties are ties.
/// </summary>
/// <remarks>The default value is 0. Immutable; work grows with the number of digits.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominatorLessOne;

    /// <summary>Creates a fraction.</summary>
    /// <param name="numerator">What is divided.</param>
    /// <param name="denominator">By what; not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        ArgumentOutOfRangeException.ThrowIfZero(denominator);
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public Rational(BigInteger number) => Numerator = number;

    /// <summary>0.</summary>
    public static Rational Zero => default;

    /// <summary>1.</summary>
    public static Rational One => new(BigInteger.One);

    /// <summary>Above the line; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Below the line; above 0.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>A decimal as the fraction that it is.</summary>
    /// <param name="number">The decimal.</param>
    public static Rational Of(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        BigInteger digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new Rational(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>A double as the fraction that it is, to the last bit.</summary>
    /// <param name="number">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is not finite.</exception>
    public static Rational OfBits(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "Only a finite number is a fraction.");
        }

        long bits = BitConverter.DoubleToInt64Bits(number);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFF;
        mantissa = exponent == 0 ? mantissa << 1 : mantissa | 0x10000000000000;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        int shift = exponent - 1075;
        return shift >= 0 ? new Rational(signed << shift) : new Rational(signed, BigInteger.One << -shift);
    }

    /// <summary>The nearest double; ties go to the even one.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }

        BigInteger numerator = BigInteger.Abs(Numerator);
        BigInteger denominator = Denominator;

        // A quotient of 64 bits or more, with a last bit that says whether anything was left.
        int shift = (int)(denominator.GetBitLength() - numerator.GetBitLength()) + 66;
        BigInteger quotient = shift >= 0
            ? BigInteger.DivRem(numerator << shift, denominator, out BigInteger rest)
            : BigInteger.DivRem(numerator, denominator << -shift, out rest);
        int length = (int)quotient.GetBitLength();
        int kept = Math.Min(53, length - shift + 1074);
        if (kept <= 0)
        {
            return kept < 0 ? CopySign(0) : CopySign(Math.ScaleB(1, -1074) * (RoundsUp(quotient, length, rest) ? 1 : 0));
        }

        int dropped = length - kept;
        BigInteger head = quotient >> dropped;
        BigInteger tail = quotient - (head << dropped);
        BigInteger half = BigInteger.One << (dropped - 1);
        int order = tail.CompareTo(half);
        if (order > 0 || (order == 0 && (!rest.IsZero || !head.IsEven)))
        {
            head += 1;
        }

        return CopySign(Math.ScaleB((double)(long)head, dropped - shift));

        static bool RoundsUp(BigInteger quotient, int length, BigInteger rest) =>
            quotient != BigInteger.One << (length - 1) || !rest.IsZero;
    }

    /// <summary>The greatest whole number that is not above it.</summary>
    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>How far it is from 0.</summary>
    /// <param name="number">The fraction.</param>
    public static Rational Abs(Rational number) => number.Sign < 0 ? -number : number;

    /// <summary>The lesser of two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    /// <summary>The greater of two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Rational other) => denominatorLessOne == other.denominatorLessOne
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Rational(int number) => new(number);

    /// <summary>A decimal is a fraction.</summary>
    public static implicit operator Rational(decimal number) => Of(number);

    /// <summary>Sum.</summary>
    public static Rational operator +(Rational left, Rational right) => left.denominatorLessOne == right.denominatorLessOne
        ? new(left.Numerator + right.Numerator, left.Denominator)
        : new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The opposite.</summary>
    public static Rational operator -(Rational number) => new(-number.Numerator, number.Denominator);

    /// <summary>Product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is 0.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is no more.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is no less.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    private double CopySign(double magnitude) => Numerator.Sign < 0 ? -magnitude : magnitude;
}
