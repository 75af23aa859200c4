namespace Parley.Cli;

/// <summary>What the program touches of the machine it runs on; tests give it another.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output, for text.</param>
/// <param name="Error">Standard error.</param>
/// <param name="RawOut">Standard output, for bytes.</param>
/// <param name="WorkingDirectory">The folder that relative paths start from; an absolute path.</param>
/// <param name="Clock">The time; no answer depends on it.</param>
/// <param name="Environment">A variable of the environment by its name, or null.</param>
/// <param name="IsTerminal">Whether standard output is a terminal.</param>
/// <param name="Width">Columns of the terminal; <see cref="DefaultWidth"/> when it is none.</param>
public sealed record Host(
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    Stream RawOut,
    string WorkingDirectory,
    TimeProvider Clock,
    Func<string, string?> Environment,
    bool IsTerminal,
    int Width)
{
    /// <summary>Columns of a page where nothing else says how wide it is.</summary>
    public const int DefaultWidth = 80;

    /// <summary>The absolute path of a path as given.</summary>
    /// <param name="path">Relative to <see cref="WorkingDirectory"/>, or absolute.</param>
    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);
}

/// <summary>What the program answers to whoever started it.</summary>
public static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>There are problems in a journal, or a journal would be laid out otherwise.</summary>
    public const int Problems = 1;

    /// <summary>It was asked in a way that it does not understand, or for a file that it cannot use.</summary>
    public const int WrongUsage = 2;

    /// <summary>A fault of ours.</summary>
    public const int Bug = 70;
}

/// <summary>A wrong use of the program, told in one plain sentence.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UsageException()
    {
    }
}
