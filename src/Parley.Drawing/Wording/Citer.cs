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

    /// <summary>The entries of a finding without brackets; a long list is cut after six, and says so.</summary>
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

    /// <summary>The entries of a finding as it ends with them: <c>[:42, :57]</c>.</summary>
    public string Bracketed(Evidence evidence) => "[" + List(evidence.Entries(), evidence.Count) + "]";

    /// <summary>Some entries in brackets.</summary>
    public string Bracketed(IReadOnlyList<int> entries) => "[" + List(entries, entries.Count) + "]";
}
