using System.Diagnostics;
using System.Globalization;

namespace Parley.Bench.Measuring;

/// <summary>How a run of a program ended.</summary>
internal enum Ending
{
    /// <summary>Well.</summary>
    Done,

    /// <summary>It was stopped at the limit of time.</summary>
    OverLimit,

    /// <summary>With an exit code other than 0, or by a signal.</summary>
    Failed,
}

/// <summary>One run of a program.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Seconds">Wall time from its start to its end.</param>
/// <param name="ProcessorSeconds">Time that the processor spent on it, in hundredths.</param>
/// <param name="PeakKilobytes">The most memory that it held at once: maximum resident set, units of 1 024 bytes.</param>
/// <param name="Complaint">The first line that it wrote to standard error when it failed; else empty.</param>
internal sealed record Trial(
    Ending Ending, double Seconds, double ProcessorSeconds, long PeakKilobytes, string Complaint)
{
    /// <summary>
    /// Runs a program on one core, its output thrown away. GNU time sits between us and the program, because the
    /// kernel counts the memory of whoever starts a process into that process's peak; time is small.
    /// </summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="core">The core, from 0.</param>
    /// <param name="limit">After which time it is stopped.</param>
    /// <param name="folder">Where to put what it says.</param>
    public static Trial Run(IReadOnlyList<string> command, int core, TimeSpan limit, string folder)
    {
        string usage = Path.Combine(folder, "usage");
        string errors = Path.Combine(folder, "errors");
        File.Delete(usage);
        ProcessStartInfo start = new("/bin/sh")
        {
            ArgumentList =
            {
                "-c",
                "core=$1 usage=$2 errors=$3; shift 3; "
                    + "exec taskset -c \"$core\" time -q -f \"%M %U %S\" -o \"$usage\" \"$@\" "
                    + "</dev/null >/dev/null 2>\"$errors\"",
                "sh",
                core.ToString(CultureInfo.InvariantCulture),
                usage,
                errors,
            },
        };
        foreach (string word in command)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        bool hasEnded = process.WaitForExit(limit);
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new Trial(Ending.OverLimit, seconds, 0, 0, "");
        }

        string complaint = process.ExitCode == 0 ? "" : FirstLine(errors, process.ExitCode);
        Ending ending = process.ExitCode == 0 ? Ending.Done : Ending.Failed;
        (double busy, long peak) = ReadUsage(usage);
        return new Trial(ending, seconds, busy, peak, complaint);
    }

    /// <summary>
    /// Runs a program several times and gives its median in time, with the largest peak; stops at the first run that
    /// does not end well, and early when the runs take long.
    /// </summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="core">The core, from 0.</param>
    /// <param name="limit">After which time a run is stopped.</param>
    /// <param name="folder">Where to put what it says.</param>
    /// <param name="repetitions">How many runs; at least 1.</param>
    public static Trial Median(IReadOnlyList<string> command, int core, TimeSpan limit, string folder, int repetitions)
    {
        const double EnoughSeconds = 30;
        List<Trial> trials = [];
        double total = 0;
        while (trials.Count < repetitions && (total < EnoughSeconds || trials.Count % 2 == 0))
        {
            Trial trial = Run(command, core, limit, folder);
            if (trial.Ending != Ending.Done)
            {
                return trial;
            }

            trials.Add(trial);
            total += trial.Seconds;
        }

        trials.Sort((a, b) => a.Seconds.CompareTo(b.Seconds));
        return trials[trials.Count / 2] with { PeakKilobytes = trials.Max(trial => trial.PeakKilobytes) };
    }

    private static (double ProcessorSeconds, long PeakKilobytes) ReadUsage(string path)
    {
        string[] words = File.ReadAllLines(path)[^1].Split(' ');
        return (
            double.Parse(words[1], CultureInfo.InvariantCulture) + double.Parse(words[2], CultureInfo.InvariantCulture),
            long.Parse(words[0], CultureInfo.InvariantCulture));
    }

    private static string FirstLine(string path, int exitCode)
    {
        string line = File.ReadLines(path).FirstOrDefault(text => text.Length > 0) ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}: {line}");
    }
}
