using System.Numerics;

namespace Parley.Numerics;

/// <summary>Random numbers that are the same for the same seed on every machine.</summary>
/// <remarks>
/// xoshiro256** seeded by splitmix64: Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators",
/// ACM Transactions on Mathematical Software 47(4). Not for secrets; one thread at a time.
/// </remarks>
public sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; different seeds give unrelated sequences.</param>
    public SeededRandom(ulong seed)
    {
        s0 = Split(ref seed);
        s1 = Split(ref seed);
        s2 = Split(ref seed);
        s3 = Split(ref seed);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number from 0 up to but not 1, one of 2^53 evenly spaced.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 up to but not <paramref name="count"/>, each equally likely.</summary>
    /// <param name="count">How many numbers; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not above 0.</exception>
    public int NextBelow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);

        // Lemire (2019): the few products that would favour some numbers are drawn again.
        ulong product = (NextBits() >> 32) * (uint)count;
        uint low = (uint)product;
        if (low < (uint)count)
        {
            uint threshold = (0u - (uint)count) % (uint)count;
            while (low < threshold)
            {
                product = (NextBits() >> 32) * (uint)count;
                low = (uint)product;
            }
        }

        return (int)(product >> 32);
    }

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
