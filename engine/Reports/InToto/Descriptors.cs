using System.Text.Json;

namespace PolicyCheck.Reports.InToto;

/// <summary>Writes resource descriptors of in-toto: names with digests.</summary>
internal static class Descriptors
{
    /// <summary>Writes a resource.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="digest">Its digest, as <c>sha256:</c> and hexadecimal digits.</param>
    public static void Write(Utf8JsonWriter json, string name, string digest)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("digest");
        json.WriteString("sha256", digest["sha256:".Length..]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the rule sets that a report went by.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The name of the list.</param>
    /// <param name="report">The report.</param>
    public static void WriteRuleSets(Utf8JsonWriter json, string name, Report report)
    {
        json.WriteStartArray(name);
        foreach (var set in report.RuleSets)
        {
            Write(json, set.Id, set.Digest);
        }

        json.WriteEndArray();
    }
}
