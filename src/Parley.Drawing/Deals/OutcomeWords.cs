using System.Globalization;
using System.Numerics;
using Parley.Numerics;
using Parley.Outcomes;

namespace Parley.Drawing.Deals;

/// <summary>How values, outcomes and utilities are written.</summary>
internal static class OutcomeWords
{
    private const int MostDigits = 28;

    /// <summary>A value of an issue: its label, or its number.</summary>
    public static string Value(Issue issue, int place) => issue.IsNumeric ? Exact(issue.NumberAt(place)) : issue.Labels[place];

    /// <summary>An outcome as its values, with the names of the issues.</summary>
    public static string Outcome(OutcomeSpace space, Outcome outcome) => string.Join(
        ", ", space.Issues.Select((issue, i) => $"{issue.Name} = {Value(issue, outcome[i])}"));

    /// <summary>A number with all its digits where they end, else to seventeen significant ones.</summary>
    public static string Exact(Rational number)
    {
        BigInteger denominator = number.Denominator;
        for (int digits = 0; digits <= MostDigits; digits++)
        {
            BigInteger scaled = number.Numerator * BigInteger.Pow(10, digits);
            if ((scaled % denominator).IsZero)
            {
                string whole = BigInteger.Abs(scaled / denominator).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
                return (number.Sign < 0 ? "-" : "") + (digits == 0 ? whole : $"{whole[..^digits]}.{whole[^digits..]}");
            }
        }

        return number.ToDouble().ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A utility to three digits after the point, as a table shows it.</summary>
    public static string Rounded(Rational utility)
    {
        // Half to even on the exact number: a double would already have been rounded once.
        BigInteger scaled = ((utility * 1000) + new Rational(1, 2)).Floor();
        if (new Rational(scaled) - (utility * 1000) == new Rational(1, 2) && !scaled.IsEven)
        {
            scaled -= 1;
        }

        return (scaled.Sign < 0 ? "-" : "") + BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(4, '0').Insert(
            Math.Max(4, BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).Length) - 3, ".");
    }

    /// <summary>A count with its digits in threes; beyond fifteen digits as a power of ten too.</summary>
    public static string Count(BigInteger count)
    {
        string digits = count.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= 15 ? count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ')
            : $"about {digits[0]}.{digits[1..3]}e{(digits.Length - 1).ToString(CultureInfo.InvariantCulture)}";
    }
}
