using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Reads what the entries that mention a promise or a threat by its tag say of it.</summary>
internal sealed class CommitmentMentions(StandingContext context, CommitmentCase item)
{
    private readonly NegotiationRecord record = context.Record;

    public void Read()
    {
        foreach (int account in Acts.AccountsOf(context, item.Index))
        {
            Entry entry = record[account];
            item.IsAcknowledged |= (entry.Flags & EntryTraits.IsAttributed) == 0 && IsOnRecordOf(entry);
        }

        List<int> mentions = [];
        foreach (int mention in record.Mentions(item.Tag))
        {
            Entry entry = record[mention];
            bool isAccount = entry.TagRole == TagRole.Names && entry.Tag == item.Tag;
            if (!isAccount && context.Counts(mention) && (entry.Flags & EntryTraits.IsAttributed) == 0)
            {
                mentions.Add(mention);
            }
        }

        mentions.Sort((a, b) => TimeOrder.Compare(record, a, b));
        for (int i = 0; i < mentions.Count; i++)
        {
            if (i == 0 || mentions[i] != mentions[i - 1])
            {
                Read(record[mentions[i]]);
            }
        }
    }

    /// <summary>Whether a verb does something, rather than say, ask, count or describe.</summary>
    internal static bool IsDeed(Verb verb, bool isThreat) => verb switch
    {
        Verb.Meet or Verb.Offers or Verb.Accepts or Verb.Withdraws or Verb.Drops or Verb.Agrees or Verb.Relays
            or Verb.Schedules or Verb.Joins or Verb.Leaves => true,
        Verb.Eases => !isThreat,
        Verb.Presses or Verb.Rejects or Verb.Demands or Verb.Cancels => isThreat,
        _ => false,
    };

    /// <summary>
    /// Whether a source on the record, or one of the speaker's own side, vouches for an entry: the root of a chain
    /// decides, for the others only had it from there.
    /// </summary>
    private bool IsOnRecordOf(in Entry entry)
    {
        foreach (int chain in entry.ChainIds)
        {
            Source root = record.Chains[chain].Root;
            bool isOfOther = root.Side is not null && root.Side.Side != item.Side;
            bool isOnRecord = root.Attribution == Attribution.OnRecord
                || root.Kind is SourceKind.Official or SourceKind.Document;
            if (root.Side?.Side == item.Side || (isOnRecord && !isOfOther))
            {
                return true;
            }
        }

        return false;
    }

    private void Read(in Entry entry)
    {
        bool isOfSide = IsBySide(entry, item.Side);
        bool isOfTag = entry.Tag == item.Tag;
        switch (entry.Verb)
        {
            case Verb.MeetsCondition when isOfTag:
                MeetConditions(entry.Index);
                return;
            case Verb.Keeps or Verb.Breaks or Verb.Excuses when isOfTag:
                item.Claims.Add(entry.Index);
                ReadClaim(entry, isOfSide);
                return;
            case Verb.Withdraws when isOfTag && isOfSide:
                item.Withdrawn = entry.Terms.IsEmpty && item.Withdrawn < 0 ? entry.Index : item.Withdrawn;
                item.Acknowledged = entry.Index;
                return;
            case Verb.Denies when isOfTag && isOfSide:
                item.Denied = entry.Terms.IsEmpty ? entry.Index : item.Denied;
                return;
            case Verb.Says when isOfSide && (isOfTag || IsAnswerTo(entry)):
                item.Acknowledged = entry.Index;
                return;
        }

        if (!isOfTag && !IsAnswerTo(entry))
        {
            return;
        }

        if (IsBySide(entry, item.Performer) && IsDeed(entry.Verb, item.IsThreat) && !IsAboutItself(entry))
        {
            Perform(entry);
        }
        else if (item.IsThreat && item.Heeded < 0 && item.Addressee is not null
            && IsBySide(entry, item.Addressee.Side)
            && entry.Verb is Verb.Accepts or Verb.Agrees or Verb.Drops or Verb.Eases
            && context.Ranks.OfSide(record, item.Addressee.Side, entry) >= Authority.Negotiates)
        {
            item.Heeded = entry.Index;
        }
    }

    /// <summary>Whether an entry answers the tag or is said to be caused by it.</summary>
    private bool IsAnswerTo(in Entry entry) =>
        entry.HasDetails && (entry.Details.Because == item.Tag || entry.Details.Re.Contains(item.Tag));

    /// <summary>Rejecting or dropping the very threat, with its own tag, carries nothing out.</summary>
    private bool IsAboutItself(in Entry entry) => entry.Tag == item.Tag
        && entry.Verb is Verb.Rejects or Verb.Drops or Verb.Cancels or Verb.Accepts or Verb.Relays;

    private void MeetConditions(int entry)
    {
        bool hasIf = item.HasIf;
        for (int i = 0; i < item.Met.Length; i++)
        {
            if (item.Met[i] < 0 && item.Conditions[i].IsUnless != hasIf)
            {
                item.Met[i] = entry;
            }
        }
    }

    /// <summary>
    /// What somebody says against its own interest counts as it is said: by the side whose promise or threat it is
    /// that it was broken, by the addressee that a promise was kept or need not be.
    /// </summary>
    private void ReadClaim(in Entry entry, bool isOfSide)
    {
        bool isByPerformer = isOfSide || IsBySide(entry, item.Performer);
        bool isVouchedBySide = VouchesFor(entry, item.Side);
        Actor? addressee = item.Addressee?.Side;
        bool isByAddressee = addressee is not null && IsBySide(entry, addressee);
        bool isVouchedByAddressee = addressee is not null && VouchesFor(entry, addressee);
        switch (entry.Verb)
        {
            case Verb.Breaks when isByPerformer && isVouchedBySide:
                item.AdmittedBroken = entry.Index;
                break;
            case Verb.Keeps when !item.IsThreat
                && (isByPerformer ? isVouchedByAddressee : isByAddressee && !isVouchedBySide):
                item.Perform(entry.Index);
                break;
            case Verb.Excuses when isByAddressee && !isVouchedBySide:
                item.Excused = item.Excused < 0 ? entry.Index : item.Excused;
                break;
        }

        if (isOfSide && IsOnRecordOf(entry))
        {
            item.Acknowledged = entry.Index;
        }
    }

    /// <summary>Whether the root of every chain is of a side; false without sources.</summary>
    private bool VouchesFor(in Entry entry, Actor side)
    {
        foreach (int chain in entry.ChainIds)
        {
            if (record.Chains[chain].Root.Side?.Side != side)
            {
                return false;
            }
        }

        return !entry.ChainIds.IsEmpty;
    }

    private void Perform(in Entry entry)
    {
        if (item.Terms.Count == 0 || entry.Terms.IsEmpty)
        {
            item.Perform(entry.Index);
            return;
        }

        foreach (Term term in entry.Terms)
        {
            for (int i = 0; i < item.Terms.Count; i++)
            {
                Term promised = item.Terms[i];
                if (promised.IssueId == term.IssueId && promised.BasisIndex == term.BasisIndex
                    && CommitmentDeeds.IsDone(record, term, ValueReading.ReadExact(record, promised)))
                {
                    item.Perform(i, entry.Index);
                }
            }
        }
    }

    private bool IsBySide(in Entry entry, Actor side) => Acts.IsBySide(entry, record, side);
}
