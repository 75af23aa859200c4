using Parley.Journals.Parsing;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Syntax;

/// <summary>
/// The lossless tree of one file: the spans of its statements. The tokens of a statement are lexed again on demand;
/// what lies between statements is blank lines and comments.
/// </summary>
public sealed class SyntaxTree
{
    private readonly ChunkedList<Statement> statements;

    internal SyntaxTree(SourceText text, ChunkedList<Statement> statements)
    {
        Text = text;
        this.statements = statements;
    }

    /// <summary>The text that it was read from.</summary>
    public SourceText Text { get; }

    /// <summary>How many statements there are.</summary>
    public int Count => statements.Count;

    /// <summary>A statement.</summary>
    /// <param name="index">From 0, in file order.</param>
    public Statement this[int index] => statements[index];

    /// <summary>The tokens of a statement, comments among them, without the end.</summary>
    /// <param name="statement">The statement.</param>
    public IReadOnlyList<Token> Tokens(Statement statement)
    {
        Lexer lexer = new(Text) { KeepsComments = true };
        lexer.Lex(statement);
        return lexer.Tokens[..^1].ToArray();
    }

    /// <summary>The tree as bytes again: every token and all that lies between, in order.</summary>
    /// <returns>The bytes of <see cref="Text"/>, one for one.</returns>
    public byte[] ToBytes()
    {
        MemoryStream result = new(Text.Length);
        int at = 0;
        for (int i = 0; i < Count; i++)
        {
            Statement statement = this[i];
            Copy(at, statement.Start);
            at = statement.Start;
            foreach (Token token in Tokens(statement))
            {
                Copy(at, token.Start);
                Copy(token.Start, token.End);
                at = token.End;
            }
        }

        Copy(at, Text.Length);
        return result.ToArray();

        void Copy(int from, int to) => result.Write(Text.Bytes[from..to]);
    }

    /// <summary>Reads the statements of a text, without giving them meaning.</summary>
    /// <param name="text">The text.</param>
    public static SyntaxTree Parse(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ChunkedList<Statement> statements = new();
        StatementReader reader = new(text);
        while (reader.TryRead(out Statement statement))
        {
            statements.Add(statement);
        }

        return new SyntaxTree(text, statements);
    }
}
