using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>What changed since the last meeting that was held.</summary>
internal static class SinceMeetingSection
{
    private const int MostOfAKind = 5;

    public static BriefSection Make(BriefContext context)
    {
        const string Heading = "Since the last meeting";
        Round? last = context.Standing.Rounds.Where(round => round.IsHeld).MaxBy(round => round.Date.FirstDay);
        if (last is null)
        {
            return BriefSection.Empty(Heading, "No meeting of the parties is on record.");
        }

        List<Block> blocks = [new Paragraph(Meeting(context, last))];
        List<ListItem> items = new Finder(context, last).Find();
        blocks.AddRange(items.Count == 0
            ? [new Paragraph(Sentence.Of("No move, offer, reply, promise, red line or pressure is on record since."))]
            : BriefContext.Split(items, items.Count, "by kind, then latest first"));
        return new BriefSection(Heading, blocks);
    }

    private static Sentence Meeting(BriefContext context, Round round)
    {
        string who = round.Parties.Count == 0 ? "" : " of " + Phrases.List([.. round.Parties.Select(Phrases.Name)]);
        string number = round.Number is { } written ? $", round {Phrases.Number(written)}" : "";
        string track = round.TrackId < 0 ? "" : $", in {context.Record.Tracks[round.TrackId].Title}";
        string since = context.Standing.LastDay is { } day && round.Date.LastDay <= day
            ? $"; {Phrases.Figure(day - round.Date.LastDay, "day", "days")} have passed since" : "";
        since = since.StartsWith("; 1\u00A0", StringComparison.Ordinal) ? "; 1\u00A0day has passed since" : since;
        return Sentence.Of(
            $"The last meeting on record{who}{number}{track}, was held on {DateWords.Of(round.Date)}{since}.", [round.Entry]);
    }

    /// <summary>Findings that an entry after the meeting brought, by kind.</summary>
    private sealed class Finder(BriefContext context, Round last)
    {
        private readonly NegotiationRecord record = context.Record;
        private readonly StandingReport report = context.Standing;
        private readonly List<ListItem> items = [];

        public List<ListItem> Find()
        {
            Agreements();
            Add(report.Moves, move => move.Evidence.Second,
                move => move.Kind != MoveKind.None && (move.Traits & MoveTraits.AcrossForums) == 0, context.Say.Move);
            Add(report.Reversals, reversal => reversal.Evidence.Second, _ => true, context.Say.Reversal);
            Add(report.Replies, reply => reply.OfferEntry, reply => reply.State == ReplyState.Open,
                reply => context.Say.Reply(reply, withDate: false));
            Add(report.Replies, reply => reply.Evidence.Entries().Last(), reply => reply.State != ReplyState.Open,
                reply => context.Say.Reply(reply, withDate: true));
            Add(report.Promises, item => item.Evidence.First, _ => true, context.Say.Commitment);
            Add(report.Threats, item => item.Evidence.First, _ => true, context.Say.Commitment);
            Add(report.RedLines, line => line.Evidence.First, _ => true, context.Say.RedLine);
            Add(report.Pressure, pressure => pressure.Entry, pressure => !pressure.IsInternal, Act);
            return items;
        }

        private void Agreements()
        {
            List<int> agreed = [];
            foreach (var item in context.Reports.Timeline.Items)
            {
                if (record[item.Entry].Verb == Verb.Agrees && item.SecondAccountOf < 0)
                {
                    agreed.Add(item.Entry);
                }
            }

            Add(agreed, entry => entry, _ => true, entry => $"{context.Notes.Act(record[entry])} [{context.Words.Cite(entry)}]");
        }

        private string Act(Pressure pressure) =>
            $"{context.Notes.Act(record[pressure.Entry])} {context.Say.Citer.Bracketed(pressure.Evidence)}";

        private void Add<T>(IReadOnlyList<T> found, Func<T, int> entry, Func<T, bool> counts, Func<T, string> sentence)
        {
            int count = 0;
            int left = 0;
            for (int i = found.Count - 1; i >= 0; i--)
            {
                T item = found[i];
                int at = entry(item);
                if (at < 0 || !counts(item) || !IsAfter(at))
                {
                    continue;
                }

                if (++count <= MostOfAKind)
                {
                    items.Add(new ListItem(context.Date(at), context.Read(sentence(item))));
                }
                else
                {
                    left++;
                }
            }

            if (left > 0)
            {
                items[^1] = items[^1] with { Beside = Sentence.Of($"{Phrases.Number(left)} earlier of this kind are left out here.") };
            }
        }

        private bool IsAfter(int entry)
        {
            DateInterval when = record[entry].When;
            return entry != last.Entry && (when.FirstDay > last.Date.LastDay
                || (when.FirstDay == last.Date.LastDay && last.Date.IsExactDay && entry > last.Entry));
        }
    }
}
