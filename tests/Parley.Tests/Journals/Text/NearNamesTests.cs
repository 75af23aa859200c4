using CsCheck;
using Parley.Journals.Text;
using Xunit;

namespace Parley.Tests.Journals;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("Meridan", "Meridian")] // one left out
    [InlineData("Meriidian", "Meridian")] // one too many
    [InlineData("Meredian", "Meridian")] // one replaced
    [InlineData("Meridain", "Meridian")] // two neighbours swapped
    [InlineData("Merdain", "Meridian")] // one left out, two swapped
    [InlineData("MERIDIAN", "Meridian")] // case alone
    [InlineData("Harbuor", "Harbour")]
    [InlineData("Horbuor", "Harbour")] // one replaced, two swapped
    [InlineData("Harborrrr", null)] // three edits
    [InlineData("Oslo", null)]
    [InlineData("", null)]
    public void A_slip_finds_the_name_that_was_meant(string wanted, string? found) =>
        Assert.Equal(found, NearNames.Nearest(wanted, ["Harbour", "Meridian"]));

    [Fact]
    public void The_distance_is_at_most_a_third_of_the_length()
    {
        Assert.Null(NearNames.Nearest("uk", ["us"]));
        Assert.Equal("ira", NearNames.Nearest("irx", ["ira"]));
        Assert.Null(NearNames.Nearest("irxxn", ["iraan"]));
        Assert.Equal("iranan", NearNames.Nearest("irxxan", ["iranan"]));
        Assert.Null(NearNames.Nearest("abcdefghijkl", ["abcdefghixyz"]));
    }

    [Fact]
    public void A_short_name_in_other_case_is_found_before_all_others() =>
        Assert.Equal("us", NearNames.Nearest("US", ["uk", "us"]));

    [Fact]
    public void The_least_distance_wins_and_then_the_first()
    {
        Assert.Equal("harbour", NearNames.Nearest("harbouur", ["harbor", "harbour", "harbours"]));
        Assert.Equal("walls", NearNames.Nearest("walks", ["walls", "talks"]));
        Assert.Equal("talks", NearNames.Nearest("walks", ["talks", "walls"]));
    }

    [Fact]
    public void The_name_itself_is_no_suggestion() =>
        Assert.Equal("harbors", NearNames.Nearest("harbor", ["harbor", "harbors"]));

    [Fact]
    public void A_character_beyond_the_basic_plane_counts_once()
    {
        // Two letters of the Gothic alphabet are replaced; in UTF-16 that changes up to four units.
        Assert.Equal("\U00010330\U00010331cdef", NearNames.Nearest("abcdef", ["\U00010330\U00010331cdef"]));
        Assert.Null(NearNames.Nearest("\U00010330b", ["\U00010330c"]));
    }

    [Fact]
    public void A_name_over_200_characters_gets_no_suggestion()
    {
        string longest = new('a', 200);
        Assert.Equal(longest, NearNames.Nearest(new string('a', 199), [longest]));
        Assert.Equal(longest[1..], NearNames.Nearest(longest, [longest + "a", longest[1..]]));
        Assert.Null(NearNames.Nearest(longest + "b", [longest]));
    }

    [Fact]
    public void Only_the_first_hundred_thousand_names_are_looked_at()
    {
        string[] others = [.. Enumerable.Repeat("something", NearNames.MaxKnown - 1)];
        Assert.Equal("harbour", NearNames.Nearest("harbor", [.. others, "harbour"]));
        Assert.Null(NearNames.Nearest("harbor", [.. others, "something", "harbour"]));
    }

    [Fact]
    public void The_band_gives_the_distance_of_the_whole_table() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 12], Gen.Int[0, 3], Gen.Int[0, 1 << 20])
            .Select(t => (Wanted: t.Item1, Known: Edit(t.Item1, t.Item2, t.Item3)))
            .Sample(
                pair =>
                {
                    int distance = DistanceByDefinition(pair.Wanted, pair.Known);
                    bool isNear = distance > 0 && distance <= Math.Min(2, pair.Wanted.Length / 3);
                    Assert.Equal(isNear ? pair.Known : null, NearNames.Nearest(pair.Wanted, [pair.Known]));
                },
                iter: 50_000);

    private static string Edit(string text, int edits, int seed)
    {
        for (; edits > 0; edits--, seed /= 60)
        {
            int at = seed % (text.Length + 1);
            char letter = "abcd"[seed / 13 % 4];
            text = (seed % 4) switch
            {
                0 => text.Insert(at, letter.ToString()),
                1 when at < text.Length => text.Remove(at, 1),
                2 when at + 1 < text.Length => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
                _ when at < text.Length => text[..at] + letter + text[(at + 1)..],
                _ => text,
            };
        }

        return text;
    }

    private static int DistanceByDefinition(string left, string right)
    {
        int[,] table = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                int replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
