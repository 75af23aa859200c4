using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Timelines;

/// <summary>Puts a record in order of time.</summary>
public static class TimelineReports
{
    /// <summary>The entries of a record in order of time, and where that order is open.</summary>
    /// <remarks>
    /// Acts of one exact day happen in file order, so their order is certain; two dates that otherwise share a day
    /// leave it open. Only neighbours are compared.
    /// </remarks>
    /// <param name="record">The record.</param>
    /// <param name="asOf">As of when; everything on record unless said.</param>
    /// <returns>Plain data; the same record and day give the same report.</returns>
    public static TimelineReport Compute(NegotiationRecord record, AsOf asOf = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        StandingContext context = new(record, asOf);
        TimelineItem[] items = new TimelineItem[context.Entries.Count];
        DateInterval previous = default;
        for (int i = 0; i < items.Length; i++)
        {
            int index = context.Entries[i];
            Entry entry = record[index];
            DateInterval when = entry.When;
            TimelineTraits traits = TimelineTraits.None;
            if (when.FirstDay == DateInterval.OpenStart)
            {
                traits |= TimelineTraits.IsUndated;
            }

            if (context.MayNotHaveHappened(when))
            {
                traits |= TimelineTraits.MayNotHaveHappened;
            }

            if (i > 0 && Rounds.IsOrderUncertain(previous, when))
            {
                traits |= TimelineTraits.OrderUncertainWithPrevious;
                items[i - 1] = items[i - 1] with
                {
                    Traits = items[i - 1].Traits | TimelineTraits.OrderUncertainWithNext,
                };
            }

            int? round = entry.Verb == Verb.Meet && entry.HasDetails ? entry.Details.Round : null;
            int first = context.Accounts.FirstOf(index);
            if (entry.Verb == Verb.Meet && first == index && Rounds.IsRound(record, entry))
            {
                traits |= TimelineTraits.IsRound;
            }

            items[i] = new TimelineItem(index, round, first == index ? -1 : first, traits);
            previous = when;
        }

        return new TimelineReport { Record = record, AsOf = asOf, Items = items };
    }
}
