using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Fuzz;

/// <summary>What the fuzzer starts from.</summary>
internal static class Seeds
{
    private const int MaxLength = 1_500;

    private static readonly string[] Words =
    [
        "negotiation", "party", "member", "mediator", "bystander", "track", "issue", "basis", "wants", "status-quo",
        "costs", "source", "prefers", "aim", "condition", "expects", "include", "about", "from", "decides",
        "negotiates", "ratifies", "opposes", "supports", "single-undertaking", "sum", "mean", "compounded", "last",
        "weight", "value", "reserve", "alternative", "high", "low", "step", "less", "plus", "times", "then", "for",
        "years", "months", "weeks", "days", "or", "unknown", "in", "via", "re", "replaces", "if", "unless", "by",
        "within", "as", "subject-to", "because", "known", "quote", "yes", "no", "requires", "excludes", "through",
        "firm", "floated", "without-prejudice", "provisional", "final", "precondition", "round", "military", "economic",
        "@table", "@letter", "@private", "@media", "@public", "press", "broadcast", "document", "official", "people 2",
        "own", "feed", "on-record", "background", "deep-background", "off-record", "A2", "side", "published", "sealed",
        "2025-05-18", "2025-05-18~", "2025-05?", "2025-05-14/2025-05-20", "../2025-05-01", "2025-0X", "2025-21",
        "2025-05-18T21:00+03:30", "3.67", "12k USD", "3..5", "<=", ">=", "->", "|", "^", "#o1", "\"", "\\\"", "\r\n",
        "\u00EF\u00BB\u00BF", "j.parley", "a.parley", "b.parley",
    ];

    /// <summary>Cuts every journal of a working copy, and every journal on its pages, into small texts.</summary>
    /// <param name="root">The working copy.</param>
    /// <param name="folder">Where the seeds go; made when missing.</param>
    /// <returns>How many there are; texts that are equal count once.</returns>
    public static int Write(string root, string folder)
    {
        Directory.CreateDirectory(folder);
        int count = 0;
        foreach (string seed in Journals(root).SelectMany(Cut).Distinct(StringComparer.Ordinal))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(seed);
            string name = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            count++;
        }

        return count;
    }

    /// <summary>Writes the words of the language, one a line, as afl-fuzz reads them.</summary>
    /// <param name="file">Where.</param>
    public static void WriteDictionary(string file) => File.WriteAllLines(
        file,
        Words.Concat(Verbs.Table.Select(v => v.Name)).Distinct(StringComparer.Ordinal).Select(w => $"\"{Escape(w)}\""));

    private static IEnumerable<string> Journals(string root)
    {
        string examples = Path.Combine(root, "examples");
        foreach (string file in Directory.EnumerateFiles(examples, "*.parley").Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllText(file);
        }

        string[] folders = [.. new[] { "docs", Path.Combine("tests", "cases") }
            .Select(f => Path.Combine(root, f)).Where(Directory.Exists)];
        foreach (string page in folders.SelectMany(f => Directory.EnumerateFiles(f, "*.md", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal))
        {
            string[] parts = File.ReadAllText(page).Split("```");
            for (int i = 1; i < parts.Length; i += 2)
            {
                if (parts[i].StartsWith("parley ", StringComparison.Ordinal))
                {
                    yield return parts[i][(parts[i].IndexOf('\n', StringComparison.Ordinal) + 1)..];
                }
            }
        }
    }

    /// <summary>A long journal as its declarations with a few of its entries at a time.</summary>
    private static IEnumerable<string> Cut(string journal)
    {
        if (journal.Length <= MaxLength)
        {
            yield return journal;
            yield break;
        }

        string[] lines = journal.Split('\n');
        for (int i = 0; i < lines.Length;)
        {
            StringBuilder part = new();
            while (i < lines.Length && part.Length + lines[i].Length < MaxLength)
            {
                part.Append(lines[i++]).Append('\n');
            }

            if (part.Length == 0)
            {
                part.Append(lines[i++].AsSpan(0, MaxLength)).Append('\n');
            }

            yield return part.ToString();
        }
    }

    private static string Escape(string word)
    {
        StringBuilder result = new();
        foreach (byte b in Encoding.UTF8.GetBytes(word))
        {
            result.Append(b is < 0x20 or >= 0x7F or (byte)'"' or (byte)'\\'
                ? "\\x" + b.ToString("X2", CultureInfo.InvariantCulture)
                : ((char)b).ToString());
        }

        return result.ToString();
    }
}
