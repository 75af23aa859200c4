using System.Globalization;
using Parley.Record.Entries;

namespace Parley.Drawing.Wording;

/// <summary>Phrases of plain English that the reports share.</summary>
internal static class Phrases
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>A name as it stands in a sentence: of a member without the office that follows a comma.</summary>
    /// <param name="actor">Who.</param>
    public static string Name(Actor actor)
    {
        int comma = actor.Kind == ActorKind.Member ? actor.Title.IndexOf(',', StringComparison.Ordinal) : -1;
        return comma > 0 ? actor.Title[..comma] : actor.Title;
    }

    /// <summary>The possessive of a name.</summary>
    /// <param name="actor">Who.</param>
    public static string Possessive(Actor actor)
    {
        string name = Name(actor);
        return name.EndsWith('s') ? name + "'" : name + "'s";
    }

    /// <summary>A name in a sentence for a source: of a sealed one only the short name it was declared under.</summary>
    /// <param name="source">The source.</param>
    public static string Name(Source source) => source.IsSealed ? source.Name : source.Title;

    /// <summary>A grade as it is written, such as <c>B2</c>.</summary>
    /// <param name="grade">The grade.</param>
    public static string Grade(SourceGrade grade) =>
        string.Create(CultureInfo.InvariantCulture, $"{grade.Reliability}{grade.Credibility}");

    /// <summary>The same words with blanks that no line is broken at.</summary>
    /// <param name="text">A few words; longer text is left as it is.</param>
    public static string Together(string text) => text.Length > 24 ? text : text.Replace(' ', Text.Lines.NoBreak);

    /// <summary>Whose word it is: <c>according to The Gazette and two clerks</c>.</summary>
    /// <param name="tellers">At least one source.</param>
    public static string AccordingTo(IReadOnlyList<Source> tellers) => "according to " + List([.. tellers.Select(Name)]);

    /// <summary>A count with its noun: <c>no round</c>, <c>three rounds</c>, <c>12 rounds</c>.</summary>
    /// <param name="count">At least 0.</param>
    /// <param name="one">The noun for none and for one.</param>
    /// <param name="many">The noun for more.</param>
    public static string Count(int count, string one, string many) =>
        (count < Small.Length ? Small[count] : Number(count)) + " " + (count < 2 ? one : many);

    /// <summary>A count in figures with its noun, held together: <c>1 day</c>, <c>39 days</c>.</summary>
    /// <param name="count">At least 0.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for any other.</param>
    public static string Figure(int count, string one, string many) => Number(count) + Text.Lines.NoBreak + (count == 1 ? one : many);

    /// <summary>A whole number, with a blank between groups of three from 10 000 on.</summary>
    /// <param name="number">At least 0.</param>
    public static string Number(int number)
    {
        string digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Length < 5)
        {
            return digits;
        }

        for (int i = digits.Length - 3; i > 0; i -= 3)
        {
            digits = digits.Insert(i, Text.Lines.NoBreak.ToString());
        }

        return digits;
    }

    /// <summary>How many rounds, where dates may leave it open.</summary>
    /// <param name="min">At least.</param>
    /// <param name="max">At most.</param>
    public static string Rounds(int min, int max) => min == max ? Count(min, "round", "rounds")
        : min == 0 ? "at most " + Count(max, "round", "rounds")
        : "between " + (min < Small.Length ? Small[min] : Number(min)) + " and " + Count(max, "round", "rounds");

    /// <summary>A number of days: <c>39 days</c>, <c>between 7 and 12 days</c>, <c>at least 7 days</c>.</summary>
    /// <param name="days">The days.</param>
    public static string Days(DayRange days)
    {
        if (days.Max is not { } max)
        {
            return "at least " + Figure(days.Min, "day", "days");
        }

        return days.IsExact ? Figure(days.Min, "day", "days")
            : days.Min == 0 ? "at most " + Figure(max, "day", "days")
            : "between " + Number(days.Min) + " and " + Figure(max, "day", "days");
    }

    /// <summary>How long it took: <c>after 39 days</c>, <c>after 7 to 12 days</c>.</summary>
    /// <param name="days">The days.</param>
    public static string After(DayRange days) => days is { Min: > 0, Max: { } max } && !days.IsExact
        ? $"after {Number(days.Min)} to {Figure(max, "day", "days")}"
        : "after " + Days(days);

    /// <summary>How much later: <c>the same day</c>, <c>7 days later</c>.</summary>
    /// <param name="days">The days.</param>
    public static string Later(DayRange days) => days is { Min: 0, Max: 0 } ? "the same day" : Days(days) + " later";

    /// <summary>A length of time: <c>3 years</c>.</summary>
    /// <param name="length">The length.</param>
    public static string Length(TimeLength length)
    {
        string unit = length.Unit switch
        {
            TimeUnit.Day => "day",
            TimeUnit.Week => "week",
            TimeUnit.Month => "month",
            _ => "year",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{length.Count} {unit}{(length.Count == 1 ? "" : "s")}");
    }

    /// <summary>A list: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    /// <param name="items">At least one.</param>
    /// <param name="joint">The word before the last.</param>
    public static string List(IReadOnlyList<string> items, string joint = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + joint + " " + items[^1],
    };

    /// <summary>A sentence that begins with a capital letter.</summary>
    /// <param name="text">The sentence.</param>
    public static string Sentence(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>Where an act took place, as an adverb: <c>at the table</c>; empty when it was not said.</summary>
    /// <param name="forum">The forum.</param>
    public static string At(Forum forum) => forum switch
    {
        Forum.Table => "at the table",
        Forum.Letter => "by letter",
        Forum.Private => "in private",
        Forum.Media => "before the media",
        Forum.Public => "in public",
        _ => "in a forum not said",
    };

    /// <summary>A forum as a word in a table.</summary>
    /// <param name="forum">The forum.</param>
    public static string Place(Forum forum) => forum switch
    {
        Forum.Table => "table",
        Forum.Letter => "letter",
        Forum.Private => "private",
        Forum.Media => "media",
        Forum.Public => "public",
        _ => "not said",
    };

    /// <summary>A standing as it is written after <c>as</c>.</summary>
    /// <param name="firmness">The standing.</param>
    public static string Standing(Firmness firmness) => firmness switch
    {
        Firmness.Floated => "floated",
        Firmness.WithoutPrejudice => "without-prejudice",
        Firmness.Provisional => "provisional",
        Firmness.Final => "final",
        Firmness.Precondition => "precondition",
        _ => "firm",
    };
}
