using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Cli.Completion;
using Parley.Journals;

namespace Parley.Cli.Commands;

/// <summary><c>parley check</c>: the problems of journals.</summary>
internal static class CheckCommand
{
    private static readonly CommandPage Page = new(
        "check FILE|FOLDER... [OPTIONS]",
        """
        Reads journals and tells every problem in them: what is wrong, where, and one
        cure. Of a folder it takes all *.parley files below it. Each journal is checked
        on its own, with what it includes. Errors exit with 1; warnings alone do not.
        """,
        """
        parley check lake.parley
        parley check talks/ --json
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("check", "Tells the problems of journals.", Page);
        Argument<string[]> paths = new("FILE|FOLDER") { Arity = ArgumentArity.OneOrMore };
        Option<bool> json = new("--json") { Description = "Writes the problems as JSON." };
        Option<bool> all = new("--all") { Description = "Shows more than the first 20 problems of a journal." };
        paths.CompletionSources.Add(_ => [Suggestions.Journals]);
        command.Add(paths);
        command.Add(json);
        command.Add(all);
        command.SetAction(result =>
        {
            IReadOnlyList<string> files = Expand(host, result.GetRequiredValue(paths));
            return result.GetValue(json) ? WriteJson(host, files) : WriteText(host, files, result.GetValue(all));
        });
        return command;
    }

    private static List<string> Expand(Host host, IReadOnlyList<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            string full = host.FullPath(path);
            if (!Directory.Exists(full))
            {
                if (!File.Exists(full))
                {
                    throw new UsageException($"there is no file or folder {path}");
                }

                files.Add(path);
                continue;
            }

            List<string> found = [.. Directory
                .EnumerateFiles(full, "*" + JournalFiles.Extension, new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    IgnoreInaccessible = true,
                    MatchCasing = MatchCasing.CaseSensitive,
                })
                .Select(file => Path.Join(path, Path.GetRelativePath(full, file)))
                .Order(StringComparer.Ordinal)];
            if (found.Count == 0)
            {
                throw new UsageException($"there is no journal below {path}");
            }

            files.AddRange(found);
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    private static int WriteText(Host host, IReadOnlyList<string> files, bool all)
    {
        bool hasErrors = false;
        foreach (string file in files)
        {
            Journal journal = JournalFiles.Load(host, file);
            JournalFiles.WriteProblems(journal, host.Error, all, errorsOnly: false);
            hasErrors |= journal.HasErrors;
            int warnings = journal.ProblemCount - journal.ErrorCount;
            string problems = journal.ProblemCount == 0 ? "no problems"
                : string.Join(", ", Counts(journal.ErrorCount, "error").Concat(Counts(warnings, "warning")));
            host.Out.Write(FormattableString.Invariant(
                $"{file}: {journal.Record.Count} {(journal.Record.Count == 1 ? "entry" : "entries")}, {problems}\n"));
        }

        return hasErrors ? ExitCode.Problems : ExitCode.Done;
    }

    private static IEnumerable<string> Counts(int count, string noun) =>
        count == 0 ? [] : [FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}")];

    private static int WriteJson(Host host, IReadOnlyList<string> files)
    {
        bool hasErrors = false;
        using Utf8JsonWriter json = new(host.RawOut, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteString("report", "check");
        json.WriteStartArray("journals");
        foreach (string file in files)
        {
            Journal journal = JournalFiles.Load(host, file);
            hasErrors |= journal.HasErrors;
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteNumber("entryCount", journal.Record.Count);
            json.WriteNumber("errorCount", journal.ErrorCount);
            json.WriteNumber("warningCount", journal.ProblemCount - journal.ErrorCount);
            json.WritePropertyName("problems");
            JournalFiles.WriteProblems(journal, json);
            json.WriteEndObject();
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        host.RawOut.WriteByte((byte)'\n');
        return hasErrors ? ExitCode.Problems : ExitCode.Done;
    }
}
