using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A rule set in a file that isn't named after it.</summary>
internal static class FileName
{
    public static LintRule Rule { get; } = new("PC814", "file-name", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) => subject is { Set: { } set, IsNamed: true } && subject.File.Stem != set.Id
        ? [new(set.Location, $"the rule set `{set.Id}` is in a file named `{subject.File.Stem}.rules`", $"rename the file to `{set.Id}.rules.yaml`: a rule set of that name replaces the built-in one by its file's name")]
        : [];
}
