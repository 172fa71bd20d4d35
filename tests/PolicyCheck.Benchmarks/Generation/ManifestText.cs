using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PolicyCheck.Benchmarks.Generation;

/// <summary>Writes generated manifests as YAML and as JSON.</summary>
internal static class ManifestText
{
    /// <summary>A manifest as a person writes it.</summary>
    public static byte[] Yaml(GeneratedManifest manifest)
    {
        var text = new StringBuilder($"manifest: {manifest.Name}\n");
        WriteYaml(text, Entries(manifest, ofUse: false), "");
        text.Append("uses:\n  - id: main\n");
        WriteYaml(text, Entries(manifest, ofUse: true), "    ");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A manifest as one line of JSON, without its end.</summary>
    public static byte[] Json(GeneratedManifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("manifest", manifest.Name);
            WriteJson(json, Entries(manifest, ofUse: false));
            json.WriteStartArray("uses");
            json.WriteStartObject();
            json.WriteString("id", "main");
            WriteJson(json, Entries(manifest, ofUse: true));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static List<Entry> Entries(GeneratedManifest manifest, bool ofUse) => [.. manifest.Facts
        .Where(stated => stated.Fact.Path.StartsWith("use.", StringComparison.Ordinal) == ofUse)
        .Select(stated => new Entry(ofUse ? stated.Fact.Path["use.".Length..] : stated.Fact.Path, stated.Fact.Kind, stated.Values))];

    private static void WriteYaml(StringBuilder text, List<Entry> entries, string indent)
    {
        foreach (var group in entries.GroupBy(entry => entry.Head))
        {
            if (group.First() is { IsLeaf: true } leaf)
            {
                text.Append(indent).Append(group.Key).Append(": ").Append(leaf.Yaml).Append('\n');
                continue;
            }

            text.Append(indent).Append(group.Key).Append(":\n");
            WriteYaml(text, [.. group.Select(entry => entry.Tail)], indent + "  ");
        }
    }

    private static void WriteJson(Utf8JsonWriter json, List<Entry> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.Head))
        {
            json.WritePropertyName(group.Key);
            if (group.First() is { IsLeaf: true } leaf)
            {
                leaf.WriteJson(json);
                continue;
            }

            json.WriteStartObject();
            WriteJson(json, [.. group.Select(entry => entry.Tail)]);
            json.WriteEndObject();
        }
    }

    private sealed record Entry(string Path, FactKind Kind, ImmutableArray<string> Values)
    {
        public bool IsLeaf => !Path.Contains('.', StringComparison.Ordinal);

        public string Head => Path.Split('.')[0];

        public Entry Tail => this with { Path = Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..] };

        public string Yaml => Kind switch
        {
            FactKind.Choices or FactKind.Places => $"[{string.Join(", ", Values)}]",
            FactKind.Days => $"{Values[0]} days",
            _ => Values[0],
        };

        public void WriteJson(Utf8JsonWriter json)
        {
            switch (Kind)
            {
                case FactKind.Choices or FactKind.Places:
                    json.WriteStartArray();
                    foreach (var value in Values)
                    {
                        json.WriteStringValue(value);
                    }

                    json.WriteEndArray();
                    break;
                case FactKind.Flag or FactKind.Count or FactKind.Ratio:
                    json.WriteRawValue(Values[0]);
                    break;
                default:
                    json.WriteStringValue(Yaml);
                    break;
            }
        }
    }
}
