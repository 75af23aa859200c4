using System.Text;

namespace Parley.Journals.Text;

/// <summary>Finds the name that was probably meant by one that is not known.</summary>
/// <remarks>
/// Names are compared by the optimal string alignment distance: the least number of characters to insert, leave
/// out, replace, or swap with their neighbour, where no part is edited twice (the restricted form of
/// Damerau (1964), "A technique for computer detection and correction of spelling errors", CACM 7(3)).
/// </remarks>
public static class NearNames
{
    /// <summary>The greatest distance at which a name is near.</summary>
    public const int MaxDistance = 2;

    /// <summary>The length, in characters, beyond which a name is neither suggested nor helped.</summary>
    public const int MaxLength = 200;

    /// <summary>How many of the known names are looked at.</summary>
    public const int MaxKnown = 100_000;

    /// <summary>Finds the known name nearest to one that is not known.</summary>
    /// <remarks>
    /// A name that differs in case alone is nearest of all. The cost is bounded: each name is compared in a band
    /// of five cells a character, and left as soon as it cannot be nearer than the best so far.
    /// </remarks>
    /// <param name="wanted">The name as written.</param>
    /// <param name="known">The names there are; of these the first <see cref="MaxKnown"/> are looked at.</param>
    /// <returns>
    /// The name at the least distance, at most <see cref="MaxDistance"/> and at most a third of the length of
    /// <paramref name="wanted"/>; of several the first; null when there is none, or when
    /// <paramref name="wanted"/> is longer than <see cref="MaxLength"/>. Never <paramref name="wanted"/> itself.
    /// </returns>
    public static string? Nearest(string wanted, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(known);
        if (wanted.Length > MaxLength)
        {
            return null;
        }

        Span<int> wantedRunes = stackalloc int[MaxLength];
        Span<int> otherRunes = stackalloc int[MaxLength];
        wantedRunes = wantedRunes[..Spell(wanted, wantedRunes)];
        int limit = Math.Min(MaxDistance, wantedRunes.Length / 3);
        string? nearest = null;
        int looked = 0;
        foreach (string name in known)
        {
            if (looked++ == MaxKnown)
            {
                break;
            }

            // A character takes up to two units of UTF-16, and so does each edit.
            bool isFar = name.Length > MaxLength || Math.Abs(name.Length - wanted.Length) > 2 * Math.Max(limit, 0);
            if (isFar || name.Equals(wanted, StringComparison.Ordinal))
            {
                continue;
            }

            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }

            ReadOnlySpan<int> runes = otherRunes[..Spell(name, otherRunes)];
            int distance = limit < 1 ? int.MaxValue : Distance(wantedRunes, runes, limit);
            if (distance <= limit)
            {
                (nearest, limit) = (name, distance - 1);
            }
        }

        return nearest;
    }

    private static int Spell(string name, Span<int> runes)
    {
        int count = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            runes[count++] = rune.Value;
        }

        return count;
    }

    // Only cells whose row and column differ by the limit at most can hold a distance within it.
    private static int Distance(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int limit)
    {
        const int Far = MaxDistance + 1;
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return Far;
        }

        Span<int> cells = stackalloc int[3 * (MaxLength + 2)];
        cells.Fill(Far);
        Span<int> twoBack = cells[..(right.Length + 2)];
        Span<int> back = cells.Slice(MaxLength + 2, right.Length + 2);
        Span<int> row = cells.Slice(2 * (MaxLength + 2), right.Length + 2);
        for (int j = 0; j <= Math.Min(limit, right.Length); j++)
        {
            back[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int from = Math.Max(1, i - limit);
            int to = Math.Min(right.Length, i + limit);
            row[from - 1] = from == 1 ? i : Far;
            row[to + 1] = Far;
            int least = row[from - 1];
            for (int j = from; j <= to; j++)
            {
                int cost = back[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost = Math.Min(cost, Math.Min(back[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost = Math.Min(cost, twoBack[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return Far;
            }

            Span<int> spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }

        return back[right.Length];
    }
}
