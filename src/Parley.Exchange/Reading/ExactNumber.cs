using System.Globalization;
using System.Numerics;
using Parley.Numerics;

namespace Parley.Exchange.Reading;

/// <summary>Decimal numbers as the fractions that they are.</summary>
internal static class ExactNumber
{
    private const int MostDecimals = 60;

    /// <summary>Reads digits with an optional sign, point and exponent.</summary>
    /// <param name="text">The text; blanks around it are skipped.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether it is a number within the limits.</returns>
    public static bool TryRead(string text, out Rational number)
    {
        number = default;
        string trimmed = text.Trim();
        int cut = trimmed.IndexOfAny(['e', 'E']);
        string mantissa = cut < 0 ? trimmed : trimmed[..cut];
        int exponent = 0;
        if (trimmed.Length > ScenarioLimits.NumberLength
            || (cut >= 0 && !int.TryParse(trimmed[(cut + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            || exponent is > ScenarioLimits.Exponent or < -ScenarioLimits.Exponent)
        {
            return false;
        }

        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole))
        {
            return false;
        }

        int shift = exponent - decimals;
        BigInteger power = BigInteger.Pow(10, Math.Abs(shift));
        number = shift >= 0 ? new Rational(whole * power) : new Rational(whole, power);
        return true;
    }

    /// <summary>A number in digits: all of them where they end after a few, else rounded as a double is.</summary>
    /// <param name="number">The number.</param>
    public static string Show(Rational number) => Show(number, out _);

    /// <summary>A number in digits: all of them where they end after a few, else rounded as a double is.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isExact">Whether nothing was rounded.</param>
    public static string Show(Rational number, out bool isExact)
    {
        BigInteger power = BigInteger.One;
        for (int decimals = 0; decimals <= MostDecimals; decimals++, power *= 10)
        {
            BigInteger digits = BigInteger.DivRem(number.Numerator * power, number.Denominator, out BigInteger rest);
            if (rest.IsZero)
            {
                isExact = true;
                string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
                string sign = number.Sign < 0 ? "-" : "";
                return decimals == 0 ? sign + text : $"{sign}{text[..^decimals]}.{text[^decimals..]}";
            }
        }

        isExact = false;
        return number.ToDouble().ToString("R", CultureInfo.InvariantCulture);
    }
}
