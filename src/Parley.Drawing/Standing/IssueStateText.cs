using Parley.Drawing.Wording;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>How the parties stand to each other on the issues, in one sentence.</summary>
internal static class IssueStateText
{
    private const int Named = 5;

    /// <summary>All issues by how the parties stand; empty when nobody holds a position.</summary>
    public static string Sentence(StandingReport report, StandingSentences say)
    {
        if (report.IssueStates.Count == 0)
        {
            return "";
        }

        List<string> parts = [];
        Add(parts, report, say, IssueStateKind.Agreed, "an agreement stands on");
        Add(parts, report, say, IssueStateKind.Clash, "red lines clash on");
        Add(parts, report, say, IssueStateKind.Apart, "latest positions exclude each other on");
        Add(parts, report, say, IssueStateKind.Meeting, "they share a value on");
        Add(parts, report, say, IssueStateKind.OneSided, "one side alone holds a position on");
        string issues = Phrases.Count(report.IssueStates.Count, "issue", "issues");
        List<int> entries = [.. report.IssueStates.SelectMany(state => state.Evidence.Entries()).Distinct().Order()];
        return $"Of {issues} on which a party holds a position, {string.Join("; ", parts)}. {say.Citer.Bracketed(entries)}";
    }

    private static void Add(
        List<string> parts, StandingReport report, StandingSentences say, IssueStateKind kind, string words)
    {
        List<string> issues = [.. report.IssueStates.Where(state => state.Kind == kind)
            .Select(state => say.Issue(state.IssueId, state.BasisIndex) + (state.IsContested ? " (contested)" : ""))];
        int more = issues.Count - Named;
        if (more > 0)
        {
            issues = [.. issues.Take(Named), $"{Phrases.Number(more)} more"];
        }

        if (issues.Count > 0)
        {
            parts.Add($"{words} {Phrases.List(issues)}");
        }
    }
}
