using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Which stances have lapsed because a deadline passed unanswered.</summary>
/// <remarks>A deadline passes at the end of its last day; what was accepted before does not lapse.</remarks>
internal sealed class Lapses(StandingContext context)
{
    private readonly Dictionary<int, DateInterval> moved = [];
    private readonly HashSet<int> accepted = [];
    private bool isSomeMovedForward;

    /// <summary>The earliest day of the entry that is being looked at.</summary>
    public int Today { get; set; } = DateInterval.OpenStart;

    public bool IsAccepted(int act) => accepted.Contains(act);

    public void Accept(int act)
    {
        if (DeadlineOf(act) is not { } deadline || deadline.LastDay >= Today)
        {
            accepted.Add(act);
        }
    }

    /// <summary>Moves the deadline of an act, unless it has passed already.</summary>
    public void MoveDeadline(int act, DateInterval deadline)
    {
        if (DeadlineOf(act) is { } old && old.LastDay >= Today)
        {
            moved[act] = deadline;
            isSomeMovedForward |= deadline.LastDay < old.LastDay;
        }
    }

    /// <summary>Ends a stance whose deadline has passed.</summary>
    public void Check(ref Stance stance)
    {
        if (!stance.IsHeld || stance.Deadline == DateInterval.OpenEnd
            || (stance.Deadline >= Today && !isSomeMovedForward))
        {
            return;
        }

        if (HasPassed(stance.Entry, out int day))
        {
            stance.IsHeld = false;
            stance.EndDay = day;
        }
        else if (accepted.Contains(context.Accounts.FirstOf(stance.Entry)))
        {
            stance.Deadline = DateInterval.OpenEnd;
        }
    }

    /// <summary>Whether the deadline of an entry has passed, and the first day after it.</summary>
    public bool HasPassed(int entry, out int day)
    {
        int act = context.Accounts.FirstOf(entry);
        day = 0;
        if (DeadlineOf(act) is not { } deadline || deadline.LastDay >= Today || accepted.Contains(act))
        {
            return false;
        }

        day = deadline.LastDay + 1;
        return true;
    }

    private DateInterval? DeadlineOf(int act)
    {
        if (moved.Count > 0 && moved.TryGetValue(act, out DateInterval later))
        {
            return later;
        }

        if (context.Record[act].Details.Deadline is { } deadline)
        {
            return deadline;
        }

        foreach (int other in context.Accounts.OthersOf(act))
        {
            if (context.Record[other].Details.Deadline is { } told)
            {
                return told;
            }
        }

        return null;
    }
}
