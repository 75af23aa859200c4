using System.Text;

namespace Parley.Tests.Golden;

/// <summary>One command of a console block.</summary>
/// <param name="Program"><c>parley</c> or <c>cat</c>.</param>
/// <param name="Arguments">What follows it.</param>
/// <param name="Input">The file that it reads from, or null.</param>
/// <param name="Output">The file that its output goes to, or null when it is shown.</param>
internal sealed record PageCommand(string Program, IReadOnlyList<string> Arguments, string? Input, string? Output)
{
    private static readonly string[] FromSource = ["dotnet", "run", "--project", "src/Parley.Cli", "--"];

    /// <summary>Reads a command.</summary>
    /// <param name="text">The line without its prompt.</param>
    /// <param name="line">Its place on the page, from 1.</param>
    /// <exception cref="PageException">A quote is open, or the program is none that a page may run.</exception>
    public static PageCommand Parse(string text, int line)
    {
        List<string> words = Split(text, line);
        if (words.Take(FromSource.Length).SequenceEqual(FromSource))
        {
            words.RemoveRange(0, FromSource.Length);
            words.Insert(0, "parley");
        }

        if (words.Count == 0 || words[0] is not ("parley" or "cat"))
        {
            throw new PageException(line, "a console block runs parley and cat; put other commands in a block of sh");
        }

        string? input = TakeRedirection(words, "<", line);
        string? output = TakeRedirection(words, ">", line);
        return new PageCommand(words[0], words[1..], input, output);
    }

    private static string? TakeRedirection(List<string> words, string sign, int line)
    {
        int at = words.IndexOf(sign);
        if (at < 0)
        {
            return null;
        }

        if (at + 1 == words.Count)
        {
            throw new PageException(line, $"a file name must follow {sign}");
        }

        string name = words[at + 1];
        words.RemoveRange(at, 2);
        return name;
    }

    private static List<string> Split(string text, int line)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        foreach (char c in text)
        {
            if (quote != '\0')
            {
                if (c == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word!.Append(c);
                }
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                word ??= new StringBuilder();
            }
            else if (c == ' ')
            {
                AddWord();
            }
            else
            {
                (word ??= new StringBuilder()).Append(c);
            }
        }

        if (quote != '\0')
        {
            throw new PageException(line, "a quote is not closed");
        }

        AddWord();
        return words;

        void AddWord()
        {
            if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
    }
}
