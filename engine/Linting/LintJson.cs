using System.Text.Json;
using PolicyCheck.Binding;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Linting;

/// <summary>Writes what linting found as JSON.</summary>
public static class LintJson
{
    /// <summary>The version of the document's schema.</summary>
    public const string SchemaVersion = "1";

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="options">What findings depended on.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(LintResult result, LintOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteString("asOf", IsoDate.Format(options.AsOf));
            json.WriteNumber("within", options.Within);
            List(json, "findings", result.Open);
            List(json, "suppressed", result.Allowed);
            json.WriteEndObject();
        });
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<LintFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var (rule, diagnostic, reason) in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", rule.Code);
            json.WriteString("id", rule.Id);
            json.WriteString("level", Words.Of(diagnostic.Level));
            json.WriteString("path", diagnostic.Location.Path);
            json.WriteNumber("line", diagnostic.Location.Start.Line);
            json.WriteNumber("column", diagnostic.Location.Start.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("cure", diagnostic.Cure);
            json.WriteString("page", $"policycheck explain {rule.Id}");
            if (reason is not null)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
