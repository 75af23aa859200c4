using Parley.Record.Entries;

namespace Parley.Record.Standing;

/// <summary>What kind of position it is; the four stay apart.</summary>
public enum PositionKind
{
    /// <summary>Demanded.</summary>
    Demand,

    /// <summary>Offered.</summary>
    Offer,

    /// <summary>Said.</summary>
    Statement,

    /// <summary>Drawn as a red line.</summary>
    RedLine,
}

/// <summary>Whether a position holds.</summary>
public enum PositionState
{
    /// <summary>It is held.</summary>
    Held,

    /// <summary>It is held if a condition is met that is still open.</summary>
    Conditional,

    /// <summary>It was withdrawn, expired, void or replaced: none since then.</summary>
    None,
}

/// <summary>What somebody holds on an issue in a forum.</summary>
/// <param name="Party">The side.</param>
/// <param name="Speaker">The side itself or a member of it.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Forum">Table, private, media or not said: the letter counts as the table, the public as the media.</param>
/// <param name="Track">The track, or null.</param>
/// <param name="Kind">What kind of position.</param>
/// <param name="Values">The values that it takes, as read.</param>
/// <param name="IsReadAsOrBetter">Whether a point was read as "this or better for me".</param>
/// <param name="Firmness">In what standing it was put forward.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Since">Since when.</param>
/// <param name="IsBargaining">Whether it is the latest demand or offer, from which moves and gaps are measured.</param>
/// <param name="IsOfParty">Whether it stands for the party: nobody of higher authority holds another there.</param>
/// <param name="IsContested">Whether the accounts of it differ.</param>
/// <param name="MayNotHaveHappened">Whether its date allows that it lies after the day of the answer.</param>
/// <param name="Evidence">The entries behind it.</param>
public sealed record Position(
    Actor Party,
    Actor Speaker,
    int IssueId,
    int BasisIndex,
    Forum Forum,
    Track? Track,
    PositionKind Kind,
    ValueSet Values,
    bool IsReadAsOrBetter,
    Firmness Firmness,
    PositionState State,
    DateInterval Since,
    bool IsBargaining,
    bool IsOfParty,
    bool IsContested,
    bool MayNotHaveHappened,
    Evidence Evidence);

/// <summary>What a move does.</summary>
public enum MoveKind : byte
{
    /// <summary>Newly admits what the other side wants.</summary>
    Concession,

    /// <summary>Newly shuts values out.</summary>
    Hardening,

    /// <summary>Takes an earlier concession back.</summary>
    Retraction,

    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>The issue has no direction, or the values cannot be ordered.</summary>
    Different,

    /// <summary>A leg of a package that gives on one issue and steps back on another.</summary>
    Trade,
}

/// <summary>Yes-or-no facts of a move.</summary>
[Flags]
public enum MoveTraits : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>It crosses forums: listed, and counted nowhere.</summary>
    AcrossForums = 1,

    /// <summary>A withdrawal, a lapse or a replacement lies between.</summary>
    AfterWithdrawal = 2,

    /// <summary>It holds in one alternative of a package.</summary>
    InOneAlternative = 4,

    /// <summary>The dates overlap, so the order could be the other way round.</summary>
    OrderUncertain = 8,

    /// <summary>An entry behind it has accounts that differ.</summary>
    Contested = 16,

    /// <summary>Its date allows that it lies after the day of the answer.</summary>
    MayNotHaveHappened = 32,

    /// <summary>It is a leg of a trade, and steps back; the other legs give.</summary>
    StepsBack = 64,
}

/// <summary>A step between two successive positions of one speaker on one issue and basis.</summary>
/// <param name="SpeakerId">Who moved: an <see cref="Actor.Id"/>.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Forum">The forum; of the later position, where it crosses forums.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Traits">Yes-or-no facts.</param>
/// <param name="From">The earlier values, as read.</param>
/// <param name="To">The later values, as read.</param>
/// <param name="Size">
/// Distance between the limits that face the other side, in the unit of the issue or in steps of ordered labels;
/// at least 0; null where it has none.
/// </param>
/// <param name="Evidence">The two entries.</param>
public readonly record struct Move(
    int SpeakerId,
    int IssueId,
    byte BasisIndex,
    Forum Forum,
    short TrackId,
    MoveKind Kind,
    MoveTraits Traits,
    ValueSet From,
    ValueSet To,
    decimal? Size,
    Evidence Evidence)
{
    /// <summary>
    /// The size over the opening gap between the sides, to four places; at least 0, above 1 when the move is wider than
    /// the gap; null without a size, where no such gap is known, and where the sides opened with none.
    /// </summary>
    public decimal? Share { get; init; }

    /// <summary>The party with which the side opened with that gap: an <see cref="Actor.Id"/>, or -1 when none is known.</summary>
    public int AgainstId { get; init; } = -1;
}

/// <summary>Distance between the first bargaining positions of two sides on an issue at the table.</summary>
/// <param name="First">One side.</param>
/// <param name="Second">The other side.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Opening">
/// Distance between the two first positions, in the unit of the issue or in steps; 0 when they met; null when unknown.
/// </param>
/// <param name="Current">The same between the latest positions; null when unknown.</param>
/// <param name="Evidence">The entries of the opening positions, then of the current ones.</param>
public sealed record Gap(
    Actor First, Actor Second, int IssueId, int BasisIndex, decimal? Opening, decimal? Current, Evidence Evidence);

/// <summary>Why something is a reversal.</summary>
public enum ReversalKind : byte
{
    /// <summary>The later set shares no value with the earlier.</summary>
    Disjoint,

    /// <summary>Values admitted by a concession were shut out again.</summary>
    Retraction,

    /// <summary>The earlier was withdrawn.</summary>
    Withdrawn,
}

/// <summary>Whether something is so, where dates may leave it open.</summary>
public enum Answer : byte
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>The dates do not decide it.</summary>
    Undecided,
}

/// <summary>A firm commitment or an admitted value taken back by the same or a higher authority.</summary>
/// <param name="Party">The side.</param>
/// <param name="FromSpeakerId">Who had said the earlier.</param>
/// <param name="ToSpeakerId">Who took it back.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Kind">Why it is one.</param>
/// <param name="From">The earlier values, as read.</param>
/// <param name="To">The later values, or null for a withdrawal.</param>
/// <param name="FromForum">Where the earlier was said, as written.</param>
/// <param name="ToForum">Where it was taken back, as written.</param>
/// <param name="LagDays">Days between.</param>
/// <param name="RoundBetween">Whether a round lay between.</param>
/// <param name="IsContested">Whether an account behind it is contested.</param>
/// <param name="OrderUncertain">Whether the dates allow the other order.</param>
/// <param name="Evidence">The two entries.</param>
public sealed record Reversal(
    Actor Party,
    int FromSpeakerId,
    int ToSpeakerId,
    int IssueId,
    int BasisIndex,
    ReversalKind Kind,
    ValueSet From,
    ValueSet? To,
    Forum FromForum,
    Forum ToForum,
    DayRange LagDays,
    Answer RoundBetween,
    bool IsContested,
    bool OrderUncertain,
    Evidence Evidence);

/// <summary>Members of one side, none of higher rank than the other, whose positions exclude each other.</summary>
/// <param name="Party">The side.</param>
/// <param name="FirstSpeakerId">Who spoke first.</param>
/// <param name="SecondSpeakerId">Who spoke against it, of lower or equal rank.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="First">The values of the first, as read.</param>
/// <param name="Second">The values of the second, as read.</param>
/// <param name="FirstForum">Where the first spoke.</param>
/// <param name="SecondForum">Where the second spoke.</param>
/// <param name="LagDays">Days between.</param>
/// <param name="IsContested">Whether an account behind it is contested.</param>
/// <param name="Evidence">The two entries.</param>
public sealed record Division(
    Actor Party,
    int FirstSpeakerId,
    int SecondSpeakerId,
    int IssueId,
    int BasisIndex,
    ValueSet First,
    ValueSet Second,
    Forum FirstForum,
    Forum SecondForum,
    DayRange LagDays,
    bool IsContested,
    Evidence Evidence);

/// <summary>Where the answer to an offer stands.</summary>
public enum ReplyState : byte
{
    /// <summary>No answer is on record: the clock runs.</summary>
    Open,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Every answer was before the media or in public.</summary>
    AnsweredInPublicOnly,

    /// <summary>A later offer of the same speaker took its place.</summary>
    Superseded,

    /// <summary>Its deadline passed.</summary>
    Expired,

    /// <summary>It was withdrawn, or its speaker left.</summary>
    Void,
}

/// <summary>The clock of a reply to an offer or a demand.</summary>
/// <param name="OffererId">Whose offer it is.</param>
/// <param name="AddresseeId">Who owes the reply.</param>
/// <param name="OfferEntry">The offer.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Started">When the addressee had it.</param>
/// <param name="Days">Days until the answer, or until the day of the report while open.</param>
/// <param name="RoundsMin">Rounds held meanwhile, at least.</param>
/// <param name="RoundsMax">Rounds held meanwhile, at most.</param>
/// <param name="IsCensored">Whether the clock still runs, so that the days are a lower bound.</param>
/// <param name="AnsweredWithoutAuthority">Whether somebody without authority has answered.</param>
/// <param name="Evidence">The offer, its relay if any, and the answer.</param>
public readonly record struct Reply(
    int OffererId,
    int AddresseeId,
    int OfferEntry,
    int Tag,
    ReplyState State,
    DateInterval Started,
    DayRange Days,
    int RoundsMin,
    int RoundsMax,
    bool IsCensored,
    bool AnsweredWithoutAuthority,
    Evidence Evidence);

/// <summary>Whether a promise or a threat exists.</summary>
public enum Existence : byte
{
    /// <summary>Its speaker stands by it, or it was made on the record.</summary>
    Acknowledged,

    /// <summary>Others say so.</summary>
    Alleged,

    /// <summary>Its speaker denies it.</summary>
    Denied,
}

/// <summary>How a promise or a threat was performed, worked out from conditions, deadlines and later entries.</summary>
public enum Performance : byte
{
    /// <summary>Made, unconditional, not yet due.</summary>
    Pending,

    /// <summary>Its condition is not met yet.</summary>
    ConditionOpen,

    /// <summary>Its condition is met, or its day has come, and no performance is on record.</summary>
    Due,

    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Kept in part.</summary>
    Partly,

    /// <summary>Kept after its day.</summary>
    Late,

    /// <summary>Not kept when it had to be.</summary>
    Broken,

    /// <summary>Released by the other side.</summary>
    Excused,

    /// <summary>Its ground fell away.</summary>
    Void,

    /// <summary>Of a threat: its trigger never came; an untriggered deterrent is no bluff.</summary>
    Untested,

    /// <summary>Of a threat: the other side did what was asked.</summary>
    Heeded,

    /// <summary>Of a threat: carried out.</summary>
    CarriedOut,

    /// <summary>Of a threat: triggered, and not carried out.</summary>
    NotCarriedOut,

    /// <summary>Of a threat: withdrawn.</summary>
    Withdrawn,
}

/// <summary>A promise or a threat and what became of it.</summary>
/// <param name="IsThreat">Whether it is a threat.</param>
/// <param name="SpeakerId">Who made it.</param>
/// <param name="AddresseeId">To whom.</param>
/// <param name="ThroughId">Whose act it is, or -1 when the speaker's own: then not doing it is being unwilling, else perhaps unable.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="TrackId">The track, or -1.</param>
/// <param name="Existence">Whether it exists.</param>
/// <param name="Performance">What became of it, as computed.</param>
/// <param name="Claims">Entries in which sources say that it was kept, broken or excused, in order of time.</param>
/// <param name="ClaimsAgree">Whether those claims agree with what is computed; null when there are none.</param>
/// <param name="Deadline">Its day, or null.</param>
/// <param name="IsContested">Whether the accounts of it differ.</param>
/// <param name="Evidence">The entries behind it.</param>
public sealed record Commitment(
    bool IsThreat,
    int SpeakerId,
    int AddresseeId,
    int ThroughId,
    int Tag,
    int TrackId,
    Existence Existence,
    Performance Performance,
    IReadOnlyList<int> Claims,
    bool? ClaimsAgree,
    DateInterval? Deadline,
    bool IsContested,
    Evidence Evidence);

/// <summary>A red line and what became of it.</summary>
/// <param name="Party">Whose.</param>
/// <param name="DrawerId">Who drew it.</param>
/// <param name="Authority">With what authority.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="IsRequirement">Whether it requires the values as stated, or excludes them.</param>
/// <param name="Stated">The values as stated.</param>
/// <param name="Allowed">The values that it leaves.</param>
/// <param name="Stands">Whether it stands: not dropped, replaced or withdrawn.</param>
/// <param name="Since">Since when.</param>
/// <param name="Tests">Entries of other sides that lie wholly outside it.</param>
/// <param name="Crossings">Later firm entries of the party itself, or agreements of it, that it forbids.</param>
/// <param name="CrossedFromBelow">Whether a crossing is by a member of lower rank than its drawer: a divided side.</param>
/// <param name="Softenings">Later statements of the party that leave more than it.</param>
/// <param name="IsContested">Whether the accounts of it differ.</param>
/// <param name="Evidence">The entry, and its restatements.</param>
public sealed record RedLine(
    Actor Party,
    int DrawerId,
    Authority Authority,
    int IssueId,
    int BasisIndex,
    bool IsRequirement,
    ValueSet Stated,
    ValueSet Allowed,
    bool Stands,
    DateInterval Since,
    IReadOnlyList<int> Tests,
    IReadOnlyList<int> Crossings,
    bool CrossedFromBelow,
    IReadOnlyList<int> Softenings,
    bool IsContested,
    Evidence Evidence)
{
    /// <summary>
    /// The line as revealed: what it allows as stated, and all that its own side has later firmly put forward,
    /// accepted or agreed beyond it, as written; equal to <see cref="Allowed"/> when there is nothing beyond.
    /// </summary>
    public ValueSet Revealed { get; init; } = Allowed;

    /// <summary>Entries that go beyond the line, in order of time.</summary>
    public IReadOnlyList<int> RevealedBy { get; init; } = [];

    /// <summary>The same as <see cref="Revealed"/>, entries whose accounts exclude each other left out.</summary>
    public ValueSet RevealedUncontested { get; init; } = Allowed;
}

/// <summary>Standing red lines on one issue that no value satisfies; fewer of them would leave one.</summary>
/// <param name="Parties">Whose lines, in the order of the record.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="LeastLoosening">
/// The least by which the lines together must give way, in the unit of the issue or in steps of labels; null where
/// the labels have no order.
/// </param>
/// <param name="IsAttained">
/// False when any amount above <paramref name="LeastLoosening"/> does and the amount itself does not.
/// </param>
/// <param name="IsContested">Whether an account behind it is contested.</param>
/// <param name="Evidence">The entries of the lines.</param>
public sealed record Clash(
    IReadOnlyList<Actor> Parties,
    int IssueId,
    int BasisIndex,
    decimal? LeastLoosening,
    bool IsAttained,
    bool IsContested,
    Evidence Evidence)
{
    /// <summary>
    /// Whether the lines as revealed leave no value either; undecided where that turns on accounts that exclude each
    /// other.
    /// </summary>
    public Answer PersistsAsRevealed { get; init; } = Answer.Yes;
}

/// <summary>Why an act is contested.</summary>
public enum ContestKind : byte
{
    /// <summary>Accounts of it have disjoint values of one issue on one basis.</summary>
    Accounts,

    /// <summary>Somebody denies that it took place.</summary>
    Denied,
}

/// <summary>An act of which there are accounts that exclude each other, or that is denied.</summary>
/// <param name="Kind">Why.</param>
/// <param name="SpeakerId">Whose act it is said to be.</param>
/// <param name="Tag">Its tag, or -1.</param>
/// <param name="IssueId">The issue on which the accounts differ; -1 for a denial.</param>
/// <param name="Evidence">The accounts, or the act and its denials.</param>
public sealed record Contest(ContestKind Kind, int SpeakerId, int Tag, int IssueId, Evidence Evidence);

/// <summary>A root of chains of sources.</summary>
/// <param name="Source">The root.</param>
/// <param name="Entries">How many entries rest on it, alone or with others.</param>
/// <param name="OnlyEntries">How many entries rest on it alone.</param>
/// <param name="Via">Sources that relay it, in the order of the record.</param>
public sealed record Origin(Source Source, int Entries, int OnlyEntries, IReadOnlyList<Source> Via);
