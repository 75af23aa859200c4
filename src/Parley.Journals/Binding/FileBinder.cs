using System.Globalization;
using System.Text;
using Parley.Journals.Diagnostics;
using Parley.Journals.Parsing;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Reads one file: its declarations in passes, then its entries one by one.</summary>
internal sealed partial class FileBinder
{
    private const int MaxStatement = 1 << 20;

    private readonly BindingContext context;
    private readonly RecordBuilder builder;
    private readonly SourceText text;
    private readonly Lexer lexer;
    private readonly int textStart;
    private readonly EntryDraft draft = new();
    private readonly List<Source> links = [];
    private readonly List<Term> terms = [];
    private readonly Action<Diagnostic> report;
    private int at;
    private bool failed;
    private Place? firstEntry;

    public FileBinder(BindingContext context, SourceText text, int textStart)
    {
        this.context = context;
        this.text = text;
        this.textStart = textStart;
        builder = context.Builder;
        lexer = new Lexer(text);
        report = Report;
    }

    private ref readonly Token Current => ref lexer[at];

    public SyntaxTree Bind()
    {
        ChunkedList<Statement> statements = new();
        StatementReader reader = new(text);
        ReportNuls();
        List<Statement> declarations = [];
        int end = text.MarkLength;
        while (reader.TryRead(out Statement statement))
        {
            CheckGap(end, statement.Start);
            end = statement.Start + statement.Length;
            statements.Add(statement);
            if (statement.Kind != StatementKind.Declaration || firstEntry is not null)
            {
                if (firstEntry is null && statement.Kind == StatementKind.Entry)
                {
                    BindDeclarations(declarations);
                    firstEntry = new Place(text, FirstLine(statement));
                }

                BindBelow(statement);
            }
            else
            {
                declarations.Add(statement);
            }
        }

        CheckGap(end, text.Length);
        if (firstEntry is null)
        {
            BindDeclarations(declarations);
        }

        return new SyntaxTree(text, statements);
    }

    private void BindBelow(Statement statement)
    {
        if (!IsReadable(statement))
        {
            return;
        }

        switch (statement.Kind)
        {
            case StatementKind.Entry:
                lexer.Lex(statement);
                BindEntry(statement);
                break;
            case StatementKind.Orphan:
                Report(Catalogue.Orphan(PlaceOf(FirstLine(statement))));
                break;
            default:
                lexer.Lex(statement);
                string word = TextOf(lexer[0]);
                if (DeclarationWords.PassOf(word) < 0)
                {
                    ReportUnknownStatement(statement);
                    break;
                }

                Report(Catalogue.LateDeclaration(PlaceOf(lexer[0]), word, firstEntry!.Value));
                BindDeclaration(statement, word);
                break;
        }
    }

    private void BindDeclarations(List<Statement> declarations)
    {
        List<(Statement Statement, string Word, int Pass)> rows = [];
        foreach (Statement statement in declarations)
        {
            if (!IsReadable(statement))
            {
                continue;
            }

            lexer.Lex(statement);
            string word = lexer[0].Kind == TokenKind.Name && lexer[0].Length < 64 ? TextOf(lexer[0]) : "";
            int pass = DeclarationWords.PassOf(word);
            if (pass < 0)
            {
                ReportUnknownStatement(statement);
                continue;
            }

            rows.Add((statement, word, pass));
        }

        for (int pass = 0; pass < DeclarationWords.Passes; pass++)
        {
            foreach ((Statement statement, string word, int rowPass) in rows)
            {
                if (rowPass == pass)
                {
                    lexer.Lex(statement);
                    BindDeclaration(statement, word);
                }
            }
        }

        if (rows.Count > 0)
        {
            CheckPriors();
        }
    }

    private void ReportUnknownStatement(Statement statement)
    {
        Token first = lexer[0];
        if (first.Kind == TokenKind.Bad)
        {
            ReportStray(first);
            return;
        }

        string found = Shorten(TextOf(first));
        Report(Catalogue.UnknownStatement(
            PlaceOf(first.Kind == TokenKind.End ? FirstLine(statement) : first.Span),
            found,
            first.Kind == TokenKind.Name ? NearNames.Nearest(found, DeclarationWords.All) : null));
    }

    private bool IsReadable(Statement statement)
    {
        if (statement.Length > MaxStatement)
        {
            Report(Catalogue.StatementTooLong(
                PlaceOf(new TextSpan(statement.Start, 1)), statement.Length, MaxStatement));
            return false;
        }

        if (text.IsValidUtf8)
        {
            return true;
        }

        ReadOnlySpan<byte> bytes = text.Bytes.Slice(statement.Start, statement.Length);
        int bad = FindBadByte(bytes);
        if (bad < 0)
        {
            return true;
        }

        ReportBadByte(statement.Start + bad);
        PoisonTag(bytes);
        return false;
    }

    /// <summary>Reports bytes that are not UTF-8 between statements, in comments: the first of each line.</summary>
    private void CheckGap(int start, int end)
    {
        if (text.IsValidUtf8)
        {
            return;
        }

        while (start < end)
        {
            int length = text.Bytes[start..end].IndexOfAny((byte)'\n', (byte)'\r');
            int next = length < 0 ? end : start + length;
            int bad = FindBadByte(text.Bytes[start..next]);
            if (bad >= 0)
            {
                ReportBadByte(start + bad);
            }

            start = next + 1;
        }
    }

    private void ReportBadByte(int offset) =>
        Report(Catalogue.NotUtf8(PlaceOf(new TextSpan(offset, 1)), text.Bytes[offset]));

    /// <summary>Offset of the first byte that is no part of well-formed UTF-8, or -1.</summary>
    private static int FindBadByte(ReadOnlySpan<byte> bytes)
    {
        int offset = 0;
        while (offset < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return offset;
            }

            offset += consumed;
        }

        return -1;
    }

    private void PoisonTag(ReadOnlySpan<byte> statement)
    {
        int hash = statement.IndexOf((byte)'#');
        if (hash < 0)
        {
            return;
        }

        int end = hash + 1;
        while (end < statement.Length && (char.IsAsciiLetterOrDigit((char)statement[end]) || statement[end] is (byte)'_' or (byte)'-'))
        {
            end++;
        }

        if (end > hash + 1)
        {
            MarkFaulty(builder.Tag(statement[(hash + 1)..end], default));
        }
    }

    private void ReportNuls()
    {
        int first = text.Bytes.IndexOf((byte)0);
        if (first >= 0)
        {
            Report(Catalogue.ControlCharacter(PlaceOf(new TextSpan(first, 1)), text.Bytes.Count((byte)0)));
        }
    }

    public void ReportProblem(Diagnostic diagnostic) => Report(diagnostic);

    private void Report(Diagnostic diagnostic)
    {
        failed |= diagnostic.IsError;
        context.Diagnostics.Add(diagnostic);
    }

    private Place PlaceOf(TextSpan span) => new(text, span);

    private Place PlaceOf(Token token) => new(text, token.Kind == TokenKind.End ? EndSpan(token) : token.Span);

    private static TextSpan EndSpan(Token end) => new(Math.Max(0, end.Start - 1), Math.Min(1, end.Start));

    private TextSpan FirstLine(Statement statement)
    {
        ReadOnlySpan<byte> bytes = text.Bytes.Slice(statement.Start, statement.Length);
        int end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> line = end < 0 ? bytes : bytes[..end];
        int indent = line.Length - line.TrimStart(" \t"u8).Length;
        return new TextSpan(statement.Start + indent, Math.Max(1, line.TrimEnd(" \t"u8).Length - indent));
    }

    private ReadOnlySpan<byte> BytesOf(Token token) => text.Bytes.Slice(token.Start, token.Length);

    private string TextOf(Token token) => text.GetString(token.Span);

    /// <summary>What a token is called in a message.</summary>
    private string Found(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the statement",
        TokenKind.Words => "words in quotes",
        _ => $"\"{Shorten(TextOf(token))}\"",
    };

    private static string Shorten(string found) =>
        found.Length <= 60 ? found : string.Concat(found.AsSpan(0, 57), "…");

    private void Expect(string wanted, string? help = null)
    {
        if (Current.Kind == TokenKind.Bad)
        {
            ReportStray(Current);
        }
        else
        {
            Report(Catalogue.Expected(PlaceOf(Current), wanted, Found(Current), help));
        }
    }

    private void ReportStray(Token token)
    {
        ReadOnlySpan<byte> bytes = BytesOf(token);
        if (bytes.Length > 0 && bytes[0] == 0)
        {
            failed = true; // A NUL byte is reported once for the whole file.
            return;
        }

        string found = TextOf(token);
        Rune.DecodeFromUtf16(found, out Rune rune, out _);
        string? help = found switch
        {
            "“" or "”" or "„" or "«" or "»" or "'" or "‘" or "’" => "write words in straight double quotes: \"…\"",
            "–" or "—" or "−" => "write a hyphen, or \"..\" for a range",
            "\u00A0" or "\u202F" or "\u2009" => "write a plain blank",
            "#" or "@" or "^" => $"write a name directly behind {found}",
            ";" => "write a blank before ; to begin a comment",
            "≤" => "write <=",
            "≥" => "write >=",
            ":" => "leave it out; an entry is a date, a speaker and a verb",
            _ => null,
        };
        string shown = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)
            ? "the character U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture)
            : $"\"{found}\"";
        Report(Catalogue.StrayCharacter(PlaceOf(token), shown, help));
    }

    private bool TryWord(Word word)
    {
        if (Current.Kind == TokenKind.Name && context.Find(BytesOf(Current)) is { Kind: SymbolKind.Word } symbol
            && symbol.Word == word)
        {
            at++;
            return true;
        }

        return false;
    }

    private bool IsText(Token token, ReadOnlySpan<byte> word) =>
        token.Kind == TokenKind.Name && BytesOf(token).SequenceEqual(word);

    private bool TryText(ReadOnlySpan<byte> word)
    {
        if (IsText(Current, word))
        {
            at++;
            return true;
        }

        return false;
    }
}
