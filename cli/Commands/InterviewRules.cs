using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Commands;

/// <summary>What an interview goes by.</summary>
/// <param name="Library">The rules.</param>
/// <param name="Assessor">What judges by them.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Options">What counts in the verdict.</param>
internal sealed record InterviewRules(RuleLibrary Library, Assessor Assessor, DateOnly AsOf, AssessmentOptions Options);

/// <summary>The file of the manifest that an interview is about.</summary>
/// <param name="Path">Its path as shown.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Written">Where the manifest with the answers goes.</param>
internal sealed record InterviewFile(string Path, byte[] Content, WrittenAnswers Written);
