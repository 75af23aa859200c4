using System.Numerics;
using Parley.Outcomes;
using Parley.Record.Entries;
using Parley.Record.Standing;
using EngineIssue = Parley.Outcomes.Issue;
using RecordIssue = Parley.Record.Entries.Issue;

namespace Parley.Record.Framing;

/// <summary>Why there is nothing to reckon with.</summary>
public enum FramingObstacle : byte
{
    /// <summary>Nothing stands in the way.</summary>
    None,

    /// <summary>Fewer than two parties have put a value forward, drawn a line or declared what they prefer.</summary>
    FewerThanTwoParties,

    /// <summary>On no issue is there a value that can be placed on its scale.</summary>
    NoIssue,
}

/// <summary>Why an issue, or a basis of it, is left out of the outcomes.</summary>
public enum OmissionReason : byte
{
    /// <summary>It is spoken of, and no value of it is on record.</summary>
    NoValue,

    /// <summary>Another basis of the issue is used more by bargaining positions.</summary>
    OtherBasis,

    /// <summary>Its values are schedules, and the issue does not say how one becomes a number.</summary>
    ScheduleOnly,
}

/// <summary>An issue that is left out of the outcomes.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="BasisIndex">The basis, 0 when not said.</param>
/// <param name="Reason">Why.</param>
public sealed record IssueOmission(int IssueId, int BasisIndex, OmissionReason Reason);

/// <summary>An issue of the record as one of the issues whose outcomes are reckoned with.</summary>
/// <param name="Issue">The issue of the record.</param>
/// <param name="BasisIndex">The one basis that is used, 0 when not said.</param>
/// <param name="Scale">The same with its values in places: labels in the order declared, numbers ascending.</param>
/// <param name="IsSampled">
/// Whether only some of the numbers that are possible are places. Every number in <paramref name="Named"/> is one of
/// them, unless there are more than <see cref="ScalePoints.Most"/>: preferences that are straight lines between named
/// numbers then lose nothing; others are known only to the nearest place.
/// </param>
/// <param name="Named">Numbers that are named on the record, ascending; empty for labels.</param>
/// <param name="StatusQuo">What holds if nothing is agreed; null when it is not said.</param>
public sealed record FramedIssue(
    RecordIssue Issue,
    int BasisIndex,
    EngineIssue Scale,
    bool IsSampled,
    IReadOnlyList<decimal> Named,
    ValueSet? StatusQuo)
{
    /// <summary>Which places a set of values of the issue and basis holds.</summary>
    /// <param name="values">The values; a topic holds every place, a schedule none.</param>
    /// <returns>One a place, in the order of places.</returns>
    public IReadOnlyList<bool> PlacesIn(ValueSet values)
    {
        bool[] holds = new bool[Scale.Count!.Value];
        for (int place = 0; place < holds.Length; place++)
        {
            holds[place] = values.Kind switch
            {
                ValueSetKind.Topic => true,
                ValueSetKind.Labels => (values.LabelBits & (1UL << place)) != 0,
                ValueSetKind.Range or ValueSetKind.Ranges => Scale.IsNumeric && Holds(values, NumberAt(place)),
                _ => false,
            };
        }

        return holds;
    }

    /// <summary>The number at a place, as the record writes numbers.</summary>
    /// <param name="place">From 0.</param>
    public decimal NumberAt(int place)
    {
        Numerics.Rational number = Scale.NumberAt(place);
        return (decimal)number.Numerator / (decimal)number.Denominator;
    }

    private static bool Holds(ValueSet values, decimal number) => values.Ranges.Any(range => range.Contains(number));
}

/// <summary>A red line that stands, on the places of an issue.</summary>
/// <param name="Line">The line.</param>
/// <param name="Issue">Which issue of <see cref="FramedTalks.Issues"/>.</param>
/// <param name="Stated">The places that it leaves as stated.</param>
/// <param name="Revealed">The places that it leaves as its own side has revealed it.</param>
public sealed record FramedLine(RedLine Line, int Issue, IReadOnlyList<bool> Stated, IReadOnlyList<bool> Revealed)
{
    /// <summary>The same as a demand on outcomes.</summary>
    /// <param name="asRevealed">Whether as revealed rather than as stated.</param>
    public OutcomeConstraint ToConstraint(bool asRevealed)
    {
        IReadOnlyList<bool> places = asRevealed ? Revealed : Stated;
        return new OutcomeConstraint([Issue], chosen => places[chosen[0]]);
    }
}

/// <summary>What a package says of one issue.</summary>
/// <param name="Issue">Which issue of <see cref="FramedTalks.Issues"/>.</param>
/// <param name="Exact">The values as written, a schedule as its total.</param>
/// <param name="Read">The values, a point read as "this or better" for the party.</param>
/// <param name="Alternative">Which alternative of the package, from 0.</param>
public readonly record struct PackageTerm(int Issue, ValueSet Exact, ValueSet Read, int Alternative);

/// <summary>A package under one account of it.</summary>
/// <param name="Accounts">The entries that tell it so, in order of time; all of them where they do not differ.</param>
/// <param name="Terms">What it says of the issues, by alternative, then in the order written.</param>
/// <param name="Topics">Issues of the record that it names without a value, by id.</param>
/// <param name="Unaddressed">
/// Issues of the record that are on the table and that it does not name, by id: neither free nor as before.
/// </param>
/// <param name="HasUnknownTerms">Whether it has further terms that are not known.</param>
public sealed record PackageReading(
    IReadOnlyList<int> Accounts,
    IReadOnlyList<PackageTerm> Terms,
    IReadOnlyList<int> Topics,
    IReadOnlyList<int> Unaddressed,
    bool HasUnknownTerms);

/// <summary>A firm offer or demand of a party.</summary>
/// <param name="Entry">The account that stands for it.</param>
/// <param name="IsConditional">Whether something on which it depends has not come about.</param>
/// <param name="Stands">Whether a bargaining position of the party still rests on it.</param>
/// <param name="Readings">One, or one for each of the accounts that exclude each other.</param>
public sealed record FramedPackage(int Entry, bool IsConditional, bool Stands, IReadOnlyList<PackageReading> Readings);

/// <summary>What a party is known to want of an issue.</summary>
/// <param name="Want">Which way it wants it to go; null when not said.</param>
/// <param name="Weight">Its declared weight, or null.</param>
/// <param name="Worths">The declared worths of values, in the order declared.</param>
/// <param name="Position">Its bargaining position, as read, or null when none is held.</param>
public sealed record KnownWish(
    Want? Want, Estimate? Weight, IReadOnlyList<(ValueSet Values, Estimate Worth)> Worths, Position? Position);

/// <summary>A party, and all of it that bears on which outcomes it would take.</summary>
/// <param name="Party">The party.</param>
/// <param name="Lines">Its lines that stand, those of its members among them, in order of time.</param>
/// <param name="Packages">Its last firm offers and demands, the last 64 at most, in order of time.</param>
/// <param name="Wishes">What is known of its wishes, one an issue in the order of <see cref="FramedTalks.Issues"/>.</param>
/// <param name="Acceptances">Offers of others that it has accepted, in order of time, each as the accepted package.</param>
/// <param name="Reservation">Its declared reservation value; null is unknown, not 0.</param>
/// <param name="AlternativeSince">
/// First days of declarations of what it has without an agreement, its own and the status quo, first to last; those
/// that have held from the beginning are left out.
/// </param>
public sealed record FramedParty(
    Actor Party,
    IReadOnlyList<FramedLine> Lines,
    IReadOnlyList<FramedPackage> Packages,
    IReadOnlyList<KnownWish> Wishes,
    IReadOnlyList<FramedPackage> Acceptances,
    Estimate? Reservation,
    IReadOnlyList<int> AlternativeSince);

/// <summary>Somebody within a party who could refuse what its negotiators sign.</summary>
/// <param name="Actor">Who.</param>
/// <param name="IsSubjectTo">Whether an entry names it as one who must ratify.</param>
/// <param name="Decides">Whether it is declared to decide.</param>
/// <param name="Lines">Lines that it has drawn itself and that stand.</param>
/// <param name="Rejected">
/// What it rejected and has not accepted since, in order of time; the entry is that of the package.
/// </param>
public sealed record FramedRatifier(
    Actor Actor, bool IsSubjectTo, bool Decides, IReadOnlyList<FramedLine> Lines, IReadOnlyList<FramedPackage> Rejected);

/// <summary>The record as something to be decided: what can be agreed, and what each party has shown about it.</summary>
public sealed record FramedTalks
{
    /// <summary>The record that was read.</summary>
    public required NegotiationRecord Record { get; init; }

    /// <summary>As of when.</summary>
    public required AsOf AsOf { get; init; }

    /// <summary>The strand of the talks; null when the record has none.</summary>
    public required Track? Track { get; init; }

    /// <summary>Why nothing can be reckoned; the lists are then as far as they go.</summary>
    public required FramingObstacle Obstacle { get; init; }

    /// <summary>The issues whose outcomes are reckoned with, in the order of the record.</summary>
    public required IReadOnlyList<FramedIssue> Issues { get; init; }

    /// <summary>Issues and bases spoken of and left out, in the order of the record.</summary>
    public required IReadOnlyList<IssueOmission> LeftOut { get; init; }

    /// <summary>Parties that take part, in the order of the record.</summary>
    public required IReadOnlyList<FramedParty> Parties { get; init; }

    /// <summary>Those within the parties who could refuse, in the order of the record.</summary>
    public required IReadOnlyList<FramedRatifier> Ratifiers { get; init; }

    /// <summary>The agreement that was asked for, as a package; null when none was.</summary>
    public FramedPackage? Settlement { get; init; }

    /// <summary>All outcomes, before any line.</summary>
    public required OutcomeSpace Space { get; init; }

    /// <summary>How many outcomes every line as stated leaves.</summary>
    public BigInteger OutcomesAsStated => CountLeft(line => line.Stated);

    /// <summary>How many outcomes every line leaves as its own side has revealed it.</summary>
    public BigInteger OutcomesAsRevealed => CountLeft(line => line.Revealed);

    /// <summary>The outcome that holds if nothing is agreed; null unless every issue has one value declared.</summary>
    public Outcome? StatusQuo
    {
        get
        {
            int[] places = new int[Issues.Count];
            for (int i = 0; i < places.Length; i++)
            {
                IReadOnlyList<bool> holds = Issues[i].StatusQuo is { } values ? Issues[i].PlacesIn(values) : [];
                places[i] = holds.Count(h => h) == 1 ? holds.ToList().IndexOf(true) : -1;
            }

            return places.Length > 0 && !places.Contains(-1) ? new Outcome(places) : null;
        }
    }

    private BigInteger CountLeft(Func<FramedLine, IReadOnlyList<bool>> left)
    {
        BigInteger count = BigInteger.One;
        for (int i = 0; i < Issues.Count; i++)
        {
            FramedLine[] lines = [.. Parties.SelectMany(party => party.Lines).Where(line => line.Issue == i)];
            count *= Enumerable.Range(0, Issues[i].Scale.Count!.Value).Count(p => lines.All(line => left(line)[p]));
        }

        return count;
    }
}
