using System.Globalization;

namespace Parley.Bench.Measuring;

/// <summary>What the largest size should reach, and a check of the smallest, beside what they did.</summary>
internal static class Goals
{
    private const double Seconds = 2.5;
    private const double BindSeconds = 1.2;
    private const double TimesFile = 4;
    private const double TimesLedger = 20;
    private const double Growth = 1.1;
    private const int AtEntries = 1_000_000;
    private const double StartSeconds = 0.04;
    private const int StartEntries = 1_000;

    /// <summary>Writes one line for each goal at a size that was measured.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">What was measured.</param>
    public static void Write(TextWriter writer, ResultTable table)
    {
        foreach (Result check in table.Results.Where(result => result.Contender.IsOurs && result.IsDone
            && result.Entries == StartEntries && result.Contender.Name.EndsWith("check", StringComparison.Ordinal)))
        {
            Add(writer, check.Contender.Name + " of 1000", "wall s", check.Trial.Seconds, StartSeconds, isAtMost: true);
        }

        Result? ledger = table.Results.FirstOrDefault(
            result => result.Contender.Program == "ledger" && result.Entries == AtEntries && result.IsDone);
        foreach (Result ours in table.Results.Where(
            result => result.Contender.IsOurs && result.Entries == AtEntries && result.IsDone))
        {
            string name = ours.Contender.Name;
            Add(writer, name, "wall s", ours.Trial.Seconds, Seconds, isAtMost: true);
            Add(writer, name, "× file", ours.PeakBytes / ours.Bytes, TimesFile, isAtMost: true);
            if (ledger is not null)
            {
                Add(writer, name, "× ledger", ours.EntriesPerSecond / ledger.EntriesPerSecond, TimesLedger, false);
            }

            if (table.GrowthTo(ours) is { } growth)
            {
                Add(writer, name, "growth", growth, Growth, isAtMost: true);
            }
        }
    }

    /// <summary>Writes whether reading the words of a million entries took as long as it may.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="entries">How many entries there were; nothing is written unless a million.</param>
    /// <param name="seconds">How long it took to parse, bind and check them.</param>
    public static void WriteBinding(TextWriter writer, int entries, double seconds)
    {
        if (entries == AtEntries)
        {
            Add(writer, "parse, bind, check", "wall s", seconds, BindSeconds, isAtMost: true);
        }
    }

    private static void Add(TextWriter writer, string name, string what, double value, double goal, bool isAtMost)
    {
        bool isMet = isAtMost ? value <= goal : value >= goal;
        string mark = isMet ? "met   " : "missed";
        string way = isAtMost ? "at most" : "at least";
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{mark} {name}, {what}: {value:0.000}, goal {way} {goal}"));
    }
}
