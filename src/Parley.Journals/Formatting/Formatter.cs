using System.Text;
using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Formatting;

/// <summary>Writes a journal in its canonical layout: the same tokens and comments, with settled blanks and lines.</summary>
/// <remarks>
/// <para>Statements that stand together without a blank line share columns: of entries the date, the speaker and the
/// verb; of declarations the word, the name and the words. Parts are two blanks apart; what does not fit into
/// <see cref="LineWidth"/> columns goes on below, indented. A cell that is wider than most is left to stand out
/// instead of moving all others.</para>
/// <para>A statement with comments inside keeps its lines. One with something in it that is no token is left as it
/// is. Formatting what was formatted changes nothing.</para>
/// </remarks>
public static class Formatter
{
    /// <summary>Columns of a line, where the parts of a statement allow it.</summary>
    public const int LineWidth = 110;

    private static readonly int[] EntryCaps = [22, 24, 16];
    private static readonly int[] DeclarationCaps = [14, 24, 44];

    /// <summary>The text in its canonical layout.</summary>
    /// <param name="tree">The tree of the text.</param>
    /// <returns>UTF-8 without a byte-order mark, each line ended by a line feed; empty for an empty text.</returns>
    public static byte[] Format(SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        MemoryStream result = new(tree.Text.Length + 256);
        using StreamWriter writer = new(result, new UTF8Encoding(false));
        Layout layout = new(tree, writer);
        layout.Write();
        writer.Flush();
        return result.ToArray();
    }

    private sealed class Layout(SyntaxTree tree, StreamWriter writer)
    {
        private readonly SourceText text = tree.Text;
        private bool hasContent;
        private bool owesBlank;

        public void Write()
        {
            int at = text.MarkLength;
            int index = 0;
            while (index < tree.Count)
            {
                int end = GroupEnd(index);
                int[] widths = MeasureGroup(index, end);
                for (; index < end; index++)
                {
                    WriteBetween(at, tree[index].Start);
                    WriteStatement(tree[index], widths);
                    at = tree[index].End;
                }
            }

            WriteBetween(at, text.Length);
        }

        /// <summary>The end of the run of statements of one kind without a blank line between.</summary>
        private int GroupEnd(int start)
        {
            int end = start + 1;
            while (end < tree.Count && tree[end].Kind == tree[start].Kind && !HasBlankLine(tree[end - 1].End, tree[end].Start))
            {
                end++;
            }

            return end;
        }

        private bool HasBlankLine(int from, int to)
        {
            foreach (ReadOnlyMemory<byte> line in Lines(from, to))
            {
                if (IsBlank(line.Span))
                {
                    return true;
                }
            }

            return false;
        }

        private int[] MeasureGroup(int start, int end)
        {
            int[] caps = tree[start].Kind == StatementKind.Entry ? EntryCaps : DeclarationCaps;
            int[] widths = new int[caps.Length];
            for (int i = start; i < end; i++)
            {
                if (StatementPieces.TryCut(tree, tree[i]) is not { } pieces)
                {
                    continue;
                }

                for (int column = 0; column < widths.Length && column < pieces.Columns; column++)
                {
                    int width = TextColumns.Width(pieces.Cell(column));
                    if (width <= caps[column] && (column + 1 < pieces.Columns || pieces.HasMore))
                    {
                        widths[column] = Math.Max(widths[column], width);
                    }
                }
            }

            return widths;
        }

        private void WriteStatement(Statement statement, int[] widths)
        {
            FlushBlank();
            hasContent = true;
            if (StatementPieces.TryCut(tree, statement) is not { } pieces)
            {
                foreach (ReadOnlyMemory<byte> line in Lines(statement.Start, statement.End))
                {
                    WriteRaw(line.Span);
                }

                return;
            }

            foreach (string line in pieces.Lay(widths, LineWidth))
            {
                writer.Write(line);
                writer.Write('\n');
            }
        }

        /// <summary>Blank lines become one, and none at the ends of the file; comments begin in column 1.</summary>
        private void WriteBetween(int from, int to)
        {
            foreach (ReadOnlyMemory<byte> line in Lines(from, to))
            {
                ReadOnlySpan<byte> trimmed = line.Span.Trim(" \t"u8);
                if (trimmed.IsEmpty)
                {
                    owesBlank = true;
                    continue;
                }

                FlushBlank();
                hasContent = true;
                WriteRaw(trimmed);
            }
        }

        private void FlushBlank()
        {
            if (owesBlank && hasContent)
            {
                writer.Write('\n');
            }

            owesBlank = false;
        }

        private void WriteRaw(ReadOnlySpan<byte> line)
        {
            writer.Flush();
            writer.BaseStream.Write(line);
            writer.BaseStream.WriteByte((byte)'\n');
        }

        private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t"u8).IsEmpty;

        private IEnumerable<ReadOnlyMemory<byte>> Lines(int from, int to)
        {
            int at = from;
            while (at < to)
            {
                int found = text.Bytes[at..to].IndexOfAny((byte)'\n', (byte)'\r');
                int end = found < 0 ? to : at + found;
                yield return text.Memory[at..end];
                at = end + 1;
                if (end < to && text.Bytes[end] == '\r' && at < text.Length && text.Bytes[at] == '\n')
                {
                    at++;
                }
            }
        }
    }
}
