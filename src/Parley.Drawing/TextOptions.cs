namespace Parley.Drawing;

/// <summary>How a report is drawn as text.</summary>
public sealed record TextOptions
{
    /// <summary>The narrowest page that is drawn; narrower ones are drawn this wide.</summary>
    public const int MinWidth = 40;

    /// <summary>How many findings a section shows before it leaves earlier ones out.</summary>
    public const int Shown = 20;

    /// <summary>Columns of a line; at least <see cref="MinWidth"/> are used.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether the marks that the report adds are plain ASCII; words of the record stay as they are.</summary>
    public bool Ascii { get; init; }

    /// <summary>Whether headings and names of parties carry terminal colour; it never carries meaning alone.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether long sections show everything.</summary>
    public bool All { get; init; }

    /// <summary>How many problems the journal has; a report of a journal with problems says so at its head.</summary>
    public int ProblemCount { get; init; }
}
