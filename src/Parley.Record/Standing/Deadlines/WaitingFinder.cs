using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Sets what waiting costs beside the gaps in the same money.</summary>
internal static class WaitingFinder
{
    private const decimal DaysOfMonth = 146_097m / 4_800m;

    /// <summary>One finding for each declared cost, in the order declared.</summary>
    public static List<Waiting> Find(StandingContext context, IReadOnlyList<Gap> gaps)
    {
        NegotiationRecord record = context.Record;
        List<Waiting> result = [];
        if (record.Costs.Count == 0)
        {
            return result;
        }

        int? end = EndOfWaiting(context);
        foreach (WaitingCost cost in record.Costs)
        {
            int? from = cost.From is { FirstDay: > DateInterval.OpenStart } date ? date.FirstDay : null;
            int? until = end;
            foreach (WaitingCost other in record.Costs)
            {
                if (other.Party == cost.Party && other.From is { } later && later.FirstDay > (from ?? int.MinValue)
                    && later.FirstDay - 1 < until)
                {
                    until = later.FirstDay - 1;
                }
            }

            // The day from which it counts is the first that costs.
            int? elapsed = from is { } start && until is { } stop ? Math.Max(0, stop - start + 1) : null;
            result.Add(new Waiting(
                cost,
                from,
                until,
                elapsed,
                elapsed is { } days ? Times(cost, days / DaysOf(cost.Per)) : null,
                [.. GapsOf(record, cost, gaps)]));
        }

        return result;
    }

    private static Estimate? Times(WaitingCost cost, decimal units)
    {
        decimal most = Math.Max(Math.Abs(cost.Amount.Low), Math.Abs(cost.Amount.High));
        return units > 0 && most > decimal.MaxValue / units ? null
            : new Estimate(cost.Amount.Low * units, cost.Amount.High * units);
    }

    private static decimal DaysOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => DaysOfMonth,
        _ => DaysOfMonth * 12,
    };

    private static IEnumerable<WaitingGap> GapsOf(NegotiationRecord record, WaitingCost cost, IReadOnlyList<Gap> gaps)
    {
        for (int i = 0; i < gaps.Count; i++)
        {
            Gap gap = gaps[i];
            Issue issue = record.Issues[gap.IssueId];
            string unit = gap.BasisIndex == 0 ? issue.Unit : issue.Bases[gap.BasisIndex - 1].Unit;
            if ((gap.First == cost.Party || gap.Second == cost.Party) && gap.Current is { } amount
                && unit == cost.Unit && unit.Length > 0)
            {
                yield return new WaitingGap(i, amount, cost.Amount.Low > 0
                    ? new Estimate(amount / cost.Amount.High, amount / cost.Amount.Low) : null);
            }
        }
    }

    /// <summary>The day of the answer, or of the last agreement with nothing of two parties after it.</summary>
    private static int? EndOfWaiting(StandingContext context)
    {
        int? result = context.LastDay;
        for (int i = context.Entries.Count - 1; i >= 0; i--)
        {
            Entry entry = context.Record[context.Entries[i]];
            if (entry.Verb == Verb.Agrees)
            {
                return entry.When.LastDay < result ? entry.When.LastDay : result;
            }

            if (entry.Verb is Verb.Offers or Verb.Demands or Verb.Rejects or Verb.Meet)
            {
                return result;
            }
        }

        return result;
    }
}
