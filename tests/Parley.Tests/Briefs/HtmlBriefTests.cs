using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Parley.Tests.Briefs;

/// <summary>The page as a reader of HTML takes it apart.</summary>
public sealed class HtmlBriefTests
{
    private readonly string page = BriefJournals.Html(BriefJournals.Scripts);

    [Fact]
    public void Page_has_no_error_of_html()
    {
        List<string> errors = [];
        HtmlParser parser = new(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, error) => errors.Add(error.ToString() ?? "");

        parser.ParseDocument(page);

        Assert.Empty(errors);
    }

    [Fact]
    public void Page_asks_for_nothing_and_runs_nothing()
    {
        IDocument document = Parse(page);

        Assert.Empty(document.QuerySelectorAll("script, link, img, iframe, object, embed, form, base"));
        Assert.DoesNotContain(
            document.All.SelectMany(e => e.Attributes),
            a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "src" or "style" or "srcset");
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_record_stay_words_when_they_look_like_markup()
    {
        IDocument document = Parse(page);

        Assert.Single(document.QuerySelectorAll("style"));
        Assert.Empty(document.QuerySelectorAll("main b, main i, main script"));
        Assert.Contains("</style><script>alert(2)</script>", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_number_leads_to_its_note_and_notes_stand_in_order_of_time()
    {
        IDocument document = Parse(page);
        string[] targets = [.. document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct()];
        string[] notes = [.. document.QuerySelectorAll(".notes li").Select(note => note.Id!)];

        Assert.NotEmpty(targets);
        Assert.Equal(Enumerable.Range(1, notes.Length).Select(i => $"n{i}"), notes);
        Assert.Equal(notes.Select(note => "#" + note).Order(), targets.Order());
        Assert.Equal("12 April 2025", document.QuerySelector("#n1 .when")!.TextContent);
    }

    [Theory]
    [InlineData("وزارة الموارد المائية", "Arabic, of three words")]
    [InlineData("רשות המים הלאומית", "Hebrew")]
    [InlineData("مذاکرات آب و رود", "Persian, in the title")]
    public void Name_that_runs_from_right_to_left_is_isolated(string name, string reason)
    {
        IDocument document = Parse(page);

        Assert.True(document.QuerySelectorAll("bdi").Any(e => e.TextContent == name), reason);
        Assert.DoesNotContain(
            document.QuerySelectorAll("main *:not(bdi)").SelectMany(e => e.ChildNodes).OfType<IText>(),
            text => text.Ancestors<IElement>().All(e => e.LocalName != "svg") && text.Data.Contains(name, StringComparison.Ordinal)
                && text.ParentElement!.LocalName != "bdi");
        Assert.All(
            document.QuerySelectorAll("svg text").Where(e => e.TextContent.Contains(name, StringComparison.Ordinal)),
            e => Assert.Contains($"\u2068{name}\u2069", e.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_has_the_sections_and_sentences_of_the_page()
    {
        string markdown = Markdown(BriefJournals.Scripts);
        IDocument document = Parse(page);
        string[] headings = [.. document.QuerySelectorAll("h2").Select(e => "## " + e.TextContent)];
        string plain = markdown.Replace("\\", "", StringComparison.Ordinal);

        Assert.Equal(headings, markdown.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        foreach (IElement item in document.QuerySelectorAll(".item .text"))
        {
            string first = item.ChildNodes.OfType<IText>().First(text => text.Data.Trim(' ', ':').Length > 0).Data.Trim(' ', ':');
            Assert.Contains(first, plain, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Same_journal_gives_the_same_bytes() => Assert.Equal(page, BriefJournals.Html(BriefJournals.Scripts));

    [Fact]
    public void Page_of_a_record_without_entries_says_so()
    {
        string text = Parse(BriefJournals.Html("party a\nparty b\n")).Body!.TextContent;

        Assert.Contains("There is no entry to answer from.", text, StringComparison.Ordinal);
        Assert.Contains("No entry is cited.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_a_long_record_stays_short()
    {
        // Lists are cut and say so: what grows is not the page.
        string some = BriefJournals.Html(BriefJournals.Long(4000));
        string many = BriefJournals.Html(BriefJournals.Long(8000));

        Assert.InRange(many.Length, some.Length * 9 / 10, some.Length * 11 / 10);
        Assert.Contains("The latest 400 of 8000 entries.", many, StringComparison.Ordinal);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Markdown(string journal)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-brief-");
        try
        {
            File.WriteAllText(Path.Join(folder.FullName, "j.parley"), journal);
            ParleyProgram.Run(folder.FullName, "brief", "j.parley", "-o", "j.md");
            return File.ReadAllText(Path.Join(folder.FullName, "j.md"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
