using Parley.Exchange.Declarations;
using Parley.Exchange.Trees;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.NegMas;

/// <summary>Reads one file of NegMAS, an outcome space or a utility function.</summary>
/// <param name="reading">The file.</param>
internal sealed class NegMasReader(TreeReading reading)
{
    /// <summary>Whether a node is an outcome space.</summary>
    /// <param name="root">The node.</param>
    public static bool IsSpace(TreeNode root) => TypeOf(root).EndsWith("OutcomeSpace", StringComparison.Ordinal);

    /// <summary>Whether a node is a utility function.</summary>
    /// <param name="root">The node.</param>
    public static bool IsFunction(TreeNode root) =>
        TypeOf(root).EndsWith("UtilityFunction", StringComparison.Ordinal) || TypeOf(root).EndsWith("UFun", StringComparison.Ordinal);

    /// <summary>The space that a utility function carries, or null.</summary>
    /// <param name="root">The function.</param>
    public static TreeNode? FindSpace(TreeNode root) => root.Find("outcome_space") is { Kind: TreeKind.Map } space
        ? space
        : root.Find("ufun") is { Kind: TreeKind.Map } inner ? FindSpace(inner) : null;

    /// <summary>The issues of a space, in order.</summary>
    /// <param name="space">The space.</param>
    public List<IssueDeclaration> ReadIssues(TreeNode space)
    {
        List<IssueDeclaration> issues = [];
        HashSet<string> names = [];
        foreach (TreeNode node in reading.Get(space, "issues", TreeKind.List)?.Items ?? [])
        {
            string name = node.Find("name")?.Text ?? "";
            if (!names.Add(name))
            {
                reading.Fault(node, $"a second issue is named \"{name}\"", "give every issue a name of its own");
            }
            else if (ReadIssue(node, name) is Issue issue)
            {
                issues.Add(new IssueDeclaration(issue, "", []));
            }
        }

        return issues;
    }

    /// <summary>What one party wants.</summary>
    /// <param name="file">What it is called when the file does not say.</param>
    /// <param name="root">The function.</param>
    /// <param name="issues">The issues of the space.</param>
    public PartyDeclaration? ReadParty(string file, TreeNode root, IReadOnlyList<IssueDeclaration> issues)
    {
        Rational? discount = null;
        TreeNode function = root;
        string type = TypeOf(root);
        if (type == "ExpDiscountedUFun")
        {
            if (reading.Get(root, "ufun", TreeKind.Map) is not TreeNode inner)
            {
                return null;
            }

            function = inner;
            discount = root.Find("discount") is TreeNode written ? reading.Number(written) : null;
            if (root.Find("factor") is { Text: not "relative_time" } factor)
            {
                reading.Note(factor, $"the discount is counted by \"{TreeBuilder.Shorten(factor.Text)}\" and is kept as one over the whole time", "say the discount over the whole time");
            }
        }

        if (!CanRead(function))
        {
            return null;
        }

        TreeNode? reserve = root.Find("reserved_value") ?? function.Find("reserved_value");
        string name = root.Find("name") is { Text.Length: > 0 } said ? said.Text : file;
        return new PartyDeclaration(Path.GetFileNameWithoutExtension(name), ReadWorths(function, issues), [])
        {
            Discount = discount,
            ReservationValue = reserve is null or { Text: "-.inf" or "-inf" or "null" or "" } ? null : reading.Number(reserve),
        };
    }

    /// <summary>Whether a function is one that can be read; a fault when it is not.</summary>
    /// <param name="function">The function.</param>
    public bool CanRead(TreeNode function)
    {
        string type = TypeOf(function);
        if (type is "LinearAdditiveUtilityFunction" or "ExpDiscountedUFun")
        {
            return true;
        }

        reading.Fault(function, $"a function of the type \"{TreeBuilder.Shorten(type)}\" is a program or not additive, and cannot be read", "give a LinearAdditiveUtilityFunction");
        return false;
    }

    private static string TypeOf(TreeNode node) => node.Find("type")?.Text.Split('.')[^1] ?? "";

    private List<IssueWorth> ReadWorths(TreeNode function, IReadOnlyList<IssueDeclaration> issues)
    {
        if (reading.Get(function, "values", TreeKind.List) is not TreeNode values)
        {
            return [];
        }

        TreeNode? weights = function.Find("weights") is null ? null : reading.Get(function, "weights", TreeKind.List);
        if (values.Items.Count != issues.Count || (weights is not null && weights.Items.Count != issues.Count))
        {
            reading.Fault(values, $"there are {values.Items.Count} functions and {weights?.Items.Count ?? values.Items.Count} weights for {issues.Count} issues", "give one of each for every issue, in their order");
            return [];
        }

        List<IssueWorth> worths = [];
        for (int i = 0; i < issues.Count; i++)
        {
            if ((weights is null ? Rational.One : reading.Number(weights.Items[i])) is Rational weight
                && ReadValues(values.Items[i], issues[i].Issue) is ValueFunction own)
            {
                worths.Add(new IssueWorth(i, weight, own));
            }
        }

        return worths;
    }

    private ValueFunction? ReadValues(TreeNode node, Issue issue)
    {
        switch (TypeOf(node))
        {
            case "TableFun":
                return reading.Get(node, "mapping", TreeKind.Map) is TreeNode table ? reading.Table(table, issue, allowsMore: true) : null;
            case "IdentityFun" when issue.IsNumeric:
                return new LinearValues(Rational.Zero, Rational.One);
            case "LinearFun" or "AffineFun" when issue.IsNumeric:
                return reading.Get(node, "slope", TreeKind.Scalar) is TreeNode slope && reading.Number(slope) is Rational rise
                    && (node.Find("bias") is TreeNode bias ? reading.Number(bias) : Rational.Zero) is Rational start
                    ? new LinearValues(start, rise)
                    : null;
            default:
                reading.Fault(node, $"a value function of the type \"{TreeBuilder.Shorten(TypeOf(node))}\" cannot be read on issue \"{issue.Name}\"", "give a TableFun, or a LinearFun on numbers");
                return null;
        }
    }

    private Issue? ReadIssue(TreeNode node, string name)
    {
        string type = TypeOf(node);
        TreeNode? values = node.Find("values");
        if (type is "ContiguousIssue" or "ContinuousIssue")
        {
            if (type == "ContiguousIssue" && values is { Kind: TreeKind.Scalar } && reading.Number(values) is Rational count)
            {
                return reading.Whole(values, name, Rational.Zero, count - Rational.One, Rational.One);
            }

            if (values is not { Kind: TreeKind.List, Items.Count: 2 })
            {
                reading.Fault(values ?? node, $"issue \"{name}\" has no two ends", "write values: [least, greatest]");
                return null;
            }

            return reading.Number(values.Items[0]) is Rational low && reading.Number(values.Items[1]) is Rational high
                ? type == "ContiguousIssue" ? reading.Whole(values, name, low, high, Rational.One)
                : high >= low ? Issue.Real(name, low, high) : reading.Whole(values, name, low, high, Rational.One)
                : null;
        }

        if (values is { Kind: TreeKind.List } list)
        {
            return type switch
            {
                "CategoricalIssue" => reading.Labels(list, name, [.. list.Items.Select(v => v.Text)]),
                "OrdinalIssue" or "OrderedIssue" or "DiscreteOrdinalIssue" => reading.Labels(list, name, [.. list.Items.Select(v => v.Text)], isOrdered: true),
                "CardinalIssue" or "DiscreteCardinalIssue" => ReadPoints(list, name),
                _ => Refuse(),
            };
        }

        return Refuse();

        Issue? Refuse()
        {
            reading.Fault(node, $"issue \"{name}\" of the type \"{TreeBuilder.Shorten(type)}\" has no values that can be read", "give a CategoricalIssue, ContiguousIssue or ContinuousIssue with values");
            return null;
        }
    }

    private Issue? ReadPoints(TreeNode list, string name)
    {
        Rational[] numbers = [.. list.Items.Select(reading.Number).OfType<Rational>().Order()];
        if (numbers.Length != list.Items.Count || numbers.Length == 0)
        {
            return numbers.Length == list.Items.Count ? reading.Labels(list, name, []) : null;
        }

        Rational step = numbers.Length > 1 ? numbers[1] - numbers[0] : Rational.One;
        bool isEven = step.Sign > 0 && numbers.Zip(numbers.Skip(1)).All(p => p.Second - p.First == step);
        return isEven ? reading.Whole(list, name, numbers[0], numbers[^1], step) : Issue.Real(name, numbers[0], numbers[^1]).OnPoints(numbers);
    }
}
