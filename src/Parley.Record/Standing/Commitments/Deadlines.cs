using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The day of an offer, a promise or a threat.</summary>
internal static class Deadlines
{
    /// <summary>The deadline of an act, as last moved in time.</summary>
    /// <param name="context">Where the record is read.</param>
    /// <param name="entry">The act.</param>
    /// <param name="from">From when a length of time counts; null when that has not begun.</param>
    /// <returns>
    /// The day written; else the end of the length of time; null when there is none. <c>moves</c> with its tag sets
    /// another, unless it comes when the earlier one has certainly passed.
    /// </returns>
    public static DateInterval? Of(StandingContext context, in Entry entry, DateInterval? from)
    {
        if (!entry.HasDetails)
        {
            return null;
        }

        EntryDetails details = entry.Details;
        bool isCounted = details.Within is not null && (details.Deadline is null || from != entry.When);
        DateInterval? result = isCounted ? from?.Plus(details.Within!.Value) : details.Deadline;
        if (result is null || entry.TagRole != TagRole.Names)
        {
            return result;
        }

        NegotiationRecord record = context.Record;
        List<int>? moves = null;
        foreach (int mention in record.Mentions(entry.Tag))
        {
            Entry other = record[mention];
            if (other.Verb == Verb.Moves && other.Tag == entry.Tag && other.HasDetails && context.Counts(mention)
                && other.Details.Deadline is not null)
            {
                (moves ??= []).Add(mention);
            }
        }

        moves?.Sort((a, b) => TimeOrder.Compare(record, a, b));
        foreach (int move in moves ?? [])
        {
            if (record[move].When.FirstDay <= result.Value.LastDay
                && record[move].Details.Deadline is { } moved)
            {
                result = moved;
            }
        }

        return result;
    }
}
