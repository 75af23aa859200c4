using Parley.Numerics;
using Parley.Outcomes;
using Parley.Record.Framing;

namespace Parley.Record.Deals;

/// <summary>Weights and worths of one party in one draw.</summary>
/// <param name="Weights">One an issue.</param>
/// <param name="Values">By issue and place.</param>
internal sealed record DrawnWorths(Rational[] Weights, Rational[][] Values)
{
    private readonly Rational[] means = [.. Values.Select(v => v.Aggregate(Rational.Zero, (a, b) => a + b) / v.Length)];

    public Rational Of(Outcome outcome)
    {
        Rational sum = Rational.Zero;
        for (int i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * Values[i][outcome[i]];
        }

        return sum;
    }

    /// <summary>The least utility of what some terms allow; null alternatives count at mean worth throughout.</summary>
    /// <param name="terms">Places by alternative and issue; null for an issue that is not addressed.</param>
    /// <param name="only">The issues to sum over; null for all, those not addressed at their mean worth.</param>
    public Rational LeastOf(IReadOnlyList<bool[]?[]> terms, IReadOnlySet<int>? only)
    {
        Rational? least = null;
        foreach (bool[]?[] alternative in terms)
        {
            Rational sum = SumOf(alternative, only);
            least = least is { } known ? Rational.Min(known, sum) : sum;
        }

        return least ?? SumOf(new bool[]?[Weights.Length], only);
    }

    private Rational SumOf(bool[]?[] alternative, IReadOnlySet<int>? only)
    {
        Rational sum = Rational.Zero;
        for (int i = 0; i < Weights.Length; i++)
        {
            if (only is null || only.Contains(i))
            {
                sum += Weights[i] * (alternative[i] is { } places ? LeastOf(Values[i], places) : means[i]);
            }
        }

        return sum;
    }

    private static Rational LeastOf(Rational[] worths, bool[] places)
    {
        Rational? least = null;
        for (int place = 0; place < worths.Length; place++)
        {
            least = places[place] && !(least <= worths[place]) ? worths[place] : least;
        }

        return least!.Value;
    }
}

/// <summary>What a party did that its preferences should explain.</summary>
/// <param name="Last">Its last package that stands or, failing that, its last; empty when it made none.</param>
/// <param name="Pairs">Successive packages that address the same issues, with these issues.</param>
/// <param name="Accepted">Packages of others that it accepted.</param>
internal sealed record PartyConduct(
    IReadOnlyList<bool[]?[]> Last,
    IReadOnlyList<(IReadOnlyList<bool[]?[]> Earlier, IReadOnlyList<bool[]?[]> Later, IReadOnlySet<int> Issues)> Pairs,
    IReadOnlyList<IReadOnlyList<bool[]?[]>> Accepted)
{
    /// <summary>Finds it: packages on a condition, and those of which accounts differ, show nothing.</summary>
    public static PartyConduct Of(FramedTalks talks, FramedParty party)
    {
        FramedPackage[] clear = [.. party.Packages.Where(p => !p.IsConditional && p.Readings.Count == 1 && p.Readings[0].Terms.Count > 0)];
        FramedPackage? last = clear.LastOrDefault(p => p.Stands) ?? clear.LastOrDefault();
        List<(IReadOnlyList<bool[]?[]>, IReadOnlyList<bool[]?[]>, IReadOnlySet<int>)> pairs = [];
        for (int later = 1; later < clear.Length; later++)
        {
            HashSet<int> issues = IssuesOf(clear[later]);
            int earlier = later - 1;
            while (earlier >= 0 && !IssuesOf(clear[earlier]).SetEquals(issues))
            {
                earlier--;
            }

            if (earlier >= 0 && !HasAlternativeChanged(talks, party, clear[earlier], clear[later]))
            {
                pairs.Add((PlacesOf(talks, clear[earlier]), PlacesOf(talks, clear[later]), issues));
            }
        }

        return new PartyConduct(
            last is null ? [] : PlacesOf(talks, last),
            pairs,
            [.. party.Acceptances.Where(p => p.Readings.Count == 1 && p.Readings[0].Terms.Count > 0).Select(p => PlacesOf(talks, p))]);
    }

    /// <summary>How likely what it did is, for some preferences: 1 less the error rate, or the error rate, for each.</summary>
    public double Fit(DrawnWorths worths, Rational reservation)
    {
        double weight = 1;
        foreach ((IReadOnlyList<bool[]?[]> earlier, IReadOnlyList<bool[]?[]> later, IReadOnlySet<int> issues) in Pairs)
        {
            weight *= worths.LeastOf(earlier, issues) >= worths.LeastOf(later, issues)
                ? 1 - PreferenceSampler.ErrorRate : PreferenceSampler.ErrorRate;
        }

        foreach (IReadOnlyList<bool[]?[]> accepted in Accepted)
        {
            weight *= worths.LeastOf(accepted, null) >= reservation
                ? 1 - PreferenceSampler.ErrorRate : PreferenceSampler.ErrorRate;
        }

        return weight;
    }

    private static HashSet<int> IssuesOf(FramedPackage package) => [.. package.Readings[0].Terms.Select(t => t.Issue)];

    private static bool HasAlternativeChanged(FramedTalks talks, FramedParty party, FramedPackage earlier, FramedPackage later)
    {
        int from = talks.Record[earlier.Entry].When.FirstDay;
        int to = talks.Record[later.Entry].When.FirstDay;
        return party.AlternativeSince.Any(day => from < day && day <= to);
    }

    private static List<bool[]?[]> PlacesOf(FramedTalks talks, FramedPackage package)
    {
        PackageReading reading = package.Readings[0];
        HashSet<int> addressed = IssuesOf(package);
        return [.. new DealFinder(talks).ChoicesOf(reading).Select(choice => choice
            .Select((places, i) => addressed.Contains(i) && places.Contains(true) ? places.ToArray() : null).ToArray())];
    }
}
