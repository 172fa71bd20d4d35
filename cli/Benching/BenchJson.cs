using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyCheck.Cli.Benching;

/// <summary>Writes a measurement as JSON, and reads it again to compare with.</summary>
internal static class BenchJson
{
    private const int SchemaVersion = 1;

    /// <summary>Writes a measurement and a final line break.</summary>
    /// <param name="result">The measurement.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(BenchResult result, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteNumber("rounds", result.Rounds);
            json.WriteStartObject("rules");
            json.WriteNumber("ruleSets", result.RuleSets);
            json.WriteNumber("rules", result.Rules);
            json.WriteString("digest", result.RulesDigest);
            json.WriteEndObject();
            json.WriteStartObject("manifests");
            json.WriteNumber("manifests", result.Manifests);
            json.WriteNumber("bytes", result.ManifestBytes);
            json.WriteString("digest", result.ManifestsDigest);
            json.WriteEndObject();
            json.WriteStartArray("steps");
            foreach (var step in result.Steps)
            {
                json.WriteStartObject();
                json.WriteString("step", step.Name);
                json.WriteNumber("milliseconds", Math.Round(step.Milliseconds, 6));
                json.WriteNumber("yardstickMilliseconds", Math.Round(step.YardstickMilliseconds, 6));
                json.WriteNumber("ratio", Math.Round(step.Ratio, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="name">The file's name, to report.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="CommandException">It is something else.</exception>
    public static BenchResult Read(string name, byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var (rules, manifests) = (root.GetProperty("rules"), root.GetProperty("manifests"));
            ImmutableArray<BenchStep> steps = [.. root.GetProperty("steps").EnumerateArray().Select(step => new BenchStep(
                Text(step, "step"), step.GetProperty("milliseconds").GetDouble(), step.GetProperty("yardstickMilliseconds").GetDouble()))];
            return root.GetProperty("schemaVersion").GetInt32() == SchemaVersion && steps.All(step => step is { Milliseconds: > 0, YardstickMilliseconds: > 0 })
                ? new(
                    root.GetProperty("rounds").GetInt32(),
                    rules.GetProperty("ruleSets").GetInt32(),
                    rules.GetProperty("rules").GetInt32(),
                    Text(rules, "digest"),
                    manifests.GetProperty("manifests").GetInt32(),
                    manifests.GetProperty("bytes").GetInt64(),
                    Text(manifests, "digest"),
                    steps)
                : throw NotOurs(name);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw NotOurs(name);
        }
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString() ?? throw new FormatException();

    private static CommandException NotOurs(string name) =>
        new(ExitCode.InvalidInput, $"`{name}` isn't a measurement to compare with: make one with `policycheck bench … -o json={name}`");
}
