namespace Parley.Bench.Journals;

/// <summary>The issues of generated talks: twenty numeric, eight ordered, two of labels without order.</summary>
internal static class IssueList
{
    /// <summary>Makes them afresh, with both parties at their openings.</summary>
    public static IssueScale[] Create() =>
    [
        new NumericScale("wage", (0, 200), 1, 1, "%", 0),
        new OrderedScale("access", ["none", "daylight", "escorted", "free"], 0),
        new NumericScale("term", (1, 60), 1, 0, "months", 1),
        new NumericScale("fee", (0, 50_000), 50, 0, "EUR", 1),
        new NumericScale("quota", (0, 9_000), 5, 2, "%", 0),
        new UnorderedScale("seat", ["capital", "island", "abroad"]),
        new NumericScale("loan", (1, 900), 1, 0, "m USD", 0),
        new OrderedScale("audit", ["none", "internal", "joint", "external"], 1),
        new NumericScale("holiday", (5, 45), 1, 0, "days", 0),
        new NumericScale("rent", (1_000, 9_000), 10, 0, "EUR/month", 1),
        new OrderedScale("relief", ["none", "partial", "full"], 0),
        new NumericScale("share", (0, 1_000), 1, 1, "%", 1),
        new NumericScale("tariff", (0, 6_000), 25, 2, "%", 1),
        new NumericScale("depth", (20, 400), 2, 1, "metres", 0),
        new OrderedScale("patrols", ["none", "joint", "separate"], 1),
        new NumericScale("staff", (10, 990), 5, 0, "people", 0),
        new NumericScale("bonus", (1, 80), 1, 0, "k USD", 0),
        new OrderedScale("transit", ["closed", "permits", "open"], 0),
        new NumericScale("flow", (100, 3_000), 10, 0, "m3/s", 1),
        new NumericScale("hours", (300, 480), 5, 1, "h/week", 1),
        new UnorderedScale("court", ["local", "mixed", "arbitration", "abroad"]),
        new NumericScale("price", (100, 9_900), 5, 2, "GBP/share", 0),
        new OrderedScale("amnesty", ["none", "minor", "broad", "general"], 0),
        new NumericScale("notice", (7, 365), 1, 0, "days", 0),
        new NumericScale("penalty", (0, 300), 1, 1, "%", 1),
        new OrderedScale("reporters", ["closed", "pool", "open"], 1),
        new NumericScale("storage", (0, 750), 5, 0, "t", 0),
        new NumericScale("berths", (1, 40), 1, 0, "berths", 0),
        new OrderedScale("schools", ["separate", "shared", "common"], 0),
        new NumericScale("deposit", (0, 2_500), 25, 0, "EUR", 1),
    ];
}
