using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Counts what rests on each root of the chains of sources.</summary>
internal static class OriginFinder
{
    /// <summary>Origins, those with the most entries first; of equally many the one declared first.</summary>
    /// <remarks>An entry without a source has no origin. Reprints and relays of one root are one origin.</remarks>
    public static List<Origin> Find(StandingContext context)
    {
        NegotiationRecord record = context.Record;
        int[] rootOfChain = [.. record.Chains.Select(c => c.Root.Id)];
        bool[] isUsed = new bool[rootOfChain.Length];
        int[] entries = new int[record.Sources.Count];
        int[] only = new int[record.Sources.Count];
        foreach (int index in context.Entries)
        {
            ReadOnlySpan<int> chains = record[index].ChainIds;
            if (chains.IsEmpty)
            {
                continue;
            }

            int first = rootOfChain[chains[0]];
            bool isOnly = true;
            for (int i = 0; i < chains.Length; i++)
            {
                isUsed[chains[i]] = true;
                int root = rootOfChain[chains[i]];
                isOnly &= root == first;
                if (IsFirst(chains[..i], root, rootOfChain))
                {
                    entries[root]++;
                }
            }

            only[first] += isOnly ? 1 : 0;
        }

        SortedSet<int>?[] via = Relays(record, isUsed);
        List<Origin> result = [];
        foreach (Source source in record.Sources)
        {
            if (entries[source.Id] > 0)
            {
                result.Add(new Origin(
                    source,
                    entries[source.Id],
                    only[source.Id],
                    [.. (via[source.Id] ?? []).Select(id => record.Sources[id])]));
            }
        }

        result.Sort((a, b) => a.Entries != b.Entries
            ? b.Entries.CompareTo(a.Entries)
            : a.Source.Id.CompareTo(b.Source.Id));
        return result;
    }

    private static bool IsFirst(ReadOnlySpan<int> chains, int root, int[] rootOfChain)
    {
        foreach (int chain in chains)
        {
            if (rootOfChain[chain] == root)
            {
                return false;
            }
        }

        return true;
    }

    private static SortedSet<int>?[] Relays(NegotiationRecord record, bool[] isUsed)
    {
        SortedSet<int>?[] result = new SortedSet<int>?[record.Sources.Count];
        foreach (SourceChain chain in record.Chains)
        {
            for (int i = 0; isUsed[chain.Id] && i < chain.Links.Count - 1; i++)
            {
                (result[chain.Root.Id] ??= []).Add(chain.Links[i].Id);
            }
        }

        return result;
    }
}

/// <summary>The roots behind findings.</summary>
public static class Origins
{
    /// <summary>The different roots of the sources of some entries.</summary>
    /// <param name="record">The record.</param>
    /// <param name="evidence">The entries of a finding.</param>
    /// <returns>In the order declared; empty when no entry has a source.</returns>
    public static IReadOnlyList<Source> Of(NegotiationRecord record, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(record);
        SortedSet<int> roots = [];
        foreach (int entry in evidence.Entries())
        {
            foreach (int chain in record[entry].ChainIds)
            {
                roots.Add(record.Chains[chain].Root.Id);
            }
        }

        return [.. roots.Select(id => record.Sources[id])];
    }
}
