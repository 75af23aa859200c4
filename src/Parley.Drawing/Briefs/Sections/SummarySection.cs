using Parley.Drawing.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>The talks in at most eight sentences; beside each, what it rests on at its weakest.</summary>
internal static class SummarySection
{
    public static BriefSection Make(BriefContext context)
    {
        WeakestLinks links = new(context);
        List<ListItem> items = [];
        foreach (Sentence sentence in Sentences(context))
        {
            items.Add(new ListItem(null, sentence, links.InShort([.. sentence.Notes])));
        }

        return new BriefSection("Summary", [new BulletList(items)]);
    }

    public static IEnumerable<Sentence> Sentences(BriefContext context) =>
        new StandingSummary(context.Standing, context.Say).Sentences().Select(context.Read);
}
