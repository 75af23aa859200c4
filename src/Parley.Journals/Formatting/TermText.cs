using System.Globalization;
using System.Text;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Formatting;

/// <summary>Terms and sets of values in the words of the language.</summary>
public static class TermText
{
    /// <summary>Prints terms, alternatives with "or" between.</summary>
    /// <param name="record">The record that they are of.</param>
    /// <param name="terms">The terms, alternatives in ascending order.</param>
    /// <param name="result">Where to.</param>
    public static void Print(NegotiationRecord record, ReadOnlySpan<Term> terms, StringBuilder result)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(result);
        for (int i = 0; i < terms.Length; i++)
        {
            ref readonly Term term = ref terms[i];
            if (i > 0)
            {
                result.Append(term.Alternative != terms[i - 1].Alternative ? " or " : ", ");
            }

            Issue issue = record.Issues[term.IssueId];
            result.Append(issue.Name);
            Basis? basis = term.BasisIndex == 0 ? null : issue.Bases[term.BasisIndex - 1];
            if (basis is not null)
            {
                result.Append('.').Append(basis.Name);
            }

            if (term.Values.Kind != ValueSetKind.Topic)
            {
                result.Append(' ').Append(Print(issue, basis, term.Values));
                result.Append(term.IsApproximate ? "~" : "").Append(term.IsUncertain ? "?" : "");
            }
        }
    }

    /// <summary>A set of values with its operator, as in <c>&lt;= 3 %</c>; empty for a topic.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, or null.</param>
    /// <param name="values">The values.</param>
    public static string Print(Issue issue, Basis? basis, ValueSet values)
    {
        ArgumentNullException.ThrowIfNull(issue);
        string unit = basis?.Unit ?? issue.Unit;
        unit = unit.Length == 0 ? "" : " " + unit;
        switch (values.Kind)
        {
            case ValueSetKind.Topic:
                return "";
            case ValueSetKind.Labels:
                return "= " + string.Join(" | ", LabelsOf(issue, values.LabelBits));
            case ValueSetKind.Schedule:
                return PrintSchedule(issue, basis, values);
            case ValueSetKind.Ranges:
                return "= " + string.Join(" | ", values.Ranges.Select(r => PrintInner(r) + unit));
            default:
                return PrintRange(values.Range) + unit;
        }
    }

    private static string PrintSchedule(Issue issue, Basis? basis, ValueSet values)
    {
        StringBuilder result = new();
        foreach (ScheduleStep step in values.Steps)
        {
            result.Append(result.Length > 0 ? " then " : "").Append(Print(issue, basis, step.Values));
            if (step.Length is { } length)
            {
                string unit = length.Unit.ToString().ToLowerInvariant() + (length.Count == 1 ? "" : "s");
                result.Append(CultureInfo.InvariantCulture, $" for {length.Count} {unit}");
            }
        }

        return result.ToString();
    }

    private static string PrintRange(NumberRange range) => range switch
    {
        { IsPoint: true } => "= " + NumberText.Print(range.Low),
        { IsUnboundedBelow: true, IsUnboundedAbove: true } => "= ..",
        { IsUnboundedBelow: true } => (range.ExcludesHigh ? "< " : "<= ") + NumberText.Print(range.High),
        { IsUnboundedAbove: true } => (range.ExcludesLow ? "> " : ">= ") + NumberText.Print(range.Low),
        _ => "= " + PrintInner(range),
    };

    private static string PrintInner(NumberRange range)
    {
        if (range.IsPoint)
        {
            return NumberText.Print(range.Low);
        }

        string low = range.IsUnboundedBelow ? "" : NumberText.Print(range.Low);
        string high = range.IsUnboundedAbove ? "" : NumberText.Print(range.High);
        return $"{low}..{high}";
    }

    private static IEnumerable<string> LabelsOf(Issue issue, ulong bits)
    {
        for (int i = 0; i < issue.Labels.Count; i++)
        {
            if ((bits & (1UL << i)) != 0)
            {
                yield return issue.Labels[i];
            }
        }
    }
}
