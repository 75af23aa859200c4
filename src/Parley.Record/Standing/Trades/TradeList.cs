using System.Collections;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Trades in order of time, each kept as a stretch of the moves and made when it is asked for.</summary>
internal sealed class TradeList(NegotiationRecord record, MoveList moves) : IReadOnlyList<Trade>
{
    private readonly List<(int First, int Count)> stretches = [];

    /// <inheritdoc/>
    public int Count => stretches.Count;

    /// <inheritdoc/>
    public Trade this[int index]
    {
        get
        {
            (int first, int count) = stretches[index];
            List<Move> legs = [];
            List<int> entries = [];
            MoveTraits traits = MoveTraits.None;
            for (int i = first; i < first + count; i++)
            {
                Move move = moves[i];
                if (move.Kind == MoveKind.Trade)
                {
                    legs.Add(move);
                    traits |= move.Traits;
                    entries.AddRange(move.Evidence.Entries());
                }
            }

            return new Trade(
                record.Actors[legs[0].SpeakerId].Side,
                legs[0].SpeakerId,
                legs[0].Forum,
                legs[0].TrackId,
                legs,
                (traits & MoveTraits.InOneAlternative) != 0,
                (traits & MoveTraits.OrderUncertain) != 0,
                (traits & MoveTraits.Contested) != 0,
                TimeOrder.Evidence(record, [.. entries]));
        }
    }

    /// <summary>Adds the trade whose legs lie in a stretch of the moves.</summary>
    /// <param name="first">Place of the first move of the package.</param>
    /// <param name="count">How many moves the package makes.</param>
    public void Add(int first, int count) => stretches.Add((first, count));

    /// <inheritdoc/>
    public IEnumerator<Trade> GetEnumerator()
    {
        for (int i = 0; i < stretches.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
