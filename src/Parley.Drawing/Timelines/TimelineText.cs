using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Timelines;

namespace Parley.Drawing.Timelines;

/// <summary>The record in order of time as plain text: one entry after another, rounds as lines across the page.</summary>
public static class TimelineText
{
    /// <summary>How many entries are shown before earlier ones are left out.</summary>
    public const int Shown = 500;

    /// <summary>Writes the report; lines end in a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="options">How it is drawn.</param>
    public static void Write(TimelineReport report, IWords words, TextWriter writer, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        TextPage page = new(writer, options);
        Citer citer = new(words, options.All);
        ReportHead head = new(report.Record, report.AsOf, report.Items.Count);
        head.Write(page, citer, "The record in order of time", "The record as it was");
        page.Blank();
        if (report.Items.Count == 0)
        {
            page.Paragraph("There is no entry.");
            return;
        }

        int from = options.All ? 0 : Math.Max(0, report.Items.Count - Shown);
        if (from > 0)
        {
            page.Paragraph($"The latest {Shown} entries; --all shows the {Phrases.Number(from)} earlier ones too.");
            page.Blank();
        }

        int width = LabelWidth(report, words, from);
        for (int i = from; i < report.Items.Count; i++)
        {
            Write(report.Record, report.Items[i], words, citer, page, width);
        }
    }

    private static void Write(
        NegotiationRecord record, TimelineItem item, IWords words, Citer citer, TextPage page, int width)
    {
        Entry entry = record[item.Entry];
        string date = words.PrintDate(entry.When);
        if (item.Round is { } round)
        {
            page.Rule($"Round {Phrases.Number(round)}, {date}");
        }

        string sources = EntryWords.Sources(record, entry);
        string text = EntryWords.Sentence(record, entry, words) + (sources.Length == 0 ? "" : "  " + sources);
        page.Labelled(date, $"{text}{Marks(item, citer)} [{citer.Of(item.Entry)}]", width, indent: 0);
    }

    private static string Marks(TimelineItem item, Citer citer)
    {
        List<string> marks = [];
        if (item.SecondAccountOf >= 0)
        {
            marks.Add("another account of " + citer.Of(item.SecondAccountOf));
        }

        if ((item.Traits & TimelineTraits.IsUndated) != 0)
        {
            marks.Add("undated");
        }
        else if ((item.Traits & TimelineTraits.OrderUncertainWithPrevious) != 0)
        {
            marks.Add("perhaps before the one above");
        }

        if ((item.Traits & TimelineTraits.MayNotHaveHappened) != 0)
        {
            marks.Add("may not have happened yet");
        }

        return marks.Count == 0 ? "" : $" ({string.Join("; ", marks)})";
    }

    /// <summary>The widest date that is shown, up to an interval of two days.</summary>
    private static int LabelWidth(TimelineReport report, IWords words, int from)
    {
        const int Most = 21;
        int width = 0;
        for (int i = from; i < report.Items.Count && width < Most; i++)
        {
            width = Math.Max(width, words.PrintDate(report.Record[report.Items[i].Entry].When).Length);
        }

        return Math.Min(width, Most);
    }
}
