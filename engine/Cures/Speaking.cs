using PolicyCheck.Evaluation;

namespace PolicyCheck.Cures;

/// <summary>A rule that is weighed for one use.</summary>
/// <param name="Use">The number of the use.</param>
/// <param name="Program">The rule.</param>
internal readonly record struct Speaking(int Use, RuleProgram Program);
