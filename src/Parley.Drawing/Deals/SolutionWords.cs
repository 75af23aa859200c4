using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The solutions by the names that people know them by, in the order in which they are told.</summary>
internal static class SolutionWords
{
    /// <summary>Each solution with the places of its profiles; one without any is left out.</summary>
    /// <param name="efficient">What is efficient.</param>
    public static IEnumerable<(int Place, string Name, bool IsTied)> Of(EfficientOutcomes efficient)
    {
        (string Name, IReadOnlyList<int> Places)[] all =
        [
            ("Nash", efficient.Nash),
            ("Kalai-Smorodinsky", efficient.KalaiSmorodinsky),
            ("egalitarian", efficient.Egalitarian),
            ("utilitarian", efficient.Utilitarian),
        ];
        return all.SelectMany(s => s.Places, (s, place) => (place, s.Name, s.Places.Count > 1));
    }
}
