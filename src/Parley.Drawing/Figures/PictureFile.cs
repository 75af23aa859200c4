using Parley.Drawing.Markup;

namespace Parley.Drawing.Figures;

/// <summary>A picture as a file that stands alone: with its colours, its ground, and the mark of what drew it.</summary>
internal static class PictureFile
{
    /// <summary>Writes a drawn picture.</summary>
    /// <param name="drawn">The picture, an element of SVG without its name space.</param>
    /// <param name="mark">What tells such files from those of others.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Element drawn, string mark, TextWriter writer)
    {
        Element svg = new Element("svg").Set("xmlns", "http://www.w3.org/2000/svg");
        foreach ((string name, string value) in drawn.Attributes)
        {
            svg.Set(name, value);
        }

        svg.Add(new Element("style").Add(FigureStyle.Colours + "\n" + FigureStyle.Rules));
        svg.Add(new Element("rect").Set("class", "ground").Set("width", "100%").Set("height", "100%"));
        foreach (object part in drawn.Content)
        {
            svg.Add(part as Element);
        }

        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.Write(mark + "\n");
        MarkupWriter.Write(writer, svg);
    }
}
