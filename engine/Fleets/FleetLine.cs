using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.Fleets;

/// <summary>Writes the lines of a fleet's results, each of which stands alone: it says by which rules, on which day and by what settings it came about.</summary>
internal sealed class FleetLine(FleetSettings settings, string rules, string? waivers)
{
    internal static ImmutableArray<string> Keys { get; } = ["schemaVersion", "source", "line", "manifest", "digest", "asOf", "rules", "settings", "verdict", "exitCode", "places", "uses", "refused", "diagnostics"];
    internal static ImmutableArray<string> SettingKeys { get; } = ["strict", "include", "minBasis", "failOn", "minSeverity", "explain", "waivers", "maxBytes", "maxDepth", "maxNodes"];
    internal static ImmutableArray<string> UseKeys { get; } = ["id", "verdict", "findings"];
    internal static ImmutableArray<string> FindingKeys { get; } = ["ruleSet", "rule", "outcome", "severity", "advisory", "doubtful", "missing", "waiver"];
    internal static ImmutableArray<string> DiagnosticKeys { get; } = ["path", "code", "level", "message", "cure", "line", "column"];

    private readonly string _asOf = IsoDate.Format(settings.AsOf);
    private readonly string? _settings = FleetSettingsJson.Of(settings, waivers);

    /// <summary>The line of a manifest that was judged.</summary>
    public ReadOnlyMemory<byte> Judged(FleetDocument document, Assessment assessment, ImmutableArray<Diagnostic> told, ImmutableArray<Diagnostic> toldOfWaivers, int exitCode) => Line(json =>
    {
        var manifest = assessment.Manifest;
        Begin(json, document, document.Line ?? manifest.Location.Start.Line);
        json.WriteString("manifest", manifest.Id);
        json.WriteString("digest", manifest.Digest);
        WriteBasis(json);
        json.WriteString("verdict", Words.Of(assessment.Verdict));
        json.WriteNumber("exitCode", exitCode);
        json.WriteStartArray("places");
        foreach (var place in PlacesOf(manifest))
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
        json.WriteStartArray("uses");
        foreach (var use in assessment.Uses)
        {
            Write(json, use);
        }

        json.WriteEndArray();
        if (!told.IsEmpty || !toldOfWaivers.IsEmpty)
        {
            json.WriteStartArray("diagnostics");
            Write(json, told, document);
            Write(json, toldOfWaivers, null);
            json.WriteEndArray();
        }
    });

    /// <summary>The line of a document that was refused, in whole or in part.</summary>
    public ReadOnlyMemory<byte> Refused(FleetDocument document, ImmutableArray<Diagnostic> diagnostics, int exitCode) => Line(json =>
    {
        Begin(json, document, document.Line);
        if (document.Unread is null)
        {
            json.WriteString("digest", ContentDigest.Of(document.Content.Span));
        }

        WriteBasis(json);
        json.WriteNumber("exitCode", exitCode);
        json.WriteStartArray("refused");
        Write(json, diagnostics, document);
        json.WriteEndArray();
    });

    /// <summary>The places that a deployment is stated to be at, in ordinal order.</summary>
    public static IEnumerable<string> PlacesOf(Manifest manifest) => manifest.Facts
        .Where(fact => fact.Fact.Path == "places")
        .SelectMany(fact => fact.Value is PlacesValue { Places: var places } ? places : [])
        .Select(place => place.Code)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a finding leaves the verdict open although its outcome is fail or pass.</summary>
    public static bool IsDoubtful(Finding finding, AssessmentOptions options) =>
        finding.Doubt is not null && Verdicts.Of(finding, options with { AdvisoryCounts = true }) == Verdict.Indeterminate && finding.Outcome is RuleOutcome.Fail or RuleOutcome.Pass;

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream(1024);
        JsonOutput.WriteCompact(buffer, json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        });
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static void Begin(Utf8JsonWriter json, FleetDocument document, long? line)
    {
        json.WriteString("schemaVersion", JsonReport.SchemaVersion);
        json.WriteString("source", document.Source);
        if (line is { } number)
        {
            json.WriteNumber("line", number);
        }
    }

    private void WriteBasis(Utf8JsonWriter json)
    {
        json.WriteString("asOf", _asOf);
        json.WriteString("rules", rules);
        if (_settings is not null)
        {
            json.WritePropertyName("settings");
            json.WriteRawValue(_settings, skipInputValidation: true);
        }
    }

    private void Write(Utf8JsonWriter json, UseAssessment use)
    {
        json.WriteStartObject();
        json.WriteString("id", use.Use.Id);
        json.WriteString("verdict", Words.Of(use.Verdict));
        json.WriteStartArray("findings");
        foreach (var finding in settings.Detail == FleetDetail.Full ? use.Findings : use.Speaking)
        {
            var isDoubtful = finding.Doubt is not null && IsDoubtful(finding, settings.Options);
            if (IsWritten(finding, isDoubtful))
            {
                Write(json, finding, isDoubtful);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private bool IsWritten(Finding finding, bool isDoubtful) => settings.Detail switch
    {
        FleetDetail.Off => false,
        FleetDetail.Full => finding.Reason == FindingReason.Evaluated,
        _ => isDoubtful || finding.Outcome is not (RuleOutcome.NotApplicable or RuleOutcome.Pass),
    };

    private static void Write(Utf8JsonWriter json, Finding finding, bool isDoubtful)
    {
        json.WriteStartObject();
        json.WriteString("ruleSet", finding.RuleSet.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("outcome", Words.Of(finding.Outcome));
        json.WriteString("severity", Words.Of(finding.Rule.Severity));
        if (finding.IsAdvisory)
        {
            json.WriteBoolean("advisory", true);
        }

        if (isDoubtful)
        {
            json.WriteBoolean("doubtful", true);
        }

        if (!finding.Missing.IsEmpty || !finding.MissingParameters.IsEmpty)
        {
            json.WriteStartArray("missing");
            foreach (var missing in finding.Missing.Select(fact => fact.Path).Concat(finding.MissingParameters.Select(parameter => $"${parameter}")))
            {
                json.WriteStringValue(missing);
            }

            json.WriteEndArray();
        }

        if (finding.Waiver is { } waiver)
        {
            json.WriteString("waiver", waiver.Id);
        }

        json.WriteEndObject();
    }

    // What is told of a line has its number there, since its own text begins with the line.
    private static void Write(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics, FleetDocument? document)
    {
        foreach (var diagnostic in diagnostics)
        {
            var start = diagnostic.Location.Start;
            json.WriteStartObject();
            json.WriteString("path", document?.Source ?? diagnostic.Location.Path);
            json.WriteString("code", diagnostic.Code);
            json.WriteString("level", Words.Of(diagnostic.Level));
            json.WriteString("message", diagnostic.Message);
            json.WriteString("cure", diagnostic.Cure);
            json.WriteNumber("line", document?.Line ?? start.Line);
            json.WriteNumber("column", start.Column);
            json.WriteEndObject();
        }
    }
}
