using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What all accounts of an act say together.</summary>
internal static class Acts
{
    /// <summary>All accounts of the act of an entry, the one that stands for it first.</summary>
    public static IEnumerable<int> AccountsOf(StandingContext context, int entry)
    {
        int first = context.Accounts.FirstOf(entry);
        return context.Accounts.OthersOf(first).Prepend(first);
    }

    /// <summary>The terms of an act: accounts that name different issues or bases add up.</summary>
    /// <param name="context">Where the record is read.</param>
    /// <param name="first">The account that stands for the act.</param>
    /// <param name="into">Where the terms are added.</param>
    public static void CollectTerms(StandingContext context, int first, List<Term> into)
    {
        List<int> others = context.Accounts.OthersOf(first);
        into.AddRange(context.Record[first].Terms);
        if (others.Count == 0)
        {
            return;
        }

        HashSet<int> named = [.. into.Select(t => SlotOf(t))];
        foreach (int account in others)
        {
            int start = into.Count;
            foreach (Term term in context.Record[account].Terms)
            {
                if (!named.Contains(SlotOf(term)))
                {
                    into.Add(term);
                }
            }

            for (int i = start; i < into.Count; i++)
            {
                named.Add(SlotOf(into[i]));
            }
        }
    }

    /// <summary>Whether an account before this one already has a term of the act on an issue and basis.</summary>
    public static bool IsToldBefore(StandingContext context, int entry, int issueId, int basisIndex)
    {
        if (!context.Accounts.IsSecond(entry))
        {
            return false;
        }

        foreach (int account in AccountsOf(context, entry))
        {
            if (account == entry)
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

    /// <summary>Whether somebody, or a member of it, is among those who act.</summary>
    public static bool IsBySide(in Entry entry, NegotiationRecord record, Actor side)
    {
        foreach (int id in entry.SpeakerIds)
        {
            if (record.Actors[id].Side == side)
            {
                return true;
            }
        }

        return false;
    }

    private static int SlotOf(in Term term) => (term.IssueId << 8) | term.BasisIndex;
}
