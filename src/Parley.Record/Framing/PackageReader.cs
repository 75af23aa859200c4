using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Framing;

/// <summary>Reads an offer, a demand or an agreement as a package, under each account of it.</summary>
internal sealed class PackageReader(StandingContext context, IssueFramer issues)
{
    private readonly NegotiationRecord record = context.Record;

    /// <summary>The package that an entry tells.</summary>
    /// <param name="entry">The account that stands for it.</param>
    /// <param name="party">Whose wishes say what is better than a point.</param>
    public FramedPackage Read(int entry, Actor party)
    {
        int[] accounts = [.. Acts.AccountsOf(context, entry)];
        List<PackageReading> readings = [];
        if (context.Accounts.IsContested(entry) && accounts.Length > 1)
        {
            foreach (int account in accounts)
            {
                Add(readings, Read([account], [.. record[account].Terms], party));
            }
        }
        else
        {
            List<Term> terms = [];
            Acts.CollectTerms(context, entry, terms);
            readings.Add(Read(accounts, terms, party));
        }

        return new FramedPackage(entry, !RedLineWalk.HasGround(context, record[entry]), false, readings);
    }

    private static void Add(List<PackageReading> readings, PackageReading added)
    {
        int same = readings.FindIndex(r => r.Terms.SequenceEqual(added.Terms));
        if (same < 0)
        {
            readings.Add(added);
        }
        else
        {
            PackageReading known = readings[same];
            readings[same] = new PackageReading(
                [.. known.Accounts, .. added.Accounts],
                known.Terms,
                [.. known.Topics.Union(added.Topics).Order()],
                [.. known.Unaddressed.Intersect(added.Unaddressed)],
                known.HasUnknownTerms || added.HasUnknownTerms);
        }
    }

    private PackageReading Read(int[] accounts, List<Term> terms, Actor party)
    {
        List<PackageTerm> placed = [];
        HashSet<int> named = [.. terms.Select(t => t.IssueId)];
        HashSet<int> valued = [];
        Entry entry = record[accounts[0]];
        foreach (Term term in terms.OrderBy(t => t.Alternative))
        {
            int place = ValueReading.IsValue(term) ? issues.Find(term.IssueId, term.BasisIndex) : -1;
            ValueSet exact = place < 0 ? ValueSet.Topic : ValueReading.ReadExact(record, term);
            if (place >= 0 && exact.Kind != ValueSetKind.Schedule)
            {
                ValueSet read = ValueReading.Read(record, entry, term, party, out _);
                placed.Add(new PackageTerm(place, exact, read, term.Alternative));
                valued.Add(term.IssueId);
            }
        }

        return new PackageReading(
            accounts,
            placed,
            [.. named.Where(id => !valued.Contains(id)).Order()],
            [.. issues.OnTheTable.Where(id => !named.Contains(id))],
            accounts.Any(a => (record[a].Flags & EntryTraits.HasUnknownTerms) != 0));
    }
}
