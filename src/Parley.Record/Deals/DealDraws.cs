using Parley.Bargaining;
using Parley.Outcomes;
using Parley.Record.Framing;
using Choice = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<bool>>;

namespace Parley.Record.Deals;

/// <summary>Draws preferences, solves each draw, and tells how the listed deals fare.</summary>
internal sealed class DealDraws
{
    /// <summary>Outcomes that are listed because draws chose them most often.</summary>
    public const int MostSolutions = 3;

    /// <summary>Beyond these a draw is not solved.</summary>
    private static readonly FrontierLimits Limits = new(20_000, 1_000_000);

    private readonly DealsReport report;
    private readonly DealFinder finder;
    private readonly DealsOptions options;
    private readonly FramedTalks talks;
    private readonly OutcomeSpace space;
    private readonly PreferenceSampler sampler;
    private readonly List<SolvedDraw> draws = [];

    public DealDraws(DealsReport report, DealFinder finder, DealsOptions options)
    {
        this.report = report;
        this.finder = finder;
        this.options = options;
        talks = report.Talks;
        space = WithinLines(talks, report.Scope);
        sampler = new PreferenceSampler(talks, options.Seed);
    }

    /// <summary>The report with what was drawn.</summary>
    public DealsReport Compute()
    {
        do
        {
            PreferenceDraw draw = sampler.Draw();
            BargainingProblem problem = new(space, draw.Preferences);
            if (!ParetoFrontier.TryCompute(problem, Limits, out ParetoFrontier? frontier))
            {
                return report with { IsBeyondLimits = true };
            }

            draws.Add(new SolvedDraw(draw, frontier, BargainingSolutions.Compute(frontier)));
        }
        while (draws.Count < options.Draws && sampler.Unknowns.Count > 0);

        (double[] weights, double effective, bool isContradictory) = Weigh();
        Deal[] deals = [.. report.Deals, .. FindSolutions(weights)];
        List<bool[]> verdicts = [];
        for (int i = 0; i < deals.Length; i++)
        {
            deals[i] = Judge(deals[i], weights, verdicts);
        }

        bool isExact = sampler.Unknowns.Count == 0;
        return report with
        {
            Deals = deals,
            Uncertainty = new Uncertainty(
                options.Seed,
                draws.Count,
                PreferenceSampler.ErrorRate,
                sampler.Comparisons,
                effective,
                isContradictory,
                isExact ? [] : new QuestionFinder(sampler.Unknowns, [.. draws.Select(d => d.Draw.Numbers)], weights, verdicts).Find()),
            Exact = isExact ? ProblemDeals.Compute(talks.Record.Title, new BargainingProblem(space, draws[0].Draw.Preferences)) : null,
        };
    }

    /// <summary>The outcomes that the lines leave.</summary>
    private static OutcomeSpace WithinLines(FramedTalks talks, OutcomeScope scope)
    {
        OutcomeSpace space = talks.Space;
        foreach (FramedLine line in scope == OutcomeScope.All ? [] : talks.Parties.SelectMany(p => p.Lines))
        {
            IReadOnlyList<bool> places = scope == OutcomeScope.AsStated ? line.Stated : line.Revealed;
            space = space.Restrict(line.Issue, p => places[p]);
        }

        return space;
    }

    private (double[] Weights, double Effective, bool IsContradictory) Weigh()
    {
        double[] weights = [.. draws.Select(d => d.Draw.Weight)];
        double sum = weights.Sum();
        double effective = sum * sum / weights.Sum(w => w * w);
        bool isContradictory = draws.Count >= PreferenceSampler.FewestEffective && effective < PreferenceSampler.FewestEffective;
        return isContradictory
            ? ([.. weights.Select(_ => 1.0 / weights.Length)], effective, true)
            : ([.. weights.Select(w => w / sum)], effective, false);
    }

    /// <summary>The outcomes that the four solutions chose most often, one solution counting as much as another.</summary>
    private IEnumerable<Deal> FindSolutions(double[] weights)
    {
        SortedDictionary<Outcome, double> chosen = [];
        for (int i = 0; i < draws.Count; i++)
        {
            foreach (Outcome outcome in draws[i].FirstOfSolutions)
            {
                chosen[outcome] = chosen.GetValueOrDefault(outcome) + weights[i];
            }
        }

        return chosen.OrderByDescending(c => c.Value).Take(MostSolutions)
            .Select(c => finder.OfOutcome(DealKind.Solution, c.Key));
    }

    private Deal Judge(Deal deal, double[] weights, List<bool[]> verdicts)
    {
        bool[][] held = [.. Enumerable.Range(0, 6).Select(_ => new bool[draws.Count])];
        IReadOnlyList<int>[][] open = [.. deal.Choices.Select(OpenPlaces)];
        for (int i = 0; i < draws.Count; i++)
        {
            draws[i].Judge(deal.Choices, i, held);
            held[1][i] = open.Any(draws[i].HoldsAcceptable);
        }

        verdicts.AddRange(held[..3]);
        double[] shares = [.. held.Select(h => h.Select((holds, i) => holds ? weights[i] : 0).Sum())];
        return deal with
        {
            Utilities = [.. Enumerable.Range(0, talks.Parties.Count).Select(party => RangeOf(deal, party, weights))],
            Frequencies = new DealFrequencies(shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]),
        };
    }

    /// <summary>The places of each issue that a choice and the lines both leave.</summary>
    private IReadOnlyList<int>[] OpenPlaces(Choice choice) => [.. choice.Select((places, issue) => (IReadOnlyList<int>)
        [.. Enumerable.Range(0, places.Count).Where(p => places[p] && space.IsAllowed(issue, p))])];

    private UtilityRange RangeOf(Deal deal, int party, double[] weights)
    {
        double[] least = new double[draws.Count];
        double[] greatest = new double[draws.Count];
        for (int i = 0; i < draws.Count; i++)
        {
            (least[i], greatest[i]) = draws[i].EndsOf(deal.Choices, party);
        }

        return new UtilityRange(
            Quantile(least, weights, 0.05),
            Quantile([.. least.Select((l, i) => (l + greatest[i]) / 2)], weights, 0.5),
            Quantile(greatest, weights, 0.95));
    }

    /// <summary>The least number at or below which lies at least a share of the weights.</summary>
    internal static double Quantile(double[] numbers, double[] weights, double share)
    {
        int[] order = [.. Enumerable.Range(0, numbers.Length).OrderBy(i => numbers[i])];
        double sum = 0;
        foreach (int i in order)
        {
            sum += weights[i];
            if (sum >= share - 1e-9)
            {
                return numbers[i];
            }
        }

        return numbers[order[^1]];
    }
}
