using Parley.Drawing.Briefs;
using Parley.Drawing.Markup;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Figures;

/// <summary>
/// The record as a picture: lanes by track and party, rounds as bands across them, deadlines as flags above, pressure as
/// ticks below.
/// </summary>
internal sealed class TimelineFigure
{
    /// <summary>How many entries are drawn; earlier ones are left out.</summary>
    public const int MostEntries = 400;

    private const double RowHeight = 15;
    private const double FlagRow = 16;
    private const int MostFlagRows = 4;
    private const int MostFlags = 60;

    private readonly BriefReports reports;
    private readonly NegotiationRecord record;
    private readonly Func<int, int?> numberOf;
    private readonly FigureSize size;
    private readonly Hues hues;
    private readonly List<TimelineLane> lanes;
    private readonly List<(Actor Party, List<Pressure> Acts)> pressure;
    private readonly List<(DeadlineDay Day, int Place)> flags;
    private readonly List<Round> rounds;
    private readonly TimeScale time;
    private readonly double left;
    private readonly double right;
    private readonly Element svg;

    private TimelineFigure(BriefReports reports, Func<int, int?> numberOf, FigureSize size)
    {
        (this.reports, this.numberOf, this.size) = (reports, numberOf, size);
        record = reports.Standing.Record;
        hues = new Hues(record);
        lanes = TimelineLane.Of(reports);
        int first = lanes.SelectMany(lane => lane.Entries).Select(entry => TimeScale.DayOf(record[entry].When))
            .OfType<int>().DefaultIfEmpty(0).Min();
        pressure = [.. reports.Standing.Pressure
            .Where(act => TimeScale.DayOf(record[act.Entry].When) >= first)
            .TakeLast(MostEntries)
            .GroupBy(act => act.Party).OrderBy(group => group.Key.Id)
            .Select(group => (group.Key, group.ToList()))];
        rounds = [.. reports.Standing.Rounds
            .Where(round => TimeScale.DayOf(round.Date) is { } day && day >= first).TakeLast(MostEntries)];
        flags = [.. reports.Standing.Deadlines.TakeLast(MostFlags).SelectMany(deadline => deadline.Days)
            .Where(day => TimeScale.DayOf(day.Day) is { } at && at >= first).TakeLast(MostFlags).Select((day, i) => (day, i))];
        left = size.IsNarrow ? 4 : 158;
        right = size.Width - 34;
        time = new TimeScale(Days().DefaultIfEmpty(0), left + 8, right);
        svg = new Element("svg");
    }

    /// <summary>Draws the picture.</summary>
    /// <param name="reports">The reports; at least one entry.</param>
    /// <param name="numberOf">The number of the note of an entry, or null.</param>
    /// <param name="size">For which width.</param>
    public static Element Draw(BriefReports reports, Func<int, int?> numberOf, FigureSize size) =>
        new TimelineFigure(reports, numberOf, size).Draw();

    private IEnumerable<int> Days()
    {
        IEnumerable<DateInterval> dates = lanes.SelectMany(lane => lane.Entries)
            .Concat(pressure.SelectMany(row => row.Acts).Select(act => act.Entry))
            .Select(entry => record[entry].When)
            .Concat(rounds.Select(round => round.Date))
            .Concat(flags.Select(flag => flag.Day.Day));
        foreach (DateInterval date in dates)
        {
            if (TimeScale.DayOf(date) is { } day)
            {
                yield return day;
                yield return date.WrittenLast == DateInterval.OpenEnd ? day : date.WrittenLast;
            }
        }
    }

    private Element Draw()
    {
        List<Element> above = [];
        List<Element> drawn = [];
        List<(double X, double Top)> poles = Flags(above, out double flagsEnd);
        double y = flagsEnd + 18;
        double lanesTop = y;
        int track = int.MinValue;
        bool hasTracks = lanes.Select(lane => lane.TrackId).Distinct().Count() > 1;
        foreach (TimelineLane lane in lanes)
        {
            if (lane.TrackId != track && hasTracks)
            {
                y += track == int.MinValue ? 0 : 4;
                drawn.Add(FigureText.At(0, y + 13, FigureText.Cut(lane.TrackName(record), size.Width - 4), "strong"));
                y += 20;
            }

            track = lane.TrackId;
            y = Lane(drawn, lane, y);
        }

        double lanesBottom = y;
        y = PressureRows(drawn, y + 4);
        double height = y + 4 + TimeAxis.Height;
        svg.Set("class", "fig").Set("viewBox", $"0 0 {Element.Number(size.Width)} {Element.Number(height)}")
            .Set("width", size.Width).Set("height", height).Set("role", "img").Set("aria-label", Description());
        Bands(lanesTop - 16, lanesBottom);
        svg.Add(poles.Select(pole => Shapes.Line("pole", (pole.X, pole.Top), (pole.X, lanesBottom))));

        svg.Add(above);
        svg.Add(drawn);
        TimeAxis.Draw(svg, time, left, size.Width - 2, y + 2, size);
        return svg;
    }

    private string Description()
    {
        string count = Phrases.Count(lanes.Sum(lane => lane.Entries.Count), "act", "acts");
        string who = Phrases.List([.. lanes.Select(lane => lane.Name).Distinct()]);
        string held = Phrases.Count(rounds.Count(round => round.IsHeld), "round", "rounds");
        return $"Timeline: {count} by {(who.Length == 0 ? "nobody" : who)}, {held}, "
            + $"{Phrases.Count(flags.Count, "deadline", "deadlines")}, "
            + $"{Phrases.Count(pressure.Sum(row => row.Acts.Count), "act", "acts")} of pressure. "
            + "The notes at the end list the entries cited in order of time.";
    }

    /// <summary>Flags of deadlines in up to four rows, each with what became of it where there is room.</summary>
    private List<(double X, double Top)> Flags(List<Element> drawn, out double end)
    {
        List<(double X, double Top)> poles = [];
        TakenPlaces taken = new();
        int rows = 0;
        foreach ((DeadlineDay day, _) in flags.OrderBy(flag => TimeScale.DayOf(flag.Day.Day)).ThenBy(flag => flag.Place))
        {
            double x = time.X(TimeScale.DayOf(day.Day)!.Value);
            string state = day.State switch
            {
                DeadlineState.Met => "✓ met",
                DeadlineState.Moved => "→ moved",
                DeadlineState.Cancelled => "– cancelled",
                DeadlineState.Missed => "✗ missed",
                _ => "… ahead",
            };
            string number = numberOf(day.SetBy) is { } note ? " " + Phrases.Number(note) : "";
            (int row, string label) = PlaceFlag(taken, x, [state + number, state[..1] + number, state[..1], ""]);
            double y = row * FlagRow;
            rows = Math.Max(rows, row + 1);
            poles.Add((x, y + 2));
            drawn.Add(Shapes.Line("ink", (x, y + 2), (x, y + FlagRow)));
            bool isLeft = IsLeft(x, label);
            double tip = isLeft ? x - 8 : x + 8;
            drawn.Add(Shapes.Path(day.State == DeadlineState.Met ? "ink filled" : "ink ring", [(x, y + 2), (tip, y + 5.5), (x, y + 9)]));
            drawn.Add(FigureText.At(isLeft ? x - 11 : x + 11, y + 12, label, "small", isLeft ? "end" : "start"));
        }

        end = rows * FlagRow;
        return poles;
    }

    private bool IsLeft(double x, string label) => x + 12 + FigureText.Width(label, 12) > size.Width;

    private (int Row, string Label) PlaceFlag(TakenPlaces taken, double x, string[] labels)
    {
        foreach (string label in labels)
        {
            double width = 14 + FigureText.Width(label, 12);
            (double from, double to) = IsLeft(x, label) ? (x - width, x + 2) : (x - 2, x + width);
            for (int row = 0; row < MostFlagRows; row++)
            {
                Box box = new(from, row * FlagRow, to, row * FlagRow + FlagRow - 1);
                if (taken.IsFree(box))
                {
                    taken.Take(box);
                    return (row, label);
                }
            }
        }

        return (MostFlagRows - 1, "");
    }

    private void Bands(double top, double bottom)
    {
        double free = 0;
        foreach (Round round in rounds.OrderBy(round => TimeScale.DayOf(round.Date)))
        {
            double from = time.X(TimeScale.DayOf(round.Date)!.Value) - 3;
            double to = time.X(round.Date.WrittenLast == DateInterval.OpenEnd ? time.Last : round.Date.WrittenLast) + 3;
            svg.Add(Shapes.Rectangle(round.IsHeld ? "band" : "planned", from, top, to, bottom));
            string label = round.Number is { } number ? Phrases.Number(number) : "";
            double width = FigureText.Width(label, 12);
            double middle = (from + to) / 2;
            if (label.Length > 0 && middle - width / 2 >= free)
            {
                svg.Add(FigureText.At(middle, top + 12, label, "small strong", "middle"));
                free = middle + width / 2 + 4;
            }
        }
    }

    /// <summary>The name of a row: beside it at a desk, above it on a telephone.</summary>
    private double Name(List<Element> drawn, string name, double y, double height)
    {
        if (size.IsNarrow)
        {
            List<string> above = FigureText.Wrap(name, size.Width - 8, 12, most: 2);
            for (int i = 0; i < above.Count; i++)
            {
                drawn.Add(FigureText.At(left, y + 12 + i * 14, above[i], "small"));
            }

            return 2 + above.Count * 14;
        }

        List<string> lines = FigureText.Wrap(name, left - 10, 12, most: 2);
        for (int i = 0; i < lines.Count; i++)
        {
            drawn.Add(FigureText.At(0, y + 14 + i * 14, lines[i], "small"));
        }

        return Math.Max(0, lines.Count * 14 + 6 - height);
    }

    private double Lane(List<Element> drawn, TimelineLane lane, double top)
    {
        List<LaneMark> marks = lane.Place(record, time, numberOf, out int rows);
        double height = rows * RowHeight + 6;
        drawn.Add(Shapes.Line("rule", (0, top), (size.Width - 2, top)));
        double extra = Name(drawn, lane.Name, top, height);
        double first = top + (size.IsNarrow ? extra : 0) + RowHeight / 2 + 3;
        foreach (LaneMark mark in marks)
        {
            Entry entry = record[mark.Entry];
            double y = first + mark.Row * RowHeight;
            string line = hues.Line(lane.Side);
            if (mark.Until > mark.From + 2)
            {
                drawn.Add(Shapes.Line("line " + line, (mark.From, y), (mark.Until, y)));
            }

            if (mark.SoftFrom < mark.From - 1 || mark.SoftUntil > mark.Until + 1)
            {
                drawn.Add(Shapes.Line("soft-end " + line, (mark.SoftFrom, y), (mark.SoftUntil, y)));
            }

            drawn.Add(Shapes.Of(entry.Forum, mark.From, y, line, hues.Fill(lane.Side)));
            if (mark.Label.Length > 0)
            {
                drawn.Add(FigureText.At(mark.LabelAt, y + 4, mark.Label, "small"));
            }
        }

        return top + height + extra;
    }

    private double PressureRows(List<Element> drawn, double y)
    {
        foreach ((Actor party, List<Pressure> acts) in pressure)
        {
            drawn.Add(Shapes.Line("rule", (0, y), (size.Width - 2, y)));
            double extra = Name(drawn, "Pressure by " + Phrases.Name(party), y, 20);
            double at = y + (size.IsNarrow ? extra : 0) + 4;
            double free = double.MinValue;
            foreach (Pressure act in acts)
            {
                double x = time.X(TimeScale.DayOf(record[act.Entry].When)!.Value);
                if (act.Lasts)
                {
                    int end = act.EndEntry >= 0 ? TimeScale.DayOf(record[act.EndEntry].When) ?? time.Last : time.Last;
                    drawn.Add(Shapes.Line("thin " + hues.Line(party), (x, at + 11), (Math.Max(x, time.X(end)), at + 11)));
                }

                drawn.Add(Shapes.Line("line " + hues.Line(party), (x, at), (x, at + 11)));
                string label = numberOf(act.Entry) is { } number ? Phrases.Number(number) : "";
                if (label.Length > 0 && x + 3 >= free)
                {
                    drawn.Add(FigureText.At(x + 3, at + 9, label, "small"));
                    free = x + 6 + FigureText.Width(label, 12);
                }

                // A later tick would run through the number.
                free = Math.Max(free, x + 3);
            }

            y += 20 + extra;
        }

        return y;
    }
}
