using System.Text.Json;
using PolicyCheck.Signing;

namespace PolicyCheck.Reports.InToto;

/// <summary>
/// Writes statements of in-toto about each file of manifests, each in a signed envelope on a line of its own: our verdict with all its reasons,
/// the properties that were verified, and the rules as tests.
/// </summary>
internal static class InTotoReport
{
    private const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>Writes a report; without a key in it the envelopes have no signature.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        foreach (var file in AttestedFile.In(report))
        {
            Write(report, output, Statement(file, VerdictPredicate.Type, json => VerdictPredicate.Write(json, report, file)));
            Write(report, output, Statement(file, VerificationPredicate.Type, json => VerificationPredicate.Write(json, report, file)));
            Write(report, output, Statement(file, TestPredicate.Type, json => TestPredicate.Write(json, report, file)));
        }
    }

    private static void Write(Report report, Stream output, byte[] statement) =>
        JsonOutput.WriteCompact(output, DsseEnvelope.Of(PayloadType, statement, report.SigningKey).Write);

    private static byte[] Statement(AttestedFile file, string type, Action<Utf8JsonWriter> predicate)
    {
        using var buffer = new MemoryStream();
        JsonOutput.WriteCompact(buffer, json =>
        {
            json.WriteStartObject();
            json.WriteString("_type", "https://in-toto.io/Statement/v1");
            json.WriteStartArray("subject");
            Descriptors.Write(json, file.Path, file.Digest);
            json.WriteEndArray();
            json.WriteString("predicateType", type);
            json.WriteStartObject("predicate");
            predicate(json);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return buffer.ToArray();
    }
}
