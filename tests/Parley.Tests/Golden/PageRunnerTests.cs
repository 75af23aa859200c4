using System.Text;
using Xunit;

namespace Parley.Tests.Golden;

public sealed class PageRunnerTests
{
    private const string Page = """
        # A page
        Prose stays as it is.

        ```parley talks/a.parley
        party us

        party iran
        ```

        ```console
        $ parley count talks/a.parley
        3 lines
        $ parley count missing.parley
        no such file: missing.parley
        [exit 1]
        ```

        ```sh
        $ not run
        ```

        """;

    [Fact]
    public void Unchanged_page_comes_back_equal() => Assert.Equal(Page, Replay(Page));

    [Fact]
    public void Wrong_answer_comes_back_corrected() =>
        Assert.Equal(Page, Replay(Page.Replace("3 lines", "4 lines\nand more", StringComparison.Ordinal)));

    [Fact]
    public void Missing_answer_comes_back_filled_in() => Assert.Equal(
        Page,
        Replay(Page.Replace("3 lines\n", "", StringComparison.Ordinal).Replace("[exit 1]\n", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("# Nothing but prose\n", 1, "tests nothing")]
    [InlineData("```console\n```\n", 2, "begins with \"$ \"")]
    [InlineData("```console\nan answer\n$ parley count a\n```\n", 2, "begins with \"$ \"")]
    [InlineData("```console\n$ parley count a\n", 1, "not closed")]
    [InlineData("```parley\nparty us\n```\n", 1, "must name its file")]
    [InlineData("```hex\n00\n```\n", 1, "must name its file")]
    [InlineData("```hex a\n41\nzz\n```\n", 3, "no pair of hexadecimal digits")]
    [InlineData("```parley ../a\nparty us\n```\n", 1, "leads out of the page's folder")]
    [InlineData("```console\n$ rm -r .\n```\n", 2, "runs parley and cat")]
    [InlineData("```console\n$ parley say \"open\n```\n", 2, "quote is not closed")]
    [InlineData("```console\n$ parley where\n```\n", 2, "names a folder of this machine")]
    [InlineData("```console\n$ parley say '$ rm'\n```\n", 2, "reads as a command")]
    [InlineData("```console\n$ parley say a\n…\n```\n", 2, "may leave lines out")]
    [InlineData("```console\n$ parley say a\na\n```\n```text late\n```\n", 5, "no command follows")]
    public void Page_that_cannot_be_replayed_says_where_and_why(string page, int line, string reason)
    {
        PageException failure = Assert.Throws<PageException>(() => Replay(page));

        Assert.Equal(line, failure.Line);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_bytes_reach_the_program_and_unprintable_answers_are_made_visible()
    {
        const string page = """
            ```hex raw
            EF BB BF "é" 00 1B
            FF 0D 41
            ```
            ```console
            $ cat raw
            """ + "\n\uFEFFé␀␛\\xFF␍A\n[no line end]\n```\n";

        Assert.Equal(page, Replay(page));
    }

    [Fact]
    public void Program_reads_from_a_file_and_writes_to_one()
    {
        const string page = """
            ```text in
            one
            two
            ```
            ```console
            $ parley copy < in > out/copy
            copied 8 bytes
            $ cat out/copy
            one
            two
            ```

            """;

        Assert.Equal(page, Replay(page));
    }

    [Fact]
    public void Command_of_the_readme_runs_the_same_program()
    {
        const string page = "```console\n$ dotnet run --project src/Parley.Cli -- say 'a b'\na b\n```\n";

        Assert.Equal(page, Replay(page));
    }

    [Fact]
    public void Longer_fence_holds_an_answer_with_a_fence()
    {
        Assert.Equal(
            "````console\n$ parley say ```\n```\n````\n",
            Replay("```console\n$ parley say ```\n```\n"));
    }

    [Fact]
    public void Lines_left_out_stay_so_while_the_rest_is_right()
    {
        const string page = "```console\n$ parley say 'a|b|c|d|e'\na\n…\nd\ne\n```\n";

        Assert.Equal(page, Replay(page, allowsElision: true));
        Assert.Equal(page, Replay(page.Replace("\nd\n", "\nx\n", StringComparison.Ordinal), allowsElision: true));
    }

    [Fact]
    public void Line_left_out_stands_for_at_least_one() => Assert.Equal(
        "```console\n$ parley say 'a|b'\na\nb\n```\n",
        Replay("```console\n$ parley say 'a|b'\na\n…\nb\n```\n", allowsElision: true));

    [Fact]
    public void Answer_of_nothing_but_lines_left_out_is_refused() => Assert.Contains(
        "tests nothing",
        Assert.Throws<PageException>(() => Replay("```console\n$ parley say a\n…\n```\n", true)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Difference_shows_changed_lines_with_their_neighbours_and_place() => Assert.Equal(
        "@@ line 2\n b\n c\n-d\n+x\n+y\n e\n f\n@@ line 9\n i\n j\n+k\n",
        LineDiff.Draw("a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "a\nb\nc\nx\ny\ne\nf\ng\nh\ni\nj\nk"));

    private static string Replay(string page, bool allowsElision = false) =>
        new PageRunner(Run, allowsElision).Replay(page);

    /// <summary>A program small enough to be checked by eye.</summary>
    private static int Run(IReadOnlyList<string> arguments, string folder, Stream input, Stream output, Stream error)
    {
        switch (arguments[0])
        {
            case "count" when File.Exists(Path.Combine(folder, arguments[1])):
                Write(output, $"{File.ReadAllLines(Path.Combine(folder, arguments[1])).Length} lines\n");
                return 0;
            case "count":
                Write(error, $"no such file: {arguments[1]}\n");
                return 1;
            case "copy":
                using (MemoryStream copy = new())
                {
                    input.CopyTo(copy);
                    output.Write(copy.ToArray());
                    Write(error, $"copied {copy.Length} bytes\n");
                }

                return 0;
            case "say":
                Write(output, arguments[1].Replace('|', '\n') + "\n");
                return 0;
            case "where":
                Write(output, folder + "\n");
                return 0;
            default:
                return 2;
        }
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
