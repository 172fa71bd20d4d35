using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.InToto;

/// <summary>
/// Says in-toto's simple verification result, which can name only what passed: a rule that is kept for certain by every deployment and use of the
/// file that it applies to, and that all of the file comply, where no failure had to be waived for it.
/// </summary>
internal static class VerificationPredicate
{
    /// <summary>The predicate's type.</summary>
    public const string Type = "https://in-toto.io/attestation/svr/v0.2";

    /// <summary>The property of a file all of whose deployments comply.</summary>
    public const string Compliant = "POLICYCHECK_COMPLIANT";

    /// <summary>Writes the fields.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="file">What it is said of.</param>
    public static void Write(Utf8JsonWriter json, Report report, AttestedFile file)
    {
        json.WriteStartObject("verifier");
        json.WriteString("id", $"urn:policycheck:engine:{Report.EngineVersion}");
        Descriptors.WriteRuleSets(json, "policies", report);
        json.WriteEndObject();
        json.WriteString("timeCreated", $"{IsoDate.Format(report.AsOf)}T00:00:00Z");
        json.WriteStartArray("properties");
        foreach (var property in Properties(file))
        {
            json.WriteStringValue(property);
        }

        json.WriteEndArray();
    }

    /// <summary>The property of a rule; no two rules have the same, since identifiers have no two hyphens in a row.</summary>
    /// <param name="rule">The rule.</param>
    public static string NameOf(Rule rule) => $"POLICYCHECK_{Upper(rule.RuleSetId)}__{Upper(rule.Id)}_PASS";

    private static ImmutableArray<string> Properties(AttestedFile file)
    {
        // Of a deployment that was refused nothing is known, and the digest is its too.
        if (!file.IsWhole)
        {
            return [];
        }

        var kept = file.Judged
            .GroupBy(judged => NameOf(judged.Finding.Rule), judged => judged.Finding, StringComparer.Ordinal)
            .Where(rule => rule.All(finding => finding is { Outcome: RuleOutcome.Pass, Doubt: null }))
            .Select(rule => rule.Key);
        var complies = file.Assessments.All(assessment => assessment.Verdict == Verdict.Compliant) && file.Judged.All(judged => judged.Finding.Outcome != RuleOutcome.Waived);
        return [.. kept.Concat(complies ? [Compliant] : []).Order(StringComparer.Ordinal)];
    }

    private static string Upper(string id) => id.Replace('-', '_').ToUpperInvariant();
}
