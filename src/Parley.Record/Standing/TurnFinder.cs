using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>
/// Finds what a side takes back, and where members of one side speak against each other.
/// </summary>
/// <remarks>
/// A new stance is compared with the latest one of the same speaker, in whatever forum, and with the latest of every
/// other voice of its side on the issue and basis. Who merely repeats its stance takes nothing back, and a pair that
/// already excluded each other is not reported again.
/// </remarks>
internal sealed class TurnFinder(StandingContext context, StanceBook book, Lapses lapses)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly List<(int Voice, bool IsReversal)> against = [];
    private Rounds? rounds;

    public List<Reversal> Reversals { get; } = [];

    public List<Division> Divisions { get; } = [];

    /// <summary>Compares a stance that is about to be taken with those held.</summary>
    /// <param name="slotId">Where it will be kept.</param>
    /// <param name="stance">The stance.</param>
    /// <param name="isRetraction">Whether it takes back what was conceded by the demand or offer before it there.</param>
    public void Visit(int slotId, in Stance stance, bool isRetraction)
    {
        ref Slot slot = ref book.Slots[slotId];
        ref Voice voice = ref book.Voices[slot.Voice];
        if (isRetraction)
        {
            Reverse(slot, ReversalKind.Retraction, book.Stances[slot.Bargaining - 1], slot, stance);
        }

        Stance? held = null;
        if (voice.Latest > 0)
        {
            ref Stance last = ref book.Stances[voice.Latest - 1];
            lapses.Check(ref last);
            if (last.IsHeld)
            {
                if (last.Values == stance.Values)
                {
                    return;
                }

                bool isReported = isRetraction && voice.Latest == slot.Bargaining;
                if (!isReported && IsTakenBack(slot, last, stance))
                {
                    Reverse(book.Slots[voice.LatestSlot], ReversalKind.Disjoint, last, slot, stance);
                }

                held = last;
            }
        }

        VisitOthers(slot, stance, held);
    }

    /// <summary>A stance is withdrawn.</summary>
    /// <param name="slot">Where it is kept.</param>
    /// <param name="stance">The stance, still held.</param>
    /// <param name="by">The entry that withdraws it.</param>
    public void Withdraw(in Slot slot, in Stance stance, int by)
    {
        Entry entry = record[by];
        DateInterval earlier = context.Accounts.DateOf(stance.SinceEntry);
        DateInterval later = context.Accounts.DateOf(by);
        Reversals.Add(new Reversal(
            record.Actors[slot.Speaker].Side,
            slot.Speaker,
            entry.SpeakerIds.Contains(slot.Speaker) ? slot.Speaker : entry.Speaker.Id,
            book.IssueOf(slot.Topic).Id,
            book.BasisOf(slot.Topic),
            ReversalKind.Withdrawn,
            stance.Values,
            null,
            ForumOf(stance.Entry),
            ForumOf(by),
            earlier.DaysUntil(later),
            RoundBetween(stance.SinceEntry, by),
            stance.Has(StanceTraits.IsContested) || context.Accounts.IsContested(by),
            Rounds.IsOrderUncertain(earlier, later),
            new Evidence(stance.Entry, by)));
    }

    private void VisitOthers(in Slot slot, in Stance stance, in Stance? held)
    {
        against.Clear();
        int side = book.Voices[slot.Voice].Side;
        for (int id = book.Sides[side].FirstVoice; id >= 0; id = book.Voices[id].Next)
        {
            ref Voice other = ref book.Voices[id];
            if (id == slot.Voice || other.Latest == 0)
            {
                continue;
            }

            ref Stance theirs = ref book.Stances[other.Latest - 1];
            lapses.Check(ref theirs);
            if (theirs.IsHeld && Excludes(slot, theirs, stance) && !(held is { } mine && Excludes(slot, theirs, mine)))
            {
                against.Add((id, Overrules(slot.Speaker, stance, other.Speaker, theirs)));
            }
        }

        against.Sort((a, b) => CompareLatest(a.Voice, b.Voice));
        foreach ((int id, bool isReversal) in against)
        {
            ref Voice other = ref book.Voices[id];
            Stance theirs = book.Stances[other.Latest - 1];
            if (!isReversal)
            {
                Divide(book.Slots[other.LatestSlot], theirs, slot, stance);
            }
            else if (IsTakenBack(slot, theirs, stance))
            {
                Reverse(book.Slots[other.LatestSlot], ReversalKind.Disjoint, theirs, slot, stance);
            }
        }
    }

    private int CompareLatest(int left, int right) => book.Stances[book.Voices[left].Latest - 1].Sequence
        .CompareTo(book.Stances[book.Voices[right].Latest - 1].Sequence);

    /// <summary>
    /// Whether one speaker may take back for the side what another said: of higher rank, or of the same where one of
    /// them is the party itself, which is no member beside others.
    /// </summary>
    private bool Overrules(int speaker, in Stance stance, int other, in Stance theirs) =>
        stance.Authority > theirs.Authority
        || (stance.Authority == theirs.Authority
            && (record.Actors[speaker].Kind == ActorKind.Party || record.Actors[other].Kind == ActorKind.Party));

    /// <summary>
    /// Whether a later set takes an earlier one back by sharing nothing with it. Two exact sets always do; else a set
    /// that gives the other side more takes nothing back, and two points without direction are only different.
    /// </summary>
    private bool IsTakenBack(in Slot slot, in Stance from, in Stance to)
    {
        Issue issue = book.IssueOf(slot.Topic);
        int basis = book.BasisOf(slot.Topic);
        if (!Scales.AreDisjoint(issue, basis, from.Values, to.Values))
        {
            return TakesPointBack(slot, from, to);
        }

        bool isOneExact = from.Has(StanceTraits.IsExact) || to.Has(StanceTraits.IsExact);
        bool areBothExact = from.Has(StanceTraits.IsExact) && to.Has(StanceTraits.IsExact);
        return areBothExact || (MoveFinder.IsConcession(record, issue, basis, slot.Speaker, from, to) switch
        {
            true => false,
            false => true,
            null => isOneExact,
        });
    }

    /// <summary>Whether a later set leaves nothing of an earlier one, or not the point that it committed to.</summary>
    private bool Excludes(in Slot slot, in Stance from, in Stance to) =>
        Scales.AreDisjoint(book.IssueOf(slot.Topic), book.BasisOf(slot.Topic), from.Values, to.Values)
        || TakesPointBack(slot, from, to);

    /// <summary>
    /// A point that is read as "this or better" commits to the point itself. An exact set beyond it takes it back,
    /// although it shares the better values.
    /// </summary>
    private bool TakesPointBack(in Slot slot, in Stance from, in Stance to)
    {
        if (!from.Has(StanceTraits.AsOrBetter) || !to.Has(StanceTraits.IsExact))
        {
            return false;
        }

        Issue issue = book.IssueOf(slot.Topic);
        int basis = book.BasisOf(slot.Topic);
        Want? want = record.WantOf(record.Actors[slot.Speaker], issue, record[to.SinceEntry].When.FirstDay);
        return Scales.LimitOf(issue, basis, want, from.Values) is { } before
            && Scales.LimitOf(issue, basis, want, to.Values) is { } after
            && after.CompareTo(before) > 0;
    }

    private void Reverse(in Slot fromSlot, ReversalKind kind, in Stance from, in Slot toSlot, in Stance to)
    {
        DateInterval earlier = context.Accounts.DateOf(from.SinceEntry);
        DateInterval later = context.Accounts.DateOf(to.SinceEntry);
        Reversals.Add(new Reversal(
            record.Actors[toSlot.Speaker].Side,
            fromSlot.Speaker,
            toSlot.Speaker,
            book.IssueOf(toSlot.Topic).Id,
            book.BasisOf(toSlot.Topic),
            kind,
            from.Values,
            to.Values,
            ForumOf(from.Entry),
            ForumOf(to.Entry),
            earlier.DaysUntil(later),
            RoundBetween(from.SinceEntry, to.SinceEntry),
            ((from.Traits | to.Traits) & StanceTraits.IsContested) != 0,
            Rounds.IsOrderUncertain(earlier, later),
            EvidenceOf(from, to)));
    }

    private void Divide(in Slot firstSlot, in Stance first, in Slot secondSlot, in Stance second)
    {
        Divisions.Add(new Division(
            record.Actors[secondSlot.Speaker].Side,
            firstSlot.Speaker,
            secondSlot.Speaker,
            book.IssueOf(secondSlot.Topic).Id,
            book.BasisOf(secondSlot.Topic),
            first.Values,
            second.Values,
            ForumOf(first.Entry),
            ForumOf(second.Entry),
            context.Accounts.DateOf(first.SinceEntry).DaysUntil(context.Accounts.DateOf(second.SinceEntry)),
            ((first.Traits | second.Traits) & StanceTraits.IsContested) != 0,
            EvidenceOf(first, second)));
    }

    private static Evidence EvidenceOf(in Stance from, in Stance to) => to.SinceEntry == to.Entry
        ? new Evidence(from.Entry, to.Entry)
        : new Evidence(from.Entry, to.Entry, [to.SinceEntry]);

    private Forum ForumOf(int entry)
    {
        Forum forum = record[entry].Forum;
        return forum == Forum.NotSaid ? record[context.Accounts.FirstOf(entry)].Forum : forum;
    }

    private Answer RoundBetween(int earlier, int later)
    {
        rounds ??= new Rounds(context);
        return rounds.Between(earlier, later);
    }
}
