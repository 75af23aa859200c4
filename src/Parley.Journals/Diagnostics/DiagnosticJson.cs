using System.Text.Json;
using Parley.Journals.Text;

namespace Parley.Journals.Diagnostics;

/// <summary>Writes problems as data.</summary>
public static class DiagnosticJson
{
    /// <summary>Writes problems as a JSON array, in the order given.</summary>
    /// <param name="diagnostics">The problems.</param>
    /// <param name="json">Where to; an array is written as one value.</param>
    public static void Write(IReadOnlyList<Diagnostic> diagnostics, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code.Code);
            json.WriteString("severity", diagnostic.IsError ? "error" : "warning");
            WritePlace(json, diagnostic.Place);
            json.WriteString("summary", diagnostic.Summary);
            WriteOptional(json, "label", diagnostic.Label);
            WriteOptional(json, "help", diagnostic.Help);
            json.WriteStartArray("related");
            foreach (RelatedPlace related in diagnostic.Related ?? [])
            {
                json.WriteStartObject();
                WritePlace(json, related.Place);
                json.WriteString("label", related.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (string note in diagnostic.Notes ?? [])
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        LinePosition start = place.Text.PositionOf(place.Span.Start);
        json.WriteString("file", place.Text.Name);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("offset", place.Span.Start);
        json.WriteNumber("length", place.Span.Length);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }
}
