using System.Buffers.Text;
using System.Text;

namespace Parley.Bench;

/// <summary>Writes UTF-8 text to a file; a million lines take a second or two.</summary>
internal sealed class TextSink : IDisposable
{
    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;

    public TextSink(Stream stream) => this.stream = stream;

    /// <summary>How many bytes have been written.</summary>
    public long Length { get; private set; }

    public TextSink Add(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Reserve(most);
        return Take(Encoding.UTF8.GetBytes(text, buffer.AsSpan(used)));
    }

    public TextSink Add(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out int written);
        return Take(written);
    }

    /// <summary>
    /// A number of ticks, of which ten to the power of <paramref name="decimals"/> make one, without zeros at its end.
    /// </summary>
    public TextSink AddDecimal(int ticks, int decimals)
    {
        int unit = 1;
        while (decimals > 0 && ticks % 10 == 0)
        {
            ticks /= 10;
            decimals--;
        }

        for (int i = 0; i < decimals; i++)
        {
            unit *= 10;
        }

        Add(ticks / unit);
        if (decimals == 0)
        {
            return this;
        }

        Add(".");
        Reserve(decimals);
        Digits(buffer.AsSpan(used), ticks % unit, decimals);
        return Take(decimals);
    }

    public TextSink Add(DateOnly date)
    {
        Reserve(10);
        Span<byte> place = buffer.AsSpan(used);
        Digits(place, date.Year, 4);
        place[4] = (byte)'-';
        Digits(place[5..], date.Month, 2);
        place[7] = (byte)'-';
        Digits(place[8..], date.Day, 2);
        return Take(10);
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private static void Digits(Span<byte> place, int number, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            place[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private TextSink Take(int count)
    {
        used += count;
        Length += count;
        return this;
    }

    private void Reserve(int count)
    {
        if (used + count > buffer.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
