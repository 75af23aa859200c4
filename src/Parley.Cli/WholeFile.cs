using System.Text;

namespace Parley.Cli;

/// <summary>Puts a text in the place of a file: whoever looks sees the old text or the new, never a part.</summary>
internal static class WholeFile
{
    private const int Opening = 2048;

    /// <summary>Replaces a file that is there, or makes it.</summary>
    /// <param name="path">The real path.</param>
    /// <param name="name">The path as given.</param>
    /// <param name="bytes">The text.</param>
    /// <exception cref="UsageException">The disk refuses it; what was there is left as it is.</exception>
    public static void Replace(string path, string name, byte[] bytes)
    {
        string temporary = Path.Join(
            Path.GetDirectoryName(path), $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        bool isThere = File.Exists(path);
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows() && isThere)
            {
                options.UnixCreateMode = File.GetUnixFileMode(path);
            }

            using (FileStream stream = new(temporary, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            string left = isThere ? ", and was left as it is" : "";
            throw new UsageException($"{name} cannot be written{left}", e);
        }
    }

    /// <summary>Refuses to write over what somebody else made.</summary>
    /// <param name="path">The real path.</param>
    /// <param name="name">The path as given.</param>
    /// <param name="mark">What stands near the beginning of what the command itself makes.</param>
    /// <param name="journal">The real path of the journal, over which nothing is ever written.</param>
    /// <param name="force">Whether it was said that the file may be lost.</param>
    /// <exception cref="UsageException">It must not be written.</exception>
    public static void Allow(string path, string name, string mark, string journal, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"{name} is a folder");
        }

        if (path == journal)
        {
            throw new UsageException($"{name} is the journal itself");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new UsageException($"there is no folder for {name}");
        }

        if (!force && File.Exists(path) && !BeginsWith(path, mark))
        {
            throw new UsageException($"{name} is there and was not made by this command; --force writes over it");
        }
    }

    private static bool BeginsWith(string path, string mark)
    {
        byte[] opening = new byte[Opening];
        using FileStream stream = File.OpenRead(path);
        int count = stream.ReadAtLeast(opening, opening.Length, throwOnEndOfStream: false);
        return count == 0 || Encoding.UTF8.GetString(opening, 0, count).Contains(mark, StringComparison.Ordinal);
    }
}
