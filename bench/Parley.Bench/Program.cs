using System.Globalization;
using Parley.Bench.Engine;
using Parley.Bench.Measuring;
using Parley.Bench.Phases;

namespace Parley.Bench;

internal static class Program
{
    private static int Main(string[] words)
    {
        if (words is ["generate", var format, var count, var file, .. var seedWords]
            && Enum.TryParse(format, ignoreCase: true, out BookFormat book)
            && int.TryParse(count, CultureInfo.InvariantCulture, out int entries)
            && entries > 0)
        {
            ulong seed = 1;
            if (seedWords.Length > 0 && !ulong.TryParse(seedWords[0], CultureInfo.InvariantCulture, out seed))
            {
                return Usage();
            }

            Comparison.Generate(file, book, entries, seed);
            return 0;
        }

        if (words is ["phase-run", var journal])
        {
            return PhaseRun.Print(journal, Console.Out) ? 0 : 1;
        }

        return words switch
        {
            ["compare", .. var rest] => With(rest, options => new Comparison(options, Console.Out).Run()),
            ["phases", .. var rest] => With(rest, PrintPhases),
            ["engine", .. var rest] => With(rest, options => new EngineTable(Console.Out, options.Repetitions(0)).Print()),
            _ => Usage(),
        };
    }

    private static bool PrintPhases(BenchOptions options)
    {
        if (options.File.Length > 0)
        {
            return PhaseTable.Print(options.File, 0, options.Core, options.Repetitions(0), Console.Out);
        }

        bool isClean = true;
        foreach (int size in options.Sizes)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{size}.parley");
            string journal = Path.Combine(options.Folder, name);
            Comparison.Generate(journal, BookFormat.Parley, size, options.Seed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} entries"));
            isClean &= PhaseTable.Print(journal, size, options.Core, options.Repetitions(size), Console.Out);
            Console.WriteLine();
        }

        return isClean;
    }

    private static int With(string[] words, Func<BenchOptions, bool> work)
    {
        BenchOptions? options = BenchOptions.Read(words, Console.Error);
        if (options is null)
        {
            return 2;
        }

        options.CreateFolder();
        try
        {
            return work(options) ? 0 : 1;
        }
        finally
        {
            options.RemoveFolder();
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("parley-bench compare [options]");
        Console.Error.WriteLine("parley-bench phases [options]");
        Console.Error.WriteLine("parley-bench generate parley|ledger|beancount ENTRIES FILE [SEED]");
        Console.Error.WriteLine("See bench/README.md.");
        return 2;
    }
}
