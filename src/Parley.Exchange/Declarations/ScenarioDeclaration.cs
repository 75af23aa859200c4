using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Declarations;

/// <summary>What the files of a scenario say, before anything is divided or left out. Immutable.</summary>
/// <param name="Name">What it is called; empty when nothing says it.</param>
/// <param name="Issues">The issues in order.</param>
/// <param name="Parties">The parties in order of their files.</param>
public sealed record ScenarioDeclaration(
    string Name, IReadOnlyList<IssueDeclaration> Issues, IReadOnlyList<PartyDeclaration> Parties);

/// <summary>An issue with the words that a file has for it. Immutable.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Description">Words on the issue; empty when there are none.</param>
/// <param name="ValueDescriptions">Words on each label, in order; empty for numbers.</param>
public sealed record IssueDeclaration(Issue Issue, string Description, IReadOnlyList<string> ValueDescriptions);

/// <summary>What one party wants, as its file says it. Immutable.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Worths">For each issue that has one, its weight and the worth of its values; no issue twice.</param>
/// <param name="Rectangles">The hyper-rectangles; empty in a linear-additive file.</param>
public sealed record PartyDeclaration(
    string Name, IReadOnlyList<IssueWorth> Worths, IReadOnlyList<Rectangle> Rectangles)
{
    /// <summary>By what the sum of the rectangles is divided; null in a linear-additive file.</summary>
    public Rational? MaximumUtility { get; init; }

    /// <summary>Whether evaluations of labels count by the greatest of their issue, as in Genius.</summary>
    public bool IsDividedByGreatest { get; init; }

    /// <summary>An outcome as good as none, a place for some issues, as in GeniusWeb; null when there is none.</summary>
    public IReadOnlyDictionary<int, int>? ReservationOutcome { get; init; }

    /// <summary>The discount factor as written; null when there is none.</summary>
    public Rational? Discount { get; init; }

    /// <summary>The reservation value as written, on the scale from 0 to 1; null when there is none.</summary>
    public Rational? ReservationValue { get; init; }
}

/// <summary>What one issue is worth to a party. Immutable.</summary>
/// <param name="Issue">Which issue, from 0.</param>
/// <param name="Weight">Its weight as written.</param>
/// <param name="Values">The evaluations as written, not divided by the greatest.</param>
public sealed record IssueWorth(int Issue, Rational Weight, ValueFunction Values);

/// <summary>A utility that is gained inside a box, or outside it. Immutable.</summary>
/// <param name="Utility">What is gained, as written.</param>
/// <param name="Weight">By what it is multiplied.</param>
/// <param name="Excludes">
/// Whether it is gained where a side does not hold, instead of where all hold. Genius, version 10: INCLUDES demand
/// every stretch, EXCLUDES are satisfied by leaving one of them.
/// </param>
/// <param name="Sides">The sides of the box, in the order of the file; none gains everywhere.</param>
public sealed record Rectangle(Rational Utility, Rational Weight, bool Excludes, IReadOnlyList<RectangleSide> Sides);

/// <summary>A stretch of the numbers of one issue. Immutable.</summary>
/// <param name="Issue">Which issue, from 0.</param>
/// <param name="Low">The least number of the stretch.</param>
/// <param name="High">The greatest number of the stretch.</param>
public sealed record RectangleSide(int Issue, Rational Low, Rational High);
