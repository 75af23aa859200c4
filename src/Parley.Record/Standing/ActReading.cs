using System.Numerics;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>An act as the stances that one speaker takes by it, one for each issue and basis.</summary>
/// <remarks>
/// Terms of one alternative on one issue hold together; over alternatives they are united. Further accounts add the
/// issues that no account before them names.
/// </remarks>
internal sealed class ActReading
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly StanceBook book;
    private Part[] parts = new Part[8];
    private readonly int[] stamps;
    private readonly int[] tellers;
    private readonly int[] partOfTopic;
    private int stamp;
    private int act;
    private Actor speaker = null!;
    private Forum place;
    private int track;

    public ActReading(StandingContext context, StanceBook book)
    {
        this.context = context;
        this.book = book;
        record = context.Record;
        stamps = new int[book.TopicCount];
        tellers = new int[book.TopicCount];
        partOfTopic = new int[book.TopicCount];
    }

    /// <summary>How many stances the act last read takes.</summary>
    public int Count { get; private set; }

    /// <summary>Reads an act for one of its speakers.</summary>
    /// <param name="first">The first account of the act.</param>
    /// <param name="by">The speaker.</param>
    /// <param name="firmness">The standing of the first account.</param>
    public void Read(int first, Actor by, Firmness firmness)
    {
        act = first;
        speaker = by;
        (place, track) = PlaceOf(first);
        Count = 0;
        stamp++;
        Gather(first, firmness);
        foreach (int account in context.Accounts.OthersOf(first))
        {
            Gather(account, record[account].Firmness);
        }
    }

    /// <summary>Reads what one account of an act says where a slot keeps it.</summary>
    /// <returns>Whether it says anything there that may count.</returns>
    public bool TryReadAccount(int first, int account, int slotId, int since, out Stance stance)
    {
        act = first;
        speaker = record.Actors[book.Slots[slotId].Speaker];
        (place, track) = PlaceOf(first);
        Count = 0;
        stamp++;
        Gather(account, record[account].Firmness);
        int topic = book.Slots[slotId].Topic;
        for (int i = 0; i < Count; i++)
        {
            if (parts[i].Topic == topic)
            {
                Take(i, since, out _, out stance);
                return true;
            }
        }

        stance = default;
        return false;
    }

    /// <summary>What one account takes on one issue and basis, as read for a speaker.</summary>
    /// <returns>A topic when it says nothing there that may count.</returns>
    public static ValueSet ValuesOf(NegotiationRecord record, StanceBook book, int account, Actor by, int topic)
    {
        Entry entry = record[account];
        Part part = default;
        bool isFirst = true;
        foreach (ref readonly Term term in entry.Terms)
        {
            if (book.TopicOf(term) == topic && ValueReading.IsValue(term))
            {
                ValueSet values = Read(record, entry, term, by, out _);
                part = isFirst
                    ? new Part(topic, account, entry.Firmness, 0, values, default, term.Alternative, 0)
                    : Combine(part, 0, values, term.Alternative);
                isFirst = false;
            }
        }

        return part.Alternatives > 0 ? Unite(part.United, part.Values) : part.Values;
    }

    /// <summary>Where an act took place, letters at the table: what its accounts say, the first that says it.</summary>
    public (Forum Place, int Track) PlaceOf(int first)
    {
        Forum forum = record[first].Forum;
        int id = record[first].Track?.Id ?? -1;
        foreach (int account in context.Accounts.OthersOf(first))
        {
            forum = forum == Forum.NotSaid ? record[account].Forum : forum;
            id = id < 0 ? record[account].Track?.Id ?? -1 : id;
        }

        return (StandingContext.Place(forum), id);
    }

    /// <summary>One of the stances.</summary>
    /// <param name="index">Which.</param>
    /// <param name="since">The entry since which it holds.</param>
    /// <param name="slot">Where it is kept.</param>
    /// <param name="stance">The stance.</param>
    public void Take(int index, int since, out int slot, out Stance stance)
    {
        ref Part part = ref parts[index];
        Entry entry = record[part.Entry];
        bool isBargaining = entry.Verb is Verb.Demands or Verb.Offers;
        slot = book.SlotOf(speaker.Id, part.Topic, place, track);
        stance = default;
        stance.Values = part.Alternatives > 0 ? Unite(part.United, part.Values) : part.Values;
        StanceTraits traits = part.Traits | (part.Alternatives > 0 ? StanceTraits.HasAlternatives : 0);
        traits |= !isBargaining || IsWrittenExactly(stance.Values, traits) ? StanceTraits.IsExact : 0;
        traits |= record[since].When.FirstDay == DateInterval.OpenStart ? StanceTraits.IsUndated : 0;
        traits |= context.Accounts.IsContested(act, book.IssueOf(part.Topic).Id, book.BasisOf(part.Topic))
            ? StanceTraits.IsContested : 0;
        stance.Traits = traits;
        stance.Entry = part.Entry;
        stance.SinceEntry = since == act ? part.Entry : since;
        stance.EndEntry = -1;
        stance.Deadline = isBargaining ? DeadlineOf(part.Entry) : DateInterval.OpenEnd;
        stance.Firmness = part.Firmness;
        stance.Authority = speaker.AuthorityOn(entry.When.FirstDay);
        stance.IsHeld = true;
    }

    private static bool IsWrittenExactly(ValueSet values, StanceTraits traits) =>
        (traits & StanceTraits.AsOrBetter) == 0 && values.Kind switch
        {
            ValueSetKind.Range => !values.IsPoint && !values.Range.IsUnboundedBelow && !values.Range.IsUnboundedAbove,
            ValueSetKind.Labels => BitOperations.PopCount(values.LabelBits) > 1,
            _ => true,
        };

    private int DeadlineOf(int entry)
    {
        DateInterval? deadline = record[act].HasDetails ? record[act].Details.Deadline : null;
        deadline ??= entry != act && record[entry].HasDetails ? record[entry].Details.Deadline : null;
        return deadline?.LastDay ?? DateInterval.OpenEnd;
    }

    private void Gather(int account, Firmness firmness)
    {
        Entry entry = record[account];
        bool isFirm = ValueReading.IsFirm(firmness);
        foreach (ref readonly Term term in entry.Terms)
        {
            int topic = book.TopicOf(term);
            bool isNew = stamps[topic] != stamp;
            if (isNew)
            {
                stamps[topic] = stamp;
                tellers[topic] = account;
                partOfTopic[topic] = -1;
            }

            if (tellers[topic] != account || !isFirm || !ValueReading.IsValue(term))
            {
                continue;
            }

            ValueSet values = Read(record, entry, term, speaker, out bool asOrBetter);
            StanceTraits traits = (asOrBetter ? StanceTraits.AsOrBetter : 0)
                | (term.IsApproximate ? StanceTraits.IsApproximate : 0);
            if (partOfTopic[topic] < 0)
            {
                if (Count == parts.Length)
                {
                    Array.Resize(ref parts, Count * 2);
                }

                partOfTopic[topic] = Count;
                parts[Count++] = new Part(topic, account, firmness, traits, values, default, term.Alternative, 0);
            }
            else
            {
                parts[partOfTopic[topic]] = Combine(parts[partOfTopic[topic]], traits, values, term.Alternative);
            }
        }
    }

    private static ValueSet Read(
        NegotiationRecord record, in Entry entry, in Term term, Actor speaker, out bool asOrBetter)
    {
        if (entry.Verb == Verb.RedLine)
        {
            asOrBetter = false;
            return ValueReading.RedLineAllows(record, entry, term);
        }

        return ValueReading.Read(record, entry, term, speaker, out asOrBetter);
    }

    private static Part Combine(in Part part, StanceTraits traits, ValueSet values, byte alternative)
    {
        StanceTraits both = part.Traits | traits;
        if (alternative == part.Alternative)
        {
            // Schedules cannot be cut down by another term: the first one stands.
            bool isSchedule = part.Values.Kind == ValueSetKind.Schedule || values.Kind == ValueSetKind.Schedule;
            return part with { Traits = both, Values = isSchedule ? part.Values : part.Values.Intersect(values) };
        }

        ValueSet united = part.Alternatives == 0 ? part.Values : Unite(part.United, part.Values);
        return part with
        {
            Traits = both,
            United = united,
            Values = values,
            Alternative = alternative,
            Alternatives = part.Alternatives + 1,
        };
    }

    private static ValueSet Unite(ValueSet left, ValueSet right) =>
        left.Kind == ValueSetKind.Schedule || right.Kind == ValueSetKind.Schedule ? left : left.Union(right);

    private readonly record struct Part(
        int Topic,
        int Entry,
        Firmness Firmness,
        StanceTraits Traits,
        ValueSet Values,
        ValueSet United,
        byte Alternative,
        int Alternatives);
}
