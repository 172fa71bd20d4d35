using PolicyCheck.Decisions;

namespace PolicyCheck.Assessments;

/// <summary>What one rule that was evaluated came to on a use, before anything is explained.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Decision">What it hangs on where its truths alone left it open, or null.</param>
/// <param name="Doubt">Why a failure, or a pass that rests on exceptions, isn't certain, or null.</param>
/// <param name="Defect">What went wrong, or null.</param>
internal readonly record struct Judged(DatedRule Rule, RuleOutcome Outcome, Decision? Decision, string? Doubt, string? Defect);
