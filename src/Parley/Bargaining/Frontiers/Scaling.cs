using System.Numerics;
using Parley.Numerics;

namespace Parley.Bargaining.Frontiers;

/// <summary>How one party's utilities become whole numbers without loss: each is multiplied by the same factor.</summary>
/// <remarks>
/// The factor is the least common multiple of the denominators of every worth. A constant is left out of the sums and
/// added when a utility is told.
/// </remarks>
internal sealed class Scaling
{
    private BigInteger factor = BigInteger.One;

    /// <summary>By what a utility is multiplied; above 0.</summary>
    public BigInteger Factor => factor;

    /// <summary>Makes sure that a number becomes whole.</summary>
    /// <param name="number">The number.</param>
    public void Cover(Rational number)
    {
        BigInteger denominator = number.Denominator;
        if (!denominator.IsOne && !(factor % denominator).IsZero)
        {
            factor *= denominator / BigInteger.GreatestCommonDivisor(factor, denominator);
        }
    }

    /// <summary>A covered number as a whole one.</summary>
    /// <param name="number">A number that was covered.</param>
    public BigInteger Scale(Rational number) => number.Numerator * (factor / number.Denominator);

    /// <summary>A whole number as the utility that it stands for.</summary>
    /// <param name="whole">The whole number.</param>
    public Rational Unscale(BigInteger whole) => new(whole, factor);
}
