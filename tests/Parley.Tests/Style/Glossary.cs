using System.Text.RegularExpressions;

namespace Parley.Tests.Style;

/// <summary>One row of <c>docs/glossary.md</c>.</summary>
/// <param name="Terms">Names in code.</param>
/// <param name="Meaning">What the term means.</param>
/// <param name="Refused">Names that are refused for it, where a test can tell; other synonyms stand without code marks.</param>
internal sealed record GlossaryRow(IReadOnlyList<string> Terms, string Meaning, IReadOnlyList<string> Refused);

/// <summary>The words of the field, as <c>docs/glossary.md</c> lays them down.</summary>
internal static partial class Glossary
{
    /// <summary>Its rows, in file order.</summary>
    public static IReadOnlyList<GlossaryRow> Rows { get; } = [.. Read()];

    private static IEnumerable<GlossaryRow> Read()
    {
        foreach (string line in File.ReadLines(Repository.At("docs/glossary.md")))
        {
            string[] cells = [.. line.Split('|').Select(c => c.Trim())];
            if (cells.Length == 5 && cells[0].Length == 0 && cells[1].StartsWith('`'))
            {
                yield return new GlossaryRow(Names(cells[1]), cells[2], Names(cells[3]));
            }
        }
    }

    private static string[] Names(string cell) => [.. InCode().Matches(cell).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InCode();
}
