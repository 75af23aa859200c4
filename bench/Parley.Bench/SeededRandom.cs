namespace Parley.Bench;

/// <summary>
/// A seeded source of numbers (SplitMix64; Steele, Lea and Flood 2014) that gives the same ones on every
/// processor and under every version of the runtime, so that a generated file can be made again byte for byte.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, and without, the limit. The bias is below one in four milliards.</summary>
    /// <param name="limit">The limit; at least 1.</param>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (int)(((mixed >> 32) * (ulong)limit) >> 32);
    }

    /// <summary>A number between two ends, both included.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in so many cases of a hundred.</summary>
    /// <param name="percent">How many.</param>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of several, each as likely as the others.</summary>
    /// <param name="choices">What to choose from.</param>
    /// <typeparam name="T">What they are.</typeparam>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
