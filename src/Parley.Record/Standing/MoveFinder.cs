using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Measures the steps between successive demands and offers of one speaker on one issue and basis.</summary>
/// <remarks>
/// A step that shuts values out is a retraction as far as an earlier concession in its forum and track had admitted
/// them, and a hardening beyond; where it is both, it is two moves with the limit between them.
/// </remarks>
internal sealed class MoveFinder
{
    // Ten of it still fit a decimal.
    private const decimal LargestUnit = 1_000_000_000_000_000_000_000_000_000m;
    private readonly StandingContext context;
    private readonly StanceBook book;
    private readonly NegotiationRecord record;

    public MoveFinder(StandingContext context, StanceBook book)
    {
        this.context = context;
        this.book = book;
        record = context.Record;
        Moves = new MoveList(record, book);
        Package = new PackageMoves(context, book, Moves);
    }

    /// <summary>All moves so far, in order of time of the later position, but for those of the package being read.</summary>
    public MoveList Moves { get; }

    /// <summary>The moves of the package that is being read, and the trades.</summary>
    public PackageMoves Package { get; }

    /// <summary>A step within one forum and track.</summary>
    /// <returns>Whether it takes back what a concession had admitted, from a position still held, by sets that are no exact ones.</returns>
    public bool Step(int slotId, in Stance from, in Stance to)
    {
        ref Slot slot = ref book.Slots[slotId];
        Issue issue = book.IssueOf(slot.Topic);
        int basis = book.BasisOf(slot.Topic);
        Measure measure = Compare(issue, basis, slot.Speaker, from, to);
        bool isReplaced = from.EndEntry == to.SinceEntry;
        MoveTraits traits = from.IsHeld || isReplaced ? MoveTraits.None : MoveTraits.AfterWithdrawal;
        if (measure.Kind == MoveKind.Concession)
        {
            Concede(ref slot, measure);
        }

        bool isRetraction = measure.Kind == MoveKind.Hardening && measure.HasLimits && slot.HasConceded
            && slot.ConcededDirection == measure.Want!.Direction && measure.From.CompareTo(slot.ConcededFrom) < 0;
        if (!isRetraction)
        {
            Add(slotId, measure.Kind, traits, from, to, measure.Size, 0);
            return false;
        }

        if (measure.To.CompareTo(slot.ConcededFrom) <= 0)
        {
            Add(slotId, MoveKind.Retraction, traits, from, to, measure.Size, 0);
        }
        else
        {
            int middle = Moves.AddMiddle(Scales.AtLeast(issue, measure.Want!, slot.ConcededFrom));
            Add(slotId, MoveKind.Retraction, traits, from, to, measure.From.DistanceTo(slot.ConcededFrom), middle);
            Add(slotId, MoveKind.Hardening, traits, from, to, slot.ConcededFrom.DistanceTo(measure.To), middle);
        }

        return (from.IsHeld || isReplaced) && !from.Has(StanceTraits.IsExact) && !to.Has(StanceTraits.IsExact);
    }

    /// <summary>A step from the latest position in another forum, which is listed and counted nowhere.</summary>
    public void StepAcross(int fromSlotId, int toSlotId, in Stance from, in Stance to)
    {
        ref Slot fromSlot = ref book.Slots[fromSlotId];
        ref Slot toSlot = ref book.Slots[toSlotId];
        Issue issue = book.IssueOf(toSlot.Topic);
        Measure measure = Compare(issue, book.BasisOf(toSlot.Topic), toSlot.Speaker, from, to);
        MoveKind kind = measure.Kind == MoveKind.Hardening && measure.HasLimits && fromSlot.HasConceded
            && fromSlot.ConcededDirection == measure.Want!.Direction
            && measure.From.CompareTo(fromSlot.ConcededFrom) < 0 ? MoveKind.Retraction : measure.Kind;
        MoveTraits traits = MoveTraits.AcrossForums
            | (from.IsHeld || from.EndEntry == to.SinceEntry ? MoveTraits.None : MoveTraits.AfterWithdrawal);
        Add(toSlotId, kind, traits, from, to, measure.Size, 0);
    }

    /// <summary>
    /// Whether a later set gives the other side something rather than takes it away; null where there is no direction.
    /// </summary>
    public static bool? IsConcession(
        NegotiationRecord record, Issue issue, int basis, int speaker, in Stance from, in Stance to)
    {
        Want? want = record.WantOf(record.Actors[speaker], issue, record[to.SinceEntry].When.FirstDay);
        FacingLimit? before = Scales.LimitOf(issue, basis, want, from.Values);
        FacingLimit? after = Scales.LimitOf(issue, basis, want, to.Values);
        return before is null || after is null ? null : after.Value.CompareTo(before.Value) < 0;
    }

    private static void Concede(ref Slot slot, in Measure measure)
    {
        if (!measure.HasLimits)
        {
            return;
        }

        Direction direction = measure.Want!.Direction;
        if (!slot.HasConceded || slot.ConcededDirection != direction || slot.ConcededFrom.CompareTo(measure.From) < 0)
        {
            slot.HasConceded = true;
            slot.ConcededDirection = direction;
            slot.ConcededFrom = measure.From;
        }
    }

    private void Add(
        int slot, MoveKind kind, MoveTraits traits, in Stance from, in Stance to, decimal? size, int middle)
    {
        DateInterval earlier = context.Accounts.DateOf(from.SinceEntry);
        DateInterval later = context.Accounts.DateOf(to.SinceEntry);
        StanceTraits either = from.Traits | to.Traits;
        traits |= (either & StanceTraits.HasAlternatives) != 0 ? MoveTraits.InOneAlternative : 0;
        traits |= (either & StanceTraits.IsContested) != 0 ? MoveTraits.Contested : 0;
        traits |= Rounds.IsOrderUncertain(earlier, later) ? MoveTraits.OrderUncertain : 0;
        traits |= context.MayNotHaveHappened(earlier) || context.MayNotHaveHappened(later)
            ? MoveTraits.MayNotHaveHappened : 0;
        Package.Hold(new MoveRow
        {
            From = from.Entry,
            To = to.Entry,
            Since = to.SinceEntry,
            Slot = slot,
            Size = size ?? 0,
            HasSize = size is not null,
            Middle = middle,
            Kind = kind,
            Traits = traits,
        });
    }

    private Measure Compare(Issue issue, int basis, int speaker, in Stance from, in Stance to)
    {
        if (from.Values == to.Values)
        {
            return new Measure(MoveKind.None, 0, null, default, default);
        }

        Want? want = record.WantOf(record.Actors[speaker], issue, record[to.SinceEntry].When.FirstDay);
        decimal rounding = Math.Max(Rounding(from, issue, basis), Rounding(to, issue, basis));
        if (from.Values.Kind == ValueSetKind.Schedule || to.Values.Kind == ValueSetKind.Schedule)
        {
            return new Measure(CompareSchedules(issue, basis, want, from.Values, to.Values, rounding), null, want, default, default);
        }

        return CompareSets(issue, basis, want, from.Values, to.Values, rounding);
    }

    private static Measure CompareSets(
        Issue issue, int basis, Want? want, ValueSet from, ValueSet to, decimal rounding)
    {
        if (Scales.LimitOf(issue, basis, want, from) is not { } before
            || Scales.LimitOf(issue, basis, want, to) is not { } after)
        {
            bool isRounded = rounding > 0 && from.IsPoint && to.IsPoint
                && Math.Abs(from.Range.Low - to.Range.Low) < rounding;
            return isRounded
                ? new Measure(MoveKind.None, 0, null, default, default)
                : new Measure(MoveKind.Different, null, null, default, default);
        }

        decimal? size = before.DistanceTo(after);
        int change = after.CompareTo(before);
        if ((change == 0 && Scales.OnScale(issue, basis, from) == Scales.OnScale(issue, basis, to))
            || (change != 0 && size < rounding))
        {
            return new Measure(MoveKind.None, 0, want, before, after);
        }

        return change == 0
            ? new Measure(MoveKind.Different, null, want, before, after)
            : new Measure(change < 0 ? MoveKind.Concession : MoveKind.Hardening, size, want, before, after);
    }

    /// <summary>Step by step: a concession or a hardening only where no step goes the other way.</summary>
    private static MoveKind CompareSchedules(
        Issue issue, int basis, Want? want, ValueSet from, ValueSet to, decimal rounding)
    {
        if (!Scales.HaveSameSteps(from, to))
        {
            return MoveKind.Different;
        }

        MoveKind result = MoveKind.None;
        for (int i = 0; i < from.Steps.Count; i++)
        {
            MoveKind step = from.Steps[i].Values == to.Steps[i].Values
                ? MoveKind.None
                : CompareSets(issue, basis, want, from.Steps[i].Values, to.Steps[i].Values, rounding).Kind;
            if (step == MoveKind.Different || (step != MoveKind.None && result != MoveKind.None && step != result))
            {
                return MoveKind.Different;
            }

            result = step == MoveKind.None ? result : step;
        }

        return result;
    }

    /// <summary>One unit of the last digit that is not zero of the figures written with <c>~</c>; 0 without any.</summary>
    private decimal Rounding(in Stance stance, Issue issue, int basis)
    {
        decimal result = 0;
        if (!stance.Has(StanceTraits.IsApproximate) || issue.Kind != ScaleKind.Numbers)
        {
            return result;
        }

        foreach (ref readonly Term term in record[stance.Entry].Terms)
        {
            if (term.IssueId != issue.Id || term.BasisIndex != basis || !term.IsApproximate)
            {
                continue;
            }

            result = Math.Max(result, Rounding(term.Values));
            foreach (ScheduleStep step in term.Values.Steps)
            {
                result = Math.Max(result, Rounding(step.Values));
            }
        }

        return result;
    }

    private static decimal Rounding(ValueSet values)
    {
        if (values.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges))
        {
            return 0;
        }

        NumberRange range = values.Range;
        decimal low = range.IsUnboundedBelow ? 0 : LastDigit(range.Low);
        return Math.Max(low, range.IsUnboundedAbove ? 0 : LastDigit(range.High));
    }

    private static decimal LastDigit(decimal figure)
    {
        decimal unit = 1;
        if (figure == 0)
        {
            return unit;
        }

        while (figure % unit != 0)
        {
            unit /= 10;
        }

        while (unit < LargestUnit && figure % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return unit;
    }

    private readonly record struct Measure(MoveKind Kind, decimal? Size, Want? Want, FacingLimit From, FacingLimit To)
    {
        public bool HasLimits => Want is not null && Size is not null;
    }
}
