using Parley.Exchange.Declarations;
using Parley.Exchange.Trees;
using Parley.Outcomes;

namespace Parley.Exchange.NegoLog;

/// <summary>Reads one profile of NegoLog, which carries its domain.</summary>
/// <param name="reading">The file.</param>
internal sealed class NegoLogReader(TreeReading reading)
{
    /// <summary>The issues, in order.</summary>
    /// <param name="root">The outermost node.</param>
    public List<IssueDeclaration> ReadIssues(TreeNode root)
    {
        List<IssueDeclaration> issues = [];
        foreach ((TreeNode key, TreeNode value) in reading.Get(root, "issues", TreeKind.Map)?.Members ?? [])
        {
            if (reading.Labels(value, key.Text, [.. value.Members.Select(m => m.Key.Text)]) is Issue issue)
            {
                issues.Add(new IssueDeclaration(issue, "", []));
            }
        }

        return issues;
    }

    /// <summary>What one party wants.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="root">The outermost node.</param>
    /// <param name="issues">The issues.</param>
    public PartyDeclaration? ReadParty(string name, TreeNode root, IReadOnlyList<IssueDeclaration> issues)
    {
        if (reading.Get(root, "issues", TreeKind.Map) is not TreeNode tables
            || reading.Get(root, "issueWeights", TreeKind.Map) is not TreeNode weights)
        {
            return null;
        }

        List<IssueWorth> worths = reading.Worths(tables, weights, issues, (table, issue) => reading.Table(table, issue));
        foreach ((TreeNode key, _) in tables.Members.Where(m => issues.All(i => i.Issue.Name != m.Key.Text)))
        {
            reading.Fault(key, $"the other profile has no issue \"{TreeBuilder.Shorten(key.Text)}\"", "use the same issues in all profiles");
        }

        if (worths.Count == issues.Count)
        {
            reading.CheckWeights(weights, worths);
        }

        return new PartyDeclaration(name, worths, [])
        {
            ReservationValue = root.Find("reservationValue") is TreeNode reserve ? reading.Number(reserve) : null,
        };
    }
}
