using System.Numerics;

namespace Parley.Bargaining.Frontiers;

/// <summary>
/// Distinct vectors of whole-number utilities that do not dominate one another, in descending lexicographic order.
/// </summary>
/// <typeparam name="T">The whole numbers: wide enough that no sum overflows.</typeparam>
internal sealed class Vectors<T>
    where T : struct, INumber<T>
{
    private readonly T[][] columns;

    /// <summary>Wraps columns.</summary>
    /// <param name="columns">For each party its numbers, which are not copied.</param>
    /// <param name="count">How many vectors.</param>
    public Vectors(T[][] columns, int count)
    {
        this.columns = columns;
        Count = count;
    }

    /// <summary>How many vectors.</summary>
    public int Count { get; }

    /// <summary>How many parties.</summary>
    public int Parties => columns.Length;

    /// <summary>All numbers of one party.</summary>
    /// <param name="party">Which party.</param>
    public ReadOnlySpan<T> Column(int party) => columns[party].AsSpan(0, Count);

    /// <summary>One number.</summary>
    /// <param name="party">Which party.</param>
    /// <param name="index">Which vector.</param>
    public T At(int party, int index) => columns[party][index];

    /// <summary>The place of a vector, or -1.</summary>
    /// <param name="vector">One number a party.</param>
    public int Find(ReadOnlySpan<T> vector)
    {
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Compare(middle, vector);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order > 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Lexicographic order of a vector held here against another: above 0 when it is greater.</summary>
    /// <param name="index">Which vector.</param>
    /// <param name="vector">The other.</param>
    public int Compare(int index, ReadOnlySpan<T> vector)
    {
        for (int p = 0; p < columns.Length; p++)
        {
            int order = columns[p][index].CompareTo(vector[p]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The undominated ones among many vectors, without repetitions.</summary>
    /// <param name="parties">How many numbers a vector has.</param>
    /// <param name="vectors">The numbers, vector after vector.</param>
    public static Vectors<T> Undominated(int parties, ReadOnlySpan<T> vectors)
    {
        int count = parties == 0 ? Math.Min(1, vectors.Length) : vectors.Length / parties;
        T[] flat = vectors.ToArray();
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(order, (a, b) => flat.AsSpan(b * parties, parties).SequenceCompareTo(flat.AsSpan(a * parties, parties)));
        Sweep<T> sweep = Sweep<T>.For(parties);
        foreach (int i in order)
        {
            sweep.Offer(flat.AsSpan(i * parties, parties));
        }

        return sweep.Take();
    }
}
