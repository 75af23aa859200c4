using System.Numerics;
using Parley.Bargaining.Frontiers;
using Parley.Numerics;
using Parley.Outcomes;

namespace Parley.Bargaining.Near;

/// <summary>One choice of the issues of a group.</summary>
internal readonly record struct NearOption(int[] Issues, int[] Places, Rational Own, Rational Estimate);

/// <summary>The choices of issues that hang together, in lexicographic order, in whole numbers from the least.</summary>
internal sealed class NearGroup
{
    private readonly NearOption[] options;

    public NearGroup(NearOption[] options, Scaling ownScale, Scaling estimateScale)
    {
        this.options = options;
        Own = [.. options.Select(o => ownScale.Scale(o.Own))];
        Estimate = [.. options.Select(o => estimateScale.Scale(o.Estimate))];
        LeastOwn = Own.Min();
        LeastEstimate = Estimate.Min();
        Own = [.. Own.Select(o => o - LeastOwn)];
        Estimate = [.. Estimate.Select(e => e - LeastEstimate)];
    }

    public int Count => options.Length;

    public BigInteger[] Own { get; }

    public BigInteger[] Estimate { get; }

    public BigInteger LeastOwn { get; }

    public BigInteger LeastEstimate { get; }

    public static NearOption[] OptionsOf(OutcomeSpace space, IssueGroup group)
    {
        int[] issues = [.. group.Issues];
        if (issues.Aggregate(BigInteger.One, (count, i) => count * space.CountOf(i)) > OutcomesNear.MostOptions)
        {
            throw new InvalidOperationException("Issues that hang together have more choices than can be tried.");
        }

        List<NearOption> found = [];
        int[] places = new int[issues.Length];
        Fill(0);
        return [.. found];

        void Fill(int at)
        {
            if (at == issues.Length)
            {
                if (group.Constraints.All(c => c.Allows(On(c.Issues))))
                {
                    found.Add(new NearOption(issues, [.. places], Sum(0), Sum(1)));
                }

                return;
            }

            for (int i = 0; i < space.CountOf(issues[at]); i++)
            {
                places[at] = space.PlaceAt(issues[at], i);
                Fill(at + 1);
            }
        }

        int[] On(IReadOnlyList<int> some) => [.. some.Select(i => places[Array.IndexOf(issues, i)])];

        Rational Sum(int party) => group.Terms[party].Aggregate(Rational.Zero, (sum, t) => sum + t.At(space, On(t.Issues)));
    }

    /// <summary>Writes the places of a choice where its issues are.</summary>
    public void Write(int option, int[] places)
    {
        NearOption chosen = options[option];
        for (int i = 0; i < chosen.Issues.Length; i++)
        {
            places[chosen.Issues[i]] = chosen.Places[i];
        }
    }

    /// <summary>Writes for each issue the least place that any choice has.</summary>
    public void WriteLeast(int[] places)
    {
        for (int i = 0; i < options[0].Issues.Length; i++)
        {
            places[options[0].Issues[i]] = options.Min(o => o.Places[i]);
        }
    }
}

/// <summary>Choices of the first groups, and the best that they may become. Ordered by the latter, best first.</summary>
/// <param name="depth">How many groups are chosen.</param>
/// <param name="places">The places chosen, and the least possible places of the rest.</param>
/// <param name="own">Own utility of what is chosen.</param>
/// <param name="estimate">Estimate of what is chosen.</param>
internal sealed class NearNode(int depth, int[] places, BigInteger own, BigInteger estimate) : IComparable<NearNode>
{
    public int Depth => depth;

    public int[] Places => places;

    public BigInteger Own => own;

    public BigInteger Estimate => estimate;

    /// <summary>No outcome that it becomes has a greater estimate.</summary>
    public BigInteger BestEstimate { get; set; }

    /// <summary>No outcome that it becomes with that estimate has a greater own utility.</summary>
    public BigInteger BestOwn { get; set; }

    public NearNode With(NearGroup group, int option)
    {
        int[] more = [.. places];
        group.Write(option, more);
        return new NearNode(depth + 1, more, own + group.Own[option], estimate + group.Estimate[option]);
    }

    public int CompareTo(NearNode? other)
    {
        int order = other!.BestEstimate.CompareTo(BestEstimate);
        order = order != 0 ? order : other.BestOwn.CompareTo(BestOwn);
        return order != 0 ? order : places.AsSpan().SequenceCompareTo(other.Places);
    }
}
