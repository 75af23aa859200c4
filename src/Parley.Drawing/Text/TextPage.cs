namespace Parley.Drawing.Text;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Colour">A terminal colour, 0 to 255, or null.</param>
internal readonly record struct Cell(string Text, int? Colour = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A page of plain text: headings, items and aligned columns, wrapped to the width.</summary>
internal sealed class TextPage(TextWriter writer, TextOptions options)
{
    private const int Gap = 2;
    private bool isEmpty = true;

    public TextOptions Options { get; } = options;

    public int Width { get; } = Math.Max(TextOptions.MinWidth, options.Width);

    /// <summary>What stands between an earlier and a later value.</summary>
    public string Arrow { get; } = options.Ascii ? " -> " : " \u2192 ";

    public void Heading(string text)
    {
        if (!isEmpty)
        {
            EndLine();
        }

        foreach (string line in Lines.Wrap(text, Width, Width))
        {
            Write(line, bold: true);
            EndLine();
        }
    }

    public void Blank() => EndLine();

    /// <summary>A paragraph whose further lines are indented more than its first.</summary>
    public void Paragraph(string text, int indent = 0, int hanging = 0, bool bold = false)
    {
        int rest = Math.Min(indent + hanging, Width / 2);
        bool isFirst = true;
        foreach (string line in Lines.Wrap(text, Width - indent, Width - rest))
        {
            writer.Write(new string(' ', isFirst ? indent : rest));
            Write(line, bold);
            EndLine();
            isFirst = false;
        }
    }

    /// <summary>A paragraph with a label before it, such as a date, in a column of its own.</summary>
    public void Labelled(string label, string text, int labelWidth, int indent = 2)
    {
        string cleanLabel = Lines.Clean(label);
        int left = indent + labelWidth + Gap;
        int used = indent + DisplayWidth.Of(cleanLabel) + Gap;
        int start = Math.Max(left, used);
        List<string> lines = Lines.Wrap(text, Math.Max(2, Width - start), Width - left);
        writer.Write(new string(' ', indent));
        writer.Write(cleanLabel);
        writer.Write(new string(' ', start - used + Gap));
        writer.Write(lines[0]);
        EndLine();
        foreach (string line in lines.Skip(1))
        {
            writer.Write(new string(' ', left));
            writer.Write(line);
            EndLine();
        }
    }

    /// <summary>A line across the page that begins with words.</summary>
    public void Rule(string text)
    {
        string clean = "-- " + Lines.Clean(text) + " ";
        Write(clean + new string('-', Math.Max(2, Width - DisplayWidth.Of(clean))), bold: true);
        EndLine();
    }

    /// <summary>Aligned columns; a column is as wide as it needs, the widest give way when the page is too narrow.</summary>
    /// <remarks>A row of one cell goes across all columns, as the heading of the rows below it.</remarks>
    public void Table(IReadOnlyList<string> heads, IReadOnlyList<Cell[]> rows, int indent = 2)
    {
        int[] widths = Widths(heads, rows, Width - indent);
        Row([.. heads.Select(head => new Cell(head))], widths, indent);
        foreach (Cell[] row in rows)
        {
            Row(row, row.Length == 1 ? [Width - indent] : widths, indent);
        }
    }

    private static int[] Widths(IReadOnlyList<string> heads, IReadOnlyList<Cell[]> rows, int available)
    {
        int[] widths = [.. heads.Select(head => DisplayWidth.Of(head))];
        foreach (Cell[] row in rows)
        {
            for (int i = 0; i < widths.Length && row.Length > 1; i++)
            {
                widths[i] = Math.Max(widths[i], DisplayWidth.Of(Lines.Clean(row[i].Text)));
            }
        }

        int excess = widths.Sum() + (Gap * (widths.Length - 1)) - available;
        while (excess > 0)
        {
            int widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= 4)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private void Row(Cell[] cells, int[] widths, int indent)
    {
        List<string>[] lines = [.. cells.Select((cell, i) => Lines.Wrap(cell.Text, widths[i], widths[i]))];
        int height = lines.Max(cell => cell.Count);
        for (int line = 0; line < height; line++)
        {
            int pending = indent;
            for (int i = 0; i < cells.Length; i++)
            {
                string text = line < lines[i].Count ? lines[i][line] : "";
                if (text.Length > 0)
                {
                    writer.Write(new string(' ', pending));
                    Write(text, bold: false, cells[i].Colour);
                    pending = 0;
                }

                pending += widths[i] - DisplayWidth.Of(text) + Gap;
            }

            EndLine();
        }
    }

    private void Write(string text, bool bold, int? colour = null)
    {
        if (!Options.Colour || (!bold && colour is null))
        {
            writer.Write(text);
            return;
        }

        writer.Write(bold ? "\x1b[1m" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\x1b[38;5;{colour}m"));
        writer.Write(text);
        writer.Write("\x1b[0m");
    }

    private void EndLine()
    {
        writer.Write('\n');
        isEmpty = false;
    }
}
