using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Bargaining.Relaxing;

/// <summary>
/// Of demands that cannot all be met: every irreducible clash, and every smallest choice of demands without which the
/// rest can be met. Immutable.
/// </summary>
/// <remarks>
/// <para>Each clash shares a demand with each release, and each is what is smallest in doing so. Demands are given by
/// their place, ascending; lists are ordered by size, then by the first place in which they differ.</para>
/// <para>Bailey and Stuckey (2005), "Discovery of minimal unsatisfiable subsets of constraints using hitting set
/// dualization", PADL 2005. The number of sets can grow exponentially with the number of demands.</para>
/// </remarks>
/// <param name="Clashes">
/// Demands that cannot be met together, although they can once any one of them is left out; empty when all can be met.
/// A clash without any demand says that nothing can be agreed even without demands.
/// </param>
/// <param name="Releases">
/// Demands without which the others can be met together, of which none may be put back; one empty release when all can
/// be met, none when nothing helps.
/// </param>
/// <param name="IsComplete">
/// Whether these are all. When the limit was reached, what is listed is correct, and more may exist.
/// </param>
public sealed record IrreducibleSets(
    IReadOnlyList<ImmutableArray<int>> Clashes, IReadOnlyList<ImmutableArray<int>> Releases, bool IsComplete)
{
    /// <summary>Finds the sets.</summary>
    /// <param name="count">How many demands there are.</param>
    /// <param name="canBeMet">
    /// Whether some demands, given as the bits of a number, can be met together; once that is so, it is so of any fewer.
    /// </param>
    /// <param name="limit">The most sets to work with at a time; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the limit not above 0.</exception>
    public static IrreducibleSets Find(int count, Func<BigInteger, bool> canBeMet, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentNullException.ThrowIfNull(canBeMet);
        BigInteger all = (BigInteger.One << count) - 1;
        List<BigInteger> releases = [];
        HashSet<BigInteger> clashes = [];

        // Whatever shares a demand with every release so far is a clash, or leads to a further release.
        List<BigInteger> candidates = [BigInteger.Zero];
        while (FindMet() is BigInteger met)
        {
            BigInteger release = all & ~Grow(met, count, canBeMet);
            releases.Add(release);
            candidates = Meet(candidates, release);
            if (releases.Count > limit || candidates.Count > limit)
            {
                return Listed(clashes.Where(IsIrreducible), releases, false);
            }
        }

        return Listed(candidates, releases, true);

        BigInteger? FindMet()
        {
            foreach (BigInteger candidate in candidates.Where(c => !clashes.Contains(c)))
            {
                if (canBeMet(candidate))
                {
                    return candidate;
                }

                clashes.Add(candidate);
            }

            return null;
        }

        bool IsIrreducible(BigInteger clash) => Places(clash).All(p => canBeMet(clash & ~(BigInteger.One << p)));
    }

    /// <summary>Adds demands, first to last, as long as all can be met.</summary>
    private static BigInteger Grow(BigInteger demands, int count, Func<BigInteger, bool> canBeMet)
    {
        for (int i = 0; i < count; i++)
        {
            BigInteger more = demands | (BigInteger.One << i);
            if (more != demands && canBeMet(more))
            {
                demands = more;
            }
        }

        return demands;
    }

    /// <summary>The smallest sets that share a demand with a further release as well (Berge's step).</summary>
    private static List<BigInteger> Meet(List<BigInteger> sets, BigInteger release)
    {
        List<BigInteger> meeting = [.. sets.Where(s => !(s & release).IsZero)];
        int kept = meeting.Count;
        foreach (BigInteger set in sets.Where(s => (s & release).IsZero))
        {
            foreach (int place in Places(release))
            {
                BigInteger larger = set | (BigInteger.One << place);
                if (!meeting.Take(kept).Any(m => (m & larger) == m))
                {
                    meeting.Add(larger);
                }
            }
        }

        return meeting;
    }

    private static ImmutableArray<int> Places(BigInteger set)
    {
        ImmutableArray<int>.Builder places = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < set.GetBitLength(); i++)
        {
            if (!((set >> i) & 1).IsZero)
            {
                places.Add(i);
            }
        }

        return places.ToImmutable();
    }

    private static IrreducibleSets Listed(IEnumerable<BigInteger> clashes, IEnumerable<BigInteger> releases, bool isComplete)
    {
        return new(Sorted(clashes), Sorted(releases), isComplete);

        static IReadOnlyList<ImmutableArray<int>> Sorted(IEnumerable<BigInteger> sets) =>
            [.. sets.Select(Places).Order(Comparer<ImmutableArray<int>>.Create((a, b) => a.Length != b.Length
                ? a.Length.CompareTo(b.Length)
                : a.AsSpan().SequenceCompareTo(b.AsSpan())))];
    }
}
