using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Rounds, deadlines and pressure as sections of text; a section without findings is left out.</summary>
internal sealed class RhythmText(StandingReport report, IWords words, TextPage page, SectionText sections)
{
    private readonly RhythmSentences say = new(report, words, new Citer(words, page.Options.All), page.Arrow);

    /// <summary>Rounds, how far they lie apart, how long replies took, how long nothing has happened.</summary>
    public void Meetings()
    {
        if (report.Rounds.Count > 0)
        {
            page.Heading("Rounds");
            Paragraphs(report.Cadences.Select(say.Cadence));
            sections.List(null, report.Rounds, r => words.PrintDate(r.Date), say.Round);
            Paragraphs(say.ReplyTimes());
        }

        sections.Section("Standstill", report.Standstills, null, null, say.Standstill);
        sections.Section("After the rounds", report.AfterRounds, null, null, say.AfterRounds);
    }

    /// <summary>Deadlines, offers called final, and what waiting costs.</summary>
    public void Deadlines()
    {
        if (report.Deadlines.Count > 0)
        {
            page.Heading("Deadlines");
            sections.List(null, report.Deadlines, d => words.PrintDate(d.Days[^1].Day), say.Deadline);
            if (report.DeadlineTest is { } test)
            {
                Paragraphs([say.DeadlineTest(test)]);
            }
        }

        sections.Section("Called final", report.Finality, null, f => Date(f.CalledBy), say.Finality);
        sections.Section("The cost of waiting", report.Waiting, null, null, say.Waiting);
    }

    /// <summary>Acts of pressure beside the rounds around them.</summary>
    public void Pressure()
    {
        if (report.Pressure.Count == 0)
        {
            return;
        }

        page.Heading("Pressure");
        sections.List(null, report.Pressure, p => Date(p.Entry), say.Pressure);
        Paragraphs(report.Rounds.Count == 0
            ? ["Whether pressure crowds near rounds cannot be tested: no round is on record."]
            : report.PressureTests.Select(say.PressureTest));
    }

    private string Date(int entry) => words.PrintDate(report.Record[entry].When);

    private void Paragraphs(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            page.Paragraph(Phrases.Sentence(sentence), indent: 2, hanging: 2);
        }
    }
}
