using Parley.Drawing.Markup;

namespace Parley.Drawing.Briefs;

/// <summary>A piece of a brief, the same for a page and for plain text.</summary>
internal abstract record Block
{
    /// <summary>The entries that it cites.</summary>
    public abstract IEnumerable<int> Notes { get; }
}

/// <summary>One or more sentences.</summary>
/// <param name="Sentence">The sentences.</param>
internal sealed record Paragraph(Sentence Sentence) : Block
{
    public override IEnumerable<int> Notes => Sentence.Notes;
}

/// <summary>An item of a list.</summary>
/// <param name="Label">What stands before it, such as its date; or null.</param>
/// <param name="Sentence">The item.</param>
/// <param name="Beside">A remark that belongs to it, or null.</param>
internal sealed record ListItem(string? Label, Sentence Sentence, Sentence? Beside = null);

/// <summary>A list of sentences.</summary>
/// <param name="Items">The items; at least one.</param>
internal sealed record BulletList(IReadOnlyList<ListItem> Items) : Block
{
    public override IEnumerable<int> Notes =>
        Items.SelectMany(item => item.Sentence.Notes.Concat(item.Beside?.Notes ?? []));
}

/// <summary>A cell of a table.</summary>
/// <param name="Lines">Its lines; none for an empty cell.</param>
/// <param name="Drawing">A small drawing above them, or null.</param>
internal sealed record GridCell(IReadOnlyList<Sentence> Lines, Element? Drawing = null)
{
    public static GridCell Of(string text) => new([Sentence.Of(text)]);
}

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Heads">The heads of its columns; the first is of the rows.</param>
/// <param name="Rows">Its rows, each with as many cells as there are heads.</param>
internal sealed record Grid(string Caption, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<GridCell>> Rows) : Block
{
    public override IEnumerable<int> Notes =>
        Rows.SelectMany(row => row).SelectMany(cell => cell.Lines).SelectMany(line => line.Notes);
}

/// <summary>A figure in two widths, which only a page shows.</summary>
/// <param name="Caption">What to know to read it; possibly nothing.</param>
/// <param name="Wide">Draws it for a desk and for paper, once it is known which number each note has.</param>
/// <param name="Narrow">Draws it for a telephone.</param>
internal sealed record FigureBlock(string Caption, Func<NoteNumbers, Element> Wide, Func<NoteNumbers, Element> Narrow) : Block
{
    /// <summary>What stands in its place where nothing can be drawn.</summary>
    public string TextCaption { get; init; } = "";

    public override IEnumerable<int> Notes => [];
}

/// <summary>What is folded away on the screen and printed open.</summary>
/// <param name="Heading">What it holds.</param>
/// <param name="Blocks">The blocks; at least one.</param>
internal sealed record Fold(string Heading, IReadOnlyList<Block> Blocks) : Block
{
    public override IEnumerable<int> Notes => Blocks.SelectMany(block => block.Notes);
}

/// <summary>A section of a brief.</summary>
/// <param name="Heading">Its heading; each once in a brief.</param>
/// <param name="Blocks">What it holds; none where the record has nothing of the kind.</param>
internal sealed record BriefSection(string Heading, IReadOnlyList<Block> Blocks)
{
    /// <summary>What is said instead of an empty section, as a sentence; such sentences stand together at the end.</summary>
    public string Nothing { get; init; } = "";

    /// <summary>A section of a record that has nothing of the kind.</summary>
    public static BriefSection Empty(string heading, string nothing) => new(heading, []) { Nothing = nothing };
}

/// <summary>The numbers of the notes: entries that are cited, from 1, in order of time.</summary>
internal sealed class NoteNumbers
{
    private readonly Dictionary<int, int> numbers = [];

    /// <summary>Numbers the entries of some sections.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="order">All entries in order of time.</param>
    public NoteNumbers(IEnumerable<BriefSection> sections, IReadOnlyList<int> order)
    {
        HashSet<int> cited = [.. sections.SelectMany(section => section.Blocks).SelectMany(block => block.Notes)];
        foreach (int entry in order)
        {
            if (cited.Contains(entry))
            {
                numbers.Add(entry, numbers.Count + 1);
            }
        }
    }

    /// <summary>The entries in order of their numbers.</summary>
    public IEnumerable<int> Entries => numbers.Keys;

    /// <summary>The numbers of some entries that are cited, each once, in ascending order.</summary>
    public IEnumerable<int> Of(IEnumerable<int> entries) => entries.Select(entry => numbers[entry]).Distinct().Order();

    /// <summary>The number of an entry, or null when it is not cited.</summary>
    public int? Of(int entry) => numbers.TryGetValue(entry, out int number) ? number : null;
}
