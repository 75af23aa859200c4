using System.Globalization;

namespace Parley.Journals.Diagnostics;

public static partial class Catalogue
{
    internal static Diagnostic NotUtf8(Place place, byte value) => new(
        NotUtf8Code,
        place,
        $"the byte 0x{value.ToString("X2", CultureInfo.InvariantCulture)} is not UTF-8",
        "save the file as UTF-8; it may have been saved as Latin-1 or Windows-1252");

    internal static Diagnostic WrongEncoding(Place place, string encoding) => new(
        WrongEncodingCode,
        place,
        $"this file is encoded as {encoding}, not as UTF-8",
        "save it as UTF-8");

    internal static Diagnostic ControlCharacter(Place place, int count) => new(
        ControlCharacterCode,
        place,
        count == 1 ? "the file holds a NUL byte" : $"the file holds {Count(count)} NUL bytes; this is the first",
        "remove them, or restore the file from a copy; a program or a disk may have damaged it");

    internal static Diagnostic Unreadable(Place place, string reason) => new(
        UnreadableCode,
        place,
        $"this file cannot be read: {reason}",
        "check that the file is there and that you may read it");

    internal static Diagnostic StatementTooLong(Place place, long bytes, int limit) => new(
        TooLongCode,
        place,
        $"this statement is {Count(bytes)} bytes long, and a statement holds at most {Count(limit)}",
        "split it into several entries, each beginning in column 1");

    internal static Diagnostic FileTooLong(Place place, long bytes, long limit) => new(
        TooLongCode,
        place,
        $"the journal is {Count(bytes)} bytes long with what it includes, and a journal holds at most {Count(limit)}",
        "split it, for example by year");

    internal static Diagnostic Orphan(Place place) => new(
        OrphanCode,
        place,
        "this indented line continues no statement",
        "begin it in column 1, or remove the blank line above it");

    internal static Diagnostic StrayCharacter(Place place, string character, string? instead) => new(
        StrayCharacterCode,
        place,
        $"nothing begins with {character}",
        instead ?? "remove it, or put the words in quotes: \"…\"");

    internal static Diagnostic OpenWords(Place place) => new(
        OpenWordsCode,
        place,
        "these words have no closing quote on their line",
        "close them with \" on the same line; strings that follow each other are joined");

    internal static Diagnostic UnknownEscape(Place place, string escape) => new(
        UnknownEscapeCode,
        place,
        $"\"{escape}\" is no escape",
        "write \\\" for a quote, \\\\ for a backslash, \\n for a line break or \\t for a tab");

    internal static Diagnostic DecimalComma(Place place, string found, string offered) => new(
        DecimalCommaCode,
        place,
        $"\"{found}\" has a comma in the number",
        $"write {offered}; the decimal mark is a point, and thousands are not marked");

    internal static Diagnostic UnknownScale(Place place, string found, string suffix, string number) => new(
        UnknownScaleCode,
        place,
        $"\"{suffix}\" in \"{found}\" is no scale",
        $"write a blank before a unit, \"{number} {suffix}\"; the scales are k, m, bn and tn");

    internal static Diagnostic Expected(Place place, string wanted, string found, string? help = null) => new(
        ExpectedCode,
        place,
        $"expected {wanted}, found {found}",
        help);

    internal static Diagnostic NotADate(Place place, string found) => new(
        NotADateCode,
        place,
        $"\"{found}\" is not a date",
        "write YYYY-MM-DD, YYYY-MM or YYYY, with ~ for about and ? for unsure, or two of them with / between");

    internal static Diagnostic DateLevel(Place place, string found, string what) => new(
        NotADateCode,
        place,
        $"\"{found}\" is not a date of this language: {what}",
        "write an interval, such as 2025-05-14/2025-05-20");

    internal static Diagnostic NoSuchDate(Place place, string found, string what) => new(
        NoSuchDateCode,
        place,
        $"the date \"{found}\" does not exist: {what}",
        "correct it, or write the month alone if the day is not known");

    internal static Diagnostic YearOutOfRange(Place place, string found) => new(
        YearOutOfRangeCode,
        place,
        $"\"{found}\" is outside the years 1 to 9999",
        "write the year with four digits, from 0001 to 9999");

    internal static Diagnostic Backwards(Place place, string found) => new(
        BackwardsCode,
        place,
        $"\"{found}\" ends before it begins",
        "write the earlier one first");

    internal static Diagnostic UnknownStatement(Place place, string found, string? nearest) => new(
        UnknownStatementCode,
        place,
        $"no statement begins with \"{found}\"",
        nearest is null
            ? "begin an entry with its date, a declaration with its word, or indent the line to continue the one above"
            : $"did you mean \"{nearest}\"?");

    internal static Diagnostic LateDeclaration(Place place, string word, Place firstEntry) => new(
        LateDeclarationCode,
        place,
        $"this \"{word}\" stands below the first entry",
        "move it above the first entry",
        Related: [new(firstEntry, "the first entry")]);

    internal static Diagnostic TooManyDigits(Place place, string found) => new(
        TooManyDigitsCode,
        place,
        $"the number {found} has more digits than can be kept exactly",
        "write at most 28 digits, or use a scale: k, m, bn, tn");

    internal static Diagnostic PartTwice(Place place, string part, Place first) => new(
        PartTwiceCode,
        place,
        $"this entry already has {part}",
        "leave one of them, or write a second entry",
        Related: [new(first, "the first")]);

    internal static Diagnostic TooManyParts(Place place, string what, int limit) => new(
        TooManyPartsCode,
        place,
        $"there are more than {Count(limit)} {what}",
        "split the statement, or the journal");

    internal static Diagnostic IncludeMissing(Place place, string path, string reason) => new(
        IncludeMissingCode,
        place,
        $"the included journal \"{path}\" cannot be read: {reason}",
        "write its path from the folder of this file");

    internal static Diagnostic IncludeCycle(Place place, IReadOnlyList<string> way) => new(
        IncludeCycleCode,
        place,
        "this journal includes itself",
        "remove one of the includes on the way",
        Notes: [$"the way round: {string.Join(" -> ", way)}"]);

    internal static Diagnostic IncludeTooMany(Place place, string what, int limit) => new(
        IncludeTooManyCode,
        place,
        $"there are more than {Count(limit)} {what}",
        "include fewer journals");

    internal static Diagnostic TooManyProblems(Place place, int limit) => new(
        TooManyProblemsCode,
        place,
        $"there are more than {Count(limit)} problems, and the rest are counted but not kept",
        "mend the first ones; one slip may have caused many");

    internal static string Count(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
