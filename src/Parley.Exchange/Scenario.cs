using Parley.Bargaining;
using Parley.Exchange.Declarations;

namespace Parley.Exchange;

/// <summary>A bargaining problem read from another program's files, with what it is called. Immutable.</summary>
/// <param name="Name">What the scenario is called; empty when nothing says it.</param>
/// <param name="Problem">What can be agreed and who wants what, in utilities as the files' program counts them.</param>
/// <param name="Declaration">What the files say, number for number.</param>
public sealed record Scenario(string Name, BargainingProblem Problem, ScenarioDeclaration Declaration);
