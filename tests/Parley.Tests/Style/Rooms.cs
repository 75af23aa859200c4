using System.Reflection;
using System.Xml.Linq;

namespace Parley.Tests.Style;

/// <summary>The projects of the product, and which way they may lean on each other.</summary>
internal static class Rooms
{
    /// <summary>For each project, those that it may refer to. A new project gets its row here first.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Parley"] = [],
        ["Parley.Record"] = ["Parley"],
        ["Parley.Journals"] = ["Parley.Record", "Parley"],
        ["Parley.Drawing"] = ["Parley.Record", "Parley"],
        ["Parley.Exchange"] = ["Parley.Record", "Parley"],
        ["Parley.Cli"] = ["Parley.Drawing", "Parley.Exchange", "Parley.Journals", "Parley.Record", "Parley"],
    };

    /// <summary>The assemblies built from them.</summary>
    public static IReadOnlyList<Assembly> Product { get; } =
        [.. Arrows.Keys.Select(name => Assembly.Load(AssemblyName(name)))];

    /// <summary>The name of a project's assembly.</summary>
    /// <param name="project">The project.</param>
    public static string AssemblyName(string project) => project switch
    {
        "Parley.Cli" => "parley",
        "Parley" => "Parley.Mathematics",
        _ => project,
    };

    /// <summary>Projects that a project refers to, as its file says.</summary>
    /// <param name="project">The project.</param>
    public static IEnumerable<string> ReferencesInFile(string project) =>
        XDocument.Load(Repository.At($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));
}
