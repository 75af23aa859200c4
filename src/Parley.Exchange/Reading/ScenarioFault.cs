using Parley.Numerics;

namespace Parley.Exchange.Reading;

/// <summary>Something wrong with a file of a scenario. Immutable.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">From 1; 0 when the fault is of the whole file.</param>
/// <param name="Column">From 1; 0 when the fault is of the whole file.</param>
/// <param name="Summary">What is wrong, a lower-case sentence without a full stop.</param>
/// <param name="Help">One cure.</param>
public sealed record ScenarioFault(string File, int Line, int Column, string Summary, string Help);

/// <summary>A scenario, or why there is none. Immutable.</summary>
/// <param name="Scenario">The scenario; null when there is a fault.</param>
/// <param name="Faults">What is wrong, in the order of the files; at most <see cref="ScenarioLimits.Faults"/>.</param>
/// <param name="Notes">What was read and is worth a look; at most <see cref="ScenarioLimits.Faults"/>.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<ScenarioFault> Faults, IReadOnlyList<ScenarioFault> Notes);

/// <summary>What a file may hold at most, so that a hostile one costs little.</summary>
public static class ScenarioLimits
{
    /// <summary>Bytes of a file; the largest known profile has a fifth of a million.</summary>
    public const int Bytes = 16_000_000;

    /// <summary>Elements within one another; known files have six.</summary>
    public const int Depth = 64;

    /// <summary>Elements of a file; the largest known profile has a thousand.</summary>
    public const int Elements = 500_000;

    /// <summary>Values of an issue of numbers on which rectangles lie: a side is kept as one bit a value.</summary>
    public const int RectangleValues = 100_000;

    /// <summary>By how much weights may miss 1 before it is told; doubles written out miss by less.</summary>
    public static readonly Rational WeightSum = 0.000_001m;

    /// <summary>Characters of a number; a double needs at most 25.</summary>
    public const int NumberLength = 100;

    /// <summary>The greatest power of ten of a number, up or down; that of doubles.</summary>
    public const int Exponent = 400;

    /// <summary>Files of a scenario, a party each but for the domain; the largest known folder has 71.</summary>
    public const int Files = 1_000;

    /// <summary>Faults told in one reading.</summary>
    public const int Faults = 20;
}

/// <summary>Collects faults and notes, a bounded number of each.</summary>
internal sealed class FaultList
{
    private readonly List<ScenarioFault> faults = [];
    private readonly List<ScenarioFault> notes = [];

    /// <summary>The faults.</summary>
    public IReadOnlyList<ScenarioFault> Faults => faults;

    /// <summary>The notes.</summary>
    public IReadOnlyList<ScenarioFault> Notes => notes;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => faults.Count == 0;

    /// <summary>Adds a fault, while there is room.</summary>
    /// <param name="fault">The fault.</param>
    public void Add(ScenarioFault fault) => Add(faults, fault);

    /// <summary>Adds a note, while there is room.</summary>
    /// <param name="note">The note.</param>
    public void Note(ScenarioFault note) => Add(notes, note);

    private static void Add(List<ScenarioFault> list, ScenarioFault fault)
    {
        if (list.Count < ScenarioLimits.Faults)
        {
            list.Add(fault);
        }
    }
}
