using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Sets what a side says in private, or lets out without a name, beside what it holds in public.</summary>
/// <remarks>
/// A stance is compared, as it is taken, with the latest of its side on the other side of the door, if that is held
/// then: the later lies within the life of the earlier. The same two values of the same two speakers are one gap.
/// </remarks>
internal sealed class PublicPrivateFinder(StandingContext context, StanceBook book, Lapses lapses)
{
    private readonly NegotiationRecord record = context.Record;

    // The slot, kind and entry of the latest stance of each side, by door.
    private readonly Dictionary<(int Side, Doors Door), (int Slot, PositionKind Kind, int Entry)> latest = [];
    private readonly HashSet<(int Private, int Public, int Topic, ValueSet Soft, ValueSet Hard)> known = [];

    public List<PublicPrivateGap> Gaps { get; } = [];

    /// <summary>Compares a stance that is about to be taken with those held.</summary>
    public void Visit(int slotId, PositionKind kind, in Stance stance)
    {
        ref Slot slot = ref book.Slots[slotId];
        Doors door = DoorOf(slot.Place, stance.Entry);
        if (door == Doors.None)
        {
            return;
        }

        int side = book.Voices[slot.Voice].Side;
        Compare(slot.Speaker, slot.Topic, side, stance, door);
        latest[(side, door)] = (slotId, kind, stance.Entry);
    }

    /// <summary>Compares what is put forward in private without being firm; it is not kept.</summary>
    /// <param name="act">The first account of the act.</param>
    /// <param name="speaker">One of its speakers.</param>
    /// <param name="place">Where it was put forward.</param>
    public void VisitFloated(int act, Actor speaker, Forum place)
    {
        if (DoorOf(place, act) != Doors.Private)
        {
            return;
        }

        Entry entry = record[act];
        HashSet<int> seen = [];
        foreach (ref readonly Term term in entry.Terms)
        {
            int topic = book.TopicOf(term);
            int side = book.FindSide(speaker.Side.Id, topic);
            if (side >= 0 && ValueReading.IsValue(term) && seen.Add(topic))
            {
                Stance stance = default;
                stance.Values = ActReading.ValuesOf(record, book, act, speaker, topic);
                stance.Entry = stance.SinceEntry = act;
                stance.Firmness = entry.Firmness;
                stance.Traits = context.Accounts.IsContested(act, term.IssueId, term.BasisIndex) ? StanceTraits.IsContested : 0;
                Compare(speaker.Id, topic, side, stance, Doors.Private);
            }
        }
    }

    private void Compare(int speaker, int topic, int side, in Stance stance, Doors door)
    {
        Doors other = door == Doors.Private ? Doors.Public : Doors.Private;
        if (!latest.TryGetValue((side, other), out (int Slot, PositionKind Kind, int Entry) last))
        {
            return;
        }

        ref Slot slot = ref book.Slots[last.Slot];
        ref Stance held = ref book.Stances[StanceBook.StanceOf(ref slot, last.Kind) - 1];
        lapses.Check(ref held);
        if (held.IsHeld && held.Entry == last.Entry)
        {
            Add(topic, slot.Speaker, held, speaker, stance, isPrivateLater: door == Doors.Private);
        }
    }

    private void Add(int topic, int earlierSpeaker, in Stance earlier, int laterSpeaker, in Stance later, bool isPrivateLater)
    {
        Issue issue = book.IssueOf(topic);
        int basis = book.BasisOf(topic);
        Stance soft = isPrivateLater ? later : earlier;
        Stance hard = isPrivateLater ? earlier : later;
        (int softSpeaker, int hardSpeaker) = isPrivateLater
            ? (laterSpeaker, earlierSpeaker) : (earlierSpeaker, laterSpeaker);
        Want? want = record.WantOf(record.Actors[laterSpeaker], issue, record[later.SinceEntry].When.FirstDay);
        if (Scales.LimitOf(issue, basis, want, soft.Values) is not { } softLimit
            || Scales.LimitOf(issue, basis, want, hard.Values) is not { } hardLimit
            || softLimit.CompareTo(hardLimit) >= 0
            || !known.Add((softSpeaker, hardSpeaker, topic, soft.Values, hard.Values)))
        {
            return;
        }

        Forum forum = record[soft.Entry].Forum;
        Gaps.Add(new PublicPrivateGap(
            record.Actors[laterSpeaker].Side,
            softSpeaker,
            hardSpeaker,
            issue.Id,
            basis,
            soft.Values,
            hard.Values,
            forum == Forum.NotSaid ? record[context.Accounts.FirstOf(soft.Entry)].Forum : forum,
            IsLeaked(soft.Entry),
            !ValueReading.IsFirm(soft.Firmness),
            isPrivateLater,
            context.Accounts.DateOf(earlier.SinceEntry).DaysUntil(context.Accounts.DateOf(later.SinceEntry)),
            softLimit.DistanceTo(hardLimit),
            ((soft.Traits | hard.Traits) & StanceTraits.IsContested) != 0,
            new Evidence(earlier.Entry, later.Entry)));
    }

    /// <summary>Where a stance stands: in private is also what no source on the record tells.</summary>
    private Doors DoorOf(Forum place, int entry) =>
        place == Forum.Private || IsLeaked(entry) ? Doors.Private
        : place == Forum.Media ? Doors.Public
        : Doors.None;

    /// <summary>Whether every origin of an entry spoke, but not on the record.</summary>
    private bool IsLeaked(int entry)
    {
        ReadOnlySpan<int> chains = record[entry].ChainIds;
        foreach (int chain in chains)
        {
            if (record.Chains[chain].Root.Attribution is Attribution.NotSaid or Attribution.OnRecord)
            {
                return false;
            }
        }

        return !chains.IsEmpty;
    }

    private enum Doors : byte
    {
        None,
        Private,
        Public,
    }
}
