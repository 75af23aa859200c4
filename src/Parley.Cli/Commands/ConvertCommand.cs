using System.CommandLine;
using System.Text;
using Parley.Exchange.Reading;
using Parley.Exchange.Writing;

namespace Parley.Cli.Commands;

/// <summary><c>parley convert</c>: scenario files of one program as those of another.</summary>
internal static class ConvertCommand
{
    private static readonly CommandPage Page = new(
        "convert IN... -o OUT [--to FORMAT] [--force]",
        """
        Reads a scenario of Genius (XML), GeniusWeb (JSON), NegMAS (YAML) or NegoLog
        (JSON) and writes it as another of these, or as a journal with issues, parties
        and preferences. IN is a folder, or a domain with its profiles; OUT is a folder,
        or a journal. Without --to, an OUT that ends in .parley is a journal. What the
        target cannot hold is told line by line. A file that is there stays, unless
        --force is given.
        """,
        """
        parley convert laptop -o laptop.parley
        parley convert domain.xml a.xml b.xml -o laptop --to negmas
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("convert", "Converts scenario files.", Page);
        Argument<string[]> inputs = new("IN") { Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--output", "-o") { Description = "Where to write: a folder, or a journal.", HelpName = "OUT", Required = true };
        Option<string> target = new("--to") { Description = "genius, geniusweb, negmas, negolog or journal.", HelpName = "FORMAT" };
        target.AcceptOnlyFromAmong("genius", "geniusweb", "negmas", "negolog", "journal");
        Option<bool> force = new("--force") { Description = "Replaces files that are there." };
        command.Add(inputs);
        command.Add(output);
        command.Add(target);
        command.Add(force);
        command.SetAction(result => Run(
            host, result.GetRequiredValue(inputs), result.GetRequiredValue(output), result.GetValue(target), result.GetValue(force)));
        return command;
    }

    private static int Run(Host host, string[] inputs, string output, string? target, bool force)
    {
        bool isJournal = target == "journal" || (target is null && output.EndsWith(JournalFiles.Extension, StringComparison.Ordinal));
        if (!isJournal && target is null)
        {
            throw new UsageException("the format is not known: OUT is no journal, and --to is not given");
        }

        if (ScenarioFiles.Read(host, inputs) is not Exchange.Scenario scenario)
        {
            return ExitCode.Problems;
        }

        ScenarioWriting writing = isJournal
            ? JournalWriter.Write(scenario.Declaration, Path.GetFileName(output))
            : ScenarioWriter.Write(scenario.Declaration, FormatOf(target!));
        foreach (string loss in writing.Losses)
        {
            host.Error.Write($"{output}: {(writing.Files.Count == 0 ? "error" : "loss")}: {loss}\n");
        }

        if (writing.Files.Count == 0)
        {
            return ExitCode.Problems;
        }

        string[] paths = [.. writing.Files.Select(f => isJournal ? output : Path.Join(output, f.Name))];
        if (!force && paths.FirstOrDefault(p => Path.Exists(host.FullPath(p))) is string present)
        {
            throw new UsageException($"{present} is already there, and was left as it is; --force replaces it");
        }

        WriteFiles(host, output, isJournal, writing.Files, paths);
        return ExitCode.Done;
    }

    private static void WriteFiles(Host host, string output, bool isJournal, IReadOnlyList<WrittenFile> files, string[] paths)
    {
        try
        {
            if (!isJournal)
            {
                Directory.CreateDirectory(host.FullPath(output));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{output} cannot be written", e);
        }

        for (int i = 0; i < files.Count; i++)
        {
            WholeFile.Replace(host.FullPath(paths[i]), paths[i], Encoding.UTF8.GetBytes(files[i].Text));
            host.Out.Write($"{paths[i]} is written\n");
        }
    }

    private static ScenarioFormat FormatOf(string target) => target switch
    {
        "genius" => ScenarioFormat.Genius,
        "geniusweb" => ScenarioFormat.GeniusWeb,
        "negmas" => ScenarioFormat.NegMas,
        _ => ScenarioFormat.NegoLog,
    };
}
