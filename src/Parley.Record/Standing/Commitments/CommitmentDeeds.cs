using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>
/// Finds acts that do not mention promises and threats by their tags and yet bear on them: terms agreed or offered,
/// pressure eased, a demand accepted for which a threat was made, a condition in terms or of another act.
/// </summary>
internal sealed class CommitmentDeeds
{
    // Conditions in terms are met by an agreement of anybody.
    private const int Anybody = -1;
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly List<CommitmentCase> cases;
    private readonly Dictionary<(int Side, int IssueId, int Basis), AwaitedTerms> performances = [];
    private readonly Dictionary<(int Side, int IssueId, int Basis), AwaitedTerms> conditions = [];
    private readonly Dictionary<(int Tag, int Side), List<CommitmentCase>> eases = [];
    private readonly Dictionary<(int Tag, int Side), List<CommitmentCase>> acceptances = [];
    private readonly Dictionary<int, int> fulfilments = [];
    private readonly List<Term> acted = [];
    private readonly List<int> sides = [];
    private readonly Predicate<AwaitedTerm> performs;
    private readonly Predicate<AwaitedTerm> meets;
    private int current;

    /// <summary>Prepares the search.</summary>
    /// <param name="context">Where the record is read.</param>
    /// <param name="cases">All promises, or all threats; at least one.</param>
    public CommitmentDeeds(StandingContext context, List<CommitmentCase> cases)
    {
        this.context = context;
        this.cases = cases;
        record = context.Record;
        performs = Performs;
        meets = Meets;
    }

    public void Read()
    {
        bool isNeeded = cases.Exists(c => c.Terms.Count > 0 || c.Re.Count > 0
            || c.Conditions.Exists(x => x.Tag >= 0 || x.Terms.Count > 0));
        if (!isNeeded)
        {
            return;
        }

        // To demand what one has promised performs nothing; to demand what one has threatened with does.
        bool areThreats = cases[0].IsThreat;
        Dictionary<int, CommitmentCase> starting = cases.ToDictionary(c => c.Index);
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            switch (entry.Verb)
            {
                case Verb.Promises or Verb.Threatens when starting.TryGetValue(index, out CommitmentCase? item):
                    Start(item);
                    break;
                case Verb.Accepts or Verb.Agrees or Verb.Eases or Verb.Offers or Verb.Demands
                    when (areThreats || entry.Verb != Verb.Demands)
                    && (entry.Flags & EntryTraits.IsAttributed) == 0 && !TimeOrder.IsUndated(entry):
                    current = index;
                    Visit(entry);
                    break;
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
            Await(performances, item.Performer.Id, item.Terms[i], new AwaitedTerm(item, i));
        }

        foreach (int tag in item.Re)
        {
            if (item.IsThreat && item.Addressee is not null)
            {
                Await(acceptances, (tag, item.Addressee.Side.Id), item);
            }
            else if (!item.IsThreat)
            {
                Await(eases, (tag, item.Performer.Id), item);
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
                Await(conditions, Anybody, condition.Terms[0], new AwaitedTerm(item, i));
            }
        }
    }

    private static void Await(
        Dictionary<(int Tag, int Side), List<CommitmentCase>> lists, (int Tag, int Side) key, CommitmentCase item)
    {
        if (!lists.TryGetValue(key, out List<CommitmentCase>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    private void Await(
        Dictionary<(int Side, int IssueId, int Basis), AwaitedTerms> awaited, int side, in Term term, AwaitedTerm waiting)
    {
        (int, int, int) key = (side, term.IssueId, term.BasisIndex);
        if (!awaited.TryGetValue(key, out AwaitedTerms? terms))
        {
            awaited.Add(key, terms = new AwaitedTerms(record));
        }

        terms.Add(ValueReading.ReadExact(record, term), waiting);
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

    private void Visit(Entry entry)
    {
        if (entry.TagRole == TagRole.Refers && entry.Verb is not (Verb.Offers or Verb.Demands))
        {
            VisitTag(entry);
        }

        if (performances.Count == 0 && conditions.Count == 0)
        {
            return;
        }

        sides.Clear();
        acted.Clear();
        if (entry.Verb == Verb.Accepts)
        {
            TakeAcceptance(entry);
        }
        else if (entry.Verb != Verb.Eases && IsUnconditional(entry))
        {
            AddSides(entry);
            acted.AddRange(entry.Terms);
        }

        // An offer of what was asked is not yet done: an agreement or an acceptance meets a condition.
        bool meetsConditions = entry.Verb is Verb.Agrees or Verb.Accepts;
        foreach (Term term in acted)
        {
            foreach (int side in sides)
            {
                if (performances.TryGetValue((side, term.IssueId, term.BasisIndex), out AwaitedTerms? awaited))
                {
                    awaited.Resolve(term, performs);
                }
            }

            if (meetsConditions
                && conditions.TryGetValue((Anybody, term.IssueId, term.BasisIndex), out AwaitedTerms? open))
            {
                open.Resolve(term, meets);
            }
        }
    }

    private void TakeAcceptance(in Entry entry)
    {
        int accepted = context.Accounts.FirstNaming(context, entry.Tag);
        if (accepted < 0)
        {
            return;
        }

        AddSides(entry);
        AddSides(record[accepted]);
        Acts.CollectTerms(context, accepted, acted);
        if (!entry.Terms.IsEmpty)
        {
            HashSet<int> named = [.. entry.Terms.ToArray().Select(t => t.IssueId)];
            acted.RemoveAll(t => !named.Contains(t.IssueId));
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

    private void VisitTag(in Entry entry)
    {
        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            if (entry.Verb == Verb.Eases)
            {
                if (eases.Remove((entry.Tag, side.Id), out List<CommitmentCase>? eased))
                {
                    eased.ForEach(c => c.Perform(current));
                }
            }
            else if (acceptances.ContainsKey((entry.Tag, side.Id))
                && context.Ranks.OfSide(record, side, entry) >= Authority.Negotiates
                && acceptances.Remove((entry.Tag, side.Id), out List<CommitmentCase>? heeded))
            {
                heeded.ForEach(c => c.Heeded = TimeOrder.Earlier(record, c.Heeded, current));
            }
        }
    }

    private bool Performs(AwaitedTerm waiting)
    {
        waiting.Item.Perform(waiting.Place, current);
        return true;
    }

    private bool Meets(AwaitedTerm waiting)
    {
        CommitmentCase item = waiting.Item;
        foreach (Term term in item.Conditions[waiting.Place].Terms)
        {
            ValueSet values = ValueReading.ReadExact(record, term);
            if (!acted.Exists(t => t.IssueId == term.IssueId && t.BasisIndex == term.BasisIndex
                && IsDone(record, t, values)))
            {
                return false;
            }
        }

        item.Met[waiting.Place] = TimeOrder.Earlier(record, item.Met[waiting.Place], current);
        return true;
    }
}
