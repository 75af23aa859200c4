using System.Text.RegularExpressions;
using Parley.Journals.Diagnostics;
using Xunit;

namespace Parley.Tests.Golden;

/// <summary>Every kind of problem has a page that provokes it, and every page its kind of problem.</summary>
public sealed partial class ErrorPageTests
{
    private const string Folder = "docs/errors";

    [Fact]
    public void Every_code_has_its_page() => Assert.Equal(
        Catalogue.Codes.Select(c => c.Code).Order(StringComparer.Ordinal),
        Repository.Files(Folder, "PJ*.md").Select(p => Path.GetFileNameWithoutExtension(p)));

    [Fact]
    public void Every_page_provokes_its_code() => Style.Offences.None(
        from path in Repository.Files(Folder, "PJ*.md")
        let code = Path.GetFileNameWithoutExtension(path)
        where !Answers(path).Any(l => l.Contains($"error {code}: ", StringComparison.Ordinal)
            || l.Contains($"warning {code}: ", StringComparison.Ordinal))
        select $"{path} does not provoke {code}");

    [Fact]
    public void Every_page_is_headed_by_its_code_and_title() => Style.Offences.None(
        from path in Repository.Files(Folder, "PJ*.md")
        let code = Catalogue.Codes.SingleOrDefault(c => c.Code == Path.GetFileNameWithoutExtension(path))
        where code is not null
        let heading = $"# {code.Code}: {code.Title}"
        where File.ReadLines(Repository.At(path)).FirstOrDefault() != heading
        select $"{path} does not begin with \"{heading}\"");

    [Fact]
    public void Codes_stand_in_order_and_once()
    {
        string[] codes = [.. Catalogue.Codes.Select(c => c.Code)];

        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
        Assert.All(codes, c => Assert.Matches(Code(), c));
    }

    /// <summary>Lines of the console blocks of a page.</summary>
    private static IEnumerable<string> Answers(string path)
    {
        bool inside = false;
        foreach (string line in File.ReadLines(Repository.At(path)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside && line.TrimStart('`').Trim() == "console";
            }
            else if (inside)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex("^PJ0[1-4][0-9]{2}$")]
    private static partial Regex Code();
}
