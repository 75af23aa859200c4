using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Binding;

/// <summary>Reads a journal and what it includes.</summary>
internal static class JournalLoader
{
    /// <summary>The most bytes of a journal with all that it includes: spans are 32-bit offsets.</summary>
    public const long MaxBytes = 1L << 30;

    private const int MaxDepth = 50;
    private const int MaxFiles = 10_000;

    /// <summary>Reads one journal, or several as one record; a file reached twice counts once.</summary>
    public static Journal Load(IReadOnlyList<string> paths, IFileSource files)
    {
        BindingContext context = new(files);
        foreach (string path in paths)
        {
            string? reason = TryRead(context, path, out string real, out ReadOnlyMemory<byte> bytes, out long length);
            if (context.Visited.Contains(real))
            {
                continue;
            }

            if (reason is null)
            {
                BindText(context, bytes, path, real);
                continue;
            }

            SourceText empty = new(path, ReadOnlyMemory<byte>.Empty);
            Place place = new(empty, default);
            context.Diagnostics.Add(length > MaxBytes
                ? Catalogue.FileTooLong(place, length, MaxBytes) : Catalogue.Unreadable(place, reason));
            context.Texts.Add(empty);
        }

        return Build(context);
    }

    public static Journal Parse(ReadOnlyMemory<byte> bytes, string name, IFileSource files)
    {
        BindingContext context = new(files);
        BindText(context, bytes, name, files.RealPath(name));
        return Build(context);
    }

    /// <summary>Reads a journal that another includes.</summary>
    public static void Include(BindingContext context, FileBinder from, Place place, string path)
    {
        (string parentReal, string parentName) = context.Way[^1];
        string name = Join(parentName, path);
        string target = Join(parentReal, path);
        if (path.Contains('\0', StringComparison.Ordinal) || path.Length == 0)
        {
            from.ReportProblem(Catalogue.IncludeMissing(place, path, "it is no path"));
            return;
        }

        string? reason = TryRead(context, target, out string real, out ReadOnlyMemory<byte> bytes, out long length);
        if (context.Way.Any(w => w.Real == real))
        {
            IEnumerable<string> way = context.Way.SkipWhile(w => w.Real != real).Select(w => w.Name).Append(name);
            from.ReportProblem(Catalogue.IncludeCycle(place, [.. way]));
            return;
        }

        if (context.Visited.Contains(real))
        {
            return;
        }

        if (length > MaxBytes)
        {
            from.ReportProblem(Catalogue.FileTooLong(place, length, MaxBytes));
            return;
        }

        if (reason is not null)
        {
            from.ReportProblem(Catalogue.IncludeMissing(place, path, reason));
            return;
        }

        if (context.Way.Count >= MaxDepth)
        {
            from.ReportProblem(Catalogue.IncludeTooMany(place, "journals that include each other in a row", MaxDepth));
            return;
        }

        if (context.Texts.Count >= MaxFiles)
        {
            from.ReportProblem(Catalogue.IncludeTooMany(place, "included journals", MaxFiles));
            return;
        }

        BindText(context, bytes, name, real);
    }

    private static string Join(string parent, string path) =>
        Path.IsPathRooted(path) ? path : Path.Combine(Path.GetDirectoryName(parent) ?? "", path);

    private static Journal Build(BindingContext context)
    {
        var record = context.Builder.Build();
        foreach ((int tag, Place place) in context.LonelyTags)
        {
            if (record.Mentions(tag).Length == 1)
            {
                context.Diagnostics.Add(Catalogue.LonelyTag(place, record.TagName(tag)));
            }
        }

        context.Diagnostics.Sort(context.Texts);
        return new Journal(context, record);
    }

    private static void BindText(BindingContext context, ReadOnlyMemory<byte> bytes, string name, string real)
    {
        SourceText text = new(name, bytes);
        context.Visited.Add(real);
        context.Texts.Add(text);
        context.TotalBytes += bytes.Length;
        int start = context.Builder.Words.AddSegment(bytes);
        context.Bases.Add(start);
        if (FindEncoding(bytes.Span) is { } encoding)
        {
            context.Diagnostics.Add(Catalogue.WrongEncoding(new Place(text, new TextSpan(0, Math.Min(2, bytes.Length))), encoding));
            context.Trees.Add(new SyntaxTree(text, new()));
            return;
        }

        context.Way.Add((real, name));
        int index = context.Trees.Count;
        context.Trees.Add(null!);
        context.Trees[index] = new FileBinder(context, text, start).Bind();
        context.Way.RemoveAt(context.Way.Count - 1);
    }

    private static string? FindEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return "UTF-32";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return "UTF-16";
        }

        // Without a mark: in UTF-16, every other byte of mostly Latin text is NUL.
        int length = Math.Min(bytes.Length, 256) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        return length >= 8 && Math.Max(even, odd) * 4 > length && Math.Min(even, odd) * 8 < length ? "UTF-16" : null;
    }

    /// <summary>Reads a file; what went wrong comes back in words, and its length where that is what is wrong.</summary>
    private static string? TryRead(
        BindingContext context, string path, out string real, out ReadOnlyMemory<byte> bytes, out long length)
    {
        bytes = default;
        length = 0;
        real = path;
        try
        {
            real = context.Files.RealPath(path);
            bytes = context.Files.Read(path, MaxBytes - context.TotalBytes);
            return null;
        }
        catch (FileTooLongException e)
        {
            length = Math.Max(e.Length + context.TotalBytes, MaxBytes + 1);
            return "it is too long";
        }
        catch (FileNotFoundException)
        {
            return "there is no such file";
        }
        catch (DirectoryNotFoundException)
        {
            return "there is no such folder";
        }
        catch (UnauthorizedAccessException)
        {
            return Directory.Exists(path) ? "it is a folder" : "access is denied";
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return "the system could not read it";
        }
    }
}
