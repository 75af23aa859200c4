using Parley.Drawing.Figures;
using Parley.Drawing.Standing;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs;

/// <summary>What every section of a brief is made with: the reports, the sentences, and how lists are kept short.</summary>
internal sealed class BriefContext
{
    /// <summary>How many items of a list stand open.</summary>
    public const int Open = 6;

    /// <summary>How many items of a list are in the brief at all.</summary>
    public const int Most = 30;

    public BriefContext(BriefReports reports, IWords words)
    {
        Reports = reports;
        PlainWords = words;
        Words = new NoteWords(words);
        Say = new StandingSentences(Record, Words, new Citer(Words, all: false), " → ");
        Hues = new Hues(Record);
        Notes = new NoteText(Record, Words);
    }

    public BriefReports Reports { get; }

    public StandingReport Standing => Reports.Standing;

    public NegotiationRecord Record => Reports.Standing.Record;

    /// <summary>Words as the journal has them, for places and for figures.</summary>
    public IWords PlainWords { get; }

    /// <summary>Words for sentences.</summary>
    public NoteWords Words { get; }

    public StandingSentences Say { get; }

    public Hues Hues { get; }

    public NoteText Notes { get; }

    /// <summary>A sentence of a report, its entries become notes.</summary>
    public Sentence Read(string text) => Sentence.Read(Phrases.Sentence(text), Record.Count);

    /// <summary>The date of an entry as it is said; empty for -1.</summary>
    public string Date(int entry) => entry < 0 ? "" : Words.PrintDate(Record[entry].When);

    /// <summary>A section that is a list of findings.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="items">Findings in order of time.</param>
    /// <param name="nothing">What is said when there is none.</param>
    /// <param name="label">The date of one, or null for none.</param>
    /// <param name="sentence">One as a sentence.</param>
    public BriefSection Section<T>(
        string heading, IReadOnlyList<T> items, string nothing, Func<T, string>? label, Func<T, string> sentence) =>
        items.Count == 0 ? BriefSection.Empty(heading, nothing) : new BriefSection(heading, List(items, label, sentence));

    /// <summary>A list of findings: the latest open, earlier ones folded, and of very many only the latest.</summary>
    /// <param name="items">Findings in order of time.</param>
    /// <param name="label">The date of one, or null for none.</param>
    /// <param name="sentence">One as a sentence.</param>
    /// <returns>None without findings.</returns>
    public IReadOnlyList<Block> List<T>(IReadOnlyList<T> items, Func<T, string>? label, Func<T, string> sentence)
    {
        if (items.Count == 0)
        {
            return [];
        }

        List<ListItem> shown = [];
        for (int i = items.Count - 1; i >= 0 && shown.Count < Most; i--)
        {
            T item = items[i];
            shown.Add(new ListItem(label?.Invoke(item), Read(sentence(item))));
        }

        return Split(shown, items.Count, "latest first");
    }

    /// <summary>A list of which the first items stand open and the others are folded.</summary>
    /// <param name="shown">The items.</param>
    /// <param name="count">How many there are, those left out among them.</param>
    /// <param name="order">In which order they stand, said where the list is cut.</param>
    public static IReadOnlyList<Block> Split(IReadOnlyList<ListItem> shown, int count, string order)
    {
        if (shown.Count <= Open + 2)
        {
            return [new BulletList(shown)];
        }

        string rest = count > shown.Count
            ? $"{shown.Count - Open} more, of {Phrases.Number(count)} in all ({order})"
            : $"{shown.Count - Open} more ({order})";
        return
        [
            new BulletList([.. shown.Take(Open)]),
            new Fold(rest, [new BulletList([.. shown.Skip(Open)])]),
        ];
    }
}
