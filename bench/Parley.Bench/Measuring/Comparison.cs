using System.Globalization;
using System.Runtime.InteropServices;
using Parley.Bench.Books;
using Parley.Bench.Journals;

namespace Parley.Bench.Measuring;

/// <summary>Ours and the others on generated files of growing size, in one run and on one core.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="writer">Where the table goes.</param>
internal sealed class Comparison(BenchOptions options, TextWriter writer)
{
    private readonly ResultTable table = new(writer);

    /// <summary>Runs it; whether every program of ours was there and ended well.</summary>
    public bool Run()
    {
        List<Contender> contenders = [];
        bool isComplete = true;
        foreach (Contender contender in Contender.All(options.Parley))
        {
            if (!options.Includes(contender.Name))
            {
                continue;
            }

            if (contender.IsInstalled)
            {
                contenders.Add(contender);
            }
            else
            {
                isComplete &= !contender.IsOurs;
                writer.WriteLine(contender.IsOurs
                    ? $"{contender.Name}: no executable at {contender.Program}"
                    : $"{contender.Name}: missing; Debian package {contender.Package} (bench/run --install)");
            }
        }

        AddFacts(contenders);
        table.AddHeader();
        foreach (int entries in options.Sizes)
        {
            Measure(contenders, entries);
        }

        writer.WriteLine();
        Goals.Write(writer, table);
        return isComplete && table.Results.All(result => result.IsDone || !result.Contender.IsOurs);
    }

    private void Measure(List<Contender> contenders, int entries)
    {
        foreach (IGrouping<BookFormat, Contender> group in contenders.GroupBy(contender => contender.Format))
        {
            string file = Path.Combine(
                options.Folder,
                string.Create(CultureInfo.InvariantCulture, $"{entries}.{Extension(group.Key)}"));
            long bytes = Generate(file, group.Key, entries, options.Seed);
            Warm(file);
            foreach (Contender contender in group)
            {
                Console.Error.WriteLine($"{contender.Name} {entries}");
                Trial trial = Trial.Median(
                    contender.CommandFor(file),
                    options.Core,
                    options.Limit,
                    options.Folder,
                    options.Repetitions(entries));
                table.Add(new Result(contender, entries, bytes, trial));
            }

            if (!options.Keeps)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Writes one generated file; how many bytes it has.</summary>
    public static long Generate(string file, BookFormat format, int entries, ulong seed)
    {
        using TextSink sink = new(new FileStream(file, FileMode.Create));
        switch (format)
        {
            case BookFormat.Parley:
                GeneratedJournal.Write(sink, entries, seed);
                break;
            case BookFormat.Ledger:
                AccountBook.WriteLedger(sink, entries, seed);
                break;
            default:
                AccountBook.WriteBeancount(sink, entries, seed);
                break;
        }

        return sink.Length;
    }

    private static string Extension(BookFormat format) => format switch
    {
        BookFormat.Parley => "parley",
        BookFormat.Ledger => "ledger",
        _ => "beancount",
    };

    /// <summary>Reads the file once, so that every program finds it in the cache of the kernel.</summary>
    private static void Warm(string file)
    {
        byte[] buffer = new byte[1 << 20];
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        while (stream.Read(buffer) > 0)
        {
        }
    }

    private void AddFacts(List<Contender> contenders)
    {
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"machine: {ProcessorModel()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}"));
        double[] starts = [.. Enumerable.Range(0, 9)
            .Select(_ => Trial.Run(["true"], options.Core, options.Limit, options.Folder).Seconds).Order()];
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"core {options.Core}, seed {options.Seed}, limit {options.Limit.TotalSeconds:0} s; ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"starting a program that does nothing takes {starts[4] * 1000:0.0} ms, which every time includes"));
        foreach (Contender contender in contenders.DistinctBy(contender => contender.Program))
        {
            writer.WriteLine($"{Path.GetFileName(contender.Program)}: {contender.Version()}");
        }

        writer.WriteLine();
    }

    private static string ProcessorModel() =>
        File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
            .Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
}
