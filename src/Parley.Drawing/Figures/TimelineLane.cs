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

    /// <summary>Places the marks in rows so that neither marks nor numbers cover each other, as far as eight rows allow.</summary>
    /// <param name="record">The record.</param>
    /// <param name="time">The scale.</param>
    /// <param name="numberOf">The number of the note of an entry, or null.</param>
    /// <param name="rows">How many rows there are; at least 1.</param>
    public List<LaneMark> Place(NegotiationRecord record, TimeScale time, Func<int, int?> numberOf, out int rows)
    {
        double[] ends = new double[MostRows];
        Array.Fill(ends, double.MinValue);
        List<LaneMark> marks = [];
        rows = 1;
        foreach (int entry in Entries.OrderBy(entry => TimeScale.DayOf(record[entry].When)))
        {
            DateInterval when = record[entry].When;
            double from = time.X(TimeScale.DayOf(when)!.Value);
            double until = Math.Max(from, time.X(when.WrittenLast == DateInterval.OpenEnd ? time.Last : when.WrittenLast));
            double softFrom = when.FirstDay == DateInterval.OpenStart ? time.X(time.First) : time.X(when.FirstDay);
            double softUntil = when.LastDay == DateInterval.OpenEnd ? time.X(time.Last) : time.X(when.LastDay);
            string label = numberOf(entry) is { } number ? Phrases.Number(number) : "";
            double begin = Math.Min(softFrom, from - Shapes.Reach - 1);
            double end = Math.Max(softUntil, from + Shapes.Reach + 1);
            double labelled = Math.Max(from + 7, softUntil + 4) + 2 + FigureText.Width(label, 12);
            int row = Array.FindIndex(ends, taken => taken <= begin);
            if (row < 0)
            {
                // No room: the mark alone, where it covers the least, and its number only in the notes.
                row = Array.IndexOf(ends, ends.Min());
                label = "";
                labelled = Math.Max(ends[row], end);
            }

            ends[row] = label.Length > 0 ? labelled : Math.Max(ends[row], end);
            rows = Math.Max(rows, row + 1);
            marks.Add(new LaneMark(entry, row, from, until, Math.Min(softFrom, from), Math.Max(softUntil, until), label));
        }

        return marks;
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
