using Parley.Journals.Binding;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals;

/// <summary>A journal that was read: its record, its problems, and the way from each entry to its place.</summary>
public sealed class Journal
{
    private readonly BindingContext context;

    internal Journal(BindingContext context, NegotiationRecord record)
    {
        this.context = context;
        Record = record;
    }

    /// <summary>The record; what a faulty statement says is left out of it.</summary>
    public NegotiationRecord Record { get; }

    /// <summary>The problems in file order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => context.Diagnostics.Kept;

    /// <summary>How many errors there are, even where not all are kept.</summary>
    public int ErrorCount => context.Diagnostics.ErrorCount;

    /// <summary>How many problems there are, even where not all are kept.</summary>
    public int ProblemCount => context.Diagnostics.Count;

    /// <summary>Whether there is an error.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>The texts: the journal itself first, then what it includes in the order met.</summary>
    public IReadOnlyList<SourceText> Texts => context.Texts;

    /// <summary>The trees of <see cref="Texts"/>; the first is of the journal itself. Empty when it could not be read.</summary>
    public IReadOnlyList<SyntaxTree> Trees => context.Trees;

    /// <summary>Where an entry begins.</summary>
    /// <param name="entry">Its number in the record.</param>
    public Place PlaceOf(int entry) => context.PlaceOfEntry(entry);

    /// <summary>Where an entry begins, as <c>file:line</c>.</summary>
    /// <param name="entry">Its number in the record.</param>
    public string Cite(int entry)
    {
        Place place = PlaceOf(entry);
        return FormattableString.Invariant($"{place.Text.Name}:{place.Text.LineOf(place.Span.Start)}");
    }

    /// <summary>Reads a journal from disk, with what it includes.</summary>
    /// <param name="path">Its path; messages call it so.</param>
    /// <param name="files">Where from; the disk when left out.</param>
    public static Journal Load(string path, IFileSource? files = null) => Load([path], files);

    /// <summary>Reads several journals from disk as one record, as if one journal included them in this order.</summary>
    /// <param name="paths">Their paths, at least one; what is reached twice counts once.</param>
    /// <param name="files">Where from; the disk when left out.</param>
    public static Journal Load(IReadOnlyList<string> paths, IFileSource? files = null) =>
        JournalLoader.Load(paths, files ?? new DiskFileSource());

    /// <summary>Reads a journal from memory; what it includes is looked for on disk.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="name">What messages call it, and from where includes are relative.</param>
    /// <param name="files">Where includes are read from; the disk when left out.</param>
    public static Journal Parse(ReadOnlyMemory<byte> bytes, string name, IFileSource? files = null) =>
        JournalLoader.Parse(bytes, name, files ?? new DiskFileSource());
}
