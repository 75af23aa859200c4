using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Deadlines, offers called final, pressure and the cost of waiting.</summary>
internal sealed partial class RhythmSentences
{
    public string Deadline(Deadline item)
    {
        string tag = item.Tag < 0 ? "" : " #" + record.TagName(item.Tag);
        string what = item.Verb switch
        {
            Verb.Offers => $"offer{tag} of {say.Name(item.SpeakerId)}",
            Verb.Demands => $"demand{tag} of {say.Name(item.SpeakerId)}",
            Verb.Promises => $"promise{tag} of {say.Name(item.SpeakerId)}",
            Verb.Threatens => $"threat{tag} of {say.Name(item.SpeakerId)}",
            _ => $"deadline{tag} set by {say.Name(item.SpeakerId)}",
        };
        List<string> days = [.. item.Days.Select((day, i) => Day(item, day, isLast: i == item.Days.Count - 1))];
        return $"{what}{In(item.TrackId)}: {string.Join("; ", days)}. {citer.Bracketed(item.Evidence)}";
    }

    public string DeadlineTest(DeadlineTest item) =>
        $"{Count(item.Test.Hits)} of {Phrases.Count(item.Test.Of, "concession", "concessions")} came within "
        + $"{Phrases.Figure(item.WithinDays, "day", "days")} of a deadline that came. "
        + $"{Chance(item.Test, "of them", "concessions")} {citer.Bracketed(item.Evidence)}";

    public string Finality(Finality item)
    {
        Entry entry = record[item.Entry];
        string noun = entry.Verb == Verb.Demands ? "demand" : entry.Verb == Verb.Offers ? "offer" : "terms";
        string tag = entry.Tag < 0 || entry.TagRole != TagRole.Names ? "" : " #" + record.TagName(entry.Tag);
        string later = item.Days is { } days ? Phrases.Sentence(Phrases.Later(days)) : "";
        string by = item.IsAgreement ? "it agreed to" : "it put forward";
        string steps = Steps(item);
        string fate = item.State switch
        {
            FinalityState.Stands => "Nothing later on record gives more or less.",
            FinalityState.NotComparable => item.Later < 0 ? "Nothing later on record can be compared with it."
                : "What came later cannot be compared with it.",
            FinalityState.Improved => $"{later} {by} more for the other side: {steps}.",
            _ => $"{later} {by} other terms: {steps}.",
        };
        return $"{say.Name(item.SpeakerId)} called its {noun}{tag} final. {fate} {citer.Bracketed(item.Evidence)}";
    }

    public string Pressure(Pressure item)
    {
        Entry entry = record[item.Entry];
        string kind = EntryWords.Pressure(entry.Pressure);
        string content = EntryWords.Content(record, entry, words).TrimStart();
        content = content.StartsWith(kind, StringComparison.Ordinal) ? content[kind.Length..].TrimStart() : content;
        string on = item.IsInternal ? " on its own side" : "";
        string near = Near(item);
        string end = item.EndEntry < 0 ? item.Lasts ? " It has not been lifted." : ""
            : $" It ended on {DateWords.Of(record[item.EndEntry].When)}.";
        string contested = item.IsContested ? " Contested." : "";
        string text = content.Length == 0 ? "" : ": " + content;
        return $"{Phrases.Name(item.Party)}, {Kind(item.Kind)}{on}{In(item.TrackId)}{text}.{near}{end}{contested} "
            + citer.Bracketed(item.Evidence);
    }

    public string PressureTest(PressureTest item) => item.Test.Obstacle == PlaceboObstacle.TooFewActs
        ? $"{Phrases.Name(item.Party)}, {Kind(item.Kind)}: there are too few acts to test whether they crowd near rounds. "
            + citer.Bracketed(item.Evidence)
        : $"{Phrases.Name(item.Party)}: {Count(item.Test.Hits)} of {Phrases.Count(item.Test.Of, "act", "acts")} of "
            + $"{Kind(item.Kind)} came within {Phrases.Figure(item.WithinDays, "day", "days")} of a round held or planned. "
            + $"{Chance(item.Test, "of them", "acts")} {citer.Bracketed(item.Evidence)}";

    public string Waiting(Waiting item)
    {
        string amount = $"{Money(item.Cost.Amount)} {item.Cost.Unit} a {Unit(item.Cost.Per)}";
        string from = item.From is { } start ? $" from {DateWords.Day(start)}" : "";
        string sum = item is not { SoFar: { } total, Elapsed: { } elapsed, Until: { } until } ? ""
            : elapsed == 0 ? $"; no such day had come by {DateWords.Day(until)}"
            : $"; {Phrases.Figure(elapsed, "day", "days")} up to {DateWords.Day(until)} come to {Money(total)} {item.Cost.Unit}";
        string text = $"Waiting costs {Phrases.Name(item.Cost.Party)} {amount}{from}{sum}.";
        foreach (WaitingGap near in item.Gaps)
        {
            Gap gap = report.Gaps[near.Gap];
            string times = near.Times is { } estimate
                ? $", the cost of {Money(estimate)} {Unit(item.Cost.Per)}s" : "";
            text += $" The gap on {say.Issue(gap.IssueId, gap.BasisIndex)} is "
                + $"{say.Amount(gap.IssueId, gap.BasisIndex, near.Amount)}{times}. {citer.Bracketed(gap.Evidence)}";
        }

        return text;
    }

    private string Day(Deadline item, DeadlineDay day, bool isLast)
    {
        string date = DateWords.Of(day.Day);
        string state = day.State switch
        {
            DeadlineState.Ahead => "is ahead",
            DeadlineState.Met => "was met",
            DeadlineState.Moved => "was put off before it came",
            DeadlineState.Cancelled => "was called off",
            _ => item.Verb switch
            {
                Verb.Offers or Verb.Demands => "passed without an agreement to it",
                Verb.Promises => "passed before it was kept",
                Verb.Threatens => "passed without what would have averted it",
                _ => "passed without it",
            },
        };
        string late = isLast && item.DaysLate is { } days ? $", which came {Phrases.Later(days)}" : "";
        string before = day.ConcessionsBefore.Count == 0 ? ""
            : $", after {Concessions(day.ConcessionsBefore)} in the days before";
        string after = day.ConcessionsAfter.Count == 0 ? "" : $", with {Concessions(day.ConcessionsAfter)} in the days after";
        return $"{date} {state}{late}{before}{after}";
    }

    private string Concessions(IReadOnlyList<int> entries) =>
        $"{Phrases.Count(entries.Count, "concession", "concessions")} {citer.Bracketed(entries)}";

    private string Steps(Finality item)
    {
        List<string> steps = [];
        foreach (FinalityStep step in item.Steps)
        {
            if (step.From.Equals(step.To))
            {
                continue;
            }

            steps.Add($"{say.Issue(step.IssueId, step.BasisIndex)} {say.Values(step.IssueId, step.BasisIndex, step.From)}"
                + $"{arrow}{say.Values(step.IssueId, step.BasisIndex, step.To)}");
        }

        return string.Join("; ", steps);
    }

    private string Near(Pressure item)
    {
        List<string> near = [];
        if (item.After is { } after)
        {
            near.Add(Phrases.Later(after.Days) == "the same day"
                ? $"on the day of {RoundName(after.Round)}" : $"{Phrases.Days(after.Days)} after {RoundName(after.Round)}");
        }

        if (item.Before is { } before)
        {
            near.Add(Phrases.Later(before.Days) == "the same day"
                ? $"on the day of {RoundName(before.Round)}" : $"{Phrases.Days(before.Days)} before {RoundName(before.Round)}");
        }

        return near.Count == 0 ? "" : " " + Phrases.Sentence(Phrases.List(near)) + ".";
    }

    private string RoundName(int index)
    {
        Round round = report.Rounds[index];
        string planned = round.IsHeld ? "" : "planned ";
        return round.Number is { } number ? (round.IsHeld ? "" : "the planned ") + "round " + Phrases.Number(number)
            : $"the {planned}round of {DateWords.Of(round.Date)}";
    }

    private string Money(Estimate amount) => amount.Low == amount.High ? Number(amount.Low)
        : $"{Number(amount.Low)} to {Number(amount.High)}";

    private string Number(decimal amount) => amount is > 0 and < 0.1m ? "less than 0.1" : words.PrintNumber(
        Math.Abs(amount) < 100 ? Math.Round(amount, 1, MidpointRounding.AwayFromZero) : Math.Round(amount));

    private static string Unit(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => "day",
        TimeUnit.Week => "week",
        TimeUnit.Month => "month",
        _ => "year",
    };

    private static string Kind(PressureKind kind) =>
        kind == PressureKind.Information ? "pressure by information" : kind.ToString().ToLowerInvariant() + " pressure";
}
