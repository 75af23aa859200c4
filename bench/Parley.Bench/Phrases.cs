namespace Parley.Bench;

/// <summary>Neutral words, put together at random: they stand in for what a note-taker would write.</summary>
internal static class Phrases
{
    private static readonly string[] Words =
    [
        "after", "agenda", "annex", "answer", "asked", "autumn", "before", "both", "brief", "called", "chair",
        "clause", "closed", "committee", "common", "copy", "counsel", "day", "delegation", "draft", "due", "earlier",
        "evening", "evidence", "experts", "figures", "final", "first", "for", "from", "further", "given", "hall",
        "heard", "held", "hour", "in", "joint", "later", "letter", "line", "long", "lunch", "main", "map", "market",
        "meeting", "members", "minutes", "morning", "new", "next", "night", "no", "note", "of", "office", "on", "open",
        "other", "over", "page", "paper", "part", "plan", "press", "private", "proposal", "question", "quiet", "read",
        "ready", "record", "reply", "report", "room", "round", "said", "schedule", "second", "secretary", "sent",
        "session", "short", "side", "signed", "small", "spring", "staff", "statement", "summary", "summer", "table",
        "talks", "team", "text", "the", "third", "to", "together", "took", "under", "until", "visit", "was", "week",
        "were", "winter", "with", "without", "work", "year", "Zürich", "café", "São", "Łódź", "naïve", "Málaga",
    ];

    /// <summary>Adds words until there are at least so many bytes of them.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="random">Which words.</param>
    /// <param name="bytes">How many bytes at least; the last word may go over it.</param>
    public static void AddTo(TextSink sink, SeededRandom random, int bytes)
    {
        long end = sink.Length + bytes;
        sink.Add(random.OneOf(Words));
        while (sink.Length < end)
        {
            sink.Add(" ").Add(random.OneOf(Words));
        }
    }
}
