using System.Runtime.InteropServices;

namespace Parley.Record.Entries;

/// <summary>The tags of a record: names in UTF-8, numbered from 0 in the order they were first met.</summary>
internal sealed class TagTable(WordStore words)
{
    private int[] buckets = CreateBuckets(64);
    private Slot[] slots = new Slot[32];

    public int Count { get; private set; }

    public string Name(int tag) => words.GetString(slots[tag].Name);

    public int NamingEntry(int tag) => slots[tag].NamingEntry;

    public void SetNamingEntry(int tag, int entry) => slots[tag].NamingEntry = entry;

    public int Find(ReadOnlySpan<byte> name)
    {
        uint hash = Hash(name);
        int mask = buckets.Length - 1;
        for (int i = (int)hash & mask; buckets[i] >= 0; i = (i + 1) & mask)
        {
            ref Slot slot = ref slots[buckets[i]];
            if (slot.Hash == hash && words[slot.Name].SequenceEqual(name))
            {
                return buckets[i];
            }
        }

        return -1;
    }

    /// <summary>Finds a tag, or adds it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where the name stands in the words, when it stands there; else it is copied.</param>
    public int FindOrAdd(ReadOnlySpan<byte> name, WordSpan place = default)
    {
        int found = Find(name);
        if (found >= 0)
        {
            return found;
        }

        if (Count * 2 >= buckets.Length)
        {
            Grow();
        }

        slots[Count] = new Slot
        {
            Hash = Hash(name),
            Name = place.IsEmpty ? words.Add(name) : place,
            NamingEntry = -1,
        };
        Put(Count);
        return Count++;
    }

    public IEnumerable<string> Names() => Enumerable.Range(0, Count).Select(Name);

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        // FNV-1a over eight bytes at a time: tags are short and the table is probed for every entry.
        ulong hash = 14695981039346656037;
        while (name.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(name)) * 1099511628211;
            name = name[8..];
        }

        foreach (byte b in name)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        return (uint)(hash >> 32);
    }

    private static int[] CreateBuckets(int size)
    {
        int[] result = new int[size];
        Array.Fill(result, -1);
        return result;
    }

    private void Put(int tag)
    {
        int mask = buckets.Length - 1;
        int i = (int)slots[tag].Hash & mask;
        while (buckets[i] >= 0)
        {
            i = (i + 1) & mask;
        }

        buckets[i] = tag;
    }

    private void Grow()
    {
        Array.Resize(ref slots, slots.Length * 2);
        buckets = CreateBuckets(buckets.Length * 2);
        for (int tag = 0; tag < Count; tag++)
        {
            Put(tag);
        }
    }

    private struct Slot
    {
        public uint Hash;
        public WordSpan Name;
        public int NamingEntry;
    }
}
