using System.Runtime.InteropServices;
using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds agreements, offers accepted whole and offers recommended, and what later took their place.</summary>
internal sealed class AgreementFinder(StandingContext context, IReadOnlyList<RedLine> redLines)
{
    private readonly NegotiationRecord record = context.Record;
    private readonly List<AgreementCase> cases = [];
    private readonly Dictionary<int, int> caseOfAct = [];
    private readonly Dictionary<string, int> talkOfSides = new(StringComparer.Ordinal);
    private readonly ClockTree open = new();
    private readonly SortedSet<int> issues = [];

    /// <summary>Agreements in order of time of the agreement or the offer.</summary>
    public List<Agreement> Find()
    {
        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if ((entry.Flags & EntryTraits.IsAttributed) != 0 || context.Accounts.IsSecond(index))
            {
                continue;
            }

            switch (entry.Verb)
            {
                case Verb.Agrees:
                    Agree(entry);
                    break;
                case Verb.Accepts when entry.Terms.IsEmpty:
                    Take(entry, isBacking: false);
                    break;
                case Verb.Backs:
                    Take(entry, isBacking: true);
                    break;
            }
        }

        AgreementReading reading = new(context, redLines);
        List<Agreement> result = [];
        foreach (AgreementCase item in cases)
        {
            if (!item.IsAbsorbed)
            {
                result.Add(reading.Read(item));
            }
        }

        result.Sort((a, b) => context.CompareTime(a.Evidence.First, b.Evidence.First));
        new SingleUndertakings(context).Mark(result);
        return result;
    }

    private void Agree(in Entry entry)
    {
        int named = entry.TagRole == TagRole.Refers ? context.Accounts.FirstNaming(context, entry.Tag) : -1;
        if (named >= 0 && record[named].Verb == Verb.Agrees && caseOfAct.TryGetValue(named, out int known))
        {
            cases[known].Join(record, entry);
            return;
        }

        AgreementCase item = new(entry.Index, isAgreed: true);
        item.Join(record, entry);
        cases.Add(item);
        caseOfAct[entry.Index] = cases.Count - 1;
        Absorb(cases.Count - 1, named);
        foreach (int tag in entry.HasDetails ? entry.Details.Re : [])
        {
            Absorb(cases.Count - 1, context.Accounts.FirstNaming(context, tag));
        }

        TakePlace(entry, item, cases.Count - 1);
    }

    /// <summary>An agreement to an offer stands for it: what is on record about the offer is about the agreement.</summary>
    /// <remarks>Of several agreements to one offer it is about the last.</remarks>
    private void Absorb(int number, int act)
    {
        if (act < 0 || record[act].Verb is not (Verb.Offers or Verb.Demands))
        {
            return;
        }

        AgreementCase item = cases[number];
        item.Answer(record, record[act]);
        if (caseOfAct.TryGetValue(act, out int known) && known != number)
        {
            AgreementCase before = cases[known];
            before.IsAbsorbed |= before.Act == act;
            item.Signers.AddRange(before.Act == act ? before.Signers : []);
            before.Tags.Remove(record[act].Tag);
        }

        caseOfAct[act] = number;
    }

    /// <summary>An acceptance, or a recommendation, by somebody of another side who negotiates or decides.</summary>
    private void Take(in Entry entry, bool isBacking)
    {
        int act = context.Accounts.FirstNaming(context, entry.Tag);
        if (act < 0 || record[act].Verb is not (Verb.Offers or Verb.Demands or Verb.Agrees))
        {
            return;
        }

        Actor side = entry.Speaker.Side;
        bool isOfOffer = record[act].Verb != Verb.Agrees;
        if ((isOfOffer && side == record[act].Speaker.Side)
            || side.Kind != ActorKind.Party
            || context.Ranks.OfSide(record, side, entry) is not >= Authority.Negotiates)
        {
            return;
        }

        if (!caseOfAct.TryGetValue(act, out int number))
        {
            AgreementCase made = new(act, isAgreed: false);
            made.Join(record, record[act]);
            cases.Add(made);
            number = cases.Count - 1;
            caseOfAct.Add(act, number);
        }

        AgreementCase item = cases[number];
        if (!item.SubjectTo.Contains(entry.Speaker.Id))
        {
            item.Sign(record, entry);
        }

        if (!isBacking)
        {
            item.IsAgreed = true;
            item.AcceptedBy = item.AcceptedBy < 0 && isOfOffer ? entry.Index : item.AcceptedBy;
        }
    }

    /// <summary>What a new agreement replaces by name, or by naming every issue of an older one.</summary>
    private void TakePlace(in Entry entry, AgreementCase item, int number)
    {
        int by = entry.Index;
        foreach (int tag in entry.HasDetails ? entry.Details.Replaces : [])
        {
            int replaced = context.Accounts.FirstNaming(context, tag);
            if (replaced >= 0 && caseOfAct.TryGetValue(replaced, out int old) && old != number)
            {
                cases[old].Superseded = cases[old].Superseded < 0 ? by : cases[old].Superseded;
            }
        }

        if (TimeOrder.IsUndated(entry) || !ValueReading.IsFirm(entry.Firmness))
        {
            return;
        }

        issues.Clear();
        List<Term> terms = [];
        Acts.CollectTerms(context, by, terms);
        foreach (Term term in terms)
        {
            issues.Add(term.IssueId);
        }

        string sides = string.Join(',', item.SideIds.Order());
        ref int talkNumber = ref CollectionsMarshal.GetValueRefOrAddDefault(talkOfSides, sides, out bool isKnown);
        talkNumber = isKnown ? talkNumber : talkOfSides.Count;
        ClockTree.Talk talk = open.Get(talkNumber, 0, entry.Track?.Id ?? -1);
        int[] named = [.. issues];
        open.FindWithin(talk, named, old =>
        {
            cases[old].Superseded = cases[old].Superseded < 0 ? by : cases[old].Superseded;
            return true;
        });
        open.Add(talk, number, (entry.Flags & EntryTraits.HasUnknownTerms) != 0 ? [] : named);
    }
}

/// <summary>An agreement on the way through the record.</summary>
/// <param name="act">The account that stands for the agreement or the offer.</param>
/// <param name="isAgreed">Whether it is agreed, rather than recommended.</param>
internal sealed class AgreementCase(int act, bool isAgreed)
{
    public int Act { get; } = act;

    public bool IsAgreed { get; set; } = isAgreed;

    /// <summary>Whether an agreement stands for this offer.</summary>
    public bool IsAbsorbed { get; set; }

    public int AcceptedBy { get; set; } = -1;

    public int Superseded { get; set; } = -1;

    public List<int> SideIds { get; } = [];

    /// <summary>Ids of those to whom it is subject, in the order met.</summary>
    public List<int> SubjectTo { get; } = [];

    /// <summary>Tags under which it is spoken of: its own, and those of the offers that it takes.</summary>
    public List<int> Tags { get; } = [];

    /// <summary>Entries that signed, accepted or backed it.</summary>
    public List<int> Signers { get; } = [];

    /// <summary>Takes an account of the agreement, a part of it, or the offer that it is.</summary>
    public void Join(NegotiationRecord record, in Entry entry)
    {
        Answer(record, entry);
        if (entry.Verb == Verb.Agrees)
        {
            Sign(record, entry);
        }
        else
        {
            AddSides(record, entry);
        }
    }

    public void Sign(NegotiationRecord record, in Entry entry)
    {
        AddSides(record, entry);
        AddRatifiers(entry);
        Signers.Add(entry.Index);
    }

    /// <summary>Takes the tag of an entry, and those to whom it is subject.</summary>
    public void Answer(NegotiationRecord record, in Entry entry)
    {
        if (entry.Tag >= 0 && !Tags.Contains(entry.Tag))
        {
            Tags.Add(entry.Tag);
        }

        AddRatifiers(entry);
    }

    private void AddSides(NegotiationRecord record, in Entry entry)
    {
        foreach (int id in entry.SpeakerIds)
        {
            Actor side = record.Actors[id].Side;
            if (side.Kind == ActorKind.Party && !SideIds.Contains(side.Id))
            {
                SideIds.Add(side.Id);
            }
        }
    }

    private void AddRatifiers(in Entry entry)
    {
        foreach (Actor actor in entry.HasDetails ? entry.Details.SubjectTo : [])
        {
            if (!SubjectTo.Contains(actor.Id))
            {
                SubjectTo.Add(actor.Id);
            }
        }
    }
}
