using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Parley.Tests.Golden;

/// <summary>Runs one <c>parley</c> command.</summary>
/// <param name="arguments">What follows the name of the program.</param>
/// <param name="folder">The folder in which it runs.</param>
/// <param name="input">What it reads from.</param>
/// <param name="output">What its output goes to.</param>
/// <param name="error">What its messages go to; the same as <paramref name="output"/> where both are shown.</param>
/// <returns>The exit code.</returns>
internal delegate int ParleyRun(
    IReadOnlyList<string> arguments, string folder, Stream input, Stream output, Stream error);

/// <summary>
/// Replays a golden page: lays out the files that it declares, runs its commands, and writes the page again with
/// what they print.
/// </summary>
/// <remarks>
/// <para>A page is Markdown. <c>```parley NAME</c> and <c>```text NAME</c> declare a file, <c>```hex NAME</c> one of
/// raw bytes; <c>xN</c> behind the name repeats its last line; <c>```link NAME</c> declares a link to the path in the block. In a block of <c>```console</c> a line <c>$ parley …</c> is a command and the lines below it are exactly
/// what it prints, output and messages in order; a last line <c>[exit 1]</c> tells an exit code that is not 0.
/// <c>$ cat NAME</c> shows a file. <c>examples/</c> is at hand.</para>
/// <para>What a page cannot hold is made visible: control characters as the symbols of Unicode for them, bytes that are
/// not UTF-8 as <c>\xNN</c>, a missing last line end as a line <c>[no line end]</c>.</para>
/// </remarks>
internal sealed partial class PageRunner
{
    private const string Elision = "…";
    private readonly ParleyRun parley;
    private readonly bool allowsElision;

    /// <summary>Creates a runner.</summary>
    /// <param name="parley">The program.</param>
    /// <param name="allowsElision">Whether a line <c>…</c> in an answer may stand for lines left out.</param>
    public PageRunner(ParleyRun parley, bool allowsElision)
    {
        this.parley = parley;
        this.allowsElision = allowsElision;
    }

    /// <summary>Replays a page.</summary>
    /// <param name="text">The page, with line feeds.</param>
    /// <returns>The page with every answer as the program gives it: equal to the page when all were right.</returns>
    /// <exception cref="PageException">The page cannot be replayed as it is written, or tests nothing.</exception>
    public string Replay(string text)
    {
        using PageFolder folder = new();
        string[] lines = text.Split('\n');
        List<string> result = [];
        int unusedFile = 0;
        int commands = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            Match opening = Opening().Match(lines[i]);
            if (!opening.Success)
            {
                result.Add(lines[i]);
                continue;
            }

            int end = FindClosing(lines, i, opening.Groups["fence"].Value);
            string[] body = lines[(i + 1)..end];
            string[] file = Repeat(body, opening.Groups["times"].Value);
            string kind = opening.Groups["kind"].Value;
            if (kind == "console")
            {
                string[] answered = [.. Answer(body, i + 2, folder)];
                string fence = FenceAround(answered, opening.Groups["fence"].Value);
                result.AddRange([fence + "console", .. answered, fence]);
                commands += answered.Count(l => l.StartsWith("$ ", StringComparison.Ordinal));
                unusedFile = 0;
            }
            else
            {
                unusedFile = Declare(kind, opening.Groups["name"].Value, file, i + 1, folder) ? i + 1 : unusedFile;
                result.AddRange(lines[i..(end + 1)]);
            }

            i = end;
        }

        return commands == 0 ? throw new PageException(1, "the page has no console block with a command, and so tests nothing")
            : unusedFile > 0 ? throw new PageException(unusedFile, "no command follows this file")
            : string.Join('\n', result);
    }

    [GeneratedRegex("^(?<fence>`{3,})(?<kind>[a-z]*)(?: +(?<name>\\S+))?(?: +x(?<times>[0-9]+))? *$")]
    private static partial Regex Opening();

    /// <summary>A file may say how often its last line stands in it, so that a page can hold a large one.</summary>
    private static string[] Repeat(string[] body, string times) => times.Length == 0 || body.Length == 0
        ? body
        : [.. body[..^1], .. Enumerable.Repeat(body[^1], int.Parse(times, CultureInfo.InvariantCulture))];

    private static int FindClosing(string[] lines, int opening, string fence)
    {
        for (int i = opening + 1; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            if (line.Length >= fence.Length && line.All(c => c == '`'))
            {
                return i;
            }
        }

        throw new PageException(opening + 1, "the block is not closed");
    }

    private static bool Declare(string kind, string name, string[] body, int line, PageFolder folder)
    {
        switch (kind, name)
        {
            case ("parley" or "hex" or "link", ""):
                throw new PageException(line, "a block of a journal must name its file, so that it is tested");
            case ("parley" or "text", not ""):
                folder.WriteText(name, body, line);
                return true;
            case ("link", _):
                folder.Link(name, body, line);
                return true;
            case ("hex", _):
                folder.WriteHex(name, body, line);
                return true;
            default:
                return false;
        }
    }

    private static string FenceAround(string[] answered, string fence)
    {
        while (answered.Any(l => l.StartsWith(fence, StringComparison.Ordinal)))
        {
            fence += "`";
        }

        return fence;
    }

    private IEnumerable<string> Answer(string[] body, int firstLine, PageFolder folder)
    {
        if (body.Length == 0 || !body[0].StartsWith("$ ", StringComparison.Ordinal))
        {
            throw new PageException(firstLine, "a console block begins with \"$ \" and a command");
        }

        for (int i = 0; i < body.Length;)
        {
            int next = i + 1;
            while (next < body.Length && !body[next].StartsWith("$ ", StringComparison.Ordinal))
            {
                next++;
            }

            yield return body[i];
            List<string> actual = Run(PageCommand.Parse(body[i][2..], firstLine + i), firstLine + i, folder);
            foreach (string line in Elide(body[(i + 1)..next], actual, firstLine + i))
            {
                yield return line;
            }

            i = next;
        }
    }

    private List<string> Run(PageCommand command, int line, PageFolder folder)
    {
        if (command.Arguments.Any(a => a.StartsWith("examples", StringComparison.Ordinal)))
        {
            folder.BringExamples();
        }

        using MemoryStream shown = new();
        int exit = 0;
        if (command.Program == "cat")
        {
            foreach (string name in command.Arguments)
            {
                shown.Write(File.ReadAllBytes(folder.At(name, line)));
            }
        }
        else
        {
            using Stream input = command.Input is null ? Stream.Null : File.OpenRead(folder.At(command.Input, line));
            using Stream output = command.Output is null ? shown : folder.Create(command.Output, line);
            exit = parley(command.Arguments, folder.Path, input, output, shown);
        }

        string text = Show(shown.ToArray());
        if (text.Contains(folder.Path, StringComparison.Ordinal))
        {
            throw new PageException(line, $"the answer names a folder of this machine:\n{text}");
        }

        List<string> lines = [.. text.Split('\n')];
        if (lines[^1].Length > 0)
        {
            lines.Add("[no line end]");
        }
        else
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Find(l => l.StartsWith("$ ", StringComparison.Ordinal)) is { } prompt)
        {
            throw new PageException(line, $"the answer holds a line that reads as a command: {prompt}");
        }

        if (exit != 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"[exit {exit}]"));
        }

        return lines;
    }

    /// <summary>The answer to write: the expected one where it fits with its elisions, else the actual one.</summary>
    private IReadOnlyList<string> Elide(string[] expected, List<string> actual, int line)
    {
        int[] marks = [.. Enumerable.Range(0, expected.Length).Where(i => expected[i] == Elision)];
        if (marks.Length == 0)
        {
            return actual;
        }

        if (!allowsElision)
        {
            throw new PageException(line, "only the README and the pages of docs/ may leave lines out");
        }

        if (marks.Length == expected.Length)
        {
            throw new PageException(line, "an answer of nothing but \"…\" tests nothing; leave lines around it");
        }

        if (Fits(expected, 0, actual, 0))
        {
            return expected;
        }

        int tail = expected.Length - marks[^1] - 1;
        return marks.Length == 1 && actual.Count > marks[0] + tail
            ? [.. actual[..marks[0]], Elision, .. actual[^tail..]]
            : actual;
    }

    private static bool Fits(string[] expected, int at, List<string> actual, int from)
    {
        for (; at < expected.Length; at++, from++)
        {
            if (expected[at] == Elision)
            {
                return Enumerable.Range(from + 1, Math.Max(0, actual.Count - from))
                    .Any(next => Fits(expected, at + 1, actual, next));
            }

            if (from >= actual.Count || actual[from] != expected[at])
            {
                return false;
            }
        }

        return from == actual.Count;
    }

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) != System.Buffers.OperationStatus.Done)
            {
                foreach (byte b in bytes[..length])
                {
                    text.Append("\\x").Append(b.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
            else if (rune.Value is < 0x20 and not '\n' and not '\t')
            {
                text.Append((char)(0x2400 + rune.Value));
            }
            else
            {
                text.Append(rune.Value == 0x7F ? "␡" : rune.ToString());
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
