using CsCheck;
using Parley.Bargaining.Profiles;
using Xunit;

namespace Parley.Tests.Bargaining.Profiles;

/// <summary>A look at every outcome of additive utilities.</summary>
public sealed class AdditiveScanTests
{
    // Eighths are exact in doubles, so that any order of summation gives the same sum.
    private static readonly Gen<double> Eighths = Gen.Int[-8, 16].Select(n => n / 8.0);

    [Fact]
    public void Greatest_product_is_the_one_that_a_plain_loop_finds() => Gen.Int[1, 6].Array[0, 6]
        .SelectMany(sizes => Gen.Select(TablesOf(sizes), TablesOf(sizes), Eighths, Eighths))
        .Sample(
            x =>
            {
                (double[][] first, double[][] second, double r1, double r2) = x;
                double[] products = [.. Outcomes(first).Zip(Outcomes(second), (a, b) => a < r1 || b < r2 ? -1 : (a - r1) * (b - r2))];
                double best = products.Max();
                NashScan scan = new AdditiveScan(first, second).FindNash(r1, r2);
                Assert.Equal(best, scan.Product);
                Assert.Equal(best < 0 ? -1 : Array.IndexOf(products, best), scan.First);
                Assert.Equal(best < 0 ? 0 : products.Count(p => p == best), scan.Ties);
            },
            iter: 2000);

    [Fact]
    public void Issue_without_a_value_leaves_nothing() =>
        Assert.Equal(new NashScan(-1, -1, 0), new AdditiveScan([[1, 2], []], [[1, 2], []]).FindNash(0, 0));

    private static Gen<double[][]> TablesOf(int[] sizes) => sizes.Aggregate(
        Gen.Const(Array.Empty<double[]>()), (all, size) => Gen.Select(all, Eighths.Array[size], (a, b) => (double[][])[.. a, b]));

    private static IEnumerable<double> Outcomes(double[][] tables) =>
        tables.Aggregate((IEnumerable<double>)[0.0], (sums, table) => sums.SelectMany(_ => table, (a, b) => a + b));
}
