using System.Text;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>What the files of one journal share while they are read.</summary>
internal sealed class BindingContext
{
    /// <summary>Suggestions made for one journal: enough for a person, and a million slips do not cost a search each.</summary>
    private const int MaxSuggestions = 1000;

    private readonly Dictionary<string, string?> nearestTags = new(StringComparer.Ordinal);
    private List<string>? tagNames;
    private (Symbol Symbol, string Name)[]? ordered;
    private int suggestions;

    public BindingContext(IFileSource files)
    {
        Files = files;
        Symbols.Add(Builder.Desk.Name, SymbolKind.Actor, Builder.Desk.Id, Builder.Desk, null);
    }

    public IFileSource Files { get; }

    public RecordBuilder Builder { get; } = new();

    public SymbolTable Symbols { get; } = SymbolTable.OfWords();

    public SymbolTable VerbSymbols { get; } = SymbolTable.OfVerbs();

    public DiagnosticBag Diagnostics { get; } = new();

    public List<SourceText> Texts { get; } = [];

    public List<SyntaxTree> Trees { get; } = [];

    /// <summary>Where in the words of the record each text begins.</summary>
    public List<int> Bases { get; } = [];

    /// <summary>Where each entry begins, counted over all texts.</summary>
    public ChunkedList<int> EntryStarts { get; } = new();

    public List<IssueFacts> Issues { get; } = [];

    /// <summary>Tags that a faulty entry names: what depends on them is silenced.</summary>
    public HashSet<int> FaultyTags { get; } = [];

    /// <summary>Tags of <c>says</c> with the place where they are named, to warn of those that nothing refers to.</summary>
    public List<(int Tag, Place Place)> LonelyTags { get; } = [];

    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    public List<(string Real, string Name)> Way { get; } = [];

    public long TotalBytes { get; set; }

    /// <summary>Skeletons of the names declared, to find look-alikes.</summary>
    public Dictionary<string, Symbol> Skeletons { get; } = new(StringComparer.Ordinal);

    public Place PlaceOfEntry(int entry)
    {
        int start = EntryStarts[entry];
        int index = Bases.Count - 1;
        while (Bases[index] > start)
        {
            index--;
        }

        return new Place(Texts[index], new TextSpan(start - Bases[index], FirstLineLength(Texts[index], start - Bases[index])));
    }

    public Symbol? Find(ReadOnlySpan<byte> name) => Ascii.IsValid(name)
        ? Symbols.Find(name)
        : Symbols.Find(Encoding.UTF8.GetBytes(NameForm.Canonical(name)));

    /// <summary>The known name nearest to one that is not known; null when none is near, or enough was suggested.</summary>
    public string? Nearest(string name, IEnumerable<string> known) =>
        suggestions++ < MaxSuggestions ? NearNames.Nearest(name, known) : null;

    public string? NearestSymbol(string name, Func<Symbol, bool> filter) =>
        suggestions < MaxSuggestions ? Nearest(name, NamesOf(filter)) : null;

    /// <summary>The first few names declared, for those who look for one; empty when there is none, or enough was suggested.</summary>
    public string Declared(Func<Symbol, bool> filter) =>
        suggestions < MaxSuggestions && NamesOf(filter).Any() ? Catalogue.ListOf(NamesOf(filter)) : "";

    private IEnumerable<string> NamesOf(Func<Symbol, bool> filter)
    {
        if (ordered is null || ordered.Length != Symbols.Count)
        {
            ordered = [.. Symbols.All.Select(s => (s, s.Name)).OrderBy(s => s.Name, StringComparer.Ordinal)];
        }

        return ordered.Where(s => filter(s.Symbol)).Select(s => s.Name);
    }

    private static int FirstLineLength(SourceText text, int start)
    {
        ReadOnlySpan<byte> rest = text.Bytes[start..];
        int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? rest.Length : end;
    }

    public string? NearestTag(string name)
    {
        if (nearestTags.Count > MaxSuggestions)
        {
            return null;
        }

        if (!nearestTags.TryGetValue(name, out string? nearest))
        {
            if (tagNames is null || tagNames.Count < Builder.TagCount)
            {
                tagNames = [.. Builder.TagNames()];
            }

            nearest = NearNames.Nearest(name, tagNames);
            nearestTags.Add(name, nearest);
        }

        return nearest;
    }
}

/// <summary>What binding needs to know of an issue, by its id.</summary>
internal sealed class IssueFacts(Issue issue, Place declared)
{
    public Issue Issue { get; } = issue;

    public Place Declared { get; } = declared;

    public byte[] Unit { get; } = Encoding.UTF8.GetBytes(issue.Unit);

    public byte[][] Labels { get; } = [.. issue.Labels.Select(Encoding.UTF8.GetBytes)];

    public List<byte[]> BasisUnits { get; } = [];

    public int FindLabel(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < Labels.Length; i++)
        {
            if (Labels[i].AsSpan().SequenceEqual(name))
            {
                return i;
            }
        }

        if (!Ascii.IsValid(name))
        {
            string canonical = NameForm.Canonical(name);
            return Issue.Labels.ToList().IndexOf(canonical);
        }

        return -1;
    }
}
