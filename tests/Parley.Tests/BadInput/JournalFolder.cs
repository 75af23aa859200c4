using System.Text;
using Xunit;

namespace Parley.Tests.BadInput;

/// <summary>A fresh folder of journals for one test; gone when disposed.</summary>
internal sealed class JournalFolder : IDisposable
{
    /// <summary>Declarations that most journals of these tests begin with: four lines.</summary>
    public const string Head = "party us \"United States\"\nparty iran\nissue level 0..90 %\nsource fox broadcast\n\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("parley-bad-");

    /// <summary>Its full path.</summary>
    public string Path => folder.FullName;

    /// <summary>A place in it.</summary>
    /// <param name="name">Name of a file.</param>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
    }

    /// <summary>Writes a file in UTF-8.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its text.</param>
    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Checks journals, and holds the program to what it owes whoever hands it something broken.</summary>
    /// <param name="arguments">What follows <c>parley check</c>.</param>
    public ParleyAnswer Check(params string[] arguments) => Run(["check", .. arguments]);

    /// <summary>Runs a command, and holds the program to what it owes whoever hands it something broken.</summary>
    /// <param name="arguments">What follows the name of the program.</param>
    public ParleyAnswer Run(params string[] arguments)
    {
        ParleyAnswer answer = ParleyProgram.Run(Path, arguments);
        string said = answer.Output + answer.Error;
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        Assert.DoesNotContain("bug PB", said, StringComparison.Ordinal);
        Assert.InRange(answer.Exit, 0, 2);
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
