using Parley.Record.Entries;

namespace Parley.Journals.Diagnostics;

public static partial class Catalogue
{
    internal static Diagnostic UnknownActor(Place place, string name, string? nearest, string declared) => new(
        UnknownActorCode, place, $"nobody is declared as \"{name}\"", DidYouMean(nearest, declared, "party NAME \"words\""));

    internal static Diagnostic UnknownVerb(Place place, string name, string? nearest) => new(
        UnknownVerbCode,
        place,
        $"no verb is called \"{name}\"",
        nearest is null ? "the verbs stand in the table of the language reference" : $"did you mean \"{nearest}\"?");

    internal static Diagnostic UnknownIssue(Place place, string name, string? nearest, string declared) => new(
        UnknownIssueCode, place, $"no issue is declared as \"{name}\"", DidYouMean(nearest, declared, "issue NAME \"words\" SCALE"));

    internal static Diagnostic UnknownSource(Place place, string name, string? nearest, string declared) => new(
        UnknownSourceCode, place, $"no source is declared as \"{name}\"", DidYouMean(nearest, declared, "source NAME KIND \"words\""));

    internal static Diagnostic UnknownTrack(Place place, string name, string? nearest, string declared) => new(
        UnknownTrackCode, place, $"no track is declared as \"{name}\"", DidYouMean(nearest, declared, "track NAME \"words\""));

    internal static Diagnostic UnknownTag(Place place, string name, string? nearest) => new(
        UnknownTagCode,
        place,
        $"nothing above is tagged #{name}",
        nearest is null ? $"write #{name} on the entry that it means, above this one" : $"did you mean #{nearest}?");

    internal static Diagnostic DeclaredTwice(Place place, string name, Place first) => new(
        DeclaredTwiceCode,
        place,
        $"\"{name}\" is declared twice",
        "give one of them another name; a name means one thing in a journal",
        Related: [new(first, $"\"{name}\" is declared here")]);

    internal static Diagnostic ReservedName(Place place, string name) => new(
        ReservedNameCode,
        place,
        $"\"{name}\" is a word of the language and cannot be a name",
        $"choose another, such as \"{name}1\" or a longer word");

    internal static Diagnostic BadName(Place place, string name, string why) => new(
        ReservedNameCode, place, $"\"{name}\" cannot be this name: {why}", "choose another name");

    internal static Diagnostic WrongKind(Place place, string name, string found, string wanted, string? help = null) => new(
        WrongKindCode, place, $"\"{name}\" is {found}, not {wanted}", help ?? $"write {wanted} here");

    internal static Diagnostic UnknownLabel(Place place, string label, Issue issue, string? nearest) => new(
        UnknownLabelCode,
        place,
        $"issue \"{issue.Name}\" has no value \"{label}\"",
        nearest is null ? $"its values are {ListOf(issue.Labels)}" : $"did you mean \"{nearest}\"?");

    internal static Diagnostic UnitMismatch(Place place, string found, string wanted, string of) => new(
        UnitMismatchCode,
        place,
        wanted.Length == 0 ? $"{of} has no unit, and this is in {found}" : $"{of} is measured in {wanted}, not in {found}",
        wanted.Length == 0 ? "leave the unit out" : $"write it in {wanted}, or declare another measure of the issue with \"basis\"");

    internal static Diagnostic UnknownBasis(Place place, string basis, Issue issue, string? nearest) => new(
        UnknownBasisCode,
        place,
        $"issue \"{issue.Name}\" has no basis \"{basis}\"",
        nearest is not null ? $"did you mean \"{issue.Name}.{nearest}\"?"
            : $"declare it: basis {issue.Name}.{basis} \"words\"");

    internal static Diagnostic OutOfRange(Place place, string value, string side, Issue issue, string range, Place? declared) => new(
        OutOfRangeCode,
        place,
        $"{value} is outside the range of issue \"{issue.Name}\"",
        $"write a value within {range}, or widen the range of the issue if the talks have moved",
        Label: side,
        Related: declared is null ? null : [new(declared.Value, $"\"{issue.Name}\" is declared here")]);

    internal static Diagnostic OffStep(Place place, string value, string step, string below, string above) => new(
        OffStepCode, place, $"{value} is not on a step of {step}", $"write {below} or {above}, or declare a smaller step");

    internal static Diagnostic EmptyTerm(Place place, string why) => new(
        EmptyTermCode, place, $"no value satisfies this: {why}", "write the lower end first");

    internal static Diagnostic NoOrder(Place place, Issue issue) => new(
        NoOrderCode,
        place,
        $"the values of issue \"{issue.Name}\" have no order",
        $"write = and one or more of them: {string.Join(" | ", issue.Labels.Take(3))}");

    internal static Diagnostic NoTagHere(Place place, string verb) => new(
        NoTagHereCode, place, $"\"{verb}\" takes no tag", "leave it out, or write re #tag if the entry answers something");

    internal static Diagnostic TagNeeded(Place place, string verb, bool names) => new(
        TagNeededCode,
        place,
        $"\"{verb}\" needs a tag",
        names ? "give it one, such as #p1, so that later entries can speak of it" : "name what it speaks of, such as #o1");

    internal static Diagnostic AddresseeNeeded(Place place, string verb) => new(
        AddresseeNeededCode, place, $"\"{verb}\" needs to know to whom", "write -> and a name");

    internal static Diagnostic NoAddresseeHere(Place place, string verb) => new(
        NoAddresseeHereCode, place, $"\"{verb}\" is addressed to nobody", "leave the addressee out");

    internal static Diagnostic ContentNeeded(Place place, string verb, string wanted) => new(
        ContentNeededCode, place, $"\"{verb}\" needs {wanted}", $"write {wanted} behind the verb");

    internal static Diagnostic ContentNotAllowed(Place place, string verb, string what, string allowed) => new(
        ContentNotAllowedCode, place, $"{what} does not go with \"{verb}\"", allowed);

    internal static Diagnostic UnknownForum(Place place, string name, string? nearest) => new(
        UnknownForumCode,
        place,
        $"there is no forum @{name}",
        nearest is null ? "the forums are @table, @letter, @private, @media and @public" : $"did you mean @{nearest}?");

    internal static Diagnostic UnknownFirmness(Place place, string name, string? nearest) => new(
        UnknownFirmnessCode,
        place,
        $"nothing is put forward as \"{name}\"",
        nearest is not null ? $"did you mean \"{nearest}\"?"
            : "write as firm, floated, without-prejudice, provisional, final or precondition");

    internal static Diagnostic UnknownPressure(Place place, string name, string? nearest) => new(
        UnknownPressureCode,
        place,
        $"there is no kind of pressure \"{name}\"",
        nearest is not null ? $"did you mean \"{nearest}\"?"
            : "the kinds are military, economic, legal, diplomatic, industrial and information");

    internal static Diagnostic BadGrade(Place place, string found) => new(
        BadGradeCode, place, $"\"{found}\" is no grade", "write a letter from A to F and a digit from 1 to 6, such as B2");

    internal static Diagnostic ScaledBounds(Place place, string low, string high, string offered) => new(
        ScaledBoundsCode,
        place,
        $"in {low}..{high} only one end has a scale",
        $"write {offered}; a scale belongs to the number that it is written on");

    internal static Diagnostic TooManyLabels(Place place, int limit) => new(
        TooManyLabelsCode, place, $"an issue has at most {Count(limit)} labels", "split the issue");

    internal static Diagnostic LabelTwice(Place place, string label) => new(
        LabelTwiceCode, place, $"the label \"{label}\" stands twice", "leave one of them out");

    internal static Diagnostic LookAlike(Place place, string name, string other, Place first) => new(
        LookAlikeCode,
        place,
        $"\"{name}\" looks like \"{other}\" and is written with letters of another script",
        $"write both in one script if they are one name",
        Related: [new(first, $"\"{other}\" is declared here")]);

    internal static Diagnostic UnknownWord(Place place, string found, string where, string allowed, string? nearest) => new(
        UnknownWordCode,
        place,
        $"\"{found}\" means nothing {where}",
        nearest is null ? allowed : $"did you mean \"{nearest}\"?");

    internal static Diagnostic UnknownReading(Place place, string name, string declared, string? nearest) => new(
        UnknownReadingCode,
        place,
        $"no aim or condition is called \"{name}\"",
        nearest is null ? $"there are {declared}; declare another with \"aim\" or \"condition\"" : $"did you mean \"{nearest}\"?");

    internal static Diagnostic NumberForLabel(Place place, string found, Issue issue) => new(
        NumberForLabelCode,
        place,
        issue.Kind == ScaleKind.Numbers
            ? $"issue \"{issue.Name}\" has numbers, and \"{found}\" is none"
            : $"issue \"{issue.Name}\" has labels, and {found} is a number",
        issue.Kind == ScaleKind.Numbers ? "write a number" : $"its values are {ListOf(issue.Labels)}");

    internal static Diagnostic IssueTwice(Place place, string issue, Place first) => new(
        IssueTwiceCode,
        place,
        $"issue \"{issue}\" stands twice in this package",
        "write its values in one term, such as = 3..5, or put \"or\" between two packages",
        Related: [new(first, "the first")]);

    internal static Diagnostic NumberOutOfPlace(Place place, string found, string wanted) => new(
        NumberOutOfPlaceCode, place, $"{found} cannot stand here: {wanted} is needed", $"write {wanted}");

    internal static Diagnostic UnknownUnitOfTime(Place place, string found, string? nearest) => new(
        UnknownUnitOfTimeCode,
        place,
        $"\"{found}\" is no unit of time",
        nearest is null ? "write days, weeks, months or years" : $"did you mean \"{nearest}\"?");

    internal static Diagnostic NotAProbability(Place place, string found) => new(
        NotAProbabilityCode, place, $"{found} is no probability", "write a number or a range within 0..100 %, lower end first");

    internal static Diagnostic PriorsExceed(Place place, string party, string sum) => new(
        PriorsExceedCode,
        place,
        $"the priors of \"{party}\" add up to at least {sum} %",
        "lower them to 100 % in all; aims of one party exclude each other");

    internal static string ListOf(IEnumerable<string> names)
    {
        string[] first = [.. names.Take(6)];
        return first.Length == 0 ? "none" : first.Length < 6 ? string.Join(", ", first) : string.Join(", ", first.Take(5)) + ", …";
    }

    private static string DidYouMean(string? nearest, string declared, string sample) => nearest is not null
        ? $"did you mean \"{nearest}\"?"
        : declared.Length == 0 ? $"declare it above the first entry: {sample}" : $"declared are {declared}";
}
