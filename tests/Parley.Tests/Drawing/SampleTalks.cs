using System.Globalization;
using Parley.Drawing;
using Parley.Journals.Text;
using Parley.Record.Entries;
using Parley.Record.Standing;
using Xunit;

namespace Parley.Tests.Drawing;

/// <summary>Small talks with one finding of each kind, put together by hand so that only the drawing is tested.</summary>
internal sealed class SampleTalks
{
    private readonly RecordBuilder builder = new() { Title = "Talks on a lake" };
    private readonly EntryDraft draft = new();

    public SampleTalks()
    {
        Reed = builder.AddActor(ActorKind.Party, "reed", "the Reed Council");
        Stone = builder.AddActor(ActorKind.Party, "stone", "Stone Town");
        Ann = builder.AddMember(Stone, "stone.ann", "Ann Hill, mayor", Authority.Decides);
        Ben = builder.AddMember(Stone, "stone.ben", "Ben Ford, envoy", Authority.Negotiates);
        Quota = builder.AddNumericIssue("quota", "Catch quota", new NumberRange(0, 90), "t");
        Access = builder.AddLabelIssue("access", "Access to the shore", true, ["none", "part", "full"]);
        Price = builder.AddNumericIssue("price", "Price", NumberRange.All, "EUR");
        OldPrice = RecordBuilder.AddBasis(Price, "old", "at the prices of 2020");
        Gazette = builder.AddSource(
            "gazette", SourceKind.Press, "The Gazette", Attribution.OnRecord, new SourceGrade('B', 2));
        Clerks = builder.AddSource(
            "clerks", SourceKind.People, "two clerks of the mayor", Attribution.Background, new SourceGrade('C', 3),
            Stone, count: 2, isSealed: true);

        Offer = Add("2025-04-12", Reed, Verb.Offers, Forum.Table, Quota.Id, "<=", 30, to: Stone, tag: "o1");
        Demand = Add("2025-04-20", Ann, Verb.Demands, Forum.Table, Quota.Id, ">=", 60, to: Reed);
        Softer = Add("2025-05-01~", Ann, Verb.Demands, Forum.Letter, Quota.Id, ">=", 50, to: Reed);
        Said = Add("2025-05-03", Ben, Verb.Says, Forum.Media, Quota.Id, ">=", 80);
        Promise = AddWords("2025-05-04", Ben, Verb.Promises, "opens the north gate", "gate", Reed, Clerks);
        Broken = AddWords("2025-05-09", Reed, Verb.Breaks, "", "gate", null, Clerks);
        Record = builder.Build();
    }

    public Actor Reed { get; }

    public Actor Stone { get; }

    public Actor Ann { get; }

    public Actor Ben { get; }

    public Issue Quota { get; }

    public Issue Access { get; }

    public Issue Price { get; }

    public Basis OldPrice { get; }

    public Source Gazette { get; }

    public Source Clerks { get; }

    public int Offer { get; }

    public int Demand { get; }

    public int Softer { get; }

    public int Said { get; }

    public int Promise { get; }

    public int Broken { get; }

    public NegotiationRecord Record { get; }

    public static ValueSet AtLeast(decimal number) =>
        ValueSet.OfRange(NumberRange.All with { Low = number });

    public static ValueSet AtMost(decimal number) =>
        ValueSet.OfRange(NumberRange.All with { High = number });

    public static DateInterval Date(string text)
    {
        DateFault fault = DateText.Parse(System.Text.Encoding.ASCII.GetBytes(text), 3, out DateInterval date);
        Assert.Equal(DateFault.None, fault);
        return date;
    }

    /// <summary>A report of the record without any finding.</summary>
    public StandingReport Nothing() => new()
    {
        Record = Record,
        AsOf = default,
        LastDay = Date("2025-05-09").LastDay,
        EntryCount = Record.Count,
        Positions = [],
        Gaps = [],
        Moves = [],
        Reversals = [],
        Divided = [],
        Replies = [],
        Promises = [],
        Threats = [],
        RedLines = [],
        Clashes = [],
        Contested = [],
        Rounds = [],
        Cadences = [],
        ReplyTimes = [],
        Standstills = [],
        AfterRounds = [],
        Pressure = [],
        PressureTests = [],
        Deadlines = [],
        DeadlineTest = null,
        Finality = [],
        Waiting = [],
        Origins = [],
    };

    /// <summary>A report with a finding of each kind.</summary>
    public StandingReport Everything() => Nothing() with
    {
        Positions =
        [
            Position(Reed, Reed, PositionKind.Offer, AtMost(30), "2025-04-12", Offer) with { IsReadAsOrBetter = true },
            Position(Stone, Ann, PositionKind.Demand, AtLeast(50), "2025-05-01~", Softer),
            Position(Stone, Ben, PositionKind.Statement, AtLeast(80), "2025-05-03", Said) with
            {
                Forum = Forum.Media, IsBargaining = false, IsOfParty = false, Firmness = Firmness.Floated,
            },
        ],
        Gaps = [new Gap(Reed, Stone, Quota.Id, 0, 30, 20, Evidence.Of([Offer, Demand, Softer]))],
        Moves =
        [
            new Move(Ann.Id, Quota.Id, 0, Forum.Table, -1, MoveKind.Concession, MoveTraits.OrderUncertain,
                AtLeast(60), AtLeast(50), 10.0m, new Evidence(Demand, Softer)),
            new Move(Ann.Id, Quota.Id, 0, Forum.Table, -1, MoveKind.None, default,
                AtLeast(50), AtLeast(50), 0, new Evidence(Softer, Said)),
        ],
        LastMoves =
        [
            new Move(Ann.Id, Quota.Id, 0, Forum.Table, -1, MoveKind.Concession, MoveTraits.OrderUncertain,
                AtLeast(60), AtLeast(50), 10.0m, new Evidence(Demand, Softer)),
        ],
        ChangeCount = 1,
        Reversals =
        [
            new Reversal(Stone, Ann.Id, Ann.Id, Quota.Id, 0, ReversalKind.Withdrawn, AtLeast(50), null, Forum.Letter,
                Forum.Media, new DayRange(7, 12), Answer.Undecided, false, false, new Evidence(Softer, Broken)),
        ],
        Divided =
        [
            new Division(Stone, Ann.Id, Ben.Id, Quota.Id, 0, AtMost(50), AtLeast(80), Forum.Letter, Forum.Media,
                new DayRange(0, 5), true, new Evidence(Softer, Said)),
        ],
        Replies =
        [
            new Reply(Reed.Id, Stone.Id, Offer, Record[Offer].Tag, ReplyState.Open, Date("2025-04-12"),
                new DayRange(27, 27), 3, 3, true, false, new Evidence(Offer)),
            new Reply(Ann.Id, Reed.Id, Demand, -1, ReplyState.Superseded, Date("2025-04-20"), new DayRange(8, 14), 0, 1,
                false, true, new Evidence(Demand, Softer)),
        ],
        Promises =
        [
            new Commitment(false, Ben.Id, Reed.Id, Ann.Id, Record[Promise].Tag, -1, Existence.Alleged,
                Performance.Due, [Broken], false, Date("2025-05-08"), false, new Evidence(Promise, Broken)),
        ],
        RedLines =
        [
            new RedLine(Stone, Ann.Id, Authority.Decides, Quota.Id, 0, true, AtLeast(40), AtLeast(40), true,
                Date("2025-04-20"), [Offer], [], false, [Softer], false, new Evidence(Demand)),
        ],
        Clashes = [new Clash([Reed, Stone], Quota.Id, 0, 10, false, false, new Evidence(Offer, Demand))],
        Contested = [new Contest(ContestKind.Denied, Ben.Id, Record[Promise].Tag, -1, new Evidence(Promise, Broken))],
        Origins = [new Origin(Gazette, 4, 4, []), new Origin(Clerks, 2, 2, [Gazette])],
    };

    public Position Position(
        Actor party, Actor speaker, PositionKind kind, ValueSet values, string since, int entry) => new(
            party, speaker, Quota.Id, 0, Forum.Table, null, kind, values, false, Firmness.Firm, PositionState.Held,
            Date(since), true, true, false, false, new Evidence(entry));

    private int Add(
        string date, Actor speaker, Verb verb, Forum forum, int issue, string op, decimal number, Actor? to = null,
        string? tag = null)
    {
        draft.Clear();
        draft.When = Date(date);
        draft.Verb = verb;
        draft.Speakers.Add(speaker.Id);
        draft.Forum = forum;
        draft.Terms.Add(new Term(issue, 0, 0, false, false, op == "<=" ? AtMost(number) : AtLeast(number)));
        draft.Chains.Add(builder.Chain([Gazette]).Id);
        return AddDraft(to, tag);
    }

    private int AddWords(string date, Actor speaker, Verb verb, string words, string tag, Actor? to, Source root)
    {
        draft.Clear();
        draft.When = Date(date);
        draft.Verb = verb;
        draft.Speakers.Add(speaker.Id);
        draft.Words = words.Length == 0 ? default : builder.Words.Add(words);
        draft.Chains.Add(builder.Chain([Gazette, root]).Id);
        return AddDraft(to, tag);
    }

    private int AddDraft(Actor? to, string? tag)
    {
        if (to is not null)
        {
            draft.Addressees.Add(to.Id);
        }

        if (tag is not null)
        {
            draft.Tag = builder.Tag(tag);
            draft.TagRole = draft.Verb == Verb.Breaks ? TagRole.Refers : TagRole.Names;
        }

        return builder.Add(draft);
    }
}

/// <summary>Cites entry 0 as line 10, entry 1 as line 11, and so on.</summary>
internal sealed class SampleWords(string? onlyFile = "lake.parley") : IWords
{
    public string? OnlyFile => onlyFile;

    public string Cite(int entry) => FormattableString.Invariant($"{onlyFile ?? "part.parley"}:{entry + 10}");

    public string PrintDate(DateInterval date) => DateText.Print(date);

    public string PrintNumber(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
