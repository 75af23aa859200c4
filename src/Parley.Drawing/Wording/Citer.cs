using System.Globalization;
using System.Text;
using Parley.Record.Standing;

namespace Parley.Drawing.Wording;

/// <summary>Names entries as a reader looks them up: by line, with the file where there are several.</summary>
internal sealed class Citer(IWords words, bool all)
{
    private const int Shown = 6;
    private const int Together = 3;

    /// <summary>The one file of all entries, or null.</summary>
    public string? OnlyFile { get; } = words.OnlyFile;

    /// <summary>One entry: <c>:42</c>, or <c>file:42</c>.</summary>
    public string Of(int entry) => OnlyFile is null ? words.Cite(entry) : words.Cite(entry)[OnlyFile.Length..];

    /// <summary>Entries without brackets; a long list is cut after six, and says so.</summary>
    /// <param name="entries">The entries, each once.</param>
    /// <param name="count">How many there are.</param>
    public string List(IEnumerable<int> entries, int count)
    {
        StringBuilder text = new();
        int shown = all ? count : Math.Min(count, Shown);
        foreach (int entry in entries.Take(shown))
        {
            text.Append(text.Length == 0 ? "" : shown <= Together ? ",\u00A0" : ", ").Append(Of(entry));
        }

        if (shown < count)
        {
            text.Append(CultureInfo.InvariantCulture, $" and {Phrases.Number(count - shown)} more");
        }

        return text.ToString();
    }

    /// <summary>The entries behind a finding, each once.</summary>
    public string List(Evidence evidence)
    {
        if (evidence.Count < 2)
        {
            return List(evidence.Entries(), evidence.Count);
        }

        List<int> entries = [.. evidence.Entries().Distinct()];
        return List(entries, entries.Count);
    }

    /// <summary>The entries of a finding as it ends with them: <c>[:42, :57]</c>.</summary>
    public string Bracketed(Evidence evidence) => "[" + List(evidence) + "]";

    /// <summary>Some entries in brackets.</summary>
    public string Bracketed(IReadOnlyList<int> entries) => "[" + List(entries, entries.Count) + "]";
}
