using Parley.Drawing;
using Parley.Drawing.Standing;
using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class StandingTextTests
{
    private const string Everything =
        """
        Talks on a lake
        Where the talks stand on 9 May 2025, the last day on record.
        6 entries in lake.parley; [:N] is its line N.

        Summary
          Stone Town has not answered the Reed Council's offer #o1 of 12 April 2025:
            27 days, three rounds. [:10]
          The red lines of the Reed Council and Stone Town on Catch quota leave no value
            that all of them allow. Together they must give way by some amount above
            10 t; any such amount will do. [:10, :11]
          The latest move, 2025-05-01~: Ann Hill, at the table, on Catch quota:
            concession, >= 60 t -> >= 50 t, by 10 t. The dates allow the other order.
            [:11, :12]
          The one reversal on record, 2025-05-09: Ann Hill, on Catch quota: >= 50 t by
            letter, withdrawn before the media between 7 and 12 days later. The dates do
            not tell whether a round lay between. [:12, :15]
          On Catch quota, the Reed Council and Stone Town opened with a gap of 30 t; now
            it is 20 t. [:10, :11, :12]
          The one promise on record: #gate, Ben Ford to the Reed Council, an act of Ann
            Hill: "opens the north gate", by 2025-05-08. Alleged, according to clerks.
            Due, and nothing done about it is on record. According to clerks, it was
            broken [:15]; the record does not bear it out. [:14, :15]
          It is denied that #gate by Ben Ford took place as reported. [:14, :15]
          4 of 6 entries rest on The Gazette alone. [:10, :11, :12, :13]

        Positions
          Issue        the Reed Council  Stone Town
          Catch quota  <= 30 t           >= 50 t; gave 2025-05-01~; members differ

          Catch quota (quota, t)
            Gap between the Reed Council and Stone Town: opened at 30 t, now 20 t.
            [:10, :11, :12]
            Who          Where  How       Values                    Since        Entries
            the Reed Council
              as itself  table  offered   <= 30 t; or better for    2025-04-12   :10
                                          it
            Stone Town
              Ann Hill   table  demanded  >= 50 t                   2025-05-01~  :12
              Ben Ford   media  said      >= 80 t; floated; not     2025-05-03   :13
                                          the party's

        Moves
          2025-05-01~  Ann Hill, at the table, on Catch quota: concession, >= 60 t ->
                       >= 50 t, by 10 t. The dates allow the other order. [:11, :12]

        Trades
          No package gives on one issue and steps back on another.

        Reversals
          2025-05-09  Ann Hill, on Catch quota: >= 50 t by letter, withdrawn before the
                      media between 7 and 12 days later. The dates do not tell whether a
                      round lay between. [:12, :15]

        Divided sides
          2025-05-03  Stone Town, on Catch quota: Ann Hill <= 50 t by letter; Ben Ford
                      >= 80 t before the media, at most 5 days later. Contested.
                      [:12, :13]

        Replies
          Unanswered:
          2025-04-12  Stone Town has not answered the Reed Council's offer #o1: 27 days,
                      three rounds. [:10]
          Closed:
          2025-04-20  Ann Hill's demand to the Reed Council gave way to a later one
                      after 8 to 14 days, at most one round, unanswered. Somebody
                      without authority has answered. [:11, :12]

        Promises
          2025-05-04  #gate, Ben Ford to the Reed Council, an act of Ann Hill: "opens
                      the north gate", by 2025-05-08. Alleged, according to clerks. Due,
                      and nothing done about it is on record. According to clerks, it
                      was broken [:15]; the record does not bear it out. [:14, :15]

        Threats
          No threat is on record.

        Red lines
          2025-04-20  Stone Town, drawn by Ann Hill (decides), on Catch quota: requires
                      >= 40 t. It stands; tested once [:10]; held by its own side;
                      softened in words once [:12]. [:11]

        Clashes
          The red lines of the Reed Council and Stone Town on Catch quota leave no value
            that all of them allow. Together they must give way by some amount above
            10 t; any such amount will do. [:10, :11]

        Contested
          2025-05-04  It is denied that #gate by Ben Ford took place as reported.
                      [:14, :15]

        Origins
          The Gazette (gazette), B2: 4 entries, all on it alone.
          clerks (sealed), C3, on the side of Stone Town: 2 entries, all on it alone;
            through gazette.
        """;

    [Fact]
    public void Each_kind_of_finding_is_said_in_plain_words_with_its_entries()
    {
        string text = Draw(new SampleTalks().Everything(), new TextOptions { Ascii = true });

        Assert.Equal(Everything, text.TrimEnd('\n'));
    }

    [Fact]
    public void Each_empty_section_says_in_one_line_that_there_is_nothing()
    {
        string text = Draw(new SampleTalks().Nothing(), new TextOptions());

        Assert.Equal(
            """
            Talks on a lake
            Where the talks stand on 9 May 2025, the last day on record.
            6 entries in lake.parley; [:N] is its line N.

            Summary
              The entries on record bear no finding yet: nobody holds a position, owes a
                reply or gave a promise.

            Positions
              Nobody holds a position on any issue.

            Moves
              Nobody has moved from one position to another.

            Trades
              No package gives on one issue and steps back on another.

            Reversals
              Nothing firm was taken back.

            Divided sides
              No members of one side contradict each other.

            Replies
              No offer or demand to anybody is on record.

            Promises
              No promise is on record.

            Threats
              No threat is on record.

            Red lines
              No red line is on record.

            Clashes
              No standing red lines exclude each other.

            Contested
              No act is contested.

            Origins
              No entry names a source.
            """,
            text.TrimEnd('\n'));
    }

    [Fact]
    public void A_journal_with_problems_says_so_at_the_head()
    {
        string text = Draw(new SampleTalks().Nothing(), new TextOptions { ProblemCount = 1 });

        Assert.Equal(
            """
            6 entries in lake.parley; [:N] is its line N.
            1 problem was found in the journal; what it touches is left out of this answer.
            """,
            string.Join('\n', text.Split('\n')[2..4]));
    }

    [Fact]
    public void The_day_asked_for_stands_at_the_head()
    {
        StandingReport report = new SampleTalks().Nothing() with
        {
            AsOf = new AsOf(SampleTalks.Date("2025-05-01").FirstDay, SampleTalks.Date("2025-05-03").FirstDay),
        };

        Assert.Equal(
            "Where the talks stood on 1 May 2025, from what was known by 3 May 2025.",
            Draw(report, new TextOptions()).Split('\n')[1]);
    }

    [Fact]
    public void Entries_of_several_files_are_cited_with_the_file()
    {
        SampleTalks talks = new();
        StandingReport report = talks.Nothing() with
        {
            Contested = [new Contest(ContestKind.Denied, talks.Ben.Id, -1, -1, new Evidence(talks.Promise))],
        };

        Assert.Contains("reported. [part.parley:14]", Draw(report, new TextOptions(), new SampleWords(null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_section_shows_the_latest_twenty_and_says_how_many_there_are()
    {
        SampleTalks talks = new();
        Move move = talks.Everything().Moves[0];
        StandingReport report = talks.Nothing() with
        {
            Moves = [.. Enumerable.Range(1, 12_345).Select(size => move with { Size = size })],
            ChangeCount = 12_345,
        };

        string[] lines = Section(Draw(report, new TextOptions { Width = 200 }), "Moves");

        Assert.Equal("  The latest 20 of 12 345; --all shows the earlier ones too.", lines[0]);
        Assert.Equal(21, lines.Length);
        Assert.Contains("by 12326 t", lines[1], StringComparison.Ordinal);
        Assert.Contains("by 12345 t", lines[20], StringComparison.Ordinal);
    }

    [Fact]
    public void All_shows_everything()
    {
        SampleTalks talks = new();
        Move move = talks.Everything().Moves[0];
        StandingReport report = talks.Nothing() with { Moves = [.. Enumerable.Repeat(move, 50)], ChangeCount = 50 };

        Assert.Equal(50, Section(Draw(report, new TextOptions { Width = 200, All = true }), "Moves").Length);
    }

    [Fact]
    public void Only_findings_that_are_shown_are_put_into_words()
    {
        SampleTalks talks = new();
        Move move = talks.Everything().Moves[0];
        StandingReport report = talks.Nothing() with { Moves = [.. Enumerable.Repeat(move, 5_000)], ChangeCount = 5_000 };
        CountingWords words = new();

        Draw(report, new TextOptions(), words);

        // 20 moves in their section and one in the summary: a date and two citations each, and the numbers of them.
        Assert.InRange(words.Calls, 1, 200);
    }

    [Fact]
    public void No_line_is_wider_than_the_page()
    {
        foreach (int width in (int[])[40, 60, 80, 133])
        {
            string text = Draw(new SampleTalks().Everything(), new TextOptions { Width = width });
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{width}: {line}"));
        }
    }

    [Fact]
    public void Lines_end_without_blanks()
    {
        string text = Draw(new SampleTalks().Everything(), new TextOptions());
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void Without_colour_no_escape_reaches_the_page_and_with_it_the_words_stay_the_same()
    {
        StandingReport report = new SampleTalks().Everything();
        string plain = Draw(report, new TextOptions());
        string coloured = Draw(report, new TextOptions { Colour = true });

        Assert.DoesNotContain('\x1b', plain);
        Assert.StartsWith("\x1b[1mTalks on a lake\x1b[0m\n", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\x1b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void A_record_without_entries_says_so()
    {
        NegotiationRecord record = new RecordBuilder().Build();
        StandingReport report = new SampleTalks().Nothing() with { Record = record, EntryCount = 0, LastDay = null };

        string text = Draw(report, new TextOptions());

        Assert.StartsWith(
            "A negotiation without a name\nWhere the talks stand.\n0 entries in lake.parley; [:N] is its line N.\n\n"
            + "Summary\n  There is no entry to answer from.\n",
            text,
            StringComparison.Ordinal);
    }

    private static string[] Section(string text, string heading) =>
        [.. text.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.Length > 0)];

    private static string Draw(StandingReport report, TextOptions options, IWords? words = null)
    {
        StringWriter writer = new();
        StandingText.Write(report, words ?? new SampleWords(), writer, options);
        return writer.ToString();
    }

    private sealed class CountingWords : IWords
    {
        private readonly SampleWords words = new();

        public int Calls { get; private set; }

        public string? OnlyFile => words.OnlyFile;

        public string Cite(int entry) => Count(words.Cite(entry));

        public string PrintDate(DateInterval date) => Count(words.PrintDate(date));

        public string PrintNumber(decimal number) => Count(words.PrintNumber(number));

        private string Count(string text)
        {
            Calls++;
            return text;
        }
    }
}
