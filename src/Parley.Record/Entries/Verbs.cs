namespace Parley.Record.Entries;

/// <summary>What an entry says that somebody did.</summary>
public enum Verb : byte
{
#pragma warning disable CS1591 // The meaning of each verb stands once, in the table below.
    Meet,
    Says,
    Demands,
    Offers,
    Omits,
    Accepts,
    Rejects,
    Withdraws,
    RedLine,
    Drops,
    Promises,
    Threatens,
    MeetsCondition,
    Keeps,
    Breaks,
    Excuses,
    Presses,
    Eases,
    Agrees,
    Backs,
    Votes,
    Polls,
    Relays,
    Schedules,
    Moves,
    Cancels,
    Joins,
    Leaves,
    Denies,
    Suspects,
    Forecasts,
    Notes,
#pragma warning restore CS1591
}

/// <summary>What a verb does with a tag.</summary>
public enum TagUse : byte
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>It may name one.</summary>
    MayName,

    /// <summary>It must name one.</summary>
    MustName,

    /// <summary>It may refer to one named above.</summary>
    MayRefer,

    /// <summary>It must refer to one named above.</summary>
    MustRefer,

    /// <summary>It refers when the tag exists, and names it otherwise.</summary>
    MayNameOrRefer,

    /// <summary>Like <see cref="MayNameOrRefer"/>, but a tag must stand.</summary>
    MustNameOrRefer,
}

/// <summary>Whether a verb is addressed to somebody.</summary>
public enum AddresseeUse : byte
{
    /// <summary>It is addressed to nobody.</summary>
    None,

    /// <summary>It may name addressees.</summary>
    Optional,

    /// <summary>It must name one.</summary>
    Required,
}

/// <summary>What may stand as the content of an entry.</summary>
[Flags]
public enum Contents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The note-taker's words in quotes.</summary>
    Words = 1,

    /// <summary>Terms.</summary>
    Terms = 2,

    /// <summary>Bare issues.</summary>
    Topics = 4,

    /// <summary><c>requires</c> or <c>excludes</c> before the terms.</summary>
    LineWord = 8,

    /// <summary>A kind of pressure.</summary>
    Pressure = 16,

    /// <summary>A tally.</summary>
    Tally = 32,

    /// <summary>A party and a reading of its aim or condition.</summary>
    Reading = 64,

    /// <summary><c>round</c> and a number.</summary>
    Round = 128,
}

/// <summary>One row of the table of verbs.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Name">How it is written.</param>
/// <param name="Plural">How several speakers may write it, or null when there is no other way.</param>
/// <param name="Tag">What it does with a tag.</param>
/// <param name="To">Whether it is addressed to somebody.</param>
/// <param name="Allowed">What its content may be.</param>
/// <param name="Required">Of what at least one must stand; <see cref="Contents.None"/> when all may be left out.</param>
/// <param name="Meaning">What it means, in one sentence.</param>
public sealed record VerbRow(
    Verb Verb,
    string Name,
    string? Plural,
    TagUse Tag,
    AddresseeUse To,
    Contents Allowed,
    Contents Required,
    string Meaning);

/// <summary>
/// The verbs of the language as one table; checks, documentation and completion are read from it.
/// </summary>
public static class Verbs
{
    private const Contents TermsOrWords = Contents.Terms | Contents.Words;

    /// <summary>All rows, in the order of <see cref="Verb"/>.</summary>
    public static IReadOnlyList<VerbRow> Table { get; } =
    [
        new(Verb.Meet, "meets", "meet", TagUse.MayName, AddresseeUse.Optional, Contents.Words | Contents.Round, Contents.None, "A round or a meeting."),
        new(Verb.Says, "says", "say", TagUse.MayNameOrRefer, AddresseeUse.Optional, TermsOrWords, TermsOrWords, "A statement; a position when it has terms."),
        new(Verb.Demands, "demands", "demand", TagUse.MayName, AddresseeUse.Optional, TermsOrWords, TermsOrWords, "What the speaker asks for."),
        new(Verb.Offers, "offers", "offer", TagUse.MayName, AddresseeUse.Optional, TermsOrWords, TermsOrWords, "What it would agree to, as one package; by a mediator it is nobody's position."),
        new(Verb.Omits, "omits", "omit", TagUse.None, AddresseeUse.Optional, Contents.Topics | Contents.Words, Contents.Topics, "Raised no demand on these."),
        new(Verb.Accepts, "accepts", "accept", TagUse.MustRefer, AddresseeUse.None, TermsOrWords | Contents.Tally, Contents.None, "Accepts it, or the part that is named."),
        new(Verb.Rejects, "rejects", "reject", TagUse.MustRefer, AddresseeUse.None, TermsOrWords | Contents.Tally, Contents.None, "Rejects it, or the part that is named."),
        new(Verb.Withdraws, "withdraws", "withdraw", TagUse.MustRefer, AddresseeUse.None, TermsOrWords, Contents.None, "Takes back what it offered, demanded, promised or threatened, or the part that is named."),
        new(Verb.RedLine, "red-line", null, TagUse.MayName, AddresseeUse.Optional, TermsOrWords | Contents.LineWord, Contents.Terms, "Never without (requires), never with (excludes)."),
        new(Verb.Drops, "drops", "drop", TagUse.MayRefer, AddresseeUse.None, TermsOrWords, TermsOrWords, "A demand or a red line given up."),
        new(Verb.Promises, "promises", "promise", TagUse.MustName, AddresseeUse.Required, TermsOrWords, TermsOrWords, "An act of its own, or through another, that the addressee wants."),
        new(Verb.Threatens, "threatens", "threaten", TagUse.MustName, AddresseeUse.Required, TermsOrWords, TermsOrWords, "An act of its own, or through another, that the addressee does not want."),
        new(Verb.MeetsCondition, "meets-condition", "meet-condition", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "Does what an offer, a promise or a threat was made to depend on."),
        new(Verb.Keeps, "keeps", "keep", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "A source says that a promise, a threat or an agreement was kept."),
        new(Verb.Breaks, "breaks", "break", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "A source says that it was broken."),
        new(Verb.Excuses, "excuses", "excuse", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "Releases the other side from it."),
        new(Verb.Presses, "presses", "press", TagUse.MayName, AddresseeUse.Optional, Contents.Pressure | Contents.Words, Contents.Pressure, "Pressure during talks."),
        new(Verb.Eases, "eases", "ease", TagUse.MayRefer, AddresseeUse.Optional, Contents.Pressure | Contents.Words, Contents.None, "Pressure taken off."),
        new(Verb.Agrees, "agrees", "agree", TagUse.MayNameOrRefer, AddresseeUse.None, TermsOrWords, TermsOrWords, "An agreement, or part of one."),
        new(Verb.Backs, "backs", "back", TagUse.MustRefer, AddresseeUse.Optional, Contents.Words, Contents.None, "Recommends it to those who decide."),
        new(Verb.Votes, "votes", "vote", TagUse.MayRefer, AddresseeUse.None, TermsOrWords | Contents.Tally, TermsOrWords | Contents.Tally, "A count of votes; it answers nothing by itself."),
        new(Verb.Polls, "polls", "poll", TagUse.MayRefer, AddresseeUse.None, TermsOrWords | Contents.Tally, TermsOrWords | Contents.Tally, "A count of opinions."),
        new(Verb.Relays, "relays", "relay", TagUse.MustRefer, AddresseeUse.Required, Contents.Words, Contents.None, "A mediator delivers it; the reply clock starts here."),
        new(Verb.Schedules, "schedules", "schedule", TagUse.MayName, AddresseeUse.None, Contents.Words | Contents.Round, Contents.None, "Sets a meeting or a deadline; with the number of a round, that round."),
        new(Verb.Moves, "moves", "move", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "Moves a meeting or a deadline."),
        new(Verb.Cancels, "cancels", "cancel", TagUse.MustRefer, AddresseeUse.None, Contents.Words, Contents.None, "Cancels a meeting or a deadline."),
        new(Verb.Joins, "joins", "join", TagUse.None, AddresseeUse.None, Contents.Words, Contents.None, "Joins a track."),
        new(Verb.Leaves, "leaves", "leave", TagUse.None, AddresseeUse.None, Contents.Words, Contents.None, "Leaves a track; its open offers there lapse."),
        new(Verb.Denies, "denies", "deny", TagUse.MustRefer, AddresseeUse.None, TermsOrWords, Contents.None, "Says that a reported act did not take place."),
        new(Verb.Suspects, "suspects", "suspect", TagUse.None, AddresseeUse.None, Contents.Reading | Contents.Words, Contents.Reading, "A reading held by somebody; evidence of nothing but that it is held."),
        new(Verb.Forecasts, "forecasts", "forecast", TagUse.MayName, AddresseeUse.None, TermsOrWords, TermsOrWords, "Says what will come; to be scored."),
        new(Verb.Notes, "notes", null, TagUse.MayRefer, AddresseeUse.None, TermsOrWords, TermsOrWords, "The note-taker's; never a position."),
    ];

    /// <summary>The row of a verb.</summary>
    /// <param name="verb">The verb.</param>
    public static VerbRow Row(Verb verb) => Table[(int)verb];
}

/// <summary>Where an act took place.</summary>
public enum Forum : byte
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>At the table.</summary>
    Table,

    /// <summary>In a letter or a written text; counts as the table.</summary>
    Letter,

    /// <summary>In private.</summary>
    Private,

    /// <summary>Before the media.</summary>
    Media,

    /// <summary>In public otherwise; counts as the media.</summary>
    Public,
}

/// <summary>In what standing something was put forward.</summary>
public enum Firmness : byte
{
    /// <summary>Meant; what holds when nothing is written.</summary>
    Firm,

    /// <summary>Floated: shown, and never held against anyone.</summary>
    Floated,

    /// <summary>Without prejudice: shown, and never held against anyone.</summary>
    WithoutPrejudice,

    /// <summary>Until the rest is settled.</summary>
    Provisional,

    /// <summary>Said to be the last.</summary>
    Final,

    /// <summary>To be met before talks go on.</summary>
    Precondition,
}

/// <summary>A kind of pressure.</summary>
public enum PressureKind : byte
{
    /// <summary>None: the entry is no pressure.</summary>
    None,

    /// <summary>Armed force, or its display.</summary>
    Military,

    /// <summary>Sanctions, tariffs, money.</summary>
    Economic,

    /// <summary>Courts and prosecutors.</summary>
    Legal,

    /// <summary>Resolutions, expulsions, recognition.</summary>
    Diplomatic,

    /// <summary>Strikes, lockouts, boycotts.</summary>
    Industrial,

    /// <summary>Campaigns and leaks.</summary>
    Information,
}
