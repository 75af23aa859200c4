using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>
/// Goes through the entries in order of time and keeps every stance: what is taken, what ends, what a condition
/// brings in; moves, reversals and divided sides are found on the way.
/// </summary>
/// <remarks>
/// Each entry is looked at once and compared with the last stance of its slot and of each speaker of its own side, so
/// the work grows with the entries and with how many members of one side speak on one issue.
/// </remarks>
internal sealed class StanceWalk
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly Accounts accounts;
    private readonly OpenConditions conditions;
    private readonly OpenOffers openOffers;
    private readonly Lapses lapses;
    private readonly Dictionary<int, List<int>> endsBeforeBeginning = [];
    private readonly Dictionary<int, Firmness> changedStandings = [];
    private readonly bool keepsPast;
    private readonly List<PastStance> past = [];
    private int sequence;

    private StanceWalk(StandingContext context, bool keepsPast)
    {
        this.context = context;
        this.keepsPast = keepsPast;
        record = context.Record;
        accounts = context.Accounts;
        Book = new StanceBook(record);
        lapses = new Lapses(context);
        Reading = new ActReading(context, Book);
        conditions = new OpenConditions(context, Book, TakeOnCondition, EndByCondition);
        openOffers = new OpenOffers(record, Book);
        Moves = new MoveFinder(context, Book);
        Turns = new TurnFinder(context, Book, lapses);
        Goalposts = new GoalpostFinder(context, Book, lapses);
        Doors = new PublicPrivateFinder(context, Book, lapses);
    }

    public StanceBook Book { get; }

    public ActReading Reading { get; }

    public MoveFinder Moves { get; }

    public TurnFinder Turns { get; }

    public GoalpostFinder Goalposts { get; }

    public PublicPrivateFinder Doors { get; }

    /// <summary>Offers and demands whose condition is still open, in order of time.</summary>
    public IEnumerable<(int Slot, PositionKind Kind, Stance Stance)> Conditional => conditions.Open(lapses);

    /// <summary>Every stance with a date that was ever taken, by slot and kind, then time; none unless they were to be kept.</summary>
    public IReadOnlyList<PastStance> Past => past;

    /// <summary>Ids of those who are named as having to ratify.</summary>
    public HashSet<int> Ratifiers { get; } = [];

    /// <summary>Goes through all entries that count.</summary>
    /// <param name="context">What counts.</param>
    /// <param name="keepsPast">Whether stances that others took the place of are kept too.</param>
    public static StanceWalk Run(StandingContext context, bool keepsPast = false)
    {
        StanceWalk walk = new(context, keepsPast);
        foreach (int index in context.Entries)
        {
            walk.Visit(index);
        }

        walk.Finish();
        return walk;
    }

    private void Visit(int index)
    {
        Entry entry = record[index];
        bool isDated = entry.When.FirstDay != DateInterval.OpenStart;
        if (isDated)
        {
            lapses.Today = entry.When.FirstDay;
        }

        if (entry.HasDetails)
        {
            VisitDetails(index, entry.Details, isDated);
        }

        switch (entry.Verb)
        {
            case Verb.Says:
            case Verb.Demands:
            case Verb.Offers:
            case Verb.RedLine:
                if (!accounts.IsSecond(index))
                {
                    if (entry.Verb == Verb.Demands && isDated)
                    {
                        Goalposts.BringBack(index);
                    }

                    TakeAct(index, index, entry.Firmness);
                }

                break;
            case Verb.Withdraws or Verb.Drops or Verb.Leaves or Verb.Moves or Verb.MeetsCondition or Verb.Accepts:
                if (isDated && (entry.Flags & EntryTraits.IsAttributed) == 0)
                {
                    VisitEnd(index, entry);
                }

                break;
        }

        if (isDated && entry.Verb is Verb.Omits or Verb.Agrees or Verb.Withdraws or Verb.Rejects)
        {
            VisitForGoalposts(index, entry.Verb);
        }

        if (isDated)
        {
            if (entry.Verb == Verb.Says && entry.TagRole == TagRole.Refers && entry.Firmness != Firmness.Firm)
            {
                ChangeStanding(index, entry);
            }

            conditions.Visit(index, entry);
        }

        Moves.Package.Close(Turns.Reversals);
    }

    private void VisitForGoalposts(int index, Verb verb)
    {
        if (verb == Verb.Omits)
        {
            Goalposts.LeaveOut(index);
        }
        else
        {
            Goalposts.Agree(index);
        }
    }

    private void VisitDetails(int index, EntryDetails details, bool isDated)
    {
        foreach (Actor ratifier in details.SubjectTo)
        {
            Ratifiers.Add(ratifier.Id);
        }

        foreach (int tag in isDated ? details.Replaces : [])
        {
            End(accounts.FirstNaming(context, tag), index, isWithdrawal: false);
        }
    }

    private void VisitEnd(int index, in Entry entry)
    {
        int act = accounts.FirstNaming(context, entry.Tag);
        switch (entry.Verb)
        {
            case Verb.Withdraws:
                End(act, index, isWithdrawal: true);
                break;
            case Verb.Drops when entry.Tag >= 0:
                End(act, index, isWithdrawal: false);
                break;
            case Verb.Drops:
                DropTopics(index, entry);
                break;
            case Verb.Leaves:
                foreach (int speaker in entry.SpeakerIds)
                {
                    Leave(record.Actors[speaker], entry.Track, index);
                }

                break;
            case Verb.Moves when act >= 0 && entry.HasDetails && entry.Details.Deadline is { } deadline:
                lapses.MoveDeadline(act, deadline);
                break;
            case Verb.MeetsCondition when act >= 0:
                conditions.Meet(act, index);
                break;
            case Verb.Accepts when act >= 0 && entry.Terms.IsEmpty
                && record[act].Speaker.Side != entry.Speaker.Side && ValueReading.IsFirm(entry.Firmness):
                lapses.Accept(act);
                break;
        }
    }

    /// <summary>Takes up all that an act puts forward.</summary>
    /// <param name="act">The first account of the act.</param>
    /// <param name="since">The entry since which it holds.</param>
    /// <param name="firmness">The standing of the first account; others keep their own.</param>
    private void TakeAct(int act, int since, Firmness firmness)
    {
        Entry entry = record[act];
        if (entry.Terms.IsEmpty && accounts.OthersOf(act).Count == 0)
        {
            return;
        }

        if (!ValueReading.IsPutForward(record, entry))
        {
            return;
        }

        PositionKind kind = StanceBook.KindOf(entry.Verb);
        foreach (int speaker in entry.SpeakerIds)
        {
            Actor actor = record.Actors[speaker];
            if (!actor.IsOfParty)
            {
                continue;
            }

            Reading.Read(act, actor, firmness);
            if (!ValueReading.IsFirm(firmness) && entry.When.FirstDay != DateInterval.OpenStart)
            {
                Doors.VisitFloated(act, actor, Reading.PlaceOf(act).Place);
            }

            for (int i = 0; i < Reading.Count; i++)
            {
                Reading.Take(i, since, out int slot, out Stance stance);
                if (!conditions.Await(slot, kind, stance))
                {
                    Take(slot, kind, stance);
                }
            }
        }

        if (endsBeforeBeginning.Count > 0 && since == act
            && endsBeforeBeginning.Remove(act, out List<int>? ends))
        {
            foreach (int end in ends)
            {
                EndNow(act, end, record[end].Verb == Verb.Withdraws);
            }
        }
    }

    private void Take(int slotId, PositionKind kind, in Stance stance)
    {
        ref Slot slot = ref Book.Slots[slotId];
        ref int place = ref StanceBook.StanceOf(ref slot, kind);
        bool isBargaining = kind is PositionKind.Demand or PositionKind.Offer;
        if (stance.Has(StanceTraits.IsUndated))
        {
            TakeUndated(ref slot, ref place, isBargaining, stance);
            return;
        }

        ref Voice voice = ref Book.Voices[slot.Voice];
        bool isRetraction = false;
        if (isBargaining)
        {
            if (slot.Bargaining > 0)
            {
                lapses.Check(ref Book.Stances[slot.Bargaining - 1]);
                isRetraction = Moves.Step(slotId, Book.Stances[slot.Bargaining - 1], stance);
            }

            if (voice.Bargaining > 0 && Book.Slots[voice.BargainingSlot].Place != slot.Place)
            {
                lapses.Check(ref Book.Stances[voice.Bargaining - 1]);
                Moves.StepAcross(voice.BargainingSlot, slotId, Book.Stances[voice.Bargaining - 1], stance);
            }
        }

        Turns.Visit(slotId, stance, isRetraction);
        Goalposts.Visit(slotId, kind, stance);
        Doors.Visit(slotId, kind, stance);
        if (keepsPast && place > 0)
        {
            lapses.Check(ref Book.Stances[place - 1]);
            past.Add(new PastStance(slotId, kind, Book.Stances[place - 1], stance.SinceEntry));
        }

        Put(ref place, stance);
        voice.Latest = place;
        voice.LatestSlot = slotId;
        if (isBargaining)
        {
            slot.Bargaining = place;
            voice.Bargaining = place;
            voice.BargainingSlot = slotId;
            Open(ref Book.Sides[voice.Side], slot, stance);
            if (kind == PositionKind.Offer)
            {
                openOffers.List(slotId);
            }
        }
    }

    private void TakeUndated(ref Slot slot, ref int place, bool isBargaining, in Stance stance)
    {
        if (place > 0 && !Book.Stances[place - 1].Has(StanceTraits.IsUndated))
        {
            return;
        }

        Put(ref place, stance);
        if (isBargaining && slot.Bargaining == 0)
        {
            slot.Bargaining = -place;
        }
    }

    private void Put(ref int place, in Stance stance)
    {
        if (place == 0)
        {
            Book.Stances.Add(stance);
            place = Book.Stances.Count;
        }
        else
        {
            Book.Stances[place - 1] = stance;
        }

        Book.Stances[place - 1].Sequence = ++sequence;
    }

    private static void Open(ref SideOnTopic side, in Slot slot, in Stance stance)
    {
        if (side.OpeningEntry < 0 && slot.Place == Forum.Table)
        {
            side.OpeningEntry = stance.Entry;
            side.Opening = stance.Values;
        }
    }

    private void End(int act, int by, bool isWithdrawal)
    {
        if (act < 0)
        {
            return;
        }

        // What ends an act is written below it; where fuzzy dates put it first in time, it waits for the act.
        if (context.CompareTime(act, by) > 0)
        {
            if (!endsBeforeBeginning.TryGetValue(act, out List<int>? ends))
            {
                endsBeforeBeginning.Add(act, ends = []);
            }

            ends.Add(by);
            return;
        }

        EndNow(act, by, isWithdrawal);
    }

    private void EndNow(int act, int by, bool isWithdrawal)
    {
        EndAccount(act, act, by, isWithdrawal);
        foreach (int account in accounts.OthersOf(act))
        {
            EndAccount(act, account, by, isWithdrawal);
        }
    }

    private void EndAccount(int act, int account, int by, bool isWithdrawal)
    {
        Entry entry = record[act];
        Entry end = record[by];
        PositionKind kind = StanceBook.KindOf(entry.Verb);
        (Forum place, int track) = Reading.PlaceOf(act);
        foreach (int speaker in entry.SpeakerIds)
        {
            Actor actor = record.Actors[speaker];
            if (!CanTakeBack(end, actor, entry))
            {
                continue;
            }

            foreach (ref readonly Term term in record[account].Terms)
            {
                int topic = Book.TopicOf(term);
                if (end.Verb is Verb.Withdraws or Verb.Drops && !Names(end.Terms, term))
                {
                    continue;
                }

                int slot = Book.FindSlot(speaker, topic, place, track);
                if (slot >= 0)
                {
                    conditions.Void(act, slot);
                    EndStance(slot, kind, act, by, isWithdrawal);
                }
            }
        }
    }

    /// <summary>Whether the part of an act that an entry names, if it names one, holds a term.</summary>
    private static bool Names(ReadOnlySpan<Term> part, in Term term)
    {
        foreach (ref readonly Term named in part)
        {
            if (named.IssueId == term.IssueId
                && (named.BasisIndex == term.BasisIndex || (named.BasisIndex == 0 && named.Values.Kind == ValueSetKind.Topic)))
            {
                return true;
            }
        }

        return part.IsEmpty;
    }

    private static bool CanTakeBack(in Entry by, Actor actor, in Entry act)
    {
        foreach (int id in by.SpeakerIds)
        {
            if (id == actor.Id)
            {
                return true;
            }
        }

        return by.Speaker.Side == actor.Side
            && by.Speaker.AuthorityOn(by.When.FirstDay) >= actor.AuthorityOn(act.When.FirstDay);
    }

    private void EndStance(int slotId, PositionKind kind, int act, int by, bool isWithdrawal)
    {
        ref Slot slot = ref Book.Slots[slotId];
        int place = StanceBook.StanceOf(ref slot, kind);
        if (place == 0)
        {
            return;
        }

        ref Stance stance = ref Book.Stances[place - 1];
        lapses.Check(ref stance);
        if (!stance.IsHeld || (act >= 0 && accounts.FirstOf(stance.Entry) != act))
        {
            return;
        }

        if (isWithdrawal)
        {
            Turns.Withdraw(slot, stance, by);
        }

        stance.IsHeld = false;
        stance.EndEntry = by;
        stance.EndSequence = ++sequence;
    }

    private void TakeOnCondition(int slot, PositionKind kind, Stance stance) => Take(slot, kind, stance);

    private void EndByCondition(int slot, PositionKind kind, int act, int by) =>
        EndStance(slot, kind, act, by, isWithdrawal: false);

    private void DropTopics(int index, in Entry entry)
    {
        Actor speaker = entry.Speaker;
        foreach (ref readonly Term term in entry.Terms)
        {
            int side = Book.FindSide(speaker.Side.Id, Book.TopicOf(term));
            for (int voice = side < 0 ? -1 : Book.Sides[side].FirstVoice; voice >= 0; voice = Book.Voices[voice].Next)
            {
                if (speaker.Kind == ActorKind.Member && Book.Voices[voice].Speaker != speaker.Id)
                {
                    continue;
                }

                for (int slot = Book.Voices[voice].FirstSlot; slot >= 0; slot = Book.Slots[slot].Next)
                {
                    EndStance(slot, PositionKind.Demand, -1, index, isWithdrawal: false);
                    EndStance(slot, PositionKind.RedLine, -1, index, isWithdrawal: false);
                }
            }
        }
    }

    private void Leave(Actor actor, Track? track, int by)
    {
        foreach (int slot in openOffers.Take(actor, track))
        {
            int place = Book.Slots[slot].Offer;
            if (!lapses.IsAccepted(accounts.FirstOf(Book.Stances[place - 1].Entry)))
            {
                EndStance(slot, PositionKind.Offer, -1, by, isWithdrawal: false);
            }
        }

        conditions.Leave(actor, track);
    }

    /// <summary>Gives an act another standing from a day on.</summary>
    private void ChangeStanding(int index, in Entry entry)
    {
        int act = accounts.FirstNaming(context, entry.Tag);
        if (act < 0 || context.CompareTime(act, index) > 0 || !CanTakeBack(entry, record[act].Speaker, record[act]))
        {
            return;
        }

        bool wasFirm = ValueReading.IsFirm(
            changedStandings.TryGetValue(act, out Firmness changed) ? changed : record[act].Firmness);
        changedStandings[act] = entry.Firmness;
        if (!ValueReading.IsFirm(entry.Firmness))
        {
            EndNow(act, index, isWithdrawal: false);
        }
        else if (!wasFirm)
        {
            TakeAct(act, index, entry.Firmness);
        }
        else
        {
            SetStanding(act, entry.Firmness);
        }
    }

    private void SetStanding(int act, Firmness firmness)
    {
        Entry entry = record[act];
        (Forum place, int track) = Reading.PlaceOf(act);
        foreach (int speaker in entry.SpeakerIds)
        {
            foreach (ref readonly Term term in entry.Terms)
            {
                int slot = Book.FindSlot(speaker, Book.TopicOf(term), place, track);
                int at = slot < 0 ? 0 : StanceBook.StanceOf(ref Book.Slots[slot], StanceBook.KindOf(entry.Verb));
                if (at > 0 && Book.Stances[at - 1].Entry == act)
                {
                    Book.Stances[at - 1].Firmness = firmness;
                }
            }
        }
    }

    private void Finish()
    {
        if (context.LastDay is not { } last)
        {
            return;
        }

        lapses.Today = last;
        for (int i = 0; i < Book.Stances.Count; i++)
        {
            lapses.Check(ref Book.Stances[i]);
        }

        for (int id = 0; keepsPast && id < Book.Slots.Count; id++)
        {
            for (PositionKind kind = PositionKind.Demand; kind <= PositionKind.RedLine; kind++)
            {
                int place = StanceBook.StanceOf(ref Book.Slots[id], kind);
                if (place > 0)
                {
                    past.Add(new PastStance(id, kind, Book.Stances[place - 1], -1));
                }
            }
        }
    }
}
