using System.Globalization;

namespace Parley.Drawing.Markup;

/// <summary>An element of HTML or SVG: its name, its attributes in the order set, and what stands inside.</summary>
/// <remarks>
/// Names are ours; values and texts are anybody's and are escaped when written, so that what is made is well-formed
/// whatever the record holds.
/// </remarks>
internal sealed class Element(string name)
{
    private readonly List<(string Name, string Value)> attributes = [];
    private readonly List<object> content = [];

    public string Name { get; } = name;

    public IReadOnlyList<(string Name, string Value)> Attributes => attributes;

    /// <summary>Texts and elements, in order.</summary>
    public IReadOnlyList<object> Content => content;

    /// <summary>Sets an attribute that is not yet set; null leaves it out.</summary>
    public Element Set(string attribute, string? value)
    {
        if (value is not null)
        {
            attributes.Add((attribute, value));
        }

        return this;
    }

    /// <summary>Sets a length or a coordinate, to a hundredth.</summary>
    public Element Set(string attribute, double value) => Set(attribute, Number(value));

    public Element Add(string text)
    {
        if (text.Length > 0)
        {
            content.Add(text);
        }

        return this;
    }

    public Element Add(Element? child)
    {
        if (child is not null)
        {
            content.Add(child);
        }

        return this;
    }

    public Element Add(IEnumerable<Element> children)
    {
        content.AddRange(children);
        return this;
    }

    /// <summary>A number as markup has it: a point, at most two places, no exponent.</summary>
    public static string Number(double value) =>
        (Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
