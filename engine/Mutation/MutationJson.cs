using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Mutation;

/// <summary>Writes and reads what became of mutants as JSON.</summary>
public static class MutationJson
{
    /// <summary>The version of the document's schema.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes results.</summary>
    /// <param name="results">The results.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(IReadOnlyCollection<MutationResult> results, Stream output)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteNumber("score", MutationResult.Score(results));
            json.WriteStartArray("files");
            foreach (var result in results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Reads the results of a document that <see cref="Write(IReadOnlyCollection{MutationResult}, Stream)"/> wrote; null where it is none.</summary>
    /// <param name="content">The document.</param>
    public static ImmutableArray<MutationResult>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.GetProperty("schemaVersion").GetString() != SchemaVersion
                ? null
                : [.. document.RootElement.GetProperty("files").EnumerateArray().Select(file => new MutationResult(
                    Text(file, "path"),
                    Text(file, "ruleSetPath"),
                    [.. file.GetProperty("mutants").EnumerateArray().Select(Mutant)]))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    private static MutantResult Mutant(JsonElement mutant) => new(
        Text(mutant, "id"),
        Words.Parse<Fate>(Text(mutant, "fate")),
        Text(mutant, "sentence"),
        mutant.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
        Text(mutant, "path"),
        mutant.GetProperty("line").GetInt32(),
        mutant.GetProperty("column").GetInt32(),
        mutant.TryGetProperty("case", out var killer) ? killer.GetString() : null);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new KeyNotFoundException(name);

    private static void Write(Utf8JsonWriter json, MutationResult result)
    {
        json.WriteStartObject();
        json.WriteString("path", result.TestPath);
        json.WriteString("ruleSetPath", result.RuleSetPath);
        json.WriteStartArray("mutants");
        foreach (var mutant in result.Mutants)
        {
            json.WriteStartObject();
            json.WriteString("id", mutant.Id);
            json.WriteString("fate", Words.Of(mutant.Fate));
            json.WriteString("sentence", mutant.Sentence);
            WriteIfAny(json, "reason", mutant.Reason);
            json.WriteString("path", mutant.Path);
            json.WriteNumber("line", mutant.Line);
            json.WriteNumber("column", mutant.Column);
            WriteIfAny(json, "case", mutant.Killer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
