namespace Parley.Record.Standing;

/// <summary>Why days cannot be compared with other days.</summary>
public enum PlaceboObstacle : byte
{
    /// <summary>They can.</summary>
    None,

    /// <summary>There are no windows to fall into.</summary>
    NoWindows,

    /// <summary>There are too few acts.</summary>
    TooFewActs,

    /// <summary>The windows cover every day of the calendar.</summary>
    AllCovered,

    /// <summary>The calendar is longer than ten years.</summary>
    TooLong,
}

/// <summary>Acts on their own days compared with the same acts on other days of one calendar.</summary>
/// <param name="FirstDay">First day number of the calendar.</param>
/// <param name="LastDay">Last day number of the calendar.</param>
/// <param name="Hits">What was counted on the days on record.</param>
/// <param name="Of">The most that could be counted.</param>
/// <param name="CoveredDays">Days of the calendar that the windows cover.</param>
/// <param name="Expected">
/// What is counted on average when all acts are moved by the same number of days, for each number from 0 to the days
/// of the calendar less one, from its last day on to its first; null when there is an obstacle.
/// </param>
/// <param name="ShiftsAtLeast">
/// How many of these movements, the one by 0 days among them, give at least <paramref name="Hits"/>; null with an
/// obstacle.
/// </param>
/// <param name="Obstacle">Why nothing can be said, if so.</param>
public sealed record Placebo(
    int FirstDay,
    int LastDay,
    int Hits,
    int Of,
    int CoveredDays,
    decimal? Expected,
    int? ShiftsAtLeast,
    PlaceboObstacle Obstacle)
{
    /// <summary>Days of the calendar.</summary>
    public int CalendarDays => LastDay - FirstDay + 1;

    /// <summary>Share of all movements that give at least as much as is on record, in (0, 1]; null with an obstacle.</summary>
    public decimal? ShareAtLeast => ShiftsAtLeast is { } shifts ? (decimal)shifts / CalendarDays : null;
}

/// <summary>Compares acts near windows with the same acts moved round a calendar.</summary>
/// <remarks>
/// All acts move together, so that bursts stay bursts. The work grows with the square of the days of the calendar at
/// most, and a calendar has at most ten years, whatever dates a record has.
/// </remarks>
internal sealed class PlaceboCalendar
{
    private const int MostDays = 3_660;
    private readonly int first;
    private readonly int last;
    private readonly int[] acts;
    private readonly List<(int From, int To)> windows = [];
    private int[]? before;

    /// <summary>A calendar.</summary>
    /// <param name="first">First day number.</param>
    /// <param name="last">Last day number, not before the first.</param>
    /// <param name="actDays">Days of acts; those outside the calendar are left out.</param>
    public PlaceboCalendar(int first, int last, IEnumerable<int> actDays)
    {
        this.first = first;
        this.last = last;
        Days = IsTooLong ? 0 : last - first + 1;
        acts = new int[Days];
        foreach (int day in actDays)
        {
            if (day >= first && day <= last)
            {
                ActCount++;
                if (Days > 0)
                {
                    acts[day - first]++;
                }
            }
        }
    }

    public int ActCount { get; }

    private int Days { get; }

    private bool IsTooLong => (long)last - first >= MostDays;

    /// <summary>Adds a window of days; what lies outside the calendar is cut off.</summary>
    public void AddWindow(int from, int to)
    {
        (from, to) = (Math.Max(from, first), Math.Min(to, last));
        if (from <= to)
        {
            windows.Add((from - first, to - first));
        }
    }

    /// <summary>How many windows have at least one act in them.</summary>
    /// <param name="fewestActs">With fewer acts nothing is compared.</param>
    public Placebo WindowsHit(int fewestActs) => Compare(windows.Count, fewestActs, CountWindows);

    /// <summary>How many acts lie in a window.</summary>
    /// <param name="fewestActs">With fewer acts nothing is compared.</param>
    public Placebo ActsInside(int fewestActs) => Compare(ActCount, fewestActs, CountActs);

    private Placebo Compare(int of, int fewestActs, Func<bool[], int, int> count)
    {
        if (IsTooLong)
        {
            return new Placebo(first, last, 0, of, 0, null, null, PlaceboObstacle.TooLong);
        }

        bool[] covered = new bool[Days];
        foreach ((int from, int to) in windows)
        {
            covered.AsSpan(from, to - from + 1).Fill(true);
        }

        int coveredDays = covered.Count(day => day);
        int hits = count(covered, 0);
        PlaceboObstacle obstacle = windows.Count == 0 ? PlaceboObstacle.NoWindows
            : ActCount < fewestActs ? PlaceboObstacle.TooFewActs
            : coveredDays == Days ? PlaceboObstacle.AllCovered
            : PlaceboObstacle.None;
        if (obstacle != PlaceboObstacle.None)
        {
            return new Placebo(first, last, hits, of, coveredDays, null, null, obstacle);
        }

        long sum = 0;
        int atLeast = 0;
        for (int shift = 0; shift < Days; shift++)
        {
            int counted = count(covered, shift);
            sum += counted;
            atLeast += counted >= hits ? 1 : 0;
        }

        return new Placebo(first, last, hits, of, coveredDays, (decimal)sum / Days, atLeast, PlaceboObstacle.None);
    }

    private int CountActs(bool[] covered, int shift)
    {
        int result = 0;
        for (int day = 0; day < Days; day++)
        {
            int moved = day + shift;
            result += covered[moved < Days ? moved : moved - Days] ? acts[day] : 0;
        }

        return result;
    }

    private int CountWindows(bool[] covered, int shift)
    {
        // How many acts lie on the days before each day, once they are moved.
        before ??= new int[Days + 1];
        for (int day = 0; day < Days; day++)
        {
            int origin = day - shift;
            before[day + 1] = before[day] + acts[origin < 0 ? origin + Days : origin];
        }

        int result = 0;
        foreach ((int from, int to) in windows)
        {
            result += before[to + 1] > before[from] ? 1 : 0;
        }

        return result;
    }
}
