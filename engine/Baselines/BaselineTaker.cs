using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Values;

namespace PolicyCheck.Baselines;

/// <summary>Takes down what is there, so that a later run can tell what is new.</summary>
public static class BaselineTaker
{
    /// <summary>A baseline of what would break the gate.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="options">What counts.</param>
    /// <param name="earlier">The baseline it takes the place of, from which known findings keep their first day; or null.</param>
    /// <param name="fromBaseline">A manifest's path, from the folder of the baseline.</param>
    /// <param name="isKept">Whether an earlier entry about a manifest that wasn't checked is kept, given its file.</param>
    public static Baseline Take(ImmutableArray<Assessment> assessments, DateOnly asOf, AssessmentOptions options, Baseline? earlier, Func<string, string> fromBaseline, Func<string, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(fromBaseline);
        ArgumentNullException.ThrowIfNull(isKept);
        var since = (earlier?.Entries ?? []).ToDictionary(entry => entry.Fingerprint, entry => entry.Since, StringComparer.Ordinal);
        var checkedPaths = assessments.Select(assessment => fromBaseline(assessment.Manifest.Path)).ToHashSet(StringComparer.Ordinal);
        var taken =
            from assessment in assessments
            from use in assessment.Uses
            from finding in use.Findings
            where IsTaken(finding, options)
            select Entry(assessment, use, finding);
        var kept = (earlier?.Entries ?? []).Where(entry => !checkedPaths.Contains(entry.Path) && isKept(entry.Path));
        return new(asOf, [.. taken.Concat(kept)
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Deployment, StringComparer.Ordinal)
            .ThenBy(entry => entry.Use, StringComparer.Ordinal)
            .ThenBy(entry => entry.Rule, StringComparer.Ordinal)]);

        BaselineEntry Entry(Assessment assessment, UseAssessment use, Finding finding)
        {
            var path = fromBaseline(assessment.Manifest.Path);
            var fingerprint = Fingerprint.Of(path, assessment.Manifest.Id, use.Use.Id, finding.Rule.QualifiedId);
            return new(
                fingerprint,
                finding.Rule.QualifiedId,
                path,
                assessment.Manifest.Id,
                use.Use.Id,
                Places(assessment),
                Verdicts.Of(finding, options) == Verdict.NonCompliant,
                FactsDigest.Of(finding),
                since.GetValueOrDefault(fingerprint, asOf));
        }
    }

    /// <summary>Whether a finding breaks a gate and so belongs into a baseline; a defect never does.</summary>
    internal static bool IsTaken(Finding finding, AssessmentOptions options) =>
        finding.Outcome != RuleOutcome.Error && Verdicts.Of(finding, options) is Verdict.NonCompliant or Verdict.Indeterminate;

    private static ImmutableArray<string> Places(Assessment assessment) =>
        assessment.Manifest.Facts.FirstOrDefault(fact => fact.Fact.Path == "places")?.Value is PlacesValue places ? [.. places.Places.Select(place => place.Code)] : [];
}
