using System.Text;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Declarations of issues and of what parties want of them.</summary>
internal sealed partial class FileBinder
{
    private const int MaxLabels = 64;

    private void BindIssue()
    {
        if (!TryNewName(false, out Token token, out string name))
        {
            return;
        }

        string title = ParseTitle();
        Issue? issue = null;
        switch (Current.Kind)
        {
            case TokenKind.Number or TokenKind.DotDot:
                issue = ParseNumericIssue(name, title);
                break;
            case TokenKind.Name when !IsText(Current, "from"u8):
                issue = ParseLabelIssue(name, title);
                break;
            default:
                Expect("the values of the issue", "write a range, 0..90 %, or labels, none < some, or kept | destroyed");
                break;
        }

        // A faulty declaration still declares its name: as an issue that takes any number.
        issue ??= builder.AddNumericIssue(name, title, NumberRange.All);
        context.Issues.Add(new IssueFacts(issue, PlaceOf(TextSpan.Cover(token.Span, lexer[at - 1].Span))));
        Declare(token, name, SymbolKind.Issue, issue.Id, issue);
    }

    private Issue? ParseNumericIssue(string name, string title)
    {
        Token first = Current;
        decimal low = decimal.MinValue;
        decimal high = decimal.MaxValue;
        if (first.Kind == TokenKind.Number)
        {
            at++;
            if (!TryNumber(first, out low))
            {
                return null;
            }
        }

        if (Current.Kind != TokenKind.DotDot)
        {
            Expect("\"..\" and the upper end of the range", "write a range such as 0..90, 0.. or ..90");
            return null;
        }

        at++;
        Token last = Current;
        if (last.Kind == TokenKind.Number)
        {
            at++;
            if (!TryNumber(last, out high))
            {
                return null;
            }

            if (first.Kind == TokenKind.Number && !CheckScaledBounds(first, last, low, high))
            {
                return null;
            }
        }

        if (low > high)
        {
            Report(Catalogue.EmptyTerm(
                PlaceOf(TextSpan.Cover(first.Span, last.Span)), $"{TextOf(first)} lies above {TextOf(last)}"));
            return null;
        }

        string unit = ParseNewUnit() ?? "";
        decimal? step = ParseStep();
        Reduction reduction = ParseReduction();
        DateInterval? from = ParseFrom();
        return failed ? null : builder.AddNumericIssue(name, title, new NumberRange(low, high), unit, step, reduction, from);
    }

    private decimal? ParseStep()
    {
        if (!TryWord(Word.Step))
        {
            return null;
        }

        Token token = Current;
        if (token.Kind != TokenKind.Number)
        {
            Expect("the step, a number above 0");
            return null;
        }

        at++;
        if (!TryNumber(token, out decimal step))
        {
            return null;
        }

        if (step <= 0)
        {
            Report(Catalogue.NumberOutOfPlace(PlaceOf(token), TextOf(token), "a step above 0"));
            return null;
        }

        return step;
    }

    private Reduction ParseReduction()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Name || IsText(token, "from"u8))
        {
            return Reduction.None;
        }

        at++;
        string found = TextOf(token);
        switch (found)
        {
            case "sum":
                return Reduction.Sum;
            case "mean":
                return Reduction.Mean;
            case "compounded":
                return Reduction.Compounded;
            case "last":
                return Reduction.Last;
            default:
                Report(Catalogue.UnknownWord(
                    PlaceOf(token),
                    Shorten(found),
                    "in an issue",
                    "write \"step\" and a number, or how a schedule becomes one number: sum, mean, compounded or last",
                    NearNames.Nearest(found, ["step", "sum", "mean", "compounded", "last"])));
                return Reduction.None;
        }
    }

    /// <summary>Reads a unit that is being declared: <c>%</c>, a word, or two with <c>/</c>.</summary>
    private string? ParseNewUnit()
    {
        Token token = Current;
        if (token.Kind == TokenKind.Percent)
        {
            at++;
            return "%";
        }

        if (token.Kind != TokenKind.Name || context.Find(BytesOf(token)) is { Kind: SymbolKind.Word }
            || TextOf(token) is "sum" or "mean" or "compounded" or "last")
        {
            return null;
        }

        at++;
        TextSpan span = token.Span;
        if (Current.Kind == TokenKind.Slash && Current.Start == token.End)
        {
            at++;
            if (Current.Kind != TokenKind.Name)
            {
                Expect("the second half of the unit");
                return null;
            }

            span = TextSpan.Cover(token.Span, Current.Span);
            at++;
        }

        return text.GetString(span);
    }

    private Issue? ParseLabelIssue(string name, string title)
    {
        List<string> labels = [];
        TokenKind? separator = null;
        while (true)
        {
            Token token = Current;
            if (token.Kind != TokenKind.Name)
            {
                Expect("a label");
                return null;
            }

            at++;
            ReadOnlySpan<byte> bytes = BytesOf(token);
            string label = Ascii.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : NameForm.Canonical(bytes);
            if (labels.Contains(label))
            {
                Report(Catalogue.LabelTwice(PlaceOf(token), label));
            }
            else if (labels.Count == MaxLabels)
            {
                Report(Catalogue.TooManyLabels(PlaceOf(token), MaxLabels));
                return null;
            }
            else
            {
                labels.Add(label);
            }

            if (Current.Kind is not (TokenKind.Less or TokenKind.Bar))
            {
                break;
            }

            if (separator is not null && separator != Current.Kind)
            {
                Expect(separator == TokenKind.Less ? "\"<\"" : "\"|\"", "labels are either ordered with < or unordered with |");
                return null;
            }

            separator = Current.Kind;
            at++;
        }

        return builder.AddLabelIssue(name, title, separator == TokenKind.Less, labels, ParseFrom());
    }

    private void BindBasis()
    {
        if (!TryNewName(true, out Token token, out string name))
        {
            return;
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        Token issueName = new(TokenKind.Name, token.Start, Encoding.UTF8.GetByteCount(name[..dot]));
        if (!ResolveIssue(issueName, out IssueFacts? facts, out _))
        {
            return;
        }

        if (facts!.Issue.Kind != ScaleKind.Numbers)
        {
            Report(Catalogue.WrongKind(
                PlaceOf(issueName), name[..dot], "an issue of labels", "an issue of numbers", "leave the basis out; only numbers have one"));
            return;
        }

        if (facts.Issue.Bases.Count == byte.MaxValue)
        {
            Report(Catalogue.TooManyParts(PlaceOf(token), "bases of one issue", byte.MaxValue));
            return;
        }

        string title = ParseTitle();
        string? unit = ParseNewUnit();
        BasisFormula? formula = Current.Kind == TokenKind.Equal ? ParseFormula() : null;
        Basis basis = RecordBuilder.AddBasis(facts.Issue, name[(dot + 1)..], title, unit, formula);
        facts.BasisUnits.Add(Encoding.UTF8.GetBytes(basis.Unit));
        Declare(token, name, SymbolKind.Basis, basis.Index, basis);
    }

    private BasisFormula? ParseFormula()
    {
        at++;
        Token name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Expect("an issue or a basis");
            return null;
        }

        at++;
        if (!ResolveIssue(name, out IssueFacts? facts, out int of))
        {
            return null;
        }

        List<FormulaStep> steps = [];
        while (Current.Kind == TokenKind.Name)
        {
            Token word = Current;
            FormulaOperation? operation = TextOf(word) switch
            {
                "plus" => FormulaOperation.Plus,
                "less" => FormulaOperation.Less,
                "times" => FormulaOperation.Times,
                _ => null,
            };
            if (operation is null)
            {
                break;
            }

            at++;
            Token number = Current;
            if (number.Kind != TokenKind.Number)
            {
                Expect("a number");
                return null;
            }

            at++;
            if (!TryNumber(number, out decimal value))
            {
                return null;
            }

            steps.Add(new FormulaStep(operation.Value, value));
        }

        return new BasisFormula(facts!.Issue, of, steps);
    }

    private void BindWants()
    {
        Token who = Current;
        Actor? party = ParseActor();
        if (party is null)
        {
            return;
        }

        if (party.Kind != ActorKind.Party)
        {
            Report(Catalogue.WrongKind(
                PlaceOf(who), party.Name, context.Find(BytesOf(who))!.Described, "a party", "declare what the party itself wants"));
            return;
        }

        List<(Issue Issue, Direction Direction, IReadOnlyList<int> Ranking)> wants = [];
        do
        {
            if (wants.Count > 0)
            {
                at++;
            }

            Token name = Current;
            if (name.Kind != TokenKind.Name)
            {
                Expect("an issue");
                return;
            }

            at++;
            if (!ResolveIssue(name, out IssueFacts? facts, out _))
            {
                while (Current.Kind is TokenKind.Name or TokenKind.Greater)
                {
                    at++;
                }

                continue;
            }

            if (ParseWant(facts!) is { } want)
            {
                wants.Add((facts!.Issue, want.Direction, want.Ranking));
            }
            else
            {
                return;
            }
        }
        while (Current.Kind == TokenKind.Comma);

        DateInterval? from = ParseFrom();
        foreach ((Issue issue, Direction direction, IReadOnlyList<int> ranking) in wants)
        {
            builder.AddWant(new Want(party, issue, direction, ranking, from));
        }
    }

    private (Direction Direction, IReadOnlyList<int> Ranking)? ParseWant(IssueFacts facts)
    {
        Token word = Current;
        bool isHigh = IsText(word, "high"u8);
        if (facts.Issue.Kind != ScaleKind.Labels && (isHigh || IsText(word, "low"u8)))
        {
            at++;
            return (isHigh ? Direction.High : Direction.Low, []);
        }

        if (facts.Issue.Kind == ScaleKind.Numbers)
        {
            Expect("\"high\" or \"low\"");
            return null;
        }

        List<int> ranking = [];
        while (true)
        {
            Token token = Current;
            int label = ParseLabel(facts);
            if (label < 0)
            {
                return null;
            }

            if (ranking.Contains(label))
            {
                Report(Catalogue.LabelTwice(PlaceOf(token), TextOf(token)));
            }
            else
            {
                ranking.Add(label);
            }

            if (Current.Kind != TokenKind.Greater)
            {
                return (Direction.Ordered, ranking);
            }

            at++;
        }
    }

    private void BindStatusQuo()
    {
        List<Term> found = [];
        draft.Clear();
        ParseTerms(found);
        draft.Clear();
        while (Current.Kind == TokenKind.Source)
        {
            ParseSources();
        }

        DateInterval? from = ParseFrom();
        while (Current.Kind == TokenKind.Source)
        {
            ParseSources();
        }

        if (!failed)
        {
            builder.AddStatusQuo(new StatusQuo([.. found], [.. draft.Chains], from));
        }

        draft.Clear();
    }
}
