using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Parley.Tests.Style;

/// <summary>How long files and methods may be, and what no file may hold.</summary>
public sealed partial class FileStyleTests
{
    private const int MaxFileLines = 600;
    private const int MaxMethodLines = 60;
    private const int MaxFilesInFolder = 20;
    private const int MaxRootEntries = 16;

    [Fact]
    public void Files_of_code_are_at_most_600_lines_long() => Offences.None(
        from file in SourceFile.All
        let lines = file.Root.GetText().Lines.Count - 1
        where lines > MaxFileLines
        select $"{file.Path} has {lines} lines");

    [Fact]
    public void Methods_are_at_most_60_lines_long() => Offences.None(
        from file in SourceFile.All
        from method in file.Root.DescendantNodes()
        where method is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = CountLines(method)
        where lines > MaxMethodLines
        select $"{file.PlaceOf(method)} begins a method of {lines} lines");

    [Fact]
    public void Folders_of_code_hold_at_most_20_files() => Offences.None(
        from file in SourceFile.All
        group file by Path.GetDirectoryName(file.Path) into folder
        where folder.Count() > MaxFilesInFolder
        select $"{folder.Key} holds {folder.Count()} files");

    [Fact]
    public void Root_holds_less_than_16_entries()
    {
        // What a build or the first command of the README leaves behind, which git ignores, is no part of the root;
        // settings whose names begin with a dot are.
        string[] entries =
        [
            .. new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos()
                .Select(e => e.Name)
                .Where(n => n is not (".git" or "TestResults" or "artifacts" or "bin" or "obj" or "brief.html"))
                .Order(StringComparer.Ordinal),
        ];

        Assert.True(entries.Length < MaxRootEntries, $"{entries.Length} entries: {string.Join(", ", entries)}");
    }

    [Fact]
    public void No_file_holds_a_note_of_unfinished_work() => Offences.None(LinesThatMatch(UnfinishedWork()));

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Offences.None(LinesThatMatch(MachinePath()));

    [Fact]
    public void No_file_of_code_begins_with_a_licence() => Offences.None(
        from file in SourceFile.All
        let opening = file.Root.GetLeadingTrivia().ToFullString()
        where LicenceWords().IsMatch(opening)
        select file.Path);

    [Fact]
    public void Only_the_command_line_speaks_to_the_console() => Offences.None(
        from file in SourceFile.Product
        where !file.IsIn("src/Parley.Cli")
        from name in file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == "Console"
        select file.PlaceOf(name));

    [Fact]
    public void Tests_are_left_out_through_one_way_only() => Offences.None(
        from file in SourceFile.All
        where file.IsIn("tests") && file.Path != "tests/Parley.Tests/Requires.cs"
        from node in file.Root.DescendantNodes()
        where IsSkip(node)
        select $"{file.PlaceOf(node)} leaves a test out; call Requires instead");

    private static bool IsSkip(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access =>
            access.Expression.ToString() == "Assert"
            && access.Name.Identifier.ValueText is "Skip" or "SkipWhen" or "SkipUnless",
        AttributeArgumentSyntax argument =>
            argument.NameEquals?.Name.Identifier.ValueText is "Skip" or "SkipWhen" or "SkipUnless" or "Explicit",
        _ => false,
    };

    /// <summary>
    /// Lines of code of a method. Documentation is not counted, nor are attributes, which for a table test are its
    /// rows, nor the lines of a text that it quotes.
    /// </summary>
    private static int CountLines(SyntaxNode method)
    {
        SyntaxNodeOrToken first = method.ChildNodesAndTokens().First(c => !c.IsKind(SyntaxKind.AttributeList));
        int start = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        int quoted = method.DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .Sum(t => t.Text.Count(c => c == '\n'));
        return method.GetLocation().GetLineSpan().EndLinePosition.Line - start + 1 - quoted;
    }

    private static IEnumerable<string> LinesThatMatch(Regex pattern) =>
        from path in Repository.Files("", "*")
        where IsText(path)
        from line in File.ReadLines(Repository.At(path)).Select((text, i) => (Text: text, Number: i + 1))
        where pattern.IsMatch(line.Text)
        select FormattableString.Invariant($"{path}:{line.Number}: {line.Text.Trim()}");

    private static bool IsText(string path) =>
        Path.GetFileName(path) != "packages.lock.json"
        && (Path.GetExtension(path) is ".cs" or ".md" or ".parley" or ".csproj" or ".props" or ".json" or ".slnx" or ".txt"
            || path.StartsWith(".ci/", StringComparison.Ordinal));

    // The words are broken up so that this file does not match itself.
    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b")]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex("(?<![\\w./$}])/(home|ro" + "ot|work|Users|mnt|t" + "mp)/\\w|\\b[A-Z]:\\\\\\w")]
    private static partial Regex MachinePath();

    [GeneratedRegex("licen[cs]e|copyright|\\(c\\)", RegexOptions.IgnoreCase)]
    private static partial Regex LicenceWords();
}
