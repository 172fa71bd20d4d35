using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as GitLab's Code Quality JSON, which merge requests show beside the changed lines.</summary>
public static class GitLabReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        JsonOutput.Write(output, json =>
        {
            json.WriteStartArray();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var diagnostic in report.Diagnostics)
            {
                var place = diagnostic.Location;
                var name = Distinct(Fingerprint.Of(place.Path, "", diagnostic.Code, diagnostic.Message), seen);
                Write(json, Line.Of(diagnostic.Message, [("Cure", diagnostic.Cure)]), diagnostic.Code, name, diagnostic.Level == DiagnosticLevel.Error ? "critical" : "minor", place);
            }

            // Each use has an entry of its own, so that curing one resolves one and leaves the others what they were.
            foreach (var notice in Notice.Of(report).SelectMany(notice => notice.Uses.Select(use => notice with { Uses = [use] })))
            {
                var (manifest, rule) = (notice.Assessment.Manifest, notice.Finding.Rule.QualifiedId);
                var name = Distinct(Fingerprint.Of(manifest.Path, manifest.Id, notice.Uses[0], rule), seen);
                Write(json, Line.Of(FindingMessage.Of(report, notice.Assessment).Lead(notice.Finding), FindingMessage.Details(notice.Finding, notice.UsesToTell)), rule, name, SeverityOf(notice), notice.Finding.Location);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, string description, string check, string fingerprint, string severity, Location place)
    {
        json.WriteStartObject();
        json.WriteString("description", description);
        json.WriteString("check_name", check);
        json.WriteString("fingerprint", fingerprint["sha256:".Length..]);
        json.WriteString("severity", severity);
        json.WriteStartObject("location");
        json.WriteString("path", place.Path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", place.Start.Line);
        json.WriteNumber("end", place.End.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // GitLab drops an entry whose fingerprint it has seen: two manifests of one name in one file, or the same mistake made twice.
    private static string Distinct(string fingerprint, HashSet<string> seen)
    {
        while (!seen.Add(fingerprint))
        {
            fingerprint = Fingerprint.Of(fingerprint, "", "", "");
        }

        return fingerprint;
    }

    private static string SeverityOf(Notice notice) => (notice.Level, notice.Finding.Rule.Severity) switch
    {
        (NoticeLevel.Note, _) => "info",
        (NoticeLevel.Warning, _) => "minor",
        (_, Severity.Critical) => "blocker",
        (_, Severity.High) => "critical",
        (_, Severity.Medium) => "major",
        _ => "minor",
    };
}
