using System.Text;

namespace Parley.Cli;

internal static class Program
{
    private const int Buffer = 1 << 16;

    private static int Main(string[] args)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using Stream output = Console.OpenStandardOutput();
        using StreamWriter error = new(Console.OpenStandardError(), utf8) { AutoFlush = true };

        // Flushed by the run and not disposed of: what a full disk refused would be written, and refused, again.
        StreamWriter writer = new(output, utf8, Buffer);
        using StreamReader input = new(Console.OpenStandardInput(), utf8);
        bool isTerminal = !Console.IsOutputRedirected;
        Host host = new(
            input,
            writer,
            error,
            output,
            Directory.GetCurrentDirectory(),
            TimeProvider.System,
            Environment.GetEnvironmentVariable,
            isTerminal,
            isTerminal ? Width() : Host.DefaultWidth);
        return App.Run(args, host);
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Host.DefaultWidth;
        }
        catch (IOException)
        {
            return Host.DefaultWidth;
        }
    }
}
