using Parley.Drawing.Text;
using Parley.Drawing.Wording;

namespace Parley.Drawing.Standing;

/// <summary>Sections of findings: a heading, then the latest of them, a paragraph each.</summary>
internal sealed class SectionText(TextPage page)
{
    private const int WidestLabel = 21;

    /// <summary>A section that says so when there is nothing in it.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="items">The findings.</param>
    /// <param name="nothing">What stands there without any; null leaves the section out.</param>
    /// <param name="label">What stands before each, such as a date; null for none.</param>
    /// <param name="sentence">A finding in words.</param>
    /// <param name="filter">Which of them are shown; null for all.</param>
    /// <param name="count">How many these are, where that is known without looking.</param>
    public void Section<T>(
        string heading,
        IReadOnlyList<T> items,
        string? nothing,
        Func<T, string>? label,
        Func<T, string> sentence,
        Func<T, bool>? filter = null,
        int? count = null)
    {
        if (nothing is null && items.Count == 0)
        {
            return;
        }

        page.Heading(heading);
        if (!List(null, items, label, sentence, filter, count))
        {
            page.Paragraph(nothing ?? "None.", indent: 2);
        }
    }

    /// <summary>Writes the latest of some findings; only those that are shown are put into words.</summary>
    /// <returns>Whether there was any.</returns>
    public bool List<T>(
        string? title,
        IReadOnlyList<T> items,
        Func<T, string>? label,
        Func<T, string> sentence,
        Func<T, bool>? filter = null,
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
            page.Labelled(labels[i], Phrases.Sentence(sentence(shown[i])), Math.Min(width, WidestLabel));
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
}
