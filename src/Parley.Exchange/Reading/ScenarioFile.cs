using System.Text;
using Parley.Exchange.Declarations;
using Parley.Exchange.Genius;
using Parley.Exchange.GeniusWeb;
using Parley.Exchange.NegMas;
using Parley.Exchange.NegoLog;
using Parley.Exchange.Trees;

namespace Parley.Exchange.Reading;

/// <summary>A file that is a domain or a profile of some format, as its content says.</summary>
/// <param name="Name">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="IsDomain">Whether it is a domain instead of a profile.</param>
internal sealed record ScenarioFile(string Name, ScenarioFormat Format, bool IsDomain)
{
    private XmlNode? xml;
    private TreeNode? tree;

    /// <summary>Reads a file and finds what it is.</summary>
    /// <param name="name">The file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="isInFolder">Whether a file of another kind is passed over instead of a fault.</param>
    /// <param name="faults">Where faults are added.</param>
    /// <returns>The file; null when it is nothing that can be read.</returns>
    public static ScenarioFile? Read(string name, byte[] bytes, bool isInFolder, FaultList faults)
    {
        ReadOnlySpan<byte> content = bytes;
        content = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        ReadOnlySpan<byte> blanks = [0xFF, 0xFE, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        ScenarioFile? found = content.TrimStart(blanks) switch
        {
            [(byte)'<', ..] => OfXml(name, XmlNode.Read(name, new MemoryStream(bytes), faults)),
            [(byte)'{' or (byte)'[', ..] => OfJson(name, JsonTree.Read(name, content, faults)),
            _ when isInFolder && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) => null,
            _ => OfYaml(name, YamlTree.Read(name, Encoding.UTF8.GetString(content), faults), faults),
        };
        if (found is null && !isInFolder && faults.IsEmpty)
        {
            faults.Add(new ScenarioFault(name, 1, 1, "the file is neither a domain nor a profile that is known", "give files of Genius, GeniusWeb, NegMAS or NegoLog"));
        }

        return found;
    }

    /// <summary>Whether it says what the issues are.</summary>
    public bool HasIssues => IsDomain || Format is ScenarioFormat.GeniusWeb or ScenarioFormat.NegoLog || (tree is not null && NegMasReader.FindSpace(tree) is not null);

    /// <summary>The issues that it declares.</summary>
    /// <param name="faults">Where faults are added.</param>
    public List<IssueDeclaration> ReadIssues(FaultList faults)
    {
        TreeReading reading = new(Name, faults);
        List<IssueDeclaration> issues = Format switch
        {
            ScenarioFormat.Genius => new GeniusReader(Name, faults).ReadIssues(xml!),
            ScenarioFormat.GeniusWeb => IsDomain
                ? new GeniusWebReader(reading).ReadIssues(tree!)
                : tree!.Find(GeniusWebReader.Profile) is TreeNode space && reading.Get(space, "domain", TreeKind.Map) is TreeNode domain
                    ? new GeniusWebReader(reading).ReadIssues(domain)
                    : [],
            ScenarioFormat.NegMas => new NegMasReader(reading).ReadIssues(IsDomain ? tree! : NegMasReader.FindSpace(tree!)!),
            _ => new NegoLogReader(reading).ReadIssues(tree!),
        };
        if (issues.Count == 0 && faults.IsEmpty)
        {
            faults.Add(new ScenarioFault(Name, 1, 1, "no issue is declared", "add an issue with its values"));
        }

        return issues;
    }

    /// <summary>What the party of a profile wants; null when there is a fault.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="faults">Where faults are added.</param>
    public PartyDeclaration? ReadParty(IReadOnlyList<IssueDeclaration> issues, FaultList faults)
    {
        TreeReading reading = new(Name, faults);
        string name = Path.GetFileNameWithoutExtension(Name);
        return Format switch
        {
            ScenarioFormat.Genius => new GeniusReader(Name, faults).ReadParty(name, xml!, issues),
            ScenarioFormat.GeniusWeb => new GeniusWebReader(reading).ReadParty(name, tree!, issues),
            ScenarioFormat.NegMas => new NegMasReader(reading).ReadParty(name, tree!, issues),
            _ => new NegoLogReader(reading).ReadParty(name, tree!, issues),
        };
    }

    private static ScenarioFile? OfXml(string name, XmlNode? root) => root?.Name is "negotiation_template" or "utility_space"
        ? new ScenarioFile(name, ScenarioFormat.Genius, root.Name == "negotiation_template") { xml = root }
        : null;

    private static ScenarioFile? OfJson(string name, TreeNode? root) =>
        root is null ? null
        : root.Find("issuesValues") is not null ? new ScenarioFile(name, ScenarioFormat.GeniusWeb, true) { tree = root }
        : root.Find(GeniusWebReader.Profile) is not null ? new ScenarioFile(name, ScenarioFormat.GeniusWeb, false) { tree = root }
        : root.Find("issueWeights") is not null ? new ScenarioFile(name, ScenarioFormat.NegoLog, false) { tree = root }
        : null;

    private static ScenarioFile? OfYaml(string name, TreeNode? root, FaultList faults)
    {
        if (root is null || (!NegMasReader.IsSpace(root) && !NegMasReader.IsFunction(root)))
        {
            return null;
        }

        bool isSpace = NegMasReader.IsSpace(root);
        return isSpace || new NegMasReader(new TreeReading(name, faults)).CanRead(root)
            ? new ScenarioFile(name, ScenarioFormat.NegMas, isSpace) { tree = root }
            : null;
    }
}
