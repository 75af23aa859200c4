using Parley.Exchange.Declarations;

namespace Parley.Exchange.Reading;

/// <summary>Reads a scenario: a folder, a domain with its profiles, or one file that carries both.</summary>
/// <remarks>
/// What a file is, its content says. In a folder, files that are neither domain nor profile are passed over, and
/// folders inside are not entered.
/// </remarks>
public static class ScenarioReader
{
    private static readonly string[] Endings = [".xml", ".json", ".yml", ".yaml"];

    /// <summary>Reads a scenario.</summary>
    /// <param name="paths">A folder, or files; the profiles make parties in the order of their paths.</param>
    public static ScenarioReading Read(params IEnumerable<string> paths) => Read(UtilityScale.Normalized, paths);

    /// <summary>Reads a scenario in a given scale.</summary>
    /// <param name="scale">In what utilities are counted.</param>
    /// <param name="paths">A folder, or files; the profiles make parties in the order of their paths.</param>
    public static ScenarioReading Read(UtilityScale scale, params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        FaultList faults = new();
        List<ScenarioFile> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                AddFile(path, isInFolder: false, files, faults);
                continue;
            }

            string[] found = [.. Directory.EnumerateFiles(path)
                .Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)];
            if (found.Length > ScenarioLimits.Files)
            {
                faults.Add(new(path, 0, 0, $"more than {ScenarioLimits.Files} files", "name the files of one scenario"));
                continue;
            }

            foreach (string file in found)
            {
                AddFile(file, isInFolder: true, files, faults);
            }
        }

        return Make(scale, files, faults);
    }

    private static void AddFile(string path, bool isInFolder, List<ScenarioFile> files, FaultList faults)
    {
        try
        {
            if (new FileInfo(path).Length > ScenarioLimits.Bytes)
            {
                faults.Add(new(path, 0, 0, $"the file has more than {ScenarioLimits.Bytes} bytes", "name a smaller file"));
            }
            else if (ScenarioFile.Read(path, File.ReadAllBytes(path), isInFolder, faults) is ScenarioFile file)
            {
                files.Add(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(path, 0, 0, "the file cannot be read", "look at its name and its permissions"));
        }
    }

    private static ScenarioReading Make(UtilityScale scale, List<ScenarioFile> files, FaultList faults)
    {
        ScenarioFile[] domains = [.. files.Where(f => f.IsDomain)];
        ScenarioFile[] profiles = [.. files.Where(f => !f.IsDomain)];
        ScenarioFile? source = domains.FirstOrDefault() ?? profiles.FirstOrDefault(p => p.HasIssues);
        if (faults.IsEmpty)
        {
            CheckFiles(files, domains, source, faults);
        }

        if (!faults.IsEmpty || source is null)
        {
            return new ScenarioReading(null, faults.Faults, faults.Notes);
        }

        List<IssueDeclaration> issues = source.ReadIssues(faults);
        PartyDeclaration[] parties = faults.IsEmpty ? [.. profiles.Select(p => p.ReadParty(issues, faults)).OfType<PartyDeclaration>()] : [];
        if (!faults.IsEmpty)
        {
            return new ScenarioReading(null, faults.Faults, faults.Notes);
        }

        foreach (PartyDeclaration party in parties.Where(p => p.Discount is { } d && (d.Sign <= 0 || d > 1)))
        {
            faults.Note(new(source.Name, 0, 0, $"the discount factor {ExactNumber.Show(party.Discount!.Value)} of {party.Name} is not above 0 and at most 1; it is taken for none", "write 1 where waiting costs nothing"));
        }

        string name = Path.GetFileNameWithoutExtension(source.Name);
        ScenarioDeclaration declaration = new(source.IsDomain ? name : "", issues, Distinct(parties));
        return new ScenarioReading(
            new Scenario(declaration.Name, ProblemMaker.Make(declaration, scale), declaration), [], faults.Notes);
    }

    private static void CheckFiles(List<ScenarioFile> files, ScenarioFile[] domains, ScenarioFile? source, FaultList faults)
    {
        if (files.FirstOrDefault(f => f.Format != files[0].Format) is ScenarioFile other)
        {
            faults.Add(new(other.Name, 0, 0, $"this file is of {other.Format}, those before of {files[0].Format}", "name the files of one scenario"));
        }
        else if (domains.Length > 1)
        {
            faults.Add(new(domains[1].Name, 0, 0, "there is a second domain", "name one domain with its profiles"));
        }
        else if (source is null)
        {
            faults.Add(new(files.FirstOrDefault()?.Name ?? "", 0, 0, "there is no domain", "name the file with the issues beside the profiles"));
        }
        else if (domains.Length == files.Count)
        {
            faults.Add(new(source.Name, 0, 0, "there is no profile", "name the profile of each party beside the domain"));
        }
    }

    /// <summary>Parties with names of their own: a name that stands twice gets a number.</summary>
    private static List<PartyDeclaration> Distinct(PartyDeclaration[] parties)
    {
        HashSet<string> names = [];
        List<PartyDeclaration> list = [];
        foreach (PartyDeclaration party in parties)
        {
            string name = party.Name;
            for (int number = 2; !names.Add(name); number++)
            {
                name = $"{party.Name} {number}";
            }

            list.Add(party with { Name = name });
        }

        return list;
    }
}
