using System.Text.Json;
using Parley.Drawing.Json;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Timelines;

namespace Parley.Drawing.Timelines;

/// <summary>The record in order of time as JSON, in the form of the schema <c>timeline.schema.json</c>.</summary>
public static class TimelineJson
{
    /// <summary>Writes the report, indented, its members always in the same order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="writeProblems">
    /// Writes the problems of the journal as an array of objects; null when there are none.
    /// </param>
    public static void Write(
        TimelineReport report, IWords words, Stream stream, Action<Utf8JsonWriter>? writeProblems = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(stream);
        using JsonPage page = new(report.Record, words, stream);
        page.Head("timeline", report.AsOf);
        page.Out.WriteNumber("entryCount", report.Items.Count);
        page.Problems(writeProblems);
        page.List("items", report.Items, item => Write(report.Record, item, words, page));
        page.Out.WriteEndObject();
    }

    /// <summary>The JSON Schema (draft 2020-12) that every report fits.</summary>
    public static Stream OpenSchema() =>
        typeof(TimelineJson).Assembly.GetManifestResourceStream("timeline.schema.json")!;

    private static void Write(NegotiationRecord record, TimelineItem item, IWords words, JsonPage page)
    {
        Entry entry = record[item.Entry];
        Utf8JsonWriter json = page.Out;
        page.Date("date", entry.When);
        page.Sides(entry.SpeakerIds);
        page.Actors("speakers", entry.SpeakerIds);
        json.WriteString("verb", Verbs.Row(entry.Verb).Name);
        page.Tag(entry.Tag);
        page.Actors("addressees", entry.AddresseeIds);
        page.Issues(entry.Terms);
        page.Terms("terms", entry.Terms);
        json.WriteString("text", EntryWords.Sentence(record, entry, words));
        page.Name("forum", entry.Forum);
        page.Track(entry.Track?.Id ?? -1);
        if (item.Round is { } round)
        {
            json.WriteNumber("round", round);
        }
        else
        {
            json.WriteNull("round");
        }

        json.WriteString("secondAccountOf", item.SecondAccountOf < 0 ? null : words.Cite(item.SecondAccountOf));
        json.WriteBoolean("undated", (item.Traits & TimelineTraits.IsUndated) != 0);
        json.WriteBoolean("mayNotHaveHappened", (item.Traits & TimelineTraits.MayNotHaveHappened) != 0);
        json.WriteBoolean(
            "orderUncertainWithPrevious", (item.Traits & TimelineTraits.OrderUncertainWithPrevious) != 0);
        json.WriteBoolean("orderUncertainWithNext", (item.Traits & TimelineTraits.OrderUncertainWithNext) != 0);
        json.WriteString("sources", EntryWords.Sources(record, entry));
        page.Evidence(new Record.Standing.Evidence(item.Entry));
    }
}
