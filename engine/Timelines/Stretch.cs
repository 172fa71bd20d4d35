using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Timelines;

/// <summary>Days on which the same is found.</summary>
/// <param name="From">The first day, inclusive.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="Uses">What is found about each use on the first day, by the rule sets that can speak to the deployment at all.</param>
/// <param name="Verdict">The worst of the uses' verdicts.</param>
/// <param name="IsRunning">Whether these days lie in the deployment's own period; true where it has none.</param>
public sealed record Stretch(DateOnly From, DateOnly Until, ImmutableArray<UseAssessment> Uses, Verdict Verdict, bool IsRunning);
