using Parley.Record.Entries;

namespace Parley.Tests.Standing;

/// <summary>Terms beyond the plain ones of <see cref="Talks"/>: on a basis, about, uncertain, over time.</summary>
internal static class Stated
{
    public static Action<EntryDraft> On(Issue issue, Basis basis, ValueSet values) =>
        d => d.Terms.Add(new Term(issue.Id, (byte)basis.Index, 0, false, false, values));

    public static Action<EntryDraft> About(Issue issue, ValueSet values) =>
        d => d.Terms.Add(new Term(issue.Id, 0, 0, true, false, values));

    public static Action<EntryDraft> Uncertain(Issue issue, ValueSet values) =>
        d => d.Terms.Add(new Term(issue.Id, 0, 0, false, true, values));

    public static Action<EntryDraft> Topic(Issue issue) =>
        d => d.Terms.Add(new Term(issue.Id, 0, 0, false, false, ValueSet.Topic));

    /// <summary>Steps of equal length.</summary>
    public static ValueSet Then(params decimal[] numbers) =>
        ValueSet.OfSchedule([.. numbers.Select(n => new ScheduleStep(ValueSet.OfNumber(n), null))]);

    /// <summary>Steps with their lengths in years.</summary>
    public static ValueSet For(params (decimal Number, int Years)[] steps) => ValueSet.OfSchedule(
        [.. steps.Select(s => new ScheduleStep(ValueSet.OfNumber(s.Number), new TimeLength(s.Years, TimeUnit.Year)))]);
}
