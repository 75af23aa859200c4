namespace Parley.Record.Standing;

/// <summary>Finds promises and threats.</summary>
internal static class CommitmentFinder
{
    public static List<Commitment> FindPromises(StandingContext context) => [];

    public static List<Commitment> FindThreats(StandingContext context) => [];
}
