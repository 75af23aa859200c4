using Parley.Drawing.Briefs.Sections;
using Parley.Drawing.Wording;
using Parley.Record.Entries;

namespace Parley.Drawing.Briefs;

/// <summary>A brief before it is written as a page or as text: its head, its sections in order, its notes.</summary>
internal sealed class Brief
{
    /// <summary>What stands above the notes.</summary>
    public const string NotesHead =
        "The entries cited, in order of time, each with its sources, their grades, and its place in the journal.";

    // The order of the page. A further section is one more line.
    private static readonly Func<BriefContext, BriefSection>[] Makers =
    [
        SummarySection.Make,
        SinceMeetingSection.Make,
        MatrixSection.Make,
        TimelineSection.Make,
        CurveSection.Make,
        AgreementSection.Make,
        ClockSection.Make,
        RhythmSections.MakeRounds,
        RhythmSections.MakeDeadlines,
        CommitmentSection.MakePromises,
        CommitmentSection.MakeThreats,
        RedLineSection.Make,
        ConductSection.Make,
        RhythmSections.MakePressure,
        ContestedSection.Make,
        SourceSection.Make,
        WeakestLinkSection.Make,
        AgreementSection.MakeOpinions,
    ];

    public Brief(BriefReports reports, IWords words)
    {
        Context = new BriefContext(reports, words);
        List<BriefSection> made = [.. Makers.Select(make => make(Context))];
        Sections = [.. made.Where(section => section.Blocks.Count > 0)];
        List<string> nothing = [.. made.Where(section => section.Blocks.Count == 0).Select(section => section.Nothing)];
        if (nothing.Count > 0)
        {
            Sections = [.. Sections, new BriefSection("Not on record", [new Paragraph(Sentence.Of(string.Join(' ', nothing)))])];
        }

        Numbers = new NoteNumbers(Sections, [.. reports.Timeline.Items.Select(item => item.Entry)]);
    }

    public BriefContext Context { get; }

    public IReadOnlyList<BriefSection> Sections { get; }

    public NoteNumbers Numbers { get; }

    public string Title =>
        Context.Record.Title.Length == 0 ? "A negotiation without a name" : Context.Record.Title;

    /// <summary>As of when: <c>13 June 2025</c>; empty for a record without entries.</summary>
    public string Day => Context.Standing.LastDay is { } day and > DateInterval.OpenStart and < DateInterval.OpenEnd
        ? DateWords.Day(day) : "";

    /// <summary>The sentences under the title: as of when, from how much, with which reserve.</summary>
    public IEnumerable<string> Head()
    {
        Record.Standing.AsOf asOf = Context.Standing.AsOf;
        string known = asOf.KnownDay is { } day ? $", from what was known by {DateWords.Day(day)}" : "";
        yield return asOf.OnDay is { } on ? $"Where the talks stood on {DateWords.Day(on)}{known}."
            : Day.Length == 0 ? $"Where the talks stand{known}."
            : $"Where the talks stand on {Day}, the last day on record{known}.";
        int count = Context.Standing.EntryCount;
        yield return $"From {Phrases.Figure(count, "entry", "entries")}; a number after a sentence is that of a note at the end.";
        if (Context.Reports.ProblemCount is > 0 and var problems)
        {
            string noun = problems == 1 ? "problem was" : "problems were";
            yield return $"{Phrases.Figure(problems, noun, noun)} found in the journal; what "
                + $"{(problems == 1 ? "it touches" : "they touch")} is left out of this answer.";
        }
    }

    /// <summary>A note: its date, what was done, the sources, and its place in the journal.</summary>
    public (string Date, string Act, string Sources, string Place) Note(int entry)
    {
        Entry cited = Context.Record[entry];
        return (Context.Date(entry), Context.Notes.Act(cited), Context.Notes.Sources(cited), Context.PlainWords.Cite(entry));
    }

    /// <summary>A note for the margin: its date and the source that is cited, with its root where that is another.</summary>
    public string ShortNote(int entry)
    {
        Entry cited = Context.Record[entry];
        if (cited.ChainIds.IsEmpty)
        {
            return Context.Date(entry) + ", no source";
        }

        SourceChain chain = Context.Record.Chains[cited.ChainIds[0]];
        string root = chain.Root == chain.Cited ? "" : ", from " + Phrases.Name(chain.Root);
        string more = cited.ChainIds.Length == 1 ? "" : $", and {cited.ChainIds.Length - 1} more";
        return $"{Context.Date(entry)}, {Phrases.Name(chain.Cited)}{root} ({Phrases.Grade(chain.Root.Grade)}){more}";
    }
}
