using System.Text.Json;
using CsCheck;
using Parley.Bargaining;
using Parley.Bargaining.Measures;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Xunit;

namespace Parley.Tests.Bargaining.Measures;

public sealed class MeasuresTests
{
    [Fact]
    public void Distances_are_to_the_nearest_of_the_profiles_named()
    {
        OutcomeSpace space = new([Issue.Categorical("x", "p", "q", "r")]);
        ParetoFrontier frontier = ParetoFrontier.Compute(Problem(space, ([1, 0.7m, 0], 1), ([0, 0.6m, 1], 1)));
        Assert.Equal(0.5, FrontierDistances.FindOpposition(frontier, [0, 1, 2])!.Value, 1e-12);
        Assert.Equal(1, FrontierDistances.FindOpposition(frontier, [0, 2])!.Value, 1e-12);
        Assert.Null(FrontierDistances.FindOpposition(frontier, []));
        Assert.Equal(0, FrontierDistances.FindLeast(frontier, [2], new UtilityProfile(0, 1)));
        Assert.Throws<ArgumentException>(() => FrontierDistances.FindLeast(frontier, [0], new UtilityProfile(1)));
    }

    [Fact]
    public void Trading_an_issue_for_another_brings_both_more_than_meeting_halfway_on_each()
    {
        // Halfway on each issue both have 5; giving way on the lesser issue both have 8.
        OutcomeSpace space = new([Issue.Whole("pay", 0, 2), Issue.Whole("leave", 0, 2)]);
        ParetoFrontier frontier = ParetoFrontier.Compute(Problem(space, ([0, 4, 8, 0, 1, 2], 2), ([2, 1, 0, 8, 4, 0], 2)));
        LogrollingGain gain = LogrollingGain.Find(frontier, out NoLogrollingReason reason)!;
        Assert.Equal(NoLogrollingReason.None, reason);
        Assert.Equal(new Outcome([1, 1]), gain.Compromise);
        Assert.Equal(new UtilityProfile(5, 5), gain.CompromiseProfile);
        Assert.Equal(3, gain.Gain);
        Assert.Equal(new UtilityProfile(8, 8), frontier[Assert.Single(gain.Packages)]);
    }

    [Fact]
    public void One_issue_alone_leaves_nothing_to_trade() =>
        Gen.Int[0, 9].Array[5].Array[2].Sample(worths =>
        {
            OutcomeSpace space = new([Issue.Whole("x", 0, 4)]);
            ParetoFrontier frontier = ParetoFrontier.Compute(Problem(
                space, ([.. worths[0].Select(w => (Rational)w)], 1), ([.. worths[1].Select(w => (Rational)w)], 1)));
            LogrollingGain gain = LogrollingGain.Find(frontier, out _)!;
            Assert.Equal(0, gain.Gain);
            Assert.All(gain.Packages, p => Assert.False(gain.CompromiseProfile.Dominates(frontier[p])));
        });

    [Fact]
    public void The_gain_is_undefined_for_a_stated_reason()
    {
        OutcomeSpace space = new([Issue.Whole("x", 0, 1), Issue.Whole("y", 0, 1)]);
        UtilityFunction joint = new([new JointTerm([0, 1], p => p[0] * p[1])]);
        Assert.Equal(NoLogrollingReason.NotAdditive, ReasonOf(space, joint));
        Assert.Equal(NoLogrollingReason.DemandsOnSeveralIssues, ReasonOf(
            new OutcomeSpace(space.Issues, new OutcomeConstraint([0, 1], p => p[0] == p[1])), new UtilityFunction([])));
        Assert.Equal(NoLogrollingReason.NoOutcome, ReasonOf(space.Restrict(0, _ => false), new UtilityFunction([])));
    }

    [Fact]
    public void Opposition_as_NegoLog_states_it_is_the_distance_to_a_utilitarian_solution()
    {
        string[] folders = Directory.GetDirectories(Requires.Shared("scenarios/negolog"));
        Assert.NotEmpty(folders);
        foreach (string folder in folders)
        {
            using JsonDocument specs = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "specs.json")));
            double stated = specs.RootElement.GetProperty("Opposition").GetDouble();
            ParetoFrontier frontier = ParetoFrontier.Compute(Read(folder));
            IEnumerable<int> all = Enumerable.Range(0, frontier.Count);
            UtilityProfile none = new(0, 0);
            Assert.Contains(
                BargainingSolutions.Compute(frontier, none).Utilitarian,
                i => Math.Abs(FrontierDistances.FindOpposition(frontier, [i])!.Value - stated) < 1e-9);
            Assert.True(FrontierDistances.FindOpposition(frontier, all) <= stated + 1e-9, folder);
        }
    }

    private static NoLogrollingReason ReasonOf(OutcomeSpace space, UtilityFunction utility)
    {
        ParetoFrontier frontier = ParetoFrontier.Compute(new BargainingProblem(space, [new("A", utility), new("B", utility)]));
        Assert.Null(LogrollingGain.Find(frontier, out NoLogrollingReason reason));
        return reason;
    }

    private static BargainingProblem Problem(OutcomeSpace space, params IEnumerable<(Rational[] Worths, int Issues)> parties) => new(
        space,
        [.. parties.Select((p, n) => new PartyPreferences($"{n}", UtilityFunction.Additive(
            p.Worths.Chunk(p.Worths.Length / p.Issues).Select(w => (Rational.One, (ValueFunction)new TableValues(w))))))]);

    private static BargainingProblem Read(string folder)
    {
        OutcomeSpace? space = null;
        List<PartyPreferences> parties = [];
        foreach (string file in new[] { "profileA.json", "profileB.json" })
        {
            using JsonDocument profile = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
            JsonElement issues = profile.RootElement.GetProperty("issues");
            space ??= new OutcomeSpace(issues.EnumerateObject().Select(
                i => Issue.Categorical(i.Name, i.Value.EnumerateObject().Select(v => v.Name))));
            JsonElement weights = profile.RootElement.GetProperty("issueWeights");
            parties.Add(new PartyPreferences(file, UtilityFunction.Additive(space.Issues.Select(i => (
                Rational.Of(weights.GetProperty(i.Name).GetDecimal()),
                (ValueFunction)new TableValues(i.Labels.Select(l => Rational.Of(issues.GetProperty(i.Name).GetProperty(l).GetDecimal()))))))));
        }

        return new BargainingProblem(space!, parties);
    }
}
