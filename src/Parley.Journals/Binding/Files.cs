namespace Parley.Journals.Binding;

/// <summary>Where journals are read from.</summary>
public interface IFileSource
{
    /// <summary>The real, absolute path of a file: links followed, so that one file has one path.</summary>
    /// <param name="path">A path as given.</param>
    string RealPath(string path);

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">A path as given.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <exception cref="IOException">It cannot be read, or is longer than <paramref name="limit"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    ReadOnlyMemory<byte> Read(string path, long limit);
}

/// <summary>A file that is longer than may be read.</summary>
public sealed class FileTooLongException : IOException
{
    /// <summary>Creates the exception.</summary>
    public FileTooLongException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is too long.</param>
    public FileTooLongException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is too long.</param>
    /// <param name="innerException">The cause.</param>
    public FileTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="length">How long the file is, in bytes.</param>
    public FileTooLongException(long length)
        : base("The file is too long.") => Length = length;

    /// <summary>How long the file is, in bytes.</summary>
    public long Length { get; }
}

/// <summary>Journals on disk.</summary>
public sealed class DiskFileSource : IFileSource
{
    private const int Chunk = 1 << 20;

    /// <inheritdoc/>
    public string RealPath(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full) ?? "/";
        string real = root;
        int links = 0;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            while (new FileInfo(real).LinkTarget is { } target && ++links < 40)
            {
                real = Path.GetFullPath(target, Path.GetDirectoryName(real) ?? root);
            }
        }

        return real;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(string path, long limit)
    {
        using FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        long length = stream.CanSeek ? stream.Length : 0;
        if (length > limit)
        {
            throw new FileTooLongException(length);
        }

        // A pipe has no length, and a file may grow or shrink while it is read.
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        int filled = 0;
        while (true)
        {
            if (filled == bytes.Length)
            {
                int next = stream.ReadByte();
                if (next < 0)
                {
                    break;
                }

                if (filled + 1L > limit)
                {
                    throw new FileTooLongException(filled + 1L);
                }

                byte[] larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(limit, Math.Max(Chunk, filled * 2L)));
                bytes.CopyTo(larger, 0);
                bytes = larger;
                bytes[filled++] = (byte)next;
                continue;
            }

            int read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return bytes.AsMemory(0, filled);
    }
}
