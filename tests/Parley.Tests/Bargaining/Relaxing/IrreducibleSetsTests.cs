using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using Parley.Bargaining.Relaxing;
using Xunit;

namespace Parley.Tests.Bargaining.Relaxing;

public sealed class IrreducibleSetsTests
{
    [Fact]
    public void Demands_that_can_be_met_have_no_clash_and_need_no_release()
    {
        IrreducibleSets sets = IrreducibleSets.Find(3, _ => true, 100);
        Assert.Empty(sets.Clashes);
        Assert.Equal("", Write(sets.Releases));
        Assert.Single(sets.Releases);
    }

    [Fact]
    public void Nothing_releases_when_nothing_can_be_agreed_without_demands()
    {
        IrreducibleSets sets = IrreducibleSets.Find(3, _ => false, 100);
        Assert.True(Assert.Single(sets.Clashes).IsEmpty, "the clash is there before any demand");
        Assert.Empty(sets.Releases);
    }

    [Fact]
    public void Three_demands_on_labels_clash_only_together()
    {
        // Each shuts out another of three labels; the fourth demand shuts out nothing.
        int[] shutOut = [1, 2, 4, 0];
        IrreducibleSets sets = IrreducibleSets.Find(4, d => Rest(d, shutOut) != 0, 100);
        Assert.Equal("012", Write(sets.Clashes));
        Assert.Equal("0 1 2", Write(sets.Releases));
        Assert.True(sets.IsComplete);
    }

    [Fact]
    public void Clashes_that_share_a_demand_are_released_by_it_or_by_the_others_together()
    {
        // At most 3; at least 5; at least 4, among 0 to 7.
        int[] shutOut = [0b11110000, 0b00011111, 0b00001111];
        IrreducibleSets sets = IrreducibleSets.Find(3, d => (~Out(d, shutOut) & 0xFF) != 0, 100);
        Assert.Equal("01 02", Write(sets.Clashes));
        Assert.Equal("0 12", Write(sets.Releases));
    }

    [Fact]
    public void Every_set_of_small_problems_is_found_and_no_other() =>
        Gen.Int[0, 255].Array[0, 7].Sample(shutOut =>
        {
            int count = shutOut.Length;
            bool CanBeMet(BigInteger d) => (~Out(d, shutOut) & 0xFF) != 0;
            IEnumerable<int> subsets = Enumerable.Range(0, 1 << count);
            IEnumerable<int> clashes = subsets.Where(s => !CanBeMet(s) && Bits(s).All(b => CanBeMet(s & ~(1 << b))));
            int all = (1 << count) - 1;
            IEnumerable<int> releases = subsets.Where(s => CanBeMet(all & ~s) && Bits(s).All(b => !CanBeMet(all & ~s | (1 << b))));
            IrreducibleSets sets = IrreducibleSets.Find(count, CanBeMet, 1000);
            Assert.Equal(Ordered(clashes), sets.Clashes.Select(c => string.Concat(c)));
            Assert.Equal(Ordered(releases), sets.Releases.Select(c => string.Concat(c)));
        });

    [Fact]
    public void Beyond_the_limit_what_is_listed_is_correct_and_said_to_be_a_part()
    {
        // Ten pairs, each a clash of its own: ten clashes, 1024 releases.
        static bool CanBeMet(BigInteger d) => Enumerable.Range(0, 10).All(i => ((d >> (2 * i)) & 3) != 3);
        IrreducibleSets sets = IrreducibleSets.Find(20, CanBeMet, 50);
        Assert.False(sets.IsComplete);
        Assert.All(sets.Clashes, c => Assert.True(c.Length == 2 && c[0] + 1 == c[1] && c[0] % 2 == 0));
        Assert.All(sets.Releases, r => Assert.Equal(Enumerable.Range(0, 10), r.Select(p => p / 2)));
        Assert.NotEmpty(sets.Releases);
    }

    private static int Out(BigInteger demands, int[] shutOut) =>
        shutOut.Where((_, i) => !((demands >> i) & 1).IsZero).Aggregate(0, (a, b) => a | b);

    private static int Rest(BigInteger demands, int[] shutOut) => 0b111 & ~Out(demands, shutOut);

    private static IEnumerable<int> Bits(int set) => Enumerable.Range(0, 31).Where(b => (set & (1 << b)) != 0);

    private static IEnumerable<string> Ordered(IEnumerable<int> sets) =>
        sets.Select(s => string.Concat(Bits(s))).OrderBy(s => s.Length).ThenBy(s => s, StringComparer.Ordinal);

    private static string Write(IEnumerable<ImmutableArray<int>> sets) => string.Join(' ', sets.Select(s => string.Concat(s)));
}
