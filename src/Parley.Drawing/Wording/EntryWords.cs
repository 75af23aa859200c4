using System.Globalization;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Drawing.Wording;

/// <summary>An entry as a sentence in the words of the language, without its date.</summary>
internal static class EntryWords
{
    /// <summary>Who did what, with its marks, and without its sources.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="words">How dates and numbers are written.</param>
    public static string Sentence(NegotiationRecord record, Entry entry, IWords words)
    {
        StringBuilder text = new();
        Actors(text, record, entry.SpeakerIds);
        if ((entry.Flags & EntryTraits.IsAttributed) != 0)
        {
            text.Append('?');
        }

        VerbRow verb = Verbs.Row(entry.Verb);
        text.Append(' ').Append(entry.SpeakerCount > 1 ? verb.Plural ?? verb.Name : verb.Name);
        if (entry.Tag >= 0)
        {
            text.Append(" #").Append(record.TagName(entry.Tag));
        }

        foreach (int addressee in entry.AddresseeIds)
        {
            text.Append(" -> ").Append(record.Actors[addressee].Name);
        }

        text.Append(Content(record, entry, words));
        Marks(text, record, entry, words);
        return text.ToString();
    }

    /// <summary>What an entry is about, with a blank before it: terms, words, kinds and counts; empty when nothing stands.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="words">How dates and numbers are written.</param>
    public static string Content(NegotiationRecord record, Entry entry, IWords words)
    {
        StringBuilder text = new();
        EntryDetails details = entry.Details;
        if (entry.Verb == Verb.RedLine)
        {
            text.Append((entry.Flags & EntryTraits.Requires) != 0 ? " requires" : " excludes");
        }

        if (entry.Pressure != PressureKind.None)
        {
            text.Append(' ').Append(Pressure(entry.Pressure));
        }

        if (details.Round is { } round)
        {
            text.Append(CultureInfo.InvariantCulture, $" round {round}");
        }

        if (details.SuspectedParty is { } suspected)
        {
            text.Append(' ').Append(suspected.Name);
        }

        if (details.SuspectedReading >= 0)
        {
            text.Append(' ').Append(record.Readings[details.SuspectedReading].Name);
        }

        string terms = Terms(record, entry.Terms, words);
        text.Append(terms.Length > 0 ? " " : "").Append(terms);
        if ((entry.Flags & EntryTraits.HasUnknownTerms) != 0)
        {
            text.Append(terms.Length > 0 ? ", unknown" : " terms unknown");
        }

        if (details.Tally is { } tally)
        {
            string unit = tally.IsPercent ? " %" : "";
            text.Append(" yes ").Append(words.PrintNumber(tally.Yes)).Append(unit);
            if (tally.No is { } no)
            {
                text.Append(" no ").Append(words.PrintNumber(no)).Append(unit);
            }
        }

        if (!entry.Words.IsEmpty)
        {
            text.Append(' ').Append(Quoted(record, entry.Words));
        }

        return text.ToString();
    }

    /// <summary>Terms, separated by commas, alternatives by <c>or</c>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="words">How numbers are written.</param>
    public static string Terms(NegotiationRecord record, ReadOnlySpan<Term> terms, IWords words)
    {
        StringBuilder text = new();
        for (int i = 0; i < terms.Length; i++)
        {
            Term term = terms[i];
            if (i > 0)
            {
                text.Append(term.Alternative != terms[i - 1].Alternative ? " or " : ", ");
            }

            Issue issue = record.Issues[term.IssueId];
            text.Append(ValueWords.Name(issue, term.BasisIndex));
            string values = ValueWords.Print(issue, term.BasisIndex, term.Values, words, withUnit: true);
            text.Append(values.Length > 0 ? " " : "").Append(values);
            text.Append(term.IsUncertain ? "?" : "").Append(term.IsApproximate ? "~" : "");
        }

        return text.ToString();
    }

    /// <summary>A condition with the word that opens it, such as <c>if #siege</c>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="words">How numbers are written.</param>
    public static string Of(NegotiationRecord record, Condition condition, IWords words)
    {
        StringBuilder text = new(condition.IsUnless ? "unless" : "if");
        if (condition.Tag >= 0)
        {
            text.Append(" #").Append(record.TagName(condition.Tag));
        }

        string terms = Terms(record, condition.Terms.ToArray(), words);
        text.Append(terms.Length > 0 ? " " : "").Append(terms);
        if (!condition.Words.IsEmpty)
        {
            text.Append(' ').Append(Quoted(record, condition.Words));
        }

        return text.ToString();
    }

    /// <summary>The sources of an entry as they are written, such as <c>^dispatch&lt;diplomats</c>; empty without any.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    public static string Sources(NegotiationRecord record, Entry entry)
    {
        StringBuilder text = new();
        foreach (int chain in entry.ChainIds)
        {
            text.Append(text.Length == 0 ? "^" : " ^");
            text.AppendJoin('<', record.Chains[chain].Links.Select(link => link.Name));
        }

        return text.ToString();
    }

    /// <summary>Words in quotes, as a string of the language.</summary>
    /// <param name="record">The record.</param>
    /// <param name="span">Their place.</param>
    public static string Quoted(NegotiationRecord record, WordSpan span) => "\"" + record.Words.GetString(span)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal) + "\"";

    private static void Marks(StringBuilder text, NegotiationRecord record, Entry entry, IWords words)
    {
        EntryDetails details = entry.Details;
        if (details.ScheduledFor is { } day)
        {
            text.Append(' ').Append(words.PrintDate(day));
        }

        if (details.Through is { } through)
        {
            text.Append(" through ").Append(through.Name);
        }

        foreach (Condition condition in details.Conditions)
        {
            text.Append(' ').Append(Of(record, condition, words));
        }

        if (details.Within is { } within)
        {
            text.Append(" within ").Append(Phrases.Length(within));
        }
        else if (details.Deadline is { } deadline)
        {
            text.Append(" by ").Append(words.PrintDate(deadline));
        }

        Tags(text, record, " re", details.Re);
        Tags(text, record, " replaces", details.Replaces);
        Tags(text, record, " because", details.Because < 0 ? [] : [details.Because]);
        foreach (Actor ratifier in details.SubjectTo)
        {
            text.Append(" subject-to ").Append(ratifier.Name);
        }

        if (entry.Firmness != Firmness.Firm)
        {
            text.Append(" as ").Append(Phrases.Standing(entry.Firmness));
        }

        if (!details.Quote.IsEmpty)
        {
            text.Append(" quote ").Append(Quoted(record, details.Quote));
        }

        Place(text, entry);
        if (details.Known is { } known)
        {
            text.Append(" known ").Append(words.PrintDate(known));
        }
    }

    private static void Place(StringBuilder text, Entry entry)
    {
        if (entry.Forum != Forum.NotSaid)
        {
            text.Append(" @").Append(Phrases.Place(entry.Forum));
        }

        if (entry.Via is { } via)
        {
            text.Append(" via ").Append(via.Name);
        }

        if (entry.Track is { } track)
        {
            text.Append(" in ").Append(track.Name);
        }
    }

    private static void Tags(StringBuilder text, NegotiationRecord record, string mark, IReadOnlyList<int> tags)
    {
        foreach (int tag in tags)
        {
            text.Append(mark).Append(" #").Append(record.TagName(tag));
        }
    }

    private static void Actors(StringBuilder text, NegotiationRecord record, ReadOnlySpan<int> ids)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(record.Actors[ids[i]].Name);
        }
    }

    /// <summary>A kind of pressure as it is written in a journal.</summary>
    /// <param name="kind">The kind.</param>
    public static string Pressure(PressureKind kind) => kind switch
    {
        PressureKind.Military => "military",
        PressureKind.Economic => "economic",
        PressureKind.Legal => "legal",
        PressureKind.Diplomatic => "diplomatic",
        PressureKind.Industrial => "industrial",
        _ => "information",
    };
}
