using Parley.Journals.Syntax;
using Parley.Journals.Text;

namespace Parley.Journals.Formatting;

/// <summary>How many blanks stand before a token: none within a unit, one within a part, two between parts.</summary>
internal sealed class PartSpacing(SourceText text, bool isEntry)
{
    private static readonly string[] Marks =
    [
        "in", "via", "re", "replaces", "if", "unless", "by", "within", "as", "subject-to", "because", "known", "quote",
        "yes", "through", "requires", "excludes", "terms",
    ];

    private bool inChain;
    private bool isClosed = true;

    public int GapBefore(IReadOnlyList<Token> tokens, int index, bool isFirst)
    {
        Token token = tokens[index];
        Token previous = tokens[index - 1];
        bool isAdjacent = previous.End == token.Start;
        int gap = Gap(tokens, index, token, previous, isAdjacent);
        Advance(token, previous);
        return isFirst ? 2 : gap;
    }

    private int Gap(IReadOnlyList<Token> tokens, int index, Token token, Token previous, bool isAdjacent)
    {
        switch (token.Kind)
        {
            case TokenKind.Comma:
                return previous.Kind is TokenKind.Date or TokenKind.Number && !isAdjacent ? 1 : 0;
            case TokenKind.DotDot:
                return previous.Kind == TokenKind.Number || isAdjacent ? 0 : 1;
            case TokenKind.About or TokenKind.Question:
                return previous.Kind is TokenKind.Number or TokenKind.Name or TokenKind.Percent or TokenKind.About
                    or TokenKind.Question ? 0 : 1;
            case TokenKind.Slash:
                return isAdjacent ? 0 : 1;
            case TokenKind.Less when inChain:
                return 0;
            case TokenKind.Name when inChain && previous.Kind == TokenKind.Less:
                return 0;
            case TokenKind.Number when previous.Kind == TokenKind.DotDot:
                return 0;
            case TokenKind.Number when previous.Kind == TokenKind.Comma && isAdjacent:
                return 0; // A comma in a number is a slip to be shown, not to be hidden.
            case TokenKind.Name when previous.Kind is TokenKind.DotDot or TokenKind.Slash && isAdjacent:
                return 0;
            case TokenKind.Source:
                return previous.Kind == TokenKind.Source || inChain ? 1 : 2;
            case TokenKind.Tag:
                return previous.Kind == TokenKind.Name && IsMark(previous) ? 1 : 2;
            case TokenKind.Forum:
                return 2;
            case TokenKind.Arrow:
                return previous.Kind == TokenKind.Tag ? 1 : 2;
            case TokenKind.Words:
                return previous.Kind == TokenKind.Words || (previous.Kind == TokenKind.Name && IsMark(previous)) ? 1 : 2;
            case TokenKind.Name:
                return GapBeforeName(tokens, index, token, previous);
            default:
                return 1;
        }
    }

    private int GapBeforeName(IReadOnlyList<Token> tokens, int index, Token token, Token previous)
    {
        if (isEntry && IsMark(token))
        {
            return 2;
        }

        return previous.Kind switch
        {
            TokenKind.Words or TokenKind.Forum or TokenKind.Source => 2,
            TokenKind.Tag => isEntry && IsWord(token, "round") ? 1 : 2,
            TokenKind.Name when isEntry && isClosed && index >= 2 && IsOperandOfMark(tokens, index - 1) => 2,
            _ => 1,
        };
    }

    /// <summary>Whether a name closes a part, as the track behind "in" does, so that the next name begins another.</summary>
    private bool IsOperandOfMark(IReadOnlyList<Token> tokens, int index) =>
        tokens[index - 1].Kind == TokenKind.Arrow
        || (tokens[index - 1].Kind == TokenKind.Name && Word(tokens[index - 1]) is "in" or "via" or "through" or "as" or "subject-to");

    private void Advance(Token token, Token previous)
    {
        inChain = token.Kind == TokenKind.Source
            || (inChain && (token.Kind == TokenKind.Less || (token.Kind == TokenKind.Name && previous.Kind == TokenKind.Less)));
        isClosed = token.Kind != TokenKind.Comma;
    }

    private bool IsMark(Token token) => token.Kind == TokenKind.Name && token.Length <= 10 && Marks.Contains(Word(token));

    private bool IsWord(Token token, string word) => token.Kind == TokenKind.Name && Word(token) == word;

    private string Word(Token token) => token.Length <= 16 ? text.GetString(token.Span) : "";
}
