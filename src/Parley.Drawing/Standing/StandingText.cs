using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>The standing as plain text: first the summary, then each kind of finding with its entries.</summary>
public static class StandingText
{
    /// <summary>Writes the report; lines end in a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">How entries are cited and dates are written.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="options">How it is drawn.</param>
    public static void Write(StandingReport report, IWords words, TextWriter writer, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        new Sections(report, words, new TextPage(writer, options)).Write();
    }

    private sealed class Sections
    {
        private readonly StandingReport report;
        private readonly NegotiationRecord record;
        private readonly IWords words;
        private readonly TextPage page;
        private readonly StandingSentences say;

        public Sections(StandingReport report, IWords words, TextPage page)
        {
            this.report = report;
            this.words = words;
            this.page = page;
            record = report.Record;
            say = new StandingSentences(record, words, new Citer(words, page.Options.All), page.Arrow);
        }

        public void Write()
        {
            Head();
            page.Heading("Summary");
            StandingSentences brief = new(record, words, new Citer(words, all: false), page.Arrow);
            foreach (string sentence in new StandingSummary(report, brief).Sentences())
            {
                page.Paragraph(Phrases.Sentence(sentence), indent: 2, hanging: 2);
            }

            new PositionSection(report, words, page, say).Write();
            Moves();
            Section("Trades", report.Trades, "No package gives on one issue and steps back on another.", t => say.Date(t.Evidence), say.Trade);
            Section("Reversals", report.Reversals, "Nothing firm was taken back.", r => say.Date(r.Evidence), say.Reversal);
            Section("Divided sides", report.Divided, "No members of one side contradict each other.", d => say.Date(d.Evidence), say.Division);
            Replies();
            Section("Promises", report.Promises, "No promise is on record.", Started, say.Commitment);
            Section("Threats", report.Threats, "No threat is on record.", Started, say.Commitment);
            Section("Red lines", report.RedLines, "No red line is on record.", r => words.PrintDate(r.Since), say.RedLine);
            Section("Clashes", report.Clashes, "No standing red lines exclude each other.", null, say.Clash);
            Section("Contested", report.Contested, "No act is contested.", c => say.Date(c.Evidence.First), say.Contest);
            Origins();
        }

        private string Started(Commitment item) => item.Evidence.First < 0 ? "" : say.Date(item.Evidence.First);

        private void Head()
        {
            string last = report.LastDay is { } day and > DateInterval.OpenStart and < DateInterval.OpenEnd
                ? $" on {DateWords.Day(day)}, the last day on record" : "";
            ReportHead head = new(record, report.AsOf, report.EntryCount);
            head.Write(page, say.Citer, "Where the talks stand" + last, "Where the talks stood");
        }

        private void Moves()
        {
            Section(
                "Moves",
                report.Moves,
                "Nobody has moved from one position to another.",
                m => say.Date(m.Evidence),
                say.Move,
                move => move.Kind != MoveKind.None,
                report.ChangeCount);
        }

        private void Replies()
        {
            page.Heading("Replies");
            if (report.Replies.Count == 0)
            {
                page.Paragraph("No offer or demand to anybody is on record.", indent: 2);
                return;
            }

            List("Unanswered", report.Replies, r => say.Date(r.OfferEntry), r => say.Reply(r, withDate: false), r => r.State == ReplyState.Open);
            List("Closed", report.Replies, r => say.Date(r.OfferEntry), r => say.Reply(r, withDate: false), r => r.State != ReplyState.Open);
        }

        private void Section<T>(
            string heading,
            IReadOnlyList<T> items,
            string nothing,
            Func<T, string>? label,
            Func<T, string> sentence,
            Func<T, bool>? filter = null,
            int? count = null)
        {
            page.Heading(heading);
            if (!List(null, items, label, sentence, filter, count))
            {
                page.Paragraph(nothing, indent: 2);
            }
        }

        /// <summary>Writes the latest of some findings; only those that are shown are put into words.</summary>
        /// <returns>Whether there was any.</returns>
        private bool List<T>(
            string? title,
            IReadOnlyList<T> items,
            Func<T, string>? label,
            Func<T, string> sentence,
            Func<T, bool>? filter,
            int? count = null)
        {
            // Findings are made when they are asked for: none is made only to be counted.
            count ??= filter is null ? items.Count : items.Count(filter);
            List<T> shown = Latest(items, filter, page.Options.All ? count.Value : Math.Min(TextOptions.Shown, count.Value));
            int earlier = count.Value - shown.Count;
            if (shown.Count == 0)
            {
                return false;
            }

            if (title is not null)
            {
                page.Paragraph(title + ":", indent: 2);
            }

            if (earlier > 0)
            {
                page.Paragraph(
                    $"The latest {shown.Count} of {Phrases.Number(shown.Count + earlier)}; --all shows the earlier ones too.",
                    indent: 2);
            }

            if (label is null)
            {
                shown.ForEach(item => page.Paragraph(Phrases.Sentence(sentence(item)), indent: 2, hanging: 2));
                return true;
            }

            string[] labels = [.. shown.Select(label)];
            int width = labels.Max(text => DisplayWidth.Of(text));
            for (int i = 0; i < labels.Length; i++)
            {
                page.Labelled(labels[i], Phrases.Sentence(sentence(shown[i])), Math.Min(width, 21));
            }

            return true;
        }

        private static List<T> Latest<T>(IReadOnlyList<T> items, Func<T, bool>? filter, int most)
        {
            List<T> shown = [];
            for (int i = items.Count - 1; i >= 0 && shown.Count < most; i--)
            {
                T item = items[i];
                if (filter is null || filter(item))
                {
                    shown.Add(item);
                }
            }

            shown.Reverse();
            return shown;
        }

        private void Origins()
        {
            page.Heading("Origins");
            if (report.Origins.Count == 0)
            {
                page.Paragraph("No entry names a source.", indent: 2);
                return;
            }

            int shown = page.Options.All ? report.Origins.Count : Math.Min(report.Origins.Count, TextOptions.Shown);
            if (shown < report.Origins.Count)
            {
                page.Paragraph(
                    $"The {shown} with the most entries of {Phrases.Number(report.Origins.Count)}; --all shows the others too.",
                    indent: 2);
            }

            foreach (Origin origin in report.Origins.Take(shown))
            {
                page.Paragraph(Describe(origin), indent: 2, hanging: 2);
            }
        }

        private static string Describe(Origin origin)
        {
            Source source = origin.Source;
            string name = source.IsSealed ? source.Name + " (sealed)"
                : source.Title == source.Name ? source.Name : $"{source.Title} ({source.Name})";
            string side = source.Side is { } actor ? $", on the side of {Phrases.Name(actor)}" : "";
            string alone = origin.OnlyEntries == origin.Entries ? "all on it alone"
                : origin.OnlyEntries == 0 ? "none on it alone" : $"{Phrases.Number(origin.OnlyEntries)} on it alone";
            string via = origin.Via.Count == 0 ? "" : $"; through {string.Join(", ", origin.Via.Select(link => link.Name))}";
            return $"{name}, {Phrases.Grade(source.Grade)}{side}: "
                + $"{Phrases.Figure(origin.Entries, "entry", "entries")}, {alone}{via}.";
        }
    }
}
