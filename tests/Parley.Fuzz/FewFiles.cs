using Parley.Journals.Binding;

namespace Parley.Fuzz;

/// <summary>The files that a fuzzed journal can include: one that is sound, and one that includes its parent.</summary>
internal sealed class FewFiles : IFileSource
{
    /// <summary>The name under which the fuzzed journal is read.</summary>
    public const string Journal = "j.parley";

    private static readonly Dictionary<string, byte[]> Contents = new(StringComparer.Ordinal)
    {
        ["a.parley"] = "party us \"United States\"\nissue level 0..90 %\nsource fox broadcast\n"u8.ToArray(),
        ["b.parley"] = "include \"j.parley\"\n2025-01-01 us says level = 3 ^fox\n"u8.ToArray(),
    };

    /// <inheritdoc/>
    public string RealPath(string path) => Path.GetFileName(path);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(string path, long limit) =>
        Contents.TryGetValue(RealPath(path), out byte[]? bytes) ? bytes : throw new FileNotFoundException();
}
