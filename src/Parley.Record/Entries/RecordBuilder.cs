using System.Text;

namespace Parley.Record.Entries;

/// <summary>An entry in the making; one draft is filled and added again and again.</summary>
public sealed class EntryDraft
{
    /// <summary>When the act took place.</summary>
    public DateInterval When { get; set; }

    /// <summary>What was done.</summary>
    public Verb Verb { get; set; }

    /// <summary>Ids of those who did it; at least one.</summary>
    public List<int> Speakers { get; } = [];

    /// <summary>Ids of those it is addressed to.</summary>
    public List<int> Addressees { get; } = [];

    /// <summary>Ids of the chains of its sources.</summary>
    public List<int> Chains { get; } = [];

    /// <summary>Its terms.</summary>
    public List<Term> Terms { get; } = [];

    /// <summary>The note-taker's words.</summary>
    public WordSpan Words { get; set; }

    /// <summary>Its tag, or -1.</summary>
    public int Tag { get; set; } = -1;

    /// <summary>What it does with the tag.</summary>
    public TagRole TagRole { get; set; }

    /// <summary>Where it took place.</summary>
    public Forum Forum { get; set; }

    /// <summary>In what standing it was put forward.</summary>
    public Firmness Firmness { get; set; }

    /// <summary>The kind of pressure.</summary>
    public PressureKind Pressure { get; set; }

    /// <summary>The track, or null.</summary>
    public Track? Track { get; set; }

    /// <summary>Through whom, or null.</summary>
    public Actor? Via { get; set; }

    /// <summary>Yes-or-no facts.</summary>
    public EntryTraits Flags { get; set; }

    /// <summary>Rare parts, or null.</summary>
    public EntryDetails? Details { get; set; }

    /// <summary>Rare parts, created when first asked for.</summary>
    public EntryDetails NeedDetails() => Details ??= new EntryDetails();

    /// <summary>Empties the draft for the next entry.</summary>
    public void Clear()
    {
        When = default;
        Verb = default;
        Speakers.Clear();
        Addressees.Clear();
        Chains.Clear();
        Terms.Clear();
        Words = default;
        Tag = -1;
        TagRole = TagRole.None;
        Forum = Forum.NotSaid;
        Firmness = Firmness.Firm;
        Pressure = PressureKind.None;
        Track = null;
        Via = null;
        Flags = EntryTraits.None;
        Details = null;
    }
}

/// <summary>Makes a <see cref="NegotiationRecord"/>, from a journal, from forms or from a feed.</summary>
public sealed class RecordBuilder
{
    /// <summary>The most speakers, addressees, sources or terms that one entry may have.</summary>
    public const int MaxParts = ushort.MaxValue;

    /// <summary>The most actors, and the most tracks, that one record may have.</summary>
    public const int MaxNames = short.MaxValue;

    private readonly Dictionary<string, SourceChain> chainsByName = new(StringComparer.Ordinal);
    private readonly List<SourceChain?> singleChains = [];

    /// <summary>Creates an empty builder: it knows the note-taker and the six readings, and nothing else.</summary>
    public RecordBuilder()
    {
        Tags = new TagTable(Words);
        Actors.Add(new Actor(0, ActorKind.Desk, "desk", "the note-taker", null, null));
        AddReading("deal", "wants a deal", false);
        AddReading("delay", "plays for time", false);
        AddReading("pressure", "uses the talks as pressure", false);
        AddReading("coherent", "is coherent", true);
        AddReading("divided", "is divided", true);
        AddReading("distracted", "is distracted", true);
    }

    /// <summary>What the negotiation is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>Days by which "about" widens a day each way; 3 unless set.</summary>
    public int AboutDays { get; set; } = 3;

    /// <summary>All words.</summary>
    public WordStore Words { get; } = new();

    /// <summary>How many entries have been added.</summary>
    public int Count => Rows.Count;

    /// <summary>How many actors there are, the note-taker included.</summary>
    public int ActorCount => Actors.Count;

    /// <summary>How many tracks there are.</summary>
    public int TrackCount => Tracks.Count;

    /// <summary>How many tags there are.</summary>
    public int TagCount => Tags.Count;

    internal List<Actor> Actors { get; } = [];

    internal List<Track> Tracks { get; } = [];

    internal List<Issue> Issues { get; } = [];

    internal List<Source> Sources { get; } = [];

    internal List<SourceChain> Chains { get; } = [];

    internal List<Want> Wants { get; } = [];

    internal List<Reading> Readings { get; } = [];

    internal List<Expectation> Expectations { get; } = [];

    internal List<WaitingCost> Costs { get; } = [];

    internal List<Preference> Preferences { get; } = [];

    internal List<StatusQuo> StatusQuo { get; } = [];

    internal ChunkedList<EntryRow> Rows { get; } = new();

    internal ChunkedList<int> Parts { get; } = new();

    internal ChunkedList<Term> Terms { get; } = new();

    internal List<EntryDetails> Details { get; } = [];

    internal TagTable Tags { get; }

    /// <summary>The note-taker.</summary>
    public Actor Desk => Actors[0];

    /// <summary>Adds a party, a mediator or a bystander.</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="from">From when, or null.</param>
    public Actor AddActor(ActorKind kind, string name, string title = "", DateInterval? from = null) =>
        AddActor(new Actor(Actors.Count, kind, name, title.Length == 0 ? name : title, null, from));

    /// <summary>Adds a member.</summary>
    /// <param name="of">Of whom.</param>
    /// <param name="name">Its whole name, with the dot.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="authority">Its authority.</param>
    /// <param name="from">From when it has it, or null.</param>
    public Actor AddMember(
        Actor of, string name, string title = "", Authority authority = Authority.Speaks, DateInterval? from = null)
    {
        ArgumentNullException.ThrowIfNull(of);
        Actor member = AddActor(
            new Actor(Actors.Count, ActorKind.Member, name, title.Length == 0 ? name : title, of, from));
        member.AddAuthority(authority, from);
        return member;
    }

    /// <summary>Gives a member another authority from a date on.</summary>
    /// <param name="member">The member.</param>
    /// <param name="authority">Its new authority.</param>
    /// <param name="from">From when.</param>
    public static void SetAuthority(Actor member, Authority authority, DateInterval? from)
    {
        ArgumentNullException.ThrowIfNull(member);
        member.AddAuthority(authority, from);
    }

    /// <summary>Adds a track.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="isSingleUndertaking">Whether nothing is agreed until everything is.</param>
    /// <param name="from">From when, or null.</param>
    public Track AddTrack(string name, string title = "", bool isSingleUndertaking = false, DateInterval? from = null)
    {
        Track track = new(Tracks.Count, name, title.Length == 0 ? name : title, isSingleUndertaking, from);
        Tracks.Add(track);
        return track;
    }

    /// <summary>Adds an issue of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="range">Which numbers are possible.</param>
    /// <param name="unit">Their unit; empty for none.</param>
    /// <param name="step">Distance between neighbours, or null.</param>
    /// <param name="reduction">How a schedule becomes one number.</param>
    /// <param name="from">From when, or null.</param>
    public Issue AddNumericIssue(
        string name,
        string title,
        NumberRange range,
        string unit = "",
        decimal? step = null,
        Reduction reduction = Reduction.None,
        DateInterval? from = null)
    {
        Issue issue = new(Issues.Count, name, title.Length == 0 ? name : title, ScaleKind.Numbers, from)
        {
            Range = range,
            Unit = unit,
            Step = step,
            Reduction = reduction,
        };
        Issues.Add(issue);
        return issue;
    }

    /// <summary>Adds an issue of labels.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="isOrdered">Whether the labels have an order, least first.</param>
    /// <param name="labels">The labels, 1 to 64.</param>
    /// <param name="from">From when, or null.</param>
    /// <exception cref="ArgumentException">No label, or more than 64.</exception>
    public Issue AddLabelIssue(
        string name, string title, bool isOrdered, IReadOnlyList<string> labels, DateInterval? from = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count is 0 or > 64)
        {
            throw new ArgumentException("An issue has 1 to 64 labels.", nameof(labels));
        }

        ScaleKind kind = isOrdered ? ScaleKind.OrderedLabels : ScaleKind.Labels;
        Issue issue = new(Issues.Count, name, title.Length == 0 ? name : title, kind, from) { Labels = labels };
        Issues.Add(issue);
        return issue;
    }

    /// <summary>Adds another measure of an issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="name">The name after the dot.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="unit">Its own unit, or null for the issue's.</param>
    /// <param name="formula">What it follows from, or null.</param>
    public static Basis AddBasis(Issue issue, string name, string title = "", string? unit = null, BasisFormula? formula = null)
    {
        ArgumentNullException.ThrowIfNull(issue);
        Basis basis = new(
            issue.Bases.Count + 1, issue, name, title.Length == 0 ? name : title, unit ?? issue.Unit)
        {
            Formula = formula,
        };
        issue.Add(basis);
        return basis;
    }

    /// <summary>Adds a source.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What kind of thing it is.</param>
    /// <param name="title">Its name in words; the name when empty.</param>
    /// <param name="attribution">On what terms it spoke.</param>
    /// <param name="grade">Its grade, or null for F6.</param>
    /// <param name="side">Whose side it is on, or null.</param>
    /// <param name="published">When it was published, or null.</param>
    /// <param name="count">How many people it is.</param>
    /// <param name="isSealed">Whether its identity is to be kept.</param>
    /// <param name="from">From when it holds, or null.</param>
    public Source AddSource(
        string name,
        SourceKind kind,
        string title = "",
        Attribution attribution = Attribution.NotSaid,
        SourceGrade? grade = null,
        Actor? side = null,
        DateInterval? published = null,
        int count = 1,
        bool isSealed = false,
        DateInterval? from = null)
    {
        Source source = new(Sources.Count, name, kind, title.Length == 0 ? name : title)
        {
            Attribution = attribution,
            Grade = grade ?? SourceGrade.Unknown,
            Side = side,
            Published = published,
            Count = count,
            IsSealed = isSealed,
            From = from,
        };
        Sources.Add(source);
        singleChains.Add(null);
        return source;
    }

    /// <summary>The chain of these sources, cited first, root last; equal chains are one.</summary>
    /// <param name="links">At least one source.</param>
    /// <exception cref="ArgumentException">No source.</exception>
    public SourceChain Chain(ReadOnlySpan<Source> links)
    {
        if (links.IsEmpty)
        {
            throw new ArgumentException("A chain has at least one source.", nameof(links));
        }

        if (links.Length == 1)
        {
            return singleChains[links[0].Id] ??= AddChain([links[0]]);
        }

        StringBuilder key = new();
        foreach (Source link in links)
        {
            key.Append(link.Name).Append('<');
        }

        string name = key.ToString();
        if (!chainsByName.TryGetValue(name, out SourceChain? chain))
        {
            chain = AddChain(links.ToArray());
            chainsByName.Add(name, chain);
        }

        return chain;
    }

    /// <summary>Declares what a party wants of an issue.</summary>
    /// <param name="want">The declaration.</param>
    public void AddWant(Want want) => Wants.Add(want);

    /// <summary>Declares what holds if nothing is agreed.</summary>
    /// <param name="statusQuo">The declaration.</param>
    public void AddStatusQuo(StatusQuo statusQuo) => StatusQuo.Add(statusQuo);

    /// <summary>Declares what waiting costs.</summary>
    /// <param name="cost">The declaration.</param>
    public void AddCost(WaitingCost cost) => Costs.Add(cost);

    /// <summary>Declares a preference.</summary>
    /// <param name="preference">One item of a block.</param>
    public void AddPreference(Preference preference) => Preferences.Add(preference);

    /// <summary>Declares a reading.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in words.</param>
    /// <param name="isCondition">Whether it is of a state rather than of an aim.</param>
    /// <param name="party">Of whom, or null.</param>
    /// <param name="prior">Its prior in per cent, or null.</param>
    /// <param name="from">From when, or null.</param>
    public Reading AddReading(
        string name, string title, bool isCondition, Actor? party = null, Estimate? prior = null, DateInterval? from = null)
    {
        Reading reading = new(Readings.Count, name, title, isCondition, party, prior, from);
        Readings.Add(reading);
        return reading;
    }

    /// <summary>Looks a reading up: one of the party's own first, then one that every journal has.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="party">Of whom; null takes the first of that name.</param>
    public Reading? FindReading(string name, Actor? party) =>
        Readings.LastOrDefault(r => r.Name == name && (party is null || r.Party == party.Side))
        ?? Readings.FirstOrDefault(r => r.Name == name && r.Party is null);

    /// <summary>The names of all readings, in the order declared, each once.</summary>
    public IEnumerable<string> ReadingNames() => Readings.Select(r => r.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Declares what a reading makes likely.</summary>
    /// <param name="expectation">The declaration.</param>
    public void AddExpectation(Expectation expectation) => Expectations.Add(expectation);

    /// <summary>The id of a tag, new or known.</summary>
    /// <param name="name">Its name without <c>#</c>.</param>
    public int Tag(string name) => Tags.FindOrAdd(Encoding.UTF8.GetBytes(name));

    /// <summary>The id of a tag, new or known.</summary>
    /// <param name="name">Its name without <c>#</c>, in UTF-8.</param>
    /// <param name="place">Where the name stands in <see cref="Words"/>.</param>
    public int Tag(ReadOnlySpan<byte> name, WordSpan place) => Tags.FindOrAdd(name, place);

    /// <summary>The id of a known tag, or -1.</summary>
    /// <param name="name">Its name without <c>#</c>, in UTF-8.</param>
    public int FindTag(ReadOnlySpan<byte> name) => Tags.Find(name);

    /// <summary>The first entry that names a tag, or -1.</summary>
    /// <param name="tag">Its id.</param>
    public int NamedBy(int tag) => Tags.NamingEntry(tag);

    /// <summary>The names of all tags, in the order met.</summary>
    public IEnumerable<string> TagNames() => Tags.Names();

    /// <summary>An actor by its id.</summary>
    /// <param name="id">The id.</param>
    public Actor ActorAt(int id) => Actors[id];

    /// <summary>An issue by its id.</summary>
    /// <param name="id">The id.</param>
    public Issue IssueAt(int id) => Issues[id];

    /// <summary>A chain of sources by its id.</summary>
    /// <param name="id">The id.</param>
    public SourceChain ChainAt(int id) => Chains[id];

    /// <summary>The name of a tag.</summary>
    /// <param name="tag">Its id.</param>
    public string TagNameOf(int tag) => Tags.Name(tag);

    /// <summary>When an entry took place.</summary>
    /// <param name="entry">Its number.</param>
    public DateInterval WhenOf(int entry) => Rows[entry].When;

    /// <summary>The verb of an entry.</summary>
    /// <param name="entry">Its number.</param>
    public Verb VerbOf(int entry) => Rows[entry].Verb;

    /// <summary>Who did it; the first, where several did.</summary>
    /// <param name="entry">Its number.</param>
    public Actor SpeakerOf(int entry) => Actors[Parts[Rows[entry].PartsStart]];

    /// <summary>How many did it.</summary>
    /// <param name="entry">Its number.</param>
    public int SpeakerCountOf(int entry) => Rows[entry].Speakers;

    /// <summary>Whether somebody of a side is among those who did it.</summary>
    /// <param name="entry">Its number.</param>
    /// <param name="side">The side.</param>
    public bool IsSpokenBySide(int entry, Actor side)
    {
        for (int i = 0; i < Rows[entry].Speakers; i++)
        {
            if (Actors[Parts[Rows[entry].PartsStart + i]].Side == side)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a draft tells of the act of an entry: the same verb by the same speakers.</summary>
    /// <param name="entry">Its number.</param>
    /// <param name="draft">The draft.</param>
    public bool IsSameAct(int entry, EntryDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ref EntryRow row = ref Rows[entry];
        return row.Verb == draft.Verb
            && Parts.Slice(row.PartsStart, row.Speakers).SequenceEqual(
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(draft.Speakers));
    }

    /// <summary>Whether a draft cites the same chains of sources as an entry.</summary>
    /// <param name="entry">Its number.</param>
    /// <param name="draft">The draft.</param>
    public bool HasSameSources(int entry, EntryDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ref EntryRow row = ref Rows[entry];
        return Parts.Slice(row.PartsStart + row.Speakers + row.Addressees, row.Chains).SequenceEqual(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(draft.Chains));
    }

    /// <summary>Adds an entry; the draft may be cleared and used again.</summary>
    /// <param name="draft">The entry.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ArgumentException">It has no speaker, or more parts of a kind than <see cref="MaxParts"/>.</exception>
    public int Add(EntryDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Speakers.Count == 0)
        {
            throw new ArgumentException("An entry has a speaker.", nameof(draft));
        }

        if (Math.Max(Math.Max(draft.Speakers.Count, draft.Addressees.Count), Math.Max(draft.Chains.Count, draft.Terms.Count))
            > MaxParts)
        {
            throw new ArgumentException("The entry has more parts of a kind than an entry may have.", nameof(draft));
        }

        int index = Rows.Count;
        EntryRow row = new()
        {
            When = draft.When,
            Words = draft.Words,
            PartsStart = Parts.Count,
            TermsStart = Terms.Count,
            Tag = draft.Tag,
            Details = -1,
            Speakers = (ushort)draft.Speakers.Count,
            Addressees = (ushort)draft.Addressees.Count,
            Chains = (ushort)draft.Chains.Count,
            Terms = (ushort)draft.Terms.Count,
            Track = (short)(draft.Track?.Id ?? -1),
            Via = (short)(draft.Via?.Id ?? -1),
            Verb = draft.Verb,
            Forum = draft.Forum,
            Firmness = draft.Firmness,
            Pressure = draft.Pressure,
            TagRole = draft.TagRole,
            Flags = draft.Flags,
        };
        AddAll(Parts, draft.Speakers);
        AddAll(Parts, draft.Addressees);
        AddAll(Parts, draft.Chains);
        AddAll(Terms, draft.Terms);
        if (draft.Details is not null)
        {
            row.Details = Details.Count;
            Details.Add(draft.Details);
        }

        if (draft.TagRole == TagRole.Names && Tags.NamingEntry(draft.Tag) < 0)
        {
            Tags.SetNamingEntry(draft.Tag, index);
        }

        Rows.Add(row);
        return index;
    }

    /// <summary>The record so far; entries added later are part of it too.</summary>
    public NegotiationRecord Build() => new(this);

    private static void AddAll<T>(ChunkedList<T> list, List<T> items)
    {
        for (int i = 0; i < items.Count; i++)
        {
            list.Add(items[i]);
        }
    }

    private Actor AddActor(Actor actor)
    {
        Actors.Add(actor);
        return actor;
    }

    private SourceChain AddChain(Source[] links)
    {
        SourceChain chain = new(Chains.Count, links);
        Chains.Add(chain);
        return chain;
    }
}
