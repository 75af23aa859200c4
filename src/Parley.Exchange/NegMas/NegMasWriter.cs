using System.Text;
using Parley.Exchange.Declarations;
using Parley.Exchange.Writing;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.NegMas;

/// <summary>Writes a scenario as an outcome space and utility functions of NegMAS.</summary>
internal static class NegMasWriter
{
    /// <summary>The files.</summary>
    /// <param name="declaration">The scenario.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration)
    {
        PlainScenario plain = new PlainScenario(declaration, "NegMAS").WithoutRectangles().WithReservationValues();
        plain.Divided().WithoutDescriptions();
        IReadOnlyList<string> names = plain.FileNames();
        return plain.Finish(plain.Declaration.Parties
            .Select((p, i) => new WrittenFile(names[i] + ".yml", Profile(plain, p)))
            .Prepend(new WrittenFile("domain.yml", Domain(plain))));
    }

    private static string Domain(PlainScenario plain)
    {
        StringBuilder text = new();
        text.Append("name: ").Append(Quoted(plain.Declaration.Name.Length > 0 ? plain.Declaration.Name : "domain")).Append('\n');
        bool isDiscrete = plain.Declaration.Issues.All(i => i.Issue.Kind != IssueKind.Real);
        text.Append(isDiscrete ? "type: DiscreteCartesianOutcomeSpace\n" : "type: CartesianOutcomeSpace\n").Append("issues:\n");
        foreach (Issue issue in plain.Declaration.Issues.Select(i => i.Issue))
        {
            bool isContiguous = issue.Kind == IssueKind.Whole && issue.Low.Denominator.IsOne && issue.Count == (issue.High - issue.Low).Floor() + 1;
            (string type, IEnumerable<string> values) = issue switch
            {
                { Kind: IssueKind.Categorical } => ("CategoricalIssue", issue.Labels.Select(Quoted)),
                { Kind: IssueKind.Ordered } => ("OrdinalIssue", issue.Labels.Select(Quoted)),
                { Count: null } => ("ContinuousIssue", [plain.Show(issue.Low), plain.Show(issue.High)]),
                { Count: int } when isContiguous => ("ContiguousIssue", [plain.Show(issue.Low), plain.Show(issue.High)]),
                _ => ("DiscreteCardinalIssue", Enumerable.Range(0, issue.Count!.Value).Select(n => plain.Show(issue.NumberAt(n)))),
            };
            text.Append("- name: ").Append(Quoted(issue.Name)).Append("\n  type: ").Append(type).Append("\n  values:\n");
            foreach (string value in values)
            {
                text.Append("  - ").Append(value).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Profile(PlainScenario plain, PartyDeclaration party)
    {
        StringBuilder text = new();
        string name = "name: " + Quoted(party.Name) + "\n";
        string reserve = "reserved_value: " + (party.ReservationValue is { } value ? plain.Show(value) : "-.inf") + "\n";
        string indent = "";
        if (party.Discount is { } discount)
        {
            text.Append("type: ExpDiscountedUFun\n").Append(name).Append(reserve)
                .Append("discount: ").Append(plain.Show(discount)).Append("\nfactor: relative_time\nufun:\n");
            indent = "  ";
        }

        text.Append(indent).Append("type: LinearAdditiveUtilityFunction\n").Append(indent).Append(name).Append(indent).Append(reserve);
        text.Append(indent).Append("values:\n");
        foreach (IssueWorth worth in party.Worths)
        {
            WriteValues(text, plain, indent, plain.Declaration.Issues[worth.Issue].Issue, worth.Values);
        }

        text.Append(indent).Append("weights:\n");
        foreach (IssueWorth worth in party.Worths)
        {
            text.Append(indent).Append("- ").Append(plain.Show(worth.Weight)).Append('\n');
        }

        return text.ToString();
    }

    private static void WriteValues(StringBuilder text, PlainScenario plain, string indent, Issue issue, ValueFunction values)
    {
        if (values is LinearValues line)
        {
            text.Append(indent).Append("- type: AffineFun\n")
                .Append(indent).Append("  slope: ").Append(plain.Show(line.Slope)).Append('\n')
                .Append(indent).Append("  bias: ").Append(plain.Show(line.Intercept)).Append('\n');
            return;
        }

        text.Append(indent).Append("- type: TableFun\n").Append(indent).Append("  mapping:\n");
        for (int i = 0; i < issue.Count!.Value; i++)
        {
            text.Append(indent).Append("    ").Append(issue.IsNumeric ? plain.Show(issue.NumberAt(i)) : Quoted(issue.Labels[i]))
                .Append(": ").Append(plain.Show(values.At(issue, i))).Append('\n');
        }
    }

    /// <summary>A text in double quotes, with the escapes that JSON and YAML share.</summary>
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' =>
                    char.IsSurrogate(c) ? c.ToString() : $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
