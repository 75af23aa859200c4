using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What became of one promise or threat, from all that was found on it.</summary>
internal sealed class CommitmentOutcome(StandingContext context, CommitmentCase item)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly DateInterval? deadline = Deadlines.Of(context, context.Record[item.Index], CountsFrom(context, item));

    public Commitment Get()
    {
        Entry entry = record[item.Index];
        Performance performance = item.IsThreat ? OfThreat() : OfPromise();
        return new Commitment(
            item.IsThreat,
            entry.Speaker.Id,
            item.Addressee?.Id ?? -1,
            item.Through?.Id ?? -1,
            item.Tag,
            entry.Track?.Id ?? -1,
            ExistenceOf(),
            performance,
            item.Claims,
            AgreeWith(performance),
            deadline,
            context.Accounts.IsContested(item.Index),
            EvidenceOf(entry));
    }

    /// <summary>
    /// A length of time counts from the act itself, or from the day on which the last of its conditions came about.
    /// </summary>
    private static DateInterval? CountsFrom(StandingContext context, CommitmentCase item) =>
        !item.HasIf ? item.When
        : item.IfMet < 0 ? null
        : TimeOrder.IsBefore(context.Record, item.IfMet, item.Index) ? item.When
        : context.Record[item.IfMet].When;

    private Existence ExistenceOf() =>
        item.Denied >= 0 && (item.Acknowledged < 0 || TimeOrder.IsBefore(record, item.Acknowledged, item.Denied))
            ? Existence.Denied
            : item.IsAcknowledged || item.Acknowledged >= 0 ? Existence.Acknowledged : Existence.Alleged;

    private Performance OfPromise()
    {
        bool isAdmittedLater = item.AdmittedBroken >= 0
            && (item.Performed < 0 || TimeOrder.IsBefore(record, item.Performed, item.AdmittedBroken));
        if (item.Performed >= 0 && !isAdmittedLater)
        {
            return deadline is { } day && record[item.Performed].When.FirstDay > day.LastDay
                ? Performance.Late
                : Performance.Kept;
        }

        if (item.Excused >= 0)
        {
            return Performance.Excused;
        }

        if (isAdmittedLater)
        {
            return Performance.Broken;
        }

        if (item.Deeds.Count > 0)
        {
            return Performance.Partly;
        }

        return OfUntouchedPromise();
    }

    private Performance OfUntouchedPromise()
    {
        bool isOpen = item.HasIf && item.IfMet < 0;
        bool isOver = HasPassed;
        int ended = TimeOrder.Earlier(record, item.Withdrawn, item.UnlessMet);
        if (ended >= 0 && (isOpen || !isOver || record[ended].When.FirstDay <= deadline!.Value.LastDay))
        {
            return Performance.Void;
        }

        // A condition that never came about in time takes the ground from the promise.
        return isOpen ? isOver ? Performance.Void : Performance.ConditionOpen
            : isOver ? Performance.Broken
            : item.HasIf || HasCome ? Performance.Due
            : Performance.Pending;
    }

    private Performance OfThreat()
    {
        if (item.Performed >= 0)
        {
            return Performance.CarriedOut;
        }

        if (item.Deeds.Count > 0)
        {
            return Performance.Partly;
        }

        int heeded = TimeOrder.Earlier(record, item.Heeded, item.UnlessMet);
        int ended = TimeOrder.Earlier(record, item.Withdrawn, heeded);
        if (ended >= 0)
        {
            return ended == heeded ? Performance.Heeded : Performance.Withdrawn;
        }

        if (item.AdmittedBroken >= 0)
        {
            return Performance.NotCarriedOut;
        }

        // A trigger that never came leaves a threat untested, whatever its day: a deterrent is no bluff.
        return item.HasIf && item.IfMet < 0 ? Performance.Untested
            : HasPassed ? Performance.NotCarriedOut
            : item.HasIf ? Performance.Due
            : item.HasUnless ? Performance.Untested
            : HasCome ? Performance.Due
            : Performance.Pending;
    }

    /// <summary>Whether the last day of the deadline is over.</summary>
    private bool HasPassed => deadline is { } day && context.LastDay is { } last && day.LastDay < last;

    /// <summary>Whether the first day of the deadline is there.</summary>
    private bool HasCome => deadline is { } day && context.LastDay is { } last && day.FirstDay <= last
        && day.FirstDay != DateInterval.OpenStart;

    private bool? AgreeWith(Performance performance)
    {
        if (item.Claims.Count == 0)
        {
            return null;
        }

        foreach (int claim in item.Claims)
        {
            bool agrees = record[claim].Verb switch
            {
                Verb.Keeps => performance is Performance.Kept or Performance.Late or Performance.CarriedOut,
                Verb.Breaks => performance is Performance.Broken or Performance.Late or Performance.NotCarriedOut,
                _ => performance == Performance.Excused,
            };
            if (!agrees)
            {
                return false;
            }
        }

        return true;
    }

    private Evidence EvidenceOf(in Entry entry)
    {
        List<int> entries = [.. Acts.AccountsOf(context, entry.Index), .. item.Met, .. item.Deeds];
        entries.AddRange([item.Withdrawn, item.Excused, item.AdmittedBroken, item.Heeded, item.Denied]);
        entries.AddRange([item.Denied >= 0 || !item.IsAcknowledged ? item.Acknowledged : -1]);
        return TimeOrder.Evidence(record, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries));
    }
}
