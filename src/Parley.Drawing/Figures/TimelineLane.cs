using Parley.Drawing.Briefs;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Timelines;

namespace Parley.Drawing.Figures;

/// <summary>A mark in a lane.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Row">Its row within the lane, from 0.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Until">Where its date as written ends.</param>
/// <param name="SoftFrom">Where it may begin, "about" included.</param>
/// <param name="SoftUntil">Where it may end.</param>
/// <param name="Label">The number of its note; empty where it has none, or no room.</param>
internal readonly record struct LaneMark(
    int Entry, int Row, double From, double Until, double SoftFrom, double SoftUntil, string Label)
{
    /// <summary>Where its number begins: behind all that is drawn of it.</summary>
    public double LabelAt => Math.Max(From + 7, SoftUntil + 4);

    /// <summary>Where all that is drawn of it begins.</summary>
    public double Begin => Math.Min(SoftFrom, From - Shapes.Reach - 1);

    /// <summary>Where all that is drawn of it ends, but for the number.</summary>
    public double End => Math.Max(SoftUntil, From + Shapes.Reach + 1);

    /// <summary>Where it ends with its number.</summary>
    public double LabelEnd => Label.Length == 0 ? End : LabelAt + 2 + FigureText.Width(Label, 12);
}

/// <summary>The acts of one side in one track, in order of time.</summary>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Side">The side; for a lane of several sides the first of them.</param>
/// <param name="Name">Its name.</param>
/// <param name="Entries">The entries; at least one.</param>
internal sealed record TimelineLane(int TrackId, Actor Side, string Name, IReadOnlyList<int> Entries)
{
    private const int MostLanes = 16;
    private const int MostRows = 8;

    /// <summary>
    /// The lanes by track in the order declared, entries without a track last; in each the parties in the order
    /// declared, then everybody else in one lane. Meetings and pressure are drawn otherwise.
    /// </summary>
    public static List<TimelineLane> Of(BriefReports reports)
    {
        NegotiationRecord record = reports.Standing.Record;
        IReadOnlyList<TimelineItem> items = reports.Timeline.Items;
        HashSet<int> rounds = [.. reports.Standing.Rounds.SelectMany(round => round.Evidence.Entries())];
        HashSet<int> pressure = [.. reports.Standing.Pressure.SelectMany(act => act.Evidence.Entries())];
        List<int> drawn = [];
        for (int i = Math.Max(0, items.Count - TimelineFigure.MostEntries); i < items.Count; i++)
        {
            int entry = items[i].Entry;
            bool isElsewhere = (record[entry].Verb == Verb.Meet && rounds.Contains(entry))
                || (record[entry].Verb == Verb.Presses && pressure.Contains(entry));
            if (!isElsewhere && TimeScale.DayOf(record[entry].When) is not null)
            {
                drawn.Add(entry);
            }
        }

        List<TimelineLane> lanes = [.. drawn
            .GroupBy(entry => (Track: record[entry].Track?.Id ?? -1, Party: PartyOf(record, entry)))
            .OrderBy(group => group.Key.Track < 0 ? int.MaxValue : group.Key.Track)
            .ThenBy(group => group.Key.Party < 0 ? int.MaxValue : group.Key.Party)
            .Select(group => Make(record, group.Key.Track, group.Key.Party, [.. group]))];
        return lanes.Count <= MostLanes ? lanes : Join(record, lanes);
    }

    /// <summary>The name of the track, or what stands in its place.</summary>
    public string TrackName(NegotiationRecord record) => TrackId < 0 ? "In no track" : record.Tracks[TrackId].Title;

    /// <summary>
    /// Places the marks in rows so that neither marks nor numbers cover each other. Where eight rows do not hold them,
    /// marks may touch, and a number stands only where it covers nothing.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="time">The scale.</param>
    /// <param name="numberOf">The number of the note of an entry, or null.</param>
    /// <param name="rows">How many rows there are; at least 1.</param>
    public List<LaneMark> Place(NegotiationRecord record, TimeScale time, Func<int, int?> numberOf, out int rows)
    {
        List<LaneMark> bare = [.. Entries.OrderBy(entry => TimeScale.DayOf(record[entry].When))
            .Select(entry => Mark(record, time, entry, numberOf))];
        List<LaneMark> marks = InRows(bare, mark => mark.LabelEnd, spreads: false, out rows, out bool hasRoom);
        return hasRoom ? marks : WithFewerNumbers(InRows(bare, mark => mark.End, spreads: true, out rows, out _));
    }

    private static LaneMark Mark(NegotiationRecord record, TimeScale time, int entry, Func<int, int?> numberOf)
    {
        DateInterval when = record[entry].When;
        double from = time.X(TimeScale.DayOf(when)!.Value);
        double until = Math.Max(from, time.X(when.WrittenLast == DateInterval.OpenEnd ? time.Last : when.WrittenLast));
        double softFrom = when.FirstDay == DateInterval.OpenStart ? time.X(time.First) : time.X(when.FirstDay);
        double softUntil = when.LastDay == DateInterval.OpenEnd ? time.X(time.Last) : time.X(when.LastDay);
        string label = numberOf(entry) is { } number ? Phrases.Number(number) : "";
        return new LaneMark(entry, 0, from, until, Math.Min(softFrom, from), Math.Max(softUntil, until), label);
    }

    private static List<LaneMark> InRows(
        List<LaneMark> marks, Func<LaneMark, double> endOf, bool spreads, out int rows, out bool hasRoom)
    {
        double[] ends = new double[MostRows];
        Array.Fill(ends, double.MinValue);
        List<LaneMark> placed = [];
        (rows, hasRoom) = (1, true);
        foreach (LaneMark mark in marks)
        {
            int row = spreads ? -1 : Array.FindIndex(ends, taken => taken <= mark.Begin);
            if (row < 0)
            {
                row = Array.IndexOf(ends, ends.Min());
                hasRoom &= ends[row] <= mark.Begin;
            }

            ends[row] = Math.Max(ends[row], endOf(mark));
            rows = Math.Max(rows, row + 1);
            placed.Add(mark with { Row = row });
        }

        return placed;
    }

    private static List<LaneMark> WithFewerNumbers(List<LaneMark> marks)
    {
        double[] free = new double[MostRows];
        Array.Fill(free, double.MaxValue);
        List<LaneMark> result = [.. marks];
        for (int i = marks.Count - 1; i >= 0; i--)
        {
            LaneMark mark = marks[i];
            result[i] = mark.LabelEnd <= free[mark.Row] ? mark : mark with { Label = "" };
            free[mark.Row] = Math.Min(free[mark.Row], mark.Begin);
        }

        return result;
    }

    private static int PartyOf(NegotiationRecord record, int entry) =>
        record[entry].Speaker.Side is { Kind: ActorKind.Party } party ? party.Id : -1;

    private static TimelineLane Make(NegotiationRecord record, int track, int party, List<int> entries) => party >= 0
        ? new TimelineLane(track, record.Actors[party], Phrases.Name(record.Actors[party]), entries)
        : new TimelineLane(track, record[entries[0]].Speaker.Side, Others(record, entries), entries);

    private static string Others(NegotiationRecord record, List<int> entries)
    {
        List<Actor> others = [.. entries.Select(entry => record[entry].Speaker.Side).Distinct()];
        return others.Count == 1 ? others[0].Kind == ActorKind.Desk ? "Notes" : Phrases.Name(others[0]) : "Others";
    }

    /// <summary>Of very many lanes those with the most entries stay, and the others of a track become one.</summary>
    private static List<TimelineLane> Join(NegotiationRecord record, List<TimelineLane> lanes)
    {
        HashSet<TimelineLane> kept = [.. lanes.Where(lane => lane.Side.Kind == ActorKind.Party)
            .OrderByDescending(lane => lane.Entries.Count).Take(MostLanes / 2)];
        List<TimelineLane> result = [.. kept];
        foreach (IGrouping<int, TimelineLane> track in lanes.Where(lane => !kept.Contains(lane))
            .GroupBy(lane => kept.Any(one => one.TrackId == lane.TrackId) ? lane.TrackId : -1))
        {
            List<int> entries = [.. track.SelectMany(lane => lane.Entries)];
            result.Add(Make(record, track.Key, -1, entries) with { Name = "Others" });
        }

        return [.. result
            .OrderBy(lane => lane.TrackId < 0 ? int.MaxValue : lane.TrackId)
            .ThenBy(lane => lane.Name == "Others" ? int.MaxValue : lane.Side.Id)];
    }
}
