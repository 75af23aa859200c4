using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What falls without one origin, as a section of text; left out where nothing does.</summary>
internal sealed class WeakLinkText(StandingReport report, IWords words, TextPage page)
{
    private readonly WeakLinkSentences say = new(report, new Citer(words, page.Options.All));

    public void Write()
    {
        if (report.WeakLinks.Count == 0)
        {
            return;
        }

        page.Heading("Weakest links");
        int shown = page.Options.All ? report.WeakLinks.Count : Math.Min(report.WeakLinks.Count, TextOptions.Shown);
        if (shown < report.WeakLinks.Count)
        {
            page.Paragraph(
                $"The {shown} with the most findings of {Phrases.Number(report.WeakLinks.Count)}; --all shows the others too.",
                indent: 2);
        }

        foreach (WeakLink link in report.WeakLinks.Take(shown))
        {
            page.Paragraph(say.WeakLink(link), indent: 2, hanging: 2);
        }

        if (say.NoneFalls() is { } none)
        {
            page.Paragraph(none, indent: 2, hanging: 2);
        }
    }
}
