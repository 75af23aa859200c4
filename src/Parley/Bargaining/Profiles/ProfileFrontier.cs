using System.Runtime.Intrinsics;
using Parley.Bargaining.Frontiers;

namespace Parley.Bargaining.Profiles;

/// <summary>The undominated among profiles that are given as doubles.</summary>
/// <remarks>
/// Doubles are compared as they are: a tie is a tie when it is one to the last bit (0 and -0 are one number), and
/// dominance knows no tolerance. Where utilities are decimals, <see cref="ParetoFrontier"/> is exact and this is not.
/// </remarks>
public static class ProfileFrontier
{
    private const int MostCells = 1 << 21;
    private const int FewProfiles = 4096;

    /// <summary>Finds the places of all undominated profiles, tied ones too, ascending.</summary>
    /// <param name="columns">For each party its utilities, one a profile; all of the same length.</param>
    /// <returns>Empty when there are no profiles. Without parties all are tied.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a utility is not a number.</exception>
    public static int[] Find(params double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Any(c => c.Length != columns[0].Length) || columns.Any(c => c.AsSpan().Contains(double.NaN)))
        {
            throw new ArgumentException("Every party has one number for each profile.", nameof(columns));
        }

        if (columns.Length == 0 || columns[0].Length == 0)
        {
            return [];
        }

        int[] left = Sift(columns);
        Sort(columns, left);
        Sweep<double> sweep = Sweep<double>.For(columns.Length);
        double[] vector = new double[columns.Length];
        double[] last = new double[columns.Length];
        int found = 0;
        foreach (int place in left)
        {
            for (int p = 0; p < vector.Length; p++)
            {
                vector[p] = columns[p][place];
            }

            int kept = sweep.Count;
            sweep.Offer(vector);
            if (sweep.Count > kept)
            {
                vector.CopyTo(last, 0);
                left[found++] = place;
            }
            else if (vector.AsSpan().SequenceEqual(last))
            {
                // Equal profiles stand side by side, so this one ties with the one kept last.
                left[found++] = place;
            }
        }

        Array.Sort(left, 0, found);
        return left[..found];
    }

    /// <summary>The places that are left when what lies deep below the frontier is taken out.</summary>
    /// <remarks>
    /// The box of all profiles is cut into cells. Where some profile lies in a cell that is further on every axis, all
    /// of a cell is dominated. A cell never mixes up an order, because rounding down keeps it.
    /// </remarks>
    private static int[] Sift(double[][] columns)
    {
        int count = columns[0].Length;
        int side = (int)Math.Pow(MostCells, 1.0 / columns.Length);
        if (count < FewProfiles || side < 4)
        {
            return [.. Enumerable.Range(0, count)];
        }

        int[] cells = CellsOf(columns, side);
        int total = 1;
        for (int p = 0; p < columns.Length; p++)
        {
            total *= side;
        }

        byte[] covered = new byte[total];
        foreach (int cell in cells)
        {
            covered[cell] = 1;
        }

        MarkCovered(covered, columns.Length, side);
        int left = 0;
        for (int i = 0; i < count; i++)
        {
            cells[left] = i;
            left += 1 - covered[cells[i]];
        }

        return cells[..left];
    }

    /// <summary>The number of each profile's cell, the last party's axis running fastest.</summary>
    private static int[] CellsOf(double[][] columns, int side)
    {
        int[] cells = new int[columns[0].Length];
        foreach (double[] column in columns)
        {
            double least = LeastOf(column, out double greatest);
            double scale = greatest > least ? side / (greatest - least) : 0;
            if (!double.IsFinite(scale) || !double.IsFinite(least))
            {
                scale = 0;
                least = 0;
            }

            for (int i = 0; i < cells.Length; i++)
            {
                int at = (int)((column[i] - least) * scale);
                cells[i] = (cells[i] * side) + (at < side ? at : side - 1);
            }
        }

        return cells;
    }

    private static double LeastOf(double[] column, out double greatest)
    {
        Vector256<double> low = Vector256.Create(column[0]);
        Vector256<double> high = low;
        int at = 0;
        for (; at <= column.Length - Vector256<double>.Count; at += Vector256<double>.Count)
        {
            Vector256<double> next = Vector256.LoadUnsafe(ref column[at]);
            low = Vector256.Min(low, next);
            high = Vector256.Max(high, next);
        }

        double least = column[0];
        greatest = column[0];
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            least = Math.Min(least, low[lane]);
            greatest = Math.Max(greatest, high[lane]);
        }

        foreach (double number in column.AsSpan(at))
        {
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
        }

        return least;
    }

    /// <summary>Turns "holds a profile" into "a profile lies further on every axis".</summary>
    private static void MarkCovered(byte[] cells, int axes, int side)
    {
        // From the far end: first at least as far on every axis, then one step on along all of them at once.
        int stride = 1;
        int diagonal = 0;
        for (int axis = 0; axis < axes; axis++)
        {
            int line = stride * side;
            for (int block = 0; block < cells.Length; block += line)
            {
                for (int i = block + line - stride - 1; i >= block; i--)
                {
                    cells[i] |= cells[i + stride];
                }
            }

            diagonal += stride;
            stride = line;
        }

        // Where the step leaves the box on some axis, nothing lies further.
        int[] digits = new int[axes - 1];
        for (int row = 0; row < cells.Length; row += side)
        {
            Span<byte> own = cells.AsSpan(row, side);
            if (digits.AsSpan().Contains(side - 1))
            {
                own.Clear();
            }
            else
            {
                cells.AsSpan(row + diagonal, side - 1).CopyTo(own);
                own[^1] = 0;
            }

            for (int axis = axes - 2; axis >= 0 && ++digits[axis] == side; axis--)
            {
                digits[axis] = 0;
            }
        }
    }

    /// <summary>Descending by the first party, then the second, and so on; equal ones by place.</summary>
    private static void Sort(double[][] columns, int[] places)
    {
        double[] keys = [.. places.Select(i => -columns[0][i])];
        Array.Sort(keys, places);
        int start = 0;
        for (int i = 1; i <= keys.Length; i++)
        {
            if (i < keys.Length && keys[i] == keys[start])
            {
                continue;
            }

            if (i - start > 1)
            {
                places.AsSpan(start, i - start).Sort((x, y) => CompareRest(columns, x, y));
            }

            start = i;
        }
    }

    private static int CompareRest(double[][] columns, int left, int right)
    {
        for (int p = 1; p < columns.Length; p++)
        {
            int order = columns[p][right].CompareTo(columns[p][left]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.CompareTo(right);
    }
}
