using System.Buffers;
using System.Text;

namespace Parley.Journals.Text;

/// <summary>What a name may be written with, and when two names are one.</summary>
internal static class NameForm
{
    /// <summary>Bytes of the character that begins here if a name may hold it, else 0.</summary>
    public static int NameRuneLength(ReadOnlySpan<byte> utf8) =>
        Rune.DecodeFromUtf8(utf8, out Rune rune, out int length) == OperationStatus.Done && Rune.IsLetterOrDigit(rune) ? length : 0;

    /// <summary>A name as names are compared.</summary>
    public static string Canonical(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>What a name looks like.</summary>
    public static string Skeleton(string name) => name;
}
