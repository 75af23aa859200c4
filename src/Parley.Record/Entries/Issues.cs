namespace Parley.Record.Entries;

/// <summary>What the values of an issue are.</summary>
public enum ScaleKind : byte
{
    /// <summary>Numbers with a unit.</summary>
    Numbers,

    /// <summary>Labels in an order, least first.</summary>
    OrderedLabels,

    /// <summary>Labels without an order.</summary>
    Labels,
}

/// <summary>How a schedule of values over time becomes one number.</summary>
public enum Reduction : byte
{
    /// <summary>It does not: schedules are compared step by step.</summary>
    None,

    /// <summary>The sum of the steps.</summary>
    Sum,

    /// <summary>The mean of the steps, weighted by their length.</summary>
    Mean,

    /// <summary>The steps compounded, read as per cent.</summary>
    Compounded,

    /// <summary>The last step.</summary>
    Last,
}

/// <summary>Something that is negotiated about, with its values.</summary>
public sealed class Issue
{
    private readonly List<Basis> bases = [];

    internal Issue(int id, string name, string title, ScaleKind kind, DateInterval? from)
    {
        Id = id;
        Name = name;
        Title = title;
        Kind = kind;
        From = from;
    }

    /// <summary>Place among <see cref="NegotiationRecord.Issues"/>, from 0.</summary>
    public int Id { get; }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>Its name in words.</summary>
    public string Title { get; }

    /// <summary>What its values are.</summary>
    public ScaleKind Kind { get; }

    /// <summary>From when it is on the table, or null.</summary>
    public DateInterval? From { get; }

    /// <summary>The values that are possible, for numbers; unbounded ends as in <see cref="NumberRange"/>.</summary>
    public NumberRange Range { get; internal set; } = NumberRange.All;

    /// <summary>Distance between neighbouring numbers, in the unit; null when every number is possible.</summary>
    public decimal? Step { get; internal set; }

    /// <summary>Unit of the numbers, such as <c>%</c> or <c>USD/h</c>; empty when there is none.</summary>
    public string Unit { get; internal set; } = "";

    /// <summary>Labels in the order declared, at most 64; empty for numbers.</summary>
    public IReadOnlyList<string> Labels { get; internal set; } = [];

    /// <summary>How a schedule becomes one number.</summary>
    public Reduction Reduction { get; internal set; }

    /// <summary>Other measures of the issue.</summary>
    public IReadOnlyList<Basis> Bases => bases;

    /// <summary>Every value that is possible.</summary>
    public ValueSet All => Kind == ScaleKind.Numbers
        ? ValueSet.OfRange(Range)
        : ValueSet.OfLabels(Labels.Count == 64 ? ulong.MaxValue : (1UL << Labels.Count) - 1);

    internal void Add(Basis basis) => bases.Add(basis);
}

/// <summary>Another measure of an issue; values of different bases are never mixed.</summary>
public sealed class Basis
{
    internal Basis(int index, Issue issue, string name, string title, string unit)
    {
        Index = index;
        Issue = issue;
        Name = name;
        Title = title;
        Unit = unit;
    }

    /// <summary>Place among the bases of the issue, from 1; 0 is the basis that is not said.</summary>
    public int Index { get; }

    /// <summary>The issue that it measures.</summary>
    public Issue Issue { get; }

    /// <summary>Its name after the dot.</summary>
    public string Name { get; }

    /// <summary>Its name in words.</summary>
    public string Title { get; }

    /// <summary>Its own unit, or the issue's.</summary>
    public string Unit { get; }

    /// <summary>What it is worked out from, or null when no formula is known.</summary>
    public BasisFormula? Formula { get; internal set; }
}

/// <summary>How a basis follows from another: <c>of × factor + offset</c>, steps applied in the order written.</summary>
/// <param name="OfIssue">The issue it follows from.</param>
/// <param name="OfBasis">The basis of that issue, 0 for the one that is not said.</param>
/// <param name="Steps">The operations in order.</param>
public sealed record BasisFormula(Issue OfIssue, int OfBasis, IReadOnlyList<FormulaStep> Steps);

/// <summary>One operation of a <see cref="BasisFormula"/>.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Number">With which number.</param>
public readonly record struct FormulaStep(FormulaOperation Operation, decimal Number);

/// <summary>An operation of a basis formula.</summary>
public enum FormulaOperation : byte
{
    /// <summary>Adds the number.</summary>
    Plus,

    /// <summary>Takes the number away.</summary>
    Less,

    /// <summary>Multiplies by the number.</summary>
    Times,
}

/// <summary>Which way a party wants an issue to go.</summary>
public enum Direction : byte
{
    /// <summary>Not said: a different value is only different.</summary>
    None,

    /// <summary>Higher is better.</summary>
    High,

    /// <summary>Lower is better.</summary>
    Low,

    /// <summary>In an order of labels of its own.</summary>
    Ordered,
}

/// <summary>What a party wants of an issue.</summary>
/// <param name="Party">The party.</param>
/// <param name="Issue">The issue.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Ranking">
/// For <see cref="Direction.Ordered"/>: indexes into <see cref="Entries.Issue.Labels"/>, best first; else empty.
/// Labels left out rank below all that are named.
/// </param>
/// <param name="From">From when, or null.</param>
public sealed record Want(Actor Party, Issue Issue, Direction Direction, IReadOnlyList<int> Ranking, DateInterval? From);
