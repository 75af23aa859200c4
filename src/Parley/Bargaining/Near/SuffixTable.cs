using System.Numerics;

namespace Parley.Bargaining.Near;

/// <summary>The best estimate that the last groups can add, for each stretch of the own utility that they add.</summary>
internal sealed class SuffixTable
{
    private const int Block = 128;
    private const long None = long.MinValue;

    private readonly long[] best;
    private readonly long[] bestOfBlock;
    private readonly BigInteger width;
    private readonly BigInteger unit;

    private SuffixTable(long[] best, BigInteger range, BigInteger width, BigInteger unit)
    {
        this.best = best;
        this.width = width;
        this.unit = unit;
        Range = range;
        bestOfBlock = [.. best.Chunk(Block).Select(b => b.Max())];
    }

    /// <summary>The most own utility that the groups can add.</summary>
    public BigInteger Range { get; }

    /// <summary>The tables after no group, after the first, and so on up to after the last.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="most">The most stretches.</param>
    public static SuffixTable[] Of(NearGroup[] groups, int most)
    {
        BigInteger range = groups.Aggregate(BigInteger.Zero, (sum, g) => sum + g.Own.Max());
        BigInteger estimates = groups.Aggregate(BigInteger.Zero, (sum, g) => sum + g.Estimate.Max());
        long choices = groups.Sum(g => (long)g.Count);
        long stretches = Math.Clamp(100_000_000 / Math.Max(1, choices), 64, most);
        BigInteger width = BigInteger.Max(1, CeilingOf(range + 1, stretches));
        BigInteger unit = BigInteger.Max(1, CeilingOf(estimates, BigInteger.One << 52));
        SuffixTable[] tables = new SuffixTable[groups.Length + 1];
        tables[^1] = new SuffixTable([0], 0, width, unit);
        for (int g = groups.Length - 1; g >= 0; g--)
        {
            tables[g] = tables[g + 1].Before(groups[g]);
        }

        return tables;
    }

    /// <summary>Sets what a node may become within some bounds; false when it becomes nothing.</summary>
    public bool Bound(NearNode node, BigInteger low, BigInteger high)
    {
        BigInteger from = BigInteger.Max(0, low - node.Own);
        BigInteger to = BigInteger.Min(Range, high - node.Own);
        if (from > to)
        {
            return false;
        }

        int stretch = FindBest((int)(from / width), (int)(to / width));
        if (best[stretch] == None)
        {
            return false;
        }

        node.BestEstimate = node.Estimate + (best[stretch] * unit);
        node.BestOwn = node.Own + BigInteger.Min(to, ((stretch + 1) * width) - 1);
        return true;
    }

    private static BigInteger CeilingOf(BigInteger number, BigInteger by) => (number + by - 1) / by;

    /// <summary>The highest stretch of those with the best estimate.</summary>
    private int FindBest(int from, int to)
    {
        int found = to;
        int block = -1;
        long value = best[to];
        for (int i = to; i >= from;)
        {
            if (i % Block == Block - 1 && i - Block + 1 >= from)
            {
                if (bestOfBlock[i / Block] > value)
                {
                    value = bestOfBlock[i / Block];
                    block = i / Block;
                }

                i -= Block;
                continue;
            }

            if (best[i] > value)
            {
                value = best[i];
                found = i;
                block = -1;
            }

            i--;
        }

        return block < 0 ? found : Array.LastIndexOf(best, value, Math.Min(best.Length - 1, (block * Block) + Block - 1));
    }

    private SuffixTable Before(NearGroup group)
    {
        BigInteger range = Range + group.Own.Max();
        long[] wider = new long[(int)(range / width) + 1];
        Array.Fill(wider, None);
        for (int option = 0; option < group.Count; option++)
        {
            int shift = (int)BigInteger.DivRem(group.Own[option], width, out BigInteger rest);
            long estimate = (long)CeilingOf(group.Estimate[option], unit);
            for (int i = 0; i < best.Length; i++)
            {
                if (best[i] == None)
                {
                    continue;
                }

                long value = best[i] + estimate;
                int at = i + shift;
                wider[at] = Math.Max(wider[at], value);

                // A part of a stretch moves into the next one when the shift is no whole number of stretches.
                if (!rest.IsZero && at + 1 < wider.Length)
                {
                    wider[at + 1] = Math.Max(wider[at + 1], value);
                }
            }
        }

        return new SuffixTable(wider, range, width, unit);
    }
}
