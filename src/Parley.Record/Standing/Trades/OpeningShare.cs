using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>The size of a move beside the gap with which the sides opened.</summary>
internal static class OpeningShare
{
    // To a hundredth of a per cent.
    private const int Places = 4;

    /// <summary>The share of a move, and whom it is measured against.</summary>
    /// <param name="record">The record.</param>
    /// <param name="book">All stances, at the end of the walk.</param>
    /// <param name="entry">The entry that moved.</param>
    /// <param name="slot">Where its speaker keeps its position.</param>
    /// <param name="size">The size of the move, or null.</param>
    /// <returns>
    /// The party of the least id among those addressed, or among all others when nobody is, with which the side opened
    /// with a known gap, -1 without one; and the share, null without one, without a size and where the gap was 0.
    /// </returns>
    public static (decimal? Share, int AgainstId) Of(
        NegotiationRecord record, StanceBook book, int entry, in Slot slot, decimal? size)
    {
        Actor side = record.Actors[slot.Speaker].Side;
        int own = book.FindSide(side.Id, slot.Topic);
        if (size is null || own < 0 || book.Sides[own].OpeningEntry < 0)
        {
            return (null, -1);
        }

        int against = -1;
        decimal? gap = null;
        ReadOnlySpan<int> addressees = record[entry].AddresseeIds;
        if (addressees.IsEmpty)
        {
            foreach (Actor party in record.Parties)
            {
                Look(book, side, own, party, ref against, ref gap);
            }
        }

        foreach (int id in addressees)
        {
            Look(book, side, own, record.Actors[id].Side, ref against, ref gap);
        }

        return gap is not { } opening || opening == 0
            ? (null, against)
            : (Math.Round(size.Value / opening, Places), against);
    }

    private static void Look(StanceBook book, Actor side, int own, Actor other, ref int against, ref decimal? gap)
    {
        if (other == side || (against >= 0 && other.Id >= against))
        {
            return;
        }

        ref SideOnTopic mine = ref book.Sides[own];
        int theirs = book.FindSide(other.Id, mine.Topic);
        if (theirs >= 0 && book.Sides[theirs].OpeningEntry >= 0
            && Scales.Distance(book.IssueOf(mine.Topic), book.BasisOf(mine.Topic), mine.Opening, book.Sides[theirs].Opening)
                is { } distance)
        {
            against = other.Id;
            gap = distance;
        }
    }
}
