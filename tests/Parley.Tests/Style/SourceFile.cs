using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Parley.Tests.Style;

/// <summary>One file of C#, parsed.</summary>
/// <param name="Path">From the root, with <c>/</c>.</param>
/// <param name="Root">Its syntax.</param>
internal sealed record SourceFile(string Path, CompilationUnitSyntax Root)
{
    /// <summary>Every file of C# that people wrote.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. new[] { "src", "tests", "bench" }.SelectMany(f => Repository.Files(f, "*.cs")).Select(Parse)];

    /// <summary>Those of the product.</summary>
    public static IEnumerable<SourceFile> Product => All.Where(f => f.IsIn("src"));

    /// <summary>Whether it lies in a folder.</summary>
    /// <param name="folder">From the root, with <c>/</c>.</param>
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Names that it declares: types, members and parameters, each with its place.</summary>
    public IEnumerable<(string Name, bool IsType, string Place)> DeclaredNames()
    {
        foreach (SyntaxNode node in Root.DescendantNodes())
        {
            SyntaxToken? name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier,
                DelegateDeclarationSyntax type => type.Identifier,
                MethodDeclarationSyntax member => member.Identifier,
                PropertyDeclarationSyntax member => member.Identifier,
                EventDeclarationSyntax member => member.Identifier,
                EnumMemberDeclarationSyntax member => member.Identifier,
                VariableDeclaratorSyntax variable => variable.Identifier,
                ParameterSyntax parameter => parameter.Identifier,
                _ => null,
            };
            if (name is { } token)
            {
                yield return (token.ValueText, node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax, PlaceOf(node));
            }
        }
    }

    /// <summary>A node's place, as file and line.</summary>
    /// <param name="node">A node of this file.</param>
    public string PlaceOf(SyntaxNode node) =>
        FormattableString.Invariant($"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    private static SourceFile Parse(string path) => new(
        path,
        CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.At(path))).GetCompilationUnitRoot());
}
