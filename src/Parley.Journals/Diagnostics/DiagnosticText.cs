using System.Globalization;
using System.Text;
using Parley.Journals.Text;

namespace Parley.Journals.Diagnostics;

/// <summary>Draws problems for people: a first line that is whole in itself, the user's own line, a caret, a cure.</summary>
public static class DiagnosticText
{
    /// <summary>How many problems are drawn unless all are asked for.</summary>
    public const int Shown = 20;

    private const int MaxColumns = 100;

    /// <summary>Draws problems, the first twenty unless all are asked for, and says how many more there are.</summary>
    /// <param name="diagnostics">The problems, in file order.</param>
    /// <param name="count">How many there are in all, kept or not.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="all">Whether all are drawn.</param>
    public static void WriteAll(IReadOnlyList<Diagnostic> diagnostics, int count, TextWriter writer, bool all)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(writer);
        int shown = all ? diagnostics.Count : Math.Min(Shown, diagnostics.Count);
        for (int i = 0; i < shown; i++)
        {
            Write(diagnostics[i], writer);
        }

        if (shown < count && !all)
        {
            writer.Write($"… and {Catalogue.Count(count - shown)} more; --all shows them\n");
        }
    }

    /// <summary>Draws one problem.</summary>
    /// <param name="diagnostic">The problem.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Diagnostic diagnostic, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(FirstLine(diagnostic));
        writer.Write('\n');
        if (diagnostic.Place.Text.Length > 0)
        {
            WriteExcerpt(diagnostic, writer);
        }

        foreach (RelatedPlace related in diagnostic.Related ?? [])
        {
            if (related.Place.Text != diagnostic.Place.Text)
            {
                writer.Write($"note: {related.Label}: {Cite(related.Place)}\n");
            }
        }

        foreach (string note in diagnostic.Notes ?? [])
        {
            writer.Write($"note: {note}\n");
        }

        if (diagnostic.Help is not null)
        {
            writer.Write($"help: {diagnostic.Help}\n");
        }
    }

    /// <summary>The first line: <c>file:line:column: error PJ0000: what is wrong</c>.</summary>
    /// <param name="diagnostic">The problem.</param>
    public static string FirstLine(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        string severity = diagnostic.IsError ? "error" : "warning";
        return $"{Cite(diagnostic.Place)}: {severity} {diagnostic.Code.Code}: {diagnostic.Summary}";
    }

    private static string Cite(Place place)
    {
        LinePosition position = place.Text.PositionOf(place.Span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{place.Text.Name}:{position.Line}:{position.Column}");
    }

    private static void WriteExcerpt(Diagnostic diagnostic, TextWriter writer)
    {
        SourceText text = diagnostic.Place.Text;
        List<(int Line, TextSpan Span, char Mark, string Label)> marks =
            [(text.LineOf(diagnostic.Place.Span.Start), diagnostic.Place.Span, '^', diagnostic.Label ?? "")];
        foreach (RelatedPlace related in diagnostic.Related ?? [])
        {
            int line = text.LineOf(related.Place.Span.Start);
            if (related.Place.Text == text && line != marks[0].Line)
            {
                marks.Add((line, related.Place.Span, '-', related.Label));
            }
        }

        marks.Sort((a, b) => a.Line.CompareTo(b.Line));
        int gutter = marks[^1].Line.ToString(CultureInfo.InvariantCulture).Length;
        string blank = new(' ', gutter);
        writer.Write($"{blank} |\n");
        int last = 0;
        foreach ((int line, TextSpan span, char mark, string label) in marks)
        {
            if (last > 0 && line > last + 1)
            {
                writer.Write("...\n");
            }

            last = line;
            (string shown, int from, int width) = Excerpt(text, line, span);
            string number = line.ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
            writer.Write($"{number} | {shown}".TrimEnd());
            string tail = label.Length == 0 ? "" : " " + label;
            writer.Write($"\n{blank} | {new string(' ', from)}{new string(mark, width)}{tail}\n");
        }
    }

    /// <summary>The part of a line that is shown, and where the marked stretch lies in it.</summary>
    private static (string Shown, int From, int Width) Excerpt(SourceText text, int line, TextSpan span)
    {
        TextSpan whole = text.LineSpan(line);
        int start = Math.Clamp(span.Start, whole.Start, whole.End);
        int end = Math.Clamp(span.End, start, whole.End);

        // Of a very long line only the neighbourhood is decoded.
        int windowStart = Math.Max(whole.Start, start - 400);
        int windowEnd = Math.Min(whole.End, Math.Max(start + 400, Math.Min(end, start + 4000)));
        end = Math.Min(end, windowEnd);
        string before = Decode(text, windowStart, start, 0);
        int from = TextColumns.Width(before);
        string marked = Decode(text, start, end, from);
        int width = Math.Max(1, TextColumns.Width(marked, from));
        string after = Decode(text, end, windowEnd, from + width);
        string shown = before + marked + after;
        if (windowStart > whole.Start || TextColumns.Width(shown) > MaxColumns)
        {
            int keep = Math.Min(before.Length, from <= 60 && windowStart == whole.Start ? before.Length : 40);
            string head = keep < before.Length ? "…" + before[^keep..] : before;
            from = TextColumns.Width(head);
            width = Math.Min(width, Math.Max(1, MaxColumns - from));
            string rest = marked + after;
            int room = Math.Max(width, MaxColumns - from);
            int take = 0;
            int used = 0;
            while (take < rest.Length && used < room)
            {
                int length = StringInfo.GetNextTextElementLength(rest, take);
                used += TextColumns.Width(rest.Substring(take, length));
                take += length;
            }

            shown = head + rest[..take] + (take < rest.Length || windowEnd < whole.End ? "…" : "");
        }

        return (shown, from, width);
    }

    private static string Decode(SourceText text, int start, int end, int column)
    {
        // A window may begin in the middle of a character.
        while (start < end && (text.Bytes[start] & 0xC0) == 0x80)
        {
            start++;
        }

        string raw = text.GetString(new TextSpan(start, end - start));
        StringBuilder result = new(raw.Length);
        foreach (char c in raw)
        {
            if (c == '\t')
            {
                int width = 4 - ((column + TextColumns.Width(result.ToString())) % 4);
                result.Append(' ', width);
            }
            else
            {
                result.Append(char.IsControl(c) ? '\uFFFD' : c);
            }
        }

        return result.ToString();
    }
}
