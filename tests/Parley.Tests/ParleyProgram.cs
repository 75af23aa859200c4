using System.Text;
using Parley.Cli;

namespace Parley.Tests;

/// <summary>The program, run in this process on a machine without a clock that moves or an environment.</summary>
internal static class ParleyProgram
{
    /// <summary>The time that its clock shows.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">What follows the name of the program.</param>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="input">What it reads from.</param>
    /// <param name="output">What its output goes to.</param>
    /// <param name="error">What its messages go to; may be the same as <paramref name="output"/>.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> arguments, string folder, Stream input, Stream output, Stream error)
    {
        using StreamReader reader = new(input, Encoding.UTF8);
        using StreamWriter text = Writer(output);
        using StreamWriter messages = Writer(error);
        Host host = new(
            reader, text, messages, output, folder, new StoppedClock(), _ => null, IsTerminal: false, Host.DefaultWidth);
        return App.Run(arguments, host);
    }

    /// <summary>Runs one command that reads nothing.</summary>
    /// <param name="folder">The folder in which it runs.</param>
    /// <param name="arguments">What follows the name of the program.</param>
    public static ParleyAnswer Run(string folder, params IReadOnlyList<string> arguments)
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        int exit = Run(arguments, folder, Stream.Null, output, error);
        return new ParleyAnswer(exit, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(false), bufferSize: -1, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}

/// <summary>What a command answered.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Output">Its output.</param>
/// <param name="Error">Its messages.</param>
internal sealed record ParleyAnswer(int Exit, string Output, string Error);
