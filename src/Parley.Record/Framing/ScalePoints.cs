using Parley.Numerics;
using Parley.Record.Standing;
using EngineIssue = Parley.Outcomes.Issue;
using RecordIssue = Parley.Record.Entries.Issue;

namespace Parley.Record.Framing;

/// <summary>Puts the numbers of an issue on points.</summary>
/// <remarks>
/// The points reach from the least to the greatest number that is named. Where the scale has steps and no more than
/// <see cref="Most"/> of them lie there, each is a point. Else every named number is one, and where these are fewer
/// than <see cref="Fewest"/>, so are <see cref="Fewest"/> numbers at equal distances, on steps where there are any. Of
/// more than <see cref="Most"/> named numbers those that hold today are kept, and of the others as many as have room,
/// evenly by rank.
/// </remarks>
public static class ScalePoints
{
    /// <summary>Points of an equal spacing that are put between few named numbers.</summary>
    public const int Fewest = 9;

    /// <summary>The most points, unless more numbers hold today.</summary>
    public const int Most = 25;

    /// <summary>The issue on points.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="issue">The issue of the record.</param>
    /// <param name="basisIndex">The basis.</param>
    /// <param name="held">Numbers that hold today: of positions, lines and the status quo; in any order.</param>
    /// <param name="others">Other numbers named; in any order.</param>
    /// <returns>The issue and whether numbers that are possible between its ends are left out.</returns>
    /// <exception cref="ArgumentException">No number is named.</exception>
    internal static (EngineIssue Scale, bool IsSampled) Of(
        string name, RecordIssue issue, int basisIndex, IEnumerable<decimal> held, IEnumerable<decimal> others)
    {
        SortedSet<decimal> kept = [.. held];
        decimal[] rest = [.. others.Distinct().Where(n => !kept.Contains(n)).Order()];
        if (kept.Count + rest.Length == 0)
        {
            throw new ArgumentException("An issue of numbers is put on points only when a number is named.", nameof(held));
        }

        int room = Math.Max(0, Most - kept.Count);
        for (int i = 0; i < Math.Min(room, rest.Length); i++)
        {
            int rank = rest.Length <= room ? i : room == 1 ? 0 : (int)((long)i * (rest.Length - 1) / (room - 1));
            kept.Add(rest[rank]);
        }

        (decimal low, decimal high) = (kept.Min, kept.Max);
        decimal? step = Scales.HasScale(issue, basisIndex) && issue.Step is > 0 ? issue.Step : null;
        if (step is { } distance && (high - low) / distance < Most && kept.All(n => (n - low) % distance == 0))
        {
            return (EngineIssue.Whole(name, low, high, Rational.Of(distance)), false);
        }

        if (kept.Count < Fewest && low < high)
        {
            for (int i = 1; i < Fewest - 1; i++)
            {
                decimal even = low + ((high - low) / (Fewest - 1) * i);
                kept.Add(step is { } by ? even - ((even - low) % by) : even);
            }
        }

        return (EngineIssue.Real(name, low, high).OnPoints(kept.Select(Rational.Of)), low < high);
    }
}
