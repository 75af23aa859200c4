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
    /// <summary>
    /// Reads a journal and prints a line for each phase, with tabs between: its name, wall seconds, processor seconds
    /// and megabytes allocated. The last lines are the garbage collector's share and the peak of memory.
    /// </summary>
    /// <param name="file">The journal.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the journal has no errors.</returns>
    public static bool Print(string file, TextWriter writer)
    {
        Phase phase = new(writer);
        ReadOnlyMemory<byte> bytes = phase.Time("read", () => new DiskFileSource().Read(file, int.MaxValue));
        Journal journal = phase.Time("parse, bind, check", () => Journal.Parse(bytes, file));
        double pauses = GC.GetTotalPauseDuration().TotalSeconds;
        phase.Add("of these, collecting", pauses, pauses, 0);
        phase.Add("peak of memory", 0, 0, PeakMegabytes());
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
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            T result = work();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            double busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
            Add(name, seconds, busy, (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
            return result;
        }

        public void Add(string name, double seconds, double busy, double megabytes) => writer.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name}\t{seconds:0.0000}\t{busy:0.0000}\t{megabytes:0.0}"));
    }
}
