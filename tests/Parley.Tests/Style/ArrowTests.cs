using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Parley.Tests.Style;

/// <summary>Which room may know which.</summary>
public sealed class ArrowTests
{
    private static readonly ArchUnitNET.Domain.Architecture Product =
        new ArchLoader().LoadAssemblies([.. Rooms.Product]).Build();

    [Fact]
    public void Every_project_of_the_product_has_its_arrows() => Assert.Equal(
        Rooms.Arrows.Keys.Order(StringComparer.Ordinal),
        new DirectoryInfo(Repository.At("src")).EnumerateDirectories()
            .Where(d => d.EnumerateFiles("*.csproj").Any())
            .Select(d => d.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_refer_only_along_the_arrows() => Offences.None(
        from room in Rooms.Arrows
        from reference in Rooms.ReferencesInFile(room.Key)
        where !room.Value.Contains(reference)
        select $"{room.Key} -> {reference}");

    [Fact]
    public void Assemblies_lean_only_along_the_arrows() => Offences.None(
        from room in Rooms.Arrows
        let allowed = room.Value.Select(Rooms.AssemblyName)
        from reference in Assembly.Load(Rooms.AssemblyName(room.Key)).GetReferencedAssemblies()
        where reference.Name!.StartsWith("Parley", StringComparison.OrdinalIgnoreCase) && !allowed.Contains(reference.Name)
        select $"{room.Key} -> {reference.Name}");

    [Fact]
    public void Entries_know_nothing_of_the_answers_read_from_them() => Types().That()
        .ResideInNamespace("Parley.Record.Entries")
        .Should().NotDependOnAny(Types().That().ResideInNamespace("Parley.Record.Standing"))
        .Check(Product);

    [Fact]
    public void Tree_of_a_text_knows_nothing_of_its_meaning() => Types().That()
        .ResideInNamespace("Parley.Journals.Syntax").Or().ResideInNamespace("Parley.Journals.Parsing")
        .Or().ResideInNamespace("Parley.Journals.Text")
        .Should().NotDependOnAny(Types().That()
            .ResideInNamespace("Parley.Journals.Binding").Or().ResideInNamespace("Parley.Journals.Checks"))
        .Check(Product);

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.IO.StreamReader")]
    [InlineData("System.Console")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Environment.GetEnvironmentVariable")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Diagnostics.Stopwatch")]
    public void Record_and_mathematics_know_no_files_no_console_and_no_clock(string type)
    {
        Assert.DoesNotContain(type, UsedBy("Parley.Record"));
        Assert.DoesNotContain(type, UsedBy("Parley"));
    }

    [Theory]
    [InlineData("Parley.Journals", "System.Console")]
    [InlineData("Parley.Journals", "System.TimeProvider")]
    [InlineData("Parley.Drawing", "System.Console")]
    [InlineData("Parley.Drawing", "System.TimeProvider")]
    [InlineData("Parley.Drawing", "System.IO.File")]
    [InlineData("Parley.Drawing", "System.Environment.GetEnvironmentVariable")]
    public void Inner_rooms_reach_for_nothing_that_the_faces_hold(string project, string type) =>
        Assert.DoesNotContain(type, UsedBy(project));

    /// <summary>Full names of the outside types, and of their members, that a project's assembly refers to.</summary>
    private static HashSet<string> UsedBy(string project)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, Rooms.AssemblyName(project) + ".dll"));
        using PEReader reader = new(file);
        MetadataReader metadata = reader.GetMetadataReader();
        HashSet<string> used = [.. metadata.TypeReferences.Select(t => NameOf(metadata, t))];
        foreach (MemberReference member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                used.Add(NameOf(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name));
            }
        }

        // Without this the test would pass on an assembly that it could not read.
        Assert.Contains("System.Object", used);
        return used;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
    }
}
