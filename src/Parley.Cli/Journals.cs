using System.Text;
using System.Text.Json;
using Parley.Drawing;
using Parley.Journals;
using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;
using Parley.Journals.Formatting;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Cli;

/// <summary>All that the commands need of the room that reads journals.</summary>
internal static class JournalFiles
{
    public const string Extension = ".parley";

    // Codes of a text that cannot be taken apart into statements and tokens; laying it out could lose something.
    private const string FirstOfText = "PJ0101";
    private const string LastOfText = "PJ0109";

    /// <summary>Reads a journal that must be there; several are read as one record.</summary>
    /// <exception cref="UsageException">There is no such file, or it is a folder.</exception>
    public static Journal Load(Host host, params IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            string full = host.FullPath(path);
            if (Directory.Exists(full))
            {
                throw new UsageException($"{path} is a folder, not a journal");
            }

            if (!File.Exists(full) && path.StartsWith("--", StringComparison.Ordinal))
            {
                // Where several files may stand, an unknown option would pass for one of them.
                throw new UsageException($"Unrecognized command or argument '{path}'");
            }

            if (!File.Exists(full))
            {
                throw new UsageException($"there is no file {path}");
            }
        }

        return Journal.Load(paths, new HostFiles(host));
    }

    /// <summary>Reads a journal from standard input.</summary>
    public static Journal Read(Host host)
    {
        MemoryStream bytes = new();
        if (host.In is StreamReader reader)
        {
            // The bytes as they are: a reader of text would replace what is not UTF-8.
            reader.BaseStream.CopyTo(bytes);
        }
        else
        {
            bytes.Write(Encoding.UTF8.GetBytes(host.In.ReadToEnd()));
        }

        return Journal.Parse(bytes.ToArray(), "-", new HostFiles(host));
    }

    /// <summary>The real path of a file, links followed.</summary>
    public static string RealPath(Host host, string path) => new HostFiles(host).RealPath(path);

    /// <summary>The journal in its canonical layout, or null when its text has faults that forbid it.</summary>
    /// <exception cref="InvalidOperationException">The layout would change more than blanks and line ends.</exception>
    public static byte[]? Format(Journal journal)
    {
        SourceText text = journal.Texts[0];
        foreach (Diagnostic diagnostic in journal.Diagnostics)
        {
            string code = diagnostic.Code.Code;
            if (diagnostic.Place.Text == text && string.CompareOrdinal(code, FirstOfText) >= 0
                && string.CompareOrdinal(code, LastOfText) <= 0)
            {
                return null;
            }
        }

        byte[] formatted = Formatter.Format(journal.Trees[0]);
        if (!HasSameContent(text.Bytes[text.MarkLength..], formatted))
        {
            throw new InvalidOperationException($"the layout of {text.Name} would change more than its blanks");
        }

        return formatted;
    }

    /// <summary>Draws the problems of a journal for people; for an answer only the errors, for a check all.</summary>
    public static void WriteProblems(Journal journal, TextWriter writer, bool all, bool errorsOnly)
    {
        IReadOnlyList<Diagnostic> shown = journal.Diagnostics;
        int count = journal.ProblemCount;
        if (errorsOnly && journal.ErrorCount < count)
        {
            shown = [.. shown.Where(diagnostic => diagnostic.IsError)];
            count = journal.ErrorCount;
        }

        DiagnosticText.WriteAll(shown, count, writer, all);
    }

    /// <summary>Writes the problems of a journal as a JSON array.</summary>
    public static void WriteProblems(Journal journal, Utf8JsonWriter json) =>
        DiagnosticJson.Write(journal.Diagnostics, json);

    /// <summary>Reads a date of the command line.</summary>
    /// <returns>Its last day; null when none was given.</returns>
    /// <exception cref="UsageException">It is no date, or has no end.</exception>
    public static int? ReadDay(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        DateFault fault = DateText.Parse(Encoding.UTF8.GetBytes(text), 0, out DateInterval date);
        if (fault != DateFault.None || date.WrittenLast == DateInterval.OpenEnd)
        {
            throw new UsageException($"{option} takes a date such as 2025-05-18, not \"{text}\"");
        }

        return date.WrittenLast;
    }

    /// <summary>The days on which entries of a journal end, each once, in order.</summary>
    public static IEnumerable<string> Days(Host host, params IReadOnlyList<string> paths)
    {
        NegotiationRecord record = Load(host, paths).Record;
        HashSet<int> days = [];
        for (int i = 0; i < record.Count; i++)
        {
            int last = record[i].When.WrittenLast;
            if (last != DateInterval.OpenEnd)
            {
                days.Add(last);
            }
        }

        DateEnd day = new(DatePrecision.Day);
        return days.Order().Select(number => DateText.Print(new DateInterval(number, number, day, day)));
    }

    /// <summary>All kinds of problems, in order.</summary>
    public static IEnumerable<(string Code, bool IsError, string Title)> Codes() =>
        Catalogue.Codes.Select(code => (code.Code, code.Severity == Severity.Error, code.Title));

    private static bool HasSameContent(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        int at = 0;
        foreach (byte b in before)
        {
            if (IsBlank(b))
            {
                continue;
            }

            while (at < after.Length && IsBlank(after[at]))
            {
                at++;
            }

            if (at == after.Length || after[at++] != b)
            {
                return false;
            }
        }

        return after[at..].IndexOfAnyExcept(" \t\r\n"u8) < 0;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private sealed class HostFiles(Host host) : IFileSource
    {
        private readonly DiskFileSource disk = new();

        public string RealPath(string path) => disk.RealPath(host.FullPath(path));

        public ReadOnlyMemory<byte> Read(string path, long limit) => disk.Read(host.FullPath(path), limit);
    }
}

/// <summary>The words of a journal, for the reports that are drawn from it.</summary>
internal sealed class JournalWords(Journal journal) : IWords
{
    public string? OnlyFile { get; } = FindOnlyFile(journal);

    public string Cite(int entry) => journal.Cite(entry);

    public string PrintDate(DateInterval date) => DateText.Print(date);

    public string PrintNumber(decimal number) => NumberText.Print(number);

    private static string? FindOnlyFile(Journal journal)
    {
        if (journal.Texts.Count == 1)
        {
            return journal.Texts[0].Name;
        }

        SourceText? only = null;
        for (int i = 0; i < journal.Record.Count; i++)
        {
            SourceText text = journal.PlaceOf(i).Text;
            if (only is not null && only != text)
            {
                return null;
            }

            only = text;
        }

        return only?.Name;
    }
}
