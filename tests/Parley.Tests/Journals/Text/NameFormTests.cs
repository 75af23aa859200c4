using System.Globalization;
using System.Text;
using CsCheck;
using Parley.Journals.Text;
using Xunit;

namespace Parley.Tests.Journals;

public sealed class NameFormTests
{
    [Fact]
    public void Every_row_of_the_table_is_composed_as_the_standard_says()
    {
        string reason = "";
        int rows = 0;
        foreach (string line in NormalForms.Rows.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('#'))
            {
                reason = line;
                continue;
            }

            string[] row = line.Split(" ; ");
            Assert.Equal($"{reason}: {row[1]}", $"{reason}: {Spell(Canonical(Text(row[0])))}");
            rows++;
        }

        Assert.InRange(rows, 300, 500);
    }

    [Fact]
    public void A_composed_name_is_its_own_form() => Texts.Sample(
        text =>
        {
            string form = Canonical(text);
            Assert.Equal(form, Canonical(form));
            Assert.Equal(NameForm.Skeleton(text), NameForm.Skeleton(form));
            Assert.Equal(NameForm.Skeleton(form), NameForm.Skeleton(NameForm.Skeleton(form)));
        },
        iter: 20_000);

    [Fact]
    public void Ten_thousand_marks_are_put_in_order_without_delay()
    {
        // A mark below (220) and one above (230) by turns: all the marks below come first, and one dot composes.
        string text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 10_000));
        string form = Canonical(text);
        Assert.Equal("\u1EA1" + new string('\u0323', 9_999) + new string('\u0301', 10_000), form);
    }

    [Fact]
    public void Ascii_is_left_alone()
    {
        string name = "iran.araghchi-2";
        Assert.Equal(name, Canonical(name));
        Assert.Same(name, NameForm.Skeleton(name));
        Assert.Equal("", Canonical(""));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        Assert.Throws<ArgumentException>(() => NameForm.Canonical([(byte)'a', 0xFF]));
        Assert.Throws<ArgumentException>(() => NameForm.Canonical([0xC3]));
        Assert.Throws<ArgumentException>(() => NameForm.Canonical([0xED, 0xA0, 0x80]));
    }

    // Each name holds at least one letter of another script, or a form of a letter, that looks like the ASCII one.
    [Theory]
    [InlineData("ir\u0430n", "iran", "Cyrillic a")]
    [InlineData("\u0456r\u0430n", "iran", "Cyrillic i and a")]
    [InlineData("\u0399ran", "Iran", "Greek capital iota")]
    [InlineData("\u0406ran", "Iran", "Cyrillic capital i")]
    [InlineData("\u039F\u039C\u0391\u039D", "OMAN", "all Greek")]
    [InlineData("\u041E\u041C\u0410\u041D", "OMAH", "all Cyrillic, whose N looks like H")]
    [InlineData("\u0441\u043E\u0441\u043E\u0430", "cocoa", "all Cyrillic")]
    [InlineData("\u03BFm\u03B1n", "oman", "Greek omicron and alpha")]
    [InlineData("\u0585man", "oman", "Armenian oh")]
    [InlineData("\u13A1ome", "Rome", "Cherokee e")]
    [InlineData("\uFF49\uFF52\uFF41\uFF4E", "iran", "wide forms")]
    [InlineData("\U0001D422ran", "iran", "mathematical bold")]
    [InlineData("\u0131ran", "iran", "dotless i")]
    [InlineData("ir\u200Dan", "iran", "a joiner, which cannot be seen")]
    [InlineData("ir\u200Can", "iran", "a non-joiner, which cannot be seen")]
    [InlineData("\u0457le", "\u00EFle", "Cyrillic yi and Latin i with two dots")]
    [InlineData("i\u0308le", "\u00EFle", "decomposed and composed")]
    [InlineData("\u064A\u0643", "\u06CC\u06A9", "Arabic and Persian yeh and kaf")]
    [InlineData("\u0661\u0662", "\u06F1\u06F2", "Arabic and Persian digits")]
    [InlineData("\u0413\u041F\u0424", "\u0393\u03A0\u03A6", "Cyrillic and Greek without a Latin twin")]
    public void Names_that_look_alike_have_one_skeleton(string name, string other, string reason)
    {
        Assert.True(Canonical(name) != Canonical(other) || reason == "decomposed and composed", reason);
        Assert.Equal(NameForm.Skeleton(other), NameForm.Skeleton(name));
    }

    [Theory]
    [InlineData("iran", "iraq")]
    [InlineData("Il", "lI")]
    [InlineData("\u0438\u0440\u0430\u043D", "iran")] // Cyrillic "iran": only two of its letters look Latin
    [InlineData("\u00E9", "e")]
    [InlineData("\u5965", "\u5967")]
    public void Names_that_do_not_look_alike_differ_in_skeleton(string name, string other) =>
        Assert.NotEqual(NameForm.Skeleton(other), NameForm.Skeleton(name));

    [Fact]
    public void Letters_of_any_script_begin_a_name()
    {
        // Latin, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Han, Hangul and Gothic.
        foreach (int letter in new[] { 'a', 'Z', 0xE9, 0x416, 0x3A9, 0x639, 0x5D0, 0x915, 0x65E5, 0xAC00, 0x10330 })
        {
            Assert.True(NameForm.IsLetter(new Rune(letter)));
            Assert.True(NameForm.IsNameContinue(new Rune(letter)));
        }
    }

    [Fact]
    public void Digits_marks_and_joiners_continue_a_name_and_do_not_begin_one()
    {
        foreach (int codePoint in new[] { '0', '9', '_', 0x0301, 0x093E, 0x0663, 0x06F4, 0x200C, 0x200D })
        {
            Assert.False(NameForm.IsLetter(new Rune(codePoint)));
            Assert.True(NameForm.IsNameContinue(new Rune(codePoint)));
        }
    }

    [Fact]
    public void What_is_no_letter_or_cannot_be_seen_is_no_part_of_a_name()
    {
        // Punctuation, blanks, signs; then a hyphen that hides, marks of direction, fillers and selectors.
        int[] codePoints =
        [
            '-', '.', ' ', '#', 0x00A0, 0x00AB, 0x2013, 0x20AC, 0x2460, 0x1F600, 0xFFFD,
            0x00AD, 0x200B, 0x200E, 0x202E, 0x2060, 0xFEFF,
            0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180B, 0xFE0F, 0xE0100,
        ];
        Assert.All(codePoints, codePoint =>
        {
            Assert.False(NameForm.IsLetter(new Rune(codePoint)));
            Assert.False(NameForm.IsNameContinue(new Rune(codePoint)));
        });
    }

    [Theory]
    [InlineData("a", 1, 1)]
    [InlineData("_", 0, 1)]
    [InlineData("7", 0, 1)]
    [InlineData("-a", 0, 0)]
    [InlineData("", 0, 0)]
    [InlineData("\u00C5land", 2, 2)]
    [InlineData("\u0301a", 0, 2)]
    [InlineData("\u06F4", 0, 2)]
    [InlineData("\u65E5\u672C", 3, 3)]
    [InlineData("\U00010330", 4, 4)]
    [InlineData("\u200C\u062E", 0, 3)]
    [InlineData("\u200Ca", 0, 3)]
    [InlineData("\u200C x", 0, 0)]
    [InlineData("\u200C", 0, 0)]
    [InlineData("\u200C\u200D\u062E", 0, 0)]
    [InlineData("\u200C-b", 0, 0)]
    [InlineData("\u2013b", 0, 0)]
    public void A_character_may_begin_a_name_or_go_on_with_it(string text, int start, int next)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Assert.Equal((start, next), (NameForm.NameStartLength(utf8), NameForm.NameRuneLength(utf8)));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_no_part_of_a_name()
    {
        Assert.Equal(0, NameForm.NameStartLength([0xFF, (byte)'b']));
        Assert.Equal(0, NameForm.NameRuneLength([0xC3]));
        Assert.Equal(0, NameForm.NameRuneLength([0xE2, 0x80, 0x8C, 0xC3]));
    }

    // Letters, marks, syllables and look-alikes, mixed.
    private static Gen<string> Texts => Gen.Frequency(
            (4, Gen.Int[0x61, 0x7A]),
            (4, Gen.Int[0x300, 0x345]),
            (4, Gen.Int[0xC0, 0x24F]),
            (2, Gen.Int[0x370, 0x45F]),
            (2, Gen.Int[0x5D0, 0x6D5]),
            (1, Gen.Int[0x900, 0xE4F]),
            (2, Gen.Int[0x1100, 0x11FF]),
            (2, Gen.Int[0x1E00, 0x1FFF]),
            (1, Gen.Int[0xAC00, 0xD7A3]),
            (1, Gen.Int[0xF900, 0xFB4E]),
            (1, Gen.Int[0x1D15E, 0x1D7FF]))
        .Array[1, 8].Select(codePoints => string.Concat(codePoints.Select(c => new Rune(c).ToString())));

    private static string Canonical(string name) => NameForm.Canonical(Encoding.UTF8.GetBytes(name));

    private static string Text(string codePoints) => string.Concat(codePoints.Split(' ').Select(
        c => new Rune(int.Parse(c, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    private static string Spell(string text) => string.Join(
        ' ', text.EnumerateRunes().Select(r => r.Value.ToString("X4", CultureInfo.InvariantCulture)));
}
