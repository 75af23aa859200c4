using System.Text;

namespace Parley.Drawing.Markup;

/// <summary>Writes elements so that a reader of HTML and a reader of XML see the same tree.</summary>
/// <remarks>
/// Every element is closed but the few of HTML that have no end. What no such text may hold (control characters, halves
/// of a character) is written as U+FFFD. Marks that change the direction of all that follows are dropped: the page
/// isolates what runs from right to left itself.
/// </remarks>
internal static class MarkupWriter
{
    private static readonly HashSet<string> Endless = new(StringComparer.Ordinal) { "meta", "br", "col", "hr", "link" };

    // Elements that begin a line of the file, so that two versions of a page can be compared.
    private static readonly HashSet<string> OnOwnLine = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "main", "header", "footer", "section", "article", "h1", "h2", "h3", "p", "ul", "ol", "li", "table",
        "thead", "tbody", "tr", "details", "figure", "figcaption", "svg", "g", "rect", "path", "line", "text", "meta",
        "title", "style", "nav", "dl", "dt", "dd", "aside", "polyline", "circle",
    };

    public static void Write(TextWriter writer, Element element)
    {
        StringBuilder text = new();
        Append(text, element);
        writer.Write(text.Append('\n'));
    }

    public static string Print(Element element)
    {
        StringBuilder text = new();
        Append(text, element);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Element element)
    {
        if (text.Length > 0 && text[^1] != '\n' && OnOwnLine.Contains(element.Name))
        {
            text.Append('\n');
        }

        text.Append('<').Append(element.Name);
        foreach ((string name, string value) in element.Attributes)
        {
            text.Append(' ').Append(name).Append("=\"");
            Escape(text, value, isAttribute: true);
            text.Append('"');
        }

        text.Append('>');
        if (Endless.Contains(element.Name))
        {
            return;
        }

        foreach (object part in element.Content)
        {
            if (part is Element child)
            {
                Append(text, child);
            }
            else
            {
                Escape(text, (string)part, isAttribute: false);
            }
        }

        text.Append("</").Append(element.Name).Append('>');
    }

    private static void Escape(StringBuilder text, string value, bool isAttribute)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '"' when isAttribute:
                    text.Append("&quot;");
                    break;
                case '\n' or '\t':
                    text.Append(isAttribute ? ' ' : c);
                    break;
                case (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') when !IsOurs(c):
                    break;
                case < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF':
                    text.Append('\uFFFD');
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else
                    {
                        text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    }

                    break;
            }
        }
    }

    // Figures cannot hold <bdi>; there the two marks that isolate a stretch stand in its place, always as a pair.
    private static bool IsOurs(char c) => c is Directions.Isolate or Directions.EndIsolate;
}
