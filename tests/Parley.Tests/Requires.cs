using Xunit;

namespace Parley.Tests;

/// <summary>
/// The one way to leave a test out: for want of something that is not part of the repository.
/// </summary>
/// <remarks>With <c>PARLEY_REQUIRE_ALL=1</c> in the environment, as in CI, what is missing fails instead.</remarks>
internal static class Requires
{
    /// <summary>A file or folder of the third-party material that may lie beside the working copy.</summary>
    /// <param name="relative">Path below <c>../shared</c>, with <c>/</c>.</param>
    /// <returns>Its full path; without it the calling test is skipped, or fails.</returns>
    public static string Shared(string relative)
    {
        string path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", relative));
        Present(Path.Exists(path), $"../shared/{relative} is not there");
        return path;
    }

    /// <summary>A program on the search path.</summary>
    /// <param name="name">Its name, such as <c>chromium</c>.</param>
    /// <returns>Its full path; without it the calling test is skipped, or fails.</returns>
    public static string Program(string name)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? path = folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
        Present(path is not null, $"the program {name} is not installed");
        return path!;
    }

    /// <summary>Something that the machine may lack.</summary>
    /// <param name="isPresent">Whether it is there.</param>
    /// <param name="reason">What is missing, as a sentence without a full stop.</param>
    public static void Present(bool isPresent, string reason) =>
        Present(isPresent, reason, Environment.GetEnvironmentVariable("PARLEY_REQUIRE_ALL") == "1");

    /// <summary>The rule behind the others.</summary>
    /// <param name="isPresent">Whether it is there.</param>
    /// <param name="reason">What is missing.</param>
    /// <param name="requiresAll">Whether what is missing fails.</param>
    internal static void Present(bool isPresent, string reason, bool requiresAll)
    {
        if (isPresent)
        {
            return;
        }

        if (requiresAll)
        {
            Assert.Fail($"{reason}, and PARLEY_REQUIRE_ALL is set");
        }

        Assert.Skip(reason);
    }
}
