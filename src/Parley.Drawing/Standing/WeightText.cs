using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What weighs, and what weighs nothing, as sections of text; a section without findings is left out.</summary>
internal sealed class WeightText(StandingReport report, IWords words, TextPage page, SectionText sections)
{
    private readonly Citer citer = new(words, page.Options.All);

    public void Write()
    {
        AgreementSentences agreements = new(report.Record, words, citer);
        sections.Section("Agreements", report.Agreements, null, null, agreements.Agreement);
        OpinionSentences opinions = new(report.Record, words, citer);
        sections.Section("Forecasts", report.Forecasts, null, null, opinions.Forecast);
        sections.Section("Opinions, which weigh nothing", report.Opinions, null, null, opinions.Opinion);
    }
}
