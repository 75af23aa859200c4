using System.Globalization;
using System.Text;

namespace Parley.Drawing.Markup;

/// <summary>Stretches of a text that run from right to left, and their isolation from what stands around them.</summary>
internal static class Directions
{
    /// <summary>U+2068, first strong isolate.</summary>
    public const char Isolate = '\u2068';

    /// <summary>U+2069, pop directional isolate.</summary>
    public const char EndIsolate = '\u2069';

    /// <summary>A text cut into stretches: those to be isolated, and what stands between them.</summary>
    /// <remarks>
    /// Isolated is what stands between two marks already, and each name or phrase that runs from right to left: from a
    /// letter that does to the last one before a letter that does not, or before a sign that parts two names of a list.
    /// </remarks>
    /// <param name="text">Any text.</param>
    public static IEnumerable<(string Text, bool IsIsolated)> Stretches(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf(Isolate, at);
            int plainEnd = open < 0 ? text.Length : open;
            foreach ((string, bool) part in Phrases(WithoutMarks(text[at..plainEnd])))
            {
                yield return part;
            }

            at = plainEnd;
            if (open >= 0)
            {
                int close = text.IndexOf(EndIsolate, open);
                close = close < 0 ? text.Length : close;
                yield return (WithoutMarks(text[open..close]), true);
                at = Math.Min(close + 1, text.Length);
            }
        }
    }

    /// <summary>A text whose isolated stretches stand between two marks, for where there are no elements.</summary>
    /// <param name="text">Any text; marks that do not come in pairs are dropped.</param>
    public static string Isolated(string text)
    {
        StringBuilder result = new();
        foreach ((string part, bool isIsolated) in Stretches(text))
        {
            result.Append(isIsolated ? Isolate + part + EndIsolate : part);
        }

        return result.ToString();
    }

    /// <summary>Words of others, put between two marks where any of them runs from right to left.</summary>
    public static string Quoted(string text)
    {
        string plain = WithoutMarks(text);
        return Enumerable.Range(0, plain.Length).Any(i => IsRightToLeft(plain, i)) ? Isolate + plain + EndIsolate : plain;
    }

    private static IEnumerable<(string Text, bool IsIsolated)> Phrases(string text)
    {
        int plain = 0;
        int start = -1;
        int end = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsRightToLeft(text, i))
            {
                start = start < 0 ? i : start;
                end = i + (char.IsHighSurrogate(text[i]) ? 2 : 1);
            }
            else if (start >= 0 && (IsStrong(text, i) || Parts(text, i)))
            {
                yield return (text[plain..start], false);
                yield return (text[start..end], true);
                (plain, start) = (end, -1);
            }
        }

        if (start >= 0)
        {
            yield return (text[plain..start], false);
            yield return (text[start..end], true);
            plain = end;
        }

        yield return (text[plain..], false);
    }

    /// <summary>Whether a sign and the blank behind it part two members of a list or two halves of a sentence of ours.</summary>
    private static bool Parts(string text, int index) =>
        text[index] is ',' or ':' or ';' or '.' && index + 1 < text.Length && text[index + 1] == ' ';

    /// <summary>A text without the marks that isolate.</summary>
    public static string WithoutMarks(string text) => text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') < 0 ? text
        : string.Concat(text.Where(c => c is < '\u2066' or > '\u2069'));

    // Hebrew to Arabic Extended-A, their presentation forms, and the scripts of the planes above that run so.
    private static bool IsRightToLeft(string text, int index)
    {
        char c = text[index];
        if (c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
        {
            return char.IsLetter(c);
        }

        return c is >= '\uD802' and <= '\uD803' or '\uD83A' or '\uD83B';
    }

    private static bool IsStrong(string text, int index) => !char.IsLowSurrogate(text[index])
        && CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter;
}
