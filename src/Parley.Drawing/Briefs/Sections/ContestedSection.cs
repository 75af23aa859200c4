using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>What is told in two ways, denied, taken back, or said differently by members of one side.</summary>
internal static class ContestedSection
{
    public static BriefSection Make(BriefContext context)
    {
        StandingReport report = context.Standing;
        List<Block> blocks = [.. context.List(
            report.Contested, item => context.Date(item.Evidence.First), context.Say.Contest)];
        foreach (ContestedAct act in report.ContestedActs.Where(act => act.Readings.Any(reading => reading.Count > 0)))
        {
            blocks.Add(new Fold($"{context.Say.Act(act)}: what follows if one account is right", [.. Readings(context, act)]));
        }

        Add(context, blocks, "What was taken back", report.Reversals, item => item.Evidence, context.Say.Reversal);
        Add(context, blocks, "Members of one side who differ", report.Divided, item => item.Evidence, context.Say.Division);
        const string Heading = "Contested facts and changed words";
        return blocks.Count > 0 ? new BriefSection(Heading, blocks)
            : BriefSection.Empty(Heading, "No act is contested, nothing firm was taken back, and no members of one side differ.");
    }

    private static IEnumerable<Block> Readings(BriefContext context, ContestedAct act)
    {
        foreach (ContestReading reading in act.Readings)
        {
            string nothing = reading.Count == 0 ? ": nothing more." : ":";
            yield return new Paragraph(context.Read(context.Say.Account(reading) + nothing));
            if (reading.Count > 0)
            {
                yield return new BulletList([.. context.Say.Turning(reading).Take(BriefContext.Open)
                    .Select(text => new ListItem(null, context.Read(text)))]);
            }
        }
    }

    private static void Add<T>(
        BriefContext context,
        List<Block> blocks,
        string heading,
        IReadOnlyList<T> items,
        Func<T, Evidence> evidence,
        Func<T, string> sentence)
    {
        if (items.Count > 0)
        {
            string count = items.Count == 1 ? "" : $" ({items.Count})";
            List<ListItem> shown = [.. items.Reverse().Take(BriefContext.Most)
                .Select(item => new ListItem(context.Say.Date(evidence(item)), context.Read(sentence(item))))];
            count = shown.Count < items.Count ? $" (the latest {shown.Count} of {items.Count})" : count;
            blocks.Add(new Fold(heading + count, [new BulletList(shown)]));
        }
    }
}
