namespace Parley.Record.Entries;

/// <summary>What an entry does with its tag.</summary>
public enum TagRole : byte
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It names it; a second entry that names the same tag is a second account of the act.</summary>
    Names,

    /// <summary>It refers to one named above.</summary>
    Refers,
}

/// <summary>Yes-or-no facts of an entry.</summary>
[Flags]
public enum EntryTraits : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>?</c> after the speaker: put down to it, not said by it; nobody's position.</summary>
    IsAttributed = 1,

    /// <summary>A red line that requires; without it, one that excludes.</summary>
    Requires = 2,

    /// <summary>Further terms are not known, or none are.</summary>
    HasUnknownTerms = 4,

    /// <summary>An <c>or</c> stands between packages.</summary>
    HasAlternatives = 8,
}

internal struct EntryRow
{
    public DateInterval When;
    public WordSpan Words;
    public int PartsStart;
    public int TermsStart;
    public int Tag;
    public int Details;
    public ushort Speakers;
    public ushort Addressees;
    public ushort Chains;
    public ushort Terms;
    public short Track;
    public short Via;
    public Verb Verb;
    public Forum Forum;
    public Firmness Firmness;
    public PressureKind Pressure;
    public TagRole TagRole;
    public EntryTraits Flags;
}

/// <summary>One sentence of the record: when, who, did what. A view of a row; copying it costs nothing.</summary>
public readonly struct Entry
{
    private readonly NegotiationRecord record;

    internal Entry(NegotiationRecord record, int index)
    {
        this.record = record;
        Index = index;
    }

    /// <summary>Its number in file order, from 0.</summary>
    public int Index { get; }

    /// <summary>When the act took place.</summary>
    public DateInterval When => Row.When;

    /// <summary>What was done.</summary>
    public Verb Verb => Row.Verb;

    /// <summary>Who did it; the first, where several did.</summary>
    public Actor Speaker => record.Actors[record.Parts[Row.PartsStart]];

    /// <summary>How many did it; at least 1.</summary>
    public int SpeakerCount => Row.Speakers;

    /// <summary>Ids of those who did it, in the order written.</summary>
    public ReadOnlySpan<int> SpeakerIds => record.Parts.Slice(Row.PartsStart, Row.Speakers);

    /// <summary>Ids of those it is addressed to, in the order written; possibly none.</summary>
    public ReadOnlySpan<int> AddresseeIds =>
        record.Parts.Slice(Row.PartsStart + Row.Speakers, Row.Addressees);

    /// <summary>Ids of the chains of its sources, in the order written; possibly none.</summary>
    public ReadOnlySpan<int> ChainIds =>
        record.Parts.Slice(Row.PartsStart + Row.Speakers + Row.Addressees, Row.Chains);

    /// <summary>Its terms, in the order written.</summary>
    public ReadOnlySpan<Term> Terms => record.Terms.Slice(Row.TermsStart, Row.Terms);

    /// <summary>The note-taker's words.</summary>
    public WordSpan Words => Row.Words;

    /// <summary>Id of the tag that stands with the verb, or -1.</summary>
    public int Tag => Row.Tag;

    /// <summary>What it does with the tag.</summary>
    public TagRole TagRole => Row.TagRole;

    /// <summary>Where it took place.</summary>
    public Forum Forum => Row.Forum;

    /// <summary>In what standing it was put forward.</summary>
    public Firmness Firmness => Row.Firmness;

    /// <summary>The kind of pressure, for pressure.</summary>
    public PressureKind Pressure => Row.Pressure;

    /// <summary>The track it belongs to, or null when not said.</summary>
    public Track? Track => Row.Track < 0 ? null : record.Tracks[Row.Track];

    /// <summary>Through whom it went, or null.</summary>
    public Actor? Via => Row.Via < 0 ? null : record.Actors[Row.Via];

    /// <summary>Yes-or-no facts.</summary>
    public EntryTraits Flags => Row.Flags;

    /// <summary>Whether it has parts in <see cref="Details"/>.</summary>
    public bool HasDetails => Row.Details >= 0;

    /// <summary>Parts that few entries have; empty ones when it has none.</summary>
    public EntryDetails Details => Row.Details < 0 ? EntryDetails.None : record.DetailsAt(Row.Details);

    /// <summary>
    /// The first day from which it was known: as written, else the later of its earliest day and the first
    /// publication among its sources; a source without a date counts as published on the entry's date.
    /// </summary>
    public int KnownFrom
    {
        get
        {
            int day = When.FirstDay;
            if (HasDetails && Details.Known is { } known)
            {
                return known.FirstDay;
            }

            int published = int.MaxValue;
            foreach (int chain in ChainIds)
            {
                published = Math.Min(published, record.Chains[chain].Cited.Published?.FirstDay ?? day);
            }

            return published == int.MaxValue ? day : Math.Max(day, published);
        }
    }

    private ref readonly EntryRow Row => ref record.RowAt(Index);

    /// <summary>Whether somebody is among those who did it.</summary>
    /// <param name="actor">Whom to look for.</param>
    public bool IsBy(Actor actor) => SpeakerIds.Contains(actor.Id);
}
