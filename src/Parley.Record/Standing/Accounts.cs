using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Which entries are accounts of one act; an act counts once, by its first account.</summary>
/// <remarks>The first account is the first in file order among the entries that count.</remarks>
internal sealed class Accounts
{
    private readonly StandingContext context;
    private readonly int[]? first;
    private readonly Dictionary<int, List<int>> several = [];

    public Accounts(StandingContext context)
    {
        this.context = context;
        NegotiationRecord record = context.Record;
        if (record.TagCount == 0)
        {
            return;
        }

        if (context.AsOf.OnDay is not null || context.AsOf.KnownDay is not null)
        {
            first = new int[record.TagCount];
            Array.Fill(first, -1);
        }

        for (int i = 0; i < record.Count; i++)
        {
            Entry entry = record[i];
            if (entry.TagRole == TagRole.Names && (first is null || context.Counts(i)))
            {
                Add(entry.Tag, i);
            }
        }
    }

    /// <summary>The first account of the act that a tag names, or -1 when none counts.</summary>
    public int First(int tag) => first is null ? context.Record.NamedBy(tag) : first[tag];

    /// <summary>Whether an entry tells of an act that an earlier entry of the file has told.</summary>
    public bool IsSecond(in Entry entry) => entry.TagRole == TagRole.Names && First(entry.Tag) != entry.Index;

    /// <summary>All accounts of the act of an entry, in file order.</summary>
    public IReadOnlyList<int> Of(in Entry entry) =>
        entry.TagRole == TagRole.Names && several.TryGetValue(entry.Tag, out List<int>? accounts)
            ? accounts
            : [entry.Index];

    /// <summary>Whether there is more than one account of the act of an entry.</summary>
    public bool HasSeveral(in Entry entry) => entry.TagRole == TagRole.Names && several.ContainsKey(entry.Tag);

    /// <summary>
    /// When the act of an entry took place: the days that all its accounts allow; its first account's where they
    /// allow none together.
    /// </summary>
    public DateInterval WhenOf(in Entry entry)
    {
        if (!HasSeveral(entry))
        {
            return entry.When;
        }

        DateInterval result = context.Record[several[entry.Tag][0]].When;
        int from = result.FirstDay;
        int to = result.LastDay;
        foreach (int account in several[entry.Tag])
        {
            DateInterval when = context.Record[account].When;
            from = Math.Max(from, when.FirstDay);
            to = Math.Min(to, when.LastDay);
        }

        if (from > to || (from == result.FirstDay && to == result.LastDay))
        {
            return result;
        }

        return new DateInterval(
            from,
            to,
            new DateEnd(from == DateInterval.OpenStart ? DatePrecision.Open : DatePrecision.Day),
            new DateEnd(to == DateInterval.OpenEnd ? DatePrecision.Open : DatePrecision.Day),
            isRange: from != to);
    }

    /// <summary>The terms of the act of an entry: accounts that name different issues or bases add up.</summary>
    /// <param name="entry">One of its accounts.</param>
    /// <param name="into">Where the terms are added.</param>
    public void CollectTerms(in Entry entry, List<Term> into)
    {
        if (!HasSeveral(entry))
        {
            into.AddRange(entry.Terms);
            return;
        }

        HashSet<int> named = [];
        foreach (int account in several[entry.Tag])
        {
            int start = into.Count;
            foreach (Term term in context.Record[account].Terms)
            {
                if (!named.Contains(Slot(term)))
                {
                    into.Add(term);
                }
            }

            for (int i = start; i < into.Count; i++)
            {
                named.Add(Slot(into[i]));
            }
        }
    }

    /// <summary>Whether an earlier account of the act of an entry already has a term on an issue and basis.</summary>
    public bool IsToldBefore(in Entry entry, int issueId, int basisIndex)
    {
        if (!HasSeveral(entry))
        {
            return false;
        }

        foreach (int account in several[entry.Tag])
        {
            if (account == entry.Index)
            {
                return false;
            }

            foreach (Term term in context.Record[account].Terms)
            {
                if (term.IssueId == issueId && term.BasisIndex == basisIndex)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether accounts of the act of an entry have disjoint values of one issue on one basis, points not widened,
    /// or somebody denies the act.
    /// </summary>
    public bool IsContested(in Entry entry) =>
        entry.TagRole == TagRole.Names && (IsDenied(entry.Tag) || (HasSeveral(entry) && Differ(several[entry.Tag])));

    private static int Slot(in Term term) => (term.IssueId << 8) | term.BasisIndex;

    private void Add(int tag, int entry)
    {
        if (first is not null && first[tag] < 0)
        {
            first[tag] = entry;
        }

        int earliest = First(tag);
        if (earliest == entry)
        {
            return;
        }

        if (!several.TryGetValue(tag, out List<int>? accounts))
        {
            several.Add(tag, accounts = [earliest]);
        }

        accounts.Add(entry);
    }

    private bool IsDenied(int tag)
    {
        foreach (int mention in context.Record.Mentions(tag))
        {
            Entry entry = context.Record[mention];
            if (entry.Verb == Verb.Denies && (entry.Flags & EntryTraits.IsAttributed) == 0 && context.Counts(mention))
            {
                return true;
            }
        }

        return false;
    }

    private bool Differ(List<int> accounts)
    {
        Dictionary<int, ValueSet> told = [];
        TermFold fold = new(context.Record);
        foreach (int account in accounts)
        {
            foreach (FoldedTerm term in fold.Exact(context.Record[account].Terms))
            {
                int slot = (term.IssueId << 8) | term.BasisIndex;
                if (!told.TryGetValue(slot, out ValueSet values))
                {
                    told.Add(slot, term.Values);
                }
                else if (Scales.AreDisjoint(
                    context.Record.Issues[term.IssueId], term.BasisIndex, values, term.Values))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
