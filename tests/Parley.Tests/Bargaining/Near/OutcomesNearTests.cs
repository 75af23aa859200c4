using CsCheck;
using Parley.Bargaining.Near;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining.Near;

public sealed class OutcomesNearTests
{
    private static readonly Gen<(int[] Sizes, int[] Own, int[] Other, bool IsJoint, int Divisor)> Small = Gen.Select(
        Gen.Int[1, 4].Array[1, 4], Gen.Int[-5, 12].Array[16], Gen.Int[-3, 6].Array[16], Gen.Bool, Gen.Int[1, 4]);

    [Fact]
    public void What_lies_between_the_bounds_comes_in_order_as_sorting_all_outcomes_gives_it() =>
        Gen.Select(Small, Gen.Int[-10, 40], Gen.Int[0, 15]).Sample(
            (problem, low, width) =>
            {
                (OutcomeSpace space, UtilityFunction own, UtilityFunction other) = Of(problem);
                Rational from = new(low, problem.Divisor);
                Rational to = from + new Rational(width, 3);
                IEnumerable<NearOutcome> expected = All(space, own, other).Where(n => n.Own >= from && n.Own <= to)
                    .OrderByDescending(n => n.Estimate).ThenByDescending(n => n.Own).ThenBy(n => n.Outcome);
                Assert.Equal(expected, new OutcomesNear(space, own, other).Enumerate(from, to));
            },
            iter: 500);

    [Fact]
    public void The_nearest_is_the_one_that_trying_all_outcomes_gives() =>
        Gen.Select(Small, Gen.Int[-30, 60]).Sample(
            (problem, target) =>
            {
                (OutcomeSpace space, UtilityFunction own, UtilityFunction other) = Of(problem);
                Rational wanted = new(target, 3);
                NearOutcome? expected = All(space, own, other)
                    .OrderBy(n => Rational.Abs(n.Own - wanted)).ThenByDescending(n => n.Estimate)
                    .ThenByDescending(n => n.Own).ThenBy(n => n.Outcome).Cast<NearOutcome?>().FirstOrDefault();
                NearestOutcome? found = new OutcomesNear(space, own, other).FindNearest(wanted);
                Assert.Equal(expected, found?.Outcome);
                Assert.NotEqual(false, found?.IsProven);
            },
            iter: 500);

    [Fact]
    public void Of_a_space_of_fifty_digits_nothing_is_tried_in_vain()
    {
        (OutcomeSpace space, UtilityFunction own, UtilityFunction other) = Huge(50, 10, n => n);
        OutcomesNear near = new(space, own, other);
        NearOutcome[] first = [.. near.Enumerate(3000, 3010).Take(100)];
        Assert.Equal(100, first.Distinct().Count());
        Assert.All(first, n => Assert.True(n.Own >= 3000 && n.Own <= 3010));
        Assert.All(first, n => Assert.Equal(own.Of(space, n.Outcome), n.Own));
        Assert.All(first.Zip(first.Skip(1)), p => Assert.True(p.First.Estimate >= p.Second.Estimate));
        Assert.InRange(near.Continued, 50, 100 * 50);
        Assert.Equal(2500, near.FindNearest(2500)!.Value.Outcome.Own);
    }

    [Fact]
    public void Utilities_with_many_digits_cost_little_more()
    {
        // Every worth has sixteen digits of its own, so that no two sums need be equal.
        (OutcomeSpace space, UtilityFunction own, UtilityFunction other) = Huge(20, 10, n => Rational.OfBits(n / 97.0));
        OutcomesNear near = new(space, own, other);
        NearOutcome[] first = [.. near.Enumerate(12, 12.1m).Take(100)];
        Assert.Equal(100, first.Length);
        Assert.All(first, n => Assert.True(n.Own >= 12 && n.Own <= 12.1m));
        Assert.All(first.Zip(first.Skip(1)), p => Assert.True(p.First.Estimate >= p.Second.Estimate));
        Assert.InRange(near.Continued, 20, 20_000);
    }

    [Fact]
    public void Without_issues_there_is_one_outcome_and_without_values_none()
    {
        UtilityFunction level = new([], 3);
        OutcomesNear one = new(new OutcomeSpace([]), level, level);
        Assert.Equal(new NearOutcome(new Outcome([]), 3, 3), Assert.Single(one.Enumerate(3, 3)));
        Assert.Empty(one.Enumerate(4, 3));
        OutcomesNear none = new(new OutcomeSpace([Issue.Whole("x", 0, 3)]).Restrict(0, _ => false), level, level);
        Assert.Empty(none.Enumerate(0, 9));
        Assert.Null(none.FindNearest(3));
    }

    [Fact]
    public void Too_many_choices_that_hang_together_are_refused()
    {
        OutcomeSpace space = new(Enumerable.Range(0, 7).Select(i => Issue.Whole($"{i}", 0, 9)));
        UtilityFunction joint = new([new JointTerm(Enumerable.Range(0, 7), p => p[0])]);
        Assert.Throws<InvalidOperationException>(() => new OutcomesNear(space, joint, new UtilityFunction([])));
    }

    private static (OutcomeSpace Space, UtilityFunction Own, UtilityFunction Other) Huge(int issues, int values, Func<int, Rational> worth)
    {
        SeededRandom random = new(7);
        OutcomeSpace space = new(Enumerable.Range(0, issues).Select(i => Issue.Whole($"{i}", 0, values - 1)));
        return (space, Random(), Random());

        UtilityFunction Random() => UtilityFunction.Additive([.. Enumerable.Range(0, issues).Select(_ => (
            Rational.One, (ValueFunction)new TableValues([.. Enumerable.Range(0, values).Select(_ => worth(random.NextBelow(101)))])))]);
    }

    private static (OutcomeSpace Space, UtilityFunction Own, UtilityFunction Other) Of(
        (int[] Sizes, int[] Own, int[] Other, bool IsJoint, int Divisor) problem)
    {
        int count = problem.Sizes.Length;
        bool isJoint = problem.IsJoint && count > 2;
        OutcomeConstraint[] constraints = isJoint ? [new OutcomeConstraint([0, 2], p => p[0] + p[1] != 2)] : [];
        OutcomeSpace space = new(problem.Sizes.Select((s, i) => Issue.Whole($"{i}", 0, s - 1)), constraints);
        List<UtilityTerm> own = [.. Terms(problem.Own)];
        if (isJoint)
        {
            own.Add(new JointTerm([1, 2], p => p[0] == p[1] ? new Rational(5, problem.Divisor) : 0));
        }

        return (space, new UtilityFunction(own, 2), new UtilityFunction(Terms(problem.Other), new Rational(-1, 3)));

        IEnumerable<UtilityTerm> Terms(int[] worths) => Enumerable.Range(0, count).Select(i => new IssueTerm(
            i, new Rational(1, problem.Divisor), new TableValues(worths.Skip(4 * i).Take(4).Select(w => (Rational)w))));
    }

    private static IEnumerable<NearOutcome> All(OutcomeSpace space, UtilityFunction own, UtilityFunction other)
    {
        IEnumerable<int[]> places = [[]];
        foreach (Issue issue in space.Issues)
        {
            places = places.SelectMany(p => Enumerable.Range(0, issue.Count!.Value), (p, v) => p.Append(v).ToArray());
        }

        return places.Select(p => new Outcome(p)).Where(space.Contains)
            .Select(o => new NearOutcome(o, own.Of(space, o), other.Of(space, o)));
    }
}
