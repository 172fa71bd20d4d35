using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Assessments;

/// <summary>Assessments after waivers were applied.</summary>
/// <param name="Assessments">The assessments, in the same order; a failure that a waiver covers is waived, and everything else is as it was.</param>
/// <param name="Diagnostics">What is to be told of waivers that concern them, in the order of the files.</param>
public sealed record WaivedAssessments(ImmutableArray<Assessment> Assessments, ImmutableArray<Diagnostic> Diagnostics);
