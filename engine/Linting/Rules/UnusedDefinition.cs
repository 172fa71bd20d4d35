using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A definition or a parameter that no rule uses.</summary>
internal static class UnusedDefinition
{
    public static LintRule Rule { get; } = new("PC811", "unused-definition", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) =>
        from diagnostic in subject.Library.Diagnostics
        where diagnostic.Code == RuleSetCodes.Unused && diagnostic.Location.Path == subject.File.Path
        select new LintProblem(diagnostic.Location, diagnostic.Message, diagnostic.Cure);
}
