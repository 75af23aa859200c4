using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The day of an offer, a promise or a threat.</summary>
internal static class Deadlines
{
    /// <summary>The deadline of an act, as the first account that has one tells it and as last moved in time.</summary>
    /// <param name="context">Where the record is read.</param>
    /// <param name="entry">The act.</param>
    /// <param name="from">From when a length of time counts; null when that has not begun.</param>
    /// <returns>
    /// The day written; else the end of the length of time; null when there is none. <c>moves</c> with its tag sets
    /// another, unless it comes when the earlier one has certainly passed.
    /// </returns>
    public static DateInterval? Of(StandingContext context, in Entry entry, DateInterval? from)
    {
        NegotiationRecord record = context.Record;
        DateInterval? result = Of(entry, from);
        foreach (int account in result is null ? context.Accounts.OthersOf(entry.Index) : [])
        {
            result ??= Of(record[account], from);
        }

        if (result is null || entry.TagRole != TagRole.Names)
        {
            return result;
        }

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

        moves?.Sort(context.CompareTime);
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

    private static DateInterval? Of(in Entry entry, DateInterval? from)
    {
        if (!entry.HasDetails)
        {
            return null;
        }

        EntryDetails details = entry.Details;
        bool isCounted = details.Within is not null && (details.Deadline is null || from != entry.When);
        return isCounted ? from?.Plus(details.Within!.Value) : details.Deadline;
    }
}
