using System.Text;
using Parley.Journals;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Standing;

public sealed class LastMoveTests
{
    [Fact]
    public void Each_side_has_its_last_change_on_each_issue_and_changes_alone_are_counted()
    {
        StandingReport report = Compute("""
            party reed
            party stone
            member stone.ann "Ann" decides
            issue quota 0..90 t
            issue price 0..90 EUR
            wants reed quota low, price low
            wants stone quota high, price high

            2025-01-01  reed       demands  -> stone  quota <= 10  @table
            2025-01-02  reed       demands  -> stone  quota <= 20  @table
            2025-01-03  reed       demands  -> stone  quota <= 30  @table
            2025-01-04  reed       demands  -> stone  quota <= 30  @table
            2025-01-05  stone.ann  demands  -> reed   price >= 70  @table
            2025-01-06  stone.ann  demands  -> reed   price >= 60  @table
            2025-01-07  stone.ann  demands  -> reed   price >= 50  @media

            """);

        Assert.Equal(
            [("reed", "quota", 1, 2), ("stone.ann", "price", 4, 5)],
            report.LastMoves.Select(move => (
                report.Record.Actors[move.SpeakerId].Name,
                report.Record.Issues[move.IssueId].Name,
                move.Evidence.First,
                move.Evidence.Second)));
        Assert.Equal(report.Moves.Count(move => move.Kind != MoveKind.None), report.ChangeCount);
    }

    [Fact]
    public void Without_a_move_there_is_no_last_one()
    {
        StandingReport report = Compute("party reed\n");

        Assert.Empty(report.LastMoves);
        Assert.Equal(0, report.ChangeCount);
    }

    private static StandingReport Compute(string text)
    {
        Journal journal = Journal.Parse(Encoding.UTF8.GetBytes(text), "lake.parley");
        Assert.Empty(journal.Diagnostics);
        return StandingReports.Compute(journal.Record);
    }
}
