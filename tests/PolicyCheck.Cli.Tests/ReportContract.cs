using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyCheck.Cli.Tests;

/// <summary>The keys of a JSON report that scripts rely on, with their types and words.</summary>
internal static partial class ReportContract
{
    private static readonly string[] Verdicts = ["non-compliant", "indeterminate", "compliant", "not-applicable"];
    private static readonly string[] Outcomes = ["not-applicable", "pass", "fail", "indeterminate", "waived", "error"];
    private static readonly string[] Severities = ["critical", "high", "medium", "low"];

    public static void Holds(JsonElement report)
    {
        Assert.Matches(@"^\d+\.\d+$", report.Text("schemaVersion"));
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", report.Text("asOf"));
        Assert.Contains(report.Text("verdict"), Verdicts);
        Assert.NotEmpty(report.Items("manifests"));
        Assert.All(report.Items("manifests"), Manifest);
        Assert.All(report.Items("ruleSets"), RuleSet);
        Assert.Equal(report.Texts("ruleSets", "id").Order(StringComparer.Ordinal), report.Texts("ruleSets", "id"));
    }

    private static void Manifest(JsonElement manifest)
    {
        Assert.NotEmpty(manifest.Text("path"));
        Assert.Contains(manifest.Text("verdict"), Verdicts);
        Assert.NotEmpty(manifest.Items("uses"));
        Assert.All(manifest.Items("uses"), use =>
        {
            Assert.NotEmpty(use.Text("id"));
            Assert.Contains(use.Text("verdict"), Verdicts);
            Assert.NotEmpty(use.Items("findings"));
            Assert.All(use.Items("findings"), Finding);
        });
    }

    private static void Finding(JsonElement finding)
    {
        Assert.Matches(Name(), finding.Text("ruleSet"));
        Assert.Matches(Name(), finding.Text("rule"));
        Assert.Contains(finding.Text("outcome"), Outcomes);
        Assert.Contains(finding.Text("severity"), Severities);
        Assert.NotEmpty(finding.Text("citation"));
        Assert.NotEmpty(finding.Text("message"));
        Assert.All(finding.Items("facts"), fact =>
        {
            Assert.NotEmpty(fact.Text("fact"));
            Assert.NotEmpty(fact.Text("value"));
            Assert.NotEmpty(fact.Text("basis"));
            Location(fact);
        });
        Assert.All(finding.Items("exceptions"), exception => Assert.All(exception.Text("id").Split('/'), part => Assert.Matches(Name(), part)));
        Assert.All(finding.Items("missing"), missing => Assert.NotEmpty(missing.Text(missing.TryGetProperty("fact", out _) ? "fact" : "parameter")));
        Location(finding);
    }

    private static void Location(JsonElement element)
    {
        var location = element.GetProperty("location");
        Assert.Equal(["line", "column"], location.Keys());
        Assert.InRange(location.GetProperty("line").GetInt32(), 1, 10_000);
        Assert.InRange(location.GetProperty("column").GetInt32(), 1, 10_000);
    }

    private static void RuleSet(JsonElement set)
    {
        Assert.Matches(Name(), set.Text("id"));
        Assert.Matches("^sha256:[0-9a-f]{64}$", set.Text("digest"));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Name();
}
