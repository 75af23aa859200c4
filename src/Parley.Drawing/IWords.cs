using Parley.Record.Entries;

namespace Parley.Drawing;

/// <summary>
/// The words of the language that a report needs and that the record, which knows no text, does not have.
/// </summary>
public interface IWords
{
    /// <summary>The one file that every entry stands in, as <see cref="Cite"/> names it; null when there are several.</summary>
    /// <remarks>Where it is not null, every citation is this name, a colon and a line.</remarks>
    string? OnlyFile { get; }

    /// <summary>Whether values are said in words, as <c>at most 3 %</c>, rather than in signs, as <c>&lt;= 3 %</c>.</summary>
    bool SaysValuesInWords => false;

    /// <summary>Where an entry stands, as <c>file:line</c>.</summary>
    /// <param name="entry">Its number in the record.</param>
    string Cite(int entry);

    /// <summary>A date as it is written in a journal, such as <c>2025-05-31~</c>.</summary>
    /// <param name="date">The date.</param>
    string PrintDate(DateInterval date);

    /// <summary>A number as it is written in a journal, such as <c>3.67</c>.</summary>
    /// <param name="number">The number.</param>
    string PrintNumber(decimal number);
}
