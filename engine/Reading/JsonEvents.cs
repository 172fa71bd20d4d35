using System.Text;
using System.Text.Json;

namespace PolicyCheck.Reading;

/// <summary>Feeds a builder from System.Text.Json's reader.</summary>
internal static class JsonEvents
{
    /// <summary>Reads one JSON document.</summary>
    public static void Read(string text, ReadingLimits limits, NodeBuilder builder, ProblemList problems)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var pass = new JsonPass(utf8, text, builder, problems);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowMultipleValues = true,
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Allow,
            MaxDepth = (int)Math.Min(limits.MaxDepth + 2L, int.MaxValue),
        });
        try
        {
            while (!builder.Stopped && reader.Read())
            {
                pass.Take(ref reader);
            }

            if (builder.DocumentCount == 0 && problems.IsEmpty)
            {
                problems.Add(JsonProblems.Empty(text));
            }
        }
        catch (JsonException defect)
        {
            problems.Add(JsonProblems.Explain(text, pass.LastEnd, OffsetOf(defect, utf8), builder));
        }
    }

    private static int OffsetOf(JsonException defect, ReadOnlySpan<byte> utf8)
    {
        var lineStart = 0;
        for (var line = defect.LineNumber ?? 0; line > 0; line--)
        {
            lineStart += utf8[lineStart..].IndexOf((byte)'\n') + 1;
        }

        var at = (int)Math.Min(utf8.Length, lineStart + (defect.BytePositionInLine ?? 0));
        return Encoding.UTF8.GetCharCount(utf8[..at]);
    }
}
