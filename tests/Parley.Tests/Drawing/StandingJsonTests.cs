using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Parley.Drawing.Standing;
using Parley.Record.Entries;
using Parley.Record.Standing;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Drawing;

public sealed class StandingJsonTests
{
    private static readonly JsonSchema Schema = LoadSchema();

    [Fact]
    public void A_reversal_is_written_with_its_fields_in_order()
    {
        SampleTalks talks = new();
        string json = Write(talks.Nothing() with { Reversals = talks.Everything().Reversals });
        int start = json.IndexOf("\"reversals\"", StringComparison.Ordinal);
        int end = json.IndexOf("\"divided\"", StringComparison.Ordinal);

        Assert.Equal(
            """
            "reversals": [
                {
                  "party": "stone",
                  "fromSpeaker": "stone.ann",
                  "toSpeaker": "stone.ann",
                  "issue": "quota",
                  "basis": null,
                  "kind": "withdrawn",
                  "from": {
                    "text": ">= 50",
                    "low": 50,
                    "high": null,
                    "unit": "t"
                  },
                  "to": null,
                  "toReason": "withdrawn, and nothing put in its place",
                  "fromForum": "letter",
                  "toForum": "media",
                  "lagDays": {
                    "min": 7,
                    "max": 12
                  },
                  "roundBetween": null,
                  "roundBetweenReason": "the dates do not decide it",
                  "contested": false,
                  "orderUncertain": false,
                  "entries": [
                    "lake.parley:12",
                    "lake.parley:15"
                  ],
                  "origins": [
                    "gazette",
                    "clerks"
                  ]
                }
              ],
            """,
            json[start..end].TrimEnd());
    }

    [Fact]
    public void Members_stand_in_the_same_order_always()
    {
        using JsonDocument document = JsonDocument.Parse(Write(new SampleTalks().Nothing()));

        Assert.Equal(
            [
                "report", "title", "asOf", "lastDay", "entryCount", "problems", "positions", "gaps", "moves",
                "trades", "reversals", "divided", "goalposts", "publicPrivateGaps", "replies", "promises", "threats",
                "rounds", "cadences", "replyTimes", "standstills", "afterRounds", "deadlines", "deadlineTest", "finality",
                "waiting", "pressure", "pressureTests", "redLines", "clashes", "contested", "contestedActs",
                "origins", "opinions", "agreements", "weakLinks", "forecasts", "issueStates",
            ],
            document.RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        Assert.Equal(Write(new SampleTalks().Everything()), Write(new SampleTalks().Everything()));

    [Fact]
    public void Numbers_are_exact_decimals_without_idle_zeros()
    {
        JsonNode root = JsonNode.Parse(Write(new SampleTalks().Everything()))!;

        Assert.Equal("10", root["moves"]![0]!["size"]!.ToJsonString());
    }

    [Fact]
    public void An_about_date_is_an_interval()
    {
        JsonNode root = JsonNode.Parse(Write(new SampleTalks().Everything()))!;

        Assert.Equal(
            """{"text":"2025-05-01~","earliest":"2025-04-28","latest":"2025-05-04"}""",
            root["positions"]![1]!["since"]!.ToJsonString());
    }

    [Fact]
    public void An_offer_without_a_tag_is_named_by_its_place()
    {
        JsonNode root = JsonNode.Parse(Write(new SampleTalks().Everything()))!;

        Assert.Equal(["o1", "lake.parley:11"], root["replies"]!.AsArray().Select(reply => (string)reply!["offer"]!));
    }

    [Fact]
    public void A_sealed_source_is_named_by_its_short_name_only()
    {
        string json = Write(new SampleTalks().Everything());

        Assert.DoesNotContain("two clerks of the mayor", json, StringComparison.Ordinal);
        Assert.Contains("\"source\": \"clerks\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_the_journal_travel_with_the_report()
    {
        MemoryStream stream = new();
        StandingJson.Write(new SampleTalks().Nothing(), new SampleWords(), stream, json =>
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("code", "PJ0201");
            json.WriteEndObject();
            json.WriteEndArray();
        });

        JsonNode root = JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!;
        Assert.Equal("""[{"code":"PJ0201"}]""", root["problems"]!.ToJsonString());
    }

    [Fact]
    public void Every_report_fits_the_schema()
    {
        SampleTalks talks = new();
        AssertFits(Write(talks.Nothing()));
        AssertFits(Write(talks.Everything()));
        AssertFits(Write(talks.Everything() with
        {
            LastDay = null,
            AsOf = new AsOf(730_000, 730_001),
            Positions = [.. Shapes(talks).Select(values =>
                talks.Position(talks.Reed, talks.Reed, PositionKind.Offer, values, "../2025-05", 0))],
            Gaps = [new Gap(talks.Reed, talks.Stone, talks.Price.Id, 1, null, null, new Evidence(0))],
            Clashes = [new Clash([talks.Reed], talks.Price.Id, 1, null, true, true, new Evidence(0))],
            Threats = [.. Enum.GetValues<Performance>().Select(performance =>
                talks.Everything().Promises[0] with { IsThreat = true, Performance = performance, Claims = [], ClaimsAgree = null })],
        }));
    }

    [Theory]
    [MemberData(nameof(Journals))]
    public void Every_journal_of_the_project_fits_the_schema(string path)
    {
        using CommandRunner parley = new();
        Cli.Answer answer = parley.Run("stand", Repository.At(path), "--json");

        Assert.Equal(0, answer.ExitCode);
        AssertFits(answer.Out);
    }

    public static IEnumerable<TheoryDataRow<string>> Journals() =>
        Repository.Files("examples", "*.parley").Select(path => new TheoryDataRow<string>(path));

    [Fact]
    public void The_schema_refuses_what_the_report_never_says()
    {
        JsonNode root = JsonNode.Parse(Write(new SampleTalks().Everything()))!;
        root["positions"]![0]!["mood"] = "hopeful";

        Assert.False(Fits(root));
    }

    internal static ValueSet[] Shapes(SampleTalks talks) =>
    [
        ValueSet.Topic,
        SampleTalks.AtLeast(3.50m),
        ValueSet.OfRange(new NumberRange(3, 5, true, true)),
        ValueSet.OfRanges([new NumberRange(3, 5), new NumberRange(7, 7)]),
        ValueSet.OfRanges([]),
        ValueSet.OfSchedule(
        [
            new ScheduleStep(ValueSet.OfNumber(6), new TimeLength(3, TimeUnit.Year)),
            new ScheduleStep(ValueSet.OfNumber(3), null),
        ]),
    ];

    private static string Write(StandingReport report)
    {
        MemoryStream stream = new();
        StandingJson.Write(report, new SampleWords(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void AssertFits(string json)
    {
        EvaluationResults results = Schema.Evaluate(
            JsonDocument.Parse(json).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        string[] faults = [.. (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail =>
            $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}")];
        Assert.True(results.IsValid, string.Join('\n', faults));
    }

    private static bool Fits(JsonNode root) => Schema.Evaluate(JsonDocument.Parse(root.ToJsonString()).RootElement).IsValid;

    private static JsonSchema LoadSchema()
    {
        using StreamReader reader = new(StandingJson.OpenSchema());
        return JsonSchema.FromText(reader.ReadToEnd());
    }
}
