using Parley.Drawing.Figures;
using Parley.Drawing.Standing;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Briefs.Sections;

/// <summary>Who holds what: a row an issue, a column a party.</summary>
internal static class MatrixSection
{
    private const int MostColumns = 4;
    private const int MostIssues = 20;

    public static BriefSection Make(BriefContext context)
    {
        List<(int Issue, List<Position> Positions)> issues = [.. context.Standing.Positions
            .GroupBy(position => position.IssueId)
            .Select(group => (group.Key, group.ToList()))];
        if (issues.Count == 0)
        {
            return BriefSection.Empty("Positions", "Nobody holds a position on any issue.");
        }

        List<Block> blocks = [];
        if (issues.Count > MostIssues)
        {
            blocks.Add(new Paragraph(Sentence.Of(
                $"The {MostIssues} issues spoken of last, of {Phrases.Number(issues.Count)}.")));
            issues = [.. issues.OrderByDescending(issue => issue.Positions.Max(position => position.Since.FirstDay))
                .Take(MostIssues).OrderBy(issue => issue.Issue)];
        }

        List<Actor> parties = [.. issues.SelectMany(issue => issue.Positions)
            .Select(position => position.Party).Distinct().OrderBy(party => party.Id)];
        Rows rows = new(context);
        blocks.Add(parties.Count <= MostColumns
            ? new Grid(
                "What each side holds on each issue",
                ["Issue", .. parties.Select(Phrases.Name)],
                [.. issues.Select(issue => rows.OfIssue(issue.Issue, issue.Positions, parties))])
            : new Grid(
                "What each side holds on each issue",
                ["Issue", "Side", "Position"],
                [.. issues.SelectMany(issue => rows.OfParties(issue.Issue, issue.Positions, parties))]));
        return new BriefSection("Positions", blocks);
    }

    private sealed class Rows(BriefContext context)
    {
        private readonly NegotiationRecord record = context.Record;
        private readonly Dictionary<(int Party, int Issue), Move> moves = context.Standing.LastMoves.ToDictionary(
            move => (context.Record.Actors[move.SpeakerId].Side.Id, move.IssueId));

        private readonly HashSet<(int Party, int Issue)> divided =
            [.. context.Standing.Divided.Select(division => (division.Party.Id, division.IssueId))];

        public IReadOnlyList<GridCell> OfIssue(int issue, List<Position> positions, List<Actor> parties) =>
            [Head(issue), .. parties.Select(party => Cell(positions, party))];

        /// <summary>One row a party; one that holds nothing has none.</summary>
        public IEnumerable<IReadOnlyList<GridCell>> OfParties(int issue, List<Position> positions, List<Actor> parties) =>
            from party in parties
            where positions.Exists(position => position.Party == party)
            select (IReadOnlyList<GridCell>)[Head(issue), GridCell.Of(Phrases.Name(party)), Cell(positions, party)];

        private GridCell Head(int issue) => GridCell.Of(record.Issues[issue].Title);

        private GridCell Cell(List<Position> positions, Actor party)
        {
            if (PositionChoice.Of(positions, party) is not { } choice)
            {
                return GridCell.Of("not addressed");
            }

            Position position = choice.Position;
            Issue issue = record.Issues[position.IssueId];
            string basis = position.BasisIndex == 0 ? "" : issue.Bases[position.BasisIndex - 1].Title + ": ";
            string values = context.Say.Values(
                position.IssueId, position.BasisIndex, position.Values, position.Evidence.First);
            string state = position.State switch
            {
                PositionState.None => "none now; was ",
                PositionState.Conditional => "on a condition: ",
                _ => "",
            };
            string standing = position.Firmness == Firmness.Firm ? ""
                : $", {Phrases.Standing(position.Firmness).Replace('-', ' ')}";
            List<Sentence> lines =
            [
                Sentence.Of(state + basis + choice.Kind + values + standing, [.. position.Evidence.Entries().Distinct()]),
            ];
            if (moves.TryGetValue((party.Id, position.IssueId), out Move move))
            {
                lines.Add(Sentence.Of($"{Arrow(move)} {Did(move)} {context.Say.Date(move.Evidence)}"));
            }

            List<string> marks = [];
            Add(marks, position.IsContested, "contested");
            Add(marks, choice.ForumsDiffer, "says otherwise elsewhere");
            Add(marks, divided.Contains((party.Id, position.IssueId)), "members differ");
            Add(marks, position.MayNotHaveHappened, "may not have happened yet");
            if (marks.Count > 0)
            {
                lines.Add(Sentence.Of("△ " + string.Join("; ", marks)));
            }

            return new GridCell(lines, PositionBar.Draw(issue, position, positions, context.Hues));
        }

        private static void Add(List<string> marks, bool holds, string text)
        {
            if (holds)
            {
                marks.Add(text);
            }
        }

        private static string Arrow(Move move) => PositionBar.Compare(move.From, move.To) switch
        {
            > 0 => "↑",
            < 0 => "↓",
            _ => "↔",
        };

        private static string Did(Move move) => move.Kind switch
        {
            MoveKind.Concession => "gave",
            MoveKind.Hardening => "hardened",
            MoveKind.Retraction => "took back",
            MoveKind.Trade => "traded",
            _ => "changed",
        };
    }
}
