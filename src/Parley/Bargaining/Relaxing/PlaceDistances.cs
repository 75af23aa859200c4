using Parley.Numerics;
using Parley.Outcomes;

namespace Parley.Bargaining.Relaxing;

/// <summary>How far a demand must be loosened for each place of an issue that has places. Immutable.</summary>
internal sealed class PlaceDistances
{
    private readonly Rational[] amounts;
    private readonly int[] nearest;
    private readonly bool isEndShutOut;

    private PlaceDistances(Rational[] amounts, int[] nearest, bool isEndShutOut)
    {
        this.amounts = amounts;
        this.nearest = nearest;
        this.isEndShutOut = isEndShutOut;
    }

    /// <summary>0 where the demand is met as it stands.</summary>
    public IReadOnlyList<Rational> Amounts => amounts;

    /// <summary>The place that meets the demand and is nearest, the lower of two; -1 when no place meets it.</summary>
    public int NearestOf(int place) => nearest[place];

    public bool Allows(int place) => nearest[place] == place;

    /// <summary>Whether the amount itself is enough; otherwise any larger one is.</summary>
    public bool IsAttained(int place) => nearest[place] >= 0 || !isEndShutOut;

    /// <summary>Labels: 1 for any other label without an order, else the number of steps.</summary>
    public static PlaceDistances Of(Issue issue, LabelDemand demand)
    {
        int count = issue.Count!.Value;
        bool[] allowed = new bool[count];
        foreach (int place in demand.Places)
        {
            allowed[place] = true;
        }

        int[] nearest = FindNearest(allowed, (a, b) => Math.Abs(a - b));
        bool isOrdered = issue.Kind == IssueKind.Ordered;
        Rational[] amounts = [.. nearest.Select((n, p) => (Rational)(isOrdered ? Math.Abs(n - p) : n == p ? 0 : 1))];
        return new PlaceDistances(amounts, nearest, false);
    }

    /// <summary>
    /// Numbers: the distance to the nearest number of the issue that meets the demand, or, when none does, to the
    /// nearest end of a range.
    /// </summary>
    public static PlaceDistances Of(Issue issue, NumberDemand demand)
    {
        Rational[] numbers = [.. Enumerable.Range(0, issue.Count!.Value).Select(issue.NumberAt)];
        bool[] allowed = [.. numbers.Select(n => demand.Ranges.Any(r => r.Contains(n)))];
        if (allowed.Contains(true))
        {
            int[] nearest = FindNearest(allowed, (a, b) => Rational.Abs(numbers[a] - numbers[b]));
            return new PlaceDistances([.. nearest.Select((n, p) => Rational.Abs(numbers[n] - numbers[p]))], nearest, false);
        }

        RangeEnd[] ends = [.. numbers.Select(n => RangeEnd.NearestTo(n, demand.Ranges)!.Value)];
        return new PlaceDistances(
            [.. ends.Select((e, p) => Rational.Abs(e.Number - numbers[p]))],
            [.. numbers.Select(_ => -1)],
            ends.Any(e => !e.IsIncluded));
    }

    private static int[] FindNearest<T>(bool[] allowed, Func<int, int, T> distance)
        where T : IComparable<T>
    {
        int[] nearest = new int[allowed.Length];
        int below = -1;
        for (int place = 0; place < allowed.Length; place++)
        {
            below = allowed[place] ? place : below;
            nearest[place] = below;
        }

        int above = -1;
        for (int place = allowed.Length - 1; place >= 0; place--)
        {
            above = allowed[place] ? place : above;
            if (above >= 0 && (nearest[place] < 0 || distance(above, place).CompareTo(distance(nearest[place], place)) < 0))
            {
                nearest[place] = above;
            }
        }

        return nearest;
    }
}

/// <summary>An end of a range.</summary>
/// <param name="Number">Where it is.</param>
/// <param name="IsIncluded">Whether it belongs to the range.</param>
/// <param name="IsLow">Whether it is the lower end.</param>
internal readonly record struct RangeEnd(Rational Number, bool IsIncluded, bool IsLow)
{
    public static IEnumerable<RangeEnd> AllOf(IEnumerable<NumberRange> ranges)
    {
        foreach (NumberRange range in ranges)
        {
            if (range.Low is Rational low)
            {
                yield return new RangeEnd(low, range.IncludesLow, true);
            }

            if (range.High is Rational high)
            {
                yield return new RangeEnd(high, range.IncludesHigh, false);
            }
        }
    }

    /// <summary>The end nearest to a number outside all ranges, an included one before another; null when inside one.</summary>
    public static RangeEnd? NearestTo(Rational number, IReadOnlyCollection<NumberRange> ranges) => ranges.Any(r => r.Contains(number))
        ? null
        : AllOf(ranges).OrderBy(e => Rational.Abs(e.Number - number)).ThenBy(e => !e.IsIncluded).ThenBy(e => e.Number).First();
}
