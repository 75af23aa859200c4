using Xunit;

namespace Parley.Tests.Golden;

/// <summary>Every golden page of the repository: what it says is printed is printed.</summary>
public sealed class GoldenPageTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("PARLEY_ACCEPT") is { Length: > 0 };

    /// <summary>Paths of the pages, from the root.</summary>
    public static TheoryData<string> Pages => [.. Paths()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_shows_what_is_printed(string path)
    {
        string file = Repository.At(path);
        string page = File.ReadAllText(file);
        bool allowsElision = path == "README.md" || path.StartsWith("docs/", StringComparison.Ordinal);
        string replayed = new PageRunner(ParleyProgram.Run, allowsElision).Replay(page);
        if (Accepts)
        {
            Assert.False(IsCi(), "PARLEY_ACCEPT writes pages, and is never set in CI");
            File.WriteAllText(file, replayed);
            return;
        }

        Assert.True(page == replayed, $"{path}\n{LineDiff.Draw(page, replayed)}");
    }

    [Fact]
    public void Pages_are_never_written_in_ci() => Assert.False(Accepts && IsCi(), "PARLEY_ACCEPT is set in CI");

    private static bool IsCi() => Environment.GetEnvironmentVariable("CI") == "true";

    private static IEnumerable<string> Paths() => new[]
        {
            Repository.Files("docs", "*.md").Where(IsPageOfDocs),
            Repository.Files("tests/cases", "*.md"),
            File.Exists(Repository.At("README.md")) ? ["README.md"] : [],
        }
        .SelectMany(p => p);

    private static bool IsPageOfDocs(string path) =>
        path is "docs/journal.md" or "docs/brief.md"
        || path.StartsWith("docs/standing", StringComparison.Ordinal)
        || path.StartsWith("docs/errors/PJ", StringComparison.Ordinal);
}
