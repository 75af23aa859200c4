using Parley.Journals.Text;

namespace Parley.Journals.Diagnostics;

/// <summary>How grave a problem is.</summary>
public enum Severity
{
    /// <summary>It may be true, and deserves a look.</summary>
    Warning,

    /// <summary>It cannot be: the statement is left out.</summary>
    Error,
}

/// <summary>One kind of problem. A code never changes its meaning.</summary>
/// <param name="Code"><c>PJ</c> and four digits: 01 text, 02 names and values, 03 beliefs, 04 conduct of the talks.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Title">What it is about, in a few words.</param>
public sealed record DiagnosticCode(string Code, Severity Severity, string Title);

/// <summary>A place in a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Span">The stretch.</param>
public readonly record struct Place(SourceText Text, TextSpan Span);

/// <summary>Another place that contributed to a problem.</summary>
/// <param name="Place">The place.</param>
/// <param name="Label">What it did, in a few words.</param>
public sealed record RelatedPlace(Place Place, string Label);

/// <summary>A problem in a journal: what is wrong, where, and one cure.</summary>
/// <param name="Code">What kind of problem.</param>
/// <param name="Place">Where.</param>
/// <param name="Summary">What is wrong: one sentence in lower case that stands alone, without a full stop.</param>
/// <param name="Help">One cure, or null when there is none to offer.</param>
/// <param name="Label">A few words beside the caret, or null.</param>
/// <param name="Related">Other places that contributed.</param>
/// <param name="Notes">Facts that help to understand it.</param>
public sealed record Diagnostic(
    DiagnosticCode Code,
    Place Place,
    string Summary,
    string? Help = null,
    string? Label = null,
    IReadOnlyList<RelatedPlace>? Related = null,
    IReadOnlyList<string>? Notes = null)
{
    /// <summary>Whether it is an error.</summary>
    public bool IsError => Code.Severity == Severity.Error;
}

/// <summary>Collects problems, with a bound on how many are kept.</summary>
public sealed class DiagnosticBag
{
    /// <summary>How many are kept in full; further ones are only counted.</summary>
    public const int Limit = 100_000;

    private readonly List<Diagnostic> kept = [];

    /// <summary>The problems, in the order met; at most <see cref="Limit"/> and one that says how many more there are.</summary>
    public IReadOnlyList<Diagnostic> Kept => kept;

    /// <summary>How many errors were met, kept or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>How many problems were met, kept or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no further problem will be kept.</summary>
    public bool IsFull => kept.Count >= Limit;

    /// <summary>Adds a problem.</summary>
    /// <param name="diagnostic">The problem.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Count++;
        ErrorCount += diagnostic.IsError ? 1 : 0;
        if (kept.Count < Limit)
        {
            kept.Add(diagnostic);
        }
        else if (kept.Count == Limit)
        {
            kept.Add(Catalogue.TooManyProblems(diagnostic.Place, Limit));
        }
    }

    /// <summary>Brings the problems into file order: text by text in the order given, then by place.</summary>
    /// <param name="texts">The texts in the order they were read.</param>
    public void Sort(IReadOnlyList<SourceText> texts)
    {
        Dictionary<SourceText, int> order = [];
        for (int i = 0; i < texts.Count; i++)
        {
            order[texts[i]] = i;
        }

        List<Diagnostic> sorted =
            [.. kept.OrderBy(d => order.GetValueOrDefault(d.Place.Text)).ThenBy(d => d.Place.Span.Start)];
        kept.Clear();
        kept.AddRange(sorted);
    }
}
