using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>Red lines: first those that exclude each other, then each with its tests.</summary>
internal static class RedLineSection
{
    public static BriefSection Make(BriefContext context)
    {
        if (context.Standing.RedLines.Count == 0)
        {
            return BriefSection.Empty("Red lines", "No red line is on record.");
        }

        List<Block> blocks = [];
        IReadOnlyList<Clash> clashes = context.Standing.Clashes;
        if (clashes.Count > 0)
        {
            blocks.Add(new BulletList(
                [.. clashes.Take(BriefContext.Open).Select(clash => new ListItem(null, context.Read(context.Say.Clash(clash))))]));
        }

        blocks.AddRange(context.List(
            context.Standing.RedLines,
            line => context.Words.PrintDate(line.Since),
            context.Say.RedLine));
        return new BriefSection("Red lines", blocks);
    }
}
