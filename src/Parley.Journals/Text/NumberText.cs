using System.Text;

namespace Parley.Journals.Text;

/// <summary>What is wrong with the text of a number.</summary>
public enum NumberFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The text is no number.</summary>
    NotANumber,

    /// <summary>Letters follow that are none of the scales <c>k</c>, <c>m</c>, <c>bn</c> and <c>tn</c>.</summary>
    UnknownScale,

    /// <summary>Written in full the number has more than 28 digits, before and after the point together.</summary>
    TooManyDigits,
}

/// <summary>Reads and prints the numbers of the journal: decimals, exactly, with a scale.</summary>
/// <remarks>
/// <para>A number is an optional <c>-</c>, digits, optionally a point and digits, and optionally a scale without a
/// blank: <c>k</c> (thousand), <c>m</c> (million), <c>bn</c> (10^9) or <c>tn</c> (10^12). Zeros that add nothing are
/// dropped: <c>3.670</c> and <c>3.67</c> are one number and one <see cref="decimal"/>, digit for digit.</para>
/// <para>A number may have 28 digits when it is written in full, without leading zeros and without zeros at the
/// end of its decimals; that many a <see cref="decimal"/> always holds exactly.</para>
/// </remarks>
public static class NumberText
{
    /// <summary>The length that no printed number exceeds, in bytes and in characters.</summary>
    public const int MaxLength = 32;

    /// <summary>How many digits a number may have when it is written in full.</summary>
    public const int MaxDigits = 28;

    private const int MaxDecimalsWithScale = 3;
    private const int MaxDigitsOfWord = 18; // that many fit into 64 bits, whatever they are

    /// <summary>Reads a number.</summary>
    /// <param name="text">The whole text of the number.</param>
    /// <param name="number">The number, without zeros at the end of its decimals; 0 when there is a fault.</param>
    /// <returns><see cref="NumberFault.None"/>, or the fault.</returns>
    public static NumberFault Parse(ReadOnlySpan<byte> text, out decimal number) =>
        Parse(text, out number, out _, out _);

    /// <summary>Reads a number and tells which part of a faulty one is wrong.</summary>
    /// <param name="text">The whole text of the number.</param>
    /// <param name="number">The number, without zeros at the end of its decimals; 0 when there is a fault.</param>
    /// <param name="offset">Where the faulty part begins, in bytes; 0 without a fault.</param>
    /// <param name="length">How long it is, in bytes; 0 without a fault, and where something is missing.</param>
    /// <returns><see cref="NumberFault.None"/>, or the fault.</returns>
    public static NumberFault Parse(ReadOnlySpan<byte> text, out decimal number, out int offset, out int length)
    {
        number = 0;
        bool isNegative = !text.IsEmpty && text[0] == (byte)'-';
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        int whole = CountDigits(digits);
        bool hasPoint = whole > 0 && whole < digits.Length && digits[whole] == (byte)'.';
        int decimals = hasPoint ? CountDigits(digits[(whole + 1)..]) : 0;
        int scale = 0;
        int end = whole + (decimals > 0 ? decimals + 1 : 0);
        NumberFault fault = whole == 0 ? NumberFault.NotANumber : ReadScale(digits[end..], out scale);
        if (fault != NumberFault.None)
        {
            offset = whole == 0 ? 0 : end + (isNegative ? 1 : 0);
            length = text.Length - offset;
            return fault;
        }

        offset = 0;
        length = 0;
        if (!TryBuild(digits[..whole], digits.Slice(end - decimals, decimals), scale, isNegative, out number))
        {
            length = text.Length;
            return NumberFault.TooManyDigits;
        }

        return NumberFault.None;
    }

    /// <summary>Prints a number as shortly as it can be written.</summary>
    /// <remarks>
    /// A scale is used only where the text becomes shorter by it, and never with more than three decimals; of scales
    /// that are equally short the largest is used: <c>1500</c>, <c>12k</c>, <c>1.5bn</c>.
    /// </remarks>
    /// <param name="number">The number. One of 29 digits is printed as well, but <c>Parse</c> will refuse it.</param>
    public static string Print(decimal number)
    {
        Span<byte> utf8 = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(utf8[..Print(number, utf8)]);
    }

    /// <summary>Prints a number as shortly as it can be written, as UTF-8.</summary>
    /// <param name="number">The number. One of 29 digits is printed as well, but <c>Parse</c> will refuse it.</param>
    /// <param name="utf8">Where to; <see cref="MaxLength"/> bytes or more.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="utf8"/> is shorter.</exception>
    public static int Print(decimal number, Span<byte> utf8)
    {
        if (utf8.Length < MaxLength)
        {
            throw new ArgumentException("Room for a number is 32 bytes.", nameof(utf8));
        }

        Span<byte> digits = stackalloc byte[MaxDigits + 1];
        int count = ReadDigits(number, digits, out int exponent);
        if (count == 0)
        {
            utf8[0] = (byte)'0';
            return 1;
        }

        (int scale, int best) = (0, PlainLength(count, exponent));
        for (int candidate = 3; candidate <= 12; candidate += 3)
        {
            int length = PlainLength(count, exponent - candidate) + (candidate > 6 ? 2 : 1);
            bool isFree = candidate - exponent <= MaxDecimalsWithScale;
            if (isFree && (length < best || (length == best && scale > 0)))
            {
                (scale, best) = (candidate, length);
            }
        }

        int at = 0;
        if (number < 0)
        {
            utf8[at++] = (byte)'-';
        }

        at += PrintDigits(digits[..count], exponent - scale, utf8[at..]);
        ReadOnlySpan<byte> suffix = SuffixOf(scale);
        suffix.CopyTo(utf8[at..]);
        return at + suffix.Length;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int count = 0;
        while (count < text.Length && (uint)(text[count] - '0') <= 9)
        {
            count++;
        }

        return count;
    }

    private static NumberFault ReadScale(ReadOnlySpan<byte> text, out int scale)
    {
        scale = 0;
        if (text.IsEmpty)
        {
            return NumberFault.None;
        }

        scale = text switch
        {
            [(byte)'k'] => 3,
            [(byte)'m'] => 6,
            [(byte)'b', (byte)'n'] => 9,
            [(byte)'t', (byte)'n'] => 12,
            _ => 0,
        };
        bool isWord = (text[0] | 0x20) is >= 'a' and <= 'z';
        return scale > 0 ? NumberFault.None : isWord ? NumberFault.UnknownScale : NumberFault.NotANumber;
    }

    private static ReadOnlySpan<byte> SuffixOf(int scale) => scale switch
    {
        3 => "k"u8,
        6 => "m"u8,
        9 => "bn"u8,
        12 => "tn"u8,
        _ => [],
    };

    private static bool TryBuild(
        ReadOnlySpan<byte> whole, ReadOnlySpan<byte> decimals, int scale, bool isNegative, out decimal number)
    {
        number = 0;
        whole = whole.TrimStart((byte)'0');
        decimals = decimals.TrimEnd((byte)'0');
        int exponent = scale - decimals.Length;
        if (whole.IsEmpty)
        {
            decimals = decimals.TrimStart((byte)'0');
        }

        int count = whole.Length + decimals.Length;
        if (count == 0)
        {
            return true;
        }

        if ((exponent >= 0 ? count + exponent : Math.Max(count, -exponent)) > MaxDigits)
        {
            return false;
        }

        UInt128 mantissa = count <= MaxDigitsOfWord
            ? Append(Append(0UL, whole), decimals)
            : Append(Append(UInt128.Zero, whole), decimals);
        for (int i = 0; i < exponent; i++)
        {
            mantissa *= 10;
        }

        ulong low = (ulong)mantissa;
        number = new decimal(
            (int)low, (int)(low >> 32), (int)(uint)(mantissa >> 64), isNegative, (byte)Math.Max(0, -exponent));
        return true;
    }

    private static ulong Append(ulong number, ReadOnlySpan<byte> digits)
    {
        foreach (byte digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    private static UInt128 Append(UInt128 number, ReadOnlySpan<byte> digits)
    {
        foreach (byte digit in digits)
        {
            number = (number * 10) + (uint)(digit - '0');
        }

        return number;
    }

    // The number is its digits, of which the last is not zero, times ten to the exponent.
    private static int ReadDigits(decimal number, Span<byte> digits, out int exponent)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        exponent = -number.Scale;
        UInt128 mantissa = new((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        int at = digits.Length;
        while (mantissa > ulong.MaxValue)
        {
            (mantissa, UInt128 digit) = UInt128.DivRem(mantissa, 10);
            digits[--at] = (byte)('0' + (int)digit);
        }

        for (ulong rest = (ulong)mantissa; rest > 0; rest /= 10)
        {
            digits[--at] = (byte)('0' + (rest % 10));
        }

        int count = digits[at..].TrimEnd((byte)'0').Length;
        exponent += digits.Length - at - count;
        digits.Slice(at, count).CopyTo(digits);
        return count;
    }

    private static int PlainLength(int count, int exponent) =>
        exponent >= 0 ? count + exponent : count > -exponent ? count + 1 : 2 - exponent;

    private static int PrintDigits(ReadOnlySpan<byte> digits, int exponent, Span<byte> utf8)
    {
        int length = PlainLength(digits.Length, exponent);
        int whole = Math.Max(0, digits.Length + exponent);
        utf8 = utf8[..length];
        utf8.Fill((byte)'0');
        if (exponent >= 0)
        {
            digits.CopyTo(utf8);
            return length;
        }

        digits[..Math.Min(whole, digits.Length)].CopyTo(utf8);
        utf8[Math.Max(1, whole)] = (byte)'.';
        digits[whole..].CopyTo(utf8[^(digits.Length - whole)..]);
        return length;
    }
}
