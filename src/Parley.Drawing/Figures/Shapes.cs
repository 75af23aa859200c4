using Parley.Drawing.Markup;
using Parley.Record.Entries;

namespace Parley.Drawing.Figures;

/// <summary>The mark of an act: its form says in which forum it took place, so that colour never speaks alone.</summary>
internal static class Shapes
{
    /// <summary>How far a mark reaches from its middle.</summary>
    public const double Reach = 5;

    /// <summary>
    /// The mark: a filled circle at the table, a square by letter, a ring before the media and in public, a triangle in
    /// private, a small diamond where the forum was not said.
    /// </summary>
    /// <param name="forum">The forum as written.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="line">Class of the colour as a line.</param>
    /// <param name="fill">Class of the colour as a filling.</param>
    public static Element Of(Forum forum, double x, double y, string line, string fill) => forum switch
    {
        Forum.Table => new Element("circle").Set("class", fill).Set("cx", x).Set("cy", y).Set("r", 4.5),
        Forum.Letter => new Element("rect").Set("class", fill).Set("x", x - 4.2).Set("y", y - 4.2)
            .Set("width", 8.4).Set("height", 8.4),
        Forum.Media or Forum.Public =>
            new Element("circle").Set("class", "ring " + line).Set("cx", x).Set("cy", y).Set("r", 4),
        Forum.Private => Path(fill, [(x, y - 5), (x + 5, y + 4.2), (x - 5, y + 4.2)]),
        _ => Path(fill, [(x, y - 4), (x + 4, y), (x, y + 4), (x - 4, y)]),
    };

    /// <summary>A closed form of straight lines.</summary>
    public static Element Path(string rule, IReadOnlyList<(double X, double Y)> points) =>
        new Element("path").Set("class", rule).Set("d", Draw(points) + "Z");

    /// <summary>A line through points.</summary>
    public static Element Line(string rule, params IReadOnlyList<(double X, double Y)> points) =>
        new Element("path").Set("class", rule).Set("d", Draw(points));

    public static Element Rectangle(string rule, double left, double top, double right, double bottom) =>
        new Element("rect").Set("class", rule).Set("x", left).Set("y", top)
            .Set("width", Math.Max(0, right - left)).Set("height", Math.Max(0, bottom - top));

    private static string Draw(IReadOnlyList<(double X, double Y)> points) => "M" + string.Join(
        "L", points.Select(point => Element.Number(point.X) + " " + Element.Number(point.Y)));
}
