using System.Diagnostics;
using System.Text;
using Xunit;

namespace Parley.Tests.BadInput;

/// <summary>Tests that measure, and so run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Inputs of a size that no person writes: what they cost is bounded.</summary>
/// <remarks>The bounds on time are many times what is needed, so that a busy machine does not break them.</remarks>
[Collection(nameof(Alone))]
public sealed class SizeTests
{
    private const int Mega = 1_000_000;

    public static TheoryData<string, string, int> LongLines => new()
    {
        { "an entry of words", "2025-04-14 us says \"", 1 },
        { "an entry of terms", "2025-04-14 us says level = 1, ", 1 },
        { "a declaration", "issue level ", 1 },
        { "letters", "", 1 },
        { "a comment", "; ", 0 },
    };

    [Theory]
    [MemberData(nameof(LongLines))]
    public void Line_of_200_megabytes_is_one_problem_at_most_and_costs_three_times_its_size(string what, string start, int exit)
    {
        Assert.NotEmpty(what);
        using JournalFolder folder = new();
        WriteRepeated(folder.At("a.parley"), JournalFolder.Head + start, "a", 200 * Mega);

        (ParleyAnswer answer, long allocated) = Measure(folder, TimeSpan.FromSeconds(60), "check", "a.parley");

        Assert.Equal(exit, answer.Exit);
        Assert.Equal(exit, Count(answer.Error, ": error PJ"));
        Assert.InRange(answer.Error.Length, 0, 2_000);
        Assert.InRange(allocated, 0, 3L * 200 * Mega);
    }

    [Fact]
    public void Million_errors_are_counted_and_twenty_shown()
    {
        using JournalFolder folder = new();
        WriteRepeated(folder.At("a.parley"), JournalFolder.Head, "2025-04-14 us sayz level <= 3\n", 30 * Mega);

        (ParleyAnswer answer, long allocated) = Measure(folder, TimeSpan.FromSeconds(60), "check", "a.parley");

        Assert.Equal(1, answer.Exit);
        Assert.Equal(20, Count(answer.Error, ": error PJ0202: "));
        Assert.EndsWith("… and 999 980 more; --all shows them\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal("a.parley: 0 entries, 1000000 errors\n", answer.Output);
        Assert.InRange(allocated, 0, 60L * 30 * Mega);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData(";\n")]
    [InlineData(" ;\n")]
    [InlineData("a\n")]
    [InlineData(" a\n")]
    [InlineData("1\n")]
    [InlineData("\"\n")]
    [InlineData("\u00E4\n")]
    [InlineData("party\n")]
    [InlineData("issue x = ")]
    [InlineData("include \"\"\n")]
    public void Megabytes_of_one_fragment_take_no_more_than_linear_time(string fragment)
    {
        using JournalFolder folder = new();
        WriteRepeated(folder.At("a.parley"), "", fragment, 4 * Mega);

        (ParleyAnswer answer, long allocated) = Measure(folder, TimeSpan.FromSeconds(60), "check", "a.parley");

        Assert.InRange(answer.Error.Length, 0, 20_000);
        Assert.InRange(allocated, 0, 1_000L * 4 * Mega);
    }

    [Fact]
    public void Many_unknown_names_beside_many_known_ones_are_not_compared_each_with_each()
    {
        using JournalFolder folder = new();
        StringBuilder text = new(JournalFolder.Head);
        for (int i = 10_000; i < 30_000; i++)
        {
            text.Append("source known").Append(i).Append(" press\n");
        }

        for (int i = 10_000; i < 30_000; i++)
        {
            text.Append("2025-04-14 us says level <= 3 ^other").Append(i).Append('\n');
        }

        folder.Write("a.parley", text.ToString());

        (ParleyAnswer answer, _) = Measure(folder, TimeSpan.FromSeconds(60), "check", "a.parley");

        Assert.Equal("a.parley: 0 entries, 20000 errors\n", answer.Output);
    }

    [Fact]
    public void Many_bytes_that_are_not_utf_8_below_many_declarations_take_no_more_than_linear_time()
    {
        using JournalFolder folder = new();
        StringBuilder text = new(JournalFolder.Head);
        for (int i = 0; i < 5_000; i++)
        {
            text.Append("source s").Append(i).Append(" press\n");
        }

        for (int i = 0; i < 5_000; i++)
        {
            text.Append("2025-04-14 us says \"caf\u00E9\" ^fox\n");
        }

        folder.Write("a.parley", Encoding.Latin1.GetBytes(text.ToString()));

        (ParleyAnswer answer, _) = Measure(folder, TimeSpan.FromSeconds(20), "check", "a.parley");

        Assert.Equal("a.parley: 0 entries, 5000 errors\n", answer.Output);
    }

    private static (ParleyAnswer Answer, long Allocated) Measure(JournalFolder folder, TimeSpan limit, params string[] arguments)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Stopwatch watch = Stopwatch.StartNew();
        ParleyAnswer answer = folder.Run(arguments);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, limit);
        return (answer, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private static void WriteRepeated(string path, string start, string fragment, int length)
    {
        byte[] block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(fragment, 100_000)));
        int unit = Encoding.UTF8.GetByteCount(fragment);
        using FileStream file = File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(start));
        for (int left = length / unit * unit; left > 0;)
        {
            int part = Math.Min(left, block.Length);
            file.Write(block.AsSpan(0, part));
            left -= part;
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
