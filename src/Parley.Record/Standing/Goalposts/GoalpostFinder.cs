using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds demands that come once the ones before them were met, or on issues that had been left out or agreed.</summary>
/// <remarks>
/// An offer meets a demand where the two sets share a value, and fails it where they share none; a point of an offer is
/// "this or better for me", so that its own limit decides. Demands whose conditions differ are not compared.
/// </remarks>
internal sealed class GoalpostFinder(StandingContext context, StanceBook book, Lapses lapses)
{
    // More sides or issues than these are not compared, so that no record costs the square of its size.
    private const int MostCompared = 64;

    private readonly NegotiationRecord record = context.Record;
    private readonly HashSet<int> seenOffering = [];
    private readonly HashSet<int> seenDemanding = [];

    // Sides on a topic with an offer, by topic; and with a demand, by party.
    private readonly Dictionary<int, List<int>> offering = [];
    private readonly Dictionary<int, List<int>> demanding = [];
    private readonly Dictionary<(int Party, int Issue), int> leftOut = [];
    private readonly Dictionary<int, List<int>> agreements = [];
    private readonly HashSet<(int Entry, int Issue)> broughtBack = [];

    // The slot of the latest demand and offer of each side on a topic.
    private readonly Dictionary<int, int> demandSlots = [];
    private readonly Dictionary<int, int> offerSlots = [];

    public List<Goalpost> Goalposts { get; } = [];

    /// <summary>What a side does not demand.</summary>
    public void LeaveOut(int index)
    {
        Entry entry = record[index];
        foreach (int speaker in entry.SpeakerIds)
        {
            foreach (ref readonly Term term in record.Actors[speaker].IsOfParty ? entry.Terms : [])
            {
                leftOut[(record.Actors[speaker].Side.Id, term.IssueId)] = index;
            }
        }
    }

    /// <summary>A demand, with a value or without, on what its side had left out.</summary>
    public void BringBack(int index)
    {
        Entry entry = record[index];
        if (leftOut.Count == 0 || !ValueReading.CountsAsPosition(record, entry))
        {
            return;
        }

        foreach (int speaker in entry.SpeakerIds)
        {
            Actor party = record.Actors[speaker].Side;
            foreach (ref readonly Term term in entry.Terms)
            {
                if (leftOut.Remove((party.Id, term.IssueId), out int omission))
                {
                    broughtBack.Add((index, term.IssueId));
                    Goalposts.Add(new Goalpost(
                        GoalpostKind.BroughtBack,
                        party,
                        speaker,
                        null,
                        term.IssueId,
                        term.BasisIndex,
                        ValueReading.Read(record, entry, term, record.Actors[speaker], out _),
                        -1,
                        0,
                        null,
                        context.Accounts.DateOf(omission).DaysUntil(context.Accounts.DateOf(index)),
                        Rounds.IsOrderUncertain(context.Accounts.DateOf(omission), context.Accounts.DateOf(index)),
                        context.Accounts.IsContested(index) || context.Accounts.IsContested(omission),
                        new Evidence(omission, index)));
                }
            }
        }
    }

    /// <summary>An agreement, or its end.</summary>
    public void Agree(int index)
    {
        Entry entry = record[index];
        if (entry.Verb is Verb.Withdraws or Verb.Rejects)
        {
            int act = context.Accounts.FirstNaming(context, entry.Tag);
            foreach (ref readonly Term term in act >= 0 && record[act].Verb == Verb.Agrees ? record[act].Terms : [])
            {
                agreements.GetValueOrDefault(book.TopicOf(term))?.Remove(act);
            }

            return;
        }

        // Where nothing is agreed until everything is, what is agreed may be opened again.
        bool holds = ValueReading.IsFirm(entry.Firmness) && entry.Track is not { IsSingleUndertaking: true };
        foreach (ref readonly Term term in holds ? entry.Terms : [])
        {
            ListOf(agreements, book.TopicOf(term)).Add(index);
        }
    }

    /// <summary>Looks at a firm stance that is about to be taken.</summary>
    public void Visit(int slotId, PositionKind kind, in Stance stance)
    {
        ref Slot slot = ref book.Slots[slotId];
        int side = book.Voices[slot.Voice].Side;
        if (kind == PositionKind.Offer)
        {
            AddOnce(offering, seenOffering, slot.Topic, side);
            offerSlots[side] = slotId;
        }
        else if (kind == PositionKind.Demand)
        {
            Demand(slot, side, stance);
            AddOnce(demanding, seenDemanding, book.Sides[side].Party, side);
            demandSlots[side] = slotId;
        }
    }

    private void Demand(in Slot slot, int side, in Stance stance)
    {
        Actor party = record.Actors[slot.Speaker].Side;
        if (broughtBack.Contains((stance.Entry, book.IssueOf(slot.Topic).Id)))
        {
            return;
        }

        if (Reopens(slot, party, stance))
        {
            return;
        }

        if (LatestDemand(side) is { } earlier)
        {
            if (MeetingOffer(slot.Topic, party, earlier, failing: stance) is { } offer)
            {
                AddMet(GoalpostKind.Retreat, slot, stance, slot.Topic, earlier, offer);
            }
        }
        else if (FirstMet(slot, party, isPrecondition: stance.Firmness == Firmness.Precondition) is { } met
            && MeetingOffer(slot.Topic, party, stance, failing: null) is null)
        {
            GoalpostKind kind = stance.Firmness == Firmness.Precondition
                ? GoalpostKind.NewPrecondition : GoalpostKind.Rescoping;
            AddMet(kind, slot, stance, met.Topic, met.Demand, met.Offer);
        }
    }

    private bool Reopens(in Slot slot, Actor party, in Stance stance)
    {
        List<int>? agreed = agreements.GetValueOrDefault(slot.Topic);
        int last = (agreed?.Count ?? 0) - 1;
        for (int i = last; i >= 0 && i > last - MostCompared; i--)
        {
            Entry agreement = record[agreed![i]];
            if (!Acts.IsBySide(agreement, record, party))
            {
                continue;
            }

            foreach (ref readonly Term term in agreement.Terms)
            {
                if (book.TopicOf(term) != slot.Topic)
                {
                    continue;
                }

                ValueSet values = ValueReading.ReadExact(record, term);
                bool isOther = values.Kind == ValueSetKind.Topic || Disjoint(slot.Topic, values, stance.Values);
                if (isOther && HaveSameConditions(agreement.Index, stance.Entry))
                {
                    Add(GoalpostKind.ReopenedText, slot, stance, OtherOf(agreement, party), slot.Topic, values,
                        agreement.Index, [agreement.Index]);
                    agreed.RemoveAt(i);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The latest demand of a side on a topic; null when it made none, or it is not held.</summary>
    private Stance? LatestDemand(int side) =>
        demandSlots.TryGetValue(side, out int slot) ? Held(book.Slots[slot].Demand) : null;

    /// <summary>
    /// Of the latest offers of the other sides the last one that is held, meets a demand and, if one is given, fails
    /// another.
    /// </summary>
    private (Stance Stance, int Speaker)? MeetingOffer(int topic, Actor party, in Stance demand, Stance? failing)
    {
        (Stance Stance, int Speaker)? latest = null;
        foreach (int side in (IEnumerable<int>?)offering.GetValueOrDefault(topic) ?? [])
        {
            int slot = offerSlots[side];
            if (book.Sides[side].Party != party.Id && Held(book.Slots[slot].Offer) is { } offer
                && !(offer.Sequence < latest?.Stance.Sequence)
                && !Disjoint(topic, offer.Values, demand.Values)
                && (failing is not { } later || Disjoint(topic, offer.Values, later.Values)))
            {
                latest = (offer, book.Slots[slot].Speaker);
            }
        }

        return latest;
    }

    /// <summary>
    /// The latest demand of a party, on other topics, that an offer meets; null when there is none, or when for
    /// another issue, which is no precondition, a demand that stands is not met.
    /// </summary>
    private (int Topic, Stance Demand, (Stance Stance, int Speaker) Offer)? FirstMet(
        in Slot slot, Actor party, bool isPrecondition)
    {
        (int Topic, Stance Demand, (Stance Stance, int Speaker) Offer)? latest = null;
        foreach (int side in (IEnumerable<int>?)demanding.GetValueOrDefault(party.Id) ?? [])
        {
            int topic = book.Sides[side].Topic;
            if (topic == slot.Topic || LatestDemand(side) is not { } demand)
            {
                continue;
            }

            // Demands put forward together with this one are no earlier demands that were met.
            (Stance Stance, int Speaker)? offer = MeetingOffer(topic, party, demand, failing: null);
            if (offer is not { } meeting)
            {
                if (!isPrecondition)
                {
                    return null;
                }
            }
            else if (!(demand.Sequence < latest?.Demand.Sequence))
            {
                latest = (topic, demand, meeting);
            }
        }

        return latest;
    }

    private Stance? Held(int place)
    {
        if (place == 0)
        {
            return null;
        }

        ref Stance stance = ref book.Stances[place - 1];
        lapses.Check(ref stance);
        return stance.IsHeld && !stance.Has(StanceTraits.IsUndated) ? stance : null;
    }

    private bool Disjoint(int topic, ValueSet left, ValueSet right) =>
        Scales.AreDisjoint(book.IssueOf(topic), book.BasisOf(topic), left, right);

    private void AddMet(
        GoalpostKind kind, in Slot slot, in Stance stance, int topic, in Stance met, (Stance Stance, int Speaker) offer)
    {
        if (met.Entry == stance.Entry || !HaveSameConditions(met.Entry, stance.Entry))
        {
            return;
        }

        List<int> entries = [met.Entry, offer.Stance.Entry];
        entries.Sort(context.CompareTime);
        int since = context.CompareTime(met.SinceEntry, offer.Stance.SinceEntry) > 0 ? met.SinceEntry : offer.Stance.SinceEntry;
        Add(kind, slot, stance, record.Actors[offer.Speaker].Side, topic, met.Values, since, entries);
    }

    private void Add(
        GoalpostKind kind,
        in Slot slot,
        in Stance stance,
        Actor? other,
        int metTopic,
        ValueSet met,
        int since,
        List<int> entries)
    {
        bool isContested = stance.Has(StanceTraits.IsContested);
        foreach (int entry in entries)
        {
            isContested |= context.Accounts.IsContested(entry);
        }

        entries.Add(stance.Entry);
        Goalposts.Add(new Goalpost(
            kind,
            record.Actors[slot.Speaker].Side,
            slot.Speaker,
            other,
            book.IssueOf(slot.Topic).Id,
            book.BasisOf(slot.Topic),
            stance.Values,
            book.IssueOf(metTopic).Id,
            book.BasisOf(metTopic),
            met,
            context.Accounts.DateOf(since).DaysUntil(context.Accounts.DateOf(stance.SinceEntry)),
            Rounds.IsOrderUncertain(context.Accounts.DateOf(since), context.Accounts.DateOf(stance.SinceEntry)),
            isContested,
            Evidence.Of(entries)));
    }

    private Actor? OtherOf(in Entry agreement, Actor party)
    {
        foreach (int speaker in agreement.SpeakerIds)
        {
            if (record.Actors[speaker].Side != party)
            {
                return record.Actors[speaker].Side;
            }
        }

        return null;
    }

    private bool HaveSameConditions(int left, int right)
    {
        IReadOnlyList<Condition> first = record[left].HasDetails ? record[left].Details.Conditions : [];
        IReadOnlyList<Condition> second = record[right].HasDetails ? record[right].Details.Conditions : [];
        return first.Count == second.Count && first.Zip(second).All(pair => AreSame(pair.First, pair.Second));
    }

    private bool AreSame(Condition left, Condition right) =>
        left.IsUnless == right.IsUnless && left.Tag == right.Tag
        && record.Words.GetString(left.Words) == record.Words.GetString(right.Words)
        && left.Terms.Select(t => (t.IssueId, t.BasisIndex, t.Values))
            .SequenceEqual(right.Terms.Select(t => (t.IssueId, t.BasisIndex, t.Values)));

    private static void AddOnce(Dictionary<int, List<int>> lists, HashSet<int> seen, int key, int side)
    {
        if (seen.Add(side) && ListOf(lists, key) is { Count: < MostCompared } list)
        {
            list.Add(side);
        }
    }

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int key)
    {
        if (!lists.TryGetValue(key, out List<int>? list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
