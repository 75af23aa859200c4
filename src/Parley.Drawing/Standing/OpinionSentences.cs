using Parley.Drawing.Wording;
using Parley.Record.Entries;
using Parley.Record.Standing;

namespace Parley.Drawing.Standing;

/// <summary>Opinions as sentences that leave them with those who hold them.</summary>
internal sealed class OpinionSentences(NegotiationRecord record, IWords words, Citer citer)
{
    /// <summary>Whether a reading is of an aim or of the condition of a party.</summary>
    public static string About(Reading reading) => reading.IsCondition ? "condition" : "aim";

    public string Opinion(Opinion item)
    {
        string holder = Phrases.Name(record.Actors[item.HolderId]);
        if (item.Kind == OpinionKind.Poll || item.About is null)
        {
            string content = EntryWords.Content(record, record[item.Evidence.First], words);
            return $"{holder} counts opinions:{content}. {citer.Bracketed(item.Evidence)}";
        }

        Reading reading = record.Readings[item.ReadingId];
        string title = reading.Title.Length > 0 && reading.Title != reading.Name
            ? $"{reading.Name} (\"{reading.Title}\")" : reading.Name;
        return $"{holder} holds of {Phrases.Name(item.About)}: {About(reading)} {title}. "
            + citer.Bracketed(item.Evidence);
    }

    public string Forecast(ForecastScore item)
    {
        Entry entry = record[item.Entry];
        string due = item.Due is { } day ? $", by {DateWords.Of(day)}" : "";
        string against = item.IsStatusQuo ? "the status quo" : "what was agreed";
        string score = item.State switch
        {
            ForecastState.Open => item.Due is null ? "Open: it has no day, and nothing is agreed on it." : "Open.",
            ForecastState.Hit => $"It came: held against {against}.",
            ForecastState.Miss => $"It did not come: held against {against}.",
            ForecastState.Undecided => $"Undecided: {against} shares some of these values and has others.",
            ForecastState.NothingToCompare => "It cannot be scored: nothing was agreed by then, and what held is not declared.",
            _ => "It cannot be scored: it is in words alone.",
        };
        return $"{Phrases.Name(entry.Speaker)} foretold{EntryWords.Content(record, entry, words)}{due}. {score} "
            + citer.Bracketed(item.Evidence);
    }
}
