using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>
/// Finds acts that do not mention promises and threats by their tags and yet bear on them: terms agreed or offered,
/// pressure eased, a demand accepted for which a threat was made, a condition in terms or of another act.
/// </summary>
/// <remarks>
/// What waits for an act on an issue waits in groups of equal values, so that an act looks once at each different set
/// of values that is waited for, however many wait for it.
/// </remarks>
internal sealed class CommitmentDeeds(StandingContext context, List<CommitmentCase> cases)
{
    // Conditions in terms are met by an agreement of anybody.
    private const int Anybody = -1;
    private readonly NegotiationRecord record = context.Record;
    private readonly Dictionary<(int Side, int IssueId, int Basis), List<Group>> byTerm = [];
    private readonly Dictionary<(int Tag, int Side), List<Waiting>> byEase = [];
    private readonly Dictionary<(int Tag, int Side), List<Waiting>> byAcceptance = [];
    private readonly Dictionary<int, int> fulfilments = [];
    private readonly List<Term> acted = [];
    private readonly List<int> sides = [];

    private enum Reason
    {
        Performance,
        Ease,
        Acceptance,
        Condition,
    }

    public void Read()
    {
        bool isNeeded = cases.Exists(c => c.Terms.Count > 0 || c.Re.Count > 0
            || c.Conditions.Exists(x => x.Tag >= 0 || x.Terms.Count > 0));
        if (!isNeeded)
        {
            return;
        }

        Dictionary<int, CommitmentCase> starting = cases.ToDictionary(c => c.Index);
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if ((entry.Flags & EntryTraits.IsAttributed) == 0 && !TimeOrder.IsUndated(entry))
            {
                Meet(entry);
            }

            if (entry.Verb is Verb.Promises or Verb.Threatens && starting.TryGetValue(index, out CommitmentCase? item))
            {
                Start(item);
            }
        }
    }

    /// <summary>Whether a term does what was promised of its issue: every value of it is one that was promised.</summary>
    /// <param name="record">The record.</param>
    /// <param name="term">The term agreed or offered.</param>
    /// <param name="promised">The values promised on the same issue and basis; a topic takes whatever is agreed.</param>
    internal static bool IsDone(NegotiationRecord record, in Term term, ValueSet promised) =>
        promised.Kind == ValueSetKind.Topic
        || (ValueReading.IsValue(term) && Scales.IsWithin(
            record.Issues[term.IssueId], term.BasisIndex, ValueReading.ReadExact(record, term), promised));

    private void Start(CommitmentCase item)
    {
        // What is undated precedes nothing: only acts that name a tag can bear on it.
        bool isDated = item.When.FirstDay != DateInterval.OpenStart;
        for (int i = 0; isDated && i < item.Terms.Count; i++)
        {
            Wait(item.Performer.Id, item.Terms[i], new Waiting(item, Reason.Performance, i));
        }

        foreach (int tag in item.Re)
        {
            if (item.IsThreat && item.Addressee is not null)
            {
                Add(byAcceptance, (tag, item.Addressee.Side.Id), new Waiting(item, Reason.Acceptance, 0));
            }
            else if (!item.IsThreat)
            {
                Add(byEase, (tag, item.Performer.Id), new Waiting(item, Reason.Ease, 0));
            }
        }

        for (int i = 0; i < item.Conditions.Count; i++)
        {
            Condition condition = item.Conditions[i];
            if (condition.Tag >= 0 && FulfilmentOf(condition.Tag) is >= 0 and var fulfilment
                && (!condition.IsUnless || TimeOrder.IsBefore(record, item.Index, fulfilment)))
            {
                item.Met[i] = TimeOrder.Earlier(record, item.Met[i], fulfilment);
            }
            else if (condition.Tag < 0 && condition.Terms.Count > 0 && isDated)
            {
                Wait(Anybody, condition.Terms[0], new Waiting(item, Reason.Condition, i));
            }
        }
    }

    private static void Add(
        Dictionary<(int Tag, int Side), List<Waiting>> lists, (int Tag, int Side) key, Waiting waiting)
    {
        if (!lists.TryGetValue(key, out List<Waiting>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(waiting);
    }

    private void Wait(int side, in Term term, Waiting waiting)
    {
        (int, int, int) key = (side, term.IssueId, term.BasisIndex);
        if (!byTerm.TryGetValue(key, out List<Group>? groups))
        {
            byTerm.Add(key, groups = []);
        }

        ValueSet values = ValueReading.ReadExact(record, term);
        Group? group = groups.Find(g => g.Values == values);
        if (group is null)
        {
            groups.Add(group = new Group(values));
        }

        group.Waiting.Add(waiting);
    }

    /// <summary>The first entry that brings the act with a tag about, or -1.</summary>
    private int FulfilmentOf(int tag)
    {
        if (!fulfilments.TryGetValue(tag, out int result))
        {
            result = -1;
            foreach (int mention in record.Mentions(tag))
            {
                Entry entry = record[mention];
                if (entry.Tag == tag && context.Counts(mention) && OpenConditions.IsFulfilment(entry))
                {
                    result = TimeOrder.Earlier(record, result, mention);
                }
            }

            fulfilments.Add(tag, result);
        }

        return result;
    }

    private void Meet(in Entry entry)
    {
        if (entry.Verb is Verb.Accepts or Verb.Agrees or Verb.Eases && entry.TagRole == TagRole.Refers)
        {
            MeetTag(entry);
        }

        if (byTerm.Count == 0)
        {
            return;
        }

        switch (entry.Verb)
        {
            case Verb.Agrees or Verb.Offers or Verb.Demands when !entry.Terms.IsEmpty && IsUnconditional(entry):
                sides.Clear();
                acted.Clear();
                AddSides(entry);
                acted.AddRange(entry.Terms);
                MeetTerms(entry);
                break;
            case Verb.Accepts when context.Accounts.FirstNaming(context, entry.Tag) is >= 0 and var accepted:
                sides.Clear();
                acted.Clear();
                AddSides(entry);
                AddSides(record[accepted]);
                Acts.CollectTerms(context, accepted, acted);
                if (!entry.Terms.IsEmpty)
                {
                    HashSet<int> named = [.. entry.Terms.ToArray().Select(t => t.IssueId)];
                    acted.RemoveAll(t => !named.Contains(t.IssueId));
                }

                MeetTerms(entry);
                break;
        }
    }

    /// <summary>What is firm, and depends on nothing.</summary>
    private static bool IsUnconditional(in Entry entry) =>
        ValueReading.IsFirm(entry.Firmness) && (!entry.HasDetails || entry.Details.Conditions.Count == 0);

    private void AddSides(in Entry entry)
    {
        foreach (int id in entry.SpeakerIds)
        {
            int side = record.Actors[id].Side.Id;
            if (!sides.Contains(side))
            {
                sides.Add(side);
            }
        }
    }

    private void MeetTag(Entry entry)
    {
        Dictionary<(int, int), List<Waiting>> lists = entry.Verb == Verb.Eases ? byEase : byAcceptance;
        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            bool binds = entry.Verb == Verb.Eases
                || context.Ranks.OfSide(record, side, entry) >= Authority.Negotiates;
            if (binds && lists.Remove((entry.Tag, side.Id), out List<Waiting>? waiting))
            {
                waiting.RemoveAll(w => Resolve(w, entry));
            }
        }
    }

    private void MeetTerms(in Entry entry)
    {
        // An offer of what was asked is not yet done: an agreement or an acceptance meets a condition.
        bool meetsConditions = entry.Verb is Verb.Agrees or Verb.Accepts;
        foreach (Term term in acted)
        {
            foreach (int side in sides)
            {
                MeetTerm(entry, side, term);
            }

            if (meetsConditions)
            {
                MeetTerm(entry, Anybody, term);
            }
        }
    }

    private void MeetTerm(Entry entry, int side, in Term term)
    {
        if (!byTerm.TryGetValue((side, term.IssueId, term.BasisIndex), out List<Group>? groups))
        {
            return;
        }

        for (int i = groups.Count - 1; i >= 0; i--)
        {
            if (IsDone(record, term, groups[i].Values))
            {
                groups[i].Waiting.RemoveAll(w => Resolve(w, entry));
                if (groups[i].Waiting.Count == 0)
                {
                    groups.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Lets an act count for what waited for it; returns whether that waits no more.</summary>
    private bool Resolve(Waiting waiting, in Entry entry)
    {
        CommitmentCase item = waiting.Item;
        switch (waiting.For)
        {
            case Reason.Performance when entry.Verb == Verb.Demands && !item.IsThreat:
                return false;
            case Reason.Performance:
                item.Perform(waiting.Place, entry.Index);
                return true;
            case Reason.Ease:
                item.Perform(entry.Index);
                return true;
            case Reason.Acceptance:
                item.Heeded = TimeOrder.Earlier(record, item.Heeded, entry.Index);
                return true;
            default:
                if (!AllHeld(item.Conditions[waiting.Place].Terms))
                {
                    return false;
                }

                item.Met[waiting.Place] = TimeOrder.Earlier(record, item.Met[waiting.Place], entry.Index);
                return true;
        }
    }

    private bool AllHeld(IReadOnlyList<Term> wanted)
    {
        foreach (Term term in wanted)
        {
            ValueSet values = ValueReading.ReadExact(record, term);
            if (!acted.Exists(t => t.IssueId == term.IssueId && t.BasisIndex == term.BasisIndex
                && IsDone(record, t, values)))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Group(ValueSet values)
    {
        public ValueSet Values { get; } = values;

        public List<Waiting> Waiting { get; } = [];
    }

    private sealed record Waiting(CommitmentCase Item, Reason For, int Place);
}
