using System.Buffers;
using System.Globalization;
using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Dates, numbers and words.</summary>
internal sealed partial class FileBinder
{
    private bool TryDate(Token token, out DateInterval date)
    {
        ReadOnlySpan<byte> bytes = BytesOf(token);
        DateFault fault = DateText.Parse(bytes, builder.AboutDays, out date, out int offset, out int length);
        if (fault == DateFault.None)
        {
            return true;
        }

        string found = Shorten(TextOf(token));
        Place place = PlaceOf(new TextSpan(token.Start + offset, Math.Max(1, length)));
        Report(fault switch
        {
            DateFault.NoSuchDay => Catalogue.NoSuchDate(place, found, "the month has no such day"),
            DateFault.NoSuchMonth => Catalogue.NoSuchDate(place, found, "the year has no such month or season"),
            DateFault.NoSuchTime => Catalogue.NoSuchDate(place, found, "the day has no such time"),
            DateFault.YearOutOfRange or DateFault.YearPrefix or DateFault.NegativeYear =>
                Catalogue.YearOutOfRange(place, found),
            DateFault.Backwards => Catalogue.Backwards(place, found),
            DateFault.UnknownLevel => Catalogue.DateLevel(place, found, "it uses a form that is not read"),
            DateFault.OpenBothEnds => Catalogue.DateLevel(place, found, "it is open at both ends"),
            DateFault.TimeInRange => Catalogue.DateLevel(place, found, "only a day that stands alone has a time"),
            _ => Catalogue.NotADate(PlaceOf(token), found),
        });
        return false;
    }

    /// <summary>Reads a date where one must stand; a number of four digits is a year.</summary>
    private DateInterval? ParseDate(string wanted = "a date")
    {
        Token token = Current;
        if (token.Kind is TokenKind.Date || (token.Kind == TokenKind.Number && token.Length == 4))
        {
            at++;
            return TryDate(token, out DateInterval date) ? date : null;
        }

        Expect(wanted);
        at += IsPartStart(token) ? 0 : 1;
        return null;
    }

    private bool TryNumber(Token token, out decimal number)
    {
        NumberFault fault = NumberText.Parse(BytesOf(token), out number);
        if (fault == NumberFault.None)
        {
            if (lexer[at].Kind == TokenKind.Comma && lexer[at].Start == token.End
                && lexer[at + 1].Kind == TokenKind.Number && lexer[at + 1].Start == token.End + 1)
            {
                ReportDecimalComma(token, lexer[at + 1]);
                at += 2;
                return false;
            }

            return true;
        }

        string found = TextOf(token);
        if (fault == NumberFault.TooManyDigits)
        {
            Report(Catalogue.TooManyDigits(PlaceOf(token), Shorten(found)));
            return false;
        }

        int digits = 0;
        while (digits < found.Length && (char.IsAsciiDigit(found[digits]) || found[digits] is '.' or '-'))
        {
            digits++;
        }

        Report(Catalogue.UnknownScale(PlaceOf(token), Shorten(found), Shorten(found[digits..]), Shorten(found[..digits])));
        return false;
    }

    private void ReportDecimalComma(Token whole, Token fraction)
    {
        TextSpan span = TextSpan.Cover(whole.Span, fraction.Span);
        string found = text.GetString(span);
        bool isThousands = fraction.Length == 3;
        Report(Catalogue.DecimalComma(
            PlaceOf(span), Shorten(found), found.Replace(",", isThousands ? "" : ".", StringComparison.Ordinal)));
    }

    /// <summary>Reads words, if they stand here; adjacent strings are joined by a blank.</summary>
    private WordSpan ParseWords()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Words)
        {
            return default;
        }

        at++;
        ReadOnlySpan<byte> bytes = BytesOf(token);
        if (bytes.Length < 2 || bytes[^1] != '"' || EndsEscaped(bytes))
        {
            Report(Catalogue.OpenWords(PlaceOf(token)));
            return default;
        }

        if (Current.Kind != TokenKind.Words && !bytes.Contains((byte)'\\'))
        {
            return new WordSpan(textStart + token.Start + 1, token.Length - 2);
        }

        ArrayBufferWriter<byte> joined = new();
        AppendWords(joined, token);
        while (Current.Kind == TokenKind.Words)
        {
            token = Current;
            at++;
            if (BytesOf(token) is [.., (byte)'"'] next && next.Length >= 2 && !EndsEscaped(next))
            {
                joined.Write(" "u8);
                AppendWords(joined, token);
            }
            else
            {
                Report(Catalogue.OpenWords(PlaceOf(token)));
            }
        }

        return builder.Words.Add(joined.WrittenSpan);
    }

    private static bool EndsEscaped(ReadOnlySpan<byte> bytes)
    {
        int slashes = 0;
        for (int i = bytes.Length - 2; i > 0 && bytes[i] == '\\'; i--)
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    private void AppendWords(ArrayBufferWriter<byte> result, Token token)
    {
        ReadOnlySpan<byte> bytes = BytesOf(token)[1..^1];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\\' || i + 1 >= bytes.Length)
            {
                result.Write(bytes.Slice(i, 1));
                continue;
            }

            i++;
            switch (bytes[i])
            {
                case (byte)'"':
                    result.Write("\""u8);
                    break;
                case (byte)'\\':
                    result.Write("\\"u8);
                    break;
                case (byte)'n':
                    result.Write("\n"u8);
                    break;
                case (byte)'t':
                    result.Write("\t"u8);
                    break;
                default:
                    int slash = token.Start + i;
                    System.Text.Rune.DecodeFromUtf8(text.Bytes[(slash + 1)..], out _, out int consumed);
                    TextSpan span = new(slash, 1 + consumed);
                    Report(Catalogue.UnknownEscape(PlaceOf(span), text.GetString(span)));
                    break;
            }
        }
    }

    private string ParseTitle()
    {
        WordSpan words = ParseWords();
        return builder.Words.GetString(words);
    }

    /// <summary>Reads a number or a range, as in <c>30..45</c>, and a percent sign behind it.</summary>
    private Estimate? ParseEstimate(string wanted)
    {
        Token first = Current;
        if (first.Kind != TokenKind.Number)
        {
            Expect(wanted);
            return null;
        }

        at++;
        if (!TryNumber(first, out decimal low))
        {
            return null;
        }

        decimal high = low;
        if (Current.Kind == TokenKind.DotDot)
        {
            at++;
            Token second = Current;
            if (second.Kind != TokenKind.Number)
            {
                Expect("the upper end of the range");
                return null;
            }

            at++;
            if (!TryNumber(second, out high))
            {
                return null;
            }

            if (high < low)
            {
                Report(Catalogue.EmptyTerm(
                    PlaceOf(TextSpan.Cover(first.Span, second.Span)), $"{TextOf(first)} lies above {TextOf(second)}"));
                return null;
            }
        }

        return new Estimate(low, high);
    }

    private static readonly (string Name, TimeUnit Unit)[] TimeUnits =
    [
        ("day", TimeUnit.Day),
        ("days", TimeUnit.Day),
        ("week", TimeUnit.Week),
        ("weeks", TimeUnit.Week),
        ("month", TimeUnit.Month),
        ("months", TimeUnit.Month),
        ("year", TimeUnit.Year),
        ("years", TimeUnit.Year),
    ];

    private TimeUnit? ParseTimeUnit()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("days, weeks, months or years");
            return null;
        }

        at++;
        string name = TextOf(token);
        if (TryFind(TimeUnits, name, out TimeUnit unit))
        {
            return unit;
        }

        Report(Catalogue.UnknownUnitOfTime(
            PlaceOf(token), Shorten(name), NearNames.Nearest(name, TimeUnits.Select(u => u.Name))));
        return null;
    }

    /// <summary>Reads a length of time, such as <c>14 days</c>.</summary>
    private TimeLength? ParseLength()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Number)
        {
            Expect("a number of days, weeks, months or years");
            return null;
        }

        at++;
        if (!TryNumber(token, out decimal number))
        {
            return null;
        }

        TimeUnit? unit = ParseTimeUnit();
        if (number != decimal.Truncate(number) || number is <= 0 or > 100_000)
        {
            Report(Catalogue.NumberOutOfPlace(
                PlaceOf(token), TextOf(token), "a whole number from 1 to 100 000"));
            return null;
        }

        return unit is null ? null : new TimeLength((int)number, unit.Value);
    }

    /// <summary>Looks a word up in one of the small tables of words.</summary>
    private static bool TryFind<T>((string Name, T Value)[] table, string word, out T value)
        where T : struct
    {
        foreach ((string name, T found) in table)
        {
            if (name == word)
            {
                value = found;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Show(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
