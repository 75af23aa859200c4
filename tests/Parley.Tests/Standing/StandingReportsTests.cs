using System.Globalization;
using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;
using static Parley.Tests.Standing.Stated;
using static Parley.Tests.Standing.Talks;

namespace Parley.Tests.Standing;

public sealed class StandingReportsTests
{
    [Fact]
    public void Empty_record_gives_an_empty_report()
    {
        StandingReport report = StandingReports.Compute(new Talks().Builder.Build());

        Assert.Equal((0, (int?)null), (report.EntryCount, report.LastDay));
        Assert.Empty(report.Positions);
        Assert.Empty(report.Moves);
        Assert.Empty(report.Gaps);
        Assert.Empty(report.Origins);
    }

    [Fact]
    public void Envoy_who_speaks_of_some_enrichment_and_of_none_a_day_later_reverses_himself_on_that_issue_alone()
    {
        Talks talks = new();
        Issue enrichment = talks.Builder.AddLabelIssue("enrichment", "", true, ["none", "some"]);
        talks.Add("2025-04-12", talks.Iran, Verb.Meet, With(talks.Us), Round(1));
        int first = talks.Add("2025-04-14", talks.Witkoff, Verb.Says, At(Forum.Media), With(enrichment, ValueSet.OfLabels(2)), With(talks.Level, AtMost(3.67m)));
        int second = talks.Add("2025-04-15", talks.Witkoff, Verb.Says, At(Forum.Media), With(enrichment, ValueSet.OfLabels(1)));
        talks.Add("2025-04-19", talks.Iran, Verb.Meet, With(talks.Us), Round(2));
        talks.Add("2025-05-31~", talks.Witkoff, Verb.Offers, At(Forum.Letter), With(talks.Level, AtMost(3)));
        talks.Add("2025-06-02", talks.Trump, Verb.Says, At(Forum.Media), With(enrichment, ValueSet.OfLabels(1)));

        StandingReport report = StandingReports.Compute(talks.Builder.Build());

        Reversal reversal = Assert.Single(report.Reversals);
        Assert.Equal([first, second], reversal.Evidence.Entries());
        Assert.Equal((enrichment.Id, Answer.No), (reversal.IssueId, reversal.RoundBetween));
        Assert.Empty(report.Divided);
        Assert.Empty(report.Moves);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Any_record_gives_the_same_report_twice_with_findings_in_order_of_time(uint seed)
    {
        Talks talks = new(hasThirdParty: true);
        Fill(talks, seed, 1500);
        NegotiationRecord record = talks.Builder.Build();

        StandingReport once = StandingReports.Compute(record);
        StandingReport again = StandingReports.Compute(record);

        Assert.Equal(once.Moves, again.Moves, Alike);
        Assert.Equal(once.Positions.Select(p => p.ToString()), again.Positions.Select(p => p.ToString()));
        Assert.Equal(once.Reversals.Select(r => r.Evidence.Second), again.Reversals.Select(r => r.Evidence.Second));
        Assert.NotEmpty(once.Moves);
        Assert.NotEmpty(once.Reversals);
        Assert.NotEmpty(once.Divided);
        Assert.NotEmpty(once.Contested);
        Assert.All(once.Moves, m => Assert.True(m.Size is null or >= 0, "A size is a distance."));
        Assert.All(once.Moves, m => Assert.Equal(
            m.Size is null, m.Kind == MoveKind.Different || (m.From.Kind == ValueSetKind.Schedule && m.From != m.To)));
        Assert.All(once.Positions, p => Assert.Equal(ActorKind.Party, p.Party.Kind));
        foreach (var held in once.Positions.Where(p => p.IsOfParty && !p.IsContested)
            .GroupBy(p => (p.Party, p.IssueId, p.BasisIndex, p.Forum, p.Track, p.Kind)))
        {
            Assert.Single(held);
        }
    }

    [Fact]
    public void As_of_a_day_the_report_is_that_of_the_entries_begun_by_then()
    {
        Talks whole = new(hasThirdParty: true);
        Fill(whole, 7, 600);
        StandingReport asOf = StandingReports.Compute(whole.Builder.Build(), new AsOf(Day("2025-03-01")));

        Assert.All(asOf.Moves, m => Assert.All(
            m.Evidence.Entries(), e => Assert.True(asOf.Record[e].When.FirstDay <= Day("2025-03-01"), "It begins later.")));
        Assert.True(asOf.Moves.Count < StandingReports.Compute(asOf.Record).Moves.Count, "Later moves are left out.");
        Assert.Equal(Day("2025-03-01"), asOf.LastDay);
    }

    private static bool Alike(Move a, Move b) => (a with { Evidence = default }) == (b with { Evidence = default })
        && a.Evidence.Entries().SequenceEqual(b.Evidence.Entries());

    /// <summary>Fills talks with entries of every kind that positions depend on, from a seed.</summary>
    private static void Fill(Talks talks, uint seed, int count)
    {
        Draw draw = new(seed * 2654435761);
        Actor[] speakers =
            [talks.Iran, talks.Us, talks.Leader, talks.Araghchi, talks.Spokesman, talks.Trump, talks.Witkoff, talks.Europe!, talks.Oman];
        Track track = talks.Builder.AddTrack("one");
        List<string> tags = [];
        for (int i = 0; i < count; i++)
        {
            int day = Day("2025-01-01") + (i * 180 / count);
            string date = draw.Below(12) switch { 0 => Text(day) + "~", 1 => "../" + Text(day), _ => Text(day) };
            List<Action<EntryDraft>> parts = [At((Forum)draw.Below(6))];
            if (draw.Below(4) == 0)
            {
                parts.Add(In(track));
            }

            Actor speaker = speakers[draw.Below(speakers.Length)];
            string old = tags.Count == 0 ? "" : tags[^(1 + draw.Below(Math.Min(tags.Count, 20)))];
            if (tags.Count > 0 && draw.Below(3) == 0)
            {
                AddAnswer(talks, draw, date, speaker, old, parts);
                continue;
            }

            tags.Add($"t{i}");
            parts.Add(talks.Names(tags[^1]));
            Depend(talks, draw, tags.Count > 1 ? old : "", Text(day + draw.Below(30)), parts);
            Verb verb = draw.Below(4) switch { 0 => Verb.Offers, 1 => Verb.Demands, 2 => Verb.Says, _ => Verb.RedLine };
            for (int t = draw.Below(3); t >= 0; t--)
            {
                parts.Add(Term(talks, draw.Below(8), draw.Below(90), draw.Below(2)));
            }

            talks.Add(date, speaker, verb, [.. parts]);
            if (draw.Below(10) == 0)
            {
                talks.Add(date, speaker, verb, talks.Names(tags[^1]), Term(talks, draw.Below(8), draw.Below(90), 0));
            }
        }
    }

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AddAnswer(
        Talks talks, Draw draw, string date, Actor speaker, string old, List<Action<EntryDraft>> parts)
    {
        (Verb verb, Action<EntryDraft>[] more) = draw.Below(9) switch
        {
            0 => (Verb.Withdraws, [talks.Of(old)]),
            1 => (Verb.Accepts, [talks.Of(old)]),
            2 => (Verb.Leaves, []),
            3 => (Verb.MeetsCondition, [talks.Of(old)]),
            4 => (Verb.Denies, [talks.Of(old)]),
            5 => (Verb.Drops, [Topic(talks.Level)]),
            6 => (Verb.Says, [talks.Of(old), As((Firmness)draw.Below(6))]),
            7 => (Verb.Agrees, [With(talks.Europe!), With(talks.Level, Exactly(draw.Below(90)))]),
            _ => (Verb.Meet, (Action<EntryDraft>[])[With(talks.Us), With(talks.Iran)]),
        };
        talks.Add(date, speaker, verb, [.. parts, .. more]);
    }

    private static void Depend(Talks talks, Draw draw, string old, string deadline, List<Action<EntryDraft>> parts)
    {
        Action<EntryDraft>? part = draw.Below(14) switch
        {
            0 when old.Length > 0 => talks.Replaces(old),
            1 => talks.If("x" + draw.Below(3)),
            2 when old.Length > 0 => talks.IfTag(old),
            3 => talks.Unless("y"),
            4 => By(deadline),
            5 => As((Firmness)draw.Below(6)),
            6 => If(talks.Level, AtMost(draw.Below(90))),
            _ => null,
        };
        parts.AddRange(part is null ? [] : [part]);
    }

    private static Action<EntryDraft> Term(Talks talks, int kind, int number, int alternative) => kind switch
    {
        0 => With(talks.Level, AtMost(number), alternative),
        1 => With(talks.Level, Above(number), alternative),
        2 => With(talks.Relief, ValueSet.OfLabels(1UL << (number % 3)), alternative),
        3 => With(talks.Sites, ValueSet.OfLabels(1UL << (number % 3)), alternative),
        4 => About(talks.Level, Exactly(number)),
        5 => With(talks.Sum, Then(number, number + 1)),
        6 => Uncertain(talks.Level, Exactly(number)),
        _ => With(talks.Level, Exactly(number), alternative),
    };

    private sealed class Draw(uint state)
    {
        private uint state = state;

        public int Below(int limit)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)limit);
        }
    }
}
