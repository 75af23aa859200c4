using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>What becomes of a journal when the program that lays it out is killed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Tries = 24;
    private const int Entries = 60_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-kill-");

    private string Journal => Path.Combine(folder.FullName, "a.parley");

    [Fact]
    public async Task Journal_holds_the_old_text_or_the_new_whenever_formatting_is_killed()
    {
        byte[] crooked = CrookedJournal();
        File.WriteAllBytes(Journal, crooked);
        TimeSpan whole = await Format(killAfter: null);
        byte[] formatted = File.ReadAllBytes(Journal);
        Assert.NotEqual(crooked, formatted);

        // The moments are spread over the second half, where the text is written and put in place.
        Random random = new(20250518);
        int replaced = 0;
        for (int i = 0; i < Tries; i++)
        {
            File.WriteAllBytes(Journal, crooked);
            await Format(whole * (0.4 + (0.7 * random.NextDouble())));

            byte[] left = File.ReadAllBytes(Journal);
            bool isNew = left.AsSpan().SequenceEqual(formatted);
            Assert.True(
                isNew || left.AsSpan().SequenceEqual(crooked),
                string.Create(CultureInfo.InvariantCulture, $"try {i} left {left.Length} bytes that are neither text"));
            replaced += isNew ? 1 : 0;
        }

        Assert.All(Leftovers(), name => Assert.EndsWith(".tmp", name, StringComparison.Ordinal));
        Assert.InRange(replaced, 0, Tries - 1);
    }

    [Fact]
    public async Task What_a_killed_program_left_is_in_nobodys_way()
    {
        File.WriteAllBytes(Journal, CrookedJournal());
        string leftover = Path.Combine(folder.FullName, ".a.parley.1.tmp");
        File.WriteAllText(leftover, "half a jour");

        await Format(killAfter: null);
        ParleyAnswer check = ParleyProgram.Run(folder.FullName, "check", ".");

        // A folder is checked without it: it is no journal.
        Assert.Equal(0, check.Exit);
        Assert.Single(check.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(Leftovers(), name => Assert.Equal(".a.parley.1.tmp", name));
        Assert.Equal(0, ParleyProgram.Run(folder.FullName, "fmt", "--check", "a.parley").Exit);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private IEnumerable<string> Leftovers() =>
        folder.EnumerateFileSystemInfos().Select(f => f.Name).Where(n => n != "a.parley");

    /// <summary>Runs the program as a process of its own, and kills it as <c>kill -9</c> does.</summary>
    /// <param name="killAfter">When, or null to let it finish.</param>
    /// <returns>How long it ran.</returns>
    private async Task<TimeSpan> Format(TimeSpan? killAfter)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "parley.dll"), "fmt", "a.parley" },
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
        };
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        if (killAfter is { } moment)
        {
            await Task.Delay(moment, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return watch.Elapsed;
        }

        string messages = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", messages);
        Assert.Equal(0, process.ExitCode);
        return watch.Elapsed;
    }

    private static byte[] CrookedJournal()
    {
        StringBuilder text = new("party us\nparty   iran\nissue level 0..90 %\nsource fox broadcast\n\n");
        for (int i = 0; i < Entries; i++)
        {
            text.Append("2025-04-14   us  says level <= ").Append(i % 90).Append("    @media ^fox ; entry ").Append(i).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
