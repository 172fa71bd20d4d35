using System.Text;
using PolicyCheck.Formatting;
using PolicyCheck.Reading;

namespace PolicyCheck.Tests.Formatting;

/// <summary>Shorthands for formatting in tests: text in, text out.</summary>
internal static class Formats
{
    public static string Yaml(string text)
    {
        var formatted = Formatter.Format("a.yaml", Encoding.UTF8.GetBytes(text));
        Assert.True(formatted.Text is not null, string.Join('\n', formatted.Diagnostics.Select(told => told.Message)) + "\n" + text);
        return formatted.Text!;
    }

    /// <summary>The values of a document without quotes, with keys in alphabetical order.</summary>
    public static string Meaning(string text) => string.Join("---", Reads.Yaml(text).Documents.Select(Meaning));

    private static string Meaning(Node node) => node switch
    {
        MappingNode mapping => $"{{{string.Concat(mapping.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal).Select(entry => $"{entry.Key.Value}={Meaning(entry.Value)};"))}}}",
        SequenceNode sequence => $"[{string.Concat(sequence.Items.Select(item => Meaning(item) + ";"))}]",
        ScalarNode { IsNull: true } => "nothing",
        _ => $"<{((ScalarNode)node).Value}>",
    };
}
