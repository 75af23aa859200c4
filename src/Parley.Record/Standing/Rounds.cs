using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Rounds of talks: meetings of at least two parties, and meetings with the number of a round.</summary>
internal sealed class Rounds
{
    private readonly StandingContext context;
    private readonly long[] starts;
    private readonly long[] latestEndUpTo;
    private readonly long[] earliestEndFrom;

    public Rounds(StandingContext context)
    {
        this.context = context;
        List<(long Start, long End)> found = [];
        foreach (int index in context.Entries)
        {
            Entry entry = context.Record[index];
            if (entry.Verb == Verb.Meet && !context.Accounts.IsSecond(index) && IsRound(context.Record, entry))
            {
                found.Add(Span(index));
            }
        }

        found.Sort();
        starts = [.. found.Select(f => f.Start)];
        latestEndUpTo = [.. found.Select(f => f.End)];
        earliestEndFrom = [.. latestEndUpTo];
        for (int i = 1; i < starts.Length; i++)
        {
            latestEndUpTo[i] = Math.Max(latestEndUpTo[i], latestEndUpTo[i - 1]);
            int back = starts.Length - 1 - i;
            earliestEndFrom[back] = Math.Min(earliestEndFrom[back], earliestEndFrom[back + 1]);
        }
    }

    /// <summary>Whether two dates allow the other order; of two acts on one exact day file order holds.</summary>
    public static bool IsOrderUncertain(DateInterval earlier, DateInterval later) =>
        earlier.Overlaps(later) && !(earlier.IsExactDay && later.IsExactDay);

    /// <summary>Whether a round lay between two entries.</summary>
    /// <returns>Undecided where dates overlap so that one may have lain there and none certainly did.</returns>
    public Answer Between(int earlier, int later)
    {
        (long from, long fromEnd) = Span(earlier);
        (long to, long toEnd) = Span(later);
        int after = FirstAfter(fromEnd);
        if (after < starts.Length && earliestEndFrom[after] < to)
        {
            return Answer.Yes;
        }

        int upTo = FirstAfter(toEnd) - 1;
        return upTo >= 0 && latestEndUpTo[upTo] >= from ? Answer.Undecided : Answer.No;
    }

    /// <summary>Whether two parties meet, or the meeting has a number.</summary>
    internal static bool IsRound(NegotiationRecord record, in Entry entry)
    {
        if (entry.HasDetails && entry.Details.Round is not null)
        {
            return true;
        }

        Actor? first = null;
        foreach (int id in entry.SpeakerIds)
        {
            if (IsSecondParty(record.Actors[id].Side, ref first))
            {
                return true;
            }
        }

        foreach (int id in entry.AddresseeIds)
        {
            if (IsSecondParty(record.Actors[id].Side, ref first))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSecondParty(Actor side, ref Actor? first)
    {
        if (side.Kind != ActorKind.Party)
        {
            return false;
        }

        first ??= side;
        return first != side;
    }

    /// <summary>The first round that begins after a moment.</summary>
    private int FirstAfter(long moment)
    {
        int low = 0;
        int high = starts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = starts[middle] <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>First and last moment of an entry: of an exact day its place in the file, else the whole days.</summary>
    private (long First, long Last) Span(int index)
    {
        DateInterval when = context.Accounts.DateOf(index);
        return when.IsExactDay
            ? (((long)when.FirstDay << 32) | (uint)index, ((long)when.FirstDay << 32) | (uint)index)
            : ((long)when.FirstDay << 32, ((long)when.LastDay << 32) | uint.MaxValue);
    }
}
