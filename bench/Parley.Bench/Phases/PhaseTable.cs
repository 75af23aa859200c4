using System.Diagnostics;
using System.Globalization;
using Parley.Bench.Measuring;

namespace Parley.Bench.Phases;

/// <summary>Reads a journal several times, each in a process of its own on one core, and prints medians by phase.</summary>
internal static class PhaseTable
{
    /// <summary>Prints the table.</summary>
    /// <param name="file">The journal.</param>
    /// <param name="entries">How many entries it has, or 0 when that is not known.</param>
    /// <param name="core">The core, from 0.</param>
    /// <param name="repetitions">How often; at least 1.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the journal has no errors.</returns>
    public static bool Print(string file, int entries, int core, int repetitions, TextWriter writer)
    {
        List<string> names = [];
        Dictionary<string, List<double[]>> rows = new(StringComparer.Ordinal);
        bool isClean = true;
        for (int i = 0; i < repetitions; i++)
        {
            isClean &= Run(file, core, out string text);
            foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] cells = line.Split('\t');
                if (!rows.TryGetValue(cells[0], out List<double[]>? row))
                {
                    names.Add(cells[0]);
                    rows.Add(cells[0], row = []);
                }

                row.Add([.. cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))]);
            }
        }

        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{new FileInfo(file).Length / 1e6:0.00} MB, median of {repetitions} on core {core}"));
        writer.WriteLine("| phase              | " + string.Join(" | ", PhaseRun.Columns) + " |");
        writer.WriteLine("| :----------------- | "
            + string.Join(" | ", PhaseRun.Columns.Select(column => new string('-', column.Length - 1) + ":")) + " |");
        foreach (string name in names)
        {
            IEnumerable<string> cells = PhaseRun.Columns.Select((column, index) => Median(rows[name], index)
                .ToString(index < 3 ? "0.000" : "0.0", CultureInfo.InvariantCulture)
                .PadLeft(column.Length));
            writer.WriteLine($"| {name,-18} | {string.Join(" | ", cells)} |");
        }

        Goals.WriteBinding(writer, entries, Median(rows[PhaseRun.Binding], 0));
        return isClean;
    }

    private static bool Run(string file, int core, out string text)
    {
        ProcessStartInfo start = new("taskset")
        {
            ArgumentList =
            {
                "-c",
                core.ToString(CultureInfo.InvariantCulture),
                Environment.ProcessPath!,
                "phase-run",
                file,
            },
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static double Median(List<double[]> row, int column) =>
        row.Select(cells => cells[column]).Order().ElementAt(row.Count / 2);
}
