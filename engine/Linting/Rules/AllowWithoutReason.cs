using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A comment that allows a finding and doesn't say why.</summary>
internal static class AllowWithoutReason
{
    // The linter itself matches allowances with findings, so this rule looks at no file by itself.
    public static LintRule Rule { get; } = new("PC817", "allow-without-reason", DiagnosticLevel.Warning);

    /// <summary>Those among allowances that have no reason.</summary>
    public static IEnumerable<LintProblem> Among(IEnumerable<Allowance> allowances) =>
        from allowance in allowances
        where !allowance.HasReason
        select new LintProblem(allowance.Location, "this comment allows something and doesn't say why, so it is not allowed", $"write the reason after it, such as `# lint: allow {(allowance.Name.Length > 0 ? allowance.Name : "stale-source")} the page is gone, and no copy is known`");
}
