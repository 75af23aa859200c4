using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>
/// Finds what a side says before the media that leaves the other side nothing: a red line, a demand, a statement of
/// the best value for itself alone, or one that takes back what was held.
/// </summary>
internal sealed class HardStatements
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly HashSet<int> harderTurns = [];

    public HardStatements(StandingContext context, IEnumerable<Reversal> reversals)
    {
        this.context = context;
        record = context.Record;
        foreach (Reversal reversal in reversals)
        {
            if (reversal.To is { } to && IsHarder(reversal, to))
            {
                harderTurns.Add(reversal.Evidence.Second);
            }
        }
    }

    /// <summary>The hard statements of all sides, in order of time.</summary>
    public IEnumerable<(int Entry, bool IsContested)> Find()
    {
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb is not (Verb.Says or Verb.Demands or Verb.RedLine) || context.Accounts.IsSecond(index))
            {
                continue;
            }

            int accounts = 0;
            int hard = 0;
            foreach (int account in Acts.AccountsOf(context, index))
            {
                accounts++;
                hard += IsHard(account) ? 1 : 0;
            }

            if (hard > 0)
            {
                yield return (index, hard < accounts || context.Accounts.IsContested(index));
            }
        }
    }

    private bool IsHard(int index)
    {
        Entry entry = record[index];
        if (StandingContext.Place(entry.Forum) != Forum.Media || !ValueReading.CountsAsPosition(record, entry)
            || entry.Terms.IsEmpty)
        {
            return false;
        }

        if (entry.Verb is Verb.RedLine or Verb.Demands || harderTurns.Contains(index))
        {
            return true;
        }

        foreach (ref readonly Term term in entry.Terms)
        {
            if (ValueReading.IsValue(term) && LeavesOnlyTheBest(entry, term))
            {
                return true;
            }
        }

        return false;
    }

    private bool LeavesOnlyTheBest(in Entry entry, in Term term)
    {
        Issue issue = record.Issues[term.IssueId];
        Want? want = record.WantOf(entry.Speaker, issue, entry.When.FirstDay);
        ValueSet? best = BestOf(issue, want);
        return best is { } values
            && Scales.LimitOf(issue, term.BasisIndex, want, values) is { } most
            && Scales.LimitOf(issue, term.BasisIndex, want, ValueReading.ReadExact(record, term)) is { } limit
            && limit.CompareTo(most) >= 0;
    }

    /// <summary>The best value of an issue for who wants it so; null without a direction or where the scale is open.</summary>
    private static ValueSet? BestOf(Issue issue, Want? want)
    {
        if (want is null or { Direction: Direction.None })
        {
            return null;
        }

        if (issue.Kind != ScaleKind.Numbers)
        {
            int best = Enumerable.Range(0, issue.Labels.Count).MinBy(label => Scales.Rank(want, label));
            return issue.Kind == ScaleKind.OrderedLabels || want.Direction == Direction.Ordered
                ? ValueSet.OfLabels(1UL << best) : null;
        }

        NumberRange range = issue.Range;
        return want.Direction == Direction.High
            ? (range.IsUnboundedAbove ? null : ValueSet.OfRange(new NumberRange(range.High, range.High)))
            : (range.IsUnboundedBelow ? null : ValueSet.OfRange(new NumberRange(range.Low, range.Low)));
    }

    private bool IsHarder(Reversal reversal, ValueSet to)
    {
        Issue issue = record.Issues[reversal.IssueId];
        Want? want = record.WantOf(reversal.Party, issue, record[reversal.Evidence.Second].When.FirstDay);
        return Scales.LimitOf(issue, reversal.BasisIndex, want, reversal.From) is { } before
            && Scales.LimitOf(issue, reversal.BasisIndex, want, to) is { } after
            && after.CompareTo(before) > 0;
    }
}
