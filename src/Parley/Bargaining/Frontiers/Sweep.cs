using System.Numerics;

namespace Parley.Bargaining.Frontiers;

/// <summary>
/// Keeps what is undominated of vectors that come in descending lexicographic order: what comes later never dominates
/// what came before.
/// </summary>
/// <typeparam name="T">The numbers.</typeparam>
/// <remarks>The method is that of Kung, Luccio and Preparata (1975), "On finding the maxima of a set of vectors".</remarks>
internal abstract class Sweep<T>
    where T : struct, INumber<T>
{
    private readonly T[][] kept;

    private Sweep(int parties)
    {
        kept = new T[parties][];
        for (int p = 0; p < parties; p++)
        {
            kept[p] = new T[64];
        }
    }

    /// <summary>How many are kept.</summary>
    public int Count { get; private set; }

    /// <summary>A sweep for so many parties.</summary>
    /// <param name="parties">Numbers in a vector.</param>
    public static Sweep<T> For(int parties) => parties switch
    {
        <= 1 => new First(parties),
        2 => new Two(),
        3 => new Three(),
        _ => new Many(parties),
    };

    /// <summary>Keeps a vector unless one that is kept equals or dominates it.</summary>
    /// <param name="vector">Not greater, lexicographically, than any offered before.</param>
    public abstract void Offer(ReadOnlySpan<T> vector);

    /// <summary>What is kept; the sweep is then used up.</summary>
    public Vectors<T> Take() => new(kept, Count);

    private protected ReadOnlySpan<T> Kept(int party) => kept[party].AsSpan(0, Count);

    private protected void Keep(ReadOnlySpan<T> vector)
    {
        if (kept.Length > 0 && Count == kept[0].Length)
        {
            for (int p = 0; p < kept.Length; p++)
            {
                Array.Resize(ref kept[p], Count * 2);
            }
        }

        for (int p = 0; p < kept.Length; p++)
        {
            kept[p][Count] = vector[p];
        }

        Count++;
    }

    private sealed class First(int parties) : Sweep<T>(parties)
    {
        public override void Offer(ReadOnlySpan<T> vector)
        {
            if (Count == 0)
            {
                Keep(vector);
            }
        }
    }

    private sealed class Two() : Sweep<T>(2)
    {
        private T best;

        public override void Offer(ReadOnlySpan<T> vector)
        {
            if (Count == 0 || vector[1] > best)
            {
                best = vector[1];
                Keep(vector);
            }
        }
    }

    /// <summary>A staircase of the second and third numbers: second descending, third ascending.</summary>
    private sealed class Three() : Sweep<T>(3)
    {
        private T[] seconds = new T[64];
        private T[] thirds = new T[64];
        private int steps;

        public override void Offer(ReadOnlySpan<T> vector)
        {
            T second = vector[1];
            T third = vector[2];

            // The first step whose second number is below: all before it have one at least as great.
            int low = 0;
            int high = steps;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                (low, high) = seconds[middle] >= second ? (middle + 1, high) : (low, middle);
            }

            if (low > 0 && thirds[low - 1] >= third)
            {
                return;
            }

            Keep(vector);

            // Steps from here on with a third number no greater are under the new one.
            int start = low > 0 && seconds[low - 1] == second ? low - 1 : low;
            int end = low;
            while (end < steps && thirds[end] <= third)
            {
                end++;
            }

            Replace(start, end, second, third);
        }

        private void Replace(int start, int end, T second, T third)
        {
            int shift = 1 - (end - start);
            if (shift != 0)
            {
                if (steps + shift > seconds.Length)
                {
                    Array.Resize(ref seconds, steps * 2);
                    Array.Resize(ref thirds, steps * 2);
                }

                Array.Copy(seconds, end, seconds, end + shift, steps - end);
                Array.Copy(thirds, end, thirds, end + shift, steps - end);
                steps += shift;
            }

            seconds[start] = second;
            thirds[start] = third;
        }
    }

    private sealed class Many(int parties) : Sweep<T>(parties)
    {
        public override void Offer(ReadOnlySpan<T> vector)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                if (Covers(i, vector))
                {
                    return;
                }
            }

            Keep(vector);
        }

        private bool Covers(int index, ReadOnlySpan<T> vector)
        {
            for (int p = 1; p < vector.Length; p++)
            {
                if (kept[p][index] < vector[p])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
