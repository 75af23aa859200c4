using System.Globalization;
using Parley.Exchange;
using Parley.Exchange.Reading;

namespace Parley.Cli;

/// <summary>Reads scenarios of other programs and tells what is wrong with their files.</summary>
internal static class ScenarioFiles
{
    /// <summary>Reads a scenario; notes and faults go to standard error.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="names">A folder, or files, as given.</param>
    /// <returns>Null when there is a fault.</returns>
    public static Scenario? Read(Host host, IEnumerable<string> names)
    {
        ScenarioReading reading = ScenarioReader.Read(names.Select(host.FullPath));
        Write(host, reading.Notes, "note");
        Write(host, reading.Faults, "error");
        return reading.Scenario;
    }

    private static void Write(Host host, IReadOnlyList<ScenarioFault> faults, string word)
    {
        foreach (ScenarioFault fault in faults)
        {
            string file = fault.File.Length == 0 ? "parley" : Path.GetRelativePath(host.WorkingDirectory, fault.File);
            string place = fault.Line > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{file}:{fault.Line}:{fault.Column}")
                : file;
            host.Error.Write($"{place}: {word}: {fault.Summary}\nhelp: {fault.Help}\n");
        }
    }
}
