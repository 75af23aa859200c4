using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Terms: issues with the values that a speaker would take.</summary>
internal sealed partial class FileBinder
{
    private const int MaxAlternatives = byte.MaxValue;

    private enum Operator : byte
    {
        Equal,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
    }

    /// <summary>Reads a list of terms that begins here, and appends it.</summary>
    /// <param name="into">Where the terms go.</param>
    /// <returns>Whether further terms are said to be unknown.</returns>
    private bool ParseTerms(List<Term> into)
    {
        bool hasUnknown = false;
        int alternative = 0;
        int first = into.Count;
        Token package = Current;
        while (true)
        {
            if (TryWord(Word.Unknown))
            {
                hasUnknown = true;
            }
            else if (!ParseTerm(into, first, (byte)alternative))
            {
                SkipToPart();
                return hasUnknown;
            }

            if (Current.Kind == TokenKind.Comma)
            {
                at++;
                continue;
            }

            if (!TryWord(Word.Or))
            {
                break;
            }

            alternative++;
            first = into.Count;
            if (alternative > MaxAlternatives)
            {
                Report(Catalogue.TooManyParts(PlaceOf(package), "alternatives", MaxAlternatives));
                SkipToPart();
                break;
            }
        }

        if (alternative > 0)
        {
            draft.Flags |= EntryTraits.HasAlternatives;
        }

        return hasUnknown;
    }

    private bool ParseTerm(List<Term> into, int packageStart, byte alternative)
    {
        Token name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Expect("an issue");
            return false;
        }

        at++;
        if (!ResolveIssue(name, out IssueFacts? facts, out int basis))
        {
            SkipValue();
            return true;
        }

        for (int i = packageStart; i < into.Count; i++)
        {
            if (into[i].IssueId == facts!.Issue.Id && into[i].BasisIndex == basis && into[i].Alternative == alternative)
            {
                Report(Catalogue.IssueTwice(PlaceOf(name), TextOf(name), FindEarlier(name)));
                break;
            }
        }

        Operator? op = ParseOperator();
        if (op is null)
        {
            into.Add(new Term(facts!.Issue.Id, (byte)basis, alternative, false, false, ValueSet.Topic));
            return true;
        }

        ValueSet? values = ParseValues(facts!, basis, op.Value);
        if (values is null)
        {
            SkipValue();
            return true;
        }

        bool isApproximate = false;
        bool isUncertain = false;
        values = ParseSchedule(facts!, basis, op.Value, values.Value, ref isApproximate, ref isUncertain);
        if (values is null)
        {
            SkipValue();
            return true;
        }

        into.Add(new Term(facts!.Issue.Id, (byte)basis, alternative, isApproximate, isUncertain, values.Value));
        return true;
    }

    private Place FindEarlier(Token name)
    {
        for (int i = 0; i < lexer.Count; i++)
        {
            if (lexer[i].Kind == TokenKind.Name && lexer[i].Start < name.Start
                && BytesOf(lexer[i]).SequenceEqual(BytesOf(name)))
            {
                return PlaceOf(lexer[i]);
            }
        }

        return PlaceOf(name);
    }

    private Operator? ParseOperator()
    {
        Operator? result = Current.Kind switch
        {
            TokenKind.Equal => Operator.Equal,
            TokenKind.Less => Operator.Less,
            TokenKind.LessOrEqual => Operator.LessOrEqual,
            TokenKind.Greater => Operator.Greater,
            TokenKind.GreaterOrEqual => Operator.GreaterOrEqual,
            _ => null,
        };
        at += result is null ? 0 : 1;
        return result;
    }

    private bool ResolveIssue(Token name, out IssueFacts? facts, out int basis)
    {
        facts = null;
        basis = 0;
        Symbol? symbol = context.Find(BytesOf(name));
        switch (symbol?.Kind)
        {
            case SymbolKind.Issue:
                facts = context.Issues[symbol.Value];
                return true;
            case SymbolKind.Basis:
                Basis target = (Basis)symbol.Target!;
                facts = context.Issues[target.Issue.Id];
                basis = target.Index;
                return true;
            case null:
                ReportUnknownIssue(name);
                return false;
            default:
                Report(Catalogue.WrongKind(PlaceOf(name), TextOf(name), symbol.Described, "an issue"));
                return false;
        }
    }

    private void ReportUnknownIssue(Token name)
    {
        string found = TextOf(name);
        int dot = found.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && context.Find(BytesOf(name)[..dot]) is { Kind: SymbolKind.Issue } of)
        {
            Issue issue = context.Issues[of.Value].Issue;
            Report(Catalogue.UnknownBasis(
                PlaceOf(name), found[(dot + 1)..], issue, NearNames.Nearest(found[(dot + 1)..], issue.Bases.Select(b => b.Name))));
            return;
        }

        Report(Catalogue.UnknownIssue(
            PlaceOf(name),
            Shorten(found),
            context.NearestSymbol(found, s => s.Kind is SymbolKind.Issue or SymbolKind.Basis),
            context.Declared(s => s.Kind == SymbolKind.Issue)));
    }

    /// <summary>Reads what stands behind an operator: one value, a range, or several with bars between.</summary>
    private ValueSet? ParseValues(IssueFacts facts, int basis, Operator op)
    {
        ValueSet? result = facts.Issue.Kind == ScaleKind.Numbers
            ? ParseNumbers(facts, basis, op)
            : ParseLabels(facts, op);
        while (result is not null && Current.Kind == TokenKind.Bar)
        {
            at++;
            ValueSet? next = facts.Issue.Kind == ScaleKind.Numbers
                ? ParseNumbers(facts, basis, op)
                : ParseLabels(facts, op);
            result = next is null ? null : result.Value.Union(next.Value);
        }

        return result;
    }

    private ValueSet? ParseSchedule(
        IssueFacts facts, int basis, Operator op, ValueSet first, ref bool isApproximate, ref bool isUncertain)
    {
        ParseDoubts(ref isApproximate, ref isUncertain);
        TimeLength? length = null;
        if (TryWord(Word.For))
        {
            length = ParseLength();
        }

        bool isThen = TryWord(Word.Then);
        if (length is null && !isThen)
        {
            return first;
        }

        List<ScheduleStep> steps = [new(first, length)];
        while (isThen)
        {
            op = ParseOperator() ?? op;
            if (ParseValues(facts, basis, op) is not { } values)
            {
                return null;
            }

            ParseDoubts(ref isApproximate, ref isUncertain);
            length = TryWord(Word.For) ? ParseLength() : null;
            steps.Add(new ScheduleStep(values, length));
            isThen = TryWord(Word.Then);
        }

        return ValueSet.OfSchedule([.. steps]);
    }

    private void ParseDoubts(ref bool isApproximate, ref bool isUncertain)
    {
        while (Current.Kind is TokenKind.About or TokenKind.Question)
        {
            isApproximate |= Current.Kind == TokenKind.About;
            isUncertain |= Current.Kind == TokenKind.Question;
            at++;
        }
    }

    private ValueSet? ParseNumbers(IssueFacts facts, int basis, Operator op)
    {
        Token first = Current;
        decimal? low = ParseBound(facts);
        if (low is null)
        {
            return null;
        }

        Token last = lexer[at - 1];
        if (Current.Kind != TokenKind.DotDot)
        {
            ParseUnit(facts, basis);
            if (basis == 0 && !IsInside(facts, first, low.Value, op))
            {
                return null;
            }

            return ValueSet.OfRange(RangeOf(op, low.Value));
        }

        at++;
        last = Current;
        decimal? high = ParseBound(facts);
        if (high is null)
        {
            return null;
        }

        ParseUnit(facts, basis);
        TextSpan span = TextSpan.Cover(first.Span, last.Span);
        if (op != Operator.Equal)
        {
            Report(Catalogue.EmptyTerm(PlaceOf(span), "a range stands behind = alone"));
            return null;
        }

        if (!CheckScaledBounds(first, last, low.Value, high.Value))
        {
            return null;
        }

        if (low > high)
        {
            Report(Catalogue.EmptyTerm(PlaceOf(span), $"{TextOf(first)} lies above {TextOf(last)}"));
            return null;
        }

        return basis != 0 || (IsInside(facts, first, low.Value, op) && IsInside(facts, last, high.Value, op))
            ? ValueSet.OfRange(new NumberRange(low.Value, high.Value))
            : null;
    }

    private static NumberRange RangeOf(Operator op, decimal number) => op switch
    {
        Operator.Less => new NumberRange(decimal.MinValue, number, ExcludesHigh: true),
        Operator.LessOrEqual => new NumberRange(decimal.MinValue, number),
        Operator.Greater => new NumberRange(number, decimal.MaxValue, ExcludesLow: true),
        Operator.GreaterOrEqual => new NumberRange(number, decimal.MaxValue),
        _ => new NumberRange(number, number),
    };

    private decimal? ParseBound(IssueFacts facts)
    {
        Token token = Current;
        if (token.Kind == TokenKind.Number)
        {
            at++;
            return TryNumber(token, out decimal number) ? number : null;
        }

        if (token.Kind == TokenKind.Name)
        {
            at++;
            if (BytesOf(token).SequenceEqual("none"u8) && facts.Issue.Range.Contains(0))
            {
                return 0;
            }

            Report(Catalogue.NumberForLabel(PlaceOf(token), Shorten(TextOf(token)), facts.Issue));
            return null;
        }

        Expect($"a number for issue \"{facts.Issue.Name}\"");
        return null;
    }

    private bool CheckScaledBounds(Token low, Token high, decimal lowNumber, decimal highNumber)
    {
        string lowText = TextOf(low);
        string highText = TextOf(high);
        string lowScale = lowText.TrimStart('-').TrimStart([.. "0123456789."]);
        string highScale = highText.TrimStart('-').TrimStart([.. "0123456789."]);
        bool isSlip = (lowScale.Length == 0 && highScale.Length > 0 && lowNumber != 0)
            || (lowScale.Length > 0 && highScale.Length == 0 && lowNumber > highNumber);
        if (isSlip)
        {
            string offered = lowScale.Length == 0 ? $"{lowText}{highScale}..{highText}" : $"{lowText}..{highText}{lowScale}";
            Report(Catalogue.ScaledBounds(PlaceOf(TextSpan.Cover(low.Span, high.Span)), lowText, highText, offered));
        }

        return !isSlip;
    }

    /// <summary>Reads a unit, if one stands here; it must be that of the issue or of the basis.</summary>
    private void ParseUnit(IssueFacts facts, int basis)
    {
        Token token = Current;
        if (token.Kind is not (TokenKind.Percent or TokenKind.Name))
        {
            return;
        }

        ReadOnlySpan<byte> wanted = basis == 0 ? facts.Unit : facts.BasisUnits[basis - 1];
        if (token.Kind == TokenKind.Percent)
        {
            at++;
            CompareUnit(token.Span, wanted, facts, basis);
            return;
        }

        if (!BytesOf(token).SequenceEqual(wanted))
        {
            if (context.Find(BytesOf(token)) is { Kind: SymbolKind.Word })
            {
                return;
            }

            if (context.Find(BytesOf(token)) is { Kind: SymbolKind.Issue or SymbolKind.Basis }
                && lexer[at + 1].Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual)
            {
                Report(Catalogue.Expected(PlaceOf(token), "a comma between two terms", $"\"{TextOf(token)}\"", "write a comma before it"));
                return;
            }
        }

        TextSpan span = token.Span;
        at++;
        if (Current.Kind == TokenKind.Slash && Current.Start == token.End && lexer[at + 1].Kind == TokenKind.Name)
        {
            span = TextSpan.Cover(token.Span, lexer[at + 1].Span);
            at += 2;
        }

        CompareUnit(span, wanted, facts, basis);
    }

    private void CompareUnit(TextSpan span, ReadOnlySpan<byte> wanted, IssueFacts facts, int basis)
    {
        if (!text.Bytes.Slice(span.Start, span.Length).SequenceEqual(wanted))
        {
            string of = basis == 0
                ? $"issue \"{facts.Issue.Name}\"" : $"\"{facts.Issue.Name}.{facts.Issue.Bases[basis - 1].Name}\"";
            Report(Catalogue.UnitMismatch(
                PlaceOf(span), Shorten(text.GetString(span)), System.Text.Encoding.UTF8.GetString(wanted), of));
        }
    }

    private bool IsInside(IssueFacts facts, Token token, decimal number, Operator op)
    {
        Issue issue = facts.Issue;
        NumberRange range = issue.Range;
        bool isOutside = op == Operator.Equal ? !range.Contains(number) : number < range.Low || number > range.High;
        if (isOutside)
        {
            string unit = UnitBehind(issue);
            string low = range.IsUnboundedBelow ? "" : NumberText.Print(range.Low);
            string high = range.IsUnboundedAbove ? "" : NumberText.Print(range.High);
            Report(Catalogue.OutOfRange(
                PlaceOf(token),
                NumberText.Print(number) + unit,
                number > range.High ? "above the top of the range" : "below the bottom of the range",
                issue,
                $"{low}..{high}{unit}",
                facts.Declared));
            return false;
        }

        if (issue.Step is { } step)
        {
            decimal from = range.IsUnboundedBelow ? 0 : range.Low;
            decimal rest = (number - from) % step;
            if (rest != 0)
            {
                string unit = UnitBehind(issue);
                decimal below = number - (rest < 0 ? rest + step : rest);
                Report(Catalogue.OffStep(
                    PlaceOf(token),
                    NumberText.Print(number) + unit,
                    NumberText.Print(step) + unit,
                    NumberText.Print(below),
                    NumberText.Print(below + step)));
                return false;
            }
        }

        return true;
    }

    private static string UnitBehind(Issue issue) => issue.Unit.Length == 0 ? "" : " " + issue.Unit;

    private ValueSet? ParseLabels(IssueFacts facts, Operator op)
    {
        Token first = Current;
        int low = ParseLabel(facts);
        if (low < 0)
        {
            return null;
        }

        bool isRange = Current.Kind == TokenKind.DotDot;
        if ((op != Operator.Equal || isRange) && facts.Issue.Kind != ScaleKind.OrderedLabels)
        {
            Report(Catalogue.NoOrder(PlaceOf(lexer[isRange ? at : at - 2]), facts.Issue));
            return null;
        }

        ulong all = facts.Issue.All.LabelBits;
        ulong bit = 1UL << low;
        if (!isRange)
        {
            ulong below = bit - 1;
            return NonEmptyLabels(first, op switch
            {
                Operator.Less => below,
                Operator.LessOrEqual => below | bit,
                Operator.Greater => all & ~(below | bit),
                Operator.GreaterOrEqual => all & ~below,
                _ => bit,
            });
        }

        at++;
        int high = ParseLabel(facts);
        if (high < 0)
        {
            return null;
        }

        ulong bits = 0;
        for (int i = low; i <= high; i++)
        {
            bits |= 1UL << i;
        }

        return NonEmptyLabels(first, bits);
    }

    private ValueSet? NonEmptyLabels(Token first, ulong bits)
    {
        if (bits != 0)
        {
            return ValueSet.OfLabels(bits);
        }

        Report(Catalogue.EmptyTerm(PlaceOf(first), "no label lies there"));
        return null;
    }

    private int ParseLabel(IssueFacts facts)
    {
        Token token = Current;
        if (token.Kind == TokenKind.Number)
        {
            at++;
            Report(Catalogue.NumberForLabel(PlaceOf(token), Shorten(TextOf(token)), facts.Issue));
            return -1;
        }

        if (token.Kind != TokenKind.Name)
        {
            Expect($"a value of issue \"{facts.Issue.Name}\"", $"its values are {Catalogue.ListOf(facts.Issue.Labels)}");
            return -1;
        }

        at++;
        int label = facts.FindLabel(BytesOf(token));
        if (label < 0)
        {
            string found = TextOf(token);
            Report(Catalogue.UnknownLabel(
                PlaceOf(token), Shorten(found), facts.Issue, NearNames.Nearest(found, facts.Issue.Labels)));
        }

        return label;
    }

    /// <summary>Skips the rest of a faulty term: up to a comma, an "or" or the next part.</summary>
    private void SkipValue()
    {
        while (!IsPartStart(Current) && Current.Kind != TokenKind.Comma)
        {
            if (Current.Kind == TokenKind.Name && context.Find(BytesOf(Current)) is { Kind: SymbolKind.Word, Word: Word.Or })
            {
                return;
            }

            at++;
        }
    }

    /// <summary>Skips to the next part of the entry.</summary>
    private void SkipToPart()
    {
        while (!IsPartStart(Current))
        {
            at++;
        }
    }

    private bool IsPartStart(Token token) => token.Kind switch
    {
        TokenKind.End or TokenKind.Tag or TokenKind.Forum or TokenKind.Source or TokenKind.Arrow or TokenKind.Words => true,
        TokenKind.Name => context.Find(BytesOf(token)) is { Kind: SymbolKind.Word } symbol
            && symbol.Word is not (Word.Or or Word.Then or Word.For or Word.Unknown or Word.Step or Word.Terms),
        _ => false,
    };
}
