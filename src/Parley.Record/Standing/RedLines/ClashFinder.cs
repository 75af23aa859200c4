namespace Parley.Record.Standing;

/// <summary>Finds clashes of red lines.</summary>
internal static class ClashFinder
{
    public static List<Clash> Find(StandingContext context, IReadOnlyList<RedLine> lines) => [];
}
