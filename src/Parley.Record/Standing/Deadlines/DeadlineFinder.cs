using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds the deadlines that were set, what became of them, and the concessions around them.</summary>
internal sealed class DeadlineFinder
{
    private const int WithinDays = 3;
    private const int FewestConcessions = 3;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly Dictionary<int, List<int>> agreements = [];
    private readonly Dictionary<int, Performance> performances = [];

    // Days of concessions, each entry once, in order of the days.
    private readonly List<(int Day, int Entry)> concessions = [];

    public DeadlineFinder(StandingContext context, MoveList moves, IEnumerable<Commitment> commitments)
    {
        this.context = context;
        record = context.Record;
        HashSet<int> seen = [];
        foreach (MoveStep step in moves.Steps())
        {
            if (step.Kind == MoveKind.Concession && seen.Add(step.Entry)
                && TestDays.Of(context.Accounts.DateOf(step.Entry)) is { } day)
            {
                concessions.Add((day, step.Entry));
            }
        }

        concessions.Sort();
        foreach (Commitment commitment in commitments)
        {
            performances[commitment.Evidence.First] = commitment.Performance;
        }

        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Agrees && !context.Accounts.IsSecond(index))
            {
                int track = entry.Track?.Id ?? -1;
                if (!agreements.TryGetValue(track, out List<int>? list))
                {
                    agreements.Add(track, list = []);
                }

                list.Add(index);
            }
        }
    }

    /// <summary>Deadlines in order of the entries that set them.</summary>
    public List<Deadline> Find()
    {
        List<Deadline> result = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            bool canHaveOne = entry.Verb is Verb.Schedules or Verb.Offers or Verb.Demands or Verb.Promises or Verb.Threatens;
            if (canHaveOne && !context.Accounts.IsSecond(index) && FirstDayOf(index, entry) is { } first)
            {
                result.Add(Read(index, entry, first));
            }
        }

        return result;
    }

    /// <summary>Whether concessions crowd near the days of these deadlines; null without any that has come, or without a concession.</summary>
    public DeadlineTest? FindTest(IReadOnlyList<Deadline> deadlines)
    {
        List<int> days = [.. deadlines
            .SelectMany(d => d.Days)
            .Where(d => d.State is DeadlineState.Met or DeadlineState.Missed)
            .Select(d => TestDays.Of(d.Day) ?? (d.Day.LastDay == DateInterval.OpenEnd ? (int?)null : d.Day.LastDay))
            .OfType<int>()
            .Distinct()];
        if (days.Count == 0 || concessions.Count == 0 || context.LastDay is not { } last)
        {
            return null;
        }

        int first = days.Min();
        foreach (int index in context.Entries)
        {
            if (record[index].Speaker.IsOfParty && TestDays.Of(context.Accounts.DateOf(index)) is { } day)
            {
                first = Math.Min(first, day);
            }
        }

        PlaceboCalendar calendar = new(first, Math.Max(first, last), concessions.Select(c => c.Day));
        foreach (int day in days)
        {
            calendar.AddWindow(day - WithinDays, day + WithinDays);
        }

        return new DeadlineTest(
            WithinDays, calendar.ActsInside(FewestConcessions), Evidence.Of([.. concessions.Select(c => c.Entry)]));
    }

    private DateInterval? FirstDayOf(int index, in Entry entry)
    {
        if (entry.Verb == Verb.Schedules && entry.HasDetails && entry.Details.Round is not null)
        {
            return null;
        }

        foreach (int account in Acts.AccountsOf(context, index))
        {
            EntryDetails details = record[account].Details;
            if ((details.Deadline ?? (entry.Verb == Verb.Schedules ? details.ScheduledFor : null)) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private Deadline Read(int index, in Entry entry, DateInterval firstDay)
    {
        List<(DateInterval Day, int SetBy)> days = [(firstDay, index)];
        int cancelled = -1;
        foreach (int change in ChangesOf(entry))
        {
            if (record[change].Verb == Verb.Cancels)
            {
                cancelled = change;
                break;
            }

            days.Add((record[change].Details.Deadline ?? record[change].Details.ScheduledFor!.Value, change));
        }

        int met = cancelled >= 0 ? -1 : MetBy(days[^1].SetBy, entry);
        List<DeadlineDay> read = [];
        for (int i = 0; i < days.Count; i++)
        {
            int change = i + 1 < days.Count ? days[i + 1].SetBy : cancelled;
            bool isLast = i == days.Count - 1;
            read.Add(Read(days[i].Day, days[i].SetBy, change, isLast ? met : -1, isLast ? Performed(index) : false));
        }

        DateInterval last = days[^1].Day;
        bool isLate = met >= 0 && read[^1].State == DeadlineState.Missed;
        List<int> evidence = [.. days.Select(d => d.SetBy)];
        evidence.AddRange(((ReadOnlySpan<int>)[cancelled, met]).ToArray().Where(e => e >= 0));
        return new Deadline(
            index,
            entry.Tag,
            entry.Verb,
            entry.Speaker.Id,
            entry.Track?.Id ?? -1,
            read,
            cancelled,
            met,
            isLate ? last.DaysUntil(context.Accounts.DateOf(met)) : null,
            WithinDays,
            Evidence.Of(evidence));
    }

    private DeadlineDay Read(DateInterval day, int setBy, int change, int met, bool? performed)
    {
        bool isOver = context.LastDay is { } today && day.LastDay < today;
        bool isMet = performed ?? (met >= 0 && context.Accounts.DateOf(met).FirstDay <= day.LastDay);
        DeadlineState outcome = isMet ? DeadlineState.Met
            : change >= 0 && record[change].When.LastDay < day.FirstDay
                ? (record[change].Verb == Verb.Cancels ? DeadlineState.Cancelled : DeadlineState.Moved)
            : isOver ? DeadlineState.Missed
            : DeadlineState.Ahead;
        if (day.LastDay == DateInterval.OpenEnd)
        {
            return new DeadlineDay(day, setBy, outcome, [], []);
        }

        int at = TestDays.Of(day) ?? day.LastDay;
        return new DeadlineDay(
            day, setBy, outcome, ConcessionsIn(at - WithinDays, at), ConcessionsIn(at + 1, at + WithinDays));
    }

    private List<int> ConcessionsIn(int from, int to)
    {
        int low = concessions.BinarySearch((from, -1));
        List<int> result = [];
        for (int i = low < 0 ? ~low : low; i < concessions.Count && concessions[i].Day <= to; i++)
        {
            result.Add(concessions[i].Entry);
        }

        return result;
    }

    private List<int> ChangesOf(in Entry entry)
    {
        List<int> result = [];
        if (entry.TagRole != TagRole.Names)
        {
            return result;
        }

        foreach (int mention in record.Mentions(entry.Tag))
        {
            Entry other = record[mention];
            bool isChange = other.Tag == entry.Tag && context.Counts(mention)
                && (other.Verb == Verb.Cancels
                    || (other.Verb == Verb.Moves && (other.Details.Deadline ?? other.Details.ScheduledFor) is not null));
            if (isChange)
            {
                result.Add(mention);
            }
        }

        result.Sort(context.CompareTime);
        return result;
    }

    /// <summary>Whether a promise or a threat was done, from what was worked out; null for others.</summary>
    private bool? Performed(int index) => !performances.TryGetValue(index, out Performance performance) ? null
        : performance is Performance.Kept or Performance.Partly or Performance.CarriedOut or Performance.Heeded;

    /// <summary>
    /// What a deadline waits for: of an offer or a demand that it is accepted or agreed; of a plan an entry that is
    /// no change of it and mentions its tag, or else the first agreement in its track. Whoever moved it had not yet
    /// got what it waits for: only what comes after its last day was set meets it.
    /// </summary>
    private int MetBy(int setBy, in Entry entry)
    {
        if (entry.Verb is Verb.Promises or Verb.Threatens)
        {
            return -1;
        }

        int result = -1;
        if (entry.TagRole == TagRole.Names)
        {
            foreach (int mention in record.Mentions(entry.Tag))
            {
                Entry other = record[mention];
                bool isWhole = other.Verb == Verb.Accepts && other.Terms.IsEmpty;
                bool meets = entry.Verb == Verb.Schedules
                    ? other.Verb is Verb.Meet or Verb.Votes or Verb.Accepts or Verb.Rejects or Verb.Agrees
                    : isWhole || other.Verb == Verb.Agrees;
                if (meets && context.Counts(mention))
                {
                    Keep(setBy, mention, ref result);
                }
            }
        }

        if (result < 0 && entry.Verb == Verb.Schedules
            && agreements.TryGetValue(entry.Track?.Id ?? -1, out List<int>? agreed))
        {
            int low = 0;
            int high = agreed.Count;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                (low, high) = context.CompareTime(agreed[middle], setBy) <= 0 ? (middle + 1, high) : (low, middle);
            }

            result = low < agreed.Count ? agreed[low] : -1;
        }

        return result;
    }

    private void Keep(int act, int other, ref int result)
    {
        if (context.CompareTime(act, other) < 0 && (result < 0 || context.CompareTime(other, result) < 0))
        {
            result = other;
        }
    }
}
