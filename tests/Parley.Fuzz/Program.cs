using System.Diagnostics;
using System.Globalization;
using SharpFuzz;

namespace Parley.Fuzz;

/// <summary>The fuzzer's other half: reads what it is given, and dies where a promise does not hold.</summary>
internal static class Program
{
    private const string Usage = """
        parley-fuzz                   runs under afl-fuzz
        parley-fuzz replay FILE…      holds the reader to its promises on each file
        parley-fuzz seeds ROOT OUT    cuts the journals of a working copy into small seeds
        parley-fuzz words FILE        writes the words of the language as a dictionary of afl-fuzz
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case []:
                Fuzzer.OutOfProcess.Run(stream =>
                {
                    using MemoryStream copy = new();
                    stream.CopyTo(copy);
                    ReaderPromises.Check(copy.ToArray());
                });
                return 0;
            case ["replay", .. string[] files]:
                return files.Select(Replay).ToArray().All(held => held) ? 0 : 1;
            case ["seeds", string root, string folder]:
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Seeds.Write(root, folder)} seeds"));
                return 0;
            case ["words", string file]:
                Seeds.WriteDictionary(file);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static bool Replay(string file)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            ReaderPromises.Check(File.ReadAllBytes(file));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: holds, {watch.Elapsed.TotalMilliseconds:F0} ms"));
            return true;
        }
        catch (Exception failure)
        {
            Console.WriteLine($"{Path.GetFileName(file)}: {failure}");
            return false;
        }
    }
}
