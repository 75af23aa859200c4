using System.Diagnostics;
using System.Globalization;
using Parley.Drawing;
using Parley.Drawing.Standing;
using Parley.Journals;
using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;
using Parley.Journals.Text;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Bench.Phases;

/// <summary>
/// One reading of a journal in this process, phase by phase, with the report thrown away. Fresh memory is part of
/// what is measured, so a process reads once and then ends.
/// </summary>
internal static class PhaseRun
{
    /// <summary>
    /// The phase from bytes to a record. Every entry is checked as it is bound, so the checks have no time of their own.
    /// </summary>
    public const string Binding = "parse, bind, check";

    /// <summary>What stands in the columns behind the name of a phase.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["wall s", "cpu s", "collecting s", "allocated MB", "peak MB so far"];

    /// <summary>
    /// Reads a journal and prints a line for each phase, with tabs between: its name and <see cref="Columns"/>.
    /// </summary>
    /// <param name="file">The journal.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the journal has no errors.</returns>
    public static bool Print(string file, TextWriter writer)
    {
        ReadOnlyMemory<byte> bytes = Time(writer, "read", () => new DiskFileSource().Read(file, int.MaxValue));
        Journal journal = Time(writer, Binding, () => Journal.Parse(bytes, file));
        StandingReport report = Time(writer, "standing", () => StandingReports.Compute(journal.Record));
        Words words = new(journal);
        Time(writer, "draw as text", () =>
        {
            StandingText.Write(report, words, TextWriter.Null, new TextOptions());
            return true;
        });
        Time(writer, "draw as JSON", () =>
        {
            StandingJson.Write(report, words, Stream.Null);
            return true;
        });
        foreach (Diagnostic problem in journal.Diagnostics.Where(problem => problem.IsError).Take(5))
        {
            Console.Error.WriteLine($"{problem.Code.Code}: {problem.Summary}");
        }

        return !journal.HasErrors;
    }

    private static T Time<T>(TextWriter writer, string name, Func<T> work)
    {
        long allocated = GC.GetTotalAllocatedBytes();
        TimeSpan paused = GC.GetTotalPauseDuration();
        TimeSpan busy = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] cells =
        [
            seconds,
            (Environment.CpuUsage.TotalTime - busy).TotalSeconds,
            (GC.GetTotalPauseDuration() - paused).TotalSeconds,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e6,
            PeakMegabytes(),
        ];
        writer.WriteLine(
            name + "\t" + string.Join('\t', cells.Select(cell => cell.ToString("R", CultureInfo.InvariantCulture))));
        return result;
    }

    private static double PeakMegabytes()
    {
        string line = File.ReadLines("/proc/self/status")
            .First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            * 1024 / 1e6;
    }

    private sealed class Words(Journal journal) : IWords
    {
        public string? OnlyFile { get; } = journal.Texts[0].Name;

        public string Cite(int entry) => journal.Cite(entry);

        public string PrintDate(DateInterval date) => DateText.Print(date);

        public string PrintNumber(decimal number) => NumberText.Print(number);
    }
}
