namespace Parley.Record.Entries;

/// <summary>A place of words in the <see cref="WordStore"/> of a record.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="Length">Length in UTF-8 bytes; 0 when there are none.</param>
public readonly record struct WordSpan(int Start, int Length)
{
    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => Length == 0;
}

/// <summary>What is said of one issue within an entry.</summary>
/// <param name="IssueId">Which issue: its <see cref="Issue.Id"/>.</param>
/// <param name="BasisIndex">Which basis: its <see cref="Basis.Index"/>, 0 when not said.</param>
/// <param name="Alternative">Which alternative of a package, from 0.</param>
/// <param name="IsApproximate">The value was written with <c>~</c>.</param>
/// <param name="IsUncertain">The value was written with <c>?</c>: shown, and never held against anyone.</param>
/// <param name="Values">The values, as written.</param>
public readonly record struct Term(
    int IssueId,
    byte BasisIndex,
    byte Alternative,
    bool IsApproximate,
    bool IsUncertain,
    ValueSet Values);

/// <summary>What an entry depends on.</summary>
public sealed class Condition
{
    /// <summary>Whether it was written with <c>unless</c>: the entry holds when this does not.</summary>
    public bool IsUnless { get; init; }

    /// <summary>The condition in words; may be empty when terms or a tag stand.</summary>
    public WordSpan Words { get; init; }

    /// <summary>The terms on which it depends; empty when it depends on none.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The tag on which it depends, as its id; -1 when it depends on none.</summary>
    public int Tag { get; init; } = -1;
}

/// <summary>Votes counted.</summary>
/// <param name="Yes">For, as a number or a percentage.</param>
/// <param name="No">Against; null when it was not said, which is not "the rest".</param>
/// <param name="IsPercent">Whether the figures are percentages.</param>
public readonly record struct Tally(decimal Yes, decimal? No, bool IsPercent);

/// <summary>Parts of an entry that few entries have.</summary>
public sealed class EntryDetails
{
    internal static readonly EntryDetails None = new();

    /// <summary>Tags that it answers, as ids.</summary>
    public IReadOnlyList<int> Re { get; set; } = [];

    /// <summary>Tags that it stands instead of, as ids.</summary>
    public IReadOnlyList<int> Replaces { get; set; } = [];

    /// <summary>What it depends on.</summary>
    public IReadOnlyList<Condition> Conditions { get; set; } = [];

    /// <summary>The deadline set by <c>by</c> or worked out from <see cref="Within"/>, or null.</summary>
    public DateInterval? Deadline { get; set; }

    /// <summary>The deadline as a length of time, when it was written so.</summary>
    public TimeLength? Within { get; set; }

    /// <summary>Who must still ratify.</summary>
    public IReadOnlyList<Actor> SubjectTo { get; set; } = [];

    /// <summary>Whose act is promised or threatened, or null when it is the speaker's own.</summary>
    public Actor? Through { get; set; }

    /// <summary>Tag of the alleged cause, or -1.</summary>
    public int Because { get; set; } = -1;

    /// <summary>When it became known, as written; null when not written.</summary>
    public DateInterval? Known { get; set; }

    /// <summary>Words spoken.</summary>
    public WordSpan Quote { get; set; }

    /// <summary>Votes counted, or null.</summary>
    public Tally? Tally { get; set; }

    /// <summary>Number of the round, or null.</summary>
    public int? Round { get; set; }

    /// <summary>The party of whom something is suspected, or null.</summary>
    public Actor? SuspectedParty { get; set; }

    /// <summary>The reading that is suspected: an index into <see cref="NegotiationRecord.Readings"/>, or -1.</summary>
    public int SuspectedReading { get; set; } = -1;

    /// <summary>A date that stands by itself, as for a meeting that is scheduled; null when there is none.</summary>
    public DateInterval? ScheduledFor { get; set; }
}

/// <summary>The words of a record, kept as the UTF-8 bytes they were read from.</summary>
/// <remarks>Segments are addressed one after another; negative starts address words added later.</remarks>
public sealed class WordStore
{
    private readonly List<(int Start, ReadOnlyMemory<byte> Bytes)> segments = [];
    private byte[] added = new byte[256];
    private int addedLength;
    private int nextStart;

    /// <summary>The bytes of some words.</summary>
    /// <param name="span">Their place.</param>
    public ReadOnlySpan<byte> this[WordSpan span]
    {
        get
        {
            if (span.Length == 0)
            {
                return [];
            }

            if (span.Start < 0)
            {
                return added.AsSpan(~span.Start, span.Length);
            }

            int index = segments.Count - 1;
            while (segments[index].Start > span.Start)
            {
                index--;
            }

            return segments[index].Bytes.Span.Slice(span.Start - segments[index].Start, span.Length);
        }
    }

    /// <summary>Keeps a whole text as a segment, without copying it.</summary>
    /// <param name="bytes">UTF-8; must not change afterwards.</param>
    /// <returns>Where it begins: the start of its first byte.</returns>
    /// <exception cref="ArgumentException">All segments together exceed 2 GiB.</exception>
    public int AddSegment(ReadOnlyMemory<byte> bytes)
    {
        int start = nextStart;
        if (bytes.Length > int.MaxValue - start)
        {
            throw new ArgumentException("The texts of one record exceed 2 GiB.", nameof(bytes));
        }

        segments.Add((start, bytes));
        nextStart += bytes.Length;
        return start;
    }

    /// <summary>Adds words.</summary>
    /// <param name="utf8">Their bytes.</param>
    public WordSpan Add(ReadOnlySpan<byte> utf8)
    {
        if (addedLength + utf8.Length > added.Length)
        {
            Array.Resize(ref added, Math.Max(addedLength + utf8.Length, added.Length * 2));
        }

        utf8.CopyTo(added.AsSpan(addedLength));
        WordSpan result = new(~addedLength, utf8.Length);
        addedLength += utf8.Length;
        return result;
    }

    /// <summary>Adds words.</summary>
    /// <param name="words">The words.</param>
    public WordSpan Add(string words) => Add(System.Text.Encoding.UTF8.GetBytes(words));

    /// <summary>The words as a string.</summary>
    /// <param name="span">Their place.</param>
    public string GetString(WordSpan span) => System.Text.Encoding.UTF8.GetString(this[span]);
}
