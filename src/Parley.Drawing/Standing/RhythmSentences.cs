using System.Globalization;
using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Rounds, standstills and what follows rounds in plain sentences that end with their entries.</summary>
internal sealed partial class RhythmSentences(StandingReport report, IWords words, Citer citer, string arrow)
{
    private readonly NegotiationRecord record = report.Record;
    private readonly StandingSentences say = new(report.Record, words, citer, arrow);

    public string Cadence(Cadence item)
    {
        string held = Phrases.Count(item.Rounds, "round was", "rounds were") + " held" + In(item.TrackId);
        string apart = item is { Shortest: { } shortest, Longest: { } longest }
            ? item.Rounds == 2 ? ", " + Apart(shortest, longest) : ", each " + Apart(shortest, longest) + " after the one before"
            : "";
        if (item.Rounds == 2)
        {
            apart += " apart";
        }

        string since = item.SinceLast is { } days ? $"; the last lies {Phrases.Days(days)} back" : "";
        return $"{held}{apart}{since}. {citer.Bracketed(item.Evidence)}";
    }

    public string Round(Round item)
    {
        string name = item.Number is { } number
            ? "round " + number.ToString(CultureInfo.InvariantCulture) : item.IsHeld ? "a round" : "a planned round";
        string who = item.Parties.Count == 0 ? "" : ", " + Phrases.List([.. item.Parties.Select(Phrases.Name)]);
        List<string> planned = [.. item.PlannedFor.Select(DateWords.Of).Distinct()];
        if (!item.IsHeld)
        {
            string first = planned.Count > 1 ? $", first for {Phrases.List(planned.GetRange(0, planned.Count - 1))}" : "";
            return $"{name}{In(item.TrackId)}, planned{first}; no such meeting is on record. {citer.Bracketed(item.Evidence)}";
        }

        string since = item.SincePrevious is { } days ? $", {Phrases.Days(days)} after the one before" : "";
        string plan = planned.Count == 0 || (planned.Count == 1 && item.PlannedFor[0] == item.Date)
            ? "" : $" It was planned for {Phrases.List(planned, "then")}.";
        return $"{name}{In(item.TrackId)}{who}{since}.{plan} {citer.Bracketed(item.Evidence)}";
    }

    /// <summary>How long each side took; a side that nothing asked for a reply is named too.</summary>
    public IEnumerable<string> ReplyTimes()
    {
        foreach (ReplyTimes item in report.ReplyTimes)
        {
            string which = item.Offers == 1 ? "it" : Count(item.Answered);
            string answered = item.Answered == 0 ? "has answered none" : $"answered {which} {Within(item)}";
            string open = item is { Open: > 0, LongestOpen: { } longest }
                ? $"; {Phrases.Count(item.Open, "is", "are")} open, {(item.Open == 1 ? "for" : "the longest for")} {Phrases.Days(longest)}"
                : "";
            string owed = Phrases.Count(item.Offers, "offer or demand", "offers and demands");
            yield return $"{Phrases.Name(item.Party)} was asked to answer {owed}: it {answered}{open}. "
                + citer.Bracketed(item.Evidence);
        }

        foreach (Actor party in record.Parties)
        {
            if (report.ReplyTimes.Count > 0 && report.ReplyTimes.All(item => item.Party != party))
            {
                yield return $"How long {Phrases.Name(party)} takes to reply cannot be measured: "
                    + "no dated offer or demand to it is on record.";
            }
        }
    }

    public string Standstill(Standstill item)
    {
        string what = item.Kind switch
        {
            StandstillKind.Meeting => "meeting",
            StandstillKind.Exchange => "exchange between the parties",
            _ => "move at the table or by letter",
        };
        return item.Days is not { } days ? $"no {what} is on record{In(item.TrackId)}."
            : days.Max == 0 ? $"the last {what}{In(item.TrackId)} is of the last day. [{citer.Of(item.Since)}]"
            : $"no {what}{In(item.TrackId)} for {Phrases.Days(days)}, since {DateWords.Of(record[item.Since].When)}. "
                + $"[{citer.Of(item.Since)}]";
    }

    public string AfterRounds(AfterRounds item)
    {
        string days = Phrases.Figure(item.WithinDays, "day", "days");
        string contested = item.ContestedStatements.Count == 0 || item.FollowedUncontested == item.Test.Hits ? ""
            : $", {Count(item.FollowedUncontested)} without what is contested {citer.Bracketed(item.ContestedStatements)}";
        string rate = $"{Phrases.Name(item.Party)}: {Count(item.Test.Hits)} of {Phrases.Count(item.Test.Of, "round", "rounds")}"
            + $"{In(item.TrackId)} {(item.Test.Hits == 1 || item.Test.Of == 1 ? "was" : "were")} followed within {days} by a hard statement before "
            + $"the media{contested} {citer.Bracketed(item.Statements)}. {Chance(item.Test, "rounds followed", "statements")}";
        return $"{rate} {TakenBack(item, days)} {citer.Bracketed(item.Evidence)}";
    }

    private string TakenBack(AfterRounds item, string days)
    {
        const string Whether = "Whether it took back before the media what it held at the table cannot be tested: ";
        if (item.FirstTablePosition < 0)
        {
            return Whether + "no dated position of its own at the table is on record.";
        }

        string first = $"{DateWords.Of(record[item.FirstTablePosition].When)} [{citer.Of(item.FirstTablePosition)}]";
        if (item.TestableRounds == 0)
        {
            return $"{Whether}its first position at the table is of {first}, after the last of these rounds.";
        }

        string which = item.TestableRounds == item.Test.Of ? "" : $" held after its first position at the table, of {first},";
        return $"Of the {Phrases.Count(item.TestableRounds, "round", "rounds")}{which} {Count(item.TakenBack)} "
            + $"{(item.TakenBack == 1 ? "was" : "were")} followed within {days} by a reversal before the media of what it "
            + "held at the table.";
    }

    /// <summary>What chance has to say about a count.</summary>
    /// <param name="test">The count and the comparison.</param>
    /// <param name="counted">What was counted, in the plural.</param>
    /// <param name="acts">What was moved to other days, in the plural.</param>
    private string Chance(Placebo test, string counted, string acts)
    {
        string covered = $"{Phrases.Number(test.CoveredDays)} of the {Phrases.Figure(test.CalendarDays, "day", "days")} from "
            + $"{DateWords.Day(test.FirstDay)} to {DateWords.Day(test.LastDay)}";
        switch (test.Obstacle)
        {
            case PlaceboObstacle.NoWindows:
                return "No test is possible: there is no day to be near.";
            case PlaceboObstacle.TooFewActs:
                return $"No test is possible: there are too few {acts}.";
            case PlaceboObstacle.AllCovered:
                return $"No test is possible: every day from {DateWords.Day(test.FirstDay)} to "
                    + $"{DateWords.Day(test.LastDay)} counts as near.";
            case PlaceboObstacle.TooLong:
                return "No test is possible: the record spans more than ten years.";
        }

        decimal mean = test.Expected!.Value;
        string expected = mean is > 0 and < 0.1m
            ? "less than 0.1" : words.PrintNumber(Math.Round(mean, 1, MidpointRounding.AwayFromZero));
        int atLeast = test.ShiftsAtLeast!.Value;
        string cases = test.Hits == 0 ? ""
            : $", and {Phrases.Number(test.Hits)} or more in {Phrases.Number(atLeast)} of {Phrases.Number(test.CalendarDays)} cases";
        string verdict = atLeast * 20 > test.CalendarDays
            ? "So many may well come by chance." : "So many seldom come by chance.";
        return $"Such days are {covered}. Were the same {acts} to fall on other days, {expected} {counted} would be "
            + $"expected{cases}. {verdict}";
    }

    private static string Within(ReplyTimes item)
    {
        if (item is not { Shortest: { } shortest, Longest: { } longest })
        {
            return "";
        }

        return "within " + Apart(shortest, longest);
    }

    /// <summary>Days from the least of the shortest to the most of the longest.</summary>
    private static string Apart(DayRange shortest, DayRange longest) => longest.Max is not { } most
        ? "at least " + Phrases.Figure(shortest.Min, "day", "days")
        : shortest.Min == most ? Phrases.Figure(most, "day", "days")
        : $"{Phrases.Number(shortest.Min)} to {Phrases.Figure(most, "day", "days")}";

    private static string Count(int count) => Phrases.Count(count, "", "").TrimEnd() is "no" ? "none"
        : Phrases.Count(count, "", "").TrimEnd();

    private string In(int track) => track < 0 ? "" : " in " + record.Tracks[track].Title;
}
