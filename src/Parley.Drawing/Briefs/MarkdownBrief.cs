using System.Globalization;
using System.Text;
using Parley.Drawing.Markup;

namespace Parley.Drawing.Briefs;

/// <summary>The brief as Markdown: the same sections in the same order and the same sentences, without the pictures.</summary>
public static class MarkdownBrief
{
    /// <summary>What stands in every such text near its beginning, and tells it from files of others.</summary>
    public const string Mark = "<!-- written by parley brief -->";

    // Signs that begin or end something in Markdown, wherever they stand.
    private const string Special = "\\`*_<>[]#|~&";

    /// <summary>Writes the text; lines end in a line feed.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="words">How entries are cited and numbers are written.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(BriefReports reports, IWords words, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        new Page(new Brief(reports, words), writer).Write();
    }

    private sealed class Page(Brief brief, TextWriter writer)
    {
        public void Write()
        {
            Lines(Mark, "", "# " + Escaped(brief.Title), "");
            foreach (string sentence in brief.Head())
            {
                Lines(Escaped(sentence), "");
            }

            foreach (BriefSection section in brief.Sections)
            {
                Lines("## " + Escaped(section.Heading), "");
                foreach (Block block in section.Blocks)
                {
                    Write(block);
                }
            }

            Lines("## Notes", "", brief.Numbers.Entries.Any() ? Brief.NotesHead : "No entry is cited.");
            if (brief.Numbers.Entries.Any())
            {
                Lines("");
            }

            foreach (int entry in brief.Numbers.Entries)
            {
                (string date, string act, string sources, string place) = brief.Note(entry);
                string source = sources.Length == 0 ? "No source." : $"Source: {sources}.";
                Lines($"{Number(entry)}. **{Escaped(date)}.** {Escaped(act)} {Escaped(source)} {Escaped(place)}");
            }
        }

        private void Write(Block block)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Lines(Text(paragraph.Sentence), "");
                    break;
                case BulletList list:
                    foreach (ListItem item in list.Items)
                    {
                        string label = item.Label is { Length: > 0 } text ? $"**{Escaped(text)}:** " : "";
                        Lines($"- {label}{Text(item.Sentence)}");
                        if (item.Beside is { } beside)
                        {
                            Lines($"  *{Text(beside)}*");
                        }
                    }

                    Lines("");
                    break;
                case Grid grid:
                    Table(grid);
                    break;
                case FigureBlock { TextCaption.Length: > 0 } figure:
                    Lines(Escaped(figure.TextCaption), "");
                    break;
                case Fold fold:
                    Lines($"**{Escaped(fold.Heading)}**", "");
                    foreach (Block inner in fold.Blocks)
                    {
                        Write(inner);
                    }

                    break;
            }
        }

        private void Table(Grid grid)
        {
            Lines(Row(grid.Heads.Select(Escaped)), Row(grid.Heads.Select(_ => "---")));
            foreach (IReadOnlyList<GridCell> row in grid.Rows)
            {
                Lines(Row(row.Select(cell => string.Join("; ", cell.Lines.Select(Text)))));
            }

            Lines("");
        }

        private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

        private string Text(Sentence sentence)
        {
            StringBuilder text = new();
            foreach (SentencePart part in sentence.Parts)
            {
                if (part.Notes.Count == 0)
                {
                    text.Append(Escaped(part.Text));
                    continue;
                }

                // A bracket that an adjacent word or bracket touches could be read as a link.
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "").Append('[');
                text.AppendJoin(", ", brief.Numbers.Of(part.Notes));
                text.Append(part.Text.Length == 0 ? "]" : " " + Escaped(part.Text) + "]");
            }

            return text.ToString().Trim(' ');
        }

        private string Number(int entry) => brief.Numbers.Of(entry)!.Value.ToString(CultureInfo.InvariantCulture);

        private static string Escaped(string text)
        {
            StringBuilder result = new();
            foreach (char c in Directions.Isolated(text))
            {
                if (c is '\n' or '\r' or '\t')
                {
                    result.Append(' ');
                    continue;
                }

                result.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(char.IsControl(c) ? '\uFFFD' : c);
            }

            return result.ToString();
        }

        private void Lines(params ReadOnlySpan<string> lines)
        {
            foreach (string line in lines)
            {
                writer.Write(line);
                writer.Write('\n');
            }
        }
    }
}
