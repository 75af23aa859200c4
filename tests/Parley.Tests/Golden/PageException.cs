namespace Parley.Tests.Golden;

/// <summary>A page that cannot be replayed as it is written.</summary>
/// <param name="line">Where, from 1.</param>
/// <param name="message">What is wrong and what would be right.</param>
internal sealed class PageException(int line, string message) : Exception($"line {line}: {message}")
{
    /// <summary>Where, from 1.</summary>
    public int Line { get; } = line;
}
