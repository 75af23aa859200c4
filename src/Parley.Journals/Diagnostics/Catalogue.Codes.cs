namespace Parley.Journals.Diagnostics;

/// <summary>Every problem that a journal can have: one code, and one factory for each way of putting it.</summary>
public static partial class Catalogue
{
    internal static readonly DiagnosticCode NotUtf8Code = new("PJ0101", Severity.Error, "bytes that are not UTF-8");
    internal static readonly DiagnosticCode WrongEncodingCode = new("PJ0102", Severity.Error, "a text in another encoding");
    internal static readonly DiagnosticCode ControlCharacterCode = new("PJ0103", Severity.Error, "NUL bytes");
    internal static readonly DiagnosticCode UnreadableCode = new("PJ0104", Severity.Error, "a file that cannot be read");
    internal static readonly DiagnosticCode TooLongCode = new("PJ0105", Severity.Error, "a statement or a file that is too long");
    internal static readonly DiagnosticCode OrphanCode = new("PJ0106", Severity.Error, "an indented line with nothing above it");
    internal static readonly DiagnosticCode StrayCharacterCode = new("PJ0107", Severity.Error, "a character that begins nothing");
    internal static readonly DiagnosticCode OpenWordsCode = new("PJ0108", Severity.Error, "words without a closing quote");
    internal static readonly DiagnosticCode UnknownEscapeCode = new("PJ0109", Severity.Error, "an escape that does not exist");
    internal static readonly DiagnosticCode DecimalCommaCode = new("PJ0110", Severity.Error, "a comma in a number");
    internal static readonly DiagnosticCode UnknownScaleCode = new("PJ0111", Severity.Error, "letters glued to a number");
    internal static readonly DiagnosticCode ExpectedCode = new("PJ0112", Severity.Error, "something else was expected here");
    internal static readonly DiagnosticCode NotADateCode = new("PJ0113", Severity.Error, "not a date");
    internal static readonly DiagnosticCode NoSuchDateCode = new("PJ0114", Severity.Error, "a date that does not exist");
    internal static readonly DiagnosticCode YearOutOfRangeCode = new("PJ0115", Severity.Error, "a year that a journal cannot hold");
    internal static readonly DiagnosticCode BackwardsCode = new("PJ0116", Severity.Error, "an interval that ends before it begins");
    internal static readonly DiagnosticCode UnknownStatementCode = new("PJ0117", Severity.Error, "a line that begins with no known word");
    internal static readonly DiagnosticCode LateDeclarationCode = new("PJ0118", Severity.Error, "a declaration below the first entry");
    internal static readonly DiagnosticCode TooManyDigitsCode = new("PJ0119", Severity.Error, "a number with too many digits");
    internal static readonly DiagnosticCode PartTwiceCode = new("PJ0120", Severity.Error, "a part that stands twice");
    internal static readonly DiagnosticCode TooManyPartsCode = new("PJ0121", Severity.Error, "too many parts in one statement");
    internal static readonly DiagnosticCode IncludeMissingCode = new("PJ0122", Severity.Error, "an included journal that cannot be read");
    internal static readonly DiagnosticCode IncludeCycleCode = new("PJ0123", Severity.Error, "journals that include each other");
    internal static readonly DiagnosticCode IncludeTooManyCode = new("PJ0124", Severity.Error, "too many included journals");
    internal static readonly DiagnosticCode TooManyProblemsCode = new("PJ0125", Severity.Error, "too many problems to keep");
    internal static readonly DiagnosticCode UnknownActorCode = new("PJ0201", Severity.Error, "a party or member that is not declared");
    internal static readonly DiagnosticCode UnknownVerbCode = new("PJ0202", Severity.Error, "a verb that does not exist");
    internal static readonly DiagnosticCode UnknownIssueCode = new("PJ0203", Severity.Error, "an issue that is not declared");
    internal static readonly DiagnosticCode UnknownSourceCode = new("PJ0204", Severity.Error, "a source that is not declared");
    internal static readonly DiagnosticCode UnknownTrackCode = new("PJ0205", Severity.Error, "a track that is not declared");
    internal static readonly DiagnosticCode UnknownTagCode = new("PJ0206", Severity.Error, "a tag that nothing above names");
    internal static readonly DiagnosticCode DeclaredTwiceCode = new("PJ0207", Severity.Error, "a name that is declared twice");
    internal static readonly DiagnosticCode ReservedNameCode = new("PJ0208", Severity.Error, "a word of the language used as a name");
    internal static readonly DiagnosticCode WrongKindCode = new("PJ0209", Severity.Error, "a name of another kind of thing");
    internal static readonly DiagnosticCode UnknownLabelCode = new("PJ0210", Severity.Error, "a label that the issue does not have");
    internal static readonly DiagnosticCode UnitMismatchCode = new("PJ0211", Severity.Error, "a unit that is not the issue's");
    internal static readonly DiagnosticCode UnknownBasisCode = new("PJ0212", Severity.Error, "a basis that is not declared");
    internal static readonly DiagnosticCode OutOfRangeCode = new("PJ0213", Severity.Error, "a value outside the issue's range");
    internal static readonly DiagnosticCode OffStepCode = new("PJ0214", Severity.Error, "a value between two steps");
    internal static readonly DiagnosticCode EmptyTermCode = new("PJ0215", Severity.Error, "a term that no value satisfies");
    internal static readonly DiagnosticCode NoOrderCode = new("PJ0216", Severity.Error, "an order asked of labels that have none");
    internal static readonly DiagnosticCode NoTagHereCode = new("PJ0217", Severity.Error, "a tag on a verb that takes none");
    internal static readonly DiagnosticCode TagNeededCode = new("PJ0218", Severity.Error, "a verb that needs a tag");
    internal static readonly DiagnosticCode AddresseeNeededCode = new("PJ0219", Severity.Error, "a verb that needs to know to whom");
    internal static readonly DiagnosticCode NoAddresseeHereCode = new("PJ0220", Severity.Error, "an addressee on a verb that takes none");
    internal static readonly DiagnosticCode ContentNeededCode = new("PJ0221", Severity.Error, "a verb that needs to know what");
    internal static readonly DiagnosticCode ContentNotAllowedCode = new("PJ0222", Severity.Error, "content that does not go with the verb");
    internal static readonly DiagnosticCode UnknownForumCode = new("PJ0223", Severity.Error, "a forum that does not exist");
    internal static readonly DiagnosticCode UnknownFirmnessCode = new("PJ0224", Severity.Error, "a standing that does not exist");
    internal static readonly DiagnosticCode UnknownPressureCode = new("PJ0225", Severity.Error, "a kind of pressure that does not exist");
    internal static readonly DiagnosticCode BadGradeCode = new("PJ0226", Severity.Error, "a grade that does not exist");
    internal static readonly DiagnosticCode ScaledBoundsCode = new("PJ0227", Severity.Error, "a scale on one end of a range only");
    internal static readonly DiagnosticCode TooManyLabelsCode = new("PJ0228", Severity.Error, "too many labels");
    internal static readonly DiagnosticCode LabelTwiceCode = new("PJ0229", Severity.Error, "a label that stands twice");
    internal static readonly DiagnosticCode LookAlikeCode = new("PJ0230", Severity.Warning, "names that look alike");
    internal static readonly DiagnosticCode UnknownWordCode = new("PJ0231", Severity.Error, "a word that means nothing here");
    internal static readonly DiagnosticCode UnknownReadingCode = new("PJ0232", Severity.Error, "an aim or condition that is not declared");
    internal static readonly DiagnosticCode NumberForLabelCode = new("PJ0233", Severity.Error, "a number where the issue has labels, or a label where it has numbers");
    internal static readonly DiagnosticCode IssueTwiceCode = new("PJ0234", Severity.Error, "an issue that stands twice in one package");
    internal static readonly DiagnosticCode NumberOutOfPlaceCode = new("PJ0235", Severity.Error, "a number that is too large or too small for its place");
    internal static readonly DiagnosticCode UnknownUnitOfTimeCode = new("PJ0236", Severity.Error, "a unit of time that does not exist");
    internal static readonly DiagnosticCode NotAProbabilityCode = new("PJ0301", Severity.Error, "a prior or likelihood outside 0 to 100");
    internal static readonly DiagnosticCode PriorsExceedCode = new("PJ0302", Severity.Error, "priors of one party that add up to more than 100 %");
    internal static readonly DiagnosticCode ReplyBeforeOfferCode = new("PJ0401", Severity.Error, "an answer dated before what it answers");
    internal static readonly DiagnosticCode OwnOfferCode = new("PJ0402", Severity.Error, "accepting or rejecting one's own offer");
    internal static readonly DiagnosticCode PublishedBeforeCode = new("PJ0403", Severity.Error, "a source published before what it reports");
    internal static readonly DiagnosticCode AccountsApartCode = new("PJ0404", Severity.Error, "two accounts of one act on different dates");
    internal static readonly DiagnosticCode TagTakenCode = new("PJ0405", Severity.Error, "a tag that names another act");
    internal static readonly DiagnosticCode LonelyTagCode = new("PJ0406", Severity.Warning, "a tag that nothing refers to");
    internal static readonly DiagnosticCode BeforeFromCode = new("PJ0407", Severity.Warning, "something used before it holds");
    internal static readonly DiagnosticCode RelayedByPartyCode = new("PJ0408", Severity.Warning, "a delivery by somebody who is no mediator");
    internal static readonly DiagnosticCode ToOneselfCode = new("PJ0409", Severity.Error, "something addressed to its own speaker");
    internal static readonly DiagnosticCode DeadlinePassedCode = new("PJ0410", Severity.Warning, "a deadline before the act that sets it");
    internal static readonly DiagnosticCode NotOnesOwnCode = new("PJ0411", Severity.Error, "withdrawing what somebody else put forward");
    internal static readonly DiagnosticCode DeskOnlyCode = new("PJ0412", Severity.Error, "the note-taker's verb and the note-taker");
    internal static readonly DiagnosticCode KnownBeforeCode = new("PJ0413", Severity.Warning, "known before it happened");
    internal static readonly DiagnosticCode NothingToAnswerCode = new("PJ0414", Severity.Error, "an answer to something that is no offer");

    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<DiagnosticCode> Codes { get; } =
    [
        NotUtf8Code,
        WrongEncodingCode,
        ControlCharacterCode,
        UnreadableCode,
        TooLongCode,
        OrphanCode,
        StrayCharacterCode,
        OpenWordsCode,
        UnknownEscapeCode,
        DecimalCommaCode,
        UnknownScaleCode,
        ExpectedCode,
        NotADateCode,
        NoSuchDateCode,
        YearOutOfRangeCode,
        BackwardsCode,
        UnknownStatementCode,
        LateDeclarationCode,
        TooManyDigitsCode,
        PartTwiceCode,
        TooManyPartsCode,
        IncludeMissingCode,
        IncludeCycleCode,
        IncludeTooManyCode,
        TooManyProblemsCode,
        UnknownActorCode,
        UnknownVerbCode,
        UnknownIssueCode,
        UnknownSourceCode,
        UnknownTrackCode,
        UnknownTagCode,
        DeclaredTwiceCode,
        ReservedNameCode,
        WrongKindCode,
        UnknownLabelCode,
        UnitMismatchCode,
        UnknownBasisCode,
        OutOfRangeCode,
        OffStepCode,
        EmptyTermCode,
        NoOrderCode,
        NoTagHereCode,
        TagNeededCode,
        AddresseeNeededCode,
        NoAddresseeHereCode,
        ContentNeededCode,
        ContentNotAllowedCode,
        UnknownForumCode,
        UnknownFirmnessCode,
        UnknownPressureCode,
        BadGradeCode,
        ScaledBoundsCode,
        TooManyLabelsCode,
        LabelTwiceCode,
        LookAlikeCode,
        UnknownWordCode,
        UnknownReadingCode,
        NumberForLabelCode,
        IssueTwiceCode,
        NumberOutOfPlaceCode,
        UnknownUnitOfTimeCode,
        NotAProbabilityCode,
        PriorsExceedCode,
        ReplyBeforeOfferCode,
        OwnOfferCode,
        PublishedBeforeCode,
        AccountsApartCode,
        TagTakenCode,
        LonelyTagCode,
        BeforeFromCode,
        RelayedByPartyCode,
        ToOneselfCode,
        DeadlinePassedCode,
        NotOnesOwnCode,
        DeskOnlyCode,
        KnownBeforeCode,
        NothingToAnswerCode,
    ];
}
