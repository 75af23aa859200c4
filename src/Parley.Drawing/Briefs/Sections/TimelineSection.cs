using Parley.Drawing.Figures;
using Parley.Drawing.Wording;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>The record as a picture by track and party; the notes at the end are its key.</summary>
internal static class TimelineSection
{
    public static BriefSection Make(BriefContext context)
    {
        int count = context.Reports.Timeline.Items.Count;
        if (count == 0)
        {
            return BriefSection.Empty("Timeline", "There is no entry, so that there is no timeline.");
        }

        string shown = count > TimelineFigure.MostEntries
            ? $"The latest {TimelineFigure.MostEntries} of {Phrases.Number(count)} entries. " : "";
        string caption = shown + "Each mark is an entry; the number beside it is that of its note at the end, where the "
            + "entries cited stand in order of time. An entry that no finding here cites has no number. Circle: at the table; "
            + "square: by letter; ring: before the media; triangle: in private; diamond: forum not said. Numbered bands are "
            + "rounds, bars are acts whose date is a span, flags are deadlines, ticks at the foot are pressure.";
        return new BriefSection("Timeline",
        [
            new FigureBlock(
                caption,
                numbers => TimelineFigure.Draw(context.Reports, numbers.Of, FigureSize.Wide),
                numbers => TimelineFigure.Draw(context.Reports, numbers.Of, FigureSize.Narrow))
            {
                TextCaption = "The notes at the end list the entries cited in order of time.",
            },
        ]);
    }
}
