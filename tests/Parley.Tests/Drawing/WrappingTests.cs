using Parley.Drawing;
using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("plain", 5, "letters take one column")]
    [InlineData("会談", 4, "Chinese characters take two")]
    [InlineData("e\u0301te\u0301", 3, "combining marks take none")]
    [InlineData("می\u200cشود", 5, "a joiner takes none")]
    [InlineData("한국", 4, "Hangul syllables take two")]
    [InlineData("👩\u200d🚀", 2, "one picture made of three characters takes two")]
    [InlineData("", 0, "nothing takes nothing")]
    public void Width_is_what_the_eye_sees(string text, int columns, string reason) =>
        Assert.True(DisplayWidth.Of(text) == columns, reason);

    [Fact]
    public void Lines_break_at_blanks() =>
        Assert.Equal(["one two", "three"], Lines.Wrap("one two three", 8, 8));

    [Fact]
    public void A_word_that_is_too_long_breaks_where_the_line_ends() =>
        Assert.Equal(["abcdef", "ghi jk"], Lines.Wrap("abcdefghi jk", 6, 6));

    [Fact]
    public void Chinese_breaks_between_characters_but_not_before_a_full_stop() =>
        Assert.Equal(["双方会", "谈。"], Lines.Wrap("双方会谈。", 8, 8));

    [Fact]
    public void A_blank_that_holds_together_becomes_a_plain_one() =>
        Assert.Equal(["by", "10 t"], Lines.Wrap("by 10\u00A0t", 6, 6));

    [Fact]
    public void The_first_line_may_be_shorter() =>
        Assert.Equal(["a", "bbb cc"], Lines.Wrap("a bbb cc", 4, 6));

    [Fact]
    public void What_would_steer_a_terminal_does_not_reach_it() =>
        Assert.Equal(["a [31mb c"], Lines.Wrap("a\x1b[31mb\u202E\nc", 20, 20));

    [Fact]
    public void Columns_are_aligned_by_what_the_eye_sees()
    {
        StringWriter writer = new();
        new TextPage(writer, new TextOptions()).Table(["名", "B"], [["会談", "x"], ["ab", "y"]], indent: 0);

        Assert.Equal("名    B\n会談  x\nab    y\n", writer.ToString());
    }

    [Theory]
    [InlineData("2025-04-12", "12 April 2025")]
    [InlineData("2025-05-31~", "about 31 May 2025")]
    [InlineData("2025-05?", "perhaps May 2025")]
    [InlineData("2025", "2025")]
    [InlineData("2025-24", "winter 2025")]
    [InlineData("2025-04-12/2025-05-11", "12 April 2025 to 11 May 2025")]
    [InlineData("../2025-05-01", "some day up to 1 May 2025")]
    [InlineData("2025-05-01/..", "some day from 1 May 2025")]
    public void Dates_are_said_as_a_person_says_them(string date, string words) =>
        Assert.Equal(words, DateWords.Of(SampleTalks.Date(date)));
}
