using System.Text;
using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Formatting;

/// <summary>A statement cut into the cells of its first columns and the pieces that follow.</summary>
internal sealed class StatementPieces
{
    private const int EntryIndent = 12;
    private const int DeclarationIndent = 4;

    private readonly List<string> cells = [];
    private readonly List<Piece> pieces = [];
    private readonly SourceText text;
    private readonly bool isEntry;
    private readonly bool isBlock;
    private readonly bool keepsLines;

    private StatementPieces(SyntaxTree tree, Statement statement, IReadOnlyList<Token> tokens)
    {
        text = tree.Text;
        isEntry = statement.Kind == StatementKind.Entry;
        keepsLines = tokens.Any(t => t.Kind == TokenKind.Comment);
        isBlock = !isEntry && text.Bytes.Slice(tokens[0].Start, tokens[0].Length).SequenceEqual("prefers"u8);
        int next = isEntry ? CutEntryHead(tokens) : CutDeclarationHead(tokens);
        CutRest(tokens, next);
    }

    public int Columns => cells.Count;

    public bool HasMore => pieces.Count > 0;

    public string Cell(int column) => cells[column];

    /// <summary>Cuts a statement, or returns null when it must stay as it is.</summary>
    public static StatementPieces? TryCut(SyntaxTree tree, Statement statement)
    {
        if (statement.Kind == StatementKind.Orphan)
        {
            return null;
        }

        IReadOnlyList<Token> tokens = tree.Tokens(statement);
        foreach (Token token in tokens)
        {
            ReadOnlySpan<byte> bytes = tree.Text.Bytes.Slice(token.Start, token.Length);
            if (token.Kind == TokenKind.Bad || (token.Kind == TokenKind.Words && !IsClosed(bytes))
                || !System.Text.Unicode.Utf8.IsValid(bytes) || bytes.ContainsAnyInRange((byte)0, (byte)8))
            {
                return null;
            }
        }

        return tokens.Count == 0 || tokens[0].Kind == TokenKind.Comment ? null : new StatementPieces(tree, statement, tokens);
    }

    /// <summary>Lays the statement out in lines.</summary>
    /// <param name="widths">Widths of the columns that it shares with its neighbours.</param>
    /// <param name="lineWidth">Columns of a line.</param>
    public IEnumerable<string> Lay(int[] widths, int lineWidth)
    {
        StringBuilder line = new();
        int width = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            line.Append(cells[i]);
            int cell = TextColumns.Width(cells[i]);
            bool isLast = i == cells.Count - 1;
            if (isLast && pieces.Count == 0)
            {
                break;
            }

            int pad = Math.Max(0, (i < widths.Length ? widths[i] : 0) - cell) + 2;
            line.Append(' ', pad);
            width += cell + pad;
        }

        int indent = isEntry ? EntryIndent : DeclarationIndent;
        bool isFirst = true;
        foreach (Piece piece in pieces)
        {
            int pieceWidth = TextColumns.Width(piece.Text);
            bool fits = width + piece.Gap + pieceWidth <= lineWidth;
            bool breaks = piece.StartsLine || (!keepsLines && !isFirst && piece.Gap > 0 && !fits);
            if (breaks)
            {
                yield return line.ToString().TrimEnd(' ');
                line.Clear();
                width = piece.IsInColumnOne ? 0 : indent;
                line.Append(' ', width);
            }
            else if (!isFirst)
            {
                line.Append(' ', piece.Gap);
                width += piece.Gap;
            }

            line.Append(piece.Text);
            width += pieceWidth;
            isFirst = false;
        }

        yield return line.ToString().TrimEnd(' ');
    }

    private static bool IsClosed(ReadOnlySpan<byte> words)
    {
        if (words.Length < 2 || words[^1] != '"')
        {
            return false;
        }

        int slashes = 0;
        for (int i = words.Length - 2; i > 0 && words[i] == '\\'; i--)
        {
            slashes++;
        }

        return slashes % 2 == 0;
    }

    private string TextOf(Token token) => text.GetString(token.Span).TrimEnd(' ', '\t');

    /// <summary>The date, the speakers and the verb, as far as they stand on the first line.</summary>
    private int CutEntryHead(IReadOnlyList<Token> tokens)
    {
        cells.Add(TextOf(tokens[0]));
        int i = 1;
        StringBuilder speakers = new();
        while (i < tokens.Count && tokens[i].Kind == TokenKind.Name && !StartsKeptLine(tokens, i))
        {
            speakers.Append(TextOf(tokens[i++]));
            if (i < tokens.Count && tokens[i].Kind == TokenKind.Question && !StartsKeptLine(tokens, i))
            {
                speakers.Append(TextOf(tokens[i++]));
            }

            if (i + 1 >= tokens.Count || tokens[i].Kind != TokenKind.Comma || tokens[i + 1].Kind != TokenKind.Name
                || StartsKeptLine(tokens, i) || StartsKeptLine(tokens, i + 1))
            {
                break;
            }

            speakers.Append(", ");
            i++;
        }

        if (speakers.Length == 0)
        {
            return i;
        }

        cells.Add(speakers.ToString());
        if (i < tokens.Count && tokens[i].Kind == TokenKind.Name && !StartsKeptLine(tokens, i))
        {
            cells.Add(TextOf(tokens[i++]));
        }

        return i;
    }

    private int CutDeclarationHead(IReadOnlyList<Token> tokens)
    {
        cells.Add(TextOf(tokens[0]));
        int i = 1;
        if (cells[0] == "status-quo")
        {
            return i; // Its first word is an issue, which belongs to what follows.
        }

        if (i < tokens.Count && tokens[i].Kind == TokenKind.Name && !StartsKeptLine(tokens, i))
        {
            cells.Add(TextOf(tokens[i++]));
            if (i < tokens.Count && tokens[i].Kind == TokenKind.Words && !StartsKeptLine(tokens, i)
                && !(i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Words))
            {
                cells.Add(TextOf(tokens[i++]));
            }
        }

        return i;
    }

    private bool StartsKeptLine(IReadOnlyList<Token> tokens, int index) =>
        keepsLines && text.Bytes[tokens[index - 1].End..tokens[index].Start].IndexOfAny((byte)'\n', (byte)'\r') >= 0;

    private void CutRest(IReadOnlyList<Token> tokens, int start)
    {
        PartSpacing spacing = new(text, isEntry);
        for (int i = start; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            int gap = spacing.GapBefore(tokens, i, i == start);
            bool startsLine = StartsKeptLine(tokens, i) || (isBlock && i > 1 && IsBlockItem(tokens, i));
            if (token.Kind == TokenKind.Comment)
            {
                bool isInColumnOne = text.Bytes[token.Start - 1] is (byte)'\n' or (byte)'\r';
                pieces.Add(new Piece(TextOf(token), 2, startsLine, isInColumnOne));
                continue;
            }

            // A line breaks between parts and behind commas, never between a mark and what it marks.
            bool joins = gap == 0 || (gap == 1 && tokens[i - 1].Kind != TokenKind.Comma);
            if (joins && !startsLine && pieces.Count > 0 && tokens[i - 1].Kind != TokenKind.Comment)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + (gap == 0 ? "" : " ") + TextOf(token) };
            }
            else
            {
                pieces.Add(new Piece(TextOf(token), gap, startsLine));
            }
        }
    }

    /// <summary>What follows the first columns.</summary>
    /// <param name="Text">One or more tokens without blanks between.</param>
    /// <param name="Gap">Blanks before it, unless it begins a line.</param>
    /// <param name="StartsLine">Whether it must begin a line.</param>
    /// <param name="IsInColumnOne">Whether that line is not indented: a comment that stood there.</param>
    private sealed record Piece(string Text, int Gap, bool StartsLine, bool IsInColumnOne = false);

    private bool IsBlockItem(IReadOnlyList<Token> tokens, int index)
    {
        ReadOnlySpan<byte> word = text.Bytes.Slice(tokens[index].Start, tokens[index].Length);
        return tokens[index].Kind == TokenKind.Name
            && (word.SequenceEqual("weight"u8) || word.SequenceEqual("value"u8) || word.SequenceEqual("reserve"u8)
                || word.SequenceEqual("alternative"u8))
            && tokens[index - 1].Kind != TokenKind.Name;
    }
}
