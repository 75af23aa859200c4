using Parley.Exchange.Declarations;
using Parley.Exchange.Trees;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.GeniusWeb;

/// <summary>Reads one file of GeniusWeb, a domain or a linear-additive profile.</summary>
/// <param name="reading">The file.</param>
internal sealed class GeniusWebReader(TreeReading reading)
{
    /// <summary>The key of a linear-additive profile.</summary>
    public const string Profile = "LinearAdditiveUtilitySpace";

    /// <summary>The issues of a domain, in order.</summary>
    /// <param name="domain">A domain, or the part of a profile that is one.</param>
    public List<IssueDeclaration> ReadIssues(TreeNode domain)
    {
        List<IssueDeclaration> issues = [];
        foreach ((TreeNode key, TreeNode value) in reading.Get(domain, "issuesValues", TreeKind.Map)?.Members ?? [])
        {
            if (ReadIssue(key.Text, value) is Issue issue)
            {
                issues.Add(new IssueDeclaration(issue, "", []));
            }
        }

        return issues;
    }

    /// <summary>What one party wants.</summary>
    /// <param name="file">What it is called when the profile does not say.</param>
    /// <param name="root">The outermost node.</param>
    /// <param name="issues">The issues of the domain.</param>
    public PartyDeclaration? ReadParty(string file, TreeNode root, IReadOnlyList<IssueDeclaration> issues)
    {
        if (reading.Get(root, Profile, TreeKind.Map) is not TreeNode space
            || reading.Get(space, "issueUtilities", TreeKind.Map) is not TreeNode utilities
            || reading.Get(space, "issueWeights", TreeKind.Map) is not TreeNode weights)
        {
            return null;
        }

        List<IssueWorth> worths = reading.Worths(utilities, weights, issues, ReadValues);
        foreach ((TreeNode key, _) in utilities.Members.Where(m => issues.All(i => i.Issue.Name != m.Key.Text)))
        {
            reading.Fault(key, $"the domain has no issue \"{TreeBuilder.Shorten(key.Text)}\"", "use the names of the domain");
        }

        if (worths.Count == issues.Count)
        {
            reading.CheckWeights(weights, worths);
        }

        string name = space.Find("name") is { Kind: TreeKind.Scalar, Text.Length: > 0 } said ? said.Text : file;
        return new PartyDeclaration(name, worths, [])
        {
            ReservationOutcome = space.Find("reservationBid") is { Kind: TreeKind.Map } bid ? ReadBid(bid, issues) : null,
        };
    }

    private Dictionary<int, int>? ReadBid(TreeNode bid, IReadOnlyList<IssueDeclaration> issues)
    {
        if (reading.Get(bid, "issuevalues", TreeKind.Map) is not TreeNode values)
        {
            return null;
        }

        Dictionary<int, int> outcome = [];
        for (int i = 0; i < issues.Count; i++)
        {
            if (values.Find(issues[i].Issue.Name) is TreeNode value && reading.PlaceOf(value, issues[i].Issue) is int place)
            {
                outcome[i] = place;
            }
        }

        return outcome;
    }

    private Issue? ReadIssue(string name, TreeNode node)
    {
        if (node.Find("values") is { Kind: TreeKind.List } values)
        {
            return reading.Labels(values, name, [.. values.Items.Select(v => v.Text)]);
        }

        if (node.Find("range") is not { Kind: TreeKind.List, Items.Count: 3 } range)
        {
            reading.Fault(node, $"issue \"{name}\" has neither values nor a range of three numbers", "write \"values\": […] or \"range\": [least, greatest, step]");
            return null;
        }

        return reading.Number(range.Items[0]) is Rational low && reading.Number(range.Items[1]) is Rational high
            && reading.Number(range.Items[2]) is Rational step
            ? reading.Whole(range, name, low, high, step)
            : null;
    }

    private ValueFunction? ReadValues(TreeNode node, Issue issue)
    {
        if (node.Find("numberutils") is not { Kind: TreeKind.Map } line)
        {
            return reading.Get(node, "discreteutils", TreeKind.Map) is TreeNode discrete
                && reading.Get(discrete, "valueUtilities", TreeKind.Map) is TreeNode table
                ? reading.Table(table, issue)
                : null;
        }

        if (Number(line, "lowValue") is not Rational low || Number(line, "highValue") is not Rational high
            || Number(line, "lowUtility") is not Rational worst || Number(line, "highUtility") is not Rational best)
        {
            return null;
        }

        if (high <= low || !issue.IsNumeric)
        {
            reading.Fault(line, $"the line of \"{issue.Name}\" has no two ends on numbers", "write lowValue below highValue, on an issue with a range");
            return null;
        }

        Rational slope = (best - worst) / (high - low);
        return new LinearValues(worst - (slope * low), slope);
    }

    private Rational? Number(TreeNode node, string key) =>
        reading.Get(node, key, TreeKind.Scalar) is TreeNode value ? reading.Number(value) : null;
}
