using System.Numerics;
using Parley.Record.Entries;
using Parley.Record.Framing;
using Parley.Record.Standing;

namespace Parley.Record.Deals;

/// <summary>What is asked of the deals that are left.</summary>
public sealed record DealsOptions
{
    /// <summary>As of when.</summary>
    public AsOf AsOf { get; init; }

    /// <summary>The strand of the talks; null for the one with the most offers and demands.</summary>
    public Track? Track { get; init; }

    /// <summary>Whether the last agreement on record, also one after the day, is placed among the deals.</summary>
    public bool ShowsSettlement { get; init; }

    /// <summary>Where the draws start; the same seed gives the same report.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often unknown preferences are drawn; above 0.</summary>
    public int Draws { get; init; } = 1000;
}

/// <summary>Which lines the outcomes that were compared respect.</summary>
public enum OutcomeScope : byte
{
    /// <summary>Every line as stated.</summary>
    AsStated,

    /// <summary>Every line as revealed, since as stated they leave nothing.</summary>
    AsRevealed,

    /// <summary>None, since they leave nothing either way.</summary>
    All,
}

/// <summary>What one side alone could give up so that an issue on which lines leave no value has one again.</summary>
/// <param name="Issue">Which issue of <see cref="FramedTalks.Issues"/>.</param>
/// <param name="Party">Whose lines give way.</param>
/// <param name="Lines">The lines that give way: no fewer of them are enough for these values.</param>
/// <param name="Places">
/// Places to admit: of those that the same lines keep out, the nearest to what the party leaves where there is an order.
/// </param>
public sealed record Loosening(int Issue, Actor Party, IReadOnlyList<FramedLine> Lines, IReadOnlyList<int> Places);

/// <summary>Why a deal is on the list.</summary>
public enum DealKind : byte
{
    /// <summary>A firm package that stands, or the last that somebody made.</summary>
    Package,

    /// <summary>What holds if nothing is agreed.</summary>
    StatusQuo,

    /// <summary>What was agreed in the end.</summary>
    Settlement,

    /// <summary>An outcome that draws chose most often.</summary>
    Solution,
}

/// <summary>Why somebody behind a party would refuse a deal.</summary>
public enum DealRefusalKind : byte
{
    /// <summary>It lies outside a red line that it drew and that stands.</summary>
    RedLine,

    /// <summary>It rejected these terms.</summary>
    Rejected,
}

/// <summary>A ground on which somebody behind a party would refuse what the table could sign.</summary>
/// <param name="Ratifier">Who.</param>
/// <param name="Kind">Why.</param>
/// <param name="Entry">The red line, or the package that was rejected.</param>
public sealed record DealRefusal(FramedRatifier Ratifier, DealRefusalKind Kind, int Entry);

/// <summary>The utility of a deal for one party over the draws.</summary>
/// <param name="Low">5 of 100 draws put its least at or below this.</param>
/// <param name="Middle">Median of the middle between its least and its greatest.</param>
/// <param name="High">95 of 100 draws put its greatest at or below this.</param>
public readonly record struct UtilityRange(double Low, double Middle, double High);

/// <summary>How often, in the draws, some outcome that a deal leaves open is what; as shares of weighted draws.</summary>
/// <param name="Efficient">No outcome is better for one party and worse for none.</param>
/// <param name="Acceptable">No party is below its reservation value.</param>
/// <param name="Nash">It is the Nash solution, or tied with it.</param>
/// <param name="KalaiSmorodinsky">It is the Kalai–Smorodinsky solution, or tied with it.</param>
/// <param name="Egalitarian">It is the egalitarian solution, or tied with it.</param>
/// <param name="Utilitarian">It is the utilitarian solution, or tied with it.</param>
public sealed record DealFrequencies(
    double Efficient, double Acceptable, double Nash, double KalaiSmorodinsky, double Egalitarian, double Utilitarian);

/// <summary>A deal that could be signed, or one that is left to choose.</summary>
/// <param name="Kind">Why it is on the list.</param>
/// <param name="Party">Whose package it is; null for others.</param>
/// <param name="Package">The package; null for the status quo and solutions.</param>
/// <param name="Reading">The account of it; null for the status quo and solutions.</param>
/// <param name="Choices">
/// What it leaves open: for each of its alternatives the places of every issue, in the order of
/// <see cref="FramedTalks.Issues"/>; an issue that it does not address keeps them all.
/// </param>
public sealed record Deal(
    DealKind Kind,
    Actor? Party,
    FramedPackage? Package,
    PackageReading? Reading,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<bool>>> Choices)
{
    /// <summary>How many outcomes it leaves open before any line, alternatives that overlap counted each.</summary>
    public BigInteger Outcomes { get; init; }

    /// <summary>How many of them every line as stated leaves.</summary>
    public BigInteger OutcomesAsStated { get; init; }

    /// <summary>How many of them every line as revealed leaves.</summary>
    public BigInteger OutcomesAsRevealed { get; init; }

    /// <summary>Lines that, as stated, leave nothing of it.</summary>
    public IReadOnlyList<FramedLine> OutsideOf { get; init; } = [];

    /// <summary>Grounds on which somebody behind a party would refuse it.</summary>
    public IReadOnlyList<DealRefusal> Refusals { get; init; } = [];

    /// <summary>One a party, in the order of <see cref="FramedTalks.Parties"/>; empty when nothing was drawn.</summary>
    public IReadOnlyList<UtilityRange> Utilities { get; init; } = [];

    /// <summary>How often it is what; null when nothing was drawn.</summary>
    public DealFrequencies? Frequencies { get; init; }
}

/// <summary>What kind of number is not known.</summary>
public enum UnknownKind : byte
{
    /// <summary>The weight of an issue.</summary>
    Weight,

    /// <summary>How the worth of an issue runs between its ends.</summary>
    Shape,

    /// <summary>The worth of one value of an issue.</summary>
    Worth,

    /// <summary>The utility below which a party refuses.</summary>
    Reservation,
}

/// <summary>Something that the record does not say of a party's preferences.</summary>
/// <param name="Party">Which of <see cref="FramedTalks.Parties"/>.</param>
/// <param name="Kind">What.</param>
/// <param name="Issue">Of which issue; -1 for the reservation value.</param>
/// <param name="Place">Of which value; -1 for others.</param>
public sealed record Unknown(int Party, UnknownKind Kind, int Issue = -1, int Place = -1);

/// <summary>How much it would help to know something.</summary>
/// <param name="Unknown">What.</param>
/// <param name="Narrowing">
/// Which share of the variance of the verdicts on the listed deals would go, on average, if it were known on which side
/// of its median it lies; 0 to 1.
/// </param>
public sealed record Question(Unknown Unknown, double Narrowing);

/// <summary>How the unknown preferences were drawn.</summary>
/// <param name="Seed">Where the draws started.</param>
/// <param name="Draws">How many; 1 when nothing is unknown.</param>
/// <param name="ErrorRate">How often what a party does is taken not to follow its preferences.</param>
/// <param name="Comparisons">How many pairs of successive packages, and acceptances, the draws were weighed by.</param>
/// <param name="EffectiveDraws">As how many draws of equal weight they count: (Σw)² / Σw².</param>
/// <param name="IsContradictory">
/// Whether these were fewer than <see cref="PreferenceSampler.FewestEffective"/>: no preferences of the assumed form fit
/// what the record shows, and the draws count alike.
/// </param>
/// <param name="Questions">What to find out first, the most helpful first; three at most.</param>
public sealed record Uncertainty(
    ulong Seed,
    int Draws,
    double ErrorRate,
    int Comparisons,
    double EffectiveDraws,
    bool IsContradictory,
    IReadOnlyList<Question> Questions);

/// <summary>What deals are left.</summary>
public sealed record DealsReport
{
    /// <summary>The record as something to be decided.</summary>
    public required FramedTalks Talks { get; init; }

    /// <summary>How many entries it rests on.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Smallest sets of lines as stated that share no value, on the scale itself.</summary>
    public required IReadOnlyList<Clash> Clashes { get; init; }

    /// <summary>The lines as demands, for finding clashes and what releases the rest.</summary>
    public required DealDemands Demands { get; init; }

    /// <summary>What each side alone could give up, by issue and then by party; empty where no issue is shut.</summary>
    public required IReadOnlyList<Loosening> Loosenings { get; init; }

    /// <summary>Packages in order of party and time, the status quo, the settlement, and solutions, most frequent first.</summary>
    public required IReadOnlyList<Deal> Deals { get; init; }

    /// <summary>Which outcomes were compared.</summary>
    public required OutcomeScope Scope { get; init; }

    /// <summary>How unknown preferences were drawn; null when nothing could be reckoned.</summary>
    public Uncertainty? Uncertainty { get; init; }

    /// <summary>Whether the outcomes were too many to compare in every draw.</summary>
    public bool IsBeyondLimits { get; init; }

    /// <summary>The frontier and the solutions when nothing is unknown; else null.</summary>
    public ProblemDeals? Exact { get; init; }
}
