using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Parsing;

/// <summary>Cuts a text into statements: a line that begins in column 1, and the indented lines below it.</summary>
/// <remarks>
/// A comment in column 1 does not end a statement when an indented line follows it; a blank line does.
/// </remarks>
internal struct StatementReader(SourceText text)
{
    private int at = text.MarkLength;

    public bool TryRead(out Statement statement)
    {
        ReadOnlySpan<byte> bytes = text.Bytes;
        while (at < bytes.Length)
        {
            byte first = bytes[at];
            if (first == ';' || IsBlankLine(bytes, at))
            {
                at = NextLine(bytes, at);
                continue;
            }

            if (first is (byte)' ' or (byte)'\t' && IsComment(bytes, at))
            {
                at = NextLine(bytes, at);
                continue;
            }

            int start = at;
            at = FindEnd(bytes, at);
            statement = new Statement(KindOf(bytes, start), start, at - start);
            return true;
        }

        statement = default;
        return false;
    }

    private static StatementKind KindOf(ReadOnlySpan<byte> bytes, int start)
    {
        byte first = bytes[start];
        if (first is >= (byte)'0' and <= (byte)'9')
        {
            return StatementKind.Entry;
        }

        if (first is (byte)' ' or (byte)'\t')
        {
            return StatementKind.Orphan;
        }

        bool isDigitNext = start + 1 < bytes.Length && bytes[start + 1] is >= (byte)'0' and <= (byte)'9';
        return first is (byte)'.' or (byte)'/' || (first is (byte)'-' or (byte)'Y' && isDigitNext)
            ? StatementKind.Entry
            : StatementKind.Declaration;
    }

    private static int FindEnd(ReadOnlySpan<byte> bytes, int start)
    {
        int end = NextLine(bytes, start);
        while (true)
        {
            int next = end;
            while (next < bytes.Length && bytes[next] == ';')
            {
                next = NextLine(bytes, next);
            }

            if (next >= bytes.Length || bytes[next] is not ((byte)' ' or (byte)'\t') || IsBlankLine(bytes, next))
            {
                return end;
            }

            end = NextLine(bytes, next);
        }
    }

    private static bool IsBlankLine(ReadOnlySpan<byte> bytes, int start)
    {
        int i = start;
        while (i < bytes.Length && bytes[i] is (byte)' ' or (byte)'\t')
        {
            i++;
        }

        return i >= bytes.Length || bytes[i] is (byte)'\n' or (byte)'\r';
    }

    private static bool IsComment(ReadOnlySpan<byte> bytes, int start)
    {
        int i = start;
        while (i < bytes.Length && bytes[i] is (byte)' ' or (byte)'\t')
        {
            i++;
        }

        return i < bytes.Length && bytes[i] == ';';
    }

    private static int NextLine(ReadOnlySpan<byte> bytes, int start)
    {
        int found = bytes[start..].IndexOfAny((byte)'\n', (byte)'\r');
        if (found < 0)
        {
            return bytes.Length;
        }

        int next = start + found + 1;
        return bytes[next - 1] == '\r' && next < bytes.Length && bytes[next] == '\n' ? next + 1 : next;
    }
}
