using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Acts of which there is more than one account, and acts that somebody denies.</summary>
/// <remarks>
/// The first account in file order that counts stands for the act. Accounts that name different issues, or one issue
/// on different bases, add up to one package; they are contested only where two have disjoint values of one issue on
/// one basis, after "or better" is undone. A denial contests the whole act, or the issues that it names.
/// </remarks>
internal sealed class Accounts
{
    private static readonly List<int> Nothing = [];
    private readonly NegotiationRecord record;
    private readonly Dictionary<int, List<int>> accountsOfFirst = [];
    private readonly Dictionary<int, List<int>> denialsOfFirst = [];
    private readonly Dictionary<int, int> firstOfOther = [];
    private readonly Dictionary<int, int> firstOfTag = [];
    private readonly HashSet<int> contestedActs = [];
    private readonly HashSet<(int First, int IssueId, byte Basis)> contestedTerms = [];
    private readonly HashSet<int> touchedActs = [];

    public Accounts(StandingContext context)
    {
        record = context.Record;
        Dictionary<int, List<int>> repeated = [];
        List<int> denials = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.TagRole == TagRole.Names && record.NamedBy(entry.Tag) != index)
            {
                Add(repeated, entry.Tag, index);
            }
            else if (entry.Verb == Verb.Denies && entry.Tag >= 0)
            {
                denials.Add(index);
            }
        }

        foreach ((int tag, List<int> entries) in repeated)
        {
            Gather(context, tag, entries);
        }

        foreach (int denial in denials)
        {
            Deny(context, denial);
        }
    }

    /// <summary>Acts that have accounts which exclude each other, with issue and basis; in no order.</summary>
    public List<(int First, Term Term, int[] Accounts)> Differences { get; } = [];

    /// <summary>Acts that are denied, each with its denials in order of time; in no order.</summary>
    public IEnumerable<KeyValuePair<int, List<int>>> Denials => denialsOfFirst;

    /// <summary>Whether an entry is a second account of an act that an earlier entry already tells.</summary>
    public bool IsSecond(int entry) => firstOfOther.Count > 0 && firstOfOther.ContainsKey(entry);

    /// <summary>The account that stands for the act of an entry: the entry itself when there is no other.</summary>
    public int FirstOf(int entry) =>
        firstOfOther.Count > 0 && firstOfOther.TryGetValue(entry, out int first) ? first : entry;

    /// <summary>The account that stands for the act with a tag, or -1 when none that names it counts.</summary>
    public int FirstNaming(StandingContext context, int tag)
    {
        if (tag < 0)
        {
            return -1;
        }

        if (firstOfTag.TryGetValue(tag, out int first))
        {
            return first;
        }

        int named = record.NamedBy(tag);
        return named >= 0 && context.Counts(named) ? named : -1;
    }

    /// <summary>Further accounts of an act, in file order; none for most.</summary>
    public List<int> OthersOf(int first) =>
        accountsOfFirst.Count > 0 && accountsOfFirst.TryGetValue(first, out List<int>? others) ? others : Nothing;

    /// <summary>When an act took place: the days that all its accounts allow.</summary>
    public DateInterval DateOf(int entry)
    {
        DateInterval when = record[entry].When;
        if (accountsOfFirst.Count == 0)
        {
            return when;
        }

        int first = FirstOf(entry);
        when = record[first].When;
        foreach (int other in OthersOf(first))
        {
            when = Intersect(when, record[other].When);
        }

        return when;
    }

    /// <summary>Whether what an entry says of an issue on a basis is contested.</summary>
    public bool IsContested(int entry, int issueId, int basisIndex)
    {
        if (contestedActs.Count == 0 && contestedTerms.Count == 0)
        {
            return false;
        }

        int first = FirstOf(entry);
        return contestedActs.Contains(first) || contestedTerms.Contains((first, issueId, (byte)basisIndex));
    }

    /// <summary>Whether anything of the act that an entry tells is contested.</summary>
    public bool IsContested(int entry) => touchedActs.Count > 0 && touchedActs.Contains(FirstOf(entry));

    private static void Add(Dictionary<int, List<int>> lists, int key, int value)
    {
        if (!lists.TryGetValue(key, out List<int>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }

    private static DateInterval Intersect(DateInterval left, DateInterval right)
    {
        int first = Math.Max(left.FirstDay, right.FirstDay);
        int last = Math.Min(left.LastDay, right.LastDay);
        return last < first || (first == left.FirstDay && last == left.LastDay) ? left
            : first == right.FirstDay && last == right.LastDay ? right
            : new DateInterval(first, last, EndOf(first), EndOf(last), isRange: true);
    }

    private static DateEnd EndOf(int day) => new(
        day is DateInterval.OpenStart or DateInterval.OpenEnd ? DatePrecision.Open : DatePrecision.Day);

    private void Gather(StandingContext context, int tag, List<int> entries)
    {
        int named = record.NamedBy(tag);
        if (named >= 0 && context.Counts(named))
        {
            entries.Add(named);
        }

        entries.Sort();
        int first = entries[0];
        firstOfTag.Add(tag, first);
        foreach (int entry in entries.Skip(1))
        {
            // Another verb or speaker under the same tag is a slip that the journal reports; it is no account.
            if (record[entry].Verb == record[first].Verb && record[entry].Speaker == record[first].Speaker)
            {
                firstOfOther.Add(entry, first);
                Add(accountsOfFirst, first, entry);
            }
        }

        if (accountsOfFirst.TryGetValue(first, out List<int>? others))
        {
            Compare(first, [first, .. others]);
        }
    }

    private void Compare(int first, List<int> accounts)
    {
        Dictionary<(int IssueId, byte Basis), List<(int Entry, Term Term)>> told = [];
        foreach (int account in accounts)
        {
            foreach (Term term in record[account].Terms)
            {
                if (ValueReading.IsValue(term))
                {
                    (int, byte) key = (term.IssueId, term.BasisIndex);
                    if (!told.TryGetValue(key, out List<(int Entry, Term Term)>? list))
                    {
                        told.Add(key, list = []);
                    }

                    list.Add((account, term));
                }
            }
        }

        foreach (((int IssueId, byte Basis) key, List<(int Entry, Term Term)> list) in told)
        {
            if (list[0].Entry != list[^1].Entry && ExcludeEachOther(list))
            {
                contestedTerms.Add((first, key.IssueId, key.Basis));
                touchedActs.Add(first);
                Differences.Add((first, list[0].Term, [.. list.Select(t => t.Entry).Distinct()]));
            }
        }
    }

    /// <summary>Whether the accounts, each with the union of its values, have two that share none.</summary>
    private bool ExcludeEachOther(List<(int Entry, Term Term)> told)
    {
        Issue issue = record.Issues[told[0].Term.IssueId];
        HashSet<ValueSet> different = [];
        int at = 0;
        while (at < told.Count)
        {
            int entry = told[at].Entry;
            ValueSet values = Read(told[at].Entry, told[at].Term);
            for (at++; at < told.Count && told[at].Entry == entry; at++)
            {
                ValueSet more = Read(entry, told[at].Term);
                bool isSchedule = values.Kind == ValueSetKind.Schedule || more.Kind == ValueSetKind.Schedule;
                values = isSchedule ? values
                    : told[at].Term.Alternative == told[at - 1].Term.Alternative ? values.Intersect(more)
                    : values.Union(more);
            }

            foreach (ValueSet other in different)
            {
                if (Scales.AreDisjoint(issue, told[0].Term.BasisIndex, values, other))
                {
                    return true;
                }
            }

            different.Add(values);
        }

        return false;
    }

    private ValueSet Read(int entry, Term term) => record[entry].Verb == Verb.RedLine
        ? ValueReading.RedLineAllows(record, record[entry], term)
        : ValueReading.ReadExact(record, term);

    private void Deny(StandingContext context, int denial)
    {
        int first = FirstNaming(context, record[denial].Tag);
        if (first < 0)
        {
            return;
        }

        Add(denialsOfFirst, first, denial);
        touchedActs.Add(first);
        if (record[denial].Terms.IsEmpty)
        {
            contestedActs.Add(first);
        }

        foreach (Term term in record[denial].Terms)
        {
            contestedTerms.Add((first, term.IssueId, term.BasisIndex));
        }
    }
}
