using System.Buffers;
using System.Globalization;
using System.Text;

namespace Parley.Journals.Text;

/// <summary>Says what a name may be made of, when two names are one, and when two look alike.</summary>
/// <remarks>
/// Names are one when their forms in Unicode Normalization Form C are (UAX #15): composed or decomposed, with
/// their marks in either order. Case matters. Plain ASCII, the usual case, is its own form and takes no table.
/// </remarks>
public static class NameForm
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    // Below the first combining mark all is composed already, and no table is needed to see it.
    private const char FirstMark = '\u0300';

    private static readonly SearchValues<byte> AsciiContinue =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>The form in which a name is compared: Unicode Normalization Form C.</summary>
    /// <param name="utf8">The name as written.</param>
    /// <returns>The composed form; empty for an empty name.</returns>
    /// <exception cref="ArgumentException"><paramref name="utf8"/> is not UTF-8.</exception>
    public static string Canonical(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8))
        {
            return Encoding.ASCII.GetString(utf8);
        }

        bool isComposed = true;
        for (ReadOnlySpan<byte> rest = utf8; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf8(rest, out Rune rune, out int length) != OperationStatus.Done)
            {
                throw new ArgumentException("The bytes are not UTF-8.", nameof(utf8));
            }

            isComposed &= rune.Value < FirstMark || UnicodeForms.IsInert(rune.Value);
            rest = rest[length..];
        }

        string written = Encoding.UTF8.GetString(utf8);
        return isComposed ? written : UnicodeForms.Compose(Decompose(written, keepsJoiners: true));
    }

    /// <summary>What a name looks like: two names that look alike have one skeleton.</summary>
    /// <remarks>
    /// Letters of Latin, Greek, Cyrillic, Armenian, Cherokee and Arabic script that are easily taken for another, and
    /// the wide, raised and mathematical forms of ASCII letters and digits, become that other letter, ASCII where there
    /// is one; joiners, which cannot be seen, fall away. ASCII stands for itself, so that <c>l</c>, <c>I</c> and
    /// <c>1</c> stay apart. In the manner of UTS #39, section 4, with a table chosen for names.
    /// </remarks>
    /// <param name="name">The name; composed or not.</param>
    /// <returns>The skeleton, composed; <paramref name="name"/> itself when it is ASCII.</returns>
    public static string Skeleton(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Ascii.IsValid(name))
        {
            return name;
        }

        List<int> codePoints = Decompose(name, keepsJoiners: false);
        for (int i = 0; i < codePoints.Count; i++)
        {
            codePoints[i] = UnicodeForms.LookOf(codePoints[i]);
        }

        return UnicodeForms.Compose(codePoints);
    }

    /// <summary>Whether a name may begin with it: a letter of any script that can be seen.</summary>
    /// <param name="rune">The character.</param>
    public static bool IsLetter(Rune rune) => Rune.IsLetter(rune) && !IsInvisible(rune.Value);

    /// <summary>Whether it may stand in a name after the first letter.</summary>
    /// <remarks>
    /// Letters, decimal digits, combining marks and <c>_</c> are; and the zero-width joiner and non-joiner, which
    /// Persian and Indic names need, but with which a name may not end, as it may not end with <c>-</c>.
    /// </remarks>
    /// <param name="rune">The character.</param>
    public static bool IsNameContinue(Rune rune)
    {
        if (rune.IsAscii)
        {
            return AsciiContinue.Contains((byte)rune.Value);
        }

        return IsJoiner(rune) || (!IsInvisible(rune.Value) && Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    /// <summary>Whether it is the zero-width joiner or non-joiner.</summary>
    /// <param name="rune">The character.</param>
    public static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

    /// <summary>The length of the character that a text begins with, if a name may begin with it.</summary>
    /// <param name="utf8">The text; empty gives 0.</param>
    /// <returns>1 to 4 bytes, or 0 when a name may not begin with it or the bytes are not UTF-8.</returns>
    public static int NameStartLength(ReadOnlySpan<byte> utf8) =>
        Rune.DecodeFromUtf8(utf8, out Rune rune, out int length) == OperationStatus.Done && IsLetter(rune) ? length : 0;

    /// <summary>The length of the character that a text begins with, if a name may go on with it.</summary>
    /// <param name="utf8">The text; empty gives 0.</param>
    /// <returns>
    /// 1 to 4 bytes, or 0 when it is no part of a name or the bytes are not UTF-8; so also for a joiner that no
    /// letter, digit, mark or <c>_</c> follows, for a name does not end with one.
    /// </returns>
    public static int NameRuneLength(ReadOnlySpan<byte> utf8)
    {
        if (Rune.DecodeFromUtf8(utf8, out Rune rune, out int length) != OperationStatus.Done || !IsNameContinue(rune))
        {
            return 0;
        }

        if (!IsJoiner(rune))
        {
            return length;
        }

        bool isFollowed = Rune.DecodeFromUtf8(utf8[length..], out Rune next, out _) == OperationStatus.Done;
        return isFollowed && IsNameContinue(next) && !IsJoiner(next) ? length : 0;
    }

    private static List<int> Decompose(string name, bool keepsJoiners)
    {
        List<int> codePoints = new(name.Length * 2);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (keepsJoiners || !IsJoiner(rune))
            {
                UnicodeForms.Decompose(rune.Value, codePoints);
            }
        }

        return codePoints;
    }

    // Of the letters and marks, those that Unicode says are not to be seen (Default_Ignorable_Code_Point).
    private static bool IsInvisible(int codePoint) => codePoint is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}
