using System.Globalization;
using Parley.Drawing.Figures;
using Parley.Drawing.Markup;

namespace Parley.Drawing.Briefs;

/// <summary>The brief as one page of HTML that needs nothing beside itself: no script, no request, no font.</summary>
public static class HtmlBrief
{
    /// <summary>What stands in every such page near its beginning, and tells it from files of others.</summary>
    public const string Mark = "<meta name=\"generator\" content=\"parley brief\">";

    /// <summary>Writes the page.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="words">How entries are cited and numbers are written.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(BriefReports reports, IWords words, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("<!DOCTYPE html>\n");
        MarkupWriter.Write(writer, new Page(new Brief(reports, words)).Build());
    }

    private sealed class Page(Brief brief)
    {
        private const int MarginNotes = 4;
        private const int LineLength = 66;
        private readonly NoteNumbers numbers = brief.Numbers;

        public Element Build()
        {
            Element main = new("main");
            Element head = new Element("header").Set("class", "head").Add(Worded("h1", brief.Title));
            foreach (string sentence in brief.Head())
            {
                head.Add(Worded("p", sentence));
            }

            main.Add(head);
            foreach (BriefSection section in brief.Sections)
            {
                Element element = new Element("section").Add(Worded("h2", section.Heading));
                element.Add(section.Blocks.Select(Draw));
                main.Add(element);
            }

            main.Add(Notes());
            string date = brief.Day.Length == 0 ? "" : ", " + brief.Day;
            return new Element("html").Set("lang", "en")
                .Add(new Element("head")
                    .Add(new Element("meta").Set("charset", "utf-8"))
                    .Add(new Element("meta").Set("name", "generator").Set("content", "parley brief"))
                    .Add(new Element("meta").Set("name", "viewport").Set("content", "width=device-width, initial-scale=1"))
                    .Add(new Element("title").Add(Directions.Isolated(brief.Title) + date))
                    .Add(new Element("style").Add("\n" + FigureStyle.Colours + "\n" + PageStyle.Rules + "\n" + FigureStyle.Rules
                        + "\n" + PageFoot() + "\n")))
                .Add(new Element("body").Add(main));
        }

        // Only words of ours: a title could end the text of the style.
        private string PageFoot() => brief.Day.Length == 0 ? ""
            : $"@page {{ @bottom-left {{ content: \"As of {brief.Day}\"; font: 9pt system-ui, sans-serif; }} }}";

        private static Element Worded(string name, string text)
        {
            Element element = new Element(name).Set("dir", name is "h1" or "th" ? "auto" : null);
            Words(element, text);
            return element;
        }

        /// <summary>Adds a text; what runs from right to left in it stands in an element that isolates it.</summary>
        private static void Words(Element parent, string text)
        {
            foreach ((string part, bool isRightToLeft) in Directions.Stretches(text))
            {
                if (isRightToLeft)
                {
                    parent.Add(new Element("bdi").Add(part));
                }
                else
                {
                    parent.Add(part);
                }
            }
        }

        private Element Draw(Block block) => block switch
        {
            Paragraph paragraph => Line(new Element("p"), paragraph.Sentence),
            BulletList list => new Element("ul").Add(list.Items.Select(Item)),
            Grid grid => Table(grid),
            FigureBlock figure => new Element("figure")
                .Add(new Element("div").Set("class", "wide").Add(figure.Wide(numbers)))
                .Add(new Element("div").Set("class", "narrow").Add(figure.Narrow(numbers)))
                .Add(figure.Caption.Length == 0 ? null : Worded("figcaption", figure.Caption).Set("class", "key")),
            Fold fold => new Element("details")
                .Add(Worded("summary", fold.Heading)).Add(fold.Blocks.Select(Draw)),
            _ => throw new InvalidOperationException($"A page draws no {block.GetType().Name}."),
        };

        private Element Line(Element parent, Sentence sentence)
        {
            foreach (SentencePart part in sentence.Parts)
            {
                if (part.Notes.Count == 0)
                {
                    Words(parent, part.Text);
                    continue;
                }

                Element sup = new("sup");
                int count = 0;
                foreach (int note in numbers.Of(part.Notes))
                {
                    string number = note.ToString(CultureInfo.InvariantCulture);
                    sup.Add(count == 0 ? "" : count < 4 ? ",\u00A0" : ", ");
                    sup.Add(new Element("a").Set("href", "#n" + number).Add(number));
                    count++;
                }

                sup.Add(part.Text.Length == 0 ? "" : " " + part.Text);
                parent.Add(sup);
            }

            return parent;
        }

        private int ByNumber(int left, int right) => numbers.Of(left)!.Value.CompareTo(numbers.Of(right)!.Value);

        private string Number(int entry) => numbers.Of(entry)!.Value.ToString(CultureInfo.InvariantCulture);

        private Element Item(ListItem item)
        {
            Element text = new Element("div").Set("class", "text");
            if (item.Label is { Length: > 0 } label)
            {
                text.Add(new Element("span").Set("class", "when").Add(label)).Add(": ");
            }

            Line(text, item.Sentence);
            if (item.Beside is { } beside)
            {
                text.Add(Line(new Element("span").Set("class", "beside"), beside));
            }

            Element result = new Element("li").Set("class", "item").Add(text);
            List<int> notes = [.. item.Sentence.Notes.Distinct().Order(Comparer<int>.Create(ByNumber)).Take(MarginNotesOf(item))];
            if (notes.Count > 0)
            {
                // Said in full at the end, to which the numbers lead: for the eye only.
                Element margin = new Element("div").Set("class", "margin").Set("aria-hidden", "true");
                foreach (int note in notes)
                {
                    margin.Add(Worded("span", $"{Number(note)}\u2002{brief.ShortNote(note)}"));
                }

                result.Add(margin);
            }

            return result;
        }

        /// <summary>As many notes as have room beside an item: each takes about as much as a line and a half of it.</summary>
        private static int MarginNotesOf(ListItem item)
        {
            int length = item.Sentence.Parts.Sum(part => part.Text.Length) + (item.Label?.Length ?? 0);
            int lines = 1 + (length / LineLength) + (item.Beside is null ? 0 : 1);
            return Math.Clamp(lines * 2 / 3, 1, MarginNotes);
        }

        private Element Table(Grid grid)
        {
            Element head = new("tr");
            foreach (string name in grid.Heads)
            {
                head.Add(Worded("th", name).Set("scope", "col").Set("role", "columnheader"));
            }

            Element body = new Element("tbody").Set("role", "rowgroup");
            foreach (IReadOnlyList<GridCell> row in grid.Rows)
            {
                Element line = new Element("tr").Set("role", "row");
                for (int i = 0; i < row.Count; i++)
                {
                    line.Add(i == 0 ? Cell("th", row[i], null).Set("scope", "row").Set("role", "rowheader")
                        : Cell("td", row[i], grid.Heads[i]).Set("role", "cell"));
                }

                body.Add(line);
            }

            return new Element("table").Set("class", "stack").Set("role", "table")
                .Add(Worded("caption", grid.Caption))
                .Add(new Element("thead").Set("role", "rowgroup").Add(head.Set("role", "row")))
                .Add(body);
        }

        private Element Cell(string name, GridCell cell, string? label)
        {
            Element element = new(name);
            if (label is not null)
            {
                // On a telephone the rows are stacked, and each cell says of which column it is.
                element.Add(Worded("span", label).Set("class", "label").Set("aria-hidden", "true"));
            }

            Element content = new Element("div").Add(cell.Drawing);
            foreach (Sentence line in cell.Lines)
            {
                content.Add(Line(new Element("p").Set("dir", "auto"), line));
            }

            return element.Add(content);
        }

        private Element Notes()
        {
            Element list = new Element("ol").Set("class", "notes");
            foreach (int entry in numbers.Entries)
            {
                (string date, string act, string sources, string place) = brief.Note(entry);
                Element text = new("div");
                text.Add(new Element("span").Set("class", "when").Add(date)).Add(". ");
                Words(text, act);
                Words(text, sources.Length == 0 ? " No source." : $" Source: {sources}.");
                Element cite = new Element("span").Set("class", "place").Add(" ");
                Words(cite, place);
                list.Add(new Element("li").Set("id", "n" + Number(entry))
                    .Add(new Element("span").Set("class", "number").Add(Number(entry)))
                    .Add(text.Add(cite)));
            }

            Element section = new Element("section").Add(Worded("h2", "Notes"));
            return section.Add(Worded("p", numbers.Entries.Any() ? Brief.NotesHead : "No entry is cited."))
                .Add(numbers.Entries.Any() ? list : null);
        }
    }
}
