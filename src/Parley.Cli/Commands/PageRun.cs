using System.CommandLine;
using System.Text;
using Parley.Journals;
using Parley.Record.Standing;

namespace Parley.Cli.Commands;

/// <summary>The file and the options of a command that makes a page or a picture, and the way to where it is written.</summary>
internal sealed class PageRun
{
    private readonly JournalInput input;
    private readonly Option<string> output;
    private readonly Option<bool> force = new("--force") { Description = "Writes over a file that it did not make itself." };
    private readonly Host host;

    public PageRun(Command command, Host host, string outputName, Argument? second = null)
    {
        this.host = host;
        output = new("-o") { Description = "Writes to that file; to standard output when left out.", HelpName = outputName };
        input = new JournalInput(host, takesSeveral: second is null);
        command.Add(input.Files);
        if (second is not null)
        {
            command.Add(second);
        }

        foreach (Option option in (IEnumerable<Option>)[output, .. input.Options, force])
        {
            command.Add(option);
        }
    }

    /// <summary>The file to write to as given, or null.</summary>
    public string? Output(ParseResult result) => result.GetValue(output);

    /// <summary>Reads the journal and writes what is made of it, whole or not at all.</summary>
    /// <param name="result">What was asked.</param>
    /// <param name="mark">What stands near the beginning of what the command makes.</param>
    /// <param name="write">Makes it.</param>
    /// <returns>1 when the journal has errors: it is then made from what could be read.</returns>
    public int Invoke(ParseResult result, string mark, Action<Journal, AsOf, TextWriter> write)
    {
        AsOf asOf = input.AsOf(result);
        string[] names = input.Names(result);
        Journal journal = input.Load(result);
        string? target = Output(result);
        string path = target is null ? "" : JournalFiles.RealPath(host, target);
        foreach (string name in target is null ? [] : names)
        {
            WholeFile.Allow(path, target!, mark, JournalFiles.RealPath(host, name), result.GetValue(force));
        }

        StringWriter text = new() { NewLine = "\n" };
        write(journal, asOf, text);
        JournalFiles.WriteProblems(journal, host.Error, all: false, errorsOnly: true);
        if (target is null)
        {
            host.Out.Write(text.GetStringBuilder());
        }
        else
        {
            WholeFile.Replace(path, target, Encoding.UTF8.GetBytes(text.ToString()));
        }

        return journal.HasErrors ? ExitCode.Problems : ExitCode.Done;
    }
}
