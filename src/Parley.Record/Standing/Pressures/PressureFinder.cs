using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds acts of pressure, the rounds around them and what ended them.</summary>
internal sealed class PressureFinder
{
    private const int WithinDays = 3;
    private const int FewestActs = 3;
    private const int MostTests = 24;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly List<(int Day, DateInterval Date, int Round)> roundDays = [];
    private readonly Dictionary<int, List<int>> agreements = [];
    private readonly Dictionary<int, List<int>> leavings = [];
    private readonly List<(Actor Party, PressureKind Kind, int Day, int Entry)> dated = [];

    public PressureFinder(StandingContext context, IReadOnlyList<Round> rounds)
    {
        this.context = context;
        record = context.Record;
        for (int i = 0; i < rounds.Count; i++)
        {
            Add(rounds[i].Date, i);
            foreach (DateInterval planned in rounds[i].PlannedFor)
            {
                Add(planned, i);
            }
        }

        roundDays.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Round.CompareTo(b.Round));
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Agrees && !context.Accounts.IsSecond(index))
            {
                ListOf(agreements, entry.Track?.Id ?? -1).Add(index);
            }
            else if (entry.Verb == Verb.Leaves)
            {
                foreach (int speaker in entry.SpeakerIds)
                {
                    ListOf(leavings, speaker).Add(index);
                }
            }
        }
    }

    /// <summary>Acts of pressure in order of time.</summary>
    public List<Pressure> Find()
    {
        List<Pressure> result = [];
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.Presses && !context.Accounts.IsSecond(index)
                && (entry.Flags & EntryTraits.IsAttributed) == 0)
            {
                result.Add(Read(index, entry));
            }
        }

        return result;
    }

    /// <summary>One test for each side and kind, in the order of the record; pressure on one's own side is left out.</summary>
    /// <remarks>Made after <see cref="Find"/>, from what it found.</remarks>
    public List<PressureTest> FindTests()
    {
        List<PressureTest> result = [];
        if (context.LastDay is not { } last)
        {
            return result;
        }

        foreach (IGrouping<(int Id, PressureKind Kind), (Actor Party, PressureKind Kind, int Day, int Entry)> group in
            dated.GroupBy(d => (d.Party.Id, d.Kind)).OrderBy(g => g.Key.Id).ThenBy(g => g.Key.Kind).Take(MostTests))
        {
            int first = group.Min(d => d.Day);
            if (roundDays.Count > 0)
            {
                first = Math.Min(first, roundDays[0].Day);
            }

            PlaceboCalendar calendar = new(first, Math.Max(last, first), group.Select(d => d.Day));
            foreach ((int day, _, _) in roundDays.DistinctBy(r => r.Day))
            {
                calendar.AddWindow(day - WithinDays, day + WithinDays);
            }

            result.Add(new PressureTest(
                group.First().Party,
                group.Key.Kind,
                WithinDays,
                calendar.ActsInside(FewestActs),
                Evidence.Of([.. group.Select(d => d.Entry)])));
        }

        return result;
    }

    private void Add(DateInterval date, int round)
    {
        if (TestDays.Of(date) is { } day)
        {
            roundDays.Add((day, date, round));
        }
    }

    private Pressure Read(int index, in Entry entry)
    {
        DateInterval date = context.Accounts.DateOf(index);
        bool isInternal = IsInternal(entry);
        if (!isInternal && TestDays.Of(date) is { } day)
        {
            dated.Add((entry.Speaker.Side, entry.Pressure, day, index));
        }

        bool lasts = entry.TagRole == TagRole.Names;
        int end = lasts ? FindEnd(index, entry) : -1;
        List<int> evidence = [index, .. context.Accounts.OthersOf(index)];
        if (end >= 0)
        {
            evidence.Add(end);
        }

        return new Pressure(
            index,
            entry.Speaker.Side,
            entry.Pressure,
            entry.Tag,
            entry.Track?.Id ?? -1,
            isInternal,
            lasts,
            end,
            Nearest(date, before: true),
            Nearest(date, before: false),
            context.Accounts.IsContested(index),
            Evidence.Of(evidence));
    }

    private bool IsInternal(in Entry entry)
    {
        foreach (int id in entry.AddresseeIds)
        {
            if (record.Actors[id].Side != entry.Speaker.Side)
            {
                return false;
            }
        }

        return !entry.AddresseeIds.IsEmpty;
    }

    /// <summary>The nearest round on the day of an act or after it, or the nearest before it.</summary>
    private NearRound? Nearest(DateInterval date, bool before)
    {
        if (TestDays.Of(date) is not { } day)
        {
            return null;
        }

        int low = 0;
        int high = roundDays.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = roundDays[middle].Day < day ? (middle + 1, high) : (low, middle);
        }

        int at = before ? low : low - 1;
        if (at < 0 || at >= roundDays.Count)
        {
            return null;
        }

        (_, DateInterval round, int index) = roundDays[at];
        return new NearRound(index, before ? date.DaysUntil(round) : round.DaysUntil(date));
    }

    /// <summary>What ended pressure with a tag: the first easing, agreement in its track or leaving after it; or -1.</summary>
    private int FindEnd(int index, in Entry entry)
    {
        int result = -1;
        foreach (int mention in record.Mentions(entry.Tag))
        {
            if (record[mention].Verb == Verb.Eases && record[mention].Tag == entry.Tag && context.Counts(mention))
            {
                Keep(index, mention, ref result);
            }
        }

        int track = entry.Track?.Id ?? -1;
        Keep(index, FirstAfter(index, agreements.GetValueOrDefault(track), track: null), ref result);
        foreach (int speaker in entry.SpeakerIds)
        {
            Keep(index, FirstAfter(index, leavings.GetValueOrDefault(speaker), track), ref result);
        }

        return result;
    }

    /// <summary>The first of some entries, in order of time, that comes after an act and concerns its track; or -1.</summary>
    private int FirstAfter(int act, List<int>? entries, int? track)
    {
        int low = 0;
        int high = entries?.Count ?? 0;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = context.CompareTime(entries![middle], act) <= 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < (entries?.Count ?? 0); low++)
        {
            if (track is null || record[entries![low]].Track is not { } left || left.Id == track)
            {
                return entries![low];
            }
        }

        return -1;
    }

    private static List<int> ListOf(Dictionary<int, List<int>> lists, int key)
    {
        if (!lists.TryGetValue(key, out List<int>? list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    private void Keep(int act, int end, ref int result)
    {
        if (end >= 0 && context.CompareTime(act, end) < 0 && (result < 0 || context.CompareTime(end, result) < 0))
        {
            result = end;
        }
    }
}
