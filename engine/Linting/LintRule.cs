using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>Something that can be doubtful about a file that is otherwise in order.</summary>
/// <param name="Code">The stable code, such as <c>PC801</c>.</param>
/// <param name="Id">The name, in kebab-case; its page is named after it.</param>
/// <param name="Level">How bad it is.</param>
public sealed record LintRule(string Code, string Id, DiagnosticLevel Level)
{
    /// <summary>Its page of documentation, in Markdown, with the headings Avoid, Prefer and Why.</summary>
    public string Page => LintPage.Read(Id);

    /// <summary>Finds it; nothing where the linter itself does.</summary>
    internal Func<LintSubject, IEnumerable<LintProblem>> Check { get; init; } = static _ => [];
}
