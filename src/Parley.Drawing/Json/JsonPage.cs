using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Json;

/// <summary>Writes what the JSON of all reports shares: dates, values, citations, origins.</summary>
internal sealed class JsonPage : IDisposable
{
    private const int FlushBytes = 1 << 16;
    private readonly NegotiationRecord record;
    private readonly IWords words;
    private readonly Stream stream;
    private readonly int[] seenIn;
    private readonly List<Source> roots = [];
    private int finding;

    public JsonPage(NegotiationRecord record, IWords words, Stream stream)
    {
        this.record = record;
        this.words = words;
        this.stream = stream;
        seenIn = new int[record.Sources.Count];
        Out = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            // Escapes only what JSON demands: the text goes to a file or a pipe, never into a page of HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }

    public Utf8JsonWriter Out { get; }

    /// <summary>An array of findings; each is handed to the stream as it grows, so that memory stays small.</summary>
    public void List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        Out.WriteStartArray(name);
        foreach (T item in items)
        {
            Out.WriteStartObject();
            write(item);
            Out.WriteEndObject();
            if (Out.BytesPending > FlushBytes)
            {
                Out.Flush();
            }
        }

        Out.WriteEndArray();
    }

    /// <summary>Opens the report with its name, the title of the negotiation and the day of the answer.</summary>
    public void Head(string report, AsOf asOf)
    {
        Out.WriteStartObject();
        Out.WriteString("report", report);
        Out.WriteString("title", record.Title);
        Out.WriteStartObject("asOf");
        Day("on", asOf.OnDay);
        Day("known", asOf.KnownDay);
        Out.WriteEndObject();
    }

    public void Problems(Action<Utf8JsonWriter>? write)
    {
        Out.WritePropertyName("problems");
        if (write is not null)
        {
            write(Out);
            return;
        }

        Out.WriteStartArray();
        Out.WriteEndArray();
    }

    public void Name<T>(string name, T value)
        where T : struct, Enum => Out.WriteString(name, JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public void Actor(string name, int actor) => Out.WriteString(name, actor < 0 ? null : record.Actors[actor].Name);

    public void Parties(params ReadOnlySpan<Actor> parties)
    {
        Out.WriteStartArray("parties");
        foreach (Actor party in parties)
        {
            Out.WriteStringValue(party.Name);
        }

        Out.WriteEndArray();
    }

    /// <summary>Some actors by name, in the order given.</summary>
    public void Actors(string name, ReadOnlySpan<int> actors)
    {
        Out.WriteStartArray(name);
        foreach (int actor in actors)
        {
            Out.WriteStringValue(record.Actors[actor].Name);
        }

        Out.WriteEndArray();
    }

    /// <summary>The different sides of some actors as <c>parties</c>, in the order met.</summary>
    public void Sides(ReadOnlySpan<int> actors)
    {
        Out.WriteStartArray("parties");
        HashSet<int>? seen = actors.Length > 1 ? [] : null;
        foreach (int actor in actors)
        {
            Actor side = record.Actors[actor].Side;
            if (seen is null || seen.Add(side.Id))
            {
                Out.WriteStringValue(side.Name);
            }
        }

        Out.WriteEndArray();
    }

    public void Side(int actor) => Out.WriteString("party", record.Actors[actor].Side.Name);

    public void Issue(int issue, int basis, string issueName = "issue", string basisName = "basis")
    {
        Out.WriteString(issueName, issue < 0 ? null : record.Issues[issue].Name);
        Out.WriteString(basisName, issue < 0 || basis == 0 ? null : record.Issues[issue].Bases[basis - 1].Name);
    }

    /// <summary>The one issue of some terms as <c>issue</c> and <c>basis</c>; with several, all as <c>issues</c>.</summary>
    public void Issues(ReadOnlySpan<Term> terms)
    {
        int issue = terms.IsEmpty ? -1 : terms[0].IssueId;
        int basis = terms.IsEmpty ? 0 : terms[0].BasisIndex;
        foreach (Term term in terms)
        {
            if (term.IssueId != issue || term.BasisIndex != basis)
            {
                (issue, basis) = (-1, 0);
                break;
            }
        }

        Issue(issue, basis);
        Out.WriteStartArray("issues");
        HashSet<(int, int)>? seen = terms.Length > 1 ? [] : null;
        foreach (Term term in terms)
        {
            string name = ValueWords.Name(record.Issues[term.IssueId], term.BasisIndex);
            if (seen is null || seen.Add((term.IssueId, term.BasisIndex)))
            {
                Out.WriteStringValue(name);
            }
        }

        Out.WriteEndArray();
    }

    public void Track(int track) => Out.WriteString("track", track < 0 ? null : record.Tracks[track].Name);

    public void Tag(int tag) => Out.WriteString("tag", tag < 0 ? null : record.TagName(tag));

    public void Day(string name, int? dayNumber) =>
        Out.WriteString(name, dayNumber is { } day ? DateWords.Iso(day) : null);

    /// <summary>A date as written, and the first and last day it allows; null on the side that is open.</summary>
    public void Date(string name, DateInterval? date)
    {
        if (date is not { } value)
        {
            Out.WriteNull(name);
            return;
        }

        Out.WriteStartObject(name);
        Out.WriteString("text", words.PrintDate(value));
        Day("earliest", value.FirstDay == DateInterval.OpenStart ? null : value.FirstDay);
        Day("latest", value.LastDay == DateInterval.OpenEnd ? null : value.LastDay);
        Out.WriteEndObject();
    }

    public void Days(string name, DayRange days)
    {
        Out.WriteStartObject(name);
        Out.WriteNumber("min", days.Min);
        if (days.Max is { } max)
        {
            Out.WriteNumber("max", max);
        }
        else
        {
            Out.WriteNull("max");
        }

        Out.WriteEndObject();
    }

    /// <summary>Days that there may be none of.</summary>
    public void Days(string name, DayRange? days)
    {
        if (days is { } range)
        {
            Days(name, range);
        }
        else
        {
            Out.WriteNull(name);
        }
    }

    /// <summary>A number, or null with the reason why there is none.</summary>
    public void Number(string name, decimal? number, string reason)
    {
        if (number is { } value)
        {
            Out.WriteNumber(name, Plain(value));
        }
        else
        {
            Out.WriteNull(name);
            Out.WriteString(name + "Reason", reason);
        }
    }

    /// <summary>Yes or no, or null with the reason why it is left open.</summary>
    public void Answer(string name, Answer answer, string reason)
    {
        if (answer == Record.Standing.Answer.Undecided)
        {
            Out.WriteNull(name);
            Out.WriteString(name + "Reason", reason);
            return;
        }

        Out.WriteBoolean(name, answer == Record.Standing.Answer.Yes);
    }

    public void Values(string name, int issue, int basis, ValueSet values)
    {
        Out.WriteStartObject(name);
        ValueBody(record.Issues[issue], basis, values);
        string unit = ValueWords.Unit(record.Issues[issue], basis);
        if (unit.Length > 0)
        {
            Out.WriteString("unit", unit);
        }

        Out.WriteEndObject();
    }

    /// <summary>Terms of an entry, each with its issue and values.</summary>
    public void Terms(string name, ReadOnlySpan<Term> terms)
    {
        Out.WriteStartArray(name);
        foreach (Term term in terms)
        {
            Out.WriteStartObject();
            Issue(term.IssueId, term.BasisIndex);
            Values("values", term.IssueId, term.BasisIndex, term.Values);
            Out.WriteNumber("alternative", term.Alternative);
            Out.WriteBoolean("approximate", term.IsApproximate);
            Out.WriteBoolean("uncertain", term.IsUncertain);
            Out.WriteEndObject();
        }

        Out.WriteEndArray();
    }

    public void Citations(string name, IReadOnlyList<int> entries)
    {
        Out.WriteStartArray(name);
        foreach (int entry in entries)
        {
            Out.WriteStringValue(words.Cite(entry));
        }

        Out.WriteEndArray();
    }

    /// <summary>The entries behind a finding, and the roots of their sources in the order met.</summary>
    public void Evidence(Evidence evidence)
    {
        BeginRoots();
        Out.WriteStartArray("entries");
        foreach (int entry in evidence.Count < 2 ? evidence.Entries() : evidence.Entries().Distinct())
        {
            Out.WriteStringValue(words.Cite(entry));
            AddRoots(entry);
        }

        Out.WriteEndArray();
        WriteRoots();
    }

    public void Dispose()
    {
        Out.Flush();
        stream.WriteByte((byte)'\n');
        Out.Dispose();
    }

    private static decimal Plain(decimal value) => value / 1.000000000000000000000000000000000m;

    private void BeginRoots()
    {
        finding++;
        roots.Clear();
    }

    private void AddRoots(int entry)
    {
        foreach (int chain in record[entry].ChainIds)
        {
            Source root = record.Chains[chain].Root;
            if (seenIn[root.Id] != finding)
            {
                seenIn[root.Id] = finding;
                roots.Add(root);
            }
        }
    }

    private void WriteRoots()
    {
        Out.WriteStartArray("origins");
        foreach (Source root in roots)
        {
            Out.WriteStringValue(root.Name);
        }

        Out.WriteEndArray();
    }

    private void ValueBody(Issue issue, int basis, ValueSet values)
    {
        Out.WriteString("text", ValueWords.Print(issue, basis, values, words, withUnit: false));
        switch (values.Kind)
        {
            case ValueSetKind.Range:
                Range(values.Range);
                break;
            case ValueSetKind.Ranges:
                Out.WriteStartArray("ranges");
                foreach (NumberRange range in values.Ranges)
                {
                    Out.WriteStartObject();
                    Range(range);
                    Out.WriteEndObject();
                }

                Out.WriteEndArray();
                break;
            case ValueSetKind.Labels:
                Labels(issue, values.LabelBits);
                break;
            case ValueSetKind.Schedule:
                Steps(issue, basis, values);
                break;
            default:
                Out.WriteBoolean("topic", true);
                break;
        }
    }

    private void Range(NumberRange range)
    {
        End("low", range.Low, range.IsUnboundedBelow, "excludesLow", range.ExcludesLow);
        End("high", range.High, range.IsUnboundedAbove, "excludesHigh", range.ExcludesHigh);
    }

    private void End(string name, decimal value, bool isUnbounded, string excludesName, bool excludes)
    {
        if (isUnbounded)
        {
            Out.WriteNull(name);
            return;
        }

        Out.WriteNumber(name, Plain(value));
        if (excludes)
        {
            Out.WriteBoolean(excludesName, true);
        }
    }

    private void Labels(Issue issue, ulong bits)
    {
        Out.WriteStartArray("labels");
        for (int i = 0; i < issue.Labels.Count; i++)
        {
            if ((bits >> i & 1) != 0)
            {
                Out.WriteStringValue(issue.Labels[i]);
            }
        }

        Out.WriteEndArray();
    }

    private void Steps(Issue issue, int basis, ValueSet values)
    {
        Out.WriteStartArray("steps");
        foreach (ScheduleStep step in values.Steps)
        {
            Out.WriteStartObject();
            ValueBody(issue, basis, step.Values);
            if (step.Length is { } length)
            {
                Out.WriteStartObject("length");
                Out.WriteNumber("count", length.Count);
                Name("unit", length.Unit);
                Out.WriteEndObject();
            }

            Out.WriteEndObject();
        }

        Out.WriteEndArray();
    }
}
