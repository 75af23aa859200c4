using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What waits for acts on one issue and basis, by the values that are waited for.</summary>
/// <remarks>
/// An act does what is waited for when all its values lie within. A point is found by itself; of the sets that are
/// open on one side, those with the nearest end are looked at first and the search stops at the first that is not
/// done. Other sets, of labels or between two ends, are looked at one by one: each different set once for an act.
/// </remarks>
internal sealed class AwaitedTerms(NegotiationRecord record)
{
    private readonly Dictionary<ValueSet, Group> groups = [];
    private readonly PriorityQueue<Group, (decimal, bool)> fromBelow = new();
    private readonly PriorityQueue<Group, (decimal, bool)> fromAbove = new();
    private readonly List<Group> others = [];

    /// <summary>Lets something wait.</summary>
    /// <param name="values">For which values.</param>
    /// <param name="waiting">What waits.</param>
    public void Add(ValueSet values, AwaitedTerm waiting)
    {
        if (!groups.TryGetValue(values, out Group? group))
        {
            groups.Add(values, group = new Group(values));
            if (values.Kind == ValueSetKind.Range && !values.IsPoint && !values.IsEmpty
                && values.Range.IsUnboundedBelow != values.Range.IsUnboundedAbove)
            {
                NumberRange range = values.Range;
                if (range.IsUnboundedAbove)
                {
                    fromBelow.Enqueue(group, (range.Low, range.ExcludesLow));
                }
                else
                {
                    fromAbove.Enqueue(group, (-range.High, range.ExcludesHigh));
                }
            }
            else if (!values.IsPoint || values.Kind != ValueSetKind.Range)
            {
                others.Add(group);
            }
        }

        group.Waiting.Add(waiting);
    }

    /// <summary>Takes out what a term does.</summary>
    /// <param name="term">The term agreed or offered.</param>
    /// <param name="resolve">Told what was waited for; returns whether it waits no more.</param>
    public void Resolve(in Term term, Predicate<AwaitedTerm> resolve)
    {
        ValueSet values = Scales.OnScale(
            record.Issues[term.IssueId], term.BasisIndex, ValueReading.ReadExact(record, term));
        if (values.IsPoint && values.Kind == ValueSetKind.Range && groups.TryGetValue(values, out Group? point))
        {
            Resolve(point, resolve);
        }

        Resolve(fromBelow, term, resolve);
        Resolve(fromAbove, term, resolve);
        for (int i = others.Count - 1; i >= 0; i--)
        {
            Group group = others[i];
            if (CommitmentDeeds.IsDone(record, term, group.Values) && Resolve(group, resolve))
            {
                others.RemoveAt(i);
            }
        }
    }

    private void Resolve(PriorityQueue<Group, (decimal, bool)> queue, in Term term, Predicate<AwaitedTerm> resolve)
    {
        List<(Group Group, (decimal, bool) End)>? kept = null;
        while (queue.TryPeek(out Group? group, out (decimal, bool) end)
            && CommitmentDeeds.IsDone(record, term, group.Values))
        {
            queue.Dequeue();
            if (!Resolve(group, resolve))
            {
                (kept ??= []).Add((group, end));
            }
        }

        foreach ((Group group, (decimal, bool) end) in kept ?? [])
        {
            queue.Enqueue(group, end);
        }
    }

    private bool Resolve(Group group, Predicate<AwaitedTerm> resolve)
    {
        group.Waiting.RemoveAll(resolve);
        return group.Waiting.Count == 0 && groups.Remove(group.Values);
    }

    private sealed class Group(ValueSet values)
    {
        public ValueSet Values { get; } = values;

        public List<AwaitedTerm> Waiting { get; } = [];
    }
}

/// <summary>One term of a promise or a threat, or one of its conditions, that waits for an act.</summary>
/// <param name="Item">The promise or threat.</param>
/// <param name="Place">Its place among the terms, or among the conditions.</param>
internal readonly record struct AwaitedTerm(CommitmentCase Item, int Place);
