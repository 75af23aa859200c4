using System.Text;
using System.Text.Json;
using Json.Schema;
using Parley.Drawing;
using Parley.Drawing.Timelines;
using Parley.Record.Entries;
using Parley.Record.Timelines;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class TimelineTests
{
    private readonly RecordBuilder builder = new() { Title = "Talks on a lake" };
    private readonly EntryDraft draft = new();
    private readonly Actor reed;
    private readonly Actor stone;
    private readonly Issue quota;
    private readonly Issue access;
    private readonly Source gazette;
    private readonly Source clerks;

    public TimelineTests()
    {
        reed = builder.AddActor(ActorKind.Party, "reed", "the Reed Council");
        stone = builder.AddActor(ActorKind.Party, "stone", "Stone Town");
        quota = builder.AddNumericIssue("quota", "Catch quota", new NumberRange(0, 90), "t");
        access = builder.AddLabelIssue("access", "Access to the shore", true, ["none", "part", "full"]);
        gazette = builder.AddSource("gazette", SourceKind.Press, "The Gazette");
        clerks = builder.AddSource("clerks", SourceKind.People, "two clerks", isSealed: true);
    }

    [Fact]
    public void Entries_are_told_in_the_words_of_the_language_between_rounds()
    {
        TimelineReport report = Report();

        Assert.Equal(
            """
            Talks on a lake
            The record in order of time.
            5 entries in lake.parley; [:N] is its line N.

            ../2025-03-01  reed notes "an old quarrel" (undated) [:10]
            -- Round 1, 2025-04-12 ---------------------------------------------------------
            2025-04-12     reed, stone meet #r1 round 1 ^gazette [:11]
            2025-04-14     stone offers #o1 -> reed quota <= 30 t, access = part or quota =
                           20..25 t~ if "the dam holds" by 2025-05-01 as floated @letter
                           ^gazette<clerks [:12]
            2025-04-14~    stone offers #o1 -> reed quota <= 40 t ^clerks (another account
                           of :12; perhaps before the one above) [:13]
            2025-06        reed? votes yes 59.5 % quote "we had \"no\" choice" (may not have
                           happened yet) [:14]
            """,
            Text(report, new TextOptions()).TrimEnd('\n'));
    }

    [Fact]
    public void A_long_record_shows_its_latest_entries()
    {
        TimelineReport report = Report();
        TimelineReport many = report with { Items = [.. Enumerable.Repeat(report.Items[1] with { Round = null }, 12_500)] };

        string[] lines = Text(many, new TextOptions()).TrimEnd('\n').Split('\n');

        Assert.Equal("The latest 500 entries; --all shows the 12 000 earlier ones too.", lines[4]);
        Assert.Equal(506, lines.Length);
        Assert.Equal(12_504, Text(many, new TextOptions { All = true }).TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void A_record_without_entries_says_so() =>
        Assert.EndsWith("\n\nThere is no entry.\n", Text(Report() with { Items = [] }, new TextOptions()), StringComparison.Ordinal);

    [Fact]
    public void An_item_is_written_as_json_with_its_fields_in_order()
    {
        using JsonDocument document = JsonDocument.Parse(Json(Report()));

        Assert.Equal(
            """
            {"date":{"text":"2025-04-14~","earliest":"2025-04-11","latest":"2025-04-17"},"parties":["stone"],
            "speakers":["stone"],"verb":"offers","tag":"o1","addressees":["reed"],"issue":"quota","basis":null,
            "issues":["quota"],"terms":[{"issue":"quota","basis":null,"values":{"text":"<= 40","low":null,"high":40,
            "unit":"t"},"alternative":0,"approximate":false,"uncertain":false}],
            "text":"stone offers #o1 -> reed quota <= 40 t","forum":"notSaid","track":null,"round":null,
            "secondAccountOf":"lake.parley:12","undated":false,"mayNotHaveHappened":false,
            "orderUncertainWithPrevious":true,"orderUncertainWithNext":false,"sources":"^clerks",
            "entries":["lake.parley:13"],"origins":["clerks"]}
            """.ReplaceLineEndings(""),
            Compact(document.RootElement.GetProperty("items")[3]));
    }

    [Fact]
    public void Every_report_fits_the_schema()
    {
        using StreamReader reader = new(TimelineJson.OpenSchema());
        JsonSchema schema = JsonSchema.FromText(reader.ReadToEnd());

        Assert.True(schema.Evaluate(JsonDocument.Parse(Json(Report())).RootElement).IsValid);
        Assert.True(schema.Evaluate(JsonDocument.Parse(Json(Report() with { Items = [] })).RootElement).IsValid);
        Assert.False(schema.Evaluate(JsonDocument.Parse(
            Json(Report()).Replace("\"verb\"", "\"deed\"", StringComparison.Ordinal)).RootElement).IsValid);
    }

    private static string Compact(JsonElement element)
    {
        MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Json(TimelineReport report)
    {
        MemoryStream stream = new();
        TimelineJson.Write(report, new SampleWords(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Text(TimelineReport report, TextOptions options)
    {
        StringWriter writer = new();
        TimelineText.Write(report, new SampleWords(), writer, options);
        return writer.ToString();
    }

    private TimelineReport Report()
    {
        Add("../2025-03-01", Verb.Notes, [reed]).Words = builder.Words.Add("an old quarrel");
        int note = builder.Add(draft);

        Add("2025-04-12", Verb.Meet, [reed, stone], gazette).NeedDetails().Round = 1;
        draft.Tag = builder.Tag("r1");
        int meeting = builder.Add(draft);

        Add("2025-04-14", Verb.Offers, [stone], gazette, clerks).Forum = Forum.Letter;
        draft.Addressees.Add(reed.Id);
        draft.Tag = builder.Tag("o1");
        draft.Firmness = Firmness.Floated;
        draft.Terms.Add(new Term(quota.Id, 0, 0, false, false, SampleTalks.AtMost(30)));
        draft.Terms.Add(new Term(access.Id, 0, 0, false, false, ValueSet.OfLabels(0b010)));
        draft.Terms.Add(new Term(quota.Id, 0, 1, true, false, ValueSet.OfRange(new NumberRange(20, 25))));
        draft.NeedDetails().Conditions = [new Condition { Words = builder.Words.Add("the dam holds") }];
        draft.NeedDetails().Deadline = SampleTalks.Date("2025-05-01");
        int offer = builder.Add(draft);

        Add("2025-04-14~", Verb.Offers, [stone], clerks).Addressees.Add(reed.Id);
        draft.Tag = builder.Tag("o1");
        draft.Terms.Add(new Term(quota.Id, 0, 0, false, false, SampleTalks.AtMost(40)));
        int account = builder.Add(draft);

        Add("2025-06", Verb.Votes, [reed]).Flags = EntryTraits.IsAttributed;
        draft.NeedDetails().Tally = new Tally(59.5m, null, true);
        draft.NeedDetails().Quote = builder.Words.Add("we had \"no\" choice");
        int vote = builder.Add(draft);

        return new TimelineReport
        {
            Record = builder.Build(),
            AsOf = default,
            Items =
            [
                new TimelineItem(note, null, -1, TimelineTraits.IsUndated),
                new TimelineItem(meeting, 1, -1, TimelineTraits.None),
                new TimelineItem(offer, null, -1, TimelineTraits.OrderUncertainWithNext),
                new TimelineItem(account, null, offer, TimelineTraits.OrderUncertainWithPrevious),
                new TimelineItem(vote, null, -1, TimelineTraits.MayNotHaveHappened),
            ],
        };
    }

    private EntryDraft Add(string date, Verb verb, Actor[] speakers, params Source[] chain)
    {
        draft.Clear();
        draft.When = SampleTalks.Date(date);
        draft.Verb = verb;
        draft.Speakers.AddRange(speakers.Select(speaker => speaker.Id));
        if (chain.Length > 0)
        {
            draft.Chains.Add(builder.Chain(chain).Id);
        }

        return draft;
    }
}
