using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>The one position that a matrix shows for a party on an issue.</summary>
/// <param name="Position">Its bargaining position, else what was last drawn or said for it.</param>
/// <param name="ForumsDiffer">Whether it holds another in another forum.</param>
internal sealed record PositionChoice(Position Position, bool ForumsDiffer)
{
    /// <summary>How it was put forward, with a blank behind it; empty for a bargaining position.</summary>
    public string Kind => Position.IsBargaining ? "" : Position.Kind switch
    {
        PositionKind.RedLine => "red line ",
        PositionKind.Statement => "said ",
        PositionKind.Demand => "demanded ",
        _ => "offered ",
    };

    /// <summary>Chooses among the positions on one issue.</summary>
    /// <param name="positions">Those of all parties, in the order of the report.</param>
    /// <param name="party">Whose.</param>
    /// <returns>Null when the party holds none.</returns>
    public static PositionChoice? Of(IEnumerable<Position> positions, Actor party)
    {
        Position? best = null;
        bool differ = false;
        foreach (Position position in positions)
        {
            if (position.Party != party)
            {
                continue;
            }

            differ |= best is { IsOfParty: true } && position.IsOfParty && best.Forum != position.Forum
                && best.Values != position.Values;
            if (best is null || Rank(position).CompareTo(Rank(best)) > 0)
            {
                best = position;
            }
        }

        return best is null ? null : new PositionChoice(best, differ);
    }

    private static (bool, bool, bool, int) Rank(Position position) => (
        position.State != PositionState.None,
        position.IsBargaining && position.IsOfParty,
        position.IsOfParty,
        position.Since.FirstDay);
}
