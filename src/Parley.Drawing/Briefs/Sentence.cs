using System.Globalization;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Drawing.Briefs;

/// <summary>A stretch of a sentence: text, or the entries that it ends with.</summary>
/// <param name="Text">The text; of entries, how many more there are, or nothing.</param>
/// <param name="Notes">The entries; empty for text.</param>
internal readonly record struct SentencePart(string Text, IReadOnlyList<int> Notes);

/// <summary>A sentence whose entries have become notes.</summary>
/// <param name="Parts">Its stretches, in order.</param>
internal sealed record Sentence(IReadOnlyList<SentencePart> Parts)
{
    /// <summary>The entries of all its notes, in order.</summary>
    public IEnumerable<int> Notes => Parts.SelectMany(part => part.Notes);

    /// <summary>A sentence without entries.</summary>
    public static Sentence Of(string text) => new([new SentencePart(text, [])]);

    /// <summary>A sentence that ends with entries.</summary>
    public static Sentence Of(string text, IReadOnlyList<int> notes) =>
        new([new SentencePart(text, []), new SentencePart("", notes)]);

    /// <summary>Takes a sentence apart that was worded with <see cref="NoteWords"/>.</summary>
    /// <param name="text">The sentence; entries stand in brackets, each between two marks.</param>
    /// <param name="count">How many entries the record has.</param>
    public static Sentence Read(string text, int count)
    {
        List<SentencePart> parts = [];
        StringBuilder plain = new();
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[' && ReadNotes(text, at + 1, count, out SentencePart notes) is var end and > 0)
            {
                // The blank before the brackets goes: a note stands at the word that it belongs to.
                while (plain.Length > 0 && plain[^1] == ' ')
                {
                    plain.Length--;
                }

                Flush(parts, plain);
                parts.Add(notes);
                at = end;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        Flush(parts, plain);
        return new Sentence(parts);
    }

    private static void Flush(List<SentencePart> parts, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            parts.Add(new SentencePart(plain.ToString(), []));
            plain.Clear();
        }
    }

    /// <summary>Reads what stands between brackets, if it is entries and nothing else.</summary>
    /// <returns>The place behind the closing bracket, or -1.</returns>
    private static int ReadNotes(string text, int at, int count, out SentencePart notes)
    {
        notes = default;
        int close = text.IndexOf(']', at);
        if (close < 0)
        {
            return -1;
        }

        List<int> entries = [];
        string more = "";
        string inside = text[at..close];
        int and = inside.IndexOf(" and ", StringComparison.Ordinal);
        if (and >= 0)
        {
            (more, inside) = (inside[(and + 1)..], inside[..and]);
        }

        foreach (string piece in inside.Split(','))
        {
            string mark = piece.Trim(' ', '\u00A0');
            if (mark.Length < 3 || mark[0] != NoteWords.Open || mark[^1] != NoteWords.Close
                || !int.TryParse(mark.AsSpan(1, mark.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int entry)
                || entry >= count)
            {
                return -1;
            }

            entries.Add(entry);
        }

        notes = new SentencePart(more, entries);
        return close + 1;
    }
}

/// <summary>Words for a reader who does not know the language: dates and numbers as they are said, entries as marks.</summary>
internal sealed class NoteWords(IWords words) : IWords
{
    /// <summary>Stands before the number of an entry. No journal can hold it: control characters are refused there.</summary>
    public const char Open = '\u0001';

    /// <summary>Stands behind the number of an entry.</summary>
    public const char Close = '\u0002';

    private const decimal Million = 1_000_000;

    public string? OnlyFile => null;

    public bool SaysValuesInWords => true;

    public string Cite(int entry) => Open + entry.ToString(CultureInfo.InvariantCulture) + Close;

    public string PrintDate(DateInterval date) => Wording.DateWords.Of(date);

    public string PrintNumber(decimal number)
    {
        decimal size = Math.Abs(number);
        return size >= 1000 * Million ? Scaled(number, 1000 * Million, "billion")
            : size >= Million ? Scaled(number, Million, "million")
            : size < 1000 || decimal.Truncate(number) != number ? words.PrintNumber(number)
            : number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
    }

    /// <summary>As a person says it, where that is exact.</summary>
    private static string Scaled(decimal number, decimal scale, string name)
    {
        decimal part = number / scale;
        return part == Math.Round(part, 3)
            ? part.ToString("0.###", CultureInfo.InvariantCulture) + "\u00A0" + name
            : number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
    }
}
