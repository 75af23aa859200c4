namespace Parley.Journals.Diagnostics;

public static partial class Catalogue
{
    internal static Diagnostic ReplyBeforeOffer(Place place, string verb, string tag, string date, Place offer) => new(
        ReplyBeforeOfferCode,
        place,
        $"this \"{verb}\" is dated before #{tag}, which it speaks of",
        $"correct one of the dates; #{tag} is dated {date}",
        Related: [new(offer, $"#{tag} is named here")]);

    internal static Diagnostic OwnOffer(Place place, string party, string verb, string tag, Place offer) => new(
        OwnOfferCode,
        place,
        $"\"{party}\" {verb} its own #{tag}",
        "name something that the other side put forward, or write \"withdraws\"",
        Related: [new(offer, $"#{tag} was put forward here")]);

    internal static Diagnostic PublishedBefore(Place place, string source, string published, string date) => new(
        PublishedBeforeCode,
        place,
        $"\"{source}\" was published on {published}, before what it reports here",
        $"correct the date of the entry ({date}), or name another source");

    internal static Diagnostic AccountsApart(Place place, string tag, Place first) => new(
        AccountsApartCode,
        place,
        $"this second account of #{tag} is dated on other days than the first",
        "let the dates overlap if it is one act, or give it a tag of its own if there were two",
        Related: [new(first, "the first account")]);

    internal static Diagnostic TagTaken(Place place, string tag, Place first) => new(
        TagTakenCode,
        place,
        $"#{tag} already names another act",
        "choose another tag; a second account of one act has the same speaker and verb",
        Related: [new(first, $"#{tag} is named here")]);

    internal static Diagnostic LonelyTag(Place place, string tag) => new(
        LonelyTagCode,
        place,
        $"nothing refers to #{tag}",
        "leave the tag out, or check its spelling if this was to speak of another entry");

    internal static Diagnostic BeforeFrom(Place place, string name, string from) => new(
        BeforeFromCode, place, $"\"{name}\" holds only from {from}, and this is dated before", "correct one of the dates");

    internal static Diagnostic RelayedByParty(Place place, string speaker) => new(
        RelayedByPartyCode, place, $"\"{speaker}\" is no mediator and relays this", "write who delivered it, or \"offers\" if it was its own");

    internal static Diagnostic ToOneself(Place place, string name) => new(
        ToOneselfCode, place, $"this is addressed to \"{name}\", whose side says it", "write the other side behind ->");

    internal static Diagnostic DeadlinePassed(Place place, string deadline) => new(
        DeadlinePassedCode, place, $"the deadline {deadline} lies before the act itself", "correct one of the dates");

    internal static Diagnostic NotOnesOwn(Place place, string party, string tag, string owner, Place first) => new(
        NotOnesOwnCode,
        place,
        $"\"{party}\" cannot withdraw #{tag}, which \"{owner}\" put forward",
        "write \"rejects\" to refuse it",
        Related: [new(first, $"#{tag} was put forward here")]);

    internal static Diagnostic DeskOnly(Place place, bool isDesk) => new(
        DeskOnlyCode,
        place,
        isDesk ? "\"desk\" is the note-taker, who only notes" : "\"notes\" belongs to the note-taker",
        isDesk ? "write \"desk notes\", or name who did it" : "write \"desk notes\", or \"says\" for a party");

    internal static Diagnostic KnownBefore(Place place) => new(
        KnownBeforeCode, place, "this was known before it happened", "correct one of the dates, or write \"schedules\" for what was announced");

    internal static Diagnostic NothingToAnswer(Place place, string verb, string tag, string what, Place first) => new(
        NothingToAnswerCode,
        place,
        $"#{tag} is {what}, and nothing of it can be answered with \"{verb}\"",
        "name an offer, a demand or another thing put forward",
        Related: [new(first, $"#{tag} is named here")]);
}
