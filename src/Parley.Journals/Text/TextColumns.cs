using System.Globalization;
using System.Text;

namespace Parley.Journals.Text;

/// <summary>What the eye counts: text elements and the columns that they take.</summary>
internal static class TextColumns
{
    private const int Longest = 100_000;

    /// <summary>Text elements in some bytes; beyond 100 000 bytes, bytes are counted instead.</summary>
    public static int CountElements(ReadOnlySpan<byte> utf8)
    {
        if (Ascii.IsValid(utf8) || utf8.Length > Longest)
        {
            return utf8.Length;
        }

        string text = Encoding.UTF8.GetString(utf8);
        int count = 0;
        for (int i = 0; i < text.Length; i += StringInfo.GetNextTextElementLength(text, i))
        {
            count++;
        }

        return count;
    }

    /// <summary>Columns that a text takes when a terminal draws it; a tab goes to the next multiple of four.</summary>
    public static int Width(string text, int from = 0)
    {
        int column = from;
        for (int i = 0; i < text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text, i);
            column += text[i] == '\t' ? 4 - (column % 4) : WidthOf(text.AsSpan(i, length));
            i += length;
        }

        return column - from;
    }

    private static int WidthOf(ReadOnlySpan<char> element)
    {
        if (Rune.DecodeFromUtf16(element, out Rune rune, out _) != System.Buffers.OperationStatus.Done)
        {
            return 1;
        }

        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
        {
            return 0;
        }

        int value = rune.Value;
        bool isWide = value >= 0x1100
            && (value <= 0x115F
                || value is >= 0x2E80 and <= 0xA4CF
                || value is >= 0xAC00 and <= 0xD7A3
                || value is >= 0xF900 and <= 0xFAFF
                || value is >= 0xFE30 and <= 0xFE6F
                || value is >= 0xFF00 and <= 0xFF60
                || value is >= 0xFFE0 and <= 0xFFE6
                || value is >= 0x1F300 and <= 0x1FAFF
                || value is >= 0x20000 and <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
