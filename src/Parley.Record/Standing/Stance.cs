using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>Yes-or-no facts of a stance.</summary>
[Flags]
internal enum StanceTraits : byte
{
    None = 0,

    /// <summary>A point was read as "this or better".</summary>
    AsOrBetter = 1,

    /// <summary>The values are exactly those: said, drawn as a red line, or written with both ends.</summary>
    IsExact = 2,

    /// <summary>The figure was written with <c>~</c>.</summary>
    IsApproximate = 4,

    /// <summary>The values are the union over the alternatives of a package.</summary>
    HasAlternatives = 8,

    /// <summary>Its date has no beginning: it precedes nothing and follows nothing.</summary>
    IsUndated = 16,

    /// <summary>The accounts of it differ, or it is denied.</summary>
    IsContested = 32,
}

/// <summary>What one speaker holds, or last held, on one issue and basis, in one forum and track, as one kind.</summary>
internal struct Stance
{
    public ValueSet Values;

    /// <summary>The entry that tells the values.</summary>
    public int Entry;

    /// <summary>The entry since which it holds: the same, or the one that met its condition or made it firm.</summary>
    public int SinceEntry;

    /// <summary>The entry that ended it, or -1; with a deadline none does.</summary>
    public int EndEntry;

    /// <summary>The last day of its deadline as first set, or <see cref="DateInterval.OpenEnd"/>.</summary>
    public int Deadline;

    /// <summary>The day from which nothing is held because a deadline passed, or 0.</summary>
    public int EndDay;

    /// <summary>When it was taken, in the order in which stances are taken and ended.</summary>
    public int Sequence;

    /// <summary>When an entry ended it, in the same order.</summary>
    public int EndSequence;

    public StanceTraits Traits;
    public Firmness Firmness;
    public Authority Authority;
    public bool IsHeld;

    public readonly bool Has(StanceTraits trait) => (Traits & trait) != 0;

    public readonly Evidence Evidence()
    {
        int second = SinceEntry != Entry ? SinceEntry : -1;
        return second < 0 ? new Evidence(Entry, EndEntry)
            : EndEntry < 0 ? new Evidence(Entry, second)
            : new Evidence(Entry, second, [EndEntry]);
    }
}

/// <summary>A stance as it was when another took its place, or as it is at the end.</summary>
/// <param name="Slot">Where it was kept.</param>
/// <param name="Kind">As what kind of position.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Next">The entry since which another holds in its place, or -1.</param>
internal readonly record struct PastStance(int Slot, PositionKind Kind, Stance Stance, int Next);

/// <summary>Where stances are kept: one speaker on one issue and basis, in one forum and track.</summary>
internal struct Slot
{
    public int Speaker;
    public int Topic;
    public int Voice;

    /// <summary>The next slot of the same voice, or -1.</summary>
    public int Next;

    /// <summary>Places of the stances by kind, each plus 1; 0 where there is none.</summary>
    public int Demand;
    public int Offer;
    public int Statement;
    public int RedLine;

    /// <summary>Place of the latest demand or offer plus 1, or 0.</summary>
    public int Bargaining;
    public short Track;
    public Forum Place;

    /// <summary>Whether it is listed among the slots with an offer that lapses when its speaker leaves.</summary>
    public bool IsListedAsOffer;
    public bool HasConceded;

    /// <summary>Which way was wanted when <see cref="ConcededFrom"/> was measured.</summary>
    public Direction ConcededDirection;

    /// <summary>The most demanding limit from which a concession was made.</summary>
    public FacingLimit ConcededFrom;
}

/// <summary>One speaker on one issue and basis, in whatever forum.</summary>
internal struct Voice
{
    public int Speaker;
    public int Side;

    /// <summary>The next voice of the same side on the same issue and basis, or -1.</summary>
    public int Next;

    /// <summary>The first slot of the voice, or -1.</summary>
    public int FirstSlot;

    /// <summary>Place of the latest stance of any kind plus 1, or 0.</summary>
    public int Latest;

    /// <summary>The slot of the latest stance.</summary>
    public int LatestSlot;

    /// <summary>Place of the latest demand or offer plus 1, or 0.</summary>
    public int Bargaining;

    /// <summary>The slot of the latest demand or offer.</summary>
    public int BargainingSlot;
}

/// <summary>One party on one issue and basis.</summary>
internal struct SideOnTopic
{
    public int Party;
    public int Topic;
    public int FirstVoice;

    /// <summary>Entry of the first bargaining position at the table, or -1.</summary>
    public int OpeningEntry;
    public ValueSet Opening;
}
