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
        private readonly SectionText sections;

        public Sections(StandingReport report, IWords words, TextPage page)
        {
            this.report = report;
            this.words = words;
            this.page = page;
            record = report.Record;
            say = new StandingSentences(record, words, new Citer(words, page.Options.All), page.Arrow);
            sections = new SectionText(page);
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
            sections.Section("Trades", report.Trades, "No package gives on one issue and steps back on another.", t => say.Date(t.Evidence), say.Trade);
            sections.Section("Reversals", report.Reversals, "Nothing firm was taken back.", r => say.Date(r.Evidence), say.Reversal);
            sections.Section("Divided sides", report.Divided, "No members of one side contradict each other.", d => say.Date(d.Evidence), say.Division);
            sections.Section("Goalposts", report.Goalposts, null, g => say.Date(g.Evidence), say.Conduct.Goalpost);
            sections.Section("In private and in public", report.PublicPrivateGaps, null, g => say.Date(g.Evidence), say.Conduct.PublicPrivate);
            Replies();
            RhythmText rhythm = new(report, words, page, sections);
            rhythm.Meetings();
            sections.Section("Promises", report.Promises, "No promise is on record.", Started, say.Commitment);
            sections.Section("Threats", report.Threats, "No threat is on record.", Started, say.Commitment);
            rhythm.Deadlines();
            sections.Section("Red lines", report.RedLines, "No red line is on record.", r => words.PrintDate(r.Since), say.RedLine);
            sections.Section("Clashes", report.Clashes, "No standing red lines exclude each other.", null, say.Clash);
            rhythm.Pressure();
            sections.Section("Contested", report.Contested, "No act is contested.", c => say.Date(c.Evidence.First), say.Contest);
            new ContestedText(report, page, say).Write();
            new WeakLinkText(report, words, page).Write();
            Origins();
            new WeightText(report, words, page, sections).Write();
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
            sections.Section(
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

            sections.List("Unanswered", report.Replies, r => say.Date(r.OfferEntry), r => say.Reply(r, withDate: false), r => r.State == ReplyState.Open);
            sections.List("Closed", report.Replies, r => say.Date(r.OfferEntry), r => say.Reply(r, withDate: false), r => r.State != ReplyState.Open);
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
