using Parley.Journals.Text;

namespace Parley.Journals.Syntax;

/// <summary>What a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>The end of a statement; has no text.</summary>
    End,

    /// <summary>A name or a word.</summary>
    Name,

    /// <summary>A number, with its scale.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Words in quotes.</summary>
    Words,

    /// <summary><c>#</c> and a name.</summary>
    Tag,

    /// <summary><c>@</c> and a name.</summary>
    Forum,

    /// <summary><c>^</c> and a name.</summary>
    Source,

    /// <summary><c>-&gt;</c></summary>
    Arrow,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>|</c></summary>
    Bar,

    /// <summary><c>..</c></summary>
    DotDot,

    /// <summary><c>~</c></summary>
    About,

    /// <summary><c>?</c></summary>
    Question,

    /// <summary><c>/</c></summary>
    Slash,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary>A comment, from <c>;</c> to the end of its line.</summary>
    Comment,

    /// <summary>Something that no token begins with.</summary>
    Bad,
}

/// <summary>A token: what it is and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Byte offset of its beginning.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>Byte offset just behind it.</summary>
    public int End => Start + Length;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, Length);
}

/// <summary>What a statement is.</summary>
public enum StatementKind : byte
{
    /// <summary>It begins with a date.</summary>
    Entry,

    /// <summary>It begins with anything else.</summary>
    Declaration,

    /// <summary>An indented line with no statement above it.</summary>
    Orphan,
}

/// <summary>A statement: where it stands, its last line ending included.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Byte offset of its beginning.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct Statement(StatementKind Kind, int Start, int Length)
{
    /// <summary>Byte offset just behind it.</summary>
    public int End => Start + Length;
}
