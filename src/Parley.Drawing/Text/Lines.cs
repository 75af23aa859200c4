using System.Globalization;
using System.Text;

namespace Parley.Drawing.Text;

/// <summary>Breaks a text into lines.</summary>
internal static class Lines
{
    /// <summary>A blank that no line is broken at; on the page it is a blank like any other.</summary>
    public const char NoBreak = '\u00A0';

    /// <summary>Breaks at blanks, and beside wide characters; a longer word is broken where the line ends.</summary>
    /// <param name="text">Any text; control characters count as blanks and do not reach the page.</param>
    /// <param name="first">Columns of the first line; at least 2.</param>
    /// <param name="rest">Columns of each further line; at least 2.</param>
    /// <returns>At least one line, none ending in a blank.</returns>
    public static List<string> Wrap(string text, int first, int rest)
    {
        List<string> lines = [];
        StringBuilder line = new();
        int lineWidth = 0;
        foreach ((string piece, int width, bool spaced) in Pieces(Clean(text), Math.Min(first, rest)))
        {
            int limit = lines.Count == 0 ? first : rest;
            int gap = spaced && line.Length > 0 ? 1 : 0;
            if (line.Length > 0 && lineWidth + gap + width > limit)
            {
                lines.Add(line.Replace(NoBreak, ' ').ToString());
                line.Clear();
                (lineWidth, gap) = (0, 0);
            }

            line.Append(' ', gap).Append(piece);
            lineWidth += gap + width;
        }

        lines.Add(line.Replace(NoBreak, ' ').ToString());
        return lines;
    }

    /// <summary>Without characters that would move the cursor or turn the direction of what follows.</summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.AsSpan().ContainsAnyInRange('\x7F', '\x9F')
            && !text.AsSpan().ContainsAnyInRange('\u2028', '\u202E') && !text.AsSpan().ContainsAnyInRange('\u2066', '\u2069'))
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        foreach (char c in text)
        {
            if (c is <= '\x1F' or (>= '\x7F' and <= '\x9F') or '\u2028' or '\u2029')
            {
                result.Append(' ');
            }
            else if (c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a line must not begin with it.</summary>
    private static bool Closes(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation;

    private static IEnumerable<(string Piece, int Width, bool Spaced)> Pieces(string text, int most)
    {
        int start = 0;
        int width = 0;
        bool spaced = false;
        bool lastWide = false;
        for (int i = 0; i < text.Length;)
        {
            int length = DisplayWidth.NextElement(text.AsSpan(i), out int columns);
            bool isBlank = text[i] == ' ';
            bool breaks = isBlank || width + columns > most || ((columns == 2 || lastWide) && !Closes(text[i]));
            if (breaks && i > start)
            {
                yield return (text[start..i], width, spaced);
                (start, width, spaced) = (i, 0, false);
            }

            if (isBlank)
            {
                (start, spaced) = (i + 1, true);
            }
            else
            {
                width += columns;
            }

            lastWide = columns == 2;
            i += length;
        }

        if (start < text.Length)
        {
            yield return (text[start..], width, spaced);
        }
    }
}
