using System.Runtime.Intrinsics;

namespace Parley.Bargaining.Profiles;

/// <summary>The best Nash product that a scan found.</summary>
/// <param name="Product">The product of gains; negative when there was no outcome.</param>
/// <param name="First">The first outcome that has it, as its number in the order in which the last issue runs fastest.</param>
/// <param name="Ties">How many outcomes have it, to the last bit.</param>
public readonly record struct NashScan(double Product, long First, long Ties);

/// <summary>
/// Looks at every outcome of two parties' additive utilities, in doubles, and keeps nothing but the answer.
/// </summary>
/// <remarks>
/// <para>The frontier of additive utilities needs no such scan (<see cref="ParetoFrontier"/>); it is for what a frontier
/// cannot say, and a measure of what enumeration costs. Work grows with the number of outcomes.</para>
/// <para>A utility is (sum over the outer issues, in order) + (sum over the inner issues, in order). Vectors are of four
/// doubles on every processor, without fused operations, so the answer is the same to the last bit.</para>
/// </remarks>
public sealed class AdditiveScan
{
    private const int BlockSize = 4096;

    private readonly double[][] outerFirst;
    private readonly double[][] outerSecond;
    private readonly double[] innerFirst;
    private readonly double[] innerSecond;

    /// <summary>Prepares a scan.</summary>
    /// <param name="first">For each issue, what each of its values adds for the first party.</param>
    /// <param name="second">The same for the second party.</param>
    /// <exception cref="ArgumentException">The tables differ in shape.</exception>
    public AdditiveScan(double[][] first, double[][] second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Length != second.Length || first.Zip(second).Any(p => p.First.Length != p.Second.Length))
        {
            throw new ArgumentException("Both parties value the same issues.", nameof(second));
        }

        innerFirst = [0.0];
        innerSecond = [0.0];
        int outer = first.Length;
        while (outer > 0 && innerFirst.Length * first[outer - 1].Length <= BlockSize)
        {
            outer--;
            innerFirst = Sums(first[outer], innerFirst);
            innerSecond = Sums(second[outer], innerSecond);
        }

        outerFirst = first[..outer];
        outerSecond = second[..outer];
    }

    /// <summary>Finds the greatest Nash product over all outcomes that neither refuses.</summary>
    /// <param name="firstReservation">The first party's reservation value.</param>
    /// <param name="secondReservation">The second party's.</param>
    public NashScan FindNash(double firstReservation, double secondReservation)
    {
        NashScan best = new(-1, -1, 0);
        int[] positions = new int[outerFirst.Length];
        long start = 0;
        if (outerFirst.Any(v => v.Length == 0))
        {
            return best;
        }

        do
        {
            double first = Sum(outerFirst, positions) - firstReservation;
            double second = Sum(outerSecond, positions) - secondReservation;
            double greatest = GreatestProduct(first, second);
            if (greatest >= best.Product && greatest >= 0)
            {
                best = Collect(best, greatest, first, second, start);
            }

            start += innerFirst.Length;
        }
        while (Advance(positions));
        return best;
    }

    private static double[] Sums(double[] values, double[] rest) => [.. values.SelectMany(_ => rest, (value, sum) => value + sum)];

    private static double Sum(double[][] tables, int[] positions)
    {
        double sum = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            sum += tables[i][positions[i]];
        }

        return sum;
    }

    private bool Advance(int[] positions)
    {
        for (int i = positions.Length - 1; i >= 0; i--)
        {
            if (++positions[i] < outerFirst[i].Length)
            {
                return true;
            }

            positions[i] = 0;
        }

        return false;
    }

    /// <summary>The greatest product of a block; -1 when somebody refuses every outcome of it.</summary>
    private double GreatestProduct(double first, double second)
    {
        int width = Vector256<double>.Count;
        Vector256<double> shiftFirst = Vector256.Create(first);
        Vector256<double> shiftSecond = Vector256.Create(second);
        Vector256<double> refused = Vector256.Create(-1.0);
        Vector256<double> best = refused;
        Vector256<double> alsoBest = refused;
        int i = 0;
        for (; i <= innerFirst.Length - (2 * width); i += 2 * width)
        {
            best = Vector256.Max(best, Products(i, shiftFirst, shiftSecond, refused));
            alsoBest = Vector256.Max(alsoBest, Products(i + width, shiftFirst, shiftSecond, refused));
        }

        best = Vector256.Max(best, alsoBest);
        double greatest = -1;
        for (int lane = 0; lane < width; lane++)
        {
            greatest = Math.Max(greatest, best[lane]);
        }

        for (; i < innerFirst.Length; i++)
        {
            greatest = Math.Max(greatest, ProductAt(i, first, second));
        }

        return greatest;
    }

    private Vector256<double> Products(int at, Vector256<double> first, Vector256<double> second, Vector256<double> refused)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref innerFirst[at]) + first;
        Vector256<double> b = Vector256.LoadUnsafe(ref innerSecond[at]) + second;

        // The sign of the lesser gain decides: below 0 somebody refuses.
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Min(a, b), Vector256<double>.Zero), refused, a * b);
    }

    private double ProductAt(int at, double first, double second)
    {
        double a = innerFirst[at] + first;
        double b = innerSecond[at] + second;
        return a < 0 || b < 0 ? -1 : a * b;
    }

    private NashScan Collect(NashScan best, double greatest, double first, double second, long start)
    {
        long found = -1;
        long ties = 0;
        for (int i = 0; i < innerFirst.Length; i++)
        {
            if (ProductAt(i, first, second) == greatest)
            {
                found = found < 0 ? start + i : found;
                ties++;
            }
        }

        return greatest > best.Product ? new NashScan(greatest, found, ties) : best with { Ties = best.Ties + ties };
    }
}
