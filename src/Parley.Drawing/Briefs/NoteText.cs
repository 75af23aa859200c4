using System.Text;
using Parley.Drawing.Markup;
using Parley.Drawing.Wording;
using Parley.Record.Entries;

namespace Parley.Drawing.Briefs;

/// <summary>An entry in plain English, for a reader who has not seen the journal.</summary>
internal sealed class NoteText(NegotiationRecord record, IWords words)
{
    /// <summary>Who did what, where and how, as a sentence without its date and its sources.</summary>
    public string Act(Entry entry)
    {
        StringBuilder text = new();
        List<string> speakers = [];
        foreach (int speaker in entry.SpeakerIds)
        {
            speakers.Add(Phrases.Name(record.Actors[speaker]));
        }

        text.Append(entry.Speaker.Kind == ActorKind.Desk ? "Note" : Phrases.Sentence(Phrases.List(speakers)));
        if (entry.Speaker.Kind != ActorKind.Desk)
        {
            text.Append((entry.Flags & EntryTraits.IsAttributed) != 0 ? ", as is put down to them," : "");
            text.Append(' ').Append(VerbOf(entry));
        }

        if (entry.Tag >= 0)
        {
            text.Append(" #").Append(record.TagName(entry.Tag));
        }

        Addressees(text, entry);
        Content(text, entry);
        Marks(text, entry);
        Place(text, entry);
        return text.Append('.').ToString();
    }

    /// <summary>The sources of an entry: <c>Axios, from two unnamed people</c>; empty without any.</summary>
    public string Sources(Entry entry)
    {
        List<string> chains = [];
        foreach (int chain in entry.ChainIds)
        {
            IReadOnlyList<Source> links = record.Chains[chain].Links;
            chains.Add(string.Join(", from ", links.Select(link => $"{Phrases.Name(link)} ({Phrases.Grade(link.Grade)})")));
        }

        return string.Join("; ", chains);
    }

    private static string VerbOf(Entry entry)
    {
        bool isPlural = entry.SpeakerCount > 1;
        VerbRow row = Verbs.Row(entry.Verb);
        return entry.Verb switch
        {
            Verb.RedLine => isPlural ? "draw a red line" : "draws a red line",
            Verb.MeetsCondition => isPlural ? "meet the condition of" : "meets the condition of",
            _ => (isPlural ? row.Plural ?? row.Name : row.Name).Replace('-', ' '),
        };
    }

    private void Addressees(StringBuilder text, Entry entry)
    {
        List<string> names = [];
        foreach (int addressee in entry.AddresseeIds)
        {
            names.Add(Phrases.Name(record.Actors[addressee]));
        }

        if (names.Count > 0)
        {
            text.Append(entry.Verb == Verb.Presses ? " on " : " to ").Append(Phrases.List(names));
        }
    }

    private void Content(StringBuilder text, Entry entry)
    {
        EntryDetails details = entry.Details;
        List<string> parts = [];
        if (entry.Verb == Verb.RedLine)
        {
            parts.Add((entry.Flags & EntryTraits.Requires) != 0 ? "never without" : "never with");
        }

        if (entry.Pressure != PressureKind.None)
        {
            parts.Add(Pressure(entry.Pressure));
        }

        if (details.Round is { } round)
        {
            parts.Add("round " + Phrases.Number(round));
        }

        string suspected = details.SuspectedParty is { } party ? Phrases.Name(party) + " " : "";
        suspected += details.SuspectedReading >= 0 ? record.Readings[details.SuspectedReading].Title : "";
        parts.Add(suspected);
        parts.Add(Terms(entry.Terms));
        parts.Add((entry.Flags & EntryTraits.HasUnknownTerms) != 0 ? "further terms not known" : "");
        if (details.Tally is { } tally)
        {
            string unit = tally.IsPercent ? " %" : "";
            string no = tally.No is { } against ? $", against {words.PrintNumber(against)}{unit}" : "";
            parts.Add($"for {words.PrintNumber(tally.Yes)}{unit}{no}");
        }

        parts.Add(entry.Words.IsEmpty ? "" : Directions.Quoted(record.Words.GetString(entry.Words).Trim()));
        parts.RemoveAll(part => part.Trim().Length == 0);
        text.Append(parts.Count == 0 ? "" : ": ").AppendJoin("; ", parts);
    }

    private string Terms(ReadOnlySpan<Term> terms)
    {
        StringBuilder text = new();
        for (int i = 0; i < terms.Length; i++)
        {
            Term term = terms[i];
            text.Append(i == 0 ? "" : term.Alternative != terms[i - 1].Alternative ? "; or " : ", ");
            Issue issue = record.Issues[term.IssueId];
            text.Append(issue.Title);
            text.Append(term.BasisIndex == 0 ? "" : $" ({issue.Bases[term.BasisIndex - 1].Title})");
            string values = Phrases.Together(ValueWords.Print(issue, term.BasisIndex, term.Values, words, withUnit: true));
            text.Append(values.Length == 0 ? "" : term.IsApproximate ? " about " : " ").Append(values);
            text.Append(term.IsUncertain ? " (uncertain)" : "");
        }

        return text.ToString();
    }

    private void Marks(StringBuilder text, Entry entry)
    {
        EntryDetails details = entry.Details;
        text.Append(details.ScheduledFor is { } day ? ", for " + words.PrintDate(day) : "");
        text.Append(details.Through is { } through ? ", an act of " + Phrases.Name(through) : "");
        foreach (Condition condition in details.Conditions)
        {
            string terms = Terms(condition.Terms.ToArray());
            text.Append(condition.IsUnless ? ", unless" : ", if");
            text.Append(condition.Tag >= 0 ? " #" + record.TagName(condition.Tag) : "");
            text.Append(terms.Length > 0 ? " " : "").Append(terms);
            text.Append(condition.Words.IsEmpty ? "" : " " + Directions.Quoted(record.Words.GetString(condition.Words)));
        }

        text.Append(details.Within is { } within ? ", within " + Phrases.Length(within)
            : details.Deadline is { } deadline ? ", by " + words.PrintDate(deadline) : "");
        Tags(text, ", in answer to", details.Re);
        Tags(text, ", in place of", details.Replaces);
        Tags(text, ", because of", details.Because < 0 ? [] : [details.Because]);
        text.Append(details.SubjectTo.Count == 0 ? ""
            : ", subject to " + Phrases.List([.. details.SubjectTo.Select(Phrases.Name)]));
        text.Append(entry.Firmness == Firmness.Firm ? ""
            : ", as " + Phrases.Standing(entry.Firmness).Replace('-', ' '));
        text.Append(details.Quote.IsEmpty ? "" : $", in the words “{Directions.Quoted(record.Words.GetString(details.Quote))}”");
    }

    private static void Place(StringBuilder text, Entry entry)
    {
        List<string> parts = [];
        if (entry.Forum != Forum.NotSaid)
        {
            parts.Add(Phrases.At(entry.Forum));
        }

        if (entry.Via is { } via)
        {
            parts.Add("through " + Phrases.Name(via));
        }

        if (entry.Track is { } track)
        {
            parts.Add(track.Title);
        }

        text.Append(parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})");
    }

    private void Tags(StringBuilder text, string mark, IReadOnlyList<int> tags) =>
        text.Append(tags.Count == 0 ? "" : mark + " " + Phrases.List([.. tags.Select(tag => "#" + record.TagName(tag))]));

    private static string Pressure(PressureKind kind) => kind switch
    {
        PressureKind.Military => "military",
        PressureKind.Economic => "economic",
        PressureKind.Legal => "legal",
        PressureKind.Diplomatic => "diplomatic",
        PressureKind.Industrial => "industrial",
        _ => "by information",
    };
}
