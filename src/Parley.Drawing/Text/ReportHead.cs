using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Text;

/// <summary>The head of a report: what is answered, as of when, from how many entries, and with which reserve.</summary>
/// <param name="Record">The record.</param>
/// <param name="AsOf">As of when.</param>
/// <param name="EntryCount">How many entries were read.</param>
internal sealed record ReportHead(NegotiationRecord Record, AsOf AsOf, int EntryCount)
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="citer">How entries are cited.</param>
    /// <param name="now">What is answered, of all that is on record.</param>
    /// <param name="then">What is answered, of a day; the day follows.</param>
    public void Write(TextPage page, Citer citer, string now, string then)
    {
        page.Heading(Record.Title.Length == 0 ? "A negotiation without a name" : Record.Title);
        string known = AsOf.KnownDay is { } day ? $", from what was known by {DateWords.Day(day)}" : "";
        page.Paragraph(AsOf.OnDay is { } on ? $"{then} on {DateWords.Day(on)}{known}." : $"{now}{known}.");
        string entries = Phrases.Figure(EntryCount, "entry", "entries");
        page.Paragraph(citer.OnlyFile is { } file
            ? $"{entries} in {file}; [:N] is its line N."
            : $"{entries}; [FILE:N] is line N of a file.");
        if (page.Options.ProblemCount > 0)
        {
            string problems = page.Options.ProblemCount == 1 ? "problem was" : "problems were";
            string touched = page.Options.ProblemCount == 1 ? "it touches" : "they touch";
            page.Paragraph(
                $"{Phrases.Figure(page.Options.ProblemCount, problems, problems)} found in the journal; "
                + $"what {touched} is left out of this answer.");
        }
    }
}
