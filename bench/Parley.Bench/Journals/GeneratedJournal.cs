namespace Parley.Bench.Journals;

/// <summary>
/// A journal of made-up talks that is like a real one in what costs time: the mix of verbs, the length of lines,
/// offers that are answered, positions that move slowly. The same number of entries and the same seed give the same
/// bytes.
/// </summary>
internal sealed class GeneratedJournal
{
    private static readonly string[] Tracks = ["harbour", "border", "water"];
    private static readonly string[] Kinds =
        ["military", "economic", "legal", "diplomatic", "industrial", "information"];

    private const string Margin = "               ";

    private readonly TextSink sink;
    private readonly SeededRandom random;
    private readonly int entries;
    private readonly Party[] parties =
    [
        new("north", "north.keller", "north.osei", "north.lund"),
        new("south", "south.moreau", "south.tanaka", "south.ferri"),
    ];

    private readonly IssueScale[] issues = IssueList.Create();
    private readonly int[] rounds = new int[Tracks.Length];
    private int tags;
    private DateOnly day;

    private GeneratedJournal(TextSink sink, int entries, ulong seed)
    {
        this.sink = sink;
        this.entries = entries;
        random = new SeededRandom(seed);
    }

    /// <summary>Writes a journal.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="entries">How many entries; at least 1.</param>
    /// <param name="seed">The seed.</param>
    public static void Write(TextSink sink, int entries, ulong seed)
    {
        GeneratedJournal journal = new(sink, entries, seed);
        Declarations.Write(sink, journal.random, journal.parties, journal.issues, Tracks);
        for (int i = 0; i < entries; i++)
        {
            journal.AddEntry(i);
        }
    }

    private void AddEntry(int index)
    {
        day = Days.Of(index, entries);
        sink.Add(day);
        int side = random.Below(2);
        int share = random.Below(100);
        switch (share)
        {
            case < 30:
                Offer(side, random.Chance(50));
                break;
            case < 50:
                Say(side);
                break;
            case < 58:
                Demand(side);
                break;
            case < 70:
                Answer(side);
                break;
            case < 73:
                DrawRedLine(side);
                break;
            case < 79:
                Pledge(side, share < 76);
                break;
            case < 82:
                FollowUp(side);
                break;
            case < 87:
                Press(side);
                break;
            case < 92:
                Meet();
                break;
            default:
                Note();
                break;
        }

        sink.Add(" ^s").Add(random.Between(1, Declarations.SourceCount)).Add("\n");
    }

    private void Offer(int side, bool isTagged)
    {
        About();
        Act(parties[side].Envoy(random), "offers");
        string tag = isTagged ? NewTag("o") : "";
        To(side);
        AddTerms(side, random.Between(1, 3), mayMove: true);
        if (random.Chance(10))
        {
            sink.Add(" via vale");
        }

        DateOnly by = random.Chance(30) ? By(30, 120) : DateOnly.MaxValue;
        bool isConditional = random.Chance(10);
        if (isConditional)
        {
            AddWords(" if ", 14);
        }

        InTrack();
        sink.Add(random.Below(10) switch { < 6 => " @table", < 8 => " @letter", 8 => " @private", _ => "" });
        if (random.Chance(5))
        {
            sink.Add(random.Chance(70) ? " as floated" : " as final");
        }

        if (isTagged)
        {
            parties[side].Offers.Add(new TaggedAct(tag, isConditional, by));
        }
    }

    private void Say(int side)
    {
        About();
        Act(parties[side].Voice(random), "says");
        AddTerms(side, random.Between(1, 2), mayMove: false);
        if (random.Chance(20))
        {
            AddWords(" ", 24);
        }

        InTrack();
        sink.Add(" @media");
    }

    private void Demand(int side)
    {
        Act(parties[side].Envoy(random), "demands");
        To(side);
        AddTerms(side, random.Between(1, 2), mayMove: true);
        InTrack();
        sink.Add(random.Chance(70) ? " @table" : " @public");
    }

    /// <summary>An answer to a recent offer of the other side; a new offer where none is open.</summary>
    private void Answer(int side)
    {
        RecentTags open = parties[1 - side].Offers;
        if (!open.HasOpen(day))
        {
            Offer(side, isTagged: true);
            return;
        }

        TaggedAct offer = open.Pick(random);
        open.Remove(offer);
        Act(parties[side].Authority(random), random.Chance(25) ? "accepts" : "rejects");
        sink.Add("#").Add(offer.Tag);
        if (random.Chance(60))
        {
            AddWords(" ", 30);
        }

        sink.Add(random.Chance(75) ? " @table" : " @media");
    }

    private void DrawRedLine(int side)
    {
        Party party = parties[side];
        Act(random.Chance(60) ? party.Decides : party.Name, "red-line");
        sink.Add("excludes ");
        random.OneOf(issues).AddExcluded(sink, random, side);
        InTrack();
        sink.Add(" @media");
    }

    private void Pledge(int side, bool isPromise)
    {
        Act(parties[side].Authority(random), isPromise ? "promises" : "threatens");
        string tag = NewTag(isPromise ? "p" : "t");
        To(side);
        AddWords("", 24);
        bool isConditional = random.Chance(50);
        if (isConditional)
        {
            AddWords(isPromise || random.Chance(50) ? " if " : " unless ", 14);
        }

        DateOnly by = random.Chance(40) ? By(30, 200) : DateOnly.MaxValue;
        InTrack();
        parties[side].Pledges.Add(new TaggedAct(tag, isConditional, by));
    }

    /// <summary>What a source says of a promise or a threat of this side; a new one where none is open.</summary>
    private void FollowUp(int side)
    {
        RecentTags open = parties[side].Pledges;
        if (!open.HasOpen(day))
        {
            Pledge(side, isPromise: true);
            return;
        }

        TaggedAct pledge = open.Pick(random);
        if (pledge.IsConditional)
        {
            open.Trigger(pledge);
            Act(parties[1 - side].Authority(random), "meets-condition");
        }
        else
        {
            open.Remove(pledge);
            Act(parties[side].Authority(random), random.Chance(60) ? "keeps" : "breaks");
        }

        sink.Add("#").Add(pledge.Tag);
        if (random.Chance(60))
        {
            AddWords(" ", 36);
        }
    }

    private void Press(int side)
    {
        About();
        Act(parties[side].Name, "presses");
        To(side);
        sink.Add(random.OneOf(Kinds));
        AddWords(" ", 32);
    }

    private void Meet()
    {
        int track = random.Below(Tracks.Length);
        Act("north, south", "meet");
        NewTag("r");
        sink.Add("round ").Add(++rounds[track]).Add(" in ").Add(Tracks[track]);
        if (random.Chance(50))
        {
            AddWords(" ", 24);
        }
    }

    private void Note()
    {
        About();
        Act("desk", "notes");
        AddWords("", random.Between(40, 72));
    }

    // Who and what stand in columns, as people write them.
    private void Act(string speaker, string verb) =>
        sink.Add(Margin[..2]).Add(speaker).Add(Margin[Math.Min(speaker.Length, 13)..])
            .Add(verb).Add(Margin[Math.Min(verb.Length + 5, 14)..]);

    private void AddTerms(int side, int count, bool mayMove)
    {
        // Neighbours on the list, so that no issue is named twice in one entry.
        int first = random.Below(issues.Length);
        for (int i = 0; i < count; i++)
        {
            IssueScale issue = issues[(first + i) % issues.Length];
            if (mayMove)
            {
                issue.Move(random, side);
            }

            sink.Add(i == 0 ? "" : ", ");
            issue.AddTerm(sink, random, side);
        }
    }

    private string NewTag(string kind)
    {
        string tag = kind + (++tags).ToString(System.Globalization.CultureInfo.InvariantCulture);
        sink.Add("#").Add(tag).Add(" ");
        return tag;
    }

    private void To(int side) => sink.Add("-> ").Add(parties[1 - side].Name).Add(" ");

    private DateOnly By(int least, int most)
    {
        DateOnly by = day.AddDays(random.Between(least, most));
        sink.Add(" by ").Add(by);
        return by;
    }

    // Two in a hundred dates are vague; those that answer something never are.
    private void About() => sink.Add(random.Chance(2) ? "~" : "");

    private void InTrack()
    {
        if (random.Chance(60))
        {
            sink.Add(" in ").Add(random.OneOf(Tracks));
        }
    }

    private void AddWords(string before, int bytes)
    {
        sink.Add(before).Add("\"");
        Phrases.AddTo(sink, random, bytes);
        sink.Add("\"");
    }
}
