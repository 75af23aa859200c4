using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Holds forecasts against what was agreed after them.</summary>
internal sealed class ForecastFinder
{
    // So many later agreements on one issue are looked through, so that no record costs the square of its size.
    private const int MostCompared = 1_000;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;

    // Firm agreements by issue and basis, in order of time.
    private readonly Dictionary<(int Issue, int Basis), List<int>> agreed = [];
    private readonly Dictionary<(int Issue, int Basis), Term> statusQuo = [];

    public ForecastFinder(StandingContext context)
    {
        this.context = context;
        record = context.Record;
    }

    /// <summary>Forecasts in order of time.</summary>
    public List<ForecastScore> Find()
    {
        List<int> forecasts = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Forecasts && !context.Accounts.IsSecond(index))
            {
                forecasts.Add(index);
            }
            else if (entry.Verb == Verb.Agrees && ValueReading.IsFirm(entry.Firmness) && !context.Accounts.IsSecond(index))
            {
                foreach (ref readonly Term term in entry.Terms)
                {
                    if (ValueReading.IsValue(term))
                    {
                        ListOf(term.IssueId, term.BasisIndex).Add(index);
                    }
                }
            }
        }

        foreach (Term term in forecasts.Count == 0 ? [] : record.StatusQuo.SelectMany(quo => quo.Terms))
        {
            statusQuo.TryAdd((term.IssueId, term.BasisIndex), term);
        }

        return forecasts.ConvertAll(Score);
    }

    private ForecastScore Score(int index)
    {
        Entry entry = record[index];
        DateInterval? due = entry.HasDetails ? entry.Details.Deadline : null;
        List<int> evidence = [index];
        bool isStatusQuo = false;
        ForecastState state = ForecastState.WordsOnly;
        foreach (Term term in entry.Terms)
        {
            if (ValueReading.IsValue(term))
            {
                ForecastState found = Score(index, term, due, evidence, ref isStatusQuo);
                state = state == ForecastState.WordsOnly ? found : Worse(state, found);
            }
        }

        return new ForecastScore(
            index, entry.Speaker.Id, entry.Tag, state, due, isStatusQuo, Evidence.Of([.. evidence.Distinct()]));
    }

    private ForecastState Score(int index, Term term, DateInterval? due, List<int> evidence, ref bool isStatusQuo)
    {
        Issue issue = record.Issues[term.IssueId];
        ValueSet foretold = ValueReading.ReadExact(record, term);
        int? agreement = null;
        List<int>? agreements = agreed.GetValueOrDefault((term.IssueId, term.BasisIndex));
        int last = (agreements?.Count ?? 0) - 1;
        for (int i = last; i >= 0 && i > last - MostCompared && agreement is null; i--)
        {
            bool isInTime = due is not { } day || context.Accounts.DateOf(agreements![i]).LastDay <= day.LastDay;
            agreement = isInTime && context.CompareTime(index, agreements![i]) < 0 ? agreements[i] : null;
        }

        ValueSet? came = null;
        if (agreement is { } outcome)
        {
            evidence.Add(outcome);
            foreach (ref readonly Term other in record[outcome].Terms)
            {
                came ??= other.IssueId == term.IssueId && other.BasisIndex == term.BasisIndex
                    ? ValueReading.ReadExact(record, other) : null;
            }
        }
        else if (due is not { } dueDay || context.LastDay is not { } today || dueDay.LastDay >= today)
        {
            return ForecastState.Open;
        }
        else if (statusQuo.TryGetValue((term.IssueId, term.BasisIndex), out Term holds))
        {
            isStatusQuo = true;
            came = ValueReading.ReadExact(record, holds);
        }

        return came is not { } values ? ForecastState.NothingToCompare
            : Scales.AreDisjoint(issue, term.BasisIndex, foretold, values) ? ForecastState.Miss
            : Scales.IsWithin(issue, term.BasisIndex, values, foretold) ? ForecastState.Hit
            : ForecastState.Undecided;
    }

    /// <summary>A miss on one issue is a miss; else what is open or cannot be compared keeps the whole from being a hit.</summary>
    private static ForecastState Worse(ForecastState left, ForecastState right)
    {
        ForecastState[] order =
            [ForecastState.Miss, ForecastState.Undecided, ForecastState.Open, ForecastState.NothingToCompare, ForecastState.Hit];
        return order.First(state => state == left || state == right);
    }

    private List<int> ListOf(int issue, int basis)
    {
        if (!agreed.TryGetValue((issue, basis), out List<int>? list))
        {
            agreed.Add((issue, basis), list = []);
        }

        return list;
    }
}
