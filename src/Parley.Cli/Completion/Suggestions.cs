using System.CommandLine;
using System.CommandLine.Completions;

namespace Parley.Cli.Completion;

/// <summary>What may stand where a command line is being written.</summary>
internal static class Suggestions
{
    /// <summary>Stands for journals and folders, which the shell looks for itself: it knows its quotes and its home.</summary>
    public static CompletionItem Journals { get; } = new("<journals>");

    /// <summary>Finds what may stand in the place of the last word.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="words">The words after the name of the program; the last is the unfinished one, empty at a blank.</param>
    /// <returns>
    /// Words that begin like the unfinished one, in the order of their names; <see cref="Journals"/> among them where
    /// a journal may stand. Empty when nothing is known of what may.
    /// </returns>
    public static IReadOnlyList<CompletionItem> Find(RootCommand root, IReadOnlyList<string> words)
    {
        string current = words.Count == 0 || words[^1] == "=" ? "" : words[^1];

        // Bash takes --on=2025 for three words.
        List<string> before = [.. words.Take(words.Count - 1).Where(word => word != "=")];
        List<CompletionItem> found = [.. FindAll(root, before, current)];
        return [.. found
            .Where(item => item == Journals || item.Label.StartsWith(current, StringComparison.Ordinal))
            .OrderBy(item => item.Label, StringComparer.Ordinal)];
    }

    private static IEnumerable<CompletionItem> FindAll(RootCommand root, List<string> before, string current)
    {
        if (before.Count == 0)
        {
            return current.StartsWith('-') ? Names(root.Options) : Names(root.Subcommands);
        }

        if (root.Subcommands.FirstOrDefault(command => command.Name == before[0]) is not { } command)
        {
            return [];
        }

        int equals = current.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && FindWithValue(command, current[..equals]) is { } assigned)
        {
            return Values(root, before, assigned.CompletionSources)
                .Select(item => new CompletionItem(current[..(equals + 1)] + item.Label, detail: item.Detail));
        }

        if (before.Count > 1 && FindWithValue(command, before[^1]) is { } open)
        {
            return Values(root, before[..^1], open.CompletionSources);
        }

        IEnumerable<CompletionItem> options = Names(command.Options.Where(option => !before.Contains(option.Name)))
            .Append(new CompletionItem("--help", detail: "Shows this page."));
        if (current.StartsWith('-'))
        {
            return options;
        }

        return FindArgument(command, before) is { } argument ? Values(root, before, argument.CompletionSources) : options;
    }

    private static IEnumerable<CompletionItem> Names(IEnumerable<Symbol> symbols) => symbols
        .Where(symbol => !symbol.Hidden)
        .Select(symbol => new CompletionItem(symbol.Name, detail: symbol.Description));

    private static IEnumerable<CompletionItem> Values(
        RootCommand root, List<string> before, IEnumerable<Func<CompletionContext, IEnumerable<CompletionItem>>> sources)
    {
        // The sources themselves: asked through its option, a source is held to the last of these words.
        CompletionContext context = root.Parse(before).GetCompletionContext();
        return sources.SelectMany(source => source(context));
    }

    private static Option? FindWithValue(Command command, string name) =>
        command.Options.FirstOrDefault(option => option.Name == name && option.HelpName is { Length: > 0 });

    private static Argument? FindArgument(Command command, List<string> before)
    {
        int count = 0;
        for (int i = 1; i < before.Count; i++)
        {
            if (FindWithValue(command, before[i]) is not null)
            {
                i++;
            }
            else if (!before[i].StartsWith('-'))
            {
                count++;
            }
        }

        foreach (Argument argument in command.Arguments)
        {
            count -= argument.Arity.MaximumNumberOfValues;
            if (count < 0)
            {
                return argument;
            }
        }

        return null;
    }
}
