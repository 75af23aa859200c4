namespace Parley.Record.Entries;

/// <summary>What kind of thing a source is.</summary>
public enum SourceKind : byte
{
    /// <summary>A newspaper, a magazine, a news agency.</summary>
    Press,

    /// <summary>Radio, television, a podcast.</summary>
    Broadcast,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A government or an office speaking as such.</summary>
    Official,

    /// <summary>People.</summary>
    People,

    /// <summary>The note-taker's own side.</summary>
    Own,

    /// <summary>A feed of coded events.</summary>
    Feed,
}

/// <summary>On what terms a source spoke.</summary>
public enum Attribution : byte
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>By name.</summary>
    OnRecord,

    /// <summary>Not by name.</summary>
    Background,

    /// <summary>Not to be attributed even to a kind of person.</summary>
    DeepBackground,

    /// <summary>Not to be used.</summary>
    OffRecord,
}

/// <summary>Grade of a source: its reliability and the credibility of what it says.</summary>
/// <param name="Reliability">'A' (completely reliable) to 'F' (cannot be judged).</param>
/// <param name="Credibility">1 (confirmed) to 6 (cannot be judged).</param>
public readonly record struct SourceGrade(char Reliability, int Credibility)
{
    /// <summary>What a source without a grade has: F6.</summary>
    public static SourceGrade Unknown => new('F', 6);
}

/// <summary>Where a fact comes from.</summary>
public sealed class Source
{
    internal Source(int id, string name, SourceKind kind, string title)
    {
        Id = id;
        Name = name;
        Kind = kind;
        Title = title;
    }

    /// <summary>Place among <see cref="NegotiationRecord.Sources"/>, from 0.</summary>
    public int Id { get; }

    /// <summary>The name it is called by.</summary>
    public string Name { get; }

    /// <summary>What kind of thing it is.</summary>
    public SourceKind Kind { get; }

    /// <summary>Its name in words.</summary>
    public string Title { get; }

    /// <summary>How many people; 1 unless it is <see cref="SourceKind.People"/>.</summary>
    public int Count { get; internal set; } = 1;

    /// <summary>On what terms it spoke.</summary>
    public Attribution Attribution { get; internal set; }

    /// <summary>Its grade; <see cref="SourceGrade.Unknown"/> when none was given.</summary>
    public SourceGrade Grade { get; internal set; } = SourceGrade.Unknown;

    /// <summary>Whose side it is on, or null.</summary>
    public Actor? Side { get; internal set; }

    /// <summary>When it was published, or null.</summary>
    public DateInterval? Published { get; internal set; }

    /// <summary>Whether its identity is to be kept.</summary>
    public bool IsSealed { get; internal set; }

    /// <summary>From when it holds, or null.</summary>
    public DateInterval? From { get; internal set; }
}

/// <summary>A source and, behind it, who had it from whom.</summary>
public sealed class SourceChain
{
    internal SourceChain(int id, Source[] links)
    {
        Id = id;
        Links = links;
    }

    /// <summary>Place among <see cref="NegotiationRecord.Chains"/>, from 0.</summary>
    public int Id { get; }

    /// <summary>The source cited first, then the one it had it from, and so on to the root; at least one.</summary>
    public IReadOnlyList<Source> Links { get; }

    /// <summary>The source cited.</summary>
    public Source Cited => Links[0];

    /// <summary>The origin: the last of the chain.</summary>
    public Source Root => Links[^1];
}
