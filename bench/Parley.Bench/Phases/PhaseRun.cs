using System.Diagnostics;
using System.Globalization;
using Parley.Journals;
using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;

namespace Parley.Bench.Phases;

/// <summary>
/// One reading of a journal in this process, phase by phase. Fresh memory is part of what is measured, so a process
/// reads once and then ends.
/// </summary>
internal static class PhaseRun
{
    /// <summary>Reads a journal and prints what each phase took: a name, seconds and megabytes allocated a line.</summary>
    /// <param name="file">The journal.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the journal has no errors.</returns>
    public static bool Print(string file, TextWriter writer)
    {
        Phase phase = new(writer);
        ReadOnlyMemory<byte> bytes = phase.Time("read", () => new DiskFileSource().Read(file, int.MaxValue));
        Journal journal = phase.Time("parse, bind, check", () => Journal.Parse(bytes, file));
        phase.Add("collections", GC.GetTotalPauseDuration().TotalSeconds, GC.CollectionCount(0));
        phase.Add("peak", 0, PeakMegabytes());
        foreach (Diagnostic problem in journal.Diagnostics.Take(5))
        {
            Console.Error.WriteLine($"{problem.Code.Code}: {problem.Summary}");
        }

        return !journal.HasErrors;
    }

    private static double PeakMegabytes()
    {
        string line = File.ReadLines("/proc/self/status")
            .First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            * 1024 / 1e6;
    }

    private sealed class Phase(TextWriter writer)
    {
        public T Time<T>(string name, Func<T> work)
        {
            long allocated = GC.GetTotalAllocatedBytes();
            long start = Stopwatch.GetTimestamp();
            T result = work();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Add(name, seconds, (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
            return result;
        }

        public void Add(string name, double seconds, double amount) =>
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{seconds:0.0000}\t{amount:0.0}"));
    }
}
