using System.Diagnostics;

namespace Parley.Bench.Measuring;

/// <summary>Which of the generated files a program reads.</summary>
internal enum BookFormat
{
    /// <summary>A journal of ours.</summary>
    Parley,

    /// <summary>A book of <c>ledger</c>, which <c>hledger</c> reads as well.</summary>
    Ledger,

    /// <summary>A book of <c>beancount</c>.</summary>
    Beancount,
}

/// <summary>A program that takes part, with what it is asked to do.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Format">What it reads.</param>
/// <param name="Program">The program: a name on the path, or a file.</param>
/// <param name="Before">Arguments before the file.</param>
/// <param name="After">Arguments after it.</param>
/// <param name="Package">The Debian package it comes from; empty for ours.</param>
internal sealed record Contender(
    string Name, BookFormat Format, string Program, string[] Before, string[] After, string Package)
{
    /// <summary>All of them; <c>ledger</c> first, because the others are compared with it.</summary>
    /// <param name="parley">The executable of ours.</param>
    public static IReadOnlyList<Contender> All(string parley) =>
    [
        new("ledger bal", BookFormat.Ledger, "ledger", ["--init-file", "/dev/null", "-f"], ["bal"], "ledger"),
        new("parley stand", BookFormat.Parley, parley, ["stand"], [], ""),
        new("parley stand --json", BookFormat.Parley, parley, ["stand"], ["--json"], ""),
        new("parley check", BookFormat.Parley, parley, ["check"], [], ""),
        new("hledger bal", BookFormat.Ledger, "hledger", ["bal", "-f"], [], "hledger"),
        new("bean-check", BookFormat.Beancount, "bean-check", ["--no-cache"], [], "beancount"),
    ];

    /// <summary>Whether it is one of ours.</summary>
    public bool IsOurs => Package.Length == 0;

    /// <summary>Whether it is there.</summary>
    public bool IsInstalled => Program.Contains('/', StringComparison.Ordinal)
        ? File.Exists(Program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The whole command for a file.</summary>
    /// <param name="file">The file.</param>
    public IReadOnlyList<string> CommandFor(string file) => [Program, .. Before, file, .. After];

    /// <summary>What it says its version is, in one line; empty when it does not.</summary>
    public string Version()
    {
        using Process process = Process.Start(new ProcessStartInfo(Program, "--version")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text.Split('\n')[0].Trim();
    }
}
