namespace Parley.Record.Deals;

/// <summary>Finds what it would help most to know.</summary>
/// <remarks>
/// The answer is whether each listed deal is efficient, acceptable to all, and the Nash solution. Its variance is the sum
/// of p(1 − p) over these verdicts, with p the weighted share of draws in which one holds. Draws are split at the
/// weighted median of an unknown number; the drop of the variance, averaged over both sides, is what knowing the side
/// would narrow. Splits at random would narrow a little too, by about one part in the effective draws.
/// </remarks>
internal sealed class QuestionFinder(
    IReadOnlyList<Unknown> unknowns, double[][] numbers, double[] weights, IReadOnlyList<bool[]> verdicts)
{
    /// <summary>Questions that are told.</summary>
    public const int Most = 3;

    public IReadOnlyList<Question> Find()
    {
        double whole = Variance(Enumerable.Range(0, weights.Length).ToList(), out _);
        return whole <= 0 ? [] : [.. unknowns
            .Select((unknown, i) => new Question(unknown, Math.Max(0, (whole - Split(i)) / whole)))
            .Where(q => q.Narrowing > 0)
            .OrderByDescending(q => q.Narrowing)
            .Take(Most)];
    }

    private double Split(int unknown)
    {
        double median = DealDraws.Quantile([.. numbers.Select(n => n[unknown])], weights, 0.5);
        List<int> below = [];
        List<int> above = [];
        for (int i = 0; i < weights.Length; i++)
        {
            (numbers[i][unknown] <= median ? below : above).Add(i);
        }

        double low = Variance(below, out double lowWeight);
        double high = Variance(above, out double highWeight);
        return (low * lowWeight) + (high * highWeight);
    }

    private double Variance(List<int> draws, out double weight)
    {
        weight = draws.Sum(i => weights[i]);
        if (weight <= 0)
        {
            return 0;
        }

        double sum = 0;
        foreach (bool[] verdict in verdicts)
        {
            double share = draws.Sum(i => verdict[i] ? weights[i] : 0) / weight;
            sum += share * (1 - share);
        }

        return sum;
    }
}
