using System.Globalization;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Sarif;

/// <summary>
/// Says by JSON pointers where a file states something. Of a file with several documents the pointer is one into the list of them, counted
/// from zero. A text that isn't YAML or JSON, such as a table's row, has none.
/// </summary>
internal sealed class Pointers
{
    private readonly Dictionary<SourceText, Dictionary<TextSpan, string>> _known = [];

    /// <summary>The pointer to what a key names, or to the document or text that stands at a place; null where nothing does.</summary>
    public string? Of(Location location)
    {
        if (!_known.TryGetValue(location.Source, out var pointers))
        {
            _known.Add(location.Source, pointers = Read(location.Source));
        }

        return pointers.GetValueOrDefault(location.Span);
    }

    private static Dictionary<TextSpan, string> Read(SourceText source)
    {
        var pointers = new Dictionary<TextSpan, string>();
        var documents = DocumentReader.ReadDecoded(source).Documents;
        for (var i = 0; i < documents.Length; i++)
        {
            Add(documents[i], documents.Length == 1 ? "" : "/" + i.ToString(CultureInfo.InvariantCulture), pointers);
        }

        return pointers;
    }

    private static void Add(Node node, string pointer, Dictionary<TextSpan, string> pointers)
    {
        pointers.TryAdd(node.Location.Span, pointer);
        switch (node)
        {
            case MappingNode mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    var below = $"{pointer}/{key.Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
                    pointers.TryAdd(key.Location.Span, below);
                    Add(value, below, pointers);
                }

                break;
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    Add(sequence.Items[i], $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", pointers);
                }

                break;
            default:
                break;
        }
    }
}
