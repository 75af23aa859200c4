using System.Buffers;
using System.Text;
using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Parsing;

/// <summary>Cuts one statement into tokens, into a buffer that is used again for the next.</summary>
/// <remarks>
/// A date is lexed at the beginning of an entry, behind <c>by</c>, <c>from</c>, <c>known</c> and <c>published</c>,
/// and wherever four digits and <c>-</c> begin one; nothing else depends on what stands before.
/// </remarks>
internal sealed class Lexer(SourceText text)
{
    private const byte Other = 0;
    private const byte Blank = 1;
    private const byte Letter = 2;
    private const byte Digit = 3;
    private const byte Mark = 4;
    private const byte LineEnd = 5;
    private const byte High = 6;

    private static readonly byte[] Classes = BuildClasses();
    private static readonly SearchValues<byte> WordsEnd = SearchValues.Create(BuildWordsEnd());

    private Token[] tokens = new Token[64];

    /// <summary>Whether comments become tokens; else they are left out.</summary>
    public bool KeepsComments { get; init; }

    /// <summary>The tokens of the statement lexed last, <see cref="TokenKind.End"/> at their end.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    /// <summary>How many there are, the end included.</summary>
    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref tokens[index];

    public void Lex(Statement statement)
    {
        Count = 0;
        ReadOnlySpan<byte> bytes = text.Bytes[..statement.End];
        byte[] classes = Classes;
        bool expectsDate = statement.Kind == StatementKind.Entry;
        int at = statement.Start;
        while (at < bytes.Length)
        {
            int start = at;
            TokenKind kind;
            switch (classes[bytes[at]])
            {
                case Blank:
                case LineEnd:
                    at++;
                    continue;
                case Letter:
                    kind = TokenKind.Name;
                    at = ScanName(bytes, at + 1, classes);
                    break;
                case Digit:
                    (kind, at) = ScanDigits(bytes, at, expectsDate);
                    break;
                case High:
                    (kind, at) = ScanHigh(bytes, at, classes);
                    break;
                case Mark:
                    (kind, at) = ScanMark(bytes, at, classes, expectsDate, statement.Start);
                    break;
                default:
                    kind = TokenKind.Bad;
                    at++;
                    break;
            }

            if (kind == TokenKind.Comment && !KeepsComments)
            {
                continue;
            }

            Add(new Token(kind, start, at - start));
            expectsDate = kind == TokenKind.Name && IsBeforeDate(bytes[start..at]);
        }

        Add(new Token(TokenKind.End, EndOfContent(bytes, statement), 0));
    }

    private static int EndOfContent(ReadOnlySpan<byte> bytes, Statement statement)
    {
        int end = statement.End;
        while (end > statement.Start && bytes[end - 1] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t')
        {
            end--;
        }

        return end;
    }

    private static bool IsBeforeDate(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => name.SequenceEqual("by"u8),
        4 => name.SequenceEqual("from"u8),
        5 => name.SequenceEqual("known"u8),
        9 => name.SequenceEqual("published"u8),
        _ => false,
    };

    private static int ScanName(ReadOnlySpan<byte> bytes, int at, byte[] classes)
    {
        bool hasDot = false;
        while (at < bytes.Length)
        {
            byte b = bytes[at];
            switch (classes[b])
            {
                case Letter or Digit:
                    at++;
                    continue;
                case High:
                    int length = NameForm.NameRuneLength(bytes[at..]);
                    if (length == 0)
                    {
                        return at;
                    }

                    at += length;
                    continue;
                case Mark when b is (byte)'-' or (byte)'.' && at + 1 < bytes.Length && !(hasDot && b == '.')
                    && IsNameByte(bytes, at + 1, classes):
                    hasDot |= b == '.';
                    at++;
                    continue;
                default:
                    return at;
            }
        }

        return at;
    }

    private static bool IsNameByte(ReadOnlySpan<byte> bytes, int at, byte[] classes) => classes[bytes[at]] switch
    {
        Letter or Digit => true,
        High => NameForm.NameRuneLength(bytes[at..]) > 0,
        _ => false,
    };

    private static (TokenKind Kind, int End) ScanHigh(ReadOnlySpan<byte> bytes, int at, byte[] classes)
    {
        int length = NameForm.NameStartLength(bytes[at..]);
        if (length > 0)
        {
            return (TokenKind.Name, ScanName(bytes, at + length, classes));
        }

        return Rune.DecodeFromUtf8(bytes[at..], out _, out int consumed) == OperationStatus.Done
            ? (TokenKind.Bad, at + consumed)
            : (TokenKind.Bad, at + Math.Max(1, consumed));
    }

    private static (TokenKind Kind, int End) ScanDigits(ReadOnlySpan<byte> bytes, int at, bool expectsDate)
    {
        int digits = at;
        while (digits < bytes.Length && bytes[digits] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
        }

        if (expectsDate || (digits - at == 4 && digits + 1 < bytes.Length && bytes[digits] == '-'
            && bytes[digits + 1] is (>= (byte)'0' and <= (byte)'9') or (byte)'X'))
        {
            return (TokenKind.Date, ScanDate(bytes, at));
        }

        if (digits + 1 < bytes.Length && bytes[digits] == '.' && bytes[digits + 1] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
            while (digits < bytes.Length && bytes[digits] is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
            }
        }

        while (digits < bytes.Length && Classes[bytes[digits]] is Letter or Digit)
        {
            digits++;
        }

        return (TokenKind.Number, digits);
    }

    private static int ScanDate(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && IsDateByte(bytes[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsDateByte(byte b) => b is (>= (byte)'-' and <= (byte)':') or (>= (byte)'A' and <= (byte)'Z')
        or (>= (byte)'a' and <= (byte)'z') or (byte)'~' or (byte)'?' or (byte)'%' or (byte)'+';

    private static (TokenKind Kind, int End) ScanMark(
        ReadOnlySpan<byte> bytes, int at, byte[] classes, bool expectsDate, int statementStart)
    {
        byte next = at + 1 < bytes.Length ? bytes[at + 1] : (byte)0;
        if (expectsDate && bytes[at] is (byte)'.' or (byte)'/' or (byte)'-')
        {
            return (TokenKind.Date, ScanDate(bytes, at));
        }

        switch (bytes[at])
        {
            case (byte)'"':
                return ScanWords(bytes, at);
            case (byte)'#':
                return ScanPrefixed(bytes, at, classes, TokenKind.Tag);
            case (byte)'@':
                return ScanPrefixed(bytes, at, classes, TokenKind.Forum);
            case (byte)'^':
                return ScanPrefixed(bytes, at, classes, TokenKind.Source);
            case (byte)'-' when next == '>':
                return (TokenKind.Arrow, at + 2);
            case (byte)'-' when next is >= (byte)'0' and <= (byte)'9':
                return (TokenKind.Number, ScanDigits(bytes, at + 1, false).End);
            case (byte)'<':
                return next == '=' ? (TokenKind.LessOrEqual, at + 2) : (TokenKind.Less, at + 1);
            case (byte)'>':
                return next == '=' ? (TokenKind.GreaterOrEqual, at + 2) : (TokenKind.Greater, at + 1);
            case (byte)'.' when next == '.':
                return (TokenKind.DotDot, at + 2);
            case (byte)';' when at == statementStart || bytes[at - 1] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r':
                int line = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
                return (TokenKind.Comment, line < 0 ? bytes.Length : at + line);
            default:
                return (bytes[at] switch
                {
                    (byte)'=' => TokenKind.Equal,
                    (byte)',' => TokenKind.Comma,
                    (byte)'|' => TokenKind.Bar,
                    (byte)'~' => TokenKind.About,
                    (byte)'?' => TokenKind.Question,
                    (byte)'/' => TokenKind.Slash,
                    (byte)'%' => TokenKind.Percent,
                    _ => TokenKind.Bad,
                }, at + 1);
        }
    }

    private static (TokenKind Kind, int End) ScanPrefixed(
        ReadOnlySpan<byte> bytes, int at, byte[] classes, TokenKind kind)
    {
        if (at + 1 >= bytes.Length || !IsNameByte(bytes, at + 1, classes))
        {
            return (TokenKind.Bad, at + 1);
        }

        return (kind, ScanName(bytes, at + 1, classes));
    }

    private static (TokenKind Kind, int End) ScanWords(ReadOnlySpan<byte> bytes, int at)
    {
        int i = at + 1;
        while (true)
        {
            int found = bytes[i..].IndexOfAny(WordsEnd);
            if (found < 0)
            {
                return (TokenKind.Words, bytes.Length);
            }

            i += found;
            switch (bytes[i])
            {
                case (byte)'"':
                    return (TokenKind.Words, i + 1);
                case (byte)'\n' or (byte)'\r':
                    return (TokenKind.Words, i);
                case (byte)'\\' when i + 1 < bytes.Length && bytes[i + 1] is not ((byte)'\n' or (byte)'\r'):
                    i += 2;
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    private static byte[] BuildClasses()
    {
        byte[] result = new byte[256];
        for (int b = 0; b < 256; b++)
        {
            result[b] = b switch
            {
                ' ' or '\t' => Blank,
                '\n' or '\r' => LineEnd,
                '_' => Letter,
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Letter,
                >= '0' and <= '9' => Digit,
                >= 0x80 => High,
                _ => "\"#@^-<>.;=,|~?/%".Contains((char)b, StringComparison.Ordinal) ? Mark : Other,
            };
        }

        return result;
    }

    private static byte[] BuildWordsEnd() => [(byte)'"', (byte)'\\', (byte)'\n', (byte)'\r'];

    private void Add(Token token)
    {
        if (Count == tokens.Length)
        {
            Array.Resize(ref tokens, tokens.Length * 2);
        }

        tokens[Count++] = token;
    }
}
