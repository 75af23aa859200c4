using System.Numerics;
using Parley.Bargaining;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Record.Deals;

/// <summary>Outcomes that serve every party alike: one utility profile of the frontier.</summary>
/// <param name="Utilities">What it is worth to each party.</param>
/// <param name="Outcomes">How many outcomes are worth just that.</param>
/// <param name="First">The first of them.</param>
/// <param name="IsAcceptable">Whether no party refuses it.</param>
public sealed record EfficientProfile(UtilityProfile Utilities, BigInteger Outcomes, Outcome First, bool IsAcceptable);

/// <summary>What is efficient and what is fair, where preferences are known as numbers.</summary>
/// <param name="Profiles">Every profile of the frontier, by descending utility of the first party, then of the second, and so on.</param>
/// <param name="Outcomes">How many outcomes are efficient.</param>
/// <param name="DisagreementPoint">Utilities with no agreement; gains are measured from there.</param>
/// <param name="IdealPoint">The best that each party could hope for; null when every deal is refused by somebody.</param>
/// <param name="Nash">Places in <paramref name="Profiles"/> of the Nash solution, all ties; empty when there is none.</param>
/// <param name="KalaiSmorodinsky">The same of the Kalai–Smorodinsky solution.</param>
/// <param name="Egalitarian">The same of the egalitarian solution.</param>
/// <param name="Utilitarian">The same of the utilitarian solution.</param>
/// <param name="LotteryCorners">
/// Places of the corners of what two parties can expect when they may draw lots; empty for other numbers of parties.
/// </param>
public sealed record EfficientOutcomes(
    IReadOnlyList<EfficientProfile> Profiles,
    BigInteger Outcomes,
    UtilityProfile DisagreementPoint,
    UtilityProfile? IdealPoint,
    IReadOnlyList<int> Nash,
    IReadOnlyList<int> KalaiSmorodinsky,
    IReadOnlyList<int> Egalitarian,
    IReadOnlyList<int> Utilitarian,
    IReadOnlyList<int> LotteryCorners);

/// <summary>Which deals are left of a problem whose preferences are known as numbers.</summary>
/// <param name="Title">What it is called; empty when it has no name.</param>
/// <param name="Problem">The problem, real issues on points.</param>
/// <param name="Points">The real issues and what putting them on points can cost.</param>
/// <param name="Outcomes">How many outcomes there are, demands on several issues not taken off.</param>
/// <param name="Efficient">What is efficient and fair; null when the frontier is too large to be worked out.</param>
public sealed record ProblemDeals(
    string Title,
    BargainingProblem Problem,
    PointedProblem Points,
    BigInteger Outcomes,
    EfficientOutcomes? Efficient)
{
    /// <summary>Works out the deals of a problem.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="limits">The most work; <see cref="FrontierLimits.Default"/> when left out.</param>
    public static ProblemDeals Compute(string title, BargainingProblem problem, FrontierLimits? limits = null)
    {
        PointedProblem points = RealIssues.Place(problem);
        EfficientOutcomes? efficient = ParetoFrontier.TryCompute(points.Problem, limits ?? FrontierLimits.Default, out ParetoFrontier? frontier)
            ? DealsOf(frontier)
            : null;
        return new ProblemDeals(title, points.Problem, points, points.Problem.Space.Count, efficient);
    }

    private static EfficientOutcomes DealsOf(ParetoFrontier frontier)
    {
        BargainingSolutions solutions = BargainingSolutions.Compute(frontier);
        HashSet<int> acceptable = [.. solutions.Acceptable];
        EfficientProfile[] profiles = [.. Enumerable.Range(0, frontier.Count).Select(i => new EfficientProfile(
            frontier[i], frontier.OutcomeCountOf(i), frontier.EnumerateOutcomes(i).First(), acceptable.Contains(i)))];
        return new EfficientOutcomes(
            profiles,
            frontier.OutcomeCount,
            solutions.DisagreementPoint,
            solutions.IdealPoint,
            solutions.Nash,
            solutions.KalaiSmorodinsky,
            solutions.Egalitarian,
            solutions.Utilitarian,
            frontier.Problem.Parties.Count == 2 ? RandomizedFrontier.Of(frontier).Corners : []);
    }
}
