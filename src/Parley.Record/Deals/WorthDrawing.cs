using Parley.Numerics;
using Parley.Outcomes;
using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Record.Standing;

namespace Parley.Record.Deals;

/// <summary>Draws the worth of each place of one issue for one party, in thousandths from 0 to 1.</summary>
/// <remarks>
/// <para>Numbers that should be high or low: x to the power γ, where x runs evenly from 0 at the worst number to 1 at the
/// best and γ is 1/2, 3/4, 1, 3/2 or 2, each as likely. Ordered labels with a direction: from 0 to 1 in steps that are flat
/// over all that add up to 1; labels that are ranked alike have one worth. What is better is worth more, by a thousandth at
/// the least. No direction: 1 within the party's own
/// bargaining position and falling evenly to 0 at what is farthest from it; without a position, either direction, each
/// as likely; labels without an order are drawn freely and stretched to reach from 0 to 1, the party's own position at 1.</para>
/// <para>Declared worths are fixed. Between declared numbers the worth is a straight line, and from the outermost one
/// to 0 or 1 at the end of the scale that is worst or best; without a direction it stays level there. Labels that are
/// not declared are drawn as above, between the declared ones.</para>
/// </remarks>
internal sealed class WorthDrawing(SeededRandom random, FramedIssue issue, KnownWish wish)
{
    private const int Grid = 1000;
    private readonly int count = issue.Scale.Count!.Value;
    private readonly bool[]? own = OwnPlaces(issue, wish);

    public Rational[] Draw(Action<UnknownKind, int, Rational> note)
    {
        Rational?[] declared = DrawDeclared(note);
        if (!declared.Contains(null))
        {
            return [.. declared.Select(d => d!.Value)];
        }

        bool hasDeclared = declared.Any(d => d is not null);
        if (issue.Scale.IsNumeric)
        {
            return hasDeclared ? DrawThrough(declared) : DrawNumbers(note);
        }

        Rational[] drawn = wish.Want is { Direction: not Direction.None } want ? DrawRanked(want, note)
            : issue.Scale.Kind == IssueKind.Ordered ? DrawOrdered(note)
            : DrawFreely(note);
        return hasDeclared ? FitBetween(declared, drawn) : drawn;
    }

    private static bool[]? OwnPlaces(FramedIssue issue, KnownWish wish)
    {
        bool[]? places = wish.Position is { } position ? [.. issue.PlacesIn(position.Values)] : null;
        return places?.Contains(true) == true ? places : null;
    }

    private static Rational Thousandths(double worth) => new((int)Math.Round(worth * Grid), Grid);

    /// <summary>Worths that rise strictly from 0 to 1, as near to some others as that allows.</summary>
    private static Rational[] Rising(IReadOnlyList<double> worths)
    {
        int room = Grid - (worths.Count - 1);
        return [.. worths.Select((w, rank) => new Rational((int)Math.Floor(w * room) + rank, Grid))];
    }

    /// <summary>Steps from 0 to 1 that are flat over all that add up to 1.</summary>
    private Rational[] DrawRising(int levels) =>
        Rising([0, .. Enumerable.Range(0, levels - 2).Select(_ => random.NextDouble()).Order(), 1]);

    private Rational?[] DrawDeclared(Action<UnknownKind, int, Rational> note)
    {
        Rational?[] result = new Rational?[count];
        foreach ((ValueSet values, Estimate worth) in wish.Worths)
        {
            IReadOnlyList<bool> holds = issue.PlacesIn(values);
            int first = holds.ToList().IndexOf(true);
            if (first < 0)
            {
                continue;
            }

            Rational drawn = worth.Low;
            if (worth.High > worth.Low)
            {
                drawn += (Rational.Of(worth.High) - worth.Low) * new Rational(random.NextBelow(1001), 1000);
                note(UnknownKind.Worth, first, drawn);
            }

            for (int place = first; place < count; place++)
            {
                result[place] = holds[place] ? drawn : result[place];
            }
        }

        return result;
    }

    /// <summary>Straight lines through what is declared.</summary>
    private Rational[] DrawThrough(Rational?[] declared)
    {
        int rise = wish.Want?.Direction == Direction.High ? 1 : wish.Want?.Direction == Direction.Low ? -1 : 0;
        if (rise != 0)
        {
            declared[0] ??= rise > 0 ? Rational.Zero : Rational.One;
            declared[^1] ??= rise > 0 ? Rational.One : Rational.Zero;
        }

        Preferences.PiecewiseLinearValues line = new(Enumerable.Range(0, count)
            .Where(p => declared[p] is not null).Select(p => (issue.Scale.NumberAt(p), declared[p]!.Value)));
        return [.. Enumerable.Range(0, count).Select(p => line.At(issue.Scale.NumberAt(p)))];
    }

    private Rational[] DrawNumbers(Action<UnknownKind, int, Rational> note)
    {
        if (count == 1)
        {
            return [Rational.One];
        }

        double low = issue.Scale.NumberAt(0).ToDouble();
        double[] x = [.. Enumerable.Range(0, count)
            .Select(p => (issue.Scale.NumberAt(p).ToDouble() - low) / (issue.Scale.NumberAt(count - 1).ToDouble() - low))];
        if (wish.Want?.Direction is not (Direction.High or Direction.Low) && own is not null)
        {
            return AwayFrom(own, x);
        }

        bool isHigh = wish.Want?.Direction switch
        {
            Direction.High => true,
            Direction.Low => false,
            _ => random.NextBelow(2) == 0,
        };
        int power = random.NextBelow(5);
        note(UnknownKind.Shape, -1, power - 2);
        double[] rising = isHigh ? x : [.. x.Reverse().Select(v => 1 - v)];
        Rational[] worths = Rising([.. rising.Select(v => Power(v, power))]);
        return isHigh ? worths : [.. worths.Reverse()];
    }

    private static double Power(double x, int power) => power switch
    {
        0 => Math.Sqrt(x),
        1 => Math.Sqrt(x) * Math.Sqrt(Math.Sqrt(x)),
        2 => x,
        3 => x * Math.Sqrt(x),
        _ => x * x,
    };

    private static Rational[] AwayFrom(bool[] own, double[] x)
    {
        double[] distances = [.. x.Select(v => x.Where((_, p) => own[p]).Min(o => Math.Abs(o - v)))];
        double most = distances.Max();
        return [.. distances.Select(d => most > 0 ? Thousandths(1 - (d / most)) : Rational.One)];
    }

    private Rational[] DrawRanked(Want want, Action<UnknownKind, int, Rational> note)
    {
        int[] ranks = [.. Enumerable.Range(0, count).Select(p => Scales.Rank(want, p))];
        int[] levels = [.. ranks.Distinct().OrderDescending()];
        if (levels.Length == 1)
        {
            return [.. ranks.Select(_ => Rational.One)];
        }

        Rational[] worths = DrawRising(levels.Length);
        Rational[] result = [.. ranks.Select(rank => worths[Array.IndexOf(levels, rank)])];
        for (int level = 1; level < levels.Length - 1; level++)
        {
            note(UnknownKind.Worth, Array.IndexOf(ranks, levels[level]), worths[level]);
        }

        return result;
    }

    private Rational[] DrawOrdered(Action<UnknownKind, int, Rational> note)
    {
        if (count == 1)
        {
            return [Rational.One];
        }

        double[] x = [.. Enumerable.Range(0, count).Select(p => p / (double)(count - 1))];
        if (own is not null)
        {
            return AwayFrom(own, x);
        }

        bool isHigh = random.NextBelow(2) == 0;
        note(UnknownKind.Shape, -1, isHigh ? 1 : 0);
        Rational[] rising = DrawRising(count);
        return isHigh ? rising : [.. rising.Reverse()];
    }

    private Rational[] DrawFreely(Action<UnknownKind, int, Rational> note)
    {
        int[] drawn = [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(Grid + 1))];
        (int least, int most) = (drawn.Min(), drawn.Max());
        Rational[] result = [.. drawn.Select((d, p) => own?[p] == true || most == least ? Rational.One
            : Thousandths((d - least) / (double)(most - least)))];
        for (int place = 0; place < count; place++)
        {
            if (own?[place] != true && count > 1)
            {
                note(UnknownKind.Worth, place, result[place]);
            }
        }

        return result;
    }

    /// <summary>Keeps what is declared, and puts the rest between the declared worths of lower and higher labels.</summary>
    private static Rational[] FitBetween(Rational?[] declared, Rational[] drawn)
    {
        Rational[] result = new Rational[drawn.Length];
        for (int place = 0; place < result.Length; place++)
        {
            Rational low = Rational.Zero;
            Rational high = Rational.One;
            for (int other = 0; other < drawn.Length; other++)
            {
                if (declared[other] is { } worth)
                {
                    low = drawn[other] < drawn[place] ? Rational.Max(low, worth) : low;
                    high = drawn[other] > drawn[place] ? Rational.Min(high, worth) : high;
                }
            }

            result[place] = declared[place] ?? Rational.Min(high, Rational.Max(low, drawn[place]));
        }

        return result;
    }
}
