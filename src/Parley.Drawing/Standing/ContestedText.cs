using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What turns on the choice between accounts, as text: each act, its accounts, and under each what follows.</summary>
internal sealed class ContestedText(StandingReport report, TextPage page, StandingSentences say)
{
    private const int Shown = 4;

    public void Write()
    {
        if (report.ContestedActs.Count == 0)
        {
            return;
        }

        page.Heading("If one account is right");
        foreach (ContestedAct act in report.ContestedActs)
        {
            if (act.Readings.All(reading => reading.Count == 0))
            {
                page.Paragraph($"{say.Act(act)}: nothing else turns on it. [{say.Citer.Of(act.Entry)}]", indent: 2, hanging: 2);
                continue;
            }

            page.Paragraph(say.Act(act) + ":", indent: 2, hanging: 2);
            foreach (ContestReading reading in act.Readings)
            {
                Write(reading);
            }
        }
    }

    private void Write(ContestReading reading)
    {
        page.Paragraph(say.Account(reading) + (reading.Count == 0 ? ": nothing more." : ":"), indent: 4, hanging: 2);
        int shown = page.Options.All ? reading.Count : Math.Min(Shown, reading.Count);
        foreach (string sentence in say.Turning(reading).Take(shown))
        {
            page.Paragraph("- " + Phrases.Sentence(sentence), indent: 6, hanging: 2);
        }

        if (shown < reading.Count)
        {
            page.Paragraph($"- {Phrases.Number(reading.Count - shown)} more, which --all shows.", indent: 6, hanging: 2);
        }
    }
}
