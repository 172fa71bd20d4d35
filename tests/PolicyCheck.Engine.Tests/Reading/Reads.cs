using System.Text;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Tests;

/// <summary>Shorthands for reading in tests: text in, one line out.</summary>
internal static class Reads
{
    public static ReadResult Yaml(string text, ReadingLimits? limits = null) => DocumentReader.ReadDecoded(new SourceText("a.yaml", text), limits);

    public static ReadResult Json(string text, ReadingLimits? limits = null) => DocumentReader.ReadDecoded(new SourceText("a.json", text), limits);

    public static Node One(ReadResult result)
    {
        Assert.Empty(result.Diagnostics);
        return Assert.Single(result.Documents);
    }

    /// <summary>Quotes mark what was not plain.</summary>
    public static string Outline(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    public static string Said(ReadResult result) => string.Join('\n', result.Diagnostics.Select(Said));

    public static string Said(Diagnostic told) => $"{told.Code} {told.Location.Start.Line}:{told.Location.Start.Column} {told.Message}";

    public static string Places(Node node, string text) => node switch
    {
        MappingNode mapping => string.Concat(mapping.Entries.Select(entry => Places(entry.Key, text) + Places(entry.Value, text))) + Slice(node, text),
        SequenceNode sequence => string.Concat(sequence.Items.Select(item => Places(item, text))) + Slice(node, text),
        _ => Slice(node, text),
    };

    private static string Slice(Node node, string text) => $"<{text[node.Location.Span.Start..node.Location.Span.End]}>";

    private static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(scalar.IsPlain ? scalar.Value : $"'{scalar.Value}'");
                break;
            case SequenceNode sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Write(item, text);
                    text.Append(';');
                }

                text.Append(']');
                break;
            case MappingNode mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    text.Append(entry.Key.Value).Append('=');
                    Write(entry.Value, text);
                    text.Append(';');
                }

                text.Append('}');
                break;
        }
    }
}
