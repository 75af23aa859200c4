using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Parley.Journals.Text;

/// <summary>
/// The canonical decompositions, combining classes and look-alikes of Unicode that names need, from the embedded
/// file <c>unicode-forms.txt</c>, whose first lines say how it is laid out and of which version it is.
/// </summary>
/// <remarks>
/// The program runs without the platform's globalization, in which <see cref="string.Normalize()"/> changes nothing.
/// The tables are built when the first name that is not plain ASCII needs them.
/// </remarks>
internal static class UnicodeForms
{
    private const int SyllableBase = 0xAC00;
    private const int SyllableCount = 11_172;
    private const int LeadBase = 0x1100;
    private const int LeadCount = 19;
    private const int VowelBase = 0x1161;
    private const int VowelCount = 21;
    private const int TrailBase = 0x11A7;
    private const int TrailCount = 28;
    private const int BlockCount = VowelCount * TrailCount;

    /// <summary>
    /// Whether a code point changes nothing in Normalization Form C: it stays as it is, in its place, and is not
    /// composed with what stands before it.
    /// </summary>
    /// <param name="codePoint">The code point.</param>
    public static bool IsInert(int codePoint) => codePoint < Tables.ActiveLimit
        ? (Tables.Active[codePoint >> 6] >> (codePoint & 63) & 1) == 0
        : !Tables.Decompositions.ContainsKey(codePoint) && ClassOf(codePoint) == 0;

    /// <summary>Appends the full canonical decomposition of a code point.</summary>
    /// <param name="codePoint">The code point.</param>
    /// <param name="to">Where to append it, not yet in canonical order.</param>
    public static void Decompose(int codePoint, List<int> to)
    {
        int syllable = codePoint - SyllableBase;
        if ((uint)syllable < SyllableCount)
        {
            to.Add(LeadBase + (syllable / BlockCount));
            to.Add(VowelBase + (syllable % BlockCount / TrailCount));
            if (syllable % TrailCount > 0)
            {
                to.Add(TrailBase + (syllable % TrailCount));
            }
        }
        else if (Tables.Decompositions.TryGetValue(codePoint, out (int First, int Second) parts))
        {
            Decompose(parts.First, to);
            if (parts.Second != 0)
            {
                to.Add(parts.Second);
            }
        }
        else
        {
            to.Add(codePoint);
        }
    }

    /// <summary>The character that a code point looks like, or itself.</summary>
    /// <param name="codePoint">The code point.</param>
    public static int LookOf(int codePoint) => Tables.Looks.GetValueOrDefault(codePoint, codePoint);

    /// <summary>Puts decomposed code points into canonical order and composes them (UAX #15, D117).</summary>
    /// <param name="codePoints">Fully decomposed; composed in place.</param>
    /// <returns>The text.</returns>
    public static string Compose(List<int> codePoints)
    {
        Order(codePoints);
        StringBuilder text = new(codePoints.Count);
        int written = 0;
        int starter = -1;
        int lastClass = 0;
        for (int i = 0; i < codePoints.Count; i++)
        {
            int codePoint = codePoints[i];
            int combining = ClassOf(codePoint);

            // Blocked is what stands behind a starter or a mark of the same or a higher class.
            bool isFree = starter >= 0 && (starter == written - 1 || (lastClass < combining && lastClass > 0));
            int composed = isFree ? Join(codePoints[starter], codePoint) : 0;
            if (composed != 0)
            {
                codePoints[starter] = composed;
                continue;
            }

            if (combining == 0)
            {
                starter = written;
            }

            lastClass = combining;
            codePoints[written++] = codePoint;
        }

        Span<char> units = stackalloc char[2];
        for (int i = 0; i < written; i++)
        {
            text.Append(units[..new Rune(codePoints[i]).EncodeToUtf16(units)]);
        }

        return text.ToString();
    }

    private static int ClassOf(int codePoint) => Tables.Classes.GetValueOrDefault(codePoint);

    private static int Join(int first, int second)
    {
        int lead = first - LeadBase;
        int vowel = second - VowelBase;
        if ((uint)lead < LeadCount && (uint)vowel < VowelCount)
        {
            return SyllableBase + (((lead * VowelCount) + vowel) * TrailCount);
        }

        int syllable = first - SyllableBase;
        int trail = second - TrailBase;
        if ((uint)syllable < SyllableCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
        {
            return first + trail;
        }

        return Tables.Compositions.GetValueOrDefault(((long)first << 32) | (uint)second);
    }

    // Marks between two starters are sorted by class, those of one class staying as they are.
    private static void Order(List<int> codePoints)
    {
        int start = 0;
        for (int i = 0; i <= codePoints.Count; i++)
        {
            if (i < codePoints.Count && ClassOf(codePoints[i]) != 0)
            {
                continue;
            }

            if (i - start > 1)
            {
                int[] sorted = [.. codePoints.GetRange(start, i - start).OrderBy(ClassOf)];
                for (int k = 0; k < sorted.Length; k++)
                {
                    codePoints[start + k] = sorted[k];
                }
            }

            start = i + 1;
        }
    }

    private static class Tables
    {
        public static readonly Dictionary<int, (int First, int Second)> Decompositions = new(2100);
        public static readonly Dictionary<long, int> Compositions = new(1000);
        public static readonly Dictionary<int, byte> Classes = new(1000);
        public static readonly Dictionary<int, int> Looks = new(1100);

        // One bit a code point of the first three planes, where all that is active lies so far.
        public const int ActiveLimit = 0x30000;
        public static readonly ulong[] Active = new ulong[ActiveLimit / 64];

        static Tables()
        {
            using Stream file = typeof(UnicodeForms).Assembly.GetManifestResourceStream("unicode-forms.txt")
                ?? throw new InvalidOperationException("The table of Unicode forms is missing from the program.");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            ReadOnlySpan<byte> rest = bytes;
            while (!rest.IsEmpty)
            {
                int end = rest.IndexOf((byte)'\n');
                if (rest[0] != (byte)'#')
                {
                    ReadRow(rest[..end]);
                }

                rest = rest[(end + 1)..];
            }

            for (int i = 0; i < VowelCount; i++)
            {
                Activate(VowelBase + i);
            }

            for (int i = 1; i < TrailCount; i++)
            {
                Activate(TrailBase + i);
            }
        }

        private static void Activate(int codePoint)
        {
            if (codePoint < ActiveLimit)
            {
                Active[codePoint >> 6] |= 1UL << (codePoint & 63);
            }
        }

        private static void ReadRow(ReadOnlySpan<byte> row)
        {
            ReadOnlySpan<byte> rest = row[2..];
            int first = ReadHex(ref rest);
            int last = first;
            if (rest[0] == (byte)'-')
            {
                rest = rest[1..];
                last = ReadHex(ref rest);
            }

            rest = rest[1..];
            if (row[0] == (byte)'C')
            {
                byte combining = byte.Parse(rest, NumberStyles.None, CultureInfo.InvariantCulture);
                for (int codePoint = first; codePoint <= last; codePoint++)
                {
                    Classes.Add(codePoint, combining);
                    Activate(codePoint);
                }

                return;
            }

            int target = ReadHex(ref rest);
            if (row[0] == (byte)'L')
            {
                for (int codePoint = first; codePoint <= last; codePoint++)
                {
                    Looks.Add(codePoint, target + codePoint - first);
                }

                return;
            }

            rest = rest.IsEmpty ? rest : rest[1..];
            int second = rest.IsEmpty ? 0 : ReadHex(ref rest);
            Decompositions.Add(first, (target, second));
            if (row[0] == (byte)'D')
            {
                Compositions.Add(((long)target << 32) | (uint)second, first);
                Activate(second);
            }
            else
            {
                Activate(first);
            }
        }

        private static int ReadHex(ref ReadOnlySpan<byte> text)
        {
            if (!Utf8Parser.TryParse(text, out int value, out int consumed, 'X'))
            {
                throw new InvalidOperationException("The table of Unicode forms is damaged.");
            }

            text = text[consumed..];
            return value;
        }
    }
}
