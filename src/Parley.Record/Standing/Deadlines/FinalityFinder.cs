using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Finds what was called final, and whether its side gave more later.</summary>
internal sealed class FinalityFinder
{
    // Who repeats what was final this often does not change it any more; without a limit the work could grow with the square.
    private const int MostFollowed = 100;

    private readonly StandingContext context;
    private readonly NegotiationRecord record;

    // Offers, demands and agreements of each party that has called something final, in order of time.
    private readonly Dictionary<int, List<int>> actsOfSide = [];
    private readonly List<(int Act, int CalledBy)> called = [];

    public FinalityFinder(StandingContext context)
    {
        this.context = context;
        record = context.Record;
        HashSet<int> sides = [];
        HashSet<int> seen = [];
        foreach (int index in context.Entries)
        {
            if (CalledFinal(index) is { } act && seen.Add(act))
            {
                called.Add((act, index));
                sides.Add(record[act].Speaker.Side.Id);
            }
        }

        if (called.Count == 0)
        {
            return;
        }

        foreach (int index in context.Entries)
        {
            Entry entry = record[index];
            if (entry.Verb is not (Verb.Offers or Verb.Demands or Verb.Agrees) || context.Accounts.IsSecond(index)
                || !ValueReading.IsFirm(entry.Firmness) || (entry.Flags & EntryTraits.IsAttributed) != 0)
            {
                continue;
            }

            foreach (int speaker in entry.SpeakerIds)
            {
                int side = record.Actors[speaker].Side.Id;
                if (sides.Contains(side) && ListOf(side) is { } list && (list.Count == 0 || list[^1] != index))
                {
                    list.Add(index);
                }
            }
        }
    }

    /// <summary>What was called final, in order of time of the call.</summary>
    public List<Finality> Find() => [.. called.Select(c => Follow(c.Act, c.CalledBy))];

    /// <summary>The act that an entry calls final: itself, or the one it speaks of; null when it calls none so.</summary>
    private int? CalledFinal(int index)
    {
        Entry entry = record[index];
        if (entry.Firmness != Firmness.Final || (entry.Flags & EntryTraits.IsAttributed) != 0)
        {
            return null;
        }

        if (entry.Verb is Verb.Offers or Verb.Demands)
        {
            return entry.Speaker.IsOfParty ? context.Accounts.FirstOf(index) : null;
        }

        if (entry.Verb != Verb.Says || entry.TagRole != TagRole.Refers)
        {
            return null;
        }

        int act = context.Accounts.FirstNaming(context, entry.Tag);
        return act >= 0 && record[act].Verb is Verb.Offers or Verb.Demands
            && record[act].Speaker.Side == entry.Speaker.Side && record[act].Speaker.IsOfParty ? act : null;
    }

    private Finality Follow(int act, int calledBy)
    {
        List<Term> terms = [];
        Acts.CollectTerms(context, act, terms);
        Actor speaker = record[act].Speaker;
        bool isSpokenOf = false;
        foreach (int later in After(actsOfSide.GetValueOrDefault(speaker.Side.Id) ?? [], calledBy))
        {
            List<FinalityStep> steps = Compare(act, terms, later, speaker);
            bool isBetter = steps.Exists(s => s.IsBetterForOthers == true);
            bool isWorse = steps.Exists(s => s.IsBetterForOthers == false);
            isSpokenOf |= steps.Count == 0 || (!isBetter && !isWorse && steps.Exists(s => s.From != s.To && s.Size is null));
            if (isBetter || isWorse)
            {
                return new Finality(
                    act,
                    calledBy,
                    speaker.Id,
                    isWorse ? FinalityState.Changed : FinalityState.Improved,
                    later,
                    record[later].Verb == Verb.Agrees,
                    context.Accounts.DateOf(calledBy).DaysUntil(context.Accounts.DateOf(later)),
                    steps,
                    Evidence.Of(calledBy == act ? [act, later] : [act, calledBy, later]));
            }
        }

        return new Finality(
            act,
            calledBy,
            speaker.Id,
            isSpokenOf ? FinalityState.NotComparable : FinalityState.Stands,
            -1,
            false,
            null,
            [],
            calledBy == act ? new Evidence(act) : new Evidence(act, calledBy));
    }

    private IEnumerable<int> After(List<int> acts, int moment)
    {
        int low = 0;
        int high = acts.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = context.CompareTime(acts[middle], moment) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return acts.Skip(low).Take(MostFollowed);
    }

    private List<FinalityStep> Compare(int act, List<Term> terms, int later, Actor speaker)
    {
        List<Term> others = [];
        Acts.CollectTerms(context, later, others);
        List<FinalityStep> result = [];
        foreach (Term term in terms)
        {
            int at = ValueReading.IsValue(term)
                ? others.FindIndex(o => ValueReading.IsValue(o) && o.IssueId == term.IssueId && o.BasisIndex == term.BasisIndex)
                : -1;
            if (at < 0)
            {
                continue;
            }

            Issue issue = record.Issues[term.IssueId];
            ValueSet from = ValueReading.Read(record, record[act], term, speaker, out _);
            ValueSet to = ValueReading.Read(record, record[later], others[at], speaker, out _);
            Want? want = record.WantOf(speaker, issue, record[later].When.FirstDay);
            FacingLimit? before = Scales.LimitOf(issue, term.BasisIndex, want, from);
            FacingLimit? after = Scales.LimitOf(issue, term.BasisIndex, want, to);
            int? change = before is { } b && after is { } a ? a.CompareTo(b) : null;
            result.Add(new FinalityStep(
                issue.Id,
                term.BasisIndex,
                from,
                to,
                change is null or 0 ? null : change < 0,
                before is { } x && after is { } y ? x.DistanceTo(y) : null));
        }

        return result;
    }

    private List<int> ListOf(int side)
    {
        if (!actsOfSide.TryGetValue(side, out List<int>? list))
        {
            actsOfSide.Add(side, list = []);
        }

        return list;
    }
}
