using System.Text.RegularExpressions;
using PolicyCheck.Formatting;
using PolicyCheck.Text;

namespace PolicyCheck.Linting.Rules;

/// <summary>A note of work that is left to do.</summary>
internal static partial class LeftTodo
{
    public static LintRule Rule { get; } = new("PC816", "left-todo", DiagnosticLevel.Warning) { Check = Check };

    private static IEnumerable<LintProblem> Check(LintSubject subject)
    {
        var source = subject.Read.Source;
        var comments = Trivia.Of(subject.Read).Comments.SelectMany(comment => In(comment.Text, comment.Start, source));
        var texts = subject.Read.Documents.SelectMany(NodeWalk.Scalars)
            .Where(scalar => scalar.Value.Contains(' ', StringComparison.Ordinal) || Todo().Match(scalar.Value).Length == scalar.Value.Length)
            .Select(scalar => scalar.Location.Span)
            .Distinct()
            .SelectMany(span => In(source.Content[span.Start..span.End], span.Start, source));
        return comments.Concat(texts);
    }

    private static IEnumerable<LintProblem> In(string text, int start, SourceText source) =>
        Todo().Matches(text).Select(found => new LintProblem(
            new(source, new(start + found.Index, start + found.Index + found.Length)),
            $"`{found.Value}` was left here",
            "do it, or say under `note` or `notCovered` what is open"));

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|TBD)\b")]
    private static partial Regex Todo();
}
