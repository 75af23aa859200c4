using System.CommandLine;
using Parley.Cli.Commands;

namespace Parley.Cli;

/// <summary>The command line: finds the command that is asked for and runs it.</summary>
public static class App
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The words after the name of the program.</param>
    /// <param name="host">The machine it runs on.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Host host)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            int exit = Invoke(args, host);
            host.Out.Flush();
            host.RawOut.Flush();
            return exit;
        }
        catch (IOException e)
        {
            host.Error.Write($"parley: the answer could not be written: {Plain(e)}\n");
            return ExitCode.WrongUsage;
        }
        catch (Exception e)
        {
            host.Error.Write($"bug PB0001: {Sentence(e)}; please report\n");
            if (host.Environment("PARLEY_TRACE") == "1")
            {
                host.Error.Write(e + "\n");
            }

            return ExitCode.Bug;
        }
    }

    private static int Invoke(IReadOnlyList<string> args, Host host)
    {
        RootCommand root = Create(host);

        // A word that begins with "@" is a word: files of arguments are not read.
        ParseResult result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Command command = result.CommandResult.Command;
        if (result.Errors.Count > 0)
        {
            return Refuse(host, command, [.. result.Errors.Select(error => error.Message).Distinct()]);
        }

        try
        {
            return result.Invoke(new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (UsageException e)
        {
            return Refuse(host, command, [e.Message]);
        }
    }

    private static RootCommand Create(Host host)
    {
        RootCommand root = new("A negotiation desk: keeps the record of talks in plain text and answers from it.")
        {
            NewCommand.Create(host),
            CheckCommand.Create(host),
            FormatCommand.Create(host),
            StandCommand.Create(host),
            TimelineCommand.Create(host),
            DealsCommand.Create(host),
            BriefCommand.Create(host),
            PlotCommand.Create(host),
            ConvertCommand.Create(host),
            ExplainCommand.Create(host),
            CompletionCommand.Create(host),
            ManCommand.Create(host),
            CompletionCommand.CreateAnswer(host),
        };
        HelpPage.Install(root, host);
        return root;
    }

    private static int Refuse(Host host, Command command, IReadOnlyList<string> messages)
    {
        foreach (string message in messages)
        {
            host.Error.Write($"parley: {message.TrimEnd('.')}\n");
        }

        if (command is PagedCommand paged)
        {
            host.Error.Write($"help: parley {paged.Page.Usage}\n");
            host.Error.Write($"help: parley {paged.Name} --help tells more\n");
        }
        else
        {
            host.Error.Write('\n');
            HelpPage.Write(command, host.Error);
        }

        return ExitCode.WrongUsage;
    }

    private static string Sentence(Exception e) =>
        e.GetType().Name + ": " + Plain(e);

    private static string Plain(Exception e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
