using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Questions;

/// <summary>The prospects of manifests, to be written in a format.</summary>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Manifests">Each assessment with its prospect, in the order of the files.</param>
public sealed record QuestionsReport(DateOnly AsOf, ImmutableArray<(Assessment Assessment, Prospect Prospect)> Manifests);
