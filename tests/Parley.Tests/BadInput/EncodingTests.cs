using System.Text;
using Xunit;

namespace Parley.Tests.BadInput;

/// <summary>Texts in another encoding, with other line ends, or damaged.</summary>
public sealed class EncodingTests
{
    private const string Entry = "2025-04-14 us says \"über\" @media ^fox\n";
    private const string Slip = "2025-04-15 us sayz level <= 3\n";

    public static TheoryData<string, string> OtherEncodings => new()
    {
        { "utf-16", "UTF-16" },
        { "utf-16 without mark", "UTF-16" },
        { "utf-16BE", "UTF-16" },
        { "utf-16BE without mark", "UTF-16" },
        { "utf-32", "UTF-32" },
    };

    [Theory]
    [MemberData(nameof(OtherEncodings))]
    public void Other_encoding_is_named_once(string encoding, string name)
    {
        using JournalFolder folder = new();
        Encoding other = Encoding.GetEncoding(encoding.Split(' ')[0]);
        byte[] mark = encoding.Contains("without", StringComparison.Ordinal) ? [] : other.GetPreamble();
        folder.Write("a.parley", [.. mark, .. other.GetBytes(JournalFolder.Head + Entry)]);

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.Equal(1, answer.Exit);
        Assert.StartsWith(
            $"a.parley:1:1: error PJ0102: this file is encoded as {name}, not as UTF-8\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal("a.parley: 0 entries, 1 error\n", answer.Output);
        Assert.DoesNotContain('\0', answer.Error);
    }

    [Fact]
    public void Latin_1_is_an_error_at_its_first_byte_on_each_line_and_nothing_else_is()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", Encoding.Latin1.GetBytes(
            JournalFolder.Head + "; größer\n" + Entry + "2025-04-15 us says \"naïve, très\" ^fox\n" + "2025-04-16 us says level <= 3 ^fox\n"));

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.Equal(
            [
                "a.parley:6:5: error PJ0101: the byte 0xF6 is not UTF-8",
                "a.parley:7:21: error PJ0101: the byte 0xFC is not UTF-8",
                "a.parley:8:23: error PJ0101: the byte 0xEF is not UTF-8",
            ],
            Problems(answer));
        Assert.Equal("a.parley: 1 entry, 3 errors\n", answer.Output);
    }

    [Theory]
    [InlineData("C0 80", "0xC0")]
    [InlineData("ED A0 80", "0xED")]
    [InlineData("F4 90 80 80", "0xF4")]
    [InlineData("E2 82", "0xE2")]
    [InlineData("80", "0x80")]
    public void Overlong_surrogate_too_large_cut_off_and_stray_bytes_are_not_utf_8(string hex, string named)
    {
        using JournalFolder folder = new();
        folder.Write(
            "a.parley",
            [
                .. Encoding.UTF8.GetBytes(JournalFolder.Head + "2025-04-14 us says \"a"),
                .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)),
                .. Encoding.UTF8.GetBytes("\" ^fox\n"),
            ]);

        Assert.Equal([$"a.parley:6:22: error PJ0101: the byte {named} is not UTF-8"], Problems(folder.Check("a.parley")));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Other_line_ends_make_the_same_journal_with_the_same_places(string lineEnd)
    {
        using JournalFolder folder = new();
        string text = JournalFolder.Head + Entry + Slip;
        folder.Write("lf.parley", text);
        folder.Write("other.parley", text.Replace("\n", lineEnd, StringComparison.Ordinal));

        ParleyAnswer lf = folder.Check("lf.parley");
        ParleyAnswer other = folder.Check("other.parley");

        Assert.Equal(["lf.parley:7:15: error PJ0202: no verb is called \"sayz\""], Problems(lf));
        Assert.Equal(lf.Error.Replace("lf.", "other.", StringComparison.Ordinal), other.Error);
        Assert.Equal("other.parley: 1 entry, 1 error\n", other.Output);
    }

    [Fact]
    public void Byte_order_mark_moves_no_column_and_is_no_part_of_the_first_word()
    {
        using JournalFolder folder = new();
        folder.Write("sound.parley", "\uFEFF" + JournalFolder.Head + Entry);
        folder.Write("first.parley", "\uFEFFparti us\n");

        Assert.Equal("sound.parley: 1 entry, no problems\n", folder.Check("sound.parley").Output);
        Assert.Equal(["first.parley:1:1: error PJ0117: no statement begins with \"parti\""], Problems(folder.Check("first.parley")));
    }

    [Fact]
    public void Nul_bytes_are_one_error_that_counts_them()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", JournalFolder.Head + Entry + new string('\0', 5000));

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.Equal(["a.parley:7:1: error PJ0103: the file holds 5 000 NUL bytes; this is the first"], Problems(answer)[..1]);
        Assert.DoesNotContain('\0', answer.Error);
    }

    [Fact]
    public void Escape_sequences_of_a_terminal_are_not_passed_on()
    {
        using JournalFolder folder = new();
        folder.Write("a.parley", JournalFolder.Head + "2025-04-14 us sayz \"\u001B]0;title\u0007\u001B[2J\"\n");

        ParleyAnswer answer = folder.Check("a.parley");

        Assert.Equal(1, answer.Exit);
        Assert.DoesNotContain('\u001B', answer.Error);
        Assert.DoesNotContain('\u0007', answer.Error);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("latin1")]
    public void Formatting_leaves_a_text_that_is_not_utf_8_as_it_is(string encoding)
    {
        using JournalFolder folder = new();
        byte[] bytes = Encoding.GetEncoding(encoding).GetBytes(JournalFolder.Head + "; größer\n2025-04-14   us says level <= 3\n");
        folder.Write("a.parley", bytes);

        Assert.Equal(1, folder.Run("fmt", "a.parley").Exit);
        Assert.Equal(bytes, File.ReadAllBytes(folder.At("a.parley")));
    }

    private static string[] Problems(ParleyAnswer answer) =>
        [.. answer.Error.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal))];
}
