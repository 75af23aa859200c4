using System.Collections.Immutable;
using Parley.Numerics;

namespace Parley.Bargaining.Relaxing;

/// <summary>Finds the undominated amounts of one relaxation.</summary>
internal sealed class LooseningSearch
{
    private readonly DemandRegion region;
    private readonly ImmutableArray<int> loosened;
    private readonly int limit;
    private readonly List<Candidate> kept = [];
    private readonly List<LinearPiece> stretched = [];
    private bool isComplete = true;

    private LooseningSearch(DemandRegion region, ImmutableArray<int> loosened, int limit)
    {
        this.region = region;
        this.loosened = loosened;
        this.limit = limit;
    }

    public static Relaxation Find(DemandRegion region, ImmutableArray<int> loosened, int limit)
    {
        LooseningSearch search = new(region, loosened, limit);
        search.Collect();
        search.DropWhatStretchesBeat();
        IEnumerable<Candidate> ordered = search.kept.Order(Comparer<Candidate>.Create((a, b) =>
            a.Piece.Labels.AsSpan().SequenceCompareTo(b.Piece.Labels) is int labels and not 0
                ? labels
                : a.Amounts.AsSpan().SequenceCompareTo(b.Amounts)));
        bool hasBetween = search.kept.GroupBy(c => c.Piece).Any(g => g.Count() > 1);
        return new Relaxation(loosened, [.. ordered.Select(search.ChoiceOf)], hasBetween, search.isComplete);
    }

    private void Collect()
    {
        ImmutableArray<int> held = [.. Enumerable.Range(0, region.Demands.Count).Except(loosened)];
        foreach (LinearPiece piece in region.EnumeratePieces(held, loosened).Where(p => p.System.IsFeasible))
        {
            if (kept.Count >= limit || stretched.Count >= limit)
            {
                isComplete = false;
                return;
            }

            int[] unknown = [.. piece.Amounts.Select(a => a.Unknown).Where(u => u >= 0)];
            if (unknown.Length == 0)
            {
                Keep(new Candidate(piece, [.. piece.Amounts.Select(a => a.Known)], [.. piece.Amounts.Select(a => a.IsAttained)], []));
                continue;
            }

            stretched.Add(piece);
            foreach (int first in unknown)
            {
                Keep(CornerOf(piece, [first, .. unknown.Where(u => u != first)]));
            }
        }
    }

    /// <summary>The amounts as low as can be, one after another in an order.</summary>
    private static Candidate CornerOf(LinearPiece piece, int[] order)
    {
        LinearSystem closed = piece.System.Closure;
        Dictionary<int, Rational> least = [];
        foreach (int unknown in order)
        {
            least[unknown] = closed.FindRange(unknown)!.Value.Low!.Value;
            closed = closed.Fix(unknown, least[unknown]);
        }

        return new Candidate(
            piece,
            [.. piece.Amounts.Select(a => a.Unknown < 0 ? a.Known : least[a.Unknown])],
            [.. piece.Amounts.Select(a => a.Unknown < 0 ? a.IsAttained : piece.System.Fix(a.Unknown, least[a.Unknown]).IsFeasible)],
            least);
    }

    private void Keep(Candidate candidate)
    {
        if (kept.Any(k => k.IsAtLeastAsGoodAs(candidate)))
        {
            return;
        }

        kept.RemoveAll(candidate.IsAtLeastAsGoodAs);
        kept.Add(candidate);
    }

    /// <summary>A corner may be beaten by amounts that are no corner of another stretch.</summary>
    private void DropWhatStretchesBeat()
    {
        if ((long)kept.Count * stretched.Count > limit)
        {
            isComplete = false;
            return;
        }

        kept.RemoveAll(c => stretched.Any(p => p != c.Piece && p.Labels.AsSpan().SequenceEqual(c.Piece.Labels) && IsBeaten(c, p)));
    }

    private static bool IsBeaten(Candidate candidate, LinearPiece by)
    {
        LinearSystem within = by.System;
        bool isBelow = false;
        for (int i = 0; i < by.Amounts.Length; i++)
        {
            PieceAmount amount = by.Amounts[i];
            if (amount.Unknown >= 0)
            {
                within = within.With(within.Upper(amount.Unknown, candidate.Amounts[i]));
            }
            else if (amount.Known > candidate.Amounts[i])
            {
                return false;
            }
            else
            {
                isBelow |= amount.Known < candidate.Amounts[i];
            }
        }

        return isBelow
            ? within.IsFeasible
            : by.Amounts.Select((a, i) => (a.Unknown, Bound: candidate.Amounts[i])).Where(a => a.Unknown >= 0)
                .Any(a => within.With(within.Upper(a.Unknown, a.Bound, true)).IsFeasible);
    }

    private LooseningChoice ChoiceOf(Candidate candidate)
    {
        LinearPiece piece = candidate.Piece;
        LinearSystem system = piece.System;
        LinearSystem closed = system.Closure;
        foreach ((int unknown, Rational amount) in candidate.Unknowns)
        {
            system = system.Fix(unknown, amount);
            closed = closed.Fix(unknown, amount);
        }

        AgreedValue[]? witness = piece.Amounts.All(a => a.Unknown >= 0 || a.IsAttained) ? piece.ValuesAt(system.FindNumbers()) : null;
        AgreedValue[] near = witness ?? piece.ValuesAt(closed.FindNumbers())!;
        return new LooseningChoice([.. loosened.Select((d, i) => LooseningOf(candidate, d, i, near))], witness);
    }

    private Loosening LooseningOf(Candidate candidate, int demand, int position, AgreedValue[] values)
    {
        Rational amount = candidate.Amounts[position];
        return DemandRegion.IssueOf(region.Demands[demand]) is int issue
            ? new Loosening(demand, amount, candidate.AreAttained[position], values[issue], region.CostOf(demand, values[issue]))
            : new Loosening(demand, amount, candidate.AreAttained[position], null, amount);
    }

    private sealed record Candidate(LinearPiece Piece, Rational[] Amounts, bool[] AreAttained, Dictionary<int, Rational> Unknowns)
    {
        public bool IsAtLeastAsGoodAs(Candidate other)
        {
            for (int i = 0; i < Amounts.Length; i++)
            {
                int order = Amounts[i].CompareTo(other.Amounts[i]);
                if (order > 0 || (order == 0 && other.AreAttained[i] && !AreAttained[i]))
                {
                    return false;
                }
            }

            return Piece.Labels.AsSpan().SequenceEqual(other.Piece.Labels);
        }
    }
}
