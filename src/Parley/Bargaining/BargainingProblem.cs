using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Bargaining;

/// <summary>What can be agreed, and how well it serves each party. Immutable.</summary>
/// <param name="Space">What can be agreed.</param>
/// <param name="Parties">What each party wants, in a fixed order.</param>
public sealed record BargainingProblem(OutcomeSpace Space, IReadOnlyList<PartyPreferences> Parties)
{
    /// <summary>The utilities of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public UtilityProfile ProfileOf(Outcome outcome) => new(Parties.Select(p => p.Utility.Of(Space, outcome)));
}
