using System.Globalization;
using System.Text;
using Parley.Journals;
using Parley.Journals.Diagnostics;
using Parley.Journals.Formatting;
using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Fuzz;

/// <summary>What the reader of journals promises of every sequence of bytes, sound or not.</summary>
public static class ReaderPromises
{
    /// <summary>Holds the reader to its promises.</summary>
    /// <param name="bytes">A text, possibly with faults in it.</param>
    /// <exception cref="BrokenPromiseException">
    /// The tree does not give the text back, formatting twice is not formatting once, formatting changes more than
    /// blanks or changes what the journal says, or a problem lies outside of its text.
    /// </exception>
    public static void Check(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        Journal journal = Read(bytes);
        foreach (Diagnostic diagnostic in journal.Diagnostics)
        {
            CheckPlace(diagnostic);
        }

        DiagnosticText.WriteAll(journal.Diagnostics, journal.ProblemCount, TextWriter.Null, all: true);
        if (journal.Trees.Count == 0)
        {
            return;
        }

        SyntaxTree tree = journal.Trees[0];
        if (!tree.ToBytes().AsSpan().SequenceEqual(bytes))
        {
            throw new BrokenPromiseException("The tree does not give its text back.");
        }

        CheckFormatting(journal, tree);
    }

    private static Journal Read(byte[] bytes) => Journal.Parse(bytes, FewFiles.Journal, new FewFiles());

    private static void CheckPlace(Diagnostic diagnostic)
    {
        foreach (Place place in (diagnostic.Related ?? []).Select(r => r.Place).Prepend(diagnostic.Place))
        {
            if (place.Span.Start < 0 || place.Span.Length < 0 || place.Span.End > place.Text.Length)
            {
                throw new BrokenPromiseException($"{diagnostic.Code.Code} lies outside of its text.");
            }

            LinePosition position = place.Text.PositionOf(place.Span.Start);
            if (position.Line < 1 || position.Line > place.Text.LineCount || position.Column < 1)
            {
                throw new BrokenPromiseException(string.Create(
                    CultureInfo.InvariantCulture, $"{diagnostic.Code.Code} has the place {position}."));
            }
        }
    }

    private static void CheckFormatting(Journal journal, SyntaxTree tree)
    {
        byte[] once = Formatter.Format(tree);
        if (!tree.Text.Bytes[tree.Text.MarkLength..].ToArray().Where(IsInk).SequenceEqual(once.Where(IsInk)))
        {
            throw new BrokenPromiseException($"Formatting changes more than blanks:\n{Show(once)}");
        }

        // A text that is not UTF-8, or holds NUL bytes, is not formatted for anybody: what it is may only be guessed.
        if (!tree.Text.IsValidUtf8 || tree.Text.Bytes.Contains((byte)0))
        {
            return;
        }

        byte[] twice = Formatter.Format(SyntaxTree.Parse(new SourceText(FewFiles.Journal, once)));
        if (!twice.AsSpan().SequenceEqual(once))
        {
            throw new BrokenPromiseException(
                $"Formatting twice is not formatting once:\n{Show(once)}\n-----\n{Show(twice)}");
        }

        Journal formatted = Read(once);
        if (formatted.ErrorCount != journal.ErrorCount || formatted.Record.Count != journal.Record.Count)
        {
            throw new BrokenPromiseException(string.Create(
                CultureInfo.InvariantCulture,
                $"Formatting turns {journal.ErrorCount} errors and {journal.Record.Count} entries into "
                + $"{formatted.ErrorCount} and {formatted.Record.Count}:\n{Show(once)}"));
        }

        byte[] said = RecordPrinter.Print(journal.Record);
        if (!RecordPrinter.Print(formatted.Record).AsSpan().SequenceEqual(said))
        {
            throw new BrokenPromiseException("Formatting changes what the journal says.");
        }

        if (journal.ProblemCount == 0)
        {
            CheckPrinting(said);
        }
    }

    private static void CheckPrinting(byte[] said)
    {
        Journal printed = Read(said);
        if (printed.HasErrors)
        {
            throw new BrokenPromiseException(
                $"A sound record prints as a journal with an error: {printed.Diagnostics[0].Summary}\n{Show(said)}");
        }

        if (!RecordPrinter.Print(printed.Record).AsSpan().SequenceEqual(said))
        {
            throw new BrokenPromiseException($"A record prints as a journal that says something else:\n{Show(said)}");
        }
    }

    private static bool IsInk(byte value) => value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n');

    private static string Show(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
