using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Explanation;
using PolicyCheck.Manifests;

namespace PolicyCheck.Reports.Html;

/// <summary>Uses of one manifest of which the same was found, so that it is written once.</summary>
/// <param name="Manifest">The anchor of their manifest.</param>
/// <param name="Id">The anchor of the group.</param>
/// <param name="Uses">The uses, in the order of the manifest; at least one.</param>
internal sealed record UseGroup(string Manifest, string Id, ImmutableArray<UseAssessment> Uses)
{
    /// <summary>The uses of an assessment in groups.</summary>
    public static ImmutableArray<UseGroup> Of(Assessment assessment, string manifest, FindingText words) =>
    [
        .. assessment.Uses
            .GroupBy(use => string.Join('\n', use.Findings.Select(finding => Signature(finding, words)).Prepend(use.Verdict.ToString())), StringComparer.Ordinal)
            .Select((group, index) => new UseGroup(manifest, $"{manifest}-use-{index + 1}", [.. group])),
    ];

    public Verdict Verdict => Uses[0].Verdict;

    /// <summary>What was found of each, the most serious first and then in the order of the texts.</summary>
    public ImmutableArray<Finding> Findings { get; } =
        [.. Uses[0].Findings.OrderByDescending(finding => finding.Outcome).ThenBy(finding => finding.Rule.Severity)];

    public string IdOf(Finding finding) => $"{Id}-{finding.Rule.RuleSetId}.{finding.Rule.Id}";

    /// <summary>The lines on which a fact stands that a finding turned on: one, or one of each use.</summary>
    public IEnumerable<int> LinesOf(Finding finding, StatedFact fact) => Uses
        .SelectMany(use => use.Findings.Where(other => ReferenceEquals(other.Rule, finding.Rule)))
        .SelectMany(other => other.Facts.Where(own => own.Fact == fact.Fact))
        .Select(own => own.Location.Start.Line)
        .Distinct()
        .Order();

    /// <summary>Whether it isn't known that the rule's text binds here at all, so that where the system is used is to be found out before anything else.</summary>
    public static bool HangsOnPlace(Finding finding) => finding.Outcome == RuleOutcome.Indeterminate && finding.Missing.Any(fact => fact.Path == "places");

    private static string Signature(Finding finding, FindingText words) => string.Join(
        '|',
        [
            finding.Outcome.ToString(),
            words.Message(finding),
            finding.Doubt ?? "",
            finding.Waiver?.Id ?? "",
            finding.Baseline?.ToString() ?? "",
            finding.BaselineSince is { } since ? IsoDate.Format(since) : "",
            .. finding.Exceptions.Select(words.Exception),
            .. finding.Facts.Select(fact => $"{FindingText.Fact(fact)} {FindingText.Basis(fact)}"),
            .. finding.Clashes.Select(FindingText.Clash),
        ]);
}
