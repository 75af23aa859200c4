using System.Numerics;

namespace Parley.Bargaining.Frontiers;

/// <summary>The undominated sums of two sets of undominated vectors.</summary>
/// <remarks>
/// A sum that is undominated has undominated parts, since a better part would make a better sum. So the frontier of two
/// groups of issues follows from their two frontiers, and outcomes need not be enumerated.
/// </remarks>
internal static class Merging
{
    /// <summary>Adds two sets.</summary>
    /// <param name="rest">The larger set, as a rule.</param>
    /// <param name="added">The smaller set.</param>
    /// <param name="most">How many vectors at most; when there are more the answer is null.</param>
    public static Vectors<T>? Add<T>(Vectors<T> rest, Vectors<T> added, int most)
        where T : struct, INumber<T>
    {
        if (rest.Count == 0 || added.Count == 0)
        {
            return new Vectors<T>(NewColumns<T>(rest.Parties, 0), 0);
        }

        return rest.Parties == 2 ? AddTwo(rest, added, most) : AddMany(rest, added, most);
    }

    private static T[][] NewColumns<T>(int parties, int length)
    {
        T[][] columns = new T[parties][];
        for (int p = 0; p < parties; p++)
        {
            columns[p] = new T[length];
        }

        return columns;
    }

    /// <summary>Two parties: the sets are chains, and chains are joined one at a time.</summary>
    private static Vectors<T>? AddTwo<T>(Vectors<T> rest, Vectors<T> added, int most)
        where T : struct, INumber<T>
    {
        T[] firsts = [];
        T[] seconds = [];
        T[] nextFirsts = [];
        T[] nextSeconds = [];
        int count = 0;
        for (int k = 0; k < added.Count; k++)
        {
            int room = count + rest.Count;
            if (nextFirsts.Length < room)
            {
                nextFirsts = new T[room * 2];
                nextSeconds = new T[room * 2];
            }

            int joined = Join(
                firsts.AsSpan(0, count), seconds.AsSpan(0, count), rest, added.At(0, k), added.At(1, k), nextFirsts, nextSeconds);
            (firsts, nextFirsts) = (nextFirsts, firsts);
            (seconds, nextSeconds) = (nextSeconds, seconds);
            count = joined;
            if (count > most)
            {
                return null;
            }
        }

        return new Vectors<T>([firsts.AsSpan(0, count).ToArray(), seconds.AsSpan(0, count).ToArray()], count);
    }

    private static int Join<T>(
        ReadOnlySpan<T> firsts, ReadOnlySpan<T> seconds, Vectors<T> rest, T first, T second, Span<T> toFirsts, Span<T> toSeconds)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<T> restFirsts = rest.Column(0);
        ReadOnlySpan<T> restSeconds = rest.Column(1);
        int i = 0;
        int j = 0;
        int count = 0;
        T best = default;
        while (i < firsts.Length || j < restFirsts.Length)
        {
            T a;
            T b;
            if (j == restFirsts.Length)
            {
                (a, b) = (firsts[i], seconds[i++]);
            }
            else
            {
                T otherA = restFirsts[j] + first;
                T otherB = restSeconds[j] + second;
                if (i < firsts.Length && (firsts[i] > otherA || (firsts[i] == otherA && seconds[i] >= otherB)))
                {
                    (a, b) = (firsts[i], seconds[i++]);
                }
                else
                {
                    (a, b) = (otherA, otherB);
                    j++;
                }
            }

            if (count == 0 || b > best)
            {
                best = b;
                toFirsts[count] = a;
                toSeconds[count++] = b;
            }
        }

        return count;
    }

    /// <summary>Any number of parties: the shifted sets are run through together in order, through one sweep.</summary>
    private static Vectors<T>? AddMany<T>(Vectors<T> rest, Vectors<T> added, int most)
        where T : struct, INumber<T>
    {
        int parties = rest.Parties;
        Sweep<T> sweep = Sweep<T>.For(parties);
        int runs = added.Count;
        int[] next = new int[runs];
        T[] heads = new T[runs * parties];
        int[] heap = new int[runs];
        for (int k = 0; k < runs; k++)
        {
            Shift(rest, 0, added, k, heads);
            heap[k] = k;
        }

        // All runs start at the greatest of the rest, and the added ones are in order: the heap is in order already.
        int size = runs;
        while (size > 0)
        {
            int run = heap[0];
            sweep.Offer(heads.AsSpan(run * parties, parties));
            if (sweep.Count > most)
            {
                return null;
            }

            if (++next[run] < rest.Count)
            {
                Shift(rest, next[run], added, run, heads);
            }
            else
            {
                heap[0] = heap[--size];
            }

            SiftDown(heap, size, heads, parties);
        }

        return sweep.Take();
    }

    private static void Shift<T>(Vectors<T> rest, int index, Vectors<T> added, int run, T[] heads)
        where T : struct, INumber<T>
    {
        for (int p = 0; p < rest.Parties; p++)
        {
            heads[(run * rest.Parties) + p] = rest.At(p, index) + added.At(p, run);
        }
    }

    private static void SiftDown<T>(int[] heap, int size, T[] heads, int parties)
        where T : struct, INumber<T>
    {
        int at = 0;
        while (true)
        {
            int child = (at * 2) + 1;
            if (child >= size)
            {
                return;
            }

            if (child + 1 < size && IsGreater(heads, heap[child + 1], heap[child], parties))
            {
                child++;
            }

            if (!IsGreater(heads, heap[child], heap[at], parties))
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }

    private static bool IsGreater<T>(T[] heads, int left, int right, int parties)
        where T : struct, INumber<T>
    {
        for (int p = 0; p < parties; p++)
        {
            T a = heads[(left * parties) + p];
            T b = heads[(right * parties) + p];
            if (a != b)
            {
                return a > b;
            }
        }

        return false;
    }
}
