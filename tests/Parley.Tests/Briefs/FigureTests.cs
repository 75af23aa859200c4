using System.Globalization;
using System.Xml.Linq;
using Parley.Drawing.Briefs;
using Parley.Drawing.Figures;
using Parley.Drawing.Markup;
using Xunit;

namespace Parley.Tests.Briefs;

/// <summary>Figures, their scales, and the markup that they are written in.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("flow", "an issue of numbers")]
    [InlineData("order", "an issue of labels in an order")]
    public void Picture_is_xml_whatever_the_names_hold(string issue, string reason)
    {
        XDocument picture = XDocument.Parse(BriefJournals.Make(BriefJournals.Scripts, "plot", "j.parley", issue));

        Assert.True(picture.Root!.Name.LocalName == "svg", reason);
        Assert.DoesNotContain(picture.Descendants(), e => e.Name.LocalName is "script" or "b" or "i");
        Assert.DoesNotContain(picture.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src" or "onload");
    }

    [Fact]
    public void No_label_of_a_picture_lies_outside_it()
    {
        foreach (string path in Repository.Files("examples", "*.parley"))
        {
            string html = BriefJournals.Html(File.ReadAllText(Repository.At(path)));
            foreach (AngleSharp.Dom.IElement svg in new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("svg.fig"))
            {
                double width = double.Parse(svg.GetAttribute("width")!, CultureInfo.InvariantCulture);
                foreach (AngleSharp.Dom.IElement text in svg.QuerySelectorAll("text"))
                {
                    double x = double.Parse(text.GetAttribute("x")!, CultureInfo.InvariantCulture);
                    double size = (text.ClassName ?? "").Contains("small", StringComparison.Ordinal) ? 12 : 13;

                    // Widths are taken too wide rather than too narrow; real letters take nine tenths.
                    double wide = FigureText.Width(text.TextContent, size) * 0.9;
                    double left = text.GetAttribute("text-anchor") switch { "end" => x - wide, "middle" => x - wide / 2, _ => x };
                    Assert.True(left >= -2 && left + wide <= width + 2, $"{path}: \"{text.TextContent}\" at {left} in {width}");
                }
            }
        }
    }

    [Fact]
    public void Time_runs_at_one_scale_and_a_long_empty_stretch_is_cut_out()
    {
        int first = new DateOnly(2025, 1, 1).DayNumber;
        TimeScale scale = new([first, first + 10, first + 20, first + 36500, first + 36510], 0, 500);

        Assert.Single(scale.Breaks);
        Assert.Equal(scale.X(first + 10) - scale.X(first), scale.X(first + 36510) - scale.X(first + 36500), 6);
        Assert.Equal((0, 500), (scale.X(first), scale.X(first + 36510)));
    }

    [Fact]
    public void Time_of_one_day_has_a_mark_with_its_date()
    {
        TimeScale scale = new([new DateOnly(2025, 5, 20).DayNumber], 0, 500);

        Assert.Equal("20 May 2025", scale.Ticks(80)[0].Label);
    }

    [Fact]
    public void Mistyped_year_costs_nothing()
    {
        TimeScale scale = new([0, 10, 20, 30, 3652058], 0, 500);

        Assert.InRange(scale.Ticks(80).Count, 1, 8);
    }

    [Fact]
    public void Sentence_is_taken_apart_into_text_and_notes()
    {
        Sentence sentence = Sentence.Read("Tested twice [\u00013\u0002,\u00A0\u00014\u0002]; [held] by it. [\u00015\u0002 and 7 more]", 9);

        Assert.Equal(["Tested twice", "", "; [held] by it.", "and 7 more"], sentence.Parts.Select(part => part.Text));
        Assert.Equal([3, 4, 5], sentence.Notes);
    }

    [Fact]
    public void Entry_that_is_not_there_is_no_note()
    {
        Sentence sentence = Sentence.Read("Somebody wrote [\u00019\u0002].", 9);

        Assert.Empty(sentence.Notes);
    }

    [Theory]
    [InlineData("a\u0000b", "a\uFFFDb", "no text of markup may hold a control character")]
    [InlineData("a\u202Eb", "ab", "a mark that turns all that follows")]
    [InlineData("<&>", "&lt;&amp;&gt;", "signs of markup")]
    public void Text_is_escaped(string text, string expected, string reason) =>
        Assert.True(MarkupWriter.Print(new Element("b").Add(text)) == $"<b>{expected}</b>", reason);

    [Fact]
    public void Half_of_a_character_is_replaced() =>
        Assert.Equal("<b>a\uFFFDb</b>", MarkupWriter.Print(new Element("b").Add("a" + (char)0xD800 + "b")));

    [Theory]
    [InlineData("שלום, עולם and סוף", "⟨שלום⟩, ⟨עולם⟩ and ⟨סוף⟩", "names of a list are isolated each by itself")]
    [InlineData("سهم 5 آب", "⟨سهم 5 آب⟩", "a number between belongs to the phrase")]
    [InlineData("no such letters", "no such letters", "nothing to isolate")]
    public void What_runs_from_right_to_left_is_isolated(string text, string expected, string reason) => Assert.True(
        Directions.Isolated(text).Replace('\u2068', '⟨').Replace('\u2069', '⟩') == expected, reason);
}
