using System.Text;
using System.Text.Unicode;

namespace Parley.Journals.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Byte offset of its beginning.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Byte offset just behind it.</summary>
    public int End => Start + Length;

    /// <summary>From the beginning of one stretch to the end of another.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last; not before the first.</param>
    public static TextSpan Cover(TextSpan first, TextSpan last) => new(first.Start, Math.Max(0, last.End - first.Start));
}

/// <summary>A place that a person can find: line and column, both from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, in text elements: what the eye counts.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>The bytes of one journal file, with its name and its lines.</summary>
public sealed class SourceText
{
    private int[]? lineStarts;

    /// <summary>Wraps bytes; they must not change afterwards.</summary>
    /// <param name="name">The name under which messages speak of it.</param>
    /// <param name="bytes">UTF-8, possibly with faults in it.</param>
    public SourceText(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Memory = bytes;
        IsValidUtf8 = Utf8.IsValid(bytes.Span);
    }

    /// <summary>The name under which messages speak of it.</summary>
    public string Name { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => Memory.Span;

    /// <summary>Whether every byte is part of well-formed UTF-8.</summary>
    public bool IsValidUtf8 { get; }

    /// <summary>How many bytes.</summary>
    public int Length => Memory.Length;

    /// <summary>How many lines; 1 for an empty text.</summary>
    public int LineCount => LineStarts.Length;

    /// <summary>Length of the byte-order mark at the beginning: 3 or 0.</summary>
    public int MarkLength => Bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    private int[] LineStarts => lineStarts ??= FindLines();

    /// <summary>The line of an offset, from 1.</summary>
    /// <param name="offset">Byte offset.</param>
    public int LineOf(int offset)
    {
        int index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Line and column of an offset.</summary>
    /// <param name="offset">Byte offset.</param>
    public LinePosition PositionOf(int offset)
    {
        int line = LineOf(offset);
        int start = Math.Max(LineStarts[line - 1], line == 1 ? MarkLength : 0);
        int column = offset <= start ? 1 : 1 + TextColumns.CountElements(Bytes[start..Math.Min(offset, Length)]);
        return new LinePosition(line, column);
    }

    /// <summary>A line without its ending.</summary>
    /// <param name="line">From 1.</param>
    public TextSpan LineSpan(int line)
    {
        int start = Math.Max(LineStarts[line - 1], line == 1 ? MarkLength : 0);
        int end = line < LineStarts.Length ? LineStarts[line] : Length;
        while (end > start && Bytes[end - 1] is (byte)'\n' or (byte)'\r')
        {
            end--;
        }

        return new TextSpan(start, end - start);
    }

    /// <summary>A stretch as a string; bytes that are not UTF-8 appear as U+FFFD.</summary>
    /// <param name="span">The stretch.</param>
    public string GetString(TextSpan span) => Encoding.UTF8.GetString(Bytes.Slice(span.Start, span.Length));

    private int[] FindLines()
    {
        List<int> starts = [0];
        ReadOnlySpan<byte> bytes = Bytes;
        int at = 0;
        while (true)
        {
            int found = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0)
            {
                return [.. starts];
            }

            at += found + 1;
            if (bytes[at - 1] == '\r' && at < bytes.Length && bytes[at] == '\n')
            {
                at++;
            }

            if (at < bytes.Length)
            {
                starts.Add(at);
            }
        }
    }
}
