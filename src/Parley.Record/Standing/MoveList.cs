using System.Collections;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>A move as it is kept: what cannot be read from its two entries again.</summary>
internal struct MoveRow
{
    public int From;
    public int To;

    /// <summary>The entry since which the later position holds: <see cref="To"/>, or what met its condition.</summary>
    public int Since;
    public int Slot;
    public decimal Size;

    /// <summary>Place of the limit between a retraction and the hardening beyond it, plus 1; 0 for most.</summary>
    public int Middle;
    public MoveKind Kind;
    public MoveTraits Traits;
    public bool HasSize;
}

/// <summary>A move without its values.</summary>
/// <param name="Index">Its place among the moves.</param>
/// <param name="SpeakerId">Who moved.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Place">The forum; a letter counts as the table.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Entry">The entry since which the later position holds.</param>
internal readonly record struct MoveStep(
    int Index, int SpeakerId, short TrackId, Forum Place, MoveKind Kind, int Entry);

/// <summary>Moves in order of time, made one by one when they are asked for.</summary>
/// <remarks>
/// A record of a million entries has nearly as many moves, each with two sets of values; kept whole they would take
/// several times the room of the record itself. The values are read again from the entries.
/// </remarks>
internal sealed class MoveList(NegotiationRecord record, StanceBook book) : IReadOnlyList<Move>
{
    private readonly ChunkedList<MoveRow> rows = new();
    private readonly List<ValueSet> middles = [];

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public Move this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, rows.Count);
            MoveRow row = rows[index];
            Slot slot = book.Slots[row.Slot];
            Actor speaker = record.Actors[slot.Speaker];
            bool isBeyond = row.Middle > 0 && row.Kind == MoveKind.Hardening;
            bool isBack = row.Middle > 0 && !isBeyond;
            decimal? size = row.HasSize ? row.Size : null;
            (decimal? share, int against) = OpeningShare.Of(record, book, row.To, slot, size);
            return new Move(
                slot.Speaker,
                book.IssueOf(slot.Topic).Id,
                (byte)book.BasisOf(slot.Topic),
                slot.Place,
                slot.Track,
                row.Kind,
                row.Traits,
                isBeyond ? middles[row.Middle - 1] : ActReading.ValuesOf(record, book, row.From, speaker, slot.Topic),
                isBack ? middles[row.Middle - 1] : ActReading.ValuesOf(record, book, row.To, speaker, slot.Topic),
                size,
                row.Since == row.To ? new Evidence(row.From, row.To) : new Evidence(row.From, row.To, [row.Since]))
            {
                Share = share,
                AgainstId = against,
            };
        }
    }

    /// <summary>How many change something: all but those of kind <see cref="MoveKind.None"/>.</summary>
    public int ChangeCount { get; private set; }

    public void Add(in MoveRow row)
    {
        rows.Add(row);
        ChangeCount += row.Kind == MoveKind.None ? 0 : 1;
    }

    /// <summary>The last change within one forum of each side on each issue, by issue, then side.</summary>
    public List<Move> FindLast()
    {
        Dictionary<(int Issue, int Side), int> last = [];
        HashSet<(int Speaker, int Topic)> seen = [];
        for (int i = rows.Count - 1; i >= 0; i--)
        {
            ref readonly MoveRow row = ref rows[i];
            if (row.Kind == MoveKind.None || (row.Traits & MoveTraits.AcrossForums) != 0)
            {
                continue;
            }

            Slot slot = book.Slots[row.Slot];
            if (seen.Add((slot.Speaker, slot.Topic)))
            {
                last.TryAdd((book.IssueOf(slot.Topic).Id, record.Actors[slot.Speaker].Side.Id), i);
            }
        }

        return [.. last.OrderBy(pair => pair.Key).Select(pair => this[pair.Value])];
    }

    /// <summary>The moves that change something within one forum, in order of time, without their values.</summary>
    public IEnumerable<MoveStep> Steps()
    {
        for (int i = 0; i < rows.Count; i++)
        {
            MoveRow row = rows[i];
            if (row.Kind != MoveKind.None && (row.Traits & MoveTraits.AcrossForums) == 0)
            {
                Slot slot = book.Slots[row.Slot];
                yield return new MoveStep(i, slot.Speaker, slot.Track, slot.Place, row.Kind, row.Since);
            }
        }
    }

    /// <summary>Keeps a limit between a retraction and the hardening beyond it.</summary>
    /// <returns>Its place plus 1.</returns>
    public int AddMiddle(ValueSet middle)
    {
        middles.Add(middle);
        return middles.Count;
    }

    /// <inheritdoc/>
    public IEnumerator<Move> GetEnumerator()
    {
        for (int i = 0; i < rows.Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
