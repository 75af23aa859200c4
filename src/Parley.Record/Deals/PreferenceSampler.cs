using Parley.Numerics;
using Parley.Preferences;
using Parley.Record.Framing;

namespace Parley.Record.Deals;

/// <summary>One draw of what the record leaves unknown.</summary>
/// <param name="Preferences">One a party.</param>
/// <param name="Numbers">What was drawn, in the order of <see cref="PreferenceSampler.Unknowns"/>.</param>
/// <param name="Weight">How well it fits what the parties did; above 0.</param>
internal sealed record PreferenceDraw(PartyPreferences[] Preferences, double[] Numbers, double Weight);

/// <summary>Draws preferences that the record allows.</summary>
/// <remarks>
/// Utilities are sums over issues of weight times worth, weights adding up to 1. Everything is drawn on a grid, so that
/// utilities are exact: weights, worths and numbers within declared bounds in thousandths.
/// </remarks>
public sealed class PreferenceSampler
{
    /// <summary>How often what a party does is taken not to follow its preferences.</summary>
    public const double ErrorRate = 0.1;

    /// <summary>As how many draws of equal weight the draws must count, so that they are weighed.</summary>
    public const int FewestEffective = 50;

    private const int Grid = 1000;
    private readonly FramedTalks talks;
    private readonly SeededRandom random;
    private readonly List<Unknown> unknowns = [];
    private readonly List<double> numbers = [];
    private readonly PartyConduct[] conduct;
    private bool isFirst = true;

    internal PreferenceSampler(FramedTalks talks, ulong seed)
    {
        this.talks = talks;
        random = new SeededRandom(seed);
        conduct = [.. talks.Parties.Select(p => PartyConduct.Of(talks, p))];
    }

    /// <summary>What is drawn; known after the first draw.</summary>
    internal IReadOnlyList<Unknown> Unknowns => unknowns;

    /// <summary>How many things that the parties did weigh the draws.</summary>
    internal int Comparisons => conduct.Sum(c => c.Pairs.Count + c.Accepted.Count);

    internal PreferenceDraw Draw()
    {
        numbers.Clear();
        double weight = 1;
        PartyPreferences[] result = new PartyPreferences[talks.Parties.Count];
        for (int party = 0; party < result.Length; party++)
        {
            FramedParty framed = talks.Parties[party];
            DrawnWorths worths = new(DrawWeights(party, framed), DrawValues(party, framed));
            Rational reservation = DrawReservation(party, framed, worths);
            weight *= conduct[party].Fit(worths, reservation);
            UtilityFunction utility = UtilityFunction.Additive(
                worths.Weights.Select((w, i) => (w, (ValueFunction)new TableValues(worths.Values[i]))));
            result[party] = new PartyPreferences(framed.Party.Name, utility, reservation);
        }

        isFirst = false;
        return new PreferenceDraw(result, [.. numbers], weight);
    }

    private void Note(Unknown unknown, Rational number)
    {
        if (isFirst)
        {
            unknowns.Add(unknown);
        }

        numbers.Add(number.ToDouble());
    }

    private Rational DrawWithin(Entries.Estimate bounds, Unknown unknown)
    {
        if (bounds.Low == bounds.High)
        {
            return bounds.Low;
        }

        Rational drawn = bounds.Low + ((Rational.Of(bounds.High) - bounds.Low) * new Rational(random.NextBelow(Grid + 1), Grid));
        Note(unknown, drawn);
        return drawn;
    }

    /// <summary>
    /// Declared weights, drawn within their bounds. Where none is declared they are drawn flat over all weights that add
    /// up to 1; where some are, the others are drawn from 0 to the greatest declared. An issue of one value weighs nothing.
    /// </summary>
    private Rational[] DrawWeights(int party, FramedParty framed)
    {
        Rational[] weights = new Rational[talks.Issues.Count];
        int[] open = [.. Enumerable.Range(0, weights.Length)
            .Where(i => framed.Wishes[i].Weight is null && talks.Issues[i].Scale.Count > 1)];
        int[] declared = [.. Enumerable.Range(0, weights.Length).Where(i => framed.Wishes[i].Weight is not null)];
        foreach (int issue in declared)
        {
            weights[issue] = DrawWithin(framed.Wishes[issue].Weight!.Value, new Unknown(party, UnknownKind.Weight, issue));
        }

        if (declared.Length > 0)
        {
            Rational most = declared.Select(i => weights[i]).Max();
            foreach (int issue in open)
            {
                weights[issue] = most * new Rational(random.NextBelow(Grid + 1), Grid);
                Note(new Unknown(party, UnknownKind.Weight, issue), weights[issue]);
            }
        }
        else
        {
            int[] shares = DrawShares(open.Length);
            for (int i = 0; i < open.Length; i++)
            {
                weights[open[i]] = new Rational(shares[i], Grid);
                if (open.Length > 1)
                {
                    Note(new Unknown(party, UnknownKind.Weight, open[i]), weights[open[i]]);
                }
            }
        }

        Rational sum = weights.Aggregate(Rational.Zero, (a, b) => a + b);
        return sum.Sign == 0 ? weights : [.. weights.Select(w => w / sum)];
    }

    /// <summary>Whole numbers that add up to the grid, flat over all of them: distances between sorted draws.</summary>
    private int[] DrawShares(int count)
    {
        if (count == 0)
        {
            return [];
        }

        int[] cuts = [0, .. Enumerable.Range(0, count - 1).Select(_ => random.NextBelow(Grid + 1)).Order(), Grid];
        return [.. Enumerable.Range(0, count).Select(i => cuts[i + 1] - cuts[i])];
    }

    private Rational[][] DrawValues(int party, FramedParty framed)
    {
        Rational[][] result = new Rational[talks.Issues.Count][];
        for (int issue = 0; issue < result.Length; issue++)
        {
            WorthDrawing drawing = new(random, talks.Issues[issue], framed.Wishes[issue]);
            result[issue] = drawing.Draw((kind, place, number) => Note(new Unknown(party, kind, issue, place), number));
        }

        return result;
    }

    /// <summary>
    /// The declared one, drawn within its bounds; else the utility of the status quo where all of it is declared; else
    /// drawn evenly from 0 to the utility of the party's last package, what it does not address at its mean worth.
    /// </summary>
    private Rational DrawReservation(int party, FramedParty framed, DrawnWorths worths)
    {
        if (framed.Reservation is { } declared)
        {
            return DrawWithin(declared, new Unknown(party, UnknownKind.Reservation));
        }

        if (talks.StatusQuo is { } outcome)
        {
            return worths.Of(outcome);
        }

        Rational own = worths.LeastOf(conduct[party].Last, null);
        int most = (int)Rational.Max(own * Grid, Rational.Zero).Floor();
        Rational drawn = new(random.NextBelow(most + 1), Grid);
        Note(new Unknown(party, UnknownKind.Reservation), drawn);
        return drawn;
    }
}
