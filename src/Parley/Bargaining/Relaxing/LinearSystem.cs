using Parley.Numerics;

namespace Parley.Bargaining.Relaxing;

/// <summary>A sum of multiples of unknowns that is at most, or is below, a bound.</summary>
/// <param name="Factors">One for each unknown.</param>
/// <param name="Bound">The bound.</param>
/// <param name="IsStrict">Whether the sum is below the bound.</param>
internal readonly record struct LinearRow(Rational[] Factors, Rational Bound, bool IsStrict);

/// <summary>Linear inequalities over a few unknowns, decided exactly. Immutable.</summary>
/// <remarks>
/// Unknowns are eliminated one after another: every upper bound is set against every lower one (Fourier 1827; Motzkin
/// 1936). What follows from two inequalities is strict when one of them is, so open ends are treated exactly.
/// </remarks>
internal sealed class LinearSystem
{
    private readonly int unknowns;
    private readonly List<LinearRow> rows;

    public LinearSystem(int unknowns, IEnumerable<LinearRow> rows)
    {
        this.unknowns = unknowns;
        this.rows = [.. rows];
    }

    /// <summary>Whether some numbers satisfy all.</summary>
    public bool IsFeasible => Eliminate(-1) is not null;

    /// <summary>The same with every strict inequality made one that allows the bound.</summary>
    public LinearSystem Closure => new(unknowns, rows.Select(r => r with { IsStrict = false }));

    public LinearSystem With(params IEnumerable<LinearRow> more) => new(unknowns, rows.Concat(more));

    /// <summary>An unknown is at most, or is below, a number.</summary>
    public LinearRow Upper(int unknown, Rational bound, bool isStrict = false) => Row(unknown, 1, bound, isStrict);

    /// <summary>An unknown is at least a number.</summary>
    public LinearRow Lower(int unknown, Rational bound) => Row(unknown, -1, -bound, false);

    /// <summary>An unknown is a number.</summary>
    public LinearSystem Fix(int unknown, Rational number) => With(Upper(unknown, number), Lower(unknown, number));

    /// <summary>The numbers that an unknown can be; null when nothing satisfies all.</summary>
    public NumberRange? FindRange(int unknown)
    {
        if (Eliminate(unknown) is not List<LinearRow> left)
        {
            return null;
        }

        NumberRange range = default;
        foreach (LinearRow row in left)
        {
            Rational end = row.Bound / row.Factors[unknown];
            range = range.Meet(row.Factors[unknown].Sign > 0
                ? new NumberRange(null, false, end, !row.IsStrict)
                : new NumberRange(end, !row.IsStrict, null, false));
        }

        return range.IsEmpty ? null : range;
    }

    /// <summary>Numbers that satisfy all, the first as low as can be, then the second, …; null when there are none.</summary>
    public Rational[]? FindNumbers()
    {
        LinearSystem system = this;
        Rational[] numbers = new Rational[unknowns];
        for (int i = 0; i < unknowns; i++)
        {
            if (system.FindRange(i) is not NumberRange range)
            {
                return null;
            }

            numbers[i] = range.Low is Rational low && range.IncludesLow ? low : range.Inside;
            system = system.Fix(i, numbers[i]);
        }

        return system.IsFeasible ? numbers : null;
    }

    private LinearRow Row(int unknown, int factor, Rational bound, bool isStrict)
    {
        Rational[] factors = new Rational[unknowns];
        factors[unknown] = factor;
        return new LinearRow(factors, bound, isStrict);
    }

    /// <summary>What is left on one unknown, or on none for -1; null when nothing satisfies all.</summary>
    private List<LinearRow>? Eliminate(int kept)
    {
        List<LinearRow>? left = Simplify(rows);
        for (int unknown = 0; unknown < unknowns && left is not null; unknown++)
        {
            if (unknown != kept)
            {
                left = Simplify(Eliminate(left, unknown));
            }
        }

        return left;
    }

    private static IEnumerable<LinearRow> Eliminate(List<LinearRow> rows, int unknown)
    {
        foreach (LinearRow row in rows.Where(r => r.Factors[unknown].Sign == 0))
        {
            yield return row;
        }

        List<LinearRow> lowers = [.. rows.Where(r => r.Factors[unknown].Sign < 0)];
        foreach (LinearRow upper in rows.Where(r => r.Factors[unknown].Sign > 0))
        {
            foreach (LinearRow lower in lowers)
            {
                Rational up = Rational.One / upper.Factors[unknown];
                Rational down = Rational.One / -lower.Factors[unknown];
                Rational[] factors = [.. upper.Factors.Zip(lower.Factors, (u, l) => (u * up) + (l * down))];
                yield return new LinearRow(factors, (upper.Bound * up) + (lower.Bound * down), upper.IsStrict || lower.IsStrict);
            }
        }
    }

    /// <summary>For each direction the tightest bound only; null when an inequality without unknowns is false.</summary>
    private static List<LinearRow>? Simplify(IEnumerable<LinearRow> rows)
    {
        Dictionary<Rational[], LinearRow> tightest = new(new SameFactors());
        foreach (LinearRow row in rows)
        {
            int first = Array.FindIndex(row.Factors, f => f.Sign != 0);
            if (first < 0)
            {
                if (row.Bound.Sign < 0 || (row.IsStrict && row.Bound.Sign == 0))
                {
                    return null;
                }

                continue;
            }

            Rational size = Rational.Abs(row.Factors[first]);
            LinearRow scaled = new([.. row.Factors.Select(f => f / size)], row.Bound / size, row.IsStrict);
            if (!tightest.TryGetValue(scaled.Factors, out LinearRow other) || scaled.Bound < other.Bound
                || (scaled.Bound == other.Bound && scaled.IsStrict))
            {
                tightest[scaled.Factors] = scaled;
            }
        }

        return [.. tightest.Values];
    }

    private sealed class SameFactors : IEqualityComparer<Rational[]>
    {
        public bool Equals(Rational[]? x, Rational[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(Rational[] obj)
        {
            HashCode hash = default;
            foreach (Rational factor in obj)
            {
                hash.Add(factor);
            }

            return hash.ToHashCode();
        }
    }
}
