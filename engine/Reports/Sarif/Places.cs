using System.Text.Json;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Sarif;

/// <summary>Writes places in files.</summary>
internal sealed class Places(Artifacts artifacts)
{
    // A longer text, such as a document in one line, helps no reader.
    private const int LongestSnippet = 200;

    private readonly Pointers _pointers = new();

    /// <summary>Writes the place that a result is about: with the text there, the line around it, and its name in the document.</summary>
    public void WritePrimary(Utf8JsonWriter json, Location location, string name, bool isFact, Detail detail)
    {
        json.WriteStartObject();
        WritePhysical(json, location, detail);
        WriteLogical(json, location, name, isFact);
        json.WriteEndObject();
    }

    /// <summary>Writes a place with what is said of it.</summary>
    public void WriteRelated(Utf8JsonWriter json, Location location, string message, int? id = null)
    {
        if (id is { } number)
        {
            json.WriteNumber("id", number);
        }

        WritePhysical(json, location, id is null ? Detail.Region : Detail.Snippet);
        json.WriteStartObject("message");
        json.WriteString("text", message);
        json.WriteEndObject();
    }

    /// <summary>Writes the file and region of a place.</summary>
    public void WritePhysical(Utf8JsonWriter json, Location location, Detail detail)
    {
        json.WriteStartObject("physicalLocation");
        artifacts.WriteLocation(json, "artifactLocation", location.Path);
        var (start, end) = (location.Start, location.End);
        var content = location.Source.Content;
        var snippet = detail == Detail.Region || location.Span.End > content.Length || location.Span.Start >= location.Span.End ? "" : content[location.Span.Start..location.Span.End];
        WriteRegion(json, "region", start, end, snippet, isWhole: detail != Detail.Region);
        if (detail == Detail.Line && start.Line == end.Line && content.Length > 0)
        {
            var line = location.Source.LineAt(start.Line);
            if (line.Length is > 0 and <= LongestSnippet && line.Length > snippet.Length)
            {
                WriteRegion(json, "contextRegion", start with { Column = 1 }, start with { Column = line.Length + 1 }, line, isWhole: true);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, LinePosition start, LinePosition end, string snippet, bool isWhole)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        if (isWhole || end.Line != start.Line)
        {
            json.WriteNumber("endLine", end.Line);
        }

        json.WriteNumber("endColumn", end.Column);
        if (snippet.Length is > 0 and <= LongestSnippet)
        {
            json.WriteStartObject("snippet");
            json.WriteString("text", snippet);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteLogical(Utf8JsonWriter json, Location location, string name, bool isFact)
    {
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", name);
        if (_pointers.Of(location) is { } pointer)
        {
            // A use begins at its identifier.
            json.WriteString("fullyQualifiedName", !isFact && pointer.EndsWith("/id", StringComparison.Ordinal) ? pointer[..^"/id".Length] : pointer);
        }

        json.WriteString("kind", isFact ? "property" : "object");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
