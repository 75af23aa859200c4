using Xunit;

namespace Parley.Tests.Style;

/// <summary>Places that break a rule.</summary>
internal static class Offences
{
    /// <summary>Fails with every place, in full, when there is one.</summary>
    /// <param name="places">The places; each says what is wrong.</param>
    public static void None(IEnumerable<string> places)
    {
        string[] found = [.. places.Distinct(StringComparer.Ordinal)];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
