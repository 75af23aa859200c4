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
    private readonly List<Part> parts = [];
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
    public int Count => parts.Count;

    /// <summary>Reads an act for one of its speakers.</summary>
    /// <param name="first">The first account of the act.</param>
    /// <param name="by">The speaker.</param>
    /// <param name="firmness">The standing of the first account.</param>
    public void Read(int first, Actor by, Firmness firmness)
    {
        act = first;
        speaker = by;
        (place, track) = PlaceOf(first);
        parts.Clear();
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
        parts.Clear();
        stamp++;
        Gather(account, record[account].Firmness);
        int topic = book.Slots[slotId].Topic;
        for (int i = 0; i < parts.Count; i++)
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
        Part part = parts[index];
        Entry entry = record[part.Entry];
        slot = book.SlotOf(speaker.Id, part.Topic, place, track);
        StanceTraits traits = part.Traits;
        ValueSet values = part.Values;
        if (part.Alternatives > 0)
        {
            values = Unite(part.United, values);
            traits |= StanceTraits.HasAlternatives;
        }

        bool isBargaining = entry.Verb is Verb.Demands or Verb.Offers;
        if (!isBargaining || IsWrittenExactly(values, traits))
        {
            traits |= StanceTraits.IsExact;
        }

        if (record[since].When.FirstDay == DateInterval.OpenStart)
        {
            traits |= StanceTraits.IsUndated;
        }

        if (isBargaining && HasDeadline(part.Entry))
        {
            traits |= StanceTraits.HasDeadline;
        }

        if (context.Accounts.IsContested(act, book.IssueOf(part.Topic).Id, book.BasisOf(part.Topic)))
        {
            traits |= StanceTraits.IsContested;
        }

        stance = new Stance
        {
            Values = values,
            Entry = part.Entry,
            SinceEntry = since == act ? part.Entry : since,
            EndEntry = -1,
            Traits = traits,
            Firmness = part.Firmness,
            Authority = speaker.AuthorityOn(entry.When.FirstDay),
            IsHeld = true,
        };
    }

    private static bool IsWrittenExactly(ValueSet values, StanceTraits traits) =>
        (traits & StanceTraits.AsOrBetter) == 0 && values.Kind switch
        {
            ValueSetKind.Range => !values.IsPoint && !values.Range.IsUnboundedBelow && !values.Range.IsUnboundedAbove,
            ValueSetKind.Labels => BitOperations.PopCount(values.LabelBits) > 1,
            _ => true,
        };

    private bool HasDeadline(int entry) => (record[act].HasDetails && record[act].Details.Deadline is not null)
        || (entry != act && record[entry].HasDetails && record[entry].Details.Deadline is not null);

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

            ValueSet values = Read(entry, term, out bool asOrBetter);
            StanceTraits traits = (asOrBetter ? StanceTraits.AsOrBetter : 0)
                | (term.IsApproximate ? StanceTraits.IsApproximate : 0);
            if (partOfTopic[topic] < 0)
            {
                partOfTopic[topic] = parts.Count;
                parts.Add(new Part(topic, account, firmness, traits, values, default, term.Alternative, 0));
            }
            else
            {
                parts[partOfTopic[topic]] = Combine(parts[partOfTopic[topic]], traits, values, term.Alternative);
            }
        }
    }

    private ValueSet Read(in Entry entry, in Term term, out bool asOrBetter)
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
