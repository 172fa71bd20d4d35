using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.InToto;

/// <summary>A file of manifests, which statements are about: its digest stands for all deployments in it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Digest">The digest, as <c>sha256:</c> and hexadecimal digits.</param>
/// <param name="Assessments">What was found about each deployment.</param>
/// <param name="Problems">The problems with the file.</param>
internal sealed record AttestedFile(string Path, string Digest, ImmutableArray<Assessment> Assessments, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether nothing in it was refused: then all of it was judged.</summary>
    public bool IsWhole => Problems.All(problem => problem.Level != DiagnosticLevel.Error);

    /// <summary>The worst verdict of its deployments; where one was refused it is indeterminate at best.</summary>
    public Verdict Verdict => Verdicts.Worst(Assessments.Select(assessment => assessment.Verdict).Concat(IsWhole ? [] : [Verdict.Indeterminate]));

    /// <summary>The rules that were judged, each with the deployment and the use.</summary>
    public IEnumerable<(Assessment Assessment, UseAssessment Use, Finding Finding)> Judged =>
        from assessment in Assessments
        from use in assessment.Uses
        from finding in use.Findings
        where finding.Outcome != RuleOutcome.NotApplicable
        select (assessment, use, finding);

    /// <summary>The files of a report in its order; a manifest that isn't of a file, and so has no digest, can't be the subject of a statement.</summary>
    /// <param name="report">The report.</param>
    public static IEnumerable<AttestedFile> In(Report report) => report.Assessments
        .Where(assessment => assessment.Manifest.Digest.Length > 0)
        .GroupBy(assessment => (assessment.Manifest.Path, assessment.Manifest.Digest))
        .Select(file => new AttestedFile(file.Key.Path, file.Key.Digest, [.. file], [.. report.Diagnostics.Where(problem => problem.Location.Path == file.Key.Path)]));
}
