using System.Numerics;
using System.Text;
using Parley.Record.Entries;

namespace Parley.Drawing.Wording;

/// <summary>Values of an issue in the words of the language.</summary>
internal static class ValueWords
{
    /// <summary>The values after the name of the issue, such as <c>&lt;= 3.67 %</c> or <c>= none | some</c>.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    /// <param name="values">The values.</param>
    /// <param name="words">How numbers are written.</param>
    /// <param name="withUnit">Whether the unit stands at the end.</param>
    /// <returns>Empty for a topic, of whose values nothing is said.</returns>
    public static string Print(Issue issue, int basis, ValueSet values, IWords words, bool withUnit)
    {
        string unit = withUnit ? Unit(issue, basis) : "";
        string suffix = unit.Length == 0 ? "" : " " + unit;
        switch (values.Kind)
        {
            case ValueSetKind.Topic:
                return "";
            case ValueSetKind.Labels:
                return Labels(issue, values.LabelBits, words);
            case ValueSetKind.Schedule:
                return Schedule(issue, basis, values, words) + suffix;
            case ValueSetKind.Range when values.IsEmpty:
            case ValueSetKind.Ranges when values.IsEmpty:
                return "no value";
            default:
                string text = Ranges(issue, basis, values.Ranges, words);
                return text.Length == 0 ? "any value" : text + suffix;
        }
    }

    /// <summary>Whether a set leaves nothing out of the scale.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    /// <param name="values">Numbers or labels.</param>
    public static bool IsAnyValue(Issue issue, int basis, ValueSet values) => values.Kind == ValueSetKind.Labels
        ? BitOperations.PopCount(values.LabelBits) is var count && count == issue.Labels.Count && count > 1
        : !values.IsEmpty && values.Ranges.All(range => Trim(range, basis == 0 ? issue.Range : NumberRange.All)
            is { IsUnboundedBelow: true, IsUnboundedAbove: true });

    /// <summary>The unit of a basis; empty when there is none.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    public static string Unit(Issue issue, int basis) => basis == 0 ? issue.Unit : issue.Bases[basis - 1].Unit;

    /// <summary>The name of an issue with its basis, as in <c>share.old</c>.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    public static string Name(Issue issue, int basis) =>
        basis == 0 ? issue.Name : issue.Name + "." + issue.Bases[basis - 1].Name;

    /// <summary>An amount with its unit; steps where the values are labels.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basis">The basis, 0 when not said.</param>
    /// <param name="amount">How much.</param>
    /// <param name="words">How numbers are written.</param>
    public static string Amount(Issue issue, int basis, decimal amount, IWords words)
    {
        string unit = issue.Kind == ScaleKind.Numbers ? Unit(issue, basis) : amount == 1 ? "step" : "steps";
        return unit.Length == 0 ? words.PrintNumber(amount) : words.PrintNumber(amount) + " " + unit;
    }

    private static string Labels(Issue issue, ulong bits, IWords words)
    {
        int count = BitOperations.PopCount(bits);
        if (count == 0)
        {
            return "no value";
        }

        if (IsAnyValue(issue, 0, ValueSet.OfLabels(bits)))
        {
            return "any value";
        }

        int first = BitOperations.TrailingZeroCount(bits);
        int last = 63 - BitOperations.LeadingZeroCount(bits);
        if (issue.Kind == ScaleKind.OrderedLabels && count > 1 && last - first + 1 == count)
        {
            if (first == 0)
            {
                return AtMost(words) + issue.Labels[last];
            }

            if (last == issue.Labels.Count - 1)
            {
                return AtLeast(words) + issue.Labels[first];
            }
        }

        StringBuilder text = new(Is(words));
        for (int i = first; i <= last; i++)
        {
            if ((bits >> i & 1) != 0)
            {
                text.Append(i == first ? "" : Or(words)).Append(issue.Labels[i]);
            }
        }

        return text.ToString();
    }

    private static string Ranges(Issue issue, int basis, IReadOnlyList<NumberRange> ranges, IWords words)
    {
        NumberRange whole = basis == 0 ? issue.Range : NumberRange.All;
        List<NumberRange> trimmed = [.. ranges.Select(range => Trim(range, whole))];
        bool isList = trimmed.All(IsClosed);
        StringBuilder text = new(isList ? Is(words) : "");
        for (int i = 0; i < trimmed.Count; i++)
        {
            text.Append(i == 0 ? "" : isList ? Or(words) : " or ").Append(Range(trimmed[i], words, isList));
        }

        return text.ToString();
    }

    /// <summary>An end that is the end of the issue itself says nothing, and is left out.</summary>
    private static NumberRange Trim(NumberRange range, NumberRange whole)
    {
        if (range.IsPoint)
        {
            return range;
        }

        bool dropsLow = !whole.IsUnboundedBelow && range.Low <= whole.Low && !range.ExcludesLow;
        bool dropsHigh = !whole.IsUnboundedAbove && range.High >= whole.High && !range.ExcludesHigh;
        return new NumberRange(
            dropsLow ? decimal.MinValue : range.Low,
            dropsHigh ? decimal.MaxValue : range.High,
            range.ExcludesLow,
            range.ExcludesHigh);
    }

    private static bool IsClosed(NumberRange range) =>
        !range.IsUnboundedBelow && !range.IsUnboundedAbove && !range.ExcludesLow && !range.ExcludesHigh;

    private static string Range(NumberRange range, IWords words, bool inList)
    {
        if (IsClosed(range))
        {
            string text = range.IsPoint
                ? words.PrintNumber(range.Low)
                : words.PrintNumber(range.Low) + (words.SaysValuesInWords ? " to " : "..") + words.PrintNumber(range.High);
            return inList ? text : Is(words) + text;
        }

        string above = words.SaysValuesInWords ? "above " : "> ";
        string below = words.SaysValuesInWords ? "below " : "< ";
        string low = range.IsUnboundedBelow ? "" : (range.ExcludesLow ? above : AtLeast(words)) + words.PrintNumber(range.Low);
        string high = range.IsUnboundedAbove ? "" : (range.ExcludesHigh ? below : AtMost(words)) + words.PrintNumber(range.High);
        return low.Length > 0 && high.Length > 0 ? low + " and " + high : low + high;
    }

    private static string AtMost(IWords words) => words.SaysValuesInWords ? "at most " : "<= ";

    private static string AtLeast(IWords words) => words.SaysValuesInWords ? "at least " : ">= ";

    private static string Is(IWords words) => words.SaysValuesInWords ? "" : "= ";

    private static string Or(IWords words) => words.SaysValuesInWords ? " or " : " | ";

    private static string Schedule(Issue issue, int basis, ValueSet values, IWords words)
    {
        StringBuilder text = new();
        foreach (ScheduleStep step in values.Steps)
        {
            string part = Print(issue, basis, step.Values, words, withUnit: false);
            if (text.Length > 0)
            {
                // The first step carries "=", and a later point stands bare: "= 6 then 3 then 2".
                bool isPlain = step.Values.IsPoint && step.Length is null && values.Steps.All(s => s.Length is null);
                text.Append(" then ").Append(isPlain ? part[Is(words).Length..] : part);
            }
            else
            {
                text.Append(part);
            }

            if (step.Length is { } length)
            {
                text.Append(" for ").Append(Phrases.Length(length));
            }
        }

        return text.ToString();
    }
}
