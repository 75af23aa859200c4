namespace Parley.Record.Entries;

/// <summary>A number that may be known only within bounds.</summary>
/// <param name="Low">The least it may be.</param>
/// <param name="High">The most it may be; equal to <paramref name="Low"/> when it is known.</param>
public readonly record struct Estimate(decimal Low, decimal High);

/// <summary>A reading of what a party wants, or of the state that it is in.</summary>
/// <param name="Id">Place among <see cref="NegotiationRecord.Readings"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="IsCondition">Whether it is of the state of a party rather than of its aim.</param>
/// <param name="Party">Of whom; null for the six readings that every journal has.</param>
/// <param name="Prior">Its prior in per cent, or null.</param>
/// <param name="From">From when, or null.</param>
public sealed record Reading(
    int Id, string Name, string Title, bool IsCondition, Actor? Party, Estimate? Prior, DateInterval? From);

/// <summary>What a reading makes likely.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Verb">The act that it makes likely.</param>
/// <param name="Likelihood">How likely, in per cent.</param>
/// <param name="From">From when, or null.</param>
public sealed record Expectation(Reading Reading, Verb Verb, Estimate Likelihood, DateInterval? From);

/// <summary>What waiting costs a party.</summary>
/// <param name="Party">Whom it costs.</param>
/// <param name="Amount">How much for each <paramref name="Per"/>.</param>
/// <param name="Unit">Of what, such as <c>USD</c>.</param>
/// <param name="Per">For each of which time.</param>
/// <param name="From">From when, or null.</param>
public sealed record WaitingCost(Actor Party, Estimate Amount, string Unit, TimeUnit Per, DateInterval? From);

/// <summary>What a block of preferences says in one of its items.</summary>
public enum PreferenceKind : byte
{
    /// <summary>The weight of an issue.</summary>
    Weight,

    /// <summary>The worth of a value of an issue.</summary>
    Value,

    /// <summary>The reservation value.</summary>
    Reservation,

    /// <summary>The alternative to an agreement, in words.</summary>
    Alternative,
}

/// <summary>One item of a block of preferences.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Issue">Of which issue; null for the reservation value and the alternative.</param>
/// <param name="Values">Of which value; a topic unless <paramref name="Kind"/> is a value.</param>
/// <param name="Number">The number, as declared; null for the alternative.</param>
/// <param name="Words">The alternative in words; empty for others.</param>
/// <param name="From">From when, or null.</param>
public sealed record Preference(
    Actor Party, PreferenceKind Kind, Issue? Issue, ValueSet Values, Estimate? Number, string Words, DateInterval? From);

/// <summary>Terms that hold if nothing is agreed.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="ChainIds">The chains of its sources.</param>
/// <param name="From">From when, or null.</param>
public sealed record StatusQuo(IReadOnlyList<Term> Terms, IReadOnlyList<int> ChainIds, DateInterval? From);

/// <summary>
/// The record of a negotiation: who takes part, what is negotiated, and every entry. It knows no text.
/// </summary>
public sealed class NegotiationRecord
{
    private readonly ChunkedList<EntryRow> rows;
    private readonly List<EntryDetails> details;
    private readonly TagTable tags;
    private (int[] Starts, int[] Entries)? mentions;
    private (int Count, Dictionary<long, Want[]> ByIssue) wantsByIssue = (0, []);
    private int[]? order;

    internal NegotiationRecord(RecordBuilder builder)
    {
        Title = builder.Title;
        Actors = builder.Actors;
        Tracks = builder.Tracks;
        Issues = builder.Issues;
        Sources = builder.Sources;
        Chains = builder.Chains;
        Wants = builder.Wants;
        Readings = builder.Readings;
        Expectations = builder.Expectations;
        Costs = builder.Costs;
        Preferences = builder.Preferences;
        StatusQuo = builder.StatusQuo;
        AboutDays = builder.AboutDays;
        Words = builder.Words;
        Parts = builder.Parts;
        Terms = builder.Terms;
        rows = builder.Rows;
        details = builder.Details;
        tags = builder.Tags;
    }

    /// <summary>What the negotiation is called; empty when it has no name.</summary>
    public string Title { get; }

    /// <summary>Everybody who acts, in the order declared; the note-taker is first.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>The parties, in the order declared.</summary>
    public IEnumerable<Actor> Parties => Actors.Where(a => a.Kind == ActorKind.Party);

    /// <summary>The tracks, in the order declared.</summary>
    public IReadOnlyList<Track> Tracks { get; }

    /// <summary>The issues, in the order declared.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>The sources, in the order declared.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>The different chains of sources that are cited.</summary>
    public IReadOnlyList<SourceChain> Chains { get; }

    /// <summary>What the parties want, in the order declared.</summary>
    public IReadOnlyList<Want> Wants { get; }

    /// <summary>Readings: first the six that every journal has, then those declared.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>What the readings make likely.</summary>
    public IReadOnlyList<Expectation> Expectations { get; }

    /// <summary>What waiting costs.</summary>
    public IReadOnlyList<WaitingCost> Costs { get; }

    /// <summary>Preferences declared.</summary>
    public IReadOnlyList<Preference> Preferences { get; }

    /// <summary>What holds if nothing is agreed.</summary>
    public IReadOnlyList<StatusQuo> StatusQuo { get; }

    /// <summary>Days by which "about" widens a day each way.</summary>
    public int AboutDays { get; }

    /// <summary>All words.</summary>
    public WordStore Words { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => rows.Count;

    /// <summary>How many tags there are.</summary>
    public int TagCount => tags.Count;

    /// <summary>
    /// Indexes of the entries in order of time: earliest day, then latest day, then file order.
    /// </summary>
    public IReadOnlyList<int> Order => order ??= Sort();

    internal ChunkedList<int> Parts { get; }

    internal ChunkedList<Term> Terms { get; }

    /// <summary>One entry.</summary>
    /// <param name="index">Its number in file order.</param>
    public Entry this[int index] => new(this, index);

    /// <summary>The name of a tag.</summary>
    /// <param name="tag">Its id.</param>
    public string TagName(int tag) => tags.Name(tag);

    /// <summary>The first entry that names a tag, or -1 when none does.</summary>
    /// <param name="tag">Its id.</param>
    public int NamedBy(int tag) => tags.NamingEntry(tag);

    /// <summary>Looks a tag up by its name.</summary>
    /// <param name="name">The name without <c>#</c>.</param>
    /// <param name="tag">Its id, or -1.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFindTag(string name, out int tag) =>
        (tag = tags.Find(System.Text.Encoding.UTF8.GetBytes(name))) >= 0;

    /// <summary>
    /// Every entry that mentions a tag, in file order: with its verb, as <c>re</c>, <c>replaces</c> or
    /// <c>because</c>, or as a condition. Those that name it are among them.
    /// </summary>
    /// <param name="tag">Its id.</param>
    public ReadOnlySpan<int> Mentions(int tag)
    {
        (int[] starts, int[] entries) = mentions ??= IndexMentions();
        return entries.AsSpan(starts[tag], starts[tag + 1] - starts[tag]);
    }

    /// <summary>Which way a party wants an issue to go, on a day.</summary>
    /// <param name="party">The party; a member's is its side's.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="day">Day number.</param>
    /// <returns>The last declaration that holds by then, or null.</returns>
    public Want? WantOf(Actor party, Issue issue, int day)
    {
        (int count, Dictionary<long, Want[]> byIssue) = wantsByIssue;
        if (count != Wants.Count)
        {
            byIssue = Wants.GroupBy(w => ((long)w.Party.Side.Id << 32) | (uint)w.Issue.Id)
                .ToDictionary(g => g.Key, g => g.ToArray());
            wantsByIssue = (Wants.Count, byIssue);
        }

        Want? result = null;
        if (byIssue.TryGetValue(((long)party.Side.Id << 32) | (uint)issue.Id, out Want[]? wants))
        {
            foreach (Want want in wants)
            {
                result = want.From is null || want.From.Value.FirstDay <= day ? want : result;
            }
        }

        return result;
    }

    internal ref readonly EntryRow RowAt(int index) => ref rows[index];

    internal EntryDetails DetailsAt(int index) => details[index];

    private int[] Sort()
    {
        int[] result = new int[Count];
        bool sorted = true;
        (int, int) last = (int.MinValue, int.MinValue);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = i;
            DateInterval when = rows[i].When;
            (int, int) key = (when.FirstDay, when.LastDay);
            sorted &= last.CompareTo(key) <= 0;
            last = key;
        }

        if (!sorted)
        {
            long[] keys = new long[result.Length];
            for (int i = 0; i < keys.Length; i++)
            {
                DateInterval when = rows[i].When;
                keys[i] = ((long)when.FirstDay << 32) | (uint)(when.LastDay ^ int.MinValue);
            }

            Array.Sort(result, (a, b) => keys[a] != keys[b] ? keys[a].CompareTo(keys[b]) : a.CompareTo(b));
        }

        return result;
    }

    private (int[] Starts, int[] Entries) IndexMentions()
    {
        int[] starts = new int[TagCount + 1];
        VisitMentions((tag, _) => starts[tag + 1]++);
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] next = starts.AsSpan().ToArray();
        int[] entries = new int[starts[^1]];
        VisitMentions((tag, entry) => entries[next[tag]++] = entry);
        return (starts, entries);
    }

    private void VisitMentions(Action<int, int> visit)
    {
        for (int i = 0; i < Count; i++)
        {
            ref readonly EntryRow row = ref rows[i];
            if (row.Tag >= 0)
            {
                visit(row.Tag, i);
            }

            if (row.Details < 0)
            {
                continue;
            }

            EntryDetails parts = details[row.Details];
            foreach (int tag in parts.Re)
            {
                visit(tag, i);
            }

            foreach (int tag in parts.Replaces)
            {
                visit(tag, i);
            }

            foreach (Condition condition in parts.Conditions)
            {
                if (condition.Tag >= 0)
                {
                    visit(condition.Tag, i);
                }
            }

            if (parts.Because >= 0)
            {
                visit(parts.Because, i);
            }
        }
    }
}
