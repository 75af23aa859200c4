using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What the terms of an entry mean as sets of values, and which of them may count as a position.</summary>
internal static class ValueReading
{
    /// <summary>
    /// The values that a term takes: a schedule as its total where the issue has one, and a point of an offer or a
    /// demand as "this or better for me" where the speaker's side wants the issue to go one way on that day.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="term">One of its terms.</param>
    /// <param name="asOrBetter">Whether a point was read so.</param>
    /// <returns>Of a red line the values as stated; see <see cref="RedLineAllows(NegotiationRecord, Entry, Term)"/>.</returns>
    public static ValueSet Read(NegotiationRecord record, Entry entry, Term term, out bool asOrBetter) =>
        Read(record, entry, term, entry.Speaker, out asOrBetter);

    /// <summary>The same for one of several speakers.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="term">One of its terms.</param>
    /// <param name="speaker">Whose wish decides what is better.</param>
    /// <param name="asOrBetter">Whether a point was read so.</param>
    public static ValueSet Read(
        NegotiationRecord record, in Entry entry, in Term term, Actor speaker, out bool asOrBetter)
    {
        Issue issue = record.Issues[term.IssueId];
        ValueSet values = ScheduleTotal.Of(issue, term.Values);
        asOrBetter = false;
        return entry.Verb is Verb.Offers or Verb.Demands && (values.IsPoint || values.Kind == ValueSetKind.Schedule)
            ? OrBetter(issue, record.WantOf(speaker, issue, entry.When.FirstDay), values, out asOrBetter)
            : values;
    }

    /// <summary>The values of a term without reading a point as "or better".</summary>
    /// <param name="record">The record.</param>
    /// <param name="term">The term.</param>
    public static ValueSet ReadExact(NegotiationRecord record, in Term term) =>
        ScheduleTotal.Of(record.Issues[term.IssueId], term.Values);

    /// <summary>The values that a red line leaves.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The red line.</param>
    /// <param name="term">One of its terms.</param>
    public static ValueSet RedLineAllows(NegotiationRecord record, Entry entry, Term term) => RedLineAllows(
        record.Issues[term.IssueId],
        term.BasisIndex,
        ReadExact(record, term),
        (entry.Flags & EntryTraits.Requires) != 0);

    /// <summary>The values that a red line leaves.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="basisIndex">The basis, 0 when not said.</param>
    /// <param name="stated">The values as stated.</param>
    /// <param name="isRequirement">Whether it requires them rather than excludes them.</param>
    /// <returns>
    /// What is required, or all other values of the scale; ends lie on steps where the scale has them. A schedule that
    /// is excluded leaves every value: only that course of values is ruled out.
    /// </returns>
    public static ValueSet RedLineAllows(Issue issue, int basisIndex, ValueSet stated, bool isRequirement)
    {
        if (stated.Kind == ValueSetKind.Topic)
        {
            return stated;
        }

        if (isRequirement)
        {
            return stated.Kind == ValueSetKind.Schedule ? stated : Scales.OnSteps(issue, basisIndex, stated);
        }

        return stated.Kind == ValueSetKind.Schedule
            ? issue.All
            : Scales.Complement(issue, basisIndex, stated);
    }

    /// <summary>
    /// Whether an entry may give a position at all: said, demanded, offered or drawn as a red line, firmly, by a
    /// party or a member of one, and not merely put down to it.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <remarks>
    /// Provisional and final entries and preconditions count; floated ones and those without prejudice do not. What
    /// is said of another's entry is a claim. Of several speakers each is looked at by itself: only those of parties
    /// have positions.
    /// </remarks>
    public static bool CountsAsPosition(NegotiationRecord record, Entry entry) =>
        IsPutForward(record, entry) && IsFirm(entry.Firmness);

    /// <summary>Whether a term of an entry may count as a position.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="term">One of its terms: a bare topic and an uncertain value do not count.</param>
    public static bool CountsAsPosition(NegotiationRecord record, Entry entry, Term term) =>
        IsValue(term) && CountsAsPosition(record, entry);

    /// <summary>Whether a standing is one in which terms may be held against their speaker.</summary>
    /// <param name="firmness">The standing.</param>
    public static bool IsFirm(Firmness firmness) => firmness is not (Firmness.Floated or Firmness.WithoutPrejudice);

    internal static bool IsValue(in Term term) => !term.IsUncertain && term.Values.Kind != ValueSetKind.Topic;

    /// <summary>The same as counting as a position, whatever its standing.</summary>
    internal static bool IsPutForward(NegotiationRecord record, in Entry entry)
    {
        if ((entry.Flags & EntryTraits.IsAttributed) != 0
            || entry.Verb is not (Verb.Says or Verb.Demands or Verb.Offers or Verb.RedLine))
        {
            return false;
        }

        if (entry.Verb == Verb.Says && entry.TagRole == TagRole.Refers)
        {
            int named = record.NamedBy(entry.Tag);
            if (named < 0 || !record[named].IsBy(entry.Speaker))
            {
                return false;
            }
        }

        foreach (int speaker in entry.SpeakerIds)
        {
            if (record.Actors[speaker].IsOfParty)
            {
                return true;
            }
        }

        return false;
    }

    private static ValueSet OrBetter(Issue issue, Want? want, ValueSet values, out bool asOrBetter)
    {
        asOrBetter = false;
        if (want is null or { Direction: Direction.None })
        {
            return values;
        }

        if (values.Kind != ValueSetKind.Schedule)
        {
            return PointOrBetter(issue, want, values, ref asOrBetter);
        }

        ScheduleStep[] steps = [.. values.Steps];
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].Values.IsPoint)
            {
                steps[i] = steps[i] with { Values = PointOrBetter(issue, want, steps[i].Values, ref asOrBetter) };
            }
        }

        return asOrBetter ? ValueSet.OfSchedule(steps) : values;
    }

    private static ValueSet PointOrBetter(Issue issue, Want want, ValueSet point, ref bool asOrBetter)
    {
        if (point.Kind == ValueSetKind.Range)
        {
            decimal number = point.Range.Low;
            if (want.Direction is not (Direction.High or Direction.Low))
            {
                return point;
            }

            asOrBetter = true;
            return ValueSet.OfRange(want.Direction == Direction.High
                ? new NumberRange(number, decimal.MaxValue)
                : new NumberRange(decimal.MinValue, number));
        }

        if (want.Direction != Direction.Ordered && issue.Kind != ScaleKind.OrderedLabels)
        {
            return point;
        }

        int label = System.Numerics.BitOperations.TrailingZeroCount(point.LabelBits);
        int worst = Scales.Rank(want, label);
        ulong bits = 0;
        for (int i = 0; i < issue.Labels.Count; i++)
        {
            bits |= Scales.Rank(want, i) <= worst ? 1UL << i : 0;
        }

        asOrBetter = true;
        return ValueSet.OfLabels(bits);
    }
}
