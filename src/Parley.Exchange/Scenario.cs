using Parley.Bargaining;

namespace Parley.Exchange;

/// <summary>A bargaining problem read from another program's files, with what it is called. Immutable.</summary>
/// <param name="Name">What the scenario is called; empty when nothing says it.</param>
/// <param name="Problem">What can be agreed and who wants what.</param>
public sealed record Scenario(string Name, BargainingProblem Problem);
