using System.Globalization;

namespace Parley.Bench.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Contender">Who.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Bytes">How long the file was.</param>
/// <param name="Trial">What was measured.</param>
internal sealed record Result(Contender Contender, int Entries, long Bytes, Trial Trial)
{
    public bool IsDone => Trial.Ending == Ending.Done;

    public double EntriesPerSecond => Entries / Trial.Seconds;

    public double PeakBytes => Trial.PeakKilobytes * 1024.0;
}

/// <summary>Prints the results as a Markdown table, line by line as they come.</summary>
internal sealed class ResultTable(TextWriter writer)
{
    private readonly List<Result> results = [];

    public IReadOnlyList<Result> Results => results;

    public void AddHeader()
    {
        writer.WriteLine("| entries | program             | file MB |    wall s |     cpu s |"
            + "  peak MB | entries/s | × ledger | × file | growth |");
        writer.WriteLine("| ------: | :------------------ | ------: | --------: | --------: |"
            + " -------: | --------: | -------: | -----: | -----: |");
    }

    /// <summary>Prints a line; with the ratio to <c>ledger</c> where its line of that size came before.</summary>
    /// <param name="result">What was measured.</param>
    public void Add(Result result)
    {
        Result? ledger = results.Append(result).FirstOrDefault(
            other => other.Contender.Program == "ledger" && other.Entries == result.Entries && other.IsDone);
        Write(result, ledger);
        results.Add(result);
        writer.Flush();
    }

    /// <summary>
    /// How time grows with entries between this size and the one before: the slope on logarithmic axes; 1 is linear.
    /// Null where either was not measured.
    /// </summary>
    public double? GrowthTo(Result result)
    {
        Result? before = results
            .Where(other => other.Contender == result.Contender && other.Entries < result.Entries && other.IsDone)
            .MaxBy(other => other.Entries);
        return before is null || !result.IsDone
            ? null
            : Math.Log(result.Trial.Seconds / before.Trial.Seconds)
                / Math.Log((double)result.Entries / before.Entries);
    }

    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private void Write(Result result, Result? ledger)
    {
        Trial trial = result.Trial;
        bool isDone = result.IsDone;
        string wall = trial.Ending switch
        {
            Ending.Done => Number(trial.Seconds, trial.Seconds < 10 ? "0.000" : "0.0"),
            Ending.OverLimit => string.Create(CultureInfo.InvariantCulture, $"> {trial.Seconds:0}"),
            _ => "failed",
        };
        double? rate = isDone ? result.EntriesPerSecond : null;
        string[] cells =
        [
            Number(result.Entries, "0").PadLeft(7),
            result.Contender.Name.PadRight(19),
            Number(result.Bytes / 1e6, "0.00").PadLeft(7),
            wall.PadLeft(9),
            Number(isDone ? trial.ProcessorSeconds : null, "0.00").PadLeft(9),
            Number(isDone ? result.PeakBytes / 1e6 : null, "0.0").PadLeft(8),
            Number(rate, "0").PadLeft(9),
            Number(ledger is null ? null : rate / ledger.EntriesPerSecond, "0.00").PadLeft(8),
            Number(isDone ? result.PeakBytes / result.Bytes : null, "0.0").PadLeft(6),
            Number(GrowthTo(result), "0.00").PadLeft(6),
        ];
        writer.WriteLine("| " + string.Join(" | ", cells) + " |");
        if (trial.Ending == Ending.Failed)
        {
            writer.WriteLine($"  {result.Contender.Name}: {trial.Complaint}");
        }
    }
}
