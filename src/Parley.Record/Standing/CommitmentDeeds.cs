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
    private readonly NegotiationRecord record = context.Record;
    private readonly Dictionary<long, List<Group>> byTerm = [];
    private readonly Dictionary<(int Tag, int Side), List<Waiting>> byEase = [];
    private readonly Dictionary<(int Tag, int Side), List<Waiting>> byAcceptance = [];
    private readonly Dictionary<int, List<Waiting>> byFulfilment = [];
    private readonly List<Term> terms = [];
    private readonly List<Actor> sides = [];

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

    private static long Key(int side, in Term term) =>
        ((long)side << 40) | ((long)term.IssueId << 8) | term.BasisIndex;

    private static void Add<T>(Dictionary<T, List<Waiting>> lists, T key, Waiting waiting)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out List<Waiting>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(waiting);
    }

    private void Start(CommitmentCase item)
    {
        // What is undated precedes nothing: only acts that name a tag can bear on it.
        bool isDated = item.When.FirstDay != DateInterval.OpenStart;
        for (int i = 0; isDated && i < item.Terms.Count; i++)
        {
            Wait(item.Performer, item.Terms[i], new Waiting(item, Reason.Performance, i));
        }

        foreach (int tag in item.Re)
        {
            if (item.IsThreat && item.Addressee is not null)
            {
                Add(byAcceptance, (tag, item.Addressee.Side.Id), new(item, Reason.Acceptance, 0));
            }
            else if (!item.IsThreat)
            {
                Add(byEase, (tag, item.Performer.Id), new(item, Reason.Ease, 0));
            }
        }

        for (int i = 0; i < item.Conditions.Count; i++)
        {
            Condition condition = item.Conditions[i];
            Waiting waiting = new(item, Reason.Condition, i) { Left = condition.Terms.Count };
            if (condition.Tag >= 0)
            {
                Add(byFulfilment, condition.Tag, waiting);
            }

            foreach (Term term in item.Addressee is null || !isDated ? [] : condition.Terms)
            {
                Wait(item.Addressee!.Side, term, waiting);
            }
        }
    }

    private void Wait(Actor side, in Term term, Waiting waiting)
    {
        long key = Key(side.Id, term);
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

    private void Meet(in Entry entry)
    {
        if (entry.Tag >= 0 && entry.TagRole == TagRole.Refers)
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
                FindSides(entry);
                MeetTerms(entry, entry.Terms);
                break;
            case Verb.Accepts when context.Accounts.First(entry.Tag) is var accepted and >= 0:
                FindSides(entry);
                FindSides(record[accepted], isMore: true);
                terms.Clear();
                context.Accounts.CollectTerms(record[accepted], terms);
                if (!entry.Terms.IsEmpty)
                {
                    HashSet<int> named = [.. entry.Terms.ToArray().Select(t => t.IssueId)];
                    terms.RemoveAll(t => !named.Contains(t.IssueId));
                }

                MeetTerms(entry, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(terms));
                break;
        }
    }

    /// <summary>What is firm, and depends on nothing.</summary>
    private static bool IsUnconditional(in Entry entry) =>
        ValueReading.IsFirm(entry.Firmness) && (!entry.HasDetails || entry.Details.Conditions.Count == 0);

    private void FindSides(in Entry entry, bool isMore = false)
    {
        if (!isMore)
        {
            sides.Clear();
        }

        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            if (!sides.Contains(side))
            {
                sides.Add(side);
            }
        }
    }

    private void MeetTag(in Entry entry)
    {
        if (entry.Verb is Verb.Accepts or Verb.Agrees or Verb.Keeps or Verb.Eases or Verb.MeetsCondition
            && byFulfilment.Remove(entry.Tag, out List<Waiting>? fulfilled))
        {
            Resolve(fulfilled, entry.Index);
        }

        if (entry.Verb is not (Verb.Accepts or Verb.Agrees or Verb.Eases))
        {
            return;
        }

        Dictionary<(int, int), List<Waiting>> lists = entry.Verb == Verb.Eases ? byEase : byAcceptance;
        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            bool binds = entry.Verb == Verb.Eases
                || context.Ranks.OfSide(record, side, entry) >= Authority.Negotiates;
            if (binds && lists.Remove((entry.Tag, side.Id), out List<Waiting>? waiting))
            {
                Resolve(waiting, entry.Index);
            }
        }
    }

    private void MeetTerms(in Entry entry, ReadOnlySpan<Term> acted)
    {
        foreach (Term term in acted)
        {
            ValueSet values = ValueReading.ReadExact(record, term);
            foreach (Actor side in sides)
            {
                if (!byTerm.TryGetValue(Key(side.Id, term), out List<Group>? groups))
                {
                    continue;
                }

                for (int i = groups.Count - 1; i >= 0; i--)
                {
                    if (TermFold.IsWithin(values, groups[i].Values) && Resolve(groups[i].Waiting, entry.Index))
                    {
                        groups.RemoveAt(i);
                    }
                }
            }
        }
    }

    /// <summary>Lets an act count for what waited for it; returns whether nothing waits any more.</summary>
    private bool Resolve(List<Waiting> waiting, int index)
    {
        Verb verb = record[index].Verb;
        waiting.RemoveAll(w => Resolve(w, verb, index));
        return waiting.Count == 0;
    }

    private static bool Resolve(Waiting waiting, Verb verb, int index)
    {
        CommitmentCase item = waiting.Item;
        switch (waiting.For)
        {
            case Reason.Performance when verb == Verb.Demands && !item.IsThreat:
                return false;
            case Reason.Performance:
                item.Perform(waiting.Place, index);
                return true;
            case Reason.Ease:
                item.Perform(index);
                return true;
            case Reason.Acceptance:
                item.Heeded = item.Heeded < 0 ? index : item.Heeded;
                return true;
            default:
                // An offer of what was asked is not yet done: an agreement or an acceptance meets a condition.
                if (verb is Verb.Offers or Verb.Demands)
                {
                    return false;
                }

                waiting.Left--;
                if (waiting.Left <= 0 && item.Met[waiting.Place] < 0)
                {
                    item.Met[waiting.Place] = index;
                }

                return true;
        }
    }

    private sealed class Group(ValueSet values)
    {
        public ValueSet Values { get; } = values;

        public List<Waiting> Waiting { get; } = [];
    }

    private sealed class Waiting(CommitmentCase item, Reason reason, int place)
    {
        public CommitmentCase Item { get; } = item;

        public Reason For { get; } = reason;

        public int Place { get; } = place;

        public int Left { get; set; }
    }
}
