using System.Collections.Immutable;
using Parley.Bargaining.Relaxing;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining.Relaxing;

public sealed class RelaxationsTests
{
    [Fact]
    public void Demands_that_can_be_met_have_a_witness_and_need_no_way_out()
    {
        OutcomeSpace space = new([Issue.Whole("price", 0, 10), Issue.Real("term", 0, 5)]);
        Relaxations found = Relaxations.Find(space, [null, null], [Number(0, 0, NumberRange.AtMost(6)), Number(1, 0, NumberRange.Above(5))]);
        Assert.True(found.CanBeMet);
        Assert.Equal([new AgreedValue(6, 6), new AgreedValue(null, 0)], found.Witness);
        Assert.Empty(found.Clashes);
        Assert.Empty(found.Ways);
    }

    [Fact]
    public void Three_parties_clash_over_labels_only_together()
    {
        OutcomeSpace space = new([Issue.Categorical("seat", "Bern", "Oslo", "Doha")]);
        UtilityFunction first = UtilityFunction.Additive((10, new TableValues(1, 3, 8)));
        Relaxations found = Relaxations.Find(space, [first, null, null], [Labels(0, 0, 1, 2), Labels(1, 0, 0, 2), Labels(2, 0, 0, 1)]);
        Assert.Equal("012", string.Concat(Assert.Single(found.Clashes)));
        Assert.Equal(["0", "1", "2"], found.Ways.Select(w => string.Concat(w.Demands)));
        Loosening own = Assert.Single(Assert.Single(found.Ways[0].Choices).Loosenings);
        Assert.Equal(new Loosening(0, 1, true, new AgreedValue(0, null), 20), own);
        Assert.Null(found.Ways[1].LeastOf(0).Cost);
    }

    [Fact]
    public void No_enrichment_against_some_can_let_in_either_of_two_labels()
    {
        OutcomeSpace space = new([Issue.Categorical("enrichment", "none", "low", "high")]);
        Relaxations found = Relaxations.Find(space, [null, null], [Labels(0, 0, 0), Labels(1, 0, 1, 2)]);
        Assert.Equal([1, 2], found.Ways[0].Choices.Select(c => c.Loosenings[0].Needed!.Value.Place!.Value));
        Assert.Equal(0, Assert.Single(found.Ways[1].Choices).Loosenings[0].Needed!.Value.Place);
    }

    [Fact]
    public void Ordered_labels_are_loosened_in_steps()
    {
        OutcomeSpace space = new([Issue.Ordered("access", "none", "rare", "often", "always")]);
        Relaxations found = Relaxations.Find(space, [null, null], [Labels(0, 0, 0), Labels(1, 0, 2, 3)]);
        Assert.Equal([2, 2], found.Ways.Select(w => w.LeastOf(0).Amount));
        Assert.Equal([2, 0], found.Ways.Select(w => w.LeastOf(0).Needed!.Value.Place!.Value));
    }

    [Fact]
    public void Nothing_against_something_needs_any_amount_above_0_on_a_scale_without_steps()
    {
        OutcomeSpace space = new([Issue.Real("level", 0, 60)]);
        Demand[] demands = [Number(0, 0, NumberRange.Exactly(0)), Number(1, 0, NumberRange.Above(0))];
        Relaxations found = Relaxations.Find(space, [null, null], demands);
        foreach (Relaxation way in found.Ways)
        {
            LooseningChoice choice = Assert.Single(way.Choices);
            Assert.Equal(new Loosening(way.Demands[0], 0, false, new AgreedValue(null, 0), null), choice.Loosenings[0]);
            Assert.False(choice.IsAttained);
        }

        Relaxations stepped = Relaxations.Find(new([Issue.Whole("level", 0, 60)]), [null, null], demands);
        Assert.Equal([1, 1], stepped.Ways.Select(w => w.LeastOf(0).Amount));
        Assert.All(stepped.Ways, w => Assert.True(w.Choices[0].IsAttained));
    }

    [Fact]
    public void A_gap_between_two_prices_costs_each_side_by_its_own_weight()
    {
        OutcomeSpace space = new([Issue.Real("price", 0, 10)]);
        UtilityFunction buyer = UtilityFunction.Additive((2, new LinearValues(10, -1)));
        UtilityFunction seller = UtilityFunction.Additive((3, new LinearValues(0, 1)));
        Relaxations found = Relaxations.Find(
            space, [buyer, seller], [Number(0, 0, NumberRange.AtMost(3)), Number(1, 0, NumberRange.Above(4.5m))]);
        Assert.Equal(new Loosening(0, 1.5m, false, new AgreedValue(null, 4.5m), 3), found.Ways[0].LeastOf(0));
        Assert.Equal(new Loosening(1, 1.5m, false, new AgreedValue(null, 3), 4.5m), found.Ways[1].LeastOf(0));
    }

    [Fact]
    public void Two_demands_of_one_way_trade_amounts_against_each_other()
    {
        OutcomeSpace space = new([Issue.Real("price", 0, 10)]);
        Demand[] demands =
        [
            Number(0, 0, NumberRange.AtMost(3)), Number(1, 0, NumberRange.AtLeast(5)), Number(2, 0, NumberRange.Between(3.5m, 4.5m)),
        ];
        Relaxations found = Relaxations.Find(space, [null, null, null], demands);
        Assert.Equal(["01", "02", "12"], found.Clashes.Select(c => string.Concat(c)));
        Relaxation both = found.Ways[0];
        Assert.Equal([0, 1], both.Demands);
        Assert.Equal("1/2 3/2; 3/2 1/2", Write(both));
        Assert.True(both.HasBetween);
        OutcomeSpace stepped = new([Issue.Whole("price", 0, 10, 0.5m)]);
        Relaxation listed = Relaxations.Find(stepped, [null, null, null], demands).Ways[0];
        Assert.Equal("1/2 3/2; 1 1; 3/2 1/2", Write(listed));
        Assert.False(listed.HasBetween);
    }

    [Fact]
    public void A_mended_gap_in_the_middle_of_a_union_is_measured_from_the_nearer_end()
    {
        OutcomeSpace space = new([Issue.Real("share", 0, 10)]);
        Relaxations found = Relaxations.Find(
            space, [null, null], [Number(0, 0, NumberRange.Below(2), NumberRange.AtLeast(9)), Number(1, 0, NumberRange.Between(4, 8))]);
        Loosening least = found.Ways[0].LeastOf(0);
        Assert.Equal((1, true, 8), (least.Amount, least.IsAttained, least.Needed!.Value.Number!.Value));
        Assert.Equal((1, true), (found.Ways[1].LeastOf(0).Amount, found.Ways[1].LeastOf(0).IsAttained));
    }

    [Fact]
    public void Reservation_values_on_one_price_lack_the_same_for_either()
    {
        foreach (Issue price in new[] { Issue.Real("price", 0, 10), Issue.Whole("price", 0, 10) })
        {
            UtilityFunction buyer = UtilityFunction.Additive((1, new LinearValues(10, -1)));
            UtilityFunction seller = UtilityFunction.Additive((1, new LinearValues(0, 1)));
            Relaxations found = Relaxations.Find(
                new([price]), [buyer, seller], [new ReservationDemand(0, 7), new ReservationDemand(1, 5), Number(0, 0, NumberRange.AtMost(4))]);
            Assert.Equal(["01", "12"], found.Clashes.Select(c => string.Concat(c)));
            Assert.Equal(["1", "02"], found.Ways.Select(w => string.Concat(w.Demands)));
            Assert.Equal(new Loosening(1, 2, true, null, 2), found.Ways[0].LeastOf(0));
            Assert.Equal("2 1", Write(found.Ways[1]));
        }
    }

    [Fact]
    public void Packages_over_two_real_issues_are_exact_between_their_breakpoints()
    {
        // Best packages run from (40, 0) over (30, 30) to (0, 40): at 30.5 for one, the other has 28.5.
        OutcomeSpace space = new([Issue.Real("price", 0, 10), Issue.Real("delay", 0, 10)]);
        UtilityFunction buyer = UtilityFunction.Additive((1, new LinearValues(10, -1)), (3, new LinearValues(10, -1)));
        UtilityFunction seller = UtilityFunction.Additive((3, new LinearValues(0, 1)), (1, new LinearValues(0, 1)));
        Relaxations found = Relaxations.Find(
            space, [buyer, seller], [new ReservationDemand(0, 30.5m), new ReservationDemand(1, 30.5m)]);
        Assert.Equal([new Loosening(0, 2, true, null, 2), new Loosening(1, 2, true, null, 2)], found.Ways.Select(w => w.LeastOf(0)));
        Assert.Equal([new AgreedValue(null, 10), new AgreedValue(null, 0.5m)], found.Ways[0].Choices[0].Witness);
        Assert.True(Relaxations.Find(space, [buyer, seller], [new ReservationDemand(0, 30.5m), new ReservationDemand(1, 28.5m)]).CanBeMet);
        Assert.False(Relaxations.Find(space, [buyer, seller], [new ReservationDemand(0, 30.5m), new ReservationDemand(1, 28.501m)]).CanBeMet);
    }

    [Fact]
    public void A_demand_that_does_not_fit_is_the_callers_mistake()
    {
        OutcomeSpace space = new([Issue.Real("price", 0, 10), Issue.Categorical("seat", "Bern")]);
        Assert.Throws<ArgumentException>(() => Relaxations.Find(space, [null], [Labels(0, 0, 0)]));
        Assert.Throws<ArgumentException>(() => Relaxations.Find(space, [null], [Number(0, 1, NumberRange.AtMost(1))]));
        Assert.Throws<ArgumentException>(() => Relaxations.Find(space, [null], [Labels(0, 1)]));
        Assert.Throws<ArgumentException>(() => Relaxations.Find(space, [null], [new ReservationDemand(0, 1)]));
    }

    [Fact]
    public void Beyond_the_limit_a_part_of_the_choices_is_listed_and_said_to_be_one()
    {
        OutcomeSpace space = new([Issue.Whole("price", 0, 1000)]);
        Demand[] demands =
        [
            Number(0, 0, NumberRange.AtMost(100)), Number(1, 0, NumberRange.AtLeast(900)), Number(2, 0, NumberRange.Between(300, 600)),
        ];
        Relaxation both = Relaxations.Find(space, [null, null, null], demands, RelaxingLimits.Default with { MostChoices = 10 }).Ways[0];
        Assert.False(both.IsComplete);
        Assert.Equal(10, both.Choices.Count);
    }

    internal static NumberDemand Number(int party, int issue, params ImmutableArray<NumberRange> ranges) => new(party, issue, ranges);

    internal static LabelDemand Labels(int party, int issue, params ImmutableArray<int> places) => new(party, issue, places);

    internal static string Write(Relaxation way) =>
        string.Join("; ", way.Choices.Select(c => string.Join(' ', c.Loosenings.Select(l => Write(l.Amount)))));

    internal static string Write(Rational number) =>
        number.Denominator.IsOne ? $"{number.Numerator}" : $"{number.Numerator}/{number.Denominator}";
}
