using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Reads where an agreement stands, and whether a ratifying body would refuse it.</summary>
/// <remarks>
/// A ratifying body is one named by <c>subject-to</c>; or somebody who decides for a side that took the agreement, as
/// long as nobody of that side who decides has signed it.
/// </remarks>
internal sealed class AgreementReading
{
    private readonly StandingContext context;
    private readonly NegotiationRecord record;
    private readonly TermFold fold;
    private readonly Dictionary<int, List<RedLine>> lines = [];
    private readonly List<Term> terms = [];
    private readonly List<int> mentions = [];
    private readonly Dictionary<int, (RatificationState State, int Entry)> verdicts = [];
    private readonly Dictionary<int, int> counts = [];
    private readonly HashSet<int> bound = [];
    private readonly Dictionary<int, bool> come = [];

    public AgreementReading(StandingContext context, IReadOnlyList<RedLine> redLines)
    {
        this.context = context;
        record = context.Record;
        fold = new TermFold(record);
        foreach (RedLine line in redLines)
        {
            if (line.Stands)
            {
                if (!lines.TryGetValue(line.IssueId, out List<RedLine>? onIssue))
                {
                    lines.Add(line.IssueId, onIssue = []);
                }

                onIssue.Add(line);
            }
        }
    }

    public Agreement Read(AgreementCase item)
    {
        Gather(item);
        FindBound(item);
        List<int> votes = [];
        List<int> polls = [];
        int withdrawn = ReadMentions(item, votes, polls);
        List<Ratification> ratifications = [];
        foreach (int id in item.SubjectTo)
        {
            (RatificationState state, int entry) = verdicts.GetValueOrDefault(id, (RatificationState.Open, -1));
            ratifications.Add(new Ratification(id, state, entry));
        }

        List<Refusal> refusals = Refusals(item);
        AgreementState reached = StateOf(item, ratifications, refusals, withdrawn);
        List<int> behind = [.. Acts.AccountsOf(context, item.Act), item.AcceptedBy, .. item.Signers];
        behind.AddRange(ratifications.Select(r => r.Entry));
        behind.AddRange(refusals.Select(r => r.Entry));
        behind.Add(reached == AgreementState.Superseded ? item.Superseded : -1);
        behind.Add(reached == AgreementState.Withdrawn ? withdrawn : -1);
        List<int> ordered = [item.Act];
        ordered.AddRange(
            TimeOrder.Evidence(record, [.. behind]).Entries().Where(entry => entry != item.Act));
        Entry act = record[item.Act];
        return new Agreement(
            reached,
            item.SideIds,
            act.Tag,
            act.Track?.Id ?? -1,
            ratifications,
            DaysWaited(item, reached, ratifications, refusals),
            votes,
            polls,
            refusals,
            item.Signers.Exists(IsByNegotiator),
            context.Accounts.IsContested(item.Act),
            Evidence.Of(ordered));
    }

    private bool IsByNegotiator(int entry)
    {
        Entry signer = record[entry];
        return context.Ranks.OfSide(record, signer.Speaker.Side, signer) >= Authority.Negotiates;
    }

    private void Gather(AgreementCase item)
    {
        mentions.Clear();
        foreach (int tag in item.Tags)
        {
            foreach (int mention in record.Mentions(tag))
            {
                Entry entry = record[mention];
                if (entry.Tag == tag && entry.TagRole == TagRole.Refers && context.Counts(mention)
                    && (entry.Flags & EntryTraits.IsAttributed) == 0)
                {
                    mentions.Add(mention);
                }
            }
        }

        mentions.Sort(context.CompareTime);
    }

    /// <summary>Sides for which somebody who decides, and to whom the agreement is not subject, has signed.</summary>
    private void FindBound(AgreementCase item)
    {
        bound.Clear();
        foreach (int signer in item.Signers.Append(item.Act))
        {
            Entry entry = record[signer];
            foreach (int id in entry.Verb == Verb.Backs ? [] : entry.SpeakerIds)
            {
                Actor actor = record.Actors[id];
                if (!item.SubjectTo.Contains(id) && context.Ranks.Of(actor, entry) == Authority.Decides)
                {
                    bound.Add(actor.Side.Id);
                }
            }
        }
    }

    /// <summary>Reads verdicts, votes and polls.</summary>
    /// <returns>The first withdrawal by one of its sides, or -1.</returns>
    private int ReadMentions(AgreementCase item, List<int> votes, List<int> polls)
    {
        verdicts.Clear();
        counts.Clear();
        int withdrawn = -1;
        foreach (int mention in mentions)
        {
            Entry entry = record[mention];
            switch (entry.Verb)
            {
                case Verb.Votes:
                    votes.Add(mention);
                    Judge(item, entry, null);
                    break;
                case Verb.Polls:
                    polls.Add(mention);
                    break;
                case Verb.Accepts when entry.Terms.IsEmpty:
                    Judge(item, entry, RatificationState.Accepted);
                    break;
                case Verb.Rejects when !TimeOrder.IsBefore(record, mention, item.Act):
                    Judge(item, entry, RatificationState.Rejected);
                    break;
                case Verb.Withdraws when withdrawn < 0 && entry.Terms.IsEmpty
                    && item.SideIds.Contains(entry.Speaker.Side.Id)
                    && context.Ranks.OfSide(record, entry.Speaker.Side, entry) >= Authority.Negotiates:
                    withdrawn = mention;
                    break;
            }

            if (entry.Verb is Verb.Accepts or Verb.Rejects && entry.Details.Tally is not null)
            {
                votes.Add(mention);
            }
        }

        return withdrawn;
    }

    private void Judge(AgreementCase item, in Entry entry, RatificationState? verdict)
    {
        foreach (int id in entry.SpeakerIds)
        {
            if (!CanRatify(item, record.Actors[id], context.Ranks.Of(record.Actors[id], entry)))
            {
                continue;
            }

            if (verdict is { } given)
            {
                verdicts[id] = (given, entry.Index);
            }
            else if (entry.Details.Tally is { No: { } against } tally)
            {
                counts[id] = against > tally.Yes ? entry.Index : -1;
            }
        }
    }

    private bool CanRatify(AgreementCase item, Actor actor, Authority authority) =>
        item.SubjectTo.Contains(actor.Id)
        || (authority == Authority.Decides && item.SideIds.Contains(actor.Side.Id) && !bound.Contains(actor.Side.Id));

    private List<Refusal> Refusals(AgreementCase item)
    {
        List<Refusal> result = [];
        foreach ((int id, (RatificationState state, int entry)) in verdicts)
        {
            if (state == RatificationState.Rejected)
            {
                result.Add(new Refusal(id, RefusalKind.Rejected, entry));
            }
        }

        foreach ((int id, int entry) in counts)
        {
            if (entry >= 0 && !verdicts.ContainsKey(id))
            {
                result.Add(new Refusal(id, RefusalKind.Outvoted, entry));
            }
        }

        terms.Clear();
        Acts.CollectTerms(context, item.Act, terms);
        foreach (FoldedTerm term in fold.Exact(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(terms)))
        {
            foreach (RedLine line in lines.GetValueOrDefault(term.IssueId) ?? [])
            {
                bool isAccepted = verdicts.TryGetValue(line.DrawerId, out (RatificationState State, int Entry) known)
                    && known.State == RatificationState.Accepted;
                if (!isAccepted && line.BasisIndex == term.BasisIndex
                    && CanRatify(item, record.Actors[line.DrawerId], line.Authority)
                    && Scales.AreDisjoint(
                        record.Issues[term.IssueId], term.BasisIndex, term.Values, line.Allowed))
                {
                    result.Add(new Refusal(line.DrawerId, RefusalKind.RedLine, line.Evidence.First));
                }
            }
        }

        result.Sort((a, b) =>
        {
            int byTime = context.CompareTime(a.Entry, b.Entry);
            return byTime != 0 ? byTime : a.RatifierId.CompareTo(b.RatifierId);
        });
        return result;
    }

    private AgreementState StateOf(
        AgreementCase item, List<Ratification> ratifications, List<Refusal> refusals, int withdrawn)
    {
        Entry act = record[item.Act];
        return refusals.Exists(r => r.Kind == RefusalKind.Rejected) ? AgreementState.Rejected
            : withdrawn >= 0 ? AgreementState.Withdrawn
            : item.Superseded >= 0 ? AgreementState.Superseded
            : !item.IsAgreed ? AgreementState.Backed
            : act.Firmness == Firmness.Provisional || !ValueReading.IsFirm(act.Firmness) ? AgreementState.NotFirm
            : HasOpenCondition(act) ? AgreementState.ConditionOpen
            : ratifications.Exists(r => r.State == RatificationState.Open) ? AgreementState.AwaitingRatification
            : ratifications.Count > 0 ? AgreementState.Ratified
            : AgreementState.Settled;
    }

    /// <summary>Whether an <c>if</c> is open: words and terms wait for <c>meets-condition</c>, a tag for its act.</summary>
    private bool HasOpenCondition(in Entry act)
    {
        bool isMet = mentions.Exists(mention => record[mention].Verb == Verb.MeetsCondition);
        foreach (Condition condition in isMet || !act.HasDetails ? [] : act.Details.Conditions)
        {
            if (!condition.IsUnless && (condition.Tag < 0 || !HasCome(condition.Tag)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasCome(int tag)
    {
        if (come.TryGetValue(tag, out bool known))
        {
            return known;
        }

        bool result = false;
        foreach (int mention in record.Mentions(tag))
        {
            result |= record[mention].Tag == tag && context.Counts(mention)
                && OpenConditions.IsFulfilment(record[mention]);
        }

        come.Add(tag, result);
        return result;
    }

    private DayRange? DaysWaited(
        AgreementCase item, AgreementState reached, List<Ratification> ratifications, List<Refusal> refusals)
    {
        if (ratifications.Count == 0 || reached is AgreementState.Superseded or AgreementState.Withdrawn)
        {
            return null;
        }

        int start = item.AcceptedBy >= 0 ? item.AcceptedBy : item.Act;
        DateInterval since = context.Accounts.DateOf(start);
        if (reached == AgreementState.Rejected)
        {
            return since.DaysUntil(record[refusals.Find(r => r.Kind == RefusalKind.Rejected).Entry].When);
        }

        if (ratifications.Exists(r => r.State == RatificationState.Open))
        {
            return context.LastDay is { } day ? since.DaysUntil(DateInterval.OfDay(day)) : null;
        }

        return since.DaysUntil(record[ratifications.Select(r => r.Entry).MaxBy(entry => record[entry].When.LastDay)].When);
    }
}
