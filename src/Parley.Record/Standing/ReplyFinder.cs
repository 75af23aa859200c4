namespace Parley.Record.Standing;

/// <summary>Finds the reply clocks.</summary>
internal static class ReplyFinder
{
    public static List<Reply> Find(StandingContext context) => [];
}
