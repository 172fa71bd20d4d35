using PolicyCheck.Binding;
using PolicyCheck.Reading;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A file that doesn't tell editors its schema.</summary>
internal static class SchemaLine
{
    private const string Line = "# yaml-language-server: $schema=";

    public static LintRule Rule { get; } = new("PC815", "schema-line", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        var source = subject.Read.Source;
        var tells = DocumentFormat.IsJson(source.Path, source.Content) ? subject.Root?[MappingBinder.SchemaKey] is not null : source.Content.StartsWith(Line, StringComparison.Ordinal);
        return subject.IsNamed && !tells
            ? [new(new(source, default), "the file doesn't begin with the line that tells an editor its schema", $"begin it with `{Line}schemas/{Kind(subject)}.schema.json`, with the path from the file to the schema; `policycheck schema {Kind(subject)}` prints it")]
            : [];
    }

    private static string Kind(LintSubject subject) => subject.File switch
    {
        { IsVocabulary: true } => "vocabulary",
        { IsManifest: true } => "manifest",
        { IsTest: true } => "test",
        { IsMapping: true } => "mapping",
        { IsWaivers: true } => "waivers",
        _ => "rules",
    };
}
