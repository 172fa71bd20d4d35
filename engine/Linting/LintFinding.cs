using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>What a rule of the linter found at one place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Diagnostic">Where, what and what to do about it.</param>
/// <param name="AllowedBecause">The author's reason for allowing it, or null.</param>
public sealed record LintFinding(LintRule Rule, Diagnostic Diagnostic, string? AllowedBecause);
