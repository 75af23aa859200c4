using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What an entry says of one issue on one basis, its terms put together.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Values">The values; never a topic.</param>
/// <param name="IsInEveryAlternative">Whether every alternative of the package says something of it.</param>
internal readonly record struct FoldedTerm(int IssueId, byte BasisIndex, ValueSet Values, bool IsInEveryAlternative);

/// <summary>
/// Puts the terms of an entry together by issue and basis: what stands in one package holds together, packages with
/// <c>or</c> between them add up to their union.
/// </summary>
/// <remarks>
/// Topics and values written with <c>?</c> are left out. Schedules are taken only where they stand alone on an issue.
/// The list returned is used again by the next call.
/// </remarks>
internal sealed class TermFold(NegotiationRecord record)
{
    private readonly List<FoldedTerm> result = [];
    private readonly List<int> order = [];
    private Term[] terms = [];

    /// <summary>The terms as stated, points not widened.</summary>
    public List<FoldedTerm> Exact(ReadOnlySpan<Term> source) => Fold(source, null, null, joinsAll: false);

    /// <summary>The terms as stated, those of one package added up too: of what a red line excludes.</summary>
    public List<FoldedTerm> AnyOf(ReadOnlySpan<Term> source) => Fold(source, null, null, joinsAll: true);

    /// <summary>The terms of an entry, a point of an offer or a demand read as "this or better" for a speaker.</summary>
    public List<FoldedTerm> AsRead(in Entry entry, Actor speaker) =>
        Fold(entry.Terms, entry, speaker, joinsAll: false);

    private List<FoldedTerm> Fold(ReadOnlySpan<Term> source, Entry? entry, Actor? speaker, bool joinsAll)
    {
        result.Clear();
        if (source.Length == 1)
        {
            Term only = source[0];
            if (ValueReading.IsValue(only))
            {
                result.Add(new(only.IssueId, only.BasisIndex, Read(only, entry, speaker), true));
            }

            return result;
        }

        Sort(source, out int alternatives);
        for (int start = 0; start < order.Count;)
        {
            int end = start + 1;
            while (end < order.Count && Slot(terms[order[end]]) == Slot(terms[order[start]]))
            {
                end++;
            }

            Add(start, end, alternatives, entry, speaker, joinsAll);
            start = end;
        }

        return result;
    }

    private void Sort(ReadOnlySpan<Term> source, out int alternatives)
    {
        order.Clear();
        alternatives = 1;
        if (terms.Length < source.Length)
        {
            terms = new Term[source.Length];
        }

        source.CopyTo(terms);
        for (int i = 0; i < source.Length; i++)
        {
            alternatives = Math.Max(alternatives, terms[i].Alternative + 1);
            if (ValueReading.IsValue(terms[i]))
            {
                order.Add(i);
            }
        }

        order.Sort(Compare);
    }

    private int Compare(int left, int right)
    {
        int bySlot = Slot(terms[left]).CompareTo(Slot(terms[right]));
        int byAlternative = bySlot != 0 ? bySlot : terms[left].Alternative.CompareTo(terms[right].Alternative);
        return byAlternative != 0 ? byAlternative : left.CompareTo(right);
    }

    private void Add(int start, int end, int alternatives, Entry? entry, Actor? speaker, bool joinsAll)
    {
        ValueSet? whole = null;
        int packages = 0;
        for (int i = start; i < end;)
        {
            Term term = terms[order[i]];
            ValueSet package = Read(term, entry, speaker);
            int next = i + 1;
            while (next < end && terms[order[next]].Alternative == term.Alternative)
            {
                ValueSet more = Read(terms[order[next]], entry, speaker);
                if (!CanJoin(package, more))
                {
                    return;
                }

                package = joinsAll ? package.Union(more) : package.Intersect(more);
                next++;
            }

            if (whole is { } before && !CanJoin(before, package))
            {
                return;
            }

            whole = whole?.Union(package) ?? package;
            packages++;
            i = next;
        }

        Term first = terms[order[start]];
        result.Add(new(first.IssueId, first.BasisIndex, whole!.Value, packages == alternatives));
    }

    private static bool CanJoin(ValueSet left, ValueSet right) =>
        left.Kind != ValueSetKind.Schedule && right.Kind != ValueSetKind.Schedule;

    private static int Slot(in Term term) => (term.IssueId << 8) | term.BasisIndex;

    private ValueSet Read(in Term term, Entry? entry, Actor? speaker) => entry is { } whole
        ? ValueReading.Read(record, whole, term, speaker!, out _)
        : ValueReading.ReadExact(record, term);
}
