using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Exchange.Writing;

/// <summary>Writes JSON with indentation and line feeds.</summary>
internal static class JsonText
{
    /// <summary>The text of what is written.</summary>
    /// <param name="write">Writes one value.</param>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        JsonWriterOptions options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (Utf8JsonWriter json = new(bytes, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>A property that is a number in digits.</summary>
    /// <param name="json">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="digits">The digits.</param>
    public static void Number(Utf8JsonWriter json, string name, string digits)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(digits);
    }
}
