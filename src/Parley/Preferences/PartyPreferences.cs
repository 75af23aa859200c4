using Parley.Numerics;

namespace Parley.Preferences;

/// <summary>What one party wants, and what it has if the talks fail. Immutable.</summary>
/// <param name="Party">What the party is called.</param>
/// <param name="Utility">How well outcomes serve it, at the start of the talks.</param>
/// <param name="ReservationValue">
/// The utility below which it refuses, in the units of <paramref name="Utility"/>; null when it refuses nothing that is
/// on the table. Left out is not 0.
/// </param>
public sealed record PartyPreferences(string Party, UtilityFunction Utility, Rational? ReservationValue = null)
{
    /// <summary>The alternative to an agreement, in words; empty when it is not said.</summary>
    public string Batna { get; init; } = "";

    /// <summary>
    /// What remains of a utility at the deadline, in (0, 1]: utility at relative time t is
    /// <c>utility · discount^t</c>. 1 when waiting costs nothing.
    /// </summary>
    public Rational Discount { get; init; } = Rational.One;

    /// <summary>Whether the reservation value falls with <see cref="Discount"/> as well.</summary>
    public bool DiscountsReservationValue { get; init; } = true;
}
