using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>What falls without one origin, as sentences.</summary>
internal sealed class WeakLinkSentences(StandingReport report, Citer citer)
{
    /// <summary>Said where nothing falls without the origin that most entries rest on alone; else null.</summary>
    public string? NoneFalls()
    {
        Origin? top = report.Origins.Where(origin => origin.OnlyEntries > 0).MaxBy(origin => origin.OnlyEntries);
        return top is null || report.WeakLinks.Any(link => link.Origin == top.Source) ? null
            : $"Without {Name(top.Source)} none of them falls, though "
                + $"{Phrases.Count(top.OnlyEntries, "entry rests", "entries rest")} on it alone.";
    }

    public string WeakLink(WeakLink link)
    {
        List<string> parts = [];
        foreach (IGrouping<FindingKind, FallingFinding> group in link.Findings.GroupBy(finding => finding.Kind))
        {
            int[] entries = [.. group.Select(finding => EvidenceOf(report, finding).First).Distinct()];
            parts.Add($"{Count(group.Key, group.Count())} {citer.Bracketed(entries)}");
        }

        return $"Without {Name(link.Origin)} {(link.Findings.Count == 1 ? "falls" : "fall")}: "
            + string.Join("; ", parts) + ".";
    }

    /// <summary>The entries behind a finding of a report.</summary>
    public static Evidence EvidenceOf(StandingReport report, FallingFinding finding) => finding.Kind switch
    {
        FindingKind.Gap => report.Gaps[finding.Place].Evidence,
        FindingKind.Reversal => report.Reversals[finding.Place].Evidence,
        FindingKind.Division => report.Divided[finding.Place].Evidence,
        FindingKind.Promise => report.Promises[finding.Place].Evidence,
        FindingKind.Threat => report.Threats[finding.Place].Evidence,
        FindingKind.Clash => report.Clashes[finding.Place].Evidence,
        _ => report.Contested[finding.Place].Evidence,
    };

    private static string Name(Source origin) => Phrases.Name(origin)
        + (origin.Side is { } side ? $", on the side of {Phrases.Name(side)}," : "");

    private static string Count(FindingKind kind, int count) => kind switch
    {
        FindingKind.Gap => Phrases.Count(count, "gap", "gaps"),
        FindingKind.Reversal => Phrases.Count(count, "reversal", "reversals"),
        FindingKind.Division => Phrases.Count(count, "divided side", "divided sides"),
        FindingKind.Promise => Phrases.Count(count, "promise or what became of it", "promises or what became of them"),
        FindingKind.Threat => Phrases.Count(count, "threat or what became of it", "threats or what became of them"),
        FindingKind.Clash => Phrases.Count(count, "clash", "clashes"),
        _ => Phrases.Count(count, "contested act", "contested acts"),
    };
}
