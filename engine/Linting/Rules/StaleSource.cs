using PolicyCheck.Binding;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A source that nobody has looked at for a year.</summary>
internal static class StaleSource
{
    public static LintRule Rule { get; } = new("PC809", "stale-source", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject) =>
        from source in subject.Set?.Sources ?? []
        where source.Checked is not { } day || day < subject.Options.AsOf.AddYears(-1)
        select new LintProblem(
            source.Location,
            source.Checked is { } day ? $"nobody has looked at the source `{source.Id}` since {IsoDate.Format(day)}" : $"it isn't said when somebody last looked at the source `{source.Id}`",
            "read it again, change what has changed, and set `checked` to the day");
}
