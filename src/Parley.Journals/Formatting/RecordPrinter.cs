using System.Globalization;
using System.Text;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Formatting;

/// <summary>Prints a record as a journal in canonical text, whether it came from a journal or not.</summary>
public static class RecordPrinter
{
    /// <summary>The record as one journal: its declarations, then its entries in file order.</summary>
    /// <param name="record">The record.</param>
    /// <returns>UTF-8; reading it gives an equal record.</returns>
    public static byte[] Print(NegotiationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        StringBuilder result = new();
        DeclarationPrinter.Print(record, result);
        result.Append('\n');
        for (int i = 0; i < record.Count; i++)
        {
            PrintEntry(record, record[i], result);
        }

        byte[] raw = Encoding.UTF8.GetBytes(result.ToString());
        return Formatter.Format(SyntaxTree.Parse(new SourceText("record", raw)));
    }

    internal static string Quote(string words)
    {
        StringBuilder result = new("\"");
        foreach (char c in words)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\t' => result.Append("\\t"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    /// <summary>Words of the language for the parts of one entry, as they would be written.</summary>
    internal static void PrintEntry(NegotiationRecord record, Entry entry, StringBuilder result)
    {
        result.Append(DateText.Print(entry.When)).Append(' ');
        for (int i = 0; i < entry.SpeakerCount; i++)
        {
            result.Append(i > 0 ? ", " : "").Append(record.Actors[entry.SpeakerIds[i]].Name);
        }

        VerbRow row = Verbs.Row(entry.Verb);
        result.Append(entry.Flags.HasFlag(EntryTraits.IsAttributed) ? "? " : " ");
        result.Append(entry.SpeakerCount > 1 && row.Plural is not null ? row.Plural : row.Name);
        if (entry.Tag >= 0)
        {
            result.Append(" #").Append(record.TagName(entry.Tag));
        }

        EntryDetails details = entry.Details;
        Append(result, " round ", details.Round?.ToString(CultureInfo.InvariantCulture));
        foreach (int to in entry.AddresseeIds)
        {
            result.Append(" -> ").Append(record.Actors[to].Name);
        }

        PrintContent(record, entry, details, result);
        PrintMarks(record, entry, details, result);
        foreach (int chain in entry.ChainIds)
        {
            result.Append(" ^").AppendJoin('<', record.Chains[chain].Links.Select(s => s.Name));
        }

        result.Append('\n');
    }

    private static void PrintContent(NegotiationRecord record, Entry entry, EntryDetails details, StringBuilder result)
    {
        if (entry.Verb == Verb.RedLine)
        {
            result.Append(entry.Flags.HasFlag(EntryTraits.Requires) ? " requires" : " excludes");
        }

        if (entry.Pressure != PressureKind.None)
        {
            result.Append(' ').Append(entry.Pressure.ToString().ToLowerInvariant());
        }

        if (details.SuspectedParty is not null)
        {
            result.Append(' ').Append(details.SuspectedParty.Name).Append(' ')
                .Append(record.Readings[details.SuspectedReading].Name);
        }

        if (entry.Terms.Length > 0)
        {
            result.Append(' ');
            TermText.Print(record, entry.Terms, result);
            result.Append(entry.Flags.HasFlag(EntryTraits.HasUnknownTerms) ? ", unknown" : "");
        }
        else if (entry.Flags.HasFlag(EntryTraits.HasUnknownTerms))
        {
            result.Append(" terms unknown");
        }

        if (!entry.Words.IsEmpty)
        {
            result.Append(' ').Append(Quote(record.Words.GetString(entry.Words)));
        }

        if (details.Tally is { } tally)
        {
            string percent = tally.IsPercent ? " %" : "";
            result.Append(" yes ").Append(NumberText.Print(tally.Yes)).Append(percent);
            result.Append(tally.No is null ? "" : $" no {NumberText.Print(tally.No.Value)}{percent}");
        }
    }

    private static void PrintMarks(NegotiationRecord record, Entry entry, EntryDetails details, StringBuilder result)
    {
        foreach (Condition condition in details.Conditions)
        {
            result.Append(condition.IsUnless ? " unless " : " if ");
            if (condition.Tag >= 0)
            {
                result.Append('#').Append(record.TagName(condition.Tag));
            }
            else if (condition.Terms.Count > 0)
            {
                TermText.Print(record, [.. condition.Terms], result);
            }
            else
            {
                result.Append(Quote(record.Words.GetString(condition.Words)));
            }
        }

        AppendTags(record, result, " re #", details.Re);
        AppendTags(record, result, " replaces #", details.Replaces);
        Append(result, " because #", details.Because < 0 ? null : record.TagName(details.Because));
        Append(result, " through ", details.Through?.Name);
        Append(result, " via ", entry.Via?.Name);
        Append(result, " in ", entry.Track?.Name);
        Append(result, " ", details.ScheduledFor is { } day ? DateText.Print(day) : null);
        if (details.Within is { } length)
        {
            string unit = length.Unit.ToString().ToLowerInvariant() + (length.Count == 1 ? "" : "s");
            result.Append(CultureInfo.InvariantCulture, $" within {length.Count} {unit}");
        }
        else
        {
            Append(result, " by ", details.Deadline is { } deadline ? DateText.Print(deadline) : null);
        }

        Append(result, " as ", entry.Firmness switch
        {
            Firmness.Firm => null,
            Firmness.WithoutPrejudice => "without-prejudice",
            _ => entry.Firmness.ToString().ToLowerInvariant(),
        });
        Append(result, " subject-to ", details.SubjectTo.Count == 0 ? null : string.Join(", ", details.SubjectTo.Select(a => a.Name)));
        Append(result, " known ", details.Known is { } known ? DateText.Print(known) : null);
        Append(result, " quote ", details.Quote.IsEmpty ? null : Quote(record.Words.GetString(details.Quote)));
        Append(result, " @", entry.Forum == Forum.NotSaid ? null : entry.Forum.ToString().ToLowerInvariant());
    }

    private static void AppendTags(NegotiationRecord record, StringBuilder result, string mark, IReadOnlyList<int> tags)
    {
        foreach (int tag in tags)
        {
            result.Append(mark).Append(record.TagName(tag));
        }
    }

    private static void Append(StringBuilder result, string mark, string? value)
    {
        if (value is not null)
        {
            result.Append(mark).Append(value);
        }
    }
}
