using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Reports.Sarif;

/// <summary>Reports of small files, written as SARIF.</summary>
internal static class SarifExample
{
    /// <summary>Rules with every outcome that a flag can bring about.</summary>
    public static string Act { get; } = Example.RuleSet(
        Example.Rule("no-police", "prohibits: {police: true}\nunless:\n  - {id: agreed, title: people agreed, citation: 'text, 2', when: {consent: true}}", "'text, section 1'")
        + Example.Rule("few-cameras", "requires: {cameras: {atMost: 10}}", "'text, section 3'")
        + Example.Rule("trains-only", "when: {sector: transport}\nrequires: {use.live: false}", "'text, section 4'")
        + Example.Rule("remembered", "prohibits: {police: true}", "memory"));

    public static Report Report(string asOf, ImmutableArray<(string Path, string Text)> manifests, params string[] ruleSets) =>
        Report(Example.Load(ruleSets), Example.Day(asOf), manifests);

    public static Report Report(RuleLibrary library, DateOnly asOf, ImmutableArray<(string Path, string Text)> manifests)
    {
        Assert.Empty(library.Diagnostics.Select(one => one.Message));
        var assessor = new Assessor(library);
        var files = manifests.Select(file => ManifestReader.Read(file.Path, Encoding.UTF8.GetBytes(file.Text), library.Vocabulary)).ToList();
        return new(
            asOf,
            library.Vocabulary,
            library.RuleSets,
            [.. files.SelectMany(file => file.Manifests).Select(manifest => assessor.Assess(manifest, asOf))],
            [.. files.SelectMany(file => file.Diagnostics)]);
    }

    /// <summary>The report on one manifest judged by <see cref="Act"/>.</summary>
    public static Report Report(string facts, string path = "cities/a.manifest.yaml") =>
        Report(Example.Today, [(path, $"manifest: example\ntitle: An example\n{facts}\n")], Act);

    /// <summary>The report with its findings changed.</summary>
    public static Report With(Report report, Func<Finding, Finding> change) => report with
    {
        Assessments = [.. report.Assessments.Select(assessment => assessment with
        {
            Uses = [.. assessment.Uses.Select(use => use with { Findings = [.. use.Findings.Select(change)] })],
        })],
    };

    public static string Written(Report report, string format = "sarif")
    {
        using var output = new MemoryStream();
        ReportFormats.All.Single(one => one.Name == format).Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static JsonNode Run(Report report, string format = "sarif") => JsonNode.Parse(Written(report, format))!["runs"]!.AsArray().Single()!;

    /// <summary>The result about a rule of <see cref="Act"/>.</summary>
    public static JsonNode Result(JsonNode run, string rule) => run["results"]!.AsArray().Single(result => Text(result!["ruleId"]) == $"act/{rule}")!;

    public static string Text(JsonNode? node) => node!.GetValue<string>();
}
