using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the reply clocks: who owes whom an answer, since when, and what ended the waiting.</summary>
internal static class ReplyFinder
{
    public static List<Reply> Find(StandingContext context) => new ReplyClocks(context).Find();
}

/// <summary>The clocks of one record, run through its entries in order of time.</summary>
/// <remarks>
/// What ends a clock by naming its tag is looked up once, when the clock starts; a later offer, an agreement that
/// covers it and a departure are met on the way. The earliest of them ends it.
/// </remarks>
internal sealed class ReplyClocks
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly Ranks ranks;
    private readonly Accounts accounts;
    private readonly Actor? firstParty;
    private readonly Actor? secondParty;
    private readonly List<Clock> clocks = [];
    private readonly ClockTree open = new();
    private readonly List<int> issues = [];
    private readonly List<Term> terms = [];
    private readonly List<(Actor Actor, Actor Side)> addressees = [];
    private readonly Func<int, bool> endsNow;
    private readonly Func<int, bool> leavesNow;
    private readonly Func<int, bool> marksUnauthorized;
    private int current;
    private ReplyState ending;
    private bool demandsOnly;
    private Actor? leaver;

    public ReplyClocks(StandingContext context)
    {
        this.context = context;
        record = context.Record;
        ranks = context.Ranks;
        accounts = context.Accounts;
        Actor[] parties = [.. record.Parties.Take(3)];
        (firstParty, secondParty) = parties.Length == 2 ? (parties[0], parties[1]) : (null, null);
        endsNow = EndsNow;
        leavesNow = LeavesNow;
        marksUnauthorized = MarksUnauthorized;
    }

    public List<Reply> Find()
    {
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb is not (Verb.Offers or Verb.Demands or Verb.Agrees or Verb.Drops or Verb.Leaves)
                || (entry.Flags & EntryTraits.IsAttributed) != 0
                || accounts.IsSecond(index))
            {
                continue;
            }

            current = index;
            switch (entry.Verb)
            {
                case Verb.Agrees:
                    Agree(entry);
                    break;
                case Verb.Drops:
                    Drop(entry);
                    break;
                case Verb.Leaves:
                    Leave(entry);
                    break;
                default:
                    Offer(entry);
                    break;
            }
        }

        return clocks.Count == 0 ? [] : new ReplyResults(context, clocks).Get();
    }

    private int TrackOf(in Entry entry) => entry.Track?.Id ?? (record.Tracks.Count == 1 ? 0 : -1);

    private void Offer(in Entry entry)
    {
        Actor offerer = entry.Speaker;
        bool isFirm = ValueReading.IsFirm(entry.Firmness);
        // What is demanded before the media is no offer that somebody could answer: nobody owes it a reply.
        bool isForMedia = entry.Verb == Verb.Demands && StandingContext.Place(entry.Forum) == Forum.Media;
        if (isForMedia || offerer.Side.Kind is not (ActorKind.Party or ActorKind.Mediator) || !FindAddressees(entry, isFirm))
        {
            return;
        }

        bool isUndated = TimeOrder.IsUndated(entry);
        bool hasUnknown = FindIssues(entry);
        int track = TrackOf(entry);
        foreach ((Actor addressee, Actor side) in addressees)
        {
            ClockTree.Talk talk = open.Get(offerer.Side.Id, side.Id, track);
            if (isFirm && !isUndated)
            {
                ending = ReplyState.Superseded;
                demandsOnly = false;
                open.FindWithin(talk, Issues, endsNow);
            }

            clocks.Add(Start(entry, offerer.Side, addressee));
            if (!isUndated)
            {
                open.Add(talk, clocks.Count - 1, hasUnknown ? [] : Issues);
            }
        }
    }

    private ReadOnlySpan<int> Issues => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(issues);

    /// <summary>Sides that owe a reply, each with the one addressed first.</summary>
    private bool FindAddressees(in Entry entry, bool isFirm)
    {
        addressees.Clear();
        Actor offerer = entry.Speaker.Side;
        foreach (int id in entry.AddresseeIds)
        {
            Actor addressee = record.Actors[id];
            Actor side = addressee.Side;
            bool mayOwe = offerer.Kind == ActorKind.Party
                ? side.Kind != ActorKind.Desk
                : side.Kind == ActorKind.Party;
            if (mayOwe && !IsSpeaker(entry, side) && !IsAddressed(side))
            {
                addressees.Add((addressee, side));
            }
        }

        if (entry.AddresseeIds.IsEmpty && isFirm && secondParty is not null && offerer.Kind == ActorKind.Party)
        {
            Actor other = offerer == firstParty ? secondParty : firstParty!;
            if (!IsSpeaker(entry, other))
            {
                addressees.Add((other, other));
            }
        }

        return addressees.Count > 0;
    }

    private bool IsAddressed(Actor side)
    {
        for (int i = 0; i < addressees.Count; i++)
        {
            if (addressees[i].Side == side)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpeaker(in Entry entry, Actor side) => Acts.IsBySide(entry, record, side);

    /// <summary>Fills <see cref="issues"/> with what an entry names, ascending.</summary>
    /// <returns>Whether it has further terms that are not known.</returns>
    private bool FindIssues(in Entry entry)
    {
        issues.Clear();
        bool hasUnknown = (entry.Flags & EntryTraits.HasUnknownTerms) != 0;
        if (accounts.OthersOf(entry.Index).Count > 0)
        {
            terms.Clear();
            Acts.CollectTerms(context, entry.Index, terms);
            foreach (Term term in terms)
            {
                issues.Add(term.IssueId);
            }
        }
        else
        {
            foreach (Term term in entry.Terms)
            {
                issues.Add(term.IssueId);
            }
        }

        if (issues.Count > 1)
        {
            issues.Sort();
            int kept = 1;
            for (int i = 1; i < issues.Count; i++)
            {
                if (issues[i] != issues[kept - 1])
                {
                    issues[kept++] = issues[i];
                }
            }

            issues.RemoveRange(kept, issues.Count - kept);
        }

        return hasUnknown;
    }

    private Clock Start(in Entry entry, Actor offerer, Actor addressee)
    {
        Clock clock = new(entry.Index, addressee.Id);
        if (entry.Tag < 0 || entry.TagRole != TagRole.Names)
        {
            return clock;
        }

        foreach (int mention in record.Mentions(entry.Tag))
        {
            Entry other = record[mention];
            if (context.Counts(mention)
                && (other.Flags & EntryTraits.IsAttributed) == 0
                && (other.TagRole != TagRole.Names || other.Tag != entry.Tag))
            {
                Read(ref clock, entry, offerer, addressee.Side, other);
            }
        }

        return clock;
    }

    private void Read(ref Clock clock, in Entry offer, Actor offerer, Actor owing, in Entry other)
    {
        int tag = offer.Tag;
        bool isOfTag = other.Tag == tag;
        if (isOfTag && other.Verb == Verb.Relays && IsAddressedTo(other, owing))
        {
            clock.Relay = TimeOrder.Earlier(record, clock.Relay, other.Index);
        }
        else if (IsSpeaker(other, offerer))
        {
            bool isGivenUp = isOfTag && other.Verb is Verb.Withdraws or Verb.Drops && IsWhole(other, offer);
            if (isGivenUp || (other.HasDetails && other.Details.Replaces.Contains(tag)))
            {
                End(ref clock, other.Index, isGivenUp ? ReplyState.Void : ReplyState.Superseded);
            }
        }
        else if (IsAnswer(other, tag) && ranks.OfSide(record, owing, other) is { } rank)
        {
            if (rank < Authority.Negotiates)
            {
                clock.Unauthorized = TimeOrder.Earlier(record, clock.Unauthorized, other.Index);
                return;
            }

            End(ref clock, other.Index, ReplyState.Answered);
            if (StandingContext.Place(other.Forum) != Forum.Media)
            {
                clock.NotPublic = TimeOrder.Earlier(record, clock.NotPublic, other.Index);
            }
        }
    }

    private static bool IsAnswer(in Entry entry, int tag) =>
        (entry.Tag == tag && entry.Verb is Verb.Accepts or Verb.Rejects or Verb.Agrees)
        || (entry.HasDetails
            && entry.Verb is not (Verb.Votes or Verb.Polls or Verb.Notes)
            && entry.Details.Re.Contains(tag));

    private bool IsAddressedTo(in Entry entry, Actor side)
    {
        foreach (int id in entry.AddresseeIds)
        {
            if (record.Actors[id].Side == side)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what is withdrawn is all that was offered.</summary>
    private static bool IsWhole(in Entry withdrawal, in Entry offer)
    {
        if (withdrawal.Terms.IsEmpty)
        {
            return true;
        }

        foreach (Term term in offer.Terms)
        {
            bool isNamed = false;
            foreach (Term given in withdrawal.Terms)
            {
                isNamed |= given.IssueId == term.IssueId;
            }

            if (!isNamed)
            {
                return false;
            }
        }

        return (offer.Flags & EntryTraits.HasUnknownTerms) == 0;
    }

    private void End(ref Clock clock, int entry, ReplyState state)
    {
        if (clock.End < 0 || TimeOrder.IsBefore(record, entry, clock.End))
        {
            clock.End = entry;
            clock.State = state;
        }
    }

    private void Agree(in Entry entry)
    {
        if (TimeOrder.IsUndated(entry) || entry.Terms.IsEmpty || !ValueReading.IsFirm(entry.Firmness))
        {
            return;
        }

        FindIssues(entry);
        int track = TrackOf(entry);
        bool isOfOne = IsOfOneSide(entry);
        ending = ReplyState.Answered;
        demandsOnly = false;
        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            Func<int, bool> visit =
                ranks.OfSide(record, side, entry) >= Authority.Negotiates ? endsNow : marksUnauthorized;
            foreach (ClockTree.Talk talk in open.OfAddressee(side.Id))
            {
                Actor offerer = record.Actors[talk.Offerer];
                bool isBetweenThem = isOfOne || offerer.Kind == ActorKind.Mediator || IsSpeaker(entry, offerer);
                if (isBetweenThem && (talk.Track == track || talk.Track < 0 || track < 0))
                {
                    open.FindWithin(talk, Issues, visit);
                }
            }
        }
    }

    private bool IsOfOneSide(in Entry entry)
    {
        Actor side = entry.Speaker.Side;
        foreach (int id in entry.SpeakerIds)
        {
            if (record.Actors[id].Side != side)
            {
                return false;
            }
        }

        return true;
    }

    private void Drop(in Entry entry)
    {
        // A drop that names a tag was read when the clock of that tag started.
        if (entry.Tag >= 0 || entry.Terms.IsEmpty || TimeOrder.IsUndated(entry))
        {
            return;
        }

        FindIssues(entry);
        ending = ReplyState.Void;
        demandsOnly = true;
        foreach (int id in entry.SpeakerIds)
        {
            foreach (ClockTree.Talk talk in open.OfOfferer(record.Actors[id].Side.Id))
            {
                open.FindWithin(talk, Issues, endsNow);
            }
        }
    }

    private void Leave(in Entry entry)
    {
        if (TimeOrder.IsUndated(entry))
        {
            return;
        }

        int track = TrackOf(entry);
        bool leavesAll = entry.Track is null;
        ending = ReplyState.Void;
        demandsOnly = false;
        foreach (int id in entry.SpeakerIds)
        {
            leaver = record.Actors[id];
            foreach (ClockTree.Talk talk in open.OfOfferer(leaver.Side.Id))
            {
                if (leavesAll || talk.Track == track)
                {
                    open.FindAll(talk, leavesNow);
                }
            }
        }
    }

    private bool EndsNow(int number)
    {
        Clock clock = clocks[number];
        bool hasEnded = clock.End >= 0 && TimeOrder.IsBefore(record, clock.End, current);
        if (hasEnded || (demandsOnly && record[clock.Offer].Verb != Verb.Demands))
        {
            return hasEnded;
        }

        clock.End = current;
        clock.State = ending;
        if (ending == ReplyState.Answered && StandingContext.Place(record[current].Forum) != Forum.Media)
        {
            clock.NotPublic = TimeOrder.Earlier(record, clock.NotPublic, current);
        }

        clocks[number] = clock;
        return true;
    }

    private bool LeavesNow(int number)
    {
        Clock clock = clocks[number];
        bool hasEnded = clock.End >= 0 && TimeOrder.IsBefore(record, clock.End, current);
        return hasEnded
            || ((leaver!.Side == leaver || record[clock.Offer].Speaker == leaver) && EndsNow(number));
    }

    private bool MarksUnauthorized(int number)
    {
        Clock clock = clocks[number];
        if (clock.End >= 0 && TimeOrder.IsBefore(record, clock.End, current))
        {
            return true;
        }

        clock.Unauthorized = TimeOrder.Earlier(record, clock.Unauthorized, current);
        clocks[number] = clock;
        return false;
    }

    /// <summary>What is known of one clock on the way; -1 stands for no entry.</summary>
    internal struct Clock(int offer, int addressee)
    {
        public int Offer = offer;
        public int Addressee = addressee;
        public int Relay = -1;
        public int End = -1;
        public int NotPublic = -1;
        public int Unauthorized = -1;
        public ReplyState State = ReplyState.Open;
    }
}
