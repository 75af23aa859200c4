using System.Diagnostics;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class ManPageTests : IDisposable
{
    private readonly CommandRunner runner = new();

    public void Dispose() => runner.Dispose();

    [Fact]
    public void Man_has_every_command_of_the_help_and_no_hidden_one()
    {
        string help = runner.Run("--help").Out;
        string[] commands = [.. help.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Select(line => line.Trim().Split(' ')[0])];
        string[] sections = [.. runner.Run("man").Out.Split('\n')
            .Where(line => line.StartsWith(".SS ", StringComparison.Ordinal)).Select(line => line[4..])];

        Assert.Contains("stand", commands);
        Assert.Equal(commands, sections);
    }

    [Fact]
    public void Mandoc_finds_no_fault_but_the_missing_date()
    {
        string mandoc = Requires.Program("mandoc");
        runner.Write("parley.1", runner.Run("man").Out);
        using Process process = Process.Start(new ProcessStartInfo(mandoc, ["-Tlint", runner.PathOf("parley.1")])
        {
            RedirectStandardOutput = true,
        })!;
        string[] faults = [.. process.StandardOutput.ReadToEnd().Split('\n')
            .Where(line => line.Length > 0 && !line.Contains("missing date", StringComparison.Ordinal))];
        process.WaitForExit();

        Assert.Empty(faults);
    }
}
