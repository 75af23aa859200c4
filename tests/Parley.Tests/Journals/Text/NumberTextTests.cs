using System.Globalization;
using System.Text;
using CsCheck;
using Parley.Journals.Text;
using Xunit;

namespace Parley.Tests.Journals;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("7", "7")]
    [InlineData("007", "7")]
    [InlineData("-3.670", "-3.67")]
    [InlineData("3.67", "3.67")]
    [InlineData("12k", "12000")]
    [InlineData("1.5k", "1500")]
    [InlineData("0.005k", "5")]
    [InlineData("0.0005k", "0.5")]
    [InlineData("15m", "15000000")]
    [InlineData("1.5bn", "1500000000")]
    [InlineData("2tn", "2000000000000")]
    [InlineData("0k", "0")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("-0.0000000000000000000000000001", "-0.0000000000000000000000000001")]
    [InlineData("1234567890123456789.012345678", "1234567890123456789.012345678")]
    [InlineData("00000000000000000000000000000000000012.50000000000000000000000000000000", "12.5")]
    [InlineData("1000000000000000tn", "1000000000000000000000000000")]
    public void A_number_is_read_exactly(string text, string value)
    {
        // The text of a decimal shows its trailing zeros, so that this compares digit for digit.
        Assert.Equal(value, Read(text).ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", NumberFault.NotANumber, 0, 0)]
    [InlineData("-", NumberFault.NotANumber, 0, 1)]
    [InlineData(".5", NumberFault.NotANumber, 0, 2)]
    [InlineData("+5", NumberFault.NotANumber, 0, 2)]
    [InlineData("k", NumberFault.NotANumber, 0, 1)]
    [InlineData("5.", NumberFault.NotANumber, 1, 1)]
    [InlineData("-5.k", NumberFault.NotANumber, 2, 2)]
    [InlineData("1.2.3", NumberFault.NotANumber, 3, 2)]
    [InlineData("3,5", NumberFault.NotANumber, 1, 2)]
    [InlineData("12 k", NumberFault.NotANumber, 2, 2)]
    [InlineData("1e5", NumberFault.UnknownScale, 1, 2)]
    [InlineData("12K", NumberFault.UnknownScale, 2, 1)]
    [InlineData("-12mn", NumberFault.UnknownScale, 3, 2)]
    [InlineData("12b", NumberFault.UnknownScale, 2, 1)]
    [InlineData("12kk", NumberFault.UnknownScale, 2, 2)]
    [InlineData("10000000000000000000000000000", NumberFault.TooManyDigits, 0, 29)]
    [InlineData("0.00000000000000000000000000001", NumberFault.TooManyDigits, 0, 31)]
    [InlineData("1234567890123456789.0123456789", NumberFault.TooManyDigits, 0, 30)]
    [InlineData("10000000000000000tn", NumberFault.TooManyDigits, 0, 19)]
    public void A_fault_is_named_with_its_part(string text, NumberFault fault, int offset, int length)
    {
        NumberFault found = NumberText.Parse(Encoding.UTF8.GetBytes(text), out decimal number, out int at, out int run);
        Assert.Equal((fault, offset, length), (found, at, run));
        Assert.Equal(0, number);
    }

    // The shortest text; at equal length no scale, and of scales the largest.
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("-3.670", "-3.67")]
    [InlineData("100", "100")]
    [InlineData("1000", "1k")]
    [InlineData("1500", "1500")]
    [InlineData("12000", "12k")]
    [InlineData("12500", "12500")]
    [InlineData("125000", "125k")]
    [InlineData("123400", "123400")]
    [InlineData("1234000", "1234k")]
    [InlineData("1200000", "1.2m")]
    [InlineData("-15000000", "-15m")]
    [InlineData("1234567", "1234567")]
    [InlineData("1234567000", "1234567k")]
    [InlineData("1500000000", "1.5bn")]
    [InlineData("2000000000000", "2tn")]
    [InlineData("0.5", "0.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335", "-7.9228162514264337593543950335")]
    public void The_shortest_text_is_printed(string value, string printed) =>
        Assert.Equal(printed, NumberText.Print(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void What_is_printed_reads_back_as_the_same_number() => Numbers.Sample(
        number =>
        {
            string printed = NumberText.Print(number);
            decimal read = Read(printed);
            Assert.Equal(number, read);
            Assert.Equal(printed, NumberText.Print(read));
            string plain = Plain(number);
            Assert.True(printed.Length <= plain.Length);
            Assert.True(printed == plain || printed.Length < plain.Length);
        },
        iter: 50_000);

    [Fact]
    public void A_plain_text_is_read_as_the_platform_reads_it() => Numbers.Sample(
        number => Assert.Equal(Plain(number), Read(number.ToString(CultureInfo.InvariantCulture))
            .ToString(CultureInfo.InvariantCulture)),
        iter: 50_000);

    [Fact]
    public void Room_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => NumberText.Print(1, new byte[NumberText.MaxLength - 1]));

    // Up to 28 digits in all, with the point anywhere among them, many of them zeros at the end.
    private static Gen<decimal> Numbers => Gen.Select(
        Gen.Char["0123456789"].Array[1, 28],
        Gen.Int[0, 28],
        Gen.Int[0, 28],
        Gen.Bool,
        (digits, zeros, decimals, isNegative) =>
        {
            for (int i = Math.Max(0, digits.Length - zeros); i < digits.Length; i++)
            {
                digits[i] = '0';
            }

            string text = new(digits);
            int point = Math.Max(0, text.Length - decimals);
            string whole = point == 0 ? "0" : text[..point];
            string rest = point == text.Length ? "" : "." + text[point..];
            return decimal.Parse((isNegative ? "-" : "") + whole + rest, CultureInfo.InvariantCulture);
        });

    private static string Plain(decimal number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return text is "-0" ? "0" : text;
    }

    private static decimal Read(string text)
    {
        Assert.Equal(NumberFault.None, NumberText.Parse(Encoding.UTF8.GetBytes(text), out decimal number));
        return number;
    }
}
