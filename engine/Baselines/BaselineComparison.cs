using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Baselines;

/// <summary>What became of a baseline in a run.</summary>
/// <param name="Path">The baseline's file.</param>
/// <param name="AsOf">The day asked about when it was written.</param>
/// <param name="Known">The entries that are still there, changed or not.</param>
/// <param name="Gone">The entries of manifests that were checked which are no longer there.</param>
/// <param name="NotChecked">How many entries are about manifests that weren't checked.</param>
public sealed record BaselineComparison(string Path, DateOnly AsOf, ImmutableArray<BaselineEntry> Known, ImmutableArray<BaselineEntry> Gone, int NotChecked)
{
    /// <summary>Compares assessments with a baseline, and marks each finding that breaks a gate as new, unchanged or updated.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="path">The baseline's file.</param>
    /// <param name="options">What counts.</param>
    /// <param name="refused">The files that were checked and refused, of which nothing is gone.</param>
    /// <param name="fromBaseline">A manifest's path, from the folder of the baseline.</param>
    public static (ImmutableArray<Assessment> Marked, BaselineComparison Comparison) Of(ImmutableArray<Assessment> assessments, Baseline baseline, string path, AssessmentOptions options, IReadOnlySet<string> refused, Func<string, string> fromBaseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(fromBaseline);
        var entries = baseline.Entries.ToDictionary(entry => entry.Fingerprint, StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<Assessment> marked = [.. assessments.Select(assessment => assessment with
        {
            Uses = [.. assessment.Uses.Select(use => use with { Findings = [.. use.Findings.Select(finding => Mark(assessment, use, finding))] })],
        })];
        var judged = assessments.Select(assessment => assessment.Manifest.Path).Where(manifest => !refused.Contains(manifest)).Select(fromBaseline).ToHashSet(StringComparer.Ordinal);
        return (marked, new(
            path,
            baseline.AsOf,
            [.. baseline.Entries.Where(entry => met.Contains(entry.Fingerprint))],
            [.. baseline.Entries.Where(entry => !met.Contains(entry.Fingerprint) && judged.Contains(entry.Path))],
            baseline.Entries.Count(entry => !met.Contains(entry.Fingerprint) && !judged.Contains(entry.Path))));

        Finding Mark(Assessment assessment, UseAssessment use, Finding finding)
        {
            if (!BaselineTaker.IsTaken(finding, options))
            {
                return finding;
            }

            var fails = Verdicts.Of(finding, options) == Verdict.NonCompliant;
            if (!entries.TryGetValue(Fingerprint.Of(fromBaseline(assessment.Manifest.Path), assessment.Manifest.Id, use.Use.Id, finding.Rule.QualifiedId), out var entry))
            {
                return finding with { Baseline = BaselineState.New };
            }

            // What was open and is broken now has become worse, so it is new; it isn't gone either.
            met.Add(entry.Fingerprint);
            return fails && !entry.Fails
                ? finding with { Baseline = BaselineState.New }
                : finding with { Baseline = entry.Facts == FactsDigest.Of(finding) ? BaselineState.Unchanged : BaselineState.Updated, BaselineSince = entry.Since };
        }
    }
}
