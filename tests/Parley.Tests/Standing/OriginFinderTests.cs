using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class OriginFinderTests
{
    private readonly Talks talks = new();

    [Fact]
    public void Reprints_and_relays_of_one_root_are_one_origin()
    {
        Source diplomats = talks.Builder.AddSource("diplomats", SourceKind.People);
        Source dispatch = talks.Builder.AddSource("dispatch", SourceKind.Press);
        Source wire = talks.Builder.AddSource("wire", SourceKind.Press);
        talks.Add("2025-05-14", talks.Iran, Verb.Says, talks.Words("a"), talks.From(dispatch, diplomats));
        talks.Add("2025-05-15", talks.Iran, Verb.Says, talks.Words("b"), talks.From(wire, dispatch, diplomats));
        talks.Add("2025-05-16", talks.Iran, Verb.Says, talks.Words("c"), talks.From(wire), talks.From(dispatch, diplomats));
        talks.Add("2025-05-17", talks.Iran, Verb.Says, talks.Words("d"), talks.From(dispatch, diplomats), talks.From(wire, dispatch, diplomats));
        talks.Add("2025-05-18", talks.Iran, Verb.Says, talks.Words("no source"));

        IReadOnlyList<Origin> origins = Compute().Origins;

        Assert.Equal([(diplomats, 4, 3), (wire, 1, 0)], origins.Select(o => (o.Source, o.Entries, o.OnlyEntries)));
        Assert.Equal([dispatch, wire], origins[0].Via);
        Assert.Empty(origins[1].Via);
    }

    [Fact]
    public void Equally_many_entries_leave_the_order_of_declaration_and_only_what_counts_is_counted()
    {
        Source first = talks.Builder.AddSource("first", SourceKind.Press);
        Source second = talks.Builder.AddSource("second", SourceKind.Press);
        talks.Add("2025-05-14", talks.Iran, Verb.Says, talks.Words("a"), talks.From(second));
        talks.Add("2025-05-15", talks.Iran, Verb.Says, talks.Words("b"), talks.From(first));
        talks.Add("2025-05-16", talks.Iran, Verb.Says, talks.Words("c"), talks.From(second));

        StandingReport report = StandingReports.Compute(talks.Builder.Build(), new AsOf(Day("2025-05-15")));

        Assert.Equal([first, second], report.Origins.Select(o => o.Source));
    }

    [Fact]
    public void Origins_of_a_finding_are_the_different_roots_of_its_entries()
    {
        Source abc = talks.Builder.AddSource("abc", SourceKind.Broadcast);
        Source fox = talks.Builder.AddSource("fox", SourceKind.Broadcast);
        Source press = talks.Builder.AddSource("press", SourceKind.Press);
        talks.Add("2025-04-14", talks.Witkoff, Verb.Says, talks.From(press, fox), With(talks.Relief, Partial));
        talks.Add("2025-04-15", talks.Witkoff, Verb.Says, talks.From(abc), talks.From(fox), With(talks.Relief, None));

        StandingReport report = Compute();

        Assert.Equal([abc, fox], Origins.Of(report.Record, Assert.Single(report.Reversals).Evidence));
        Assert.Empty(Origins.Of(report.Record, new Evidence(-1)));
    }

    private StandingReport Compute() => StandingReports.Compute(talks.Builder.Build());
}
