using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Lists what everybody holds at the end of a walk, and says which positions stand for their party.</summary>
internal static class PositionFinder
{
    /// <summary>Positions by issue, basis, party, speaker, forum, kind and track.</summary>
    public static List<Position> Find(StandingContext context, StanceWalk walk)
    {
        StanceBook book = walk.Book;
        HashSet<int> ofParty = FindOfParty(context, walk);
        List<(int Slot, PositionKind Kind, Position Position)> found = [];
        for (int id = 0; id < book.Slots.Count; id++)
        {
            ref Slot slot = ref book.Slots[id];
            Span<int> places = [slot.Demand, slot.Offer, slot.Statement, slot.RedLine];
            for (int kind = 0; kind < places.Length; kind++)
            {
                int place = places[kind];
                if (place == 0)
                {
                    continue;
                }

                ref Stance stance = ref book.Stances[place - 1];
                PositionState state = stance.IsHeld ? PositionState.Held : PositionState.None;
                bool isBargaining = stance.IsHeld && Math.Abs(slot.Bargaining) == place;
                Position position = Describe(
                    context, book, slot, (PositionKind)kind, stance, state, isBargaining, ofParty.Contains(place));
                found.Add((id, (PositionKind)kind, position));
                if (stance.Has(StanceTraits.IsContested))
                {
                    AddAccounts(context, walk, id, position, stance, found);
                }
            }
        }

        foreach ((int id, PositionKind kind, Stance stance) in walk.Conditional)
        {
            found.Add((id, kind, Describe(
                context, book, book.Slots[id], kind, stance, PositionState.Conditional, false, false)));
        }

        found.Sort((a, b) => Compare(context, a.Position, b.Position));
        return found.ConvertAll(f => f.Position);
    }

    /// <summary>
    /// The stance that stands for a party among several: of the highest rank, of equal rank the latest. Where that
    /// one has ended nothing older revives: only what was taken after its end can stand for the party.
    /// </summary>
    /// <returns>Its place plus 1, or 0 when nothing is held.</returns>
    public static int FindHighest(StandingContext context, StanceWalk walk, List<int> places)
    {
        StanceBook book = walk.Book;
        int ended = 0;
        while (true)
        {
            int best = 0;
            foreach (int place in places)
            {
                ref Stance stance = ref book.Stances[place - 1];
                if ((ended == 0 || IsAfter(context, stance, book.Stances[ended - 1]))
                    && (best == 0 || Outranks(context, walk, stance, book.Stances[best - 1])))
                {
                    best = place;
                }
            }

            if (best == 0 || book.Stances[best - 1].IsHeld)
            {
                return best;
            }

            ended = best;
        }
    }

    private static bool IsAfter(StandingContext context, in Stance stance, in Stance ended) => ended.EndDay > 0
        ? context.Record[stance.SinceEntry].When.FirstDay >= ended.EndDay
        : stance.Sequence > ended.EndSequence;

    private static bool Outranks(StandingContext context, StanceWalk walk, in Stance left, in Stance right)
    {
        int a = Rank(context, walk, left);
        int b = Rank(context, walk, right);
        return a != b ? a > b : left.Sequence > right.Sequence;
    }

    // Who is named only to ratify, and has no authority, never displaces a position that is stated.
    private static int Rank(StandingContext context, StanceWalk walk, in Stance stance) =>
        stance.Authority == Authority.Speaks && walk.Ratifiers.Contains(context.Record[stance.Entry].Speaker.Id)
            ? -1
            : (int)stance.Authority;

    private static HashSet<int> FindOfParty(StandingContext context, StanceWalk walk)
    {
        StanceBook book = walk.Book;
        HashSet<int> result = [];
        Dictionary<(int Side, Forum Place, short Track, int Kind), List<int>> shared = [];
        for (int id = 0; id < book.Slots.Count; id++)
        {
            ref Slot slot = ref book.Slots[id];
            int side = book.Voices[slot.Voice].Side;
            bool isOnlyVoice = book.Sides[side].FirstVoice == slot.Voice && book.Voices[slot.Voice].Next < 0;
            Span<int> places = [slot.Demand, slot.Offer, slot.Statement, slot.RedLine];
            for (int kind = 0; kind < places.Length; kind++)
            {
                if (places[kind] == 0)
                {
                    continue;
                }

                if (!isOnlyVoice)
                {
                    (int, Forum, short, int) key = (side, slot.Place, slot.Track, kind);
                    if (!shared.TryGetValue(key, out List<int>? list))
                    {
                        shared.Add(key, list = []);
                    }

                    list.Add(places[kind]);
                }
                else if (book.Stances[places[kind] - 1].IsHeld)
                {
                    result.Add(places[kind]);
                }
            }
        }

        foreach (List<int> places in shared.Values)
        {
            result.Add(FindHighest(context, walk, places));
        }

        return result;
    }

    private static Position Describe(
        StandingContext context,
        StanceBook book,
        in Slot slot,
        PositionKind kind,
        in Stance stance,
        PositionState state,
        bool isBargaining,
        bool isOfParty)
    {
        NegotiationRecord record = context.Record;
        Actor speaker = record.Actors[slot.Speaker];
        DateInterval taken = context.Accounts.DateOf(stance.SinceEntry);
        DateInterval since = state != PositionState.None ? taken
            : stance.EndDay > 0 ? DateInterval.OfDay(stance.EndDay)
            : context.Accounts.DateOf(stance.EndEntry);
        return new Position(
            speaker.Side,
            speaker,
            book.IssueOf(slot.Topic).Id,
            book.BasisOf(slot.Topic),
            slot.Place,
            slot.Track < 0 ? null : record.Tracks[slot.Track],
            kind,
            stance.Values,
            stance.Has(StanceTraits.AsOrBetter),
            stance.Firmness,
            state,
            since,
            isBargaining,
            isOfParty,
            stance.Has(StanceTraits.IsContested),
            context.MayNotHaveHappened(taken) || context.MayNotHaveHappened(since),
            stance.Evidence());
    }

    /// <summary>Adds what further accounts of the same act say on the issue, where no account before says it.</summary>
    private static void AddAccounts(
        StandingContext context,
        StanceWalk walk,
        int slotId,
        Position first,
        in Stance stance,
        List<(int Slot, PositionKind Kind, Position Position)> found)
    {
        int act = context.Accounts.FirstOf(stance.Entry);
        HashSet<ValueSet> told = [stance.Values];
        foreach (int account in context.Accounts.OthersOf(act))
        {
            if (account == stance.Entry
                || !walk.Reading.TryReadAccount(act, account, slotId, stance.SinceEntry, out Stance other)
                || !told.Add(other.Values))
            {
                continue;
            }

            other.EndEntry = stance.EndEntry;
            other.EndDay = stance.EndDay;
            found.Add((slotId, first.Kind, Describe(
                context, walk.Book, walk.Book.Slots[slotId], first.Kind, other, first.State, false, first.IsOfParty)));
        }
    }

    private static int Compare(StandingContext context, Position left, Position right)
    {
        int result = left.IssueId.CompareTo(right.IssueId);
        result = result != 0 ? result : left.BasisIndex.CompareTo(right.BasisIndex);
        result = result != 0 ? result : left.Party.Id.CompareTo(right.Party.Id);
        result = result != 0 ? result : left.Speaker.Id.CompareTo(right.Speaker.Id);
        result = result != 0 ? result : left.Forum.CompareTo(right.Forum);
        result = result != 0 ? result : left.Kind.CompareTo(right.Kind);
        result = result != 0 ? result : (left.Track?.Id ?? -1).CompareTo(right.Track?.Id ?? -1);
        return result != 0 ? result : context.CompareTime(left.Evidence.First, right.Evidence.First);
    }
}
