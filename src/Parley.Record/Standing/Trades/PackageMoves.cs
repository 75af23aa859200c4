using System.Runtime.InteropServices;

namespace Parley.Record.Standing;

/// <summary>The moves that one entry makes, held back until all of them are known: together they may be a trade.</summary>
/// <remarks>
/// A package gives on one issue and steps back on another: its concessions, hardenings and retractions become legs of
/// one trade, and what it takes back is no reversal. What crosses forums is counted nowhere and is no leg.
/// </remarks>
internal sealed class PackageMoves(StandingContext context, StanceBook book, MoveList moves)
{
    private readonly List<MoveRow> held = [];
    private int reversalsBefore;

    /// <summary>All trades so far, in order of time.</summary>
    public TradeList Trades { get; } = new(context.Record, moves);

    public void Hold(in MoveRow row) => held.Add(row);

    /// <summary>Lists what is held; of a trade, the retractions among the latest reversals are taken out again.</summary>
    /// <param name="reversals">All reversals so far.</param>
    public void Close(List<Reversal> reversals)
    {
        if (held.Count > 0)
        {
            for (int start = 0, end; start < held.Count; start = end)
            {
                end = start + 1;
                while (end < held.Count && IsOfOnePackage(held[start], held[end]))
                {
                    end++;
                }

                List(start, end, reversals);
            }

            held.Clear();
        }

        reversalsBefore = reversals.Count;
    }

    private bool IsOfOnePackage(in MoveRow left, in MoveRow right) =>
        book.Slots[left.Slot].Speaker == book.Slots[right.Slot].Speaker
        && context.Accounts.FirstOf(left.To) == context.Accounts.FirstOf(right.To);

    private void List(int start, int end, List<Reversal> reversals)
    {
        Span<MoveRow> rows = CollectionsMarshal.AsSpan(held)[start..end];
        bool isTrade = rows.Length > 1 && IsTrade(rows);
        int first = moves.Count;
        for (int i = 0; i < rows.Length; i++)
        {
            if (!isTrade || !IsLeg(rows[i]))
            {
                moves.Add(rows[i]);
                continue;
            }

            MoveRow leg = rows[i];
            leg.Traits |= Gives(leg) ? MoveTraits.None : MoveTraits.StepsBack;
            if (leg.Middle > 0 && i + 1 < rows.Length && rows[i + 1].Middle == leg.Middle)
            {
                // A step that is a retraction and a hardening beyond it is one leg.
                leg.HasSize &= rows[i + 1].HasSize;
                leg.Size += rows[++i].Size;
            }

            leg.Middle = 0;
            leg.Kind = MoveKind.Trade;
            moves.Add(leg);
        }

        if (isTrade)
        {
            Trades.Add(first, moves.Count - first);
            Unreverse(rows, reversals);
        }
    }

    /// <summary>Whether something gives and something steps back, not both on one issue alone.</summary>
    private bool IsTrade(ReadOnlySpan<MoveRow> rows)
    {
        int issue = -1;
        bool hasSeveral = false;
        bool hasGift = false;
        bool hasStepBack = false;
        foreach (ref readonly MoveRow row in rows)
        {
            if (IsLeg(row))
            {
                hasSeveral |= issue >= 0 && issue != IssueOf(row);
                issue = IssueOf(row);
                hasGift |= Gives(row);
                hasStepBack |= !Gives(row);
            }
        }

        return hasSeveral && hasGift && hasStepBack;
    }

    private void Unreverse(ReadOnlySpan<MoveRow> rows, List<Reversal> reversals)
    {
        HashSet<(int Speaker, int Issue, int Basis)> legs = [];
        foreach (ref readonly MoveRow row in rows)
        {
            if (IsLeg(row))
            {
                Slot slot = book.Slots[row.Slot];
                legs.Add((slot.Speaker, IssueOf(row), book.BasisOf(slot.Topic)));
            }
        }

        for (int i = reversals.Count - 1; i >= reversalsBefore; i--)
        {
            Reversal reversal = reversals[i];
            if (reversal.Kind == ReversalKind.Retraction
                && legs.Contains((reversal.ToSpeakerId, reversal.IssueId, reversal.BasisIndex)))
            {
                reversals.RemoveAt(i);
            }
        }
    }

    private int IssueOf(in MoveRow row) => book.IssueOf(book.Slots[row.Slot].Topic).Id;

    private static bool IsLeg(in MoveRow row) => (row.Traits & MoveTraits.AcrossForums) == 0
        && row.Kind is MoveKind.Concession or MoveKind.Hardening or MoveKind.Retraction;

    private static bool Gives(in MoveRow row) => row.Kind == MoveKind.Concession;
}
