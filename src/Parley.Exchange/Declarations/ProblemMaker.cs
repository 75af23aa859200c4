using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Declarations;

/// <summary>Makes the problem of what files say.</summary>
internal static class ProblemMaker
{
    /// <summary>The problem of a declaration.</summary>
    /// <param name="declaration">What the files say.</param>
    /// <param name="scale">In what utilities are counted; reservation values stay as written.</param>
    public static BargainingProblem Make(ScenarioDeclaration declaration, UtilityScale scale) => new(
        new OutcomeSpace(declaration.Issues.Select(i => i.Issue)),
        [.. declaration.Parties.Select(p => Make(declaration, p, scale))]);

    private static PartyPreferences Make(ScenarioDeclaration declaration, PartyDeclaration party, UtilityScale scale)
    {
        bool isRaw = scale == UtilityScale.Raw;
        Rational divisor = isRaw ? Rational.One : party.MaximumUtility ?? Rational.One;
        IEnumerable<UtilityTerm> worths = party.Worths.Select(w => new IssueTerm(
            w.Issue, isRaw || !party.IsDividedByGreatest ? w.Weight : w.Weight / GreatestOf(w.Values), w.Values));
        Rational constant = party.Rectangles.Where(r => r.Excludes)
            .Aggregate(Rational.Zero, (sum, r) => sum + (r.Utility * r.Weight / divisor));
        UtilityFunction function = new(worths.Concat(party.Rectangles.Select(r => TermOf(declaration, r, divisor))), constant);
        return new PartyPreferences(party.Name, function, party.ReservationValue ?? ReservationOf(declaration, party))
        {
            Discount = party.Discount is { Sign: > 0 } discount && discount <= Rational.One ? discount : Rational.One,
        };
    }

    /// <summary>The greatest evaluation of labels; 1 for lines, and where none is above 0.</summary>
    /// <param name="values">The evaluations.</param>
    internal static Rational GreatestOf(ValueFunction values)
    {
        Rational greatest = values is TableValues table ? table.Worths.Max() : Rational.One;
        return greatest.Sign > 0 ? greatest : Rational.One;
    }

    /// <summary>The utility of the reservation outcome; null when there is none.</summary>
    /// <param name="declaration">What the files say.</param>
    /// <param name="party">The party.</param>
    internal static Rational? ReservationOf(ScenarioDeclaration declaration, PartyDeclaration party) =>
        party.ReservationOutcome is not IReadOnlyDictionary<int, int> outcome
            ? null
            : party.Worths.Where(w => outcome.ContainsKey(w.Issue)).Aggregate(Rational.Zero, (sum, w) =>
                sum + (w.Weight * w.Values.At(declaration.Issues[w.Issue].Issue, outcome[w.Issue])));

    /// <summary>A box; one that excludes takes off inside what the constant has added everywhere.</summary>
    private static RectangleTerm TermOf(ScenarioDeclaration declaration, Rectangle rectangle, Rational divisor)
    {
        Rational worth = rectangle.Utility * rectangle.Weight / divisor;
        return new RectangleTerm(
            rectangle.Excludes ? -worth : worth,
            rectangle.Sides.GroupBy(s => s.Issue).OrderBy(g => g.Key)
                .Select(g => (g.Key, PlacesOf(declaration.Issues[g.Key].Issue, [.. g]))));
    }

    private static IReadOnlyList<bool> PlacesOf(Issue issue, RectangleSide[] sides) =>
        [.. Enumerable.Range(0, issue.Count!.Value).Select(issue.NumberAt)
            .Select(n => sides.All(s => n >= s.Low && n <= s.High))];
}
