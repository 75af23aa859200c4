using System.Runtime.InteropServices;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>One way through the record in order of time, with the red lines that stand.</summary>
/// <remarks>
/// An entry is held against the lines that stand on its issues alone; of one drawer there is at most one on an issue
/// and basis. Undated lines and entries precede nothing and follow nothing: such a line stands, and is neither tested
/// nor crossed.
/// </remarks>
internal sealed class RedLineWalk
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly TermFold fold;
    private readonly List<DrawnLine>?[] standing;
    private readonly Dictionary<int, List<DrawnLine>> byTag = [];
    private readonly List<Term> terms = [];
    private readonly List<FoldedTerm> exact = [];
    private readonly List<FoldedTerm> asRead = [];
    private int count;

    public RedLineWalk(StandingContext context)
    {
        this.context = context;
        record = context.Record;
        fold = new TermFold(record);
        standing = new List<DrawnLine>?[record.Issues.Count];
    }

    /// <summary>All lines, in order of time.</summary>
    public List<DrawnLine> Lines { get; } = [];

    public void Run()
    {
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb == Verb.RedLine)
            {
                if ((entry.Flags & EntryTraits.IsAttributed) == 0 && ValueReading.IsFirm(entry.Firmness))
                {
                    Draw(entry);
                }
            }
            else if (count > 0 && (entry.Flags & EntryTraits.IsAttributed) == 0)
            {
                Visit(entry);
            }
        }
    }

    private void Visit(in Entry entry)
    {
        switch (entry.Verb)
        {
            case Verb.Drops or Verb.Withdraws:
                GiveUp(entry);
                break;
            case Verb.Offers or Verb.Demands or Verb.Says when !entry.Terms.IsEmpty
                && !TimeOrder.IsUndated(entry) && ValueReading.CountsAsPosition(record, entry):
                Examine(entry, entry.Terms);
                break;
            case Verb.Agrees when !entry.Terms.IsEmpty
                && !TimeOrder.IsUndated(entry) && ValueReading.IsFirm(entry.Firmness):
                Examine(entry, entry.Terms);
                break;
            case Verb.Accepts when !TimeOrder.IsUndated(entry):
                ExamineAcceptance(entry);
                break;
        }
    }

    private void Draw(in Entry entry)
    {
        bool isRequirement = (entry.Flags & EntryTraits.Requires) != 0;
        exact.Clear();
        exact.AddRange(isRequirement ? fold.Exact(entry.Terms) : fold.AnyOf(entry.Terms));
        foreach (FoldedTerm term in exact)
        {
            // What one alternative leaves unaddressed is required by none.
            if (isRequirement && !term.IsInEveryAlternative)
            {
                continue;
            }

            ValueSet allowed = ValueReading.RedLineAllows(
                record.Issues[term.IssueId], term.BasisIndex, term.Values, isRequirement);
            foreach (int id in entry.SpeakerIds)
            {
                Actor drawer = record.Actors[id];
                if (!drawer.IsOfParty)
                {
                    continue;
                }

                if (Acts.IsToldBefore(context, entry.Index, term.IssueId, term.BasisIndex))
                {
                    Retell(entry, drawer, term);
                }
                else
                {
                    Draw(entry, drawer, term, allowed);
                }
            }
        }

        if (entry.HasDetails)
        {
            foreach (int tag in entry.Details.Replaces)
            {
                End(tag, entry);
            }
        }
    }

    /// <summary>A second account of a line adds to its evidence.</summary>
    private void Retell(in Entry entry, Actor drawer, FoldedTerm term)
    {
        foreach (DrawnLine line in byTag.TryGetValue(entry.Tag, out List<DrawnLine>? lines) ? lines : [])
        {
            if (line.Drawer == drawer && line.IssueId == term.IssueId && line.BasisIndex == term.BasisIndex)
            {
                line.Evidence.Add(entry.Index);
            }
        }
    }

    private void Draw(in Entry entry, Actor drawer, FoldedTerm term, ValueSet allowed)
    {
        List<DrawnLine> onIssue = standing[term.IssueId] ??= [];
        Authority authority = context.Ranks.Of(drawer, entry);
        Reach reach = ReachOf(term, allowed);
        bool isDated = !TimeOrder.IsUndated(entry);
        DrawnLine? old = null;
        foreach (DrawnLine line in onIssue)
        {
            if (line.BasisIndex != term.BasisIndex || line.Party != drawer.Side)
            {
                continue;
            }

            old = line.Drawer == drawer ? line : old;
            if (isDated && line.IsExamined && authority >= line.Authority && LeavesMore(line, allowed, reach))
            {
                line.Soften(entry.Index);
                line.Reveal(entry.Index, allowed, context.Accounts.IsContested(entry.Index, term.IssueId, term.BasisIndex));
            }
        }

        bool isOpen = !HasGround(context, entry);
        if (old is not null && old.Allowed == allowed && old.IsOpen == isOpen)
        {
            old.Evidence.Add(entry.Index);
            old.IsContested |= context.Accounts.IsContested(entry.Index, term.IssueId, term.BasisIndex);
            Remember(entry, old);
            return;
        }

        if (old is not null)
        {
            End(old);
        }

        DrawnLine drawn = new(entry.Index, drawer, authority, term, allowed, reach)
        {
            IsOpen = isOpen,
            IsExamined = isDated && !isOpen,
            Step = (double)(record.Issues[term.IssueId].Step ?? 0),
            IsContested = context.Accounts.IsContested(entry.Index, term.IssueId, term.BasisIndex),
        };
        Lines.Add(drawn);
        onIssue.Add(drawn);
        count++;
        Remember(entry, drawn);
        EndWhatWasGivenUpBefore(entry, drawn);
    }

    private void Remember(in Entry entry, DrawnLine line)
    {
        if (entry.TagRole != TagRole.Names)
        {
            return;
        }

        if (!byTag.TryGetValue(entry.Tag, out List<DrawnLine>? lines))
        {
            byTag.Add(entry.Tag, lines = []);
        }

        lines.Add(line);
    }

    /// <summary>Dates may put what names a line by its tag before the line.</summary>
    private void EndWhatWasGivenUpBefore(in Entry entry, DrawnLine line)
    {
        if (entry.TagRole != TagRole.Names)
        {
            return;
        }

        foreach (int mention in record.Mentions(entry.Tag))
        {
            Entry other = record[mention];
            if (other.Verb is Verb.Drops or Verb.Withdraws && other.Tag == entry.Tag && context.Counts(mention)
                && (other.Flags & EntryTraits.IsAttributed) == 0
                && TimeOrder.IsBefore(record, mention, entry.Index) && MayEnd(line, other) && line.Stands)
            {
                End(line);
            }
        }
    }

    private void GiveUp(in Entry entry)
    {
        if (entry.Tag >= 0)
        {
            End(entry.Tag, entry);
            return;
        }

        foreach (Term term in entry.Terms)
        {
            List<DrawnLine> onIssue = standing[term.IssueId] ?? [];
            for (int i = onIssue.Count - 1; i >= 0; i--)
            {
                DrawnLine line = onIssue[i];
                if (line.BasisIndex == term.BasisIndex && IsNamed(line, term) && IsByEqual(line, entry))
                {
                    End(line);
                }
            }
        }
    }

    private void End(int tag, in Entry by)
    {
        foreach (DrawnLine line in byTag.TryGetValue(tag, out List<DrawnLine>? lines) ? lines : [])
        {
            // What a line that replaces it only states again still stands.
            if (line.Stands && line.Evidence[^1] != by.Index && MayEnd(line, by))
            {
                End(line);
            }
        }
    }

    private void End(DrawnLine line)
    {
        line.Stands = false;
        standing[line.IssueId]!.Remove(line);
        count--;
    }

    /// <summary>Whether an entry that names a line's tag ends it: by its own side, and for that issue.</summary>
    private bool MayEnd(DrawnLine line, in Entry by)
    {
        if (!IsByEqual(line, by))
        {
            return false;
        }

        if (by.Verb == Verb.RedLine || by.Terms.IsEmpty)
        {
            return true;
        }

        foreach (Term term in by.Terms)
        {
            if (term.IssueId == line.IssueId && term.BasisIndex == line.BasisIndex && IsNamed(line, term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether its drawer, or somebody of its side of no lower rank, speaks.</summary>
    private bool IsByEqual(DrawnLine line, in Entry entry) => entry.IsBy(line.Drawer)
        || context.Ranks.OfSide(record, line.Party, entry) >= line.Authority;

    /// <summary>Whether a term given up takes all that a line states: a topic does.</summary>
    private bool IsNamed(DrawnLine line, in Term term) => term.Values.Kind == ValueSetKind.Topic
        || Scales.IsWithin(
            record.Issues[line.IssueId], line.BasisIndex, line.Stated, ValueReading.ReadExact(record, term));

    private void Examine(in Entry entry, ReadOnlySpan<Term> source)
    {
        if (!AnyStands(source))
        {
            return;
        }

        exact.Clear();
        exact.AddRange(fold.Exact(source));
        asRead.Clear();
        if (entry.Verb is Verb.Offers or Verb.Demands && entry.Speaker.Side.Kind == ActorKind.Party)
        {
            asRead.AddRange(fold.AsRead(entry, entry.Speaker));
        }

        bool hasGround = !entry.HasDetails || HasGround(context, entry);
        Actor? onlySide = entry.SpeakerCount == 1 ? entry.Speaker.Side : null;
        for (int i = 0; i < exact.Count; i++)
        {
            ref readonly FoldedTerm term = ref CollectionsMarshal.AsSpan(exact)[i];
            List<DrawnLine>? onIssue = standing[term.IssueId];
            if (onIssue is null || onIssue.Count == 0)
            {
                continue;
            }

            // A further account is held against no line; what it tells of its own side may still reveal it.
            if (Acts.IsToldBefore(context, entry.Index, term.IssueId, term.BasisIndex))
            {
                RevealByAccount(entry, term, onIssue, hasGround);
                continue;
            }

            Reach said = ReachOf(term, term.Values);
            ValueSet read = asRead.Count > 0 ? asRead[i].Values : ValueSet.Topic;
            Reach readReach = ReachOf(term, read);
            foreach (DrawnLine line in onIssue)
            {
                if (!line.IsExamined || line.BasisIndex != term.BasisIndex)
                {
                    continue;
                }

                bool isOwn = onlySide is null ? Acts.IsBySide(entry, record, line.Party) : onlySide == line.Party;
                if (!isOwn)
                {
                    // Another side's offer or demand, read as "this or better" for it, wholly outside tests a line.
                    if (asRead.Count > 0 && IsOutside(line, read, readReach))
                    {
                        line.Test(entry.Index);
                    }
                }
                else if (hasGround)
                {
                    HoldToLine(entry, term.Values, said, line);
                }
            }
        }
    }

    private Reach ReachOf(in FoldedTerm term, in ValueSet values)
    {
        Issue issue = record.Issues[term.IssueId];
        return new Reach(values, Scales.HasScale(issue, term.BasisIndex) ? issue.Range : NumberRange.All);
    }

    private bool AnyStands(ReadOnlySpan<Term> said)
    {
        foreach (Term term in said)
        {
            if (standing[term.IssueId] is { Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    private void ExamineAcceptance(in Entry entry)
    {
        int accepted = context.Accounts.FirstNaming(context, entry.Tag);
        if (accepted < 0)
        {
            return;
        }

        terms.Clear();
        Acts.CollectTerms(context, accepted, terms);
        if (!entry.Terms.IsEmpty)
        {
            HashSet<int> named = [.. entry.Terms.ToArray().Select(t => t.IssueId)];
            terms.RemoveAll(t => !named.Contains(t.IssueId));
        }

        Examine(entry, CollectionsMarshal.AsSpan(terms));
    }

    private void RevealByAccount(in Entry entry, in FoldedTerm term, List<DrawnLine> onIssue, bool hasGround)
    {
        if (!hasGround || !context.Accounts.IsContested(entry.Index, term.IssueId, term.BasisIndex))
        {
            return;
        }

        foreach (DrawnLine line in onIssue)
        {
            if (line.IsExamined && line.BasisIndex == term.BasisIndex && Acts.IsBySide(entry, record, line.Party)
                && !Scales.IsWithin(record.Issues[line.IssueId], line.BasisIndex, term.Values, line.Allowed))
            {
                line.Reveal(entry.Index, term.Values, isContested: true);
            }
        }
    }

    /// <summary>A later word of the side itself: it crosses the line, softens it, or keeps to it.</summary>
    private void HoldToLine(in Entry entry, ValueSet values, in Reach reach, DrawnLine line)
    {
        bool isOutside = IsOutside(line, values, reach);
        bool isSoftening = !isOutside && LeavesMore(line, values, reach);
        if (isOutside)
        {
            line.Cross(entry.Index);
            line.CrossedFromBelow |= context.Ranks.OfSide(record, line.Party, entry) < line.Authority;
        }
        else if (entry.Verb == Verb.Says && isSoftening
            && context.Ranks.OfSide(record, line.Party, entry) >= line.Authority)
        {
            line.Soften(entry.Index);
        }

        if (isOutside || (isSoftening && entry.Verb != Verb.Says) || line.IsSoftenedBy(entry.Index))
        {
            line.Reveal(
                entry.Index, values, context.Accounts.IsContested(entry.Index, line.IssueId, line.BasisIndex));
        }
    }

    /// <summary>Whether a set shares no value with what a line allows.</summary>
    private bool IsOutside(DrawnLine line, ValueSet values, in Reach reach)
    {
        Answer atSight = reach.IsDisjointFrom(line.Reach, line.Step);
        return atSight == Answer.Undecided
            ? Scales.AreDisjoint(record.Issues[line.IssueId], line.BasisIndex, values, line.Allowed)
            : atSight == Answer.Yes;
    }

    /// <summary>Whether a set admits something that a line forbids beside something that it allows.</summary>
    private bool LeavesMore(DrawnLine line, ValueSet values, in Reach reach)
    {
        if (values.Kind is ValueSetKind.Schedule or ValueSetKind.Topic || line.Allowed.Kind == ValueSetKind.Schedule)
        {
            return false;
        }

        Answer isWithin = reach.IsWithin(line.Reach, line.Step);
        return isWithin != Answer.Yes && !IsOutside(line, values, reach)
            && (isWithin == Answer.No
                || !Scales.IsWithin(record.Issues[line.IssueId], line.BasisIndex, values, line.Allowed));
    }

    /// <summary>Whether all on which an entry depends is said to have come about.</summary>
    internal static bool HasGround(StandingContext context, in Entry entry)
    {
        if (!entry.HasDetails || entry.Details.Conditions.Count == 0)
        {
            return true;
        }

        bool hasIf = false;
        foreach (Condition condition in entry.Details.Conditions)
        {
            hasIf |= !condition.IsUnless;
        }

        bool isMet = false;
        foreach (int mention in entry.TagRole == TagRole.Names ? context.Record.Mentions(entry.Tag) : [])
        {
            Entry other = context.Record[mention];
            isMet |= other.Verb == Verb.MeetsCondition && other.Tag == entry.Tag
                && context.Counts(mention);
        }

        return isMet == hasIf;
    }
}
