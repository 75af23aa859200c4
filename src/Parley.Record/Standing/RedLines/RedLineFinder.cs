namespace Parley.Record.Standing;

/// <summary>Finds the red lines.</summary>
internal static class RedLineFinder
{
    public static List<RedLine> Find(StandingContext context) => [];
}
