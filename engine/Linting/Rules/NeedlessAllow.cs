using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A comment that allows what isn't found in the line below it.</summary>
internal static class NeedlessAllow
{
    // The linter itself matches allowances with findings, so this rule looks at no file by itself.
    public static LintRule Rule { get; } = new("PC818", "needless-allow", DiagnosticLevel.Warning);

    /// <summary>What is wrong with allowances that met no finding.</summary>
    public static IEnumerable<LintProblem> Among(IEnumerable<Allowance> unused) =>
        from allowance in unused
        where allowance.HasReason
        let names = LintRules.All.SelectMany(rule => new[] { rule.Code, rule.Id })
        select LintRules.Find(allowance.Name) is null
            ? new LintProblem(allowance.Location, $"nothing that is looked for is named `{allowance.Name}`", Spelling.DidYouMean(allowance.Name, names, "name a code such as `PC809`, or an id such as `stale-source`"))
            : new LintProblem(allowance.Location, $"there is no `{allowance.Name}` in the line below", "remove the comment, or put it right above the line that is meant");
}
