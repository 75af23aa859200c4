using System.CommandLine;
using Parley.Cli.Completion;
using Parley.Journals;

namespace Parley.Cli.Commands;

/// <summary><c>parley fmt</c>: the canonical layout.</summary>
internal static class FormatCommand
{
    private static readonly CommandPage Page = new(
        "fmt FILE... [--check]",
        """
        Lays journals out in their canonical form: the same words and comments, with
        settled blanks, columns and line ends. A file is replaced only when the new text
        is whole on the disk, and only when it differs. A text with faults in its very
        letters is left as it is. With - as the file it reads standard input and writes
        standard output.
        """,
        """
        parley fmt lake.parley
        parley fmt --check talks/*.parley
        """);

    public static Command Create(Host host)
    {
        PagedCommand command = new("fmt", "Lays journals out in their canonical form.", Page);
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore };
        Option<bool> check = new("--check") { Description = "Only names the files that would change; exits with 1." };
        files.CompletionSources.Add(_ => [Suggestions.Journals]);
        command.Add(files);
        command.Add(check);
        command.SetAction(result =>
        {
            int exit = ExitCode.Done;
            foreach (string file in result.GetRequiredValue(files))
            {
                exit = Math.Max(exit, Run(host, file, result.GetValue(check)));
            }

            return exit;
        });
        return command;
    }

    private static int Run(Host host, string file, bool check)
    {
        bool isInput = file == "-";
        Journal journal = isInput ? JournalFiles.Read(host) : JournalFiles.Load(host, file);
        if (JournalFiles.Format(journal) is not { } formatted)
        {
            JournalFiles.WriteProblems(journal, host.Error, all: false, errorsOnly: true);
            host.Error.Write($"{file}: left as it is\n");
            return ExitCode.Problems;
        }

        bool isSame = journal.Texts[0].Bytes.SequenceEqual(formatted);
        if (check)
        {
            host.Out.Write(isSame ? "" : $"{file} would change\n");
            return isSame ? ExitCode.Done : ExitCode.Problems;
        }

        if (isInput)
        {
            host.RawOut.Write(formatted);
        }
        else if (!isSame)
        {
            WholeFile.Replace(JournalFiles.RealPath(host, file), file, formatted);
        }

        return ExitCode.Done;
    }
}
