using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>Who owes whom a reply, and since when; the clocks that have stopped are folded.</summary>
internal static class ClockSection
{
    public static BriefSection Make(BriefContext context)
    {
        List<Reply> open = [.. context.Standing.Replies.Where(reply => reply.State == ReplyState.Open)];
        List<Reply> closed = [.. context.Standing.Replies.Where(reply => reply.State != ReplyState.Open)];
        if (open.Count + closed.Count == 0)
        {
            return BriefSection.Empty("Clocks of replies", "No offer or demand to anybody is on record.");
        }

        List<Block> blocks = [.. List(context, open)];
        if (open.Count == 0)
        {
            blocks.Add(new Paragraph(Sentence.Of("No offer or demand on record still waits for an answer.")));
        }

        if (closed.Count > 0)
        {
            string heading = Phrases.Sentence(Phrases.Count(closed.Count, "clock", "clocks")) + " that stopped";
            List<ListItem> items = [.. closed.AsEnumerable().Reverse().Take(BriefContext.Most)
                .Select(reply => new ListItem(context.Date(reply.OfferEntry), context.Read(context.Say.Reply(reply, withDate: false))))];
            heading += items.Count < closed.Count ? $"; the latest {items.Count}" : "";
            blocks.Add(new Fold(heading, [new BulletList(items)]));
        }

        return new BriefSection("Clocks of replies", blocks);
    }

    private static IReadOnlyList<Block> List(BriefContext context, List<Reply> replies) => context.List(
        replies, reply => context.Date(reply.OfferEntry), reply => context.Say.Reply(reply, withDate: false));
}
