using CsCheck;
using Parley.Bargaining.Profiles;
using Xunit;

namespace Parley.Tests.Bargaining.Profiles;

/// <summary>The undominated among given profiles.</summary>
public sealed class ProfileFrontierTests
{
    [Fact]
    public void Few_profiles_are_sifted_as_a_look_at_every_pair_sifts_them() => Gen.Select(Gen.Int[1, 5], Gen.Int[0, 40])
        .SelectMany(x => Gen.Int[-3, 3].Select(n => n / 2.0).Array[x.Item2].Array[x.Item1])
        .Sample(columns => Assert.Equal(PairByPair(columns), ProfileFrontier.Find(columns)), iter: 3000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Many_profiles_lose_nothing_when_cells_are_taken_out(int parties)
    {
        // Few distinct numbers for some, many for others; a column of one number only; an end far away.
        Parley.Numerics.SeededRandom random = new(7);
        double[][] columns = [.. Enumerable.Range(0, parties).Select(p => Enumerable.Range(0, 6000)
            .Select(_ => p == 1 ? random.NextBelow(9) / 8.0 : p == 3 ? 0.25 : (random.NextDouble() * 1000) - 500).ToArray())];
        columns[0][17] = -1e300;
        Assert.Equal(PairByPair(columns), ProfileFrontier.Find(columns));
    }

    [Fact]
    public void Infinite_utilities_are_numbers_like_others()
    {
        double[] first = [.. Enumerable.Range(0, 5000).Select(i => i == 4000 ? double.PositiveInfinity : i)];
        double[] second = [.. Enumerable.Range(0, 5000).Select(i => i == 3 ? double.NegativeInfinity : -i)];
        Assert.Equal(PairByPair([first, second]), ProfileFrontier.Find(first, second));
    }

    [Fact]
    public void Zero_and_minus_zero_tie() => Assert.Equal([0, 1], ProfileFrontier.Find([0.0, -0.0], [1, 1]));

    [Fact]
    public void What_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => ProfileFrontier.Find([double.NaN], [1]));

    private static int[] PairByPair(double[][] columns) => [.. Enumerable.Range(0, columns[0].Length).Where(i =>
        !Enumerable.Range(0, columns[0].Length).Any(j =>
            columns.All(c => c[j] >= c[i]) && columns.Any(c => c[j] > c[i])))];
}
