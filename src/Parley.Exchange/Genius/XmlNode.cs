using System.Xml;
using Parley.Exchange.Reading;

namespace Parley.Exchange.Genius;

/// <summary>An element of a file with its place; texts between elements are dropped.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Line of its name, from 1.</param>
/// <param name="Column">Column of its name, from 1.</param>
internal sealed record XmlNode(string Name, int Line, int Column)
{
    /// <summary>The attributes by name.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The elements directly inside, in order.</summary>
    public List<XmlNode> Children { get; } = [];

    /// <summary>An attribute, or null.</summary>
    /// <param name="name">Its name.</param>
    public string? Find(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>The elements directly inside of one name, in order.</summary>
    /// <param name="name">Their name.</param>
    public IEnumerable<XmlNode> Elements(string name) => Children.Where(c => c.Name == name);

    /// <summary>All elements inside of one name, however deep, in order.</summary>
    /// <param name="name">Their name.</param>
    public IEnumerable<XmlNode> Descendants(string name) =>
        Children.SelectMany(c => (c.Name == name ? new[] { c } : []).Concat(c.Descendants(name)));

    /// <summary>Reads a file; entities of its own are refused, depth and number of elements are bounded.</summary>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="faults">Where a fault is added.</param>
    /// <returns>The outermost element; null when there is a fault.</returns>
    public static XmlNode? Read(string file, Stream bytes, FaultList faults)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        Stack<XmlNode> open = [];
        XmlNode? root = null;
        int count = 0;
        try
        {
            using XmlReader reader = XmlReader.Create(bytes, settings);
            IXmlLineInfo place = (IXmlLineInfo)reader;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.EndElement)
                {
                    open.Pop();
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    XmlNode node = new(reader.Name, place.LineNumber, place.LinePosition);
                    if (Excess(file, node, ++count, open.Count) is ScenarioFault excess)
                    {
                        faults.Add(excess);
                        return null;
                    }

                    root ??= node;
                    Take(reader, node, open);
                }
            }
        }
        catch (XmlException exception)
        {
            faults.Add(new(file, exception.LineNumber, exception.LinePosition,
                "the XML breaks off or breaks its rules here, or declares entities of its own",
                "close every element, and leave out a DOCTYPE"));
            return null;
        }

        return root;
    }

    private static ScenarioFault? Excess(string file, XmlNode node, int count, int depth) =>
        count > ScenarioLimits.Elements
            ? new(file, node.Line, node.Column, $"more than {ScenarioLimits.Elements} elements", "split the scenario into smaller ones")
        : depth >= ScenarioLimits.Depth
            ? new(file, node.Line, node.Column, $"elements lie more than {ScenarioLimits.Depth} deep", "a scenario needs six levels; take out the rest")
        : null;

    private static void Take(XmlReader reader, XmlNode node, Stack<XmlNode> open)
    {
        bool isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            node.Attributes[reader.Name] = reader.Value;
        }

        if (open.TryPeek(out XmlNode? parent))
        {
            parent.Children.Add(node);
        }

        if (!isEmpty)
        {
            open.Push(node);
        }
    }
}
