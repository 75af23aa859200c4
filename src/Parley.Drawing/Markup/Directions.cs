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

    /// <summary>A text cut into stretches; those that run from right to left begin and end with a letter that does.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<(string Text, bool IsRightToLeft)> Stretches(string text)
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
            else if (start >= 0 && IsStrong(text, i))
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

    /// <summary>A text for a figure: each stretch from right to left stands between two marks that isolate it.</summary>
    /// <param name="text">Any text; marks that isolate and are its own are dropped.</param>
    public static string Isolated(string text)
    {
        StringBuilder result = new();
        foreach ((string part, bool isRightToLeft) in Stretches(WithoutMarks(text)))
        {
            result.Append(isRightToLeft ? Isolate + part + EndIsolate : part);
        }

        return result.ToString();
    }

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
