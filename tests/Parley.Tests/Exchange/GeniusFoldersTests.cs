using System.Text.Json;
using Parley.Exchange.Reading;
using Xunit;

namespace Parley.Tests.Exchange;

/// <summary>The scenario folders of Genius, the huge ones too.</summary>
public sealed class GeniusFoldersTests
{
    private static readonly HashSet<string> Offsets =
    [
        "anac/y2012/FitnessA", "anac/y2012/FitnessB", "anac/y2012/FitnessC", "other/AMPOvsCity",
        "other/inheritancedomain", "other/laptopdomain", "other/laptopdomainNoBayes", "other/web_service",
    ];

    [Fact]
    public void Every_folder_loads_with_the_issues_outcomes_and_parties_that_another_program_counts()
    {
        string folder = Requires.Shared("scenarios/genius");
        List<string> differences = [];
        int folders = 0;
        foreach (string line in File.ReadLines(Requires.Shared("scenarios/genius-expected.jsonl")))
        {
            using JsonDocument expected = JsonDocument.Parse(line);
            string path = expected.RootElement.GetProperty("path").GetString()!;
            folders++;
            ScenarioReading reading = ScenarioReader.Read(Path.Combine(folder, path));
            if (reading.Scenario is null)
            {
                ScenarioFault f = reading.Faults[0];
                differences.Add($"{path}: {Path.GetFileName(f.File)}:{f.Line}:{f.Column}: {f.Summary}");
                continue;
            }

            string count = reading.Scenario.Problem.Space.IsFinite ? reading.Scenario.Problem.Space.Count.ToString() : "real";

            // That program counts issues by the greatest index, and a few domains begin at 2.
            int issues = Offsets.Contains(path) ? 1 + reading.Scenario.Problem.Space.Issues.Count : reading.Scenario.Problem.Space.Issues.Count;
            string ours = $"{issues} {count} {reading.Scenario.Problem.Parties.Count}";
            string theirs = $"{expected.RootElement.GetProperty("n_issues").GetInt32()} {expected.RootElement.GetProperty("n").GetRawText()} {expected.RootElement.GetProperty("parties").GetInt32()}";
            if (ours != theirs)
            {
                differences.Add($"{path}: {ours}, there {theirs}");
            }
        }

        Assert.Equal(169, folders);
        Assert.True(differences.Count == 0, $"{differences.Count}\n{string.Join("\n", differences.Take(25))}");
    }
}
