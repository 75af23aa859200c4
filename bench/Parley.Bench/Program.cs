using System.Globalization;
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

        return words is ["compare", .. var rest] ? Compare(rest) : Usage();
    }

    private static int Compare(string[] words)
    {
        BenchOptions? options = BenchOptions.Read(words, Console.Error);
        if (options is null)
        {
            return 2;
        }

        options.CreateFolder();
        try
        {
            return new Comparison(options, Console.Out).Run() ? 0 : 1;
        }
        finally
        {
            options.RemoveFolder();
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("parley-bench compare [options]");
        Console.Error.WriteLine("parley-bench generate parley|ledger|beancount ENTRIES FILE [SEED]");
        Console.Error.WriteLine("See bench/README.md.");
        return 2;
    }
}
