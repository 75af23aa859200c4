using System.Collections.Immutable;
using Parley.Numerics;

namespace Parley.Bargaining.Relaxing;

/// <summary>What one party says that an agreement must have. Immutable.</summary>
/// <param name="Party">Whose demand it is, from 0.</param>
public abstract record Demand(int Party);

/// <summary>A demand on an issue of labels.</summary>
/// <param name="Party">Whose demand it is, from 0.</param>
/// <param name="Issue">Which issue, from 0.</param>
/// <param name="Places">The places of the labels that meet it; at least one.</param>
public sealed record LabelDemand(int Party, int Issue, ImmutableArray<int> Places) : Demand(Party);

/// <summary>A demand on an issue of numbers.</summary>
/// <param name="Party">Whose demand it is, from 0.</param>
/// <param name="Issue">Which issue, from 0.</param>
/// <param name="Ranges">The numbers that meet it, as a union; at least one range, none of them empty.</param>
public sealed record NumberDemand(int Party, int Issue, ImmutableArray<NumberRange> Ranges) : Demand(Party);

/// <summary>A reservation value: an outcome must serve the party at least so well.</summary>
/// <param name="Party">Whose demand it is, from 0.</param>
/// <param name="Least">The least utility that meets it, in the units of the party's utility.</param>
public sealed record ReservationDemand(int Party, Rational Least) : Demand(Party);
