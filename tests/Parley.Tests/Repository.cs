namespace Parley.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] BuildFolders = [".git", "bin", "obj", "TestResults", "artifacts", ".vs", ".idea"];

    /// <summary>Its root: the folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A place in it.</summary>
    /// <param name="relative">Path from the root, with <c>/</c>.</param>
    public static string At(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Files that people wrote, as paths from the root with <c>/</c>, sorted; build outputs left out.</summary>
    /// <param name="folder">Where to look, from the root; the root itself when empty.</param>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    /// <returns>Empty when the folder does not exist.</returns>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        List<string> found = [];
        Collect(folder, pattern, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static void Collect(string folder, string pattern, List<string> found)
    {
        DirectoryInfo directory = new(At(folder));
        if (!directory.Exists)
        {
            return;
        }

        string prefix = folder.Length == 0 ? "" : folder + "/";
        found.AddRange(directory.EnumerateFiles(pattern).Select(f => prefix + f.Name));
        foreach (DirectoryInfo inner in directory.EnumerateDirectories().Where(d => !BuildFolders.Contains(d.Name)))
        {
            Collect(prefix + inner.Name, pattern, found);
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of a working copy.");
    }
}
