using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What weighs, and what weighs nothing, as sections of text; a section without findings is left out.</summary>
internal sealed class WeightText(StandingReport report, IWords words, TextPage page)
{
    private readonly Citer citer = new(words, page.Options.All);

    public void Write()
    {
        AgreementSentences agreements = new(report.Record, words, citer);
        Section("Agreements", report.Agreements, agreements.Agreement);
        OpinionSentences opinions = new(report.Record, words, citer);
        Section("Forecasts", report.Forecasts, opinions.Forecast);
        Section("Opinions, which weigh nothing", report.Opinions, opinions.Opinion);
    }

    private void Section<T>(string heading, IReadOnlyList<T> items, Func<T, string> sentence)
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Heading(heading);
        int shown = page.Options.All ? items.Count : Math.Min(items.Count, TextOptions.Shown);
        if (shown < items.Count)
        {
            page.Paragraph(
                $"The latest {shown} of {Phrases.Number(items.Count)}; --all shows the earlier ones too.", indent: 2);
        }

        foreach (T item in items.Skip(items.Count - shown))
        {
            page.Paragraph(Phrases.Sentence(sentence(item)), indent: 2, hanging: 2);
        }
    }
}
