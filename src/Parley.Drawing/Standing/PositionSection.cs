using Parley.Drawing.Text;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Positions: first a matrix of issues by parties, then each issue with everybody who holds something on it.</summary>
internal sealed class PositionSection(StandingReport report, IWords words, TextPage page, StandingSentences say)
{
    private const int MostColumns = 4;

    // Blue, vermilion, green, purple, sky and orange of the palette for colour-blind readers, as terminal colours.
    private static readonly int[] Palette = [25, 166, 36, 175, 74, 178];

    private readonly NegotiationRecord record = report.Record;
    private readonly Dictionary<int, int> colours = [];
    private readonly Dictionary<(int, int, int, Forum, int, PositionKind), Authority> standing = [];
    private readonly ILookup<int, Gap> gaps = report.Gaps.ToLookup(gap => gap.IssueId);

    public void Write()
    {
        page.Heading("Positions");
        if (report.Positions.Count == 0)
        {
            page.Paragraph("Nobody holds a position on any issue.", indent: 2);
            return;
        }

        foreach (Position position in report.Positions)
        {
            if (position is { IsOfParty: true, State: PositionState.Held })
            {
                standing[Place(position)] = AuthorityOf(position);
            }
        }

        foreach (Actor party in record.Parties)
        {
            colours[party.Id] = Palette[colours.Count % Palette.Length];
        }

        List<(int Start, int End)> issues = Shown();
        Matrix(issues);
        foreach ((int start, int end) in issues)
        {
            page.Blank();
            IssueTable(start, end);
        }
    }

    /// <summary>Stretches of the positions, one an issue; the 20 that were spoken of last, unless all are wanted.</summary>
    private List<(int Start, int End)> Shown()
    {
        List<(int Start, int End)> issues = [];
        for (int i = 0; i < report.Positions.Count; i++)
        {
            if (issues.Count > 0 && report.Positions[issues[^1].Start].IssueId == report.Positions[i].IssueId)
            {
                issues[^1] = (issues[^1].Start, i + 1);
            }
            else
            {
                issues.Add((i, i + 1));
            }
        }

        if (page.Options.All || issues.Count <= TextOptions.Shown)
        {
            return issues;
        }

        page.Paragraph(
            $"The {TextOptions.Shown} issues spoken of last, of {Phrases.Number(issues.Count)}; --all shows the others too.",
            indent: 2);
        return [.. issues
            .OrderByDescending(issue => Latest(issue.Start, issue.End))
            .Take(TextOptions.Shown)
            .OrderBy(issue => issue.Start)];
    }

    private int Latest(int start, int end)
    {
        int day = int.MinValue;
        for (int i = start; i < end; i++)
        {
            day = Math.Max(day, report.Positions[i].Since.FirstDay);
        }

        return day;
    }

    private void Matrix(List<(int Start, int End)> issues)
    {
        List<Actor> parties = [];
        foreach ((int start, int end) in issues)
        {
            for (int i = start; i < end; i++)
            {
                if (!parties.Contains(report.Positions[i].Party) && parties.Count <= MostColumns)
                {
                    parties.Add(report.Positions[i].Party);
                }
            }
        }

        if (parties.Count is < 2 or > MostColumns)
        {
            return;
        }

        parties.Sort((a, b) => a.Id.CompareTo(b.Id));
        Dictionary<(int Party, int Issue), Move> moves = report.LastMoves.ToDictionary(
            move => (record.Actors[move.SpeakerId].Side.Id, move.IssueId));
        HashSet<(int Party, int Issue)> divided = [.. report.Divided.Select(d => (d.Party.Id, d.IssueId))];
        List<Cell[]> rows = [];
        foreach ((int start, int end) in issues)
        {
            int issue = report.Positions[start].IssueId;
            List<Cell> row = [record.Issues[issue].Title];
            foreach (Actor party in parties)
            {
                string text = Stand(start, end, party);
                text += moves.TryGetValue((party.Id, issue), out Move move) ? LastMove(move) : "";
                text += divided.Contains((party.Id, issue)) ? "; members differ" : "";
                row.Add(new Cell(text, Colour(party)));
            }

            rows.Add([.. row]);
        }

        page.Table(["Issue", .. parties.Select(Phrases.Name)], rows);
    }

    private string LastMove(Move move)
    {
        string kind = move.Kind switch
        {
            MoveKind.Concession => "gave",
            MoveKind.Hardening => "hardened",
            MoveKind.Retraction => "took back",
            MoveKind.Trade => "traded",
            _ => "changed",
        };
        return $"; {kind} {say.Date(move.Evidence)}";
    }

    /// <summary>What a party holds: its bargaining position, else what was last drawn or said for it.</summary>
    private string Stand(int start, int end, Actor party)
    {
        if (PositionChoice.Of(Enumerable.Range(start, end - start).Select(i => report.Positions[i]), party) is not { } choice)
        {
            return "not addressed";
        }

        Position best = choice.Position;
        string basis = best.BasisIndex == 0 ? "" : record.Issues[best.IssueId].Bases[best.BasisIndex - 1].Name + " ";
        return choice.Kind + basis + Values(best) + (choice.ForumsDiffer ? "; forums differ" : "");
    }

    private void IssueTable(int start, int end)
    {
        Issue issue = record.Issues[report.Positions[start].IssueId];
        string unit = issue.Unit.Length == 0 ? "" : ", " + issue.Unit;
        page.Paragraph(issue.Title == issue.Name ? issue.Title + unit : $"{issue.Title} ({issue.Name}{unit})", indent: 2, bold: true);
        foreach (Gap gap in gaps[issue.Id])
        {
            page.Paragraph(say.Gap(gap), indent: 4);
        }

        List<Position> shown = Rows(start, end);
        bool withTrack = shown.Select(position => position.Track).Distinct().Count() > 1;
        List<Cell[]> rows = [];
        for (int i = 0; i < shown.Count; i++)
        {
            if (i == 0 || shown[i].Party != shown[i - 1].Party)
            {
                rows.Add([new Cell(Phrases.Name(shown[i].Party), Colour(shown[i].Party))]);
            }

            rows.Add(Row(shown[i], withTrack));
        }

        page.Table(["Who", "Where", "How", "Values", "Since", "Entries"], rows, indent: 4);
    }

    private List<Position> Rows(int start, int end)
    {
        List<Position> rows = [.. Enumerable.Range(start, end - start).Select(i => report.Positions[i])];
        if (page.Options.All || rows.Count <= TextOptions.Shown)
        {
            return rows;
        }

        page.Paragraph(
            $"The latest {TextOptions.Shown} of {Phrases.Number(rows.Count)}; --all shows the earlier ones too.", indent: 4);
        return [.. rows
            .Select((position, i) => (Position: position, Place: i))
            .OrderByDescending(row => row.Position.Since.FirstDay)
            .Take(TextOptions.Shown)
            .OrderBy(row => row.Place)
            .Select(row => row.Position)];
    }

    private Cell[] Row(Position position, bool withTrack)
    {
        // The party stands above the rows of its members, which are set in by two columns.
        string who = Lines.NoBreak + (Lines.NoBreak
            + (position.Speaker == position.Party ? "as itself" : Phrases.Name(position.Speaker)));
        string how = position.Kind switch
        {
            PositionKind.Demand => "demanded",
            PositionKind.Offer => "offered",
            PositionKind.Statement => "said",
            _ => "red line",
        };
        string place = position.Track is { } track && withTrack
            ? Phrases.Place(position.Forum) + ", " + track.Name : Phrases.Place(position.Forum);
        string basis = position.BasisIndex == 0 ? "" : record.Issues[position.IssueId].Bases[position.BasisIndex - 1].Name + " ";
        return
        [
            who,
            place,
            how,
            basis + Values(position) + Marks(position),
            words.PrintDate(position.Since),
            say.Citer.List(position.Evidence),
        ];
    }

    private string Values(Position position)
    {
        string values = say.Values(
            position.IssueId, position.BasisIndex, position.Values, position.Evidence.First);
        return position.State == PositionState.None ? $"none now; was {values}" : values;
    }

    private string Marks(Position position)
    {
        List<string> marks = [];
        if (position.State == PositionState.Conditional)
        {
            IEnumerable<Condition> conditions =
                position.Evidence.Entries().SelectMany(entry => record[entry].Details.Conditions);
            marks.AddRange(conditions.Select(condition => EntryWords.Of(record, condition, words)).Distinct());
        }

        if (position.Firmness != Firmness.Firm)
        {
            marks.Add(Phrases.Standing(position.Firmness));
        }

        Add(marks, position.IsReadAsOrBetter, "or better for it");
        Add(marks, position.IsContested, "contested");
        Add(marks, position.State == PositionState.Held && !position.IsOfParty, Beside(position));
        Add(marks, position.MayNotHaveHappened, "may not have happened yet");
        return marks.Count == 0 ? "" : "; " + string.Join("; ", marks);
    }

    /// <summary>Why a position that is held does not stand for its party.</summary>
    private string Beside(Position position) => !standing.TryGetValue(Place(position), out Authority authority)
        ? "not the party's"
        : authority > AuthorityOf(position) ? "outranked" : "overtaken";

    private static (int, int, int, Forum, int, PositionKind) Place(Position position) => (
        position.Party.Id, position.IssueId, position.BasisIndex, position.Forum, position.Track?.Id ?? -1, position.Kind);

    private Authority AuthorityOf(Position position) =>
        position.Speaker.AuthorityOn(record[position.Evidence.First].When.FirstDay);

    private static void Add(List<string> marks, bool holds, string text)
    {
        if (holds)
        {
            marks.Add(text);
        }
    }

    private int? Colour(Actor party) => colours.TryGetValue(party.Id, out int colour) ? colour : null;
}
