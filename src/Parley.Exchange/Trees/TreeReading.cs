using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Trees;

/// <summary>What the readers of trees have in common: numbers, tables and places, with their faults.</summary>
/// <param name="file">Name of the file, for faults.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed class TreeReading(string file, FaultList faults)
{
    /// <summary>A fault at a node.</summary>
    /// <param name="node">Where.</param>
    /// <param name="summary">What is wrong.</param>
    /// <param name="help">One cure.</param>
    public void Fault(TreeNode node, string summary, string help) =>
        faults.Add(new ScenarioFault(file, node.Line, node.Column, summary, help));

    /// <summary>A note at a node.</summary>
    /// <param name="node">Where.</param>
    /// <param name="summary">What was found.</param>
    /// <param name="help">What can be done.</param>
    public void Note(TreeNode node, string summary, string help) =>
        faults.Note(new ScenarioFault(file, node.Line, node.Column, summary, help));

    /// <summary>The value of a key; a fault when there is none of the kind.</summary>
    /// <param name="node">A map.</param>
    /// <param name="key">The key.</param>
    /// <param name="kind">What the value is.</param>
    public TreeNode? Get(TreeNode node, string key, TreeKind kind)
    {
        TreeNode? value = node.Find(key);
        if (value?.Kind == kind)
        {
            return value;
        }

        Fault(value ?? node, value is null ? $"there is no \"{key}\" here" : $"\"{key}\" is no {NameOf(kind)}", $"write \"{key}\" as a {NameOf(kind)}");
        return null;
    }

    /// <summary>A number; a fault when it is none.</summary>
    /// <param name="node">A scalar, in quotes or not.</param>
    public Rational? Number(TreeNode node)
    {
        if (node.Kind == TreeKind.Scalar && ExactNumber.TryRead(node.Text, out Rational number))
        {
            return number;
        }

        Fault(node, $"\"{TreeBuilder.Shorten(node.Text)}\" is no number that can be read exactly", "write a decimal number");
        return null;
    }

    /// <summary>A worth for each value of an issue.</summary>
    /// <param name="table">Values with their worths.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="allowsMore">Whether worths of values that the issue does not have are left out with a note.</param>
    public TableValues? Table(TreeNode table, Issue issue, bool allowsMore = false)
    {
        if (issue.Count is not int count || count > ScenarioLimits.Elements)
        {
            Fault(table, $"issue \"{issue.Name}\" has too many values for a table", "give a line, or narrow the issue");
            return null;
        }

        Rational?[] worths = new Rational?[count];
        Dictionary<string, int> labels = issue.IsNumeric ? [] : issue.Labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        foreach ((TreeNode key, TreeNode value) in table.Members)
        {
            int known = PlaceIn(key, issue, labels);
            if (known < 0 && allowsMore)
            {
                Note(key, $"\"{TreeBuilder.Shorten(key.Text)}\" is no value of issue \"{issue.Name}\" and is left out", "take it out");
            }
            else if (PlaceOf(key, issue, labels) is int place && Number(value) is Rational worth)
            {
                worths[place] = worth;
            }
        }

        int gap = Array.FindIndex(worths, w => w is null);
        if (gap < 0)
        {
            return new TableValues(worths.Select(w => w!.Value));
        }

        string name = issue.IsNumeric ? ExactNumber.Show(issue.NumberAt(gap)) : issue.Labels[gap];
        Fault(table, $"value \"{name}\" of issue \"{issue.Name}\" has no worth", "give one for each value");
        return null;
    }

    /// <summary>The place of a value; a fault when the issue has no such value.</summary>
    /// <param name="key">The value.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="labels">Places of its labels.</param>
    public int? PlaceOf(TreeNode key, Issue issue, Dictionary<string, int>? labels = null)
    {
        int place = PlaceIn(key, issue, labels);
        if (place >= 0)
        {
            return place;
        }

        Fault(key, $"\"{TreeBuilder.Shorten(key.Text)}\" is no value of issue \"{issue.Name}\"", "use the values of the domain");
        return null;
    }

    /// <summary>Labels as an issue; a fault when there are none or one stands twice.</summary>
    /// <param name="node">Where.</param>
    /// <param name="name">Name of the issue.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="isOrdered">Whether their order means something.</param>
    public Issue? Labels(TreeNode node, string name, IReadOnlyList<string> labels, bool isOrdered = false)
    {
        if (labels.Count > 0 && labels.Distinct().Count() == labels.Count)
        {
            return isOrdered ? Issue.Ordered(name, labels) : Issue.Categorical(name, labels);
        }

        Fault(node, labels.Count == 0 ? $"issue \"{name}\" has no value" : $"issue \"{name}\" has one value twice", "give it values that differ");
        return null;
    }

    /// <summary>Whole steps as an issue; a fault when the ends are reversed or there are too many.</summary>
    /// <param name="node">Where.</param>
    /// <param name="name">Name of the issue.</param>
    /// <param name="low">The least.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="step">The distance.</param>
    public Issue? Whole(TreeNode node, string name, Rational low, Rational high, Rational step)
    {
        if (step.Sign > 0 && high >= low && (high - low) / step < Issue.MostValues)
        {
            return Issue.Whole(name, low, high, step);
        }

        Fault(node, $"the ends of \"{name}\" are reversed, the step is not above 0, or there are more than {Issue.MostValues} values", "write the least first, then the greatest, and a step above 0");
        return null;
    }

    /// <summary>Tells weights that do not add up to 1.</summary>
    /// <param name="node">Where.</param>
    /// <param name="worths">The weights.</param>
    public void CheckWeights(TreeNode node, IReadOnlyList<IssueWorth> worths)
    {
        Rational sum = worths.Aggregate(Rational.Zero, (total, w) => total + w.Weight);
        if (Rational.Abs(sum - Rational.One) > ScenarioLimits.WeightSum)
        {
            Fault(node, $"the weights add up to {ExactNumber.Show(sum)}, not 1", "make them add up to 1");
        }
    }

    private static int PlaceIn(TreeNode key, Issue issue, Dictionary<string, int>? labels) => !issue.IsNumeric
        ? labels is null ? issue.FindPlace(key.Text) : labels.GetValueOrDefault(key.Text, -1)
        : ExactNumber.TryRead(key.Text, out Rational number) ? issue.FindPlace(number) : -1;

    private static string NameOf(TreeKind kind) => kind switch
    {
        TreeKind.Map => "map",
        TreeKind.List => "list",
        _ => "single value",
    };

    /// <summary>The worths of the issues that have both a weight and values that can be read; faults are told.</summary>
    /// <param name="values">What each issue is worth, by its name.</param>
    /// <param name="weights">The weight of each issue, by its name.</param>
    /// <param name="issues">The issues.</param>
    /// <param name="read">Reads the values of one issue; null with the fault told.</param>
    public List<IssueWorth> Worths(
        TreeNode values, TreeNode weights, IReadOnlyList<IssueDeclaration> issues, Func<TreeNode, Issue, ValueFunction?> read)
    {
        List<IssueWorth> worths = [];
        for (int i = 0; i < issues.Count; i++)
        {
            Issue issue = issues[i].Issue;
            if (Get(values, issue.Name, TreeKind.Map) is TreeNode own
                && Get(weights, issue.Name, TreeKind.Scalar) is TreeNode weight
                && Number(weight) is Rational number
                && read(own, issue) is ValueFunction found)
            {
                worths.Add(new IssueWorth(i, number, found));
            }
        }

        return worths;
    }
}
