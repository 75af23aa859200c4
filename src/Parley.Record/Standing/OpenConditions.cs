using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Offers, demands and statements that hold only if, or only until, something comes.</summary>
/// <remarks>
/// <para>A stance with <c>if</c> is taken once all its conditions are met: by <c>meets-condition</c> on its tag; a tag
/// once the act with that tag is accepted, kept or agreed, or, where it is no offer, demand, promise, threat, red
/// line, plan or forecast, once it takes place; terms once an agreement holds them. Words alone are met only by
/// <c>meets-condition</c>.</para>
/// <para>A stance with <c>unless</c> holds until its condition comes. In one slot a later stance that depends on the
/// same condition takes the place of an earlier one that still waits.</para>
/// </remarks>
internal sealed class OpenConditions(
    StandingContext context,
    StanceBook book,
    Action<int, PositionKind, Stance> take,
    Action<int, PositionKind, int, int> end)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly List<Watch> watches = [];
    private readonly Dictionary<int, List<Watch>> byAct = [];
    private readonly Dictionary<int, List<Watch>> offersBySide = [];
    private readonly HashSet<int> metBeforeBeginning = [];
    private readonly Dictionary<int, AwaitedTag> byTag = [];
    private readonly Dictionary<int, List<Awaited>> byTopic = [];
    private readonly Dictionary<(int Slot, PositionKind Kind, ulong Condition), Watch> latest = [];

    /// <summary>Keeps a stance until its conditions are met.</summary>
    /// <returns>Whether it waits; when it does not, it is to be taken now.</returns>
    public bool Await(int slot, PositionKind kind, in Stance stance)
    {
        int act = context.Accounts.FirstOf(stance.Entry);
        IReadOnlyList<Condition> conditions = ConditionsOf(stance.Entry, act);
        if (conditions.Count == 0)
        {
            return false;
        }

        Watch watch = new() { Slot = slot, Kind = kind, Stance = stance, Act = act };
        watches.Add(watch);
        Add(byAct, act, watch);
        foreach (Condition condition in conditions)
        {
            watch.Open += condition.IsUnless ? 0 : 1;
        }

        watch.HasIf = watch.Open > 0;
        foreach (Condition condition in conditions)
        {
            Register(watch, condition, stance.SinceEntry);
        }

        if (watch.Open == 0 || metBeforeBeginning.Contains(act))
        {
            watch.IsTaken = true;
            return false;
        }

        if (kind == PositionKind.Offer)
        {
            Add(offersBySide, record.Actors[book.Slots[slot].Speaker].Side.Id, watch);
        }

        ref Watch? last = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            latest, (slot, kind, KeyOf(conditions)), out _);
        if (last is { IsTaken: false })
        {
            last.IsOver = true;
        }

        last = watch;
        return true;
    }

    /// <summary>Somebody does what an act depends on.</summary>
    public void Meet(int act, int by)
    {
        if (context.CompareTime(act, by) > 0)
        {
            metBeforeBeginning.Add(act);
        }

        if (byAct.Count == 0 || !byAct.TryGetValue(act, out List<Watch>? list))
        {
            return;
        }

        foreach (Watch watch in list)
        {
            if (watch.HasIf)
            {
                watch.Open = 0;
                TakeNow(watch, by);
            }
            else
            {
                EndNow(watch, by);
            }
        }
    }

    /// <summary>Looks whether an entry brings what a tag or terms wait for.</summary>
    public void Visit(int index, in Entry entry)
    {
        if (byTag.Count > 0 && entry.Tag >= 0 && IsFulfilment(entry)
            && byTag.TryGetValue(entry.Tag, out AwaitedTag? awaited) && !awaited.HasCome)
        {
            awaited.HasCome = true;
            foreach (Awaited one in awaited.By)
            {
                Come(one, index);
            }

            awaited.By.Clear();
        }

        if (byTopic.Count > 0 && entry.Verb == Verb.Agrees && (entry.Flags & EntryTraits.IsAttributed) == 0
            && ValueReading.IsFirm(entry.Firmness))
        {
            VisitAgreement(index, entry);
        }
    }

    /// <summary>An act is withdrawn, replaced or dropped in one slot: what waits there is over.</summary>
    public void Void(int act, int slot)
    {
        if (byAct.Count == 0 || !byAct.TryGetValue(act, out List<Watch>? list))
        {
            return;
        }

        foreach (Watch watch in list)
        {
            watch.IsOver |= watch.Slot == slot;
        }
    }

    /// <summary>Somebody leaves: its offers that wait lapse.</summary>
    public void Leave(Actor actor, Track? track)
    {
        if (offersBySide.Count == 0 || !offersBySide.TryGetValue(actor.Side.Id, out List<Watch>? offers))
        {
            return;
        }

        foreach (Watch watch in offers)
        {
            ref Slot slot = ref book.Slots[watch.Slot];
            watch.IsOver |= !watch.IsTaken && (actor.Kind != ActorKind.Member || slot.Speaker == actor.Id)
                && (track is null || slot.Track == track.Id);
        }

        offers.RemoveAll(w => w.IsOver || w.IsTaken);
    }

    /// <summary>What still waits, in order of time.</summary>
    public IEnumerable<(int Slot, PositionKind Kind, Stance Stance)> Open(Lapses lapses)
    {
        foreach (Watch watch in watches)
        {
            if (watch is { IsOver: false, IsTaken: false } && !lapses.HasPassed(watch.Stance.Entry, out _))
            {
                yield return (watch.Slot, watch.Kind, watch.Stance);
            }
        }
    }

    private static void Add<T>(Dictionary<int, List<T>> lists, int key, T value)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }

    /// <summary>Whether an entry brings what depends on the tag with its verb.</summary>
    internal static bool IsFulfilment(in Entry entry)
    {
        if ((entry.Flags & EntryTraits.IsAttributed) != 0)
        {
            return false;
        }

        return entry.TagRole == TagRole.Refers
            ? entry.Verb is Verb.Keeps or Verb.Agrees || (entry.Verb == Verb.Accepts && entry.Terms.IsEmpty)
            : entry.Verb is not (Verb.Offers or Verb.Demands or Verb.Promises or Verb.Threatens or Verb.RedLine
                or Verb.Schedules or Verb.Forecasts);
    }

    private IReadOnlyList<Condition> ConditionsOf(int entry, int act)
    {
        if (record[entry].HasDetails && record[entry].Details.Conditions.Count > 0)
        {
            return record[entry].Details.Conditions;
        }

        return act != entry && record[act].HasDetails ? record[act].Details.Conditions : [];
    }

    private void Register(Watch watch, Condition condition, int at)
    {
        Awaited awaited = new() { Watch = watch, Condition = condition };
        if (condition.Tag >= 0)
        {
            if (!byTag.TryGetValue(condition.Tag, out AwaitedTag? tag))
            {
                byTag.Add(condition.Tag, tag = new AwaitedTag { HasCome = HasCome(condition.Tag, at) });
            }

            if (!tag.HasCome)
            {
                tag.By.Add(awaited);
            }
            else if (!condition.IsUnless)
            {
                watch.Open--;
            }
        }
        else if (condition.Terms.Count > 0)
        {
            Add(byTopic, book.TopicOf(condition.Terms[0]), awaited);
        }
    }

    private bool HasCome(int tag, int at)
    {
        foreach (int mention in record.Mentions(tag))
        {
            if (record[mention].Tag == tag && context.Counts(mention) && context.CompareTime(mention, at) < 0
                && IsFulfilment(record[mention]))
            {
                return true;
            }
        }

        return false;
    }

    private void VisitAgreement(int index, in Entry entry)
    {
        foreach (ref readonly Term term in entry.Terms)
        {
            if (!byTopic.TryGetValue(book.TopicOf(term), out List<Awaited>? list))
            {
                continue;
            }

            foreach (Awaited awaited in list)
            {
                if (!awaited.Watch.IsOver && Holds(entry, awaited.Condition))
                {
                    Come(awaited, index);
                }
            }

            list.RemoveAll(a => a.HasCome || a.Watch.IsOver);
        }
    }

    /// <summary>Whether an agreement holds every term of a condition.</summary>
    private bool Holds(in Entry agreement, Condition condition)
    {
        foreach (Term wanted in condition.Terms)
        {
            bool isHeld = false;
            ValueSet values = ValueReading.ReadExact(record, wanted);
            foreach (ref readonly Term term in agreement.Terms)
            {
                isHeld |= term.IssueId == wanted.IssueId && term.BasisIndex == wanted.BasisIndex
                    && ValueReading.IsValue(term)
                    && Scales.IsWithin(record.Issues[term.IssueId], term.BasisIndex, ValueReading.ReadExact(record, term), values);
            }

            if (!isHeld)
            {
                return false;
            }
        }

        return true;
    }

    private void Come(Awaited awaited, int by)
    {
        if (awaited.HasCome)
        {
            return;
        }

        awaited.HasCome = true;
        if (awaited.Condition.IsUnless)
        {
            EndNow(awaited.Watch, by);
        }
        else if (--awaited.Watch.Open == 0)
        {
            TakeNow(awaited.Watch, by);
        }
    }

    private void TakeNow(Watch watch, int by)
    {
        if (watch.IsOver || watch.IsTaken || HasPassed(watch, by))
        {
            return;
        }

        watch.IsTaken = true;
        Stance stance = watch.Stance;
        stance.SinceEntry = by;
        take(watch.Slot, watch.Kind, stance);
    }

    private bool HasPassed(Watch watch, int by)
    {
        return watch.Stance.Deadline < record[by].When.FirstDay;
    }

    private void EndNow(Watch watch, int by)
    {
        if (!watch.IsOver)
        {
            watch.IsOver = true;
            end(watch.Slot, watch.Kind, watch.Act, by);
        }
    }

    private ulong KeyOf(IReadOnlyList<Condition> conditions)
    {
        ulong key = 14695981039346656037;
        foreach (Condition condition in conditions)
        {
            Mix(ref key, condition.IsUnless ? 1UL : 0);
            Mix(ref key, (ulong)(uint)condition.Tag);
            Mix(ref key, condition.Terms.Count == 0 ? ulong.MaxValue : (ulong)(uint)book.TopicOf(condition.Terms[0]));
            foreach (byte letter in condition.Terms.Count == 0 ? record.Words[condition.Words] : [])
            {
                Mix(ref key, letter);
            }
        }

        return key;

        static void Mix(ref ulong key, ulong value) => key = (key ^ value) * 1099511628211;
    }

    private sealed class Watch
    {
        public required int Slot { get; init; }

        public required PositionKind Kind { get; init; }

        public required Stance Stance { get; init; }

        public required int Act { get; init; }

        /// <summary>How many conditions are still to be met.</summary>
        public int Open { get; set; }

        public bool HasIf { get; set; }

        public bool IsTaken { get; set; }

        public bool IsOver { get; set; }
    }

    private sealed class Awaited
    {
        public required Watch Watch { get; init; }

        public required Condition Condition { get; init; }

        public bool HasCome { get; set; }
    }

    private sealed class AwaitedTag
    {
        public bool HasCome { get; set; }

        public List<Awaited> By { get; } = [];
    }
}
