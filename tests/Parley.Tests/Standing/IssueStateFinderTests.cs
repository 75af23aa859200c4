using System.Text;
using Parley.Journals;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Standing;

public sealed class IssueStateFinderTests
{
    [Fact]
    public void Two_parties_that_share_no_value_are_apart_wherever_they_stand_in_the_record()
    {
        IssueState state = Assert.Single(Compute("b", "quota <= 20").IssueStates);

        Assert.Equal(IssueStateKind.Apart, state.Kind);
        Assert.Equal(["a", "b", "c", "d"], state.Parties.Select(party => party.Name));
    }

    [Fact]
    public void Parties_that_all_share_a_value_meet() =>
        Assert.Equal(IssueStateKind.Meeting, Assert.Single(Compute("b", "quota <= 60").IssueStates).Kind);

    private static StandingReport Compute(string party, string values) => StandingReports.Compute(Journal.Parse(
        Encoding.UTF8.GetBytes($"""
            party a
            party b
            party c
            party d
            issue quota 0..90 t

            2025-01-01  a  says  quota = 0..90  @table
            2025-01-02  {party}  says  {values}  @table
            2025-01-03  c  says  quota = 10..60  @table
            2025-01-04  d  says  quota = 40..50  @table

            """),
        "j.parley").Record);
}
