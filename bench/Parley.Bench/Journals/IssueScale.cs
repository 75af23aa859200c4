namespace Parley.Bench.Journals;

/// <summary>An issue with its values, and how far each of two parties would go on it by now.</summary>
/// <param name="name">What it is called.</param>
internal abstract class IssueScale(string name)
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>Writes what follows its name and its words in the declaration.</summary>
    /// <param name="sink">Where to.</param>
    public abstract void AddScale(TextSink sink);

    /// <summary>What a party, 0 or 1, wants of it; empty when nothing.</summary>
    /// <param name="party">The party.</param>
    public abstract string Want(int party);

    /// <summary>
    /// Lets a party move before it puts something forward: mostly not at all, sometimes towards the other side,
    /// seldom back.
    /// </summary>
    /// <param name="random">Whether and how far.</param>
    /// <param name="party">The party.</param>
    public abstract void Move(SeededRandom random, int party);

    /// <summary>Writes a term that a party would take now.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="random">How it is put.</param>
    /// <param name="party">The party.</param>
    public abstract void AddTerm(TextSink sink, SeededRandom random, int party);

    /// <summary>Writes a term that a party would never take.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="random">How far off.</param>
    /// <param name="party">The party.</param>
    public abstract void AddExcluded(TextSink sink, SeededRandom random, int party);
}

/// <summary>Numbers with a unit; one party wants high ones, the other low ones.</summary>
internal sealed class NumericScale : IssueScale
{
    private readonly int low;
    private readonly int high;
    private readonly int step;
    private readonly int decimals;
    private readonly string scale;
    private readonly string unit;
    private readonly int wantsHigh;
    private readonly int[] openings = new int[2];
    private readonly int[] limits = new int[2];

    /// <summary>Creates a scale.</summary>
    /// <param name="name">What the issue is called.</param>
    /// <param name="ends">Lowest and highest value, in units of the last decimal.</param>
    /// <param name="step">Distance of neighbours, in the same.</param>
    /// <param name="decimals">How many decimals a value has at most.</param>
    /// <param name="unit">The unit, after a scale such as <c>m</c> and a blank where there is one.</param>
    /// <param name="wantsHigh">Which party wants high ones.</param>
    public NumericScale(string name, (int Low, int High) ends, int step, int decimals, string unit, int wantsHigh)
        : base(name)
    {
        (low, high) = ends;
        this.step = step;
        this.decimals = decimals;
        int blank = unit.IndexOf(' ', StringComparison.Ordinal);
        scale = blank < 0 ? "" : unit[..blank];
        this.unit = blank < 0 ? unit : unit[(blank + 1)..];
        this.wantsHigh = wantsHigh;
        openings[wantsHigh] = At(90);
        openings[1 - wantsHigh] = At(10);
        openings.CopyTo(limits, 0);
    }

    public override void AddScale(TextSink sink)
    {
        AddNumber(sink, low).Add("..");
        AddNumber(sink, high).Add(" ").Add(unit).Add(" step ");
        AddNumber(sink, step);
    }

    public override string Want(int party) => party == wantsHigh ? "high" : "low";

    public override void Move(SeededRandom random, int party)
    {
        int towards = party == wantsHigh ? -step : step;
        int chance = random.Below(100);
        if (chance == 0)
        {
            int back = limits[party] - (towards * random.Between(1, 4));
            limits[party] = towards < 0 ? Math.Min(back, high) : Math.Max(back, low);
        }
        else if (chance < 20)
        {
            int moved = limits[party] + (towards * random.Between(1, 3));
            limits[party] = towards < 0 ? Math.Max(moved, Last(party)) : Math.Min(moved, Last(party));
        }
    }

    public override void AddTerm(TextSink sink, SeededRandom random, int party)
    {
        int limit = limits[party];
        int form = random.Below(20);
        sink.Add(Name);
        if (form == 0)
        {
            AddNumber(sink.Add(" = "), limit);
        }
        else if (form == 1 && limit != openings[party])
        {
            AddNumber(sink.Add(" = "), Math.Min(limit, openings[party])).Add("..");
            AddNumber(sink, Math.Max(limit, openings[party]));
        }
        else
        {
            AddNumber(sink.Add(party == wantsHigh ? " >= " : " <= "), limit);
        }

        if (random.Chance(70))
        {
            sink.Add(" ").Add(unit);
        }
    }

    public override void AddExcluded(TextSink sink, SeededRandom random, int party)
    {
        int away = step * random.Below(3);
        bool isHigh = party == wantsHigh;
        sink.Add(Name).Add(isHigh ? " < " : " > ");
        AddNumber(sink, isHigh ? Last(party) - away : Last(party) + away).Add(" ").Add(unit);
    }

    // Where a party gives no further; the two overlap, so that a deal is there to be found.
    private int Last(int party) => At(party == wantsHigh ? 45 : 55);

    private int At(int percent) => low + ((int)((long)(high - low) * percent / 100) / step * step);

    private TextSink AddNumber(TextSink sink, int ticks) => sink.AddDecimal(ticks, decimals).Add(scale);
}

/// <summary>Labels in an order; one party wants the last, the other the first.</summary>
/// <param name="name">What the issue is called.</param>
/// <param name="labels">The labels, least first; at least three.</param>
/// <param name="wantsHigh">Which party wants the last.</param>
internal sealed class OrderedScale(string name, string[] labels, int wantsHigh) : IssueScale(name)
{
    private readonly int[] limits =
        wantsHigh == 0 ? [labels.Length - 1, 0] : [0, labels.Length - 1];

    public override void AddScale(TextSink sink) => sink.Add(string.Join(" < ", labels));

    public override string Want(int party) => party == wantsHigh ? "high" : "low";

    public override void Move(SeededRandom random, int party)
    {
        int towards = party == wantsHigh ? -1 : 1;
        int chance = random.Below(400);
        int moved = limits[party] + (chance == 0 ? -towards : chance < 6 ? towards : 0);
        int middle = labels.Length / 2;
        limits[party] = towards < 0
            ? Math.Clamp(moved, middle, labels.Length - 1)
            : Math.Clamp(moved, 0, middle);
    }

    public override void AddTerm(TextSink sink, SeededRandom random, int party)
    {
        int limit = limits[party];
        bool isHigh = party == wantsHigh;
        bool isEnd = limit == (isHigh ? labels.Length - 1 : 0);
        sink.Add(Name).Add(isEnd ? " = " : isHigh ? " >= " : " <= ").Add(labels[limit]);
    }

    public override void AddExcluded(TextSink sink, SeededRandom random, int party) =>
        sink.Add(Name).Add(" = ").Add(party == wantsHigh ? labels[0] : labels[^1]);
}

/// <summary>Labels without an order.</summary>
/// <param name="name">What the issue is called.</param>
/// <param name="labels">The labels; at least three. The first party likes the first, the second the last.</param>
internal sealed class UnorderedScale(string name, string[] labels) : IssueScale(name)
{
    private readonly bool[] hasOpened = new bool[2];

    public override void AddScale(TextSink sink) => sink.Add(string.Join(" | ", labels));

    public override string Want(int party) => "";

    public override void Move(SeededRandom random, int party) => hasOpened[party] = random.Below(100) switch
    {
        0 => false,
        < 6 => true,
        _ => hasOpened[party],
    };

    public override void AddTerm(TextSink sink, SeededRandom random, int party)
    {
        sink.Add(Name).Add(" = ").Add(party == 0 ? labels[0] : labels[^1]);
        if (hasOpened[party])
        {
            sink.Add(" | ").Add(labels[1]);
        }
    }

    public override void AddExcluded(TextSink sink, SeededRandom random, int party) =>
        sink.Add(Name).Add(" = ").Add(party == 0 ? labels[^1] : labels[0]);
}
