using System.Collections.Immutable;
using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Fleets;

/// <summary>A line of results, read back.</summary>
/// <param name="Source">The path of the document's file.</param>
/// <param name="Line">Where in it the document, or the manifest, stands; null where the line is about the whole file.</param>
/// <param name="Verdict">The verdict; null where the document was refused.</param>
/// <param name="ExitCode">The exit code that the document would have alone.</param>
/// <param name="Places">The places, in ordinal order.</param>
/// <param name="Findings">The findings of all uses, as far as they were written.</param>
public sealed record FleetRecord(string Source, long? Line, Verdict? Verdict, int ExitCode, ImmutableArray<string> Places, ImmutableArray<FleetFinding> Findings)
{
    /// <summary>The digest of the document; empty where it could not be read.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>The day asked about, as it is written.</summary>
    public string AsOf { get; private init; } = "";

    /// <summary>The digest of the rules.</summary>
    public string Rules { get; private init; } = "";

    /// <summary>The settings as JSON; empty where all were the defaults.</summary>
    public string Settings { get; private init; } = "";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, with or without its end.</param>
    /// <returns>What it says, or null where it is no line of results.</returns>
    public static FleetRecord? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static FleetRecord Read(JsonElement line) => new(
        Text(line.GetProperty("source")),
        line.TryGetProperty("line", out var number) ? number.GetInt64() : null,
        line.TryGetProperty("verdict", out var verdict) ? Words.Parse<Verdict>(Text(verdict)) : null,
        line.GetProperty("exitCode").GetInt32(),
        [.. Items(line, "places").Select(Text)],
        [.. Items(line, "uses").SelectMany(use => Items(use, "findings")).Select(Finding)])
    {
        Digest = line.TryGetProperty("digest", out var digest) ? Text(digest) : "",
        AsOf = Text(line.GetProperty("asOf")),
        Rules = Text(line.GetProperty("rules")),
        Settings = line.TryGetProperty("settings", out var settings) ? settings.GetRawText() : "",
    };

    private static FleetFinding Finding(JsonElement finding) => new(
        $"{Text(finding.GetProperty("ruleSet"))}/{Text(finding.GetProperty("rule"))}",
        Words.Parse<RuleOutcome>(Text(finding.GetProperty("outcome"))),
        Words.Parse<Severity>(Text(finding.GetProperty("severity"))),
        finding.TryGetProperty("advisory", out var advisory) && advisory.GetBoolean(),
        finding.TryGetProperty("doubtful", out var doubtful) && doubtful.GetBoolean());

    private static ImmutableArray<JsonElement> Items(JsonElement parent, string name) => parent.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static string Text(JsonElement element) => element.GetString() ?? "";
}

/// <summary>A finding in a line of results.</summary>
/// <param name="Rule">The rule, as rule set, slash, rule.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Severity">How much the rule matters.</param>
/// <param name="IsAdvisory">Whether it advises and doesn't bind.</param>
/// <param name="IsDoubtful">Whether it leaves the verdict open although its outcome is fail or pass.</param>
public sealed record FleetFinding(string Rule, RuleOutcome Outcome, Severity Severity, bool IsAdvisory, bool IsDoubtful);
