using System.Numerics;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Record.Curves;

/// <summary>Follows the positions on each issue over time.</summary>
public static class CurveReports
{
    /// <summary>The curve of every issue that has a scale and on which somebody took a position.</summary>
    /// <param name="record">The record.</param>
    /// <param name="asOf">As of when; everything on record unless said.</param>
    /// <returns>Plain data; the same record and day give the same report.</returns>
    public static CurveReport Compute(NegotiationRecord record, AsOf asOf = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        StandingContext context = new(record, asOf);
        return new CurveReport
        {
            Record = record,
            AsOf = asOf,
            LastDay = context.LastDay,
            Curves = new Finder(context).Find(),
        };
    }

    /// <summary>The ends of a set on the scale of its issue.</summary>
    /// <returns>False where it has no place there: schedules, topics, and sets that hold nothing.</returns>
    private static bool TryPlace(Issue issue, ValueSet values, out decimal? low, out decimal? high)
    {
        (low, high) = (null, null);
        if (values.IsEmpty)
        {
            return false;
        }

        switch (values.Kind)
        {
            case ValueSetKind.Labels when issue.Kind == ScaleKind.OrderedLabels && values.LabelBits != 0:
                low = BitOperations.TrailingZeroCount(values.LabelBits);
                high = 63 - BitOperations.LeadingZeroCount(values.LabelBits);
                return true;
            case ValueSetKind.Range or ValueSetKind.Ranges when issue.Kind == ScaleKind.Numbers:
                IReadOnlyList<NumberRange> ranges = values.Ranges;
                low = ranges[0].IsUnboundedBelow ? null : ranges[0].Low;
                high = ranges[^1].IsUnboundedAbove ? null : ranges[^1].High;
                return low is not null || high is not null;
            default:
                return false;
        }
    }

    private static decimal? LimitOf(Want? want, decimal? low, decimal? high) => want?.Direction switch
    {
        Direction.High => low ?? high,
        Direction.Low => high ?? low,
        _ => low == high || high is null ? low : low ?? high,
    };

    private sealed class Finder(StandingContext context)
    {
        private readonly NegotiationRecord record = context.Record;
        private readonly SortedDictionary<(int Issue, int Basis), List<CurveStep>> steps = [];
        private readonly Dictionary<(int Issue, int Basis), int> leftOut = [];
        private readonly Dictionary<(int Issue, int Basis), Settlement> settlements = [];

        public List<Curve> Find()
        {
            StanceWalk walk = StanceWalk.Run(context, keepsPast: true);
            foreach (PastStance past in walk.Past)
            {
                Add(walk, past);
            }

            Float();
            Settle();
            List<Curve> result = [];
            foreach (((int issue, int basis), List<CurveStep> found) in steps)
            {
                found.Sort((a, b) => context.CompareTime(a.Evidence.First, b.Evidence.First));
                result.Add(new Curve(
                    issue,
                    basis,
                    Limit(Join(found)),
                    settlements.GetValueOrDefault((issue, basis)),
                    leftOut.GetValueOrDefault((issue, basis))));
            }

            return result;
        }

        private void Add(StanceWalk walk, in PastStance past)
        {
            ref Slot slot = ref walk.Book.Slots[past.Slot];
            Issue issue = walk.Book.IssueOf(slot.Topic);
            (int, int) key = (issue.Id, walk.Book.BasisOf(slot.Topic));
            if (issue.Kind == ScaleKind.Labels || past.Stance.Has(StanceTraits.IsUndated))
            {
                return;
            }

            Add(key, slot, past, past.Stance);
            if (!past.Stance.Has(StanceTraits.IsContested))
            {
                return;
            }

            int act = context.Accounts.FirstOf(past.Stance.Entry);
            HashSet<ValueSet> told = [past.Stance.Values];
            foreach (int account in context.Accounts.OthersOf(act))
            {
                if (account != past.Stance.Entry
                    && walk.Reading.TryReadAccount(act, account, past.Slot, past.Stance.SinceEntry, out Stance other)
                    && told.Add(other.Values))
                {
                    (other.IsHeld, other.EndEntry, other.EndDay) =
                        (past.Stance.IsHeld, past.Stance.EndEntry, past.Stance.EndDay);
                    Add(key, slot, past, other);
                }
            }
        }

        private void Add((int Issue, int Basis) key, in Slot slot, in PastStance past, in Stance stance)
        {
            Issue issue = record.Issues[key.Issue];
            if (!TryPlace(issue, stance.Values, out decimal? low, out decimal? high))
            {
                leftOut[key] = leftOut.GetValueOrDefault(key) + (stance.Values.Kind == ValueSetKind.Schedule ? 1 : 0);
                return;
            }

            Actor speaker = record.Actors[slot.Speaker];
            DateInterval from = context.Accounts.DateOf(stance.SinceEntry);
            bool isEnded = !stance.IsHeld;
            DateInterval? until = isEnded ? EndOf(stance) : past.Next >= 0 ? context.Accounts.DateOf(past.Next) : null;
            if (!steps.TryGetValue(key, out List<CurveStep>? list))
            {
                steps.Add(key, list = []);
            }

            list.Add(new CurveStep(
                speaker.Side,
                speaker,
                past.Kind,
                slot.Place,
                past.Kind is PositionKind.Demand or PositionKind.Offer && slot.Place is Forum.Table or Forum.NotSaid,
                stance.Values,
                low,
                high,
                LimitOf(record.WantOf(speaker.Side, issue, from.FirstDay), low, high),
                from,
                until,
                isEnded && past.Next < 0,
                stance.Has(StanceTraits.IsContested),
                stance.Firmness,
                stance.Evidence()));
        }

        private DateInterval? EndOf(in Stance stance) => stance.EndDay > 0 ? DateInterval.OfDay(stance.EndDay)
            : stance.EndEntry >= 0 ? context.Accounts.DateOf(stance.EndEntry)
            : null;

        /// <summary>Lets each step of a party's line end where the next begins; a lower voice does not join the line.</summary>
        private static List<CurveStep> Join(List<CurveStep> found)
        {
            Dictionary<int, int> current = [];
            List<CurveStep> result = [];
            foreach (CurveStep step in found)
            {
                CurveStep next = step;
                int party = step.Party.Id;
                bool isBargaining = step.IsOfLine && step.Kind is PositionKind.Demand or PositionKind.Offer;
                if (isBargaining && current.TryGetValue(party, out int at))
                {
                    CurveStep last = result[at];
                    bool isHeld = last.Until is not { } until || until.FirstDay >= step.From.FirstDay;
                    bool isSameAct = last.IsContested && last.Evidence.First != step.Evidence.First && last.From == step.From;
                    if (isHeld && AuthorityOf(step) < AuthorityOf(last))
                    {
                        next = step with { IsOfLine = false };
                    }
                    else if (isHeld && !isSameAct)
                    {
                        result[at] = last with { Until = step.From, IsWithdrawn = false };
                    }
                }

                if (next.IsOfLine)
                {
                    current[party] = result.Count;
                }

                result.Add(next);
            }

            return result;
        }

        /// <summary>
        /// Adds what was put forward without being held: floated, provisional, or without prejudice. It is nobody's
        /// position, and joins no line.
        /// </summary>
        private void Float()
        {
            foreach (int index in context.Entries)
            {
                Entry entry = record[index];
                PositionKind? kind = entry.Verb switch
                {
                    Verb.Demands => PositionKind.Demand,
                    Verb.Offers => PositionKind.Offer,
                    Verb.Says when entry.TagRole != TagRole.Refers => PositionKind.Statement,
                    _ => null,
                };
                if (kind is not { } known || ValueReading.IsFirm(entry.Firmness) || !entry.Speaker.IsOfParty
                    || (entry.Flags & EntryTraits.IsAttributed) != 0 || TimeOrder.IsUndated(entry)
                    || context.Accounts.FirstOf(index) != index)
                {
                    continue;
                }

                foreach (ref readonly Term term in entry.Terms)
                {
                    Float(entry, known, term);
                }
            }
        }

        private void Float(Entry entry, PositionKind kind, in Term term)
        {
            Issue issue = record.Issues[term.IssueId];
            ValueSet values = ValueReading.ReadExact(record, term);
            if (!TryPlace(issue, values, out decimal? low, out decimal? high))
            {
                return;
            }

            (int, int) key = (issue.Id, term.BasisIndex);
            if (!steps.TryGetValue(key, out List<CurveStep>? list))
            {
                steps.Add(key, list = []);
            }

            list.Add(new CurveStep(
                entry.Speaker.Side,
                entry.Speaker,
                kind,
                StandingContext.Place(entry.Forum),
                false,
                values,
                low,
                high,
                LimitOf(record.WantOf(entry.Speaker.Side, issue, entry.When.FirstDay), low, high),
                entry.When,
                null,
                false,
                false,
                entry.Firmness,
                new Evidence(entry.Index)));
        }

        /// <summary>Lets what was only floated end where its party next speaks of the issue.</summary>
        private static List<CurveStep> Limit(List<CurveStep> joined)
        {
            Dictionary<int, DateInterval> next = [];
            for (int i = joined.Count - 1; i >= 0; i--)
            {
                CurveStep step = joined[i];
                if (!ValueReading.IsFirm(step.Firmness) && step.Until is null
                    && next.TryGetValue(step.Party.Id, out DateInterval until))
                {
                    joined[i] = step with { Until = until };
                }

                next[step.Party.Id] = step.From;
            }

            return joined;
        }

        private static Authority AuthorityOf(CurveStep step) => step.Speaker.AuthorityOn(step.From.FirstDay);

        private void Settle()
        {
            foreach (int index in context.Entries)
            {
                Entry entry = record[index];
                if (entry.Verb != Verb.Agrees || !ValueReading.IsFirm(entry.Firmness))
                {
                    continue;
                }

                foreach (ref readonly Term term in entry.Terms)
                {
                    Issue issue = record.Issues[term.IssueId];
                    ValueSet values = ValueReading.ReadExact(record, term);
                    (int, int) key = (issue.Id, term.BasisIndex);
                    if (!term.IsUncertain && TryPlace(issue, values, out decimal? low, out decimal? high))
                    {
                        settlements[key] = new Settlement(values, low, high, entry.When, new Evidence(index));
                        steps.TryAdd(key, []);
                    }
                }
            }
        }
    }
}
