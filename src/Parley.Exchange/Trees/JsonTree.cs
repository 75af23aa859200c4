using System.Text;
using System.Text.Json;
using Parley.Exchange.Reading;

namespace Parley.Exchange.Trees;

/// <summary>Reads JSON into a tree.</summary>
internal static class JsonTree
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="bytes">Its bytes, without a byte-order mark.</param>
    /// <param name="faults">Where a fault is added.</param>
    /// <returns>The tree; null when there is a fault.</returns>
    public static TreeNode? Read(string file, ReadOnlySpan<byte> bytes, FaultList faults)
    {
        TreeBuilder builder = new(file, faults);
        JsonReaderOptions options = new() { MaxDepth = ScenarioLimits.Depth + 1 };
        Utf8JsonReader reader = new(bytes, options);
        int line = 1;
        int lineStart = 0;
        int seen = 0;
        try
        {
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex;
                for (; seen < start; seen++)
                {
                    if (bytes[seen] == '\n')
                    {
                        line++;
                        lineStart = seen + 1;
                    }
                }

                int column = Encoding.UTF8.GetCharCount(bytes[lineStart..start]) + 1;
                bool goesOn = reader.TokenType switch
                {
                    JsonTokenType.StartObject => builder.Begin(new TreeNode(TreeKind.Map, line, column)),
                    JsonTokenType.StartArray => builder.Begin(new TreeNode(TreeKind.List, line, column)),
                    JsonTokenType.EndObject or JsonTokenType.EndArray => builder.End(),
                    JsonTokenType.String or JsonTokenType.PropertyName =>
                        builder.Put(new TreeNode(TreeKind.Scalar, line, column, reader.GetString()!, IsQuoted: true)),
                    _ => builder.Put(new TreeNode(TreeKind.Scalar, line, column, Encoding.UTF8.GetString(reader.ValueSpan))),
                };
                if (!goesOn)
                {
                    return null;
                }
            }
        }
        catch (JsonException exception)
        {
            faults.Add(reader.CurrentDepth >= ScenarioLimits.Depth
                ? new(file, (int)(exception.LineNumber ?? -1) + 1, (int)(exception.BytePositionInLine ?? -1) + 1,
                    $"parts lie more than {ScenarioLimits.Depth} deep", "a scenario needs ten levels; take out the rest")
                : new(file, (int)(exception.LineNumber ?? -1) + 1, (int)(exception.BytePositionInLine ?? -1) + 1,
                    "the JSON breaks off or breaks its rules here", "numbers are digits (NaN is none), texts stand in quotes, braces close"));
            return null;
        }
        catch (InvalidOperationException)
        {
            faults.Add(new(file, line, 1, "a text is not UTF-8", "save the file as UTF-8"));
            return null;
        }

        return builder.Root;
    }
}
