using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>One promise or threat with all that the record has on it; -1 stands for no entry.</summary>
internal sealed class CommitmentCase
{
    private readonly NegotiationRecord record;
    private readonly bool[] isDone;

    public CommitmentCase(StandingContext context, in Entry entry)
    {
        record = context.Record;
        Index = entry.Index;
        Tag = entry.Tag;
        IsThreat = entry.Verb == Verb.Threatens;
        Side = entry.Speaker.Side;
        Addressee = entry.AddresseeIds.IsEmpty ? null : record.Actors[entry.AddresseeIds[0]];
        Through = entry.Details.Through;
        When = context.Accounts.DateOf(entry.Index);
        Acts.CollectTerms(context, entry.Index, Terms);
        foreach (int account in Acts.AccountsOf(context, entry.Index))
        {
            EntryDetails details = record[account].Details;
            Conditions.AddRange(details.Conditions);
            Re.AddRange(details.Re);
            Through ??= details.Through;
            HasUnknownTerms |= (record[account].Flags & EntryTraits.HasUnknownTerms) != 0;
        }

        isDone = new bool[Terms.Count];
        Met = new int[Conditions.Count];
        Array.Fill(Met, -1);
    }

    public int Index { get; }

    public int Tag { get; }

    public bool IsThreat { get; }

    public Actor Side { get; }

    public Actor? Addressee { get; }

    public Actor? Through { get; }

    /// <summary>The side whose act it is.</summary>
    public Actor Performer => Through?.Side ?? Side;

    public DateInterval When { get; }

    public List<Term> Terms { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<int> Re { get; } = [];

    public bool HasUnknownTerms { get; }

    /// <summary>For each condition the entry by which it came about.</summary>
    public int[] Met { get; }

    /// <summary>Entries in which sources say that it was kept, broken or excused, in order of time.</summary>
    public List<int> Claims { get; } = [];

    /// <summary>Acts that performed it or a part of it, in the order found.</summary>
    public List<int> Deeds { get; } = [];

    public bool IsAcknowledged { get; set; }

    /// <summary>The last acknowledgement by its own side.</summary>
    public int Acknowledged { get; set; } = -1;

    /// <summary>The last denial of the whole by its own side.</summary>
    public int Denied { get; set; } = -1;

    public int Withdrawn { get; set; } = -1;

    public int Excused { get; set; } = -1;

    /// <summary>The last claim, by its own side's sources and so against their interest, that it was broken.</summary>
    public int AdmittedBroken { get; set; } = -1;

    /// <summary>Of a threat: the act by which the addressee did what was asked.</summary>
    public int Heeded { get; set; } = -1;

    /// <summary>The act with which the whole was performed.</summary>
    public int Performed { get; private set; } = -1;

    public bool HasIf => Conditions.Exists(c => !c.IsUnless);

    public bool HasUnless => Conditions.Exists(c => c.IsUnless);

    /// <summary>The act by which the last of its <c>if</c> conditions came about, or -1 while one is open.</summary>
    public int IfMet
    {
        get
        {
            int last = -1;
            for (int i = 0; i < Met.Length; i++)
            {
                if (Conditions[i].IsUnless)
                {
                    continue;
                }

                if (Met[i] < 0)
                {
                    return -1;
                }

                last = last < 0 || TimeOrder.IsBefore(record, last, Met[i]) ? Met[i] : last;
            }

            return last;
        }
    }

    /// <summary>The first act by which an <c>unless</c> came about, or -1.</summary>
    public int UnlessMet
    {
        get
        {
            int first = -1;
            for (int i = 0; i < Met.Length; i++)
            {
                first = Conditions[i].IsUnless ? TimeOrder.Earlier(record, first, Met[i]) : first;
            }

            return first;
        }
    }

    /// <summary>Takes an act as performance of everything.</summary>
    public void Perform(int entry)
    {
        if (Performed < 0 || TimeOrder.IsBefore(record, entry, Performed))
        {
            Deeds.Add(entry);
            Performed = entry;
        }
    }

    /// <summary>Takes an act as performance of one term.</summary>
    /// <param name="term">Its place among <see cref="Terms"/>.</param>
    /// <param name="entry">The act.</param>
    public void Perform(int term, int entry)
    {
        if (isDone[term] || Performed >= 0)
        {
            return;
        }

        isDone[term] = true;
        if (!Deeds.Contains(entry))
        {
            Deeds.Add(entry);
        }

        if (!HasUnknownTerms && IsAnAlternativeDone())
        {
            foreach (int deed in Deeds)
            {
                Performed = Performed < 0 || TimeOrder.IsBefore(record, Performed, deed) ? deed : Performed;
            }
        }
    }

    private bool IsAnAlternativeDone()
    {
        HashSet<int> open = [];
        HashSet<int> all = [];
        for (int i = 0; i < isDone.Length; i++)
        {
            all.Add(Terms[i].Alternative);
            if (!isDone[i])
            {
                open.Add(Terms[i].Alternative);
            }
        }

        return open.Count < all.Count;
    }
}
