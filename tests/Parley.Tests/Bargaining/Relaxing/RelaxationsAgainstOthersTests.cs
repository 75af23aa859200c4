using System.Collections.Immutable;
using CsCheck;
using Google.OrTools.Sat;
using Parley.Bargaining.Relaxing;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining.Relaxing;

/// <summary>Small random problems, by trying every outcome, and by a constraint solver.</summary>
public sealed class RelaxationsAgainstOthersTests
{
    private const int Sizes = 4;

    /// <summary>Three issues of four values each; for two parties a worth of each; up to six demands.</summary>
    private sealed record Small(Issue[] Issues, int[][] Worths, Demand[] Demands)
    {
        public OutcomeSpace Space { get; } = new(Issues);

        public UtilityFunction[] Utilities { get; } =
        [
            .. Worths.Select(w => new UtilityFunction(Enumerable.Range(0, Issues.Length).Select(
                i => new IssueTerm(i, 1, new TableValues(w.Skip(i * Sizes).Take(Sizes).Select(v => (Rational)v)))))),
        ];

        public int UtilityOf(int party, int[] places) => places.Select((p, i) => Worths[party][(i * Sizes) + p]).Sum();
    }

    private static readonly Gen<Small> Problems =
        from worths in Gen.Int[0, 9].Array[3 * Sizes].Array[2]
        from demands in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[1, 14], Gen.Int[6, 26]).Array[1, 6]
        select Of(worths, demands);

    [Fact]
    public void Every_way_and_every_amount_is_what_trying_all_outcomes_finds() =>
        Problems.Sample(
            problem =>
            {
                Relaxations found = Relaxations.Find(problem.Space, problem.Utilities, problem.Demands);
                int[][] outcomes = [.. Outcomes()];
                bool CanBeMet(IEnumerable<int> held) => outcomes.Any(o => held.All(d => AmountOf(problem, problem.Demands[d], o) == 0));
                int[] all = [.. Enumerable.Range(0, problem.Demands.Length)];
                Assert.Equal(CanBeMet(all), found.CanBeMet);
                Assert.All(found.Clashes, c => Assert.True(!CanBeMet(c) && c.All(d => CanBeMet(c.Remove(d)))));
                Assert.All(found.Ways, w => Assert.True(CanBeMet(all.Except(w.Demands)) && w.Demands.All(d => !CanBeMet(all.Except(w.Demands.Remove(d))))));
                Assert.All(found.Clashes, c => Assert.All(found.Ways, w => Assert.NotEmpty(c.Intersect(w.Demands))));
                foreach (Relaxation way in found.Ways)
                {
                    int[] held = [.. all.Except(way.Demands)];
                    int[][] met = [.. outcomes.Where(o => held.All(d => AmountOf(problem, problem.Demands[d], o) == 0))];
                    string[] expected = [.. Undominated(problem, way.Demands, met)];
                    Assert.Equal(expected, way.Choices.Select(c => Key(problem, way.Demands, c)).Order(StringComparer.Ordinal));
                    Assert.All(way.Choices, c => Assert.Equal(
                        c.Loosenings.Select(l => l.Amount),
                        way.Demands.Select(d => (Rational)AmountOf(problem, problem.Demands[d], [.. c.Witness!.Select(v => v.Place!.Value)]))));
                }
            },
            iter: 300);

    [Fact]
    public void A_constraint_solver_finds_the_same_least_amounts() =>
        Problems.Sample(
            problem =>
            {
                Relaxations found = Relaxations.Find(problem.Space, problem.Utilities, problem.Demands);
                int[] all = [.. Enumerable.Range(0, problem.Demands.Length)];
                Assert.Equal(found.CanBeMet, SolveLeast(problem, all, null) is not null);
                Assert.All(found.Clashes, c => Assert.Null(SolveLeast(problem, c, null)));
                foreach (Relaxation way in found.Ways)
                {
                    for (int i = 0; i < way.Demands.Length; i++)
                    {
                        long? least = SolveLeast(problem, all.Except(way.Demands), problem.Demands[way.Demands[i]]);
                        Assert.Equal(way.LeastOf(i).Amount, (Rational)(int)least!.Value);
                    }
                }
            },
            iter: 40,
            threads: 1);

    [Fact]
    public void Scales_without_steps_agree_with_trying_points_between_all_ends() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Bool, Gen.Bool).Array[1, 6].Sample(
            ends =>
            {
                // Ends are whole numbers, so points in the middle between neighbours stand for all that lies between.
                Demand[] demands = [.. ends.Select(e => RelaxationsTests.Number(0, 0, e.Item1 == e.Item2
                    ? NumberRange.Exactly(e.Item1)
                    : new NumberRange(Math.Min(e.Item1, e.Item2), e.Item3, Math.Max(e.Item1, e.Item2), e.Item4)))];
                Relaxations found = Relaxations.Find(new([Issue.Real("x", 0, 6)]), [null], demands);
                Rational[] points = [.. Enumerable.Range(0, 13).Select(p => new Rational(p, 2))];
                bool CanBeMet(IEnumerable<int> held) => points.Any(x => held.All(d => ((NumberDemand)demands[d]).Ranges[0].Contains(x)));
                int[] all = [.. Enumerable.Range(0, demands.Length)];
                Assert.Equal(CanBeMet(all), found.CanBeMet);
                Assert.All(found.Clashes, c => Assert.True(!CanBeMet(c) && c.All(d => CanBeMet(c.Remove(d)))));
                foreach (Relaxation way in found.Ways)
                {
                    Assert.True(CanBeMet(all.Except(way.Demands)) && way.Demands.All(d => !CanBeMet(all.Except(way.Demands.Remove(d)))));
                    foreach ((int demand, int position) in way.Demands.Select((d, i) => (d, i)))
                    {
                        NumberRange range = ((NumberDemand)demands[demand]).Ranges[0];
                        NumberRange left = all.Except(way.Demands).Aggregate(
                            NumberRange.Between(0, 6), (r, d) => r.Meet(((NumberDemand)demands[d]).Ranges[0]));
                        bool isAbove = left.Inside > range.Inside;
                        Rational gap = isAbove ? left.Low!.Value - range.High!.Value : range.Low!.Value - left.High!.Value;
                        bool isAttained = isAbove ? left.IncludesLow && range.IncludesHigh : left.IncludesHigh && range.IncludesLow;
                        Assert.Equal((gap, isAttained), (way.LeastOf(position).Amount, way.LeastOf(position).IsAttained));
                    }
                }
            },
            iter: 500);

    private static Small Of(int[][] worths, (int Kind, int Party, int Places, int Level)[] demands)
    {
        Issue[] issues = [Issue.Categorical("a", "p", "q", "r", "s"), Issue.Ordered("b", "p", "q", "r", "s"), Issue.Whole("c", 0, 3)];
        return new Small(issues, worths, [.. demands.Select(d => (Demand)(d.Kind switch
        {
            3 => new ReservationDemand(d.Party, d.Level),
            2 => new NumberDemand(d.Party, 2, [.. PlacesOf(d.Places).Select(p => NumberRange.Exactly(p))]),
            _ => new LabelDemand(d.Party, d.Kind, PlacesOf(d.Places)),
        }))]);
    }

    private static ImmutableArray<int> PlacesOf(int bits) => [.. Enumerable.Range(0, Sizes).Where(p => (bits >> p & 1) == 1)];

    private static IEnumerable<int[]> Outcomes() => Enumerable.Range(0, Sizes * Sizes * Sizes).Select(
        n => new[] { n / (Sizes * Sizes), n / Sizes % Sizes, n % Sizes });

    private static int AmountOf(Small problem, Demand demand, int[] places) => demand switch
    {
        ReservationDemand own => Math.Max(0, (int)own.Least.Numerator - problem.UtilityOf(own.Party, places)),
        LabelDemand { Issue: 0 } labels => labels.Places.Contains(places[0]) ? 0 : 1,
        LabelDemand labels => labels.Places.Min(p => Math.Abs(p - places[1])),
        NumberDemand numbers => numbers.Ranges.Min(r => Math.Abs((int)r.Low!.Value.Numerator - places[2])),
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<string> Undominated(Small problem, ImmutableArray<int> loosened, int[][] met)
    {
        bool hasLabels = loosened.Any(d => problem.Demands[d] is LabelDemand { Issue: 0 });
        (int Label, int[] Amounts)[] all =
            [.. met.Select(o => (hasLabels ? o[0] : -1, loosened.Select(d => AmountOf(problem, problem.Demands[d], o)).ToArray()))];
        return all.Where(a => !all.Any(b => b.Label == a.Label && !b.Amounts.SequenceEqual(a.Amounts)
                && b.Amounts.Zip(a.Amounts).All(p => p.First <= p.Second)))
            .Select(a => $"{a.Label}: {string.Join(' ', a.Amounts)}").Distinct().Order(StringComparer.Ordinal);
    }

    private static string Key(Small problem, ImmutableArray<int> loosened, LooseningChoice choice)
    {
        bool hasLabels = loosened.Any(d => problem.Demands[d] is LabelDemand { Issue: 0 });
        return $"{(hasLabels ? choice.Witness![0].Place : -1)}: {string.Join(' ', choice.Loosenings.Select(l => RelaxationsTests.Write(l.Amount)))}";
    }

    /// <summary>The least amount of one demand while others hold, or 0 without one; null when they cannot hold.</summary>
    private static long? SolveLeast(Small problem, IEnumerable<int> held, Demand? measured)
    {
        CpModel model = new();
        BoolVar[][] chosen = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, Sizes).Select(p => model.NewBoolVar($"{i}{p}")).ToArray())];
        foreach (BoolVar[] values in chosen)
        {
            model.AddExactlyOne(values);
        }

        foreach (int demand in held)
        {
            model.Add(AmountIn(problem, model, chosen, problem.Demands[demand]) == 0);
        }

        if (measured is not null)
        {
            model.Minimize(AmountIn(problem, model, chosen, measured));
        }

        CpSolver solver = new() { StringParameters = "num_workers:1 random_seed:1" };
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal => measured is null ? 0 : (long)Math.Round(solver.ObjectiveValue),
            CpSolverStatus.Infeasible => null,
            CpSolverStatus status => throw new InvalidOperationException($"The solver says {status}."),
        };
    }

    private static IntVar AmountIn(Small problem, CpModel model, BoolVar[][] chosen, Demand demand)
    {
        IntVar amount = model.NewIntVar(0, 1000, "amount");
        if (demand is ReservationDemand own)
        {
            IEnumerable<LinearExpr> worths = chosen.SelectMany((values, i) =>
                values.Select((v, p) => LinearExpr.Term(v, problem.Worths[own.Party][(i * Sizes) + p])));
            model.AddMaxEquality(amount, [LinearExpr.Constant(0), LinearExpr.Constant((long)own.Least.Numerator) - LinearExpr.Sum(worths)]);
            return amount;
        }

        int issue = demand is LabelDemand labels ? labels.Issue : 2;
        int[] places = new int[3];
        for (int place = 0; place < Sizes; place++)
        {
            places[issue] = place;
            model.Add(amount == AmountOf(problem, demand, places)).OnlyEnforceIf(chosen[issue][place]);
        }

        return amount;
    }
}
