using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Genius;

/// <summary>Reads one file of Genius XML, a domain or a profile.</summary>
/// <param name="file">Its name, for faults.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed class GeniusReader(string file, FaultList faults)
{
    /// <summary>The issues of a file, in order.</summary>
    /// <param name="root">The outermost element.</param>
    public List<IssueDeclaration> ReadIssues(XmlNode root)
    {
        List<IssueDeclaration> issues = [];
        foreach (XmlNode node in root.Descendants("issue"))
        {
            string name = node.Find("name") ?? "";
            if (issues.Any(i => i.Issue.Name == name))
            {
                Fault(node, $"a second issue is named \"{name}\"", "give every issue a name of its own");
            }
            else if (ReadIssue(node, name) is Issue issue)
            {
                issues.Add(new(issue, node.Find("description") ?? "",
                    [.. node.Elements("item").Select(i => i.Find("description") ?? "")]));
            }
        }

        if (issues.Count == 0 && faults.IsEmpty)
        {
            Fault(root, "no issue is declared", "add an issue element with its items or bounds");
        }

        return issues;
    }

    /// <summary>What one party wants.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="root">The outermost element of its profile.</param>
    /// <param name="issues">The issues of the domain.</param>
    public PartyDeclaration ReadParty(string name, XmlNode root, IReadOnlyList<IssueDeclaration> issues)
    {
        Dictionary<string, int> places = issues.Select((d, i) => (d.Issue.Name, i)).ToDictionary(p => p.Name, p => p.i);
        XmlNode? utility = root.Descendants("utility").FirstOrDefault();
        return new PartyDeclaration(
            name, utility is null ? ReadWorths(root, issues, places) : [], utility is null ? [] : ReadRectangles(root, utility, issues, places))
        {
            IsDividedByGreatest = utility is null,
            MaximumUtility = utility is null ? null : ReadPositive(utility, "maxutility"),
            Discount = root.Descendants("discount_factor").FirstOrDefault() is XmlNode d ? ReadNumber(d, "value") : null,
            ReservationValue = root.Descendants("reservation").FirstOrDefault() is XmlNode r ? ReadNumber(r, "value") : null,
        };
    }

    private Issue? ReadIssue(XmlNode node, string name)
    {
        string type = node.Find("type") ?? node.Find("vtype") ?? "discrete";
        if (type == "discrete")
        {
            string[] labels = [.. node.Elements("item").Select(i => i.Find("value") ?? "")];
            if (labels.Length > 0 && labels.Distinct().Count() == labels.Length)
            {
                return Issue.Categorical(name, labels);
            }

            Fault(node, labels.Length == 0 ? $"issue \"{name}\" has no item" : $"issue \"{name}\" has one value twice", "give it items with values that differ");
            return null;
        }

        if (type is not ("integer" or "real"))
        {
            Fault(node, $"issue \"{name}\" has the type \"{type}\"", "write discrete, integer or real");
            return null;
        }

        XmlNode bounds = node.Find("lowerbound") is null ? node.Descendants("range").FirstOrDefault() ?? node : node;
        if (ReadNumber(bounds, "lowerbound") is not Rational low || ReadNumber(bounds, "upperbound") is not Rational high)
        {
            return null;
        }

        if (high < low || (type == "integer" && high - low >= Issue.MostValues))
        {
            Fault(bounds, high < low ? $"the bounds of \"{name}\" are reversed" : $"issue \"{name}\" has more than {Issue.MostValues} values", "narrow the bounds, lowest first");
            return null;
        }

        return type == "real" ? Issue.Real(name, low, high) : Issue.Whole(name, low, high);
    }

    private List<IssueWorth> ReadWorths(XmlNode root, IReadOnlyList<IssueDeclaration> issues, Dictionary<string, int> places)
    {
        Dictionary<string, XmlNode> weights = [];
        foreach (XmlNode weight in root.Descendants("weight"))
        {
            if (!weights.TryAdd(weight.Find("index") ?? "", weight))
            {
                Fault(weight, $"issue {weight.Find("index")} has a second weight", "keep one weight an issue");
            }
        }

        List<IssueWorth> worths = [];
        HashSet<string> used = [];
        HashSet<int> seen = [];
        foreach (XmlNode node in root.Descendants("issue"))
        {
            string name = node.Find("name") ?? "";
            if (FindPlace(node, name, places) is not int place)
            {
                continue;
            }

            if (!seen.Add(place))
            {
                Fault(node, $"issue \"{name}\" stands twice in the profile", "keep one");
            }
            else if (!weights.TryGetValue(node.Find("index") ?? "", out XmlNode? weight))
            {
                Fault(node, $"issue \"{name}\" has no weight", "add a weight element with the index of the issue");
            }
            else if (used.Add(node.Find("index") ?? "") && ReadNumber(weight, "value") is Rational number && ReadValues(node, issues[place].Issue) is ValueFunction values)
            {
                worths.Add(new IssueWorth(place, number, values));
            }
        }

        foreach (string missing in places.Where(p => !seen.Contains(p.Value)).Select(p => p.Key))
        {
            Fault(root, $"the profile says nothing of issue \"{missing}\"", "add the issue with its evaluations and its weight");
        }

        foreach (XmlNode unused in weights.Where(w => !used.Contains(w.Key)).Select(w => w.Value))
        {
            Note(unused, $"the weight of index {unused.Find("index")} belongs to no issue and is left out", "take it out");
        }

        Rational sum = worths.Aggregate(Rational.Zero, (total, w) => total + w.Weight);
        if (Rational.Abs(sum - Rational.One) > ScenarioLimits.WeightSum)
        {
            Note(root, $"the weights add up to {ExactNumber.Show(sum)}, not 1; they are kept as written", "make them add up to 1");
        }

        return worths;
    }

    private ValueFunction? ReadValues(XmlNode node, Issue issue)
    {
        if (issue.IsNumeric)
        {
            return ReadLine(node, issue);
        }

        Rational?[] worths = new Rational?[issue.Labels.Count];
        Dictionary<string, int> labels = issue.Labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        foreach (XmlNode item in node.Elements("item"))
        {
            string label = item.Find("value") ?? "";
            if (!labels.TryGetValue(label, out int place))
            {
                Fault(item, $"\"{label}\" is no value of issue \"{issue.Name}\" in the domain", "use the values of the domain");
            }
            else
            {
                worths[place] = ReadNumber(item, "evaluation") ?? Rational.Zero;
            }
        }

        int gap = Array.FindIndex(worths, w => w is null);
        if (gap >= 0)
        {
            Fault(node, $"value \"{issue.Labels[gap]}\" of issue \"{issue.Name}\" has no evaluation", "add the item with its evaluation");
            return null;
        }

        return new TableValues(worths.Select(w => w!.Value));
    }

    private LinearValues? ReadLine(XmlNode node, Issue issue)
    {
        if (node.Descendants("evaluator").FirstOrDefault() is not XmlNode evaluator)
        {
            Fault(node, $"issue \"{issue.Name}\" has no evaluator", "add a linear evaluator");
            return null;
        }

        bool isOld = evaluator.Find("parameter0") is not null;
        return evaluator.Find("ftype") is not "linear"
            ? FaultOfLine(evaluator)
            : ReadNumber(evaluator, isOld ? "parameter0" : "offset") is Rational offset
                && ReadNumber(evaluator, isOld ? "parameter1" : "slope") is Rational slope
                ? new LinearValues(offset, slope)
                : null;

        LinearValues? FaultOfLine(XmlNode place)
        {
            Fault(place, $"the evaluator is of the form \"{place.Find("ftype")}\"", "only linear evaluators are read");
            return null;
        }
    }

    private List<Rectangle> ReadRectangles(XmlNode root, XmlNode utility, IReadOnlyList<IssueDeclaration> issues, Dictionary<string, int> places)
    {
        Dictionary<string, int> indexes = [];
        foreach (XmlNode node in root.Descendants("issue"))
        {
            if (FindPlace(node, node.Find("name") ?? "", places) is int place)
            {
                indexes[node.Find("index") ?? ""] = place;
            }
        }

        List<Rectangle> rectangles = [];
        foreach (XmlNode function in utility.Descendants("ufun"))
        {
            if (function.Find("aggregation") is not (null or "sum"))
            {
                Fault(function, $"rectangles are put together by \"{function.Find("aggregation")}\"", "only sums are read");
                continue;
            }

            Rational weight = function.Find("weight") is null ? Rational.One : ReadNumber(function, "weight") ?? Rational.One;
            foreach (XmlNode node in function.Descendants("hyperRectangle"))
            {
                RectangleSide[] sides = [.. node.Children.Select(s => ReadSide(s, issues, indexes)).OfType<RectangleSide>()];
                bool excludes = node.Elements("EXCLUDES").Any();
                if (excludes && node.Elements("INCLUDES").Any())
                {
                    Fault(node, "a rectangle has both INCLUDES and EXCLUDES", "write two rectangles");
                }
                else if (ReadNumber(node, "utility") is Rational worth)
                {
                    Rational own = node.Find("weight") is null ? Rational.One : ReadNumber(node, "weight") ?? Rational.One;
                    rectangles.Add(new Rectangle(worth, weight * own, excludes, sides));
                }
            }
        }

        return rectangles;
    }

    private RectangleSide? ReadSide(XmlNode node, IReadOnlyList<IssueDeclaration> issues, Dictionary<string, int> indexes)
    {
        if (node.Name is not ("INCLUDES" or "EXCLUDES") || !indexes.TryGetValue(node.Find("index") ?? "", out int issue))
        {
            Fault(node, $"{node.Name} {node.Find("index")} is no side of a rectangle", "write INCLUDES or EXCLUDES with the index of an issue");
            return null;
        }

        if (issues[issue].Issue is not { Kind: IssueKind.Whole, Count: <= ScenarioLimits.RectangleValues })
        {
            Fault(node, $"a rectangle lies on \"{issues[issue].Issue.Name}\"", $"rectangles lie on integer issues of at most {ScenarioLimits.RectangleValues} values");
            return null;
        }

        return ReadNumber(node, "min") is Rational low && ReadNumber(node, "max") is Rational high
            ? new RectangleSide(issue, low, high)
            : null;
    }

    private int? FindPlace(XmlNode node, string name, Dictionary<string, int> places)
    {
        if (places.TryGetValue(name, out int place))
        {
            return place;
        }

        Fault(node, $"the domain has no issue \"{name}\"", "use the names of the domain");
        return null;
    }

    private Rational? ReadPositive(XmlNode node, string attribute)
    {
        if (ReadNumber(node, attribute) is not Rational number || number.Sign > 0)
        {
            return ReadNumber(node, attribute);
        }

        Fault(node, $"{attribute} is not above 0", "write the greatest utility of the profile");
        return null;
    }

    private Rational? ReadNumber(XmlNode node, string attribute)
    {
        string? text = node.Find(attribute);
        if (text is not null && ExactNumber.TryRead(text, out Rational number))
        {
            return number;
        }

        string shown = text is { Length: > 40 } ? text[..40] + "…" : text ?? "";
        Fault(node, text is null ? $"{node.Name} has no {attribute}" : $"{attribute} \"{shown}\" is no number that can be read exactly", $"write {attribute} as a decimal number");
        return null;
    }

    private void Note(XmlNode node, string summary, string help) =>
        faults.Note(new ScenarioFault(file, node.Line, node.Column, summary, help));

    private void Fault(XmlNode node, string summary, string help) =>
        faults.Add(new ScenarioFault(file, node.Line, node.Column, summary, help));
}
