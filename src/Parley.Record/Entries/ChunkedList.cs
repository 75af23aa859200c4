namespace Parley.Record.Entries;

/// <summary>A list that grows without copying what it holds.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public sealed class ChunkedList<T>
{
    private const int Bits = 14;
    private const int Size = 1 << Bits;
    private T[][] chunks = [];
    private T[] last = [];
    private int usedInLast = Size;
    private int chunkCount;

    /// <summary>How many it holds.</summary>
    public int Count => chunkCount == 0 ? 0 : ((chunkCount - 1) << Bits) + usedInLast;

    /// <summary>One of them.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1; not checked against the count, only against memory.</param>
    public ref T this[int index] => ref chunks[index >> Bits][index & (Size - 1)];

    /// <summary>Adds one.</summary>
    /// <param name="item">What to add.</param>
    public void Add(in T item)
    {
        if (usedInLast == Size)
        {
            Grow();
        }

        last[usedInLast++] = item;
    }

    /// <summary>Some neighbours that lie in one chunk or are copied together.</summary>
    /// <param name="start">The first.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<T> Slice(int start, int count)
    {
        if (count == 0)
        {
            return [];
        }

        int offset = start & (Size - 1);
        T[] chunk = chunks[start >> Bits];
        if (offset + count <= Size)
        {
            return chunk.AsSpan(offset, count);
        }

        T[] copy = new T[count];
        for (int i = 0; i < count; i++)
        {
            copy[i] = this[start + i];
        }

        return copy;
    }

    private void Grow()
    {
        if (chunkCount == chunks.Length)
        {
            Array.Resize(ref chunks, Math.Max(4, chunkCount * 2));
        }

        last = new T[Size];
        chunks[chunkCount++] = last;
        usedInLast = 0;
    }
}
