using System.Collections.Immutable;
using PolicyCheck.Linting;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What the linter finds, looked for again only when something that it rests on has changed; safe to share between threads.</summary>
internal sealed class LintFindings(DocumentCache documents, DateOnly today)
{
    private readonly Remembered<ImmutableArray<Diagnostic>> _found = new();

    /// <summary>The findings of a file that nobody has allowed; each says where its page is.</summary>
    /// <param name="analysis">What is known of the files.</param>
    /// <param name="rules">The rules, without errors.</param>
    /// <param name="file">The file, which can be read.</param>
    public ImmutableArray<Diagnostic> Of(Analysis analysis, RuleLibrary rules, PolicyFile file) => _found.Of(
        file.Path,
        [file, .. analysis.Grounds(rules, rules.RuleSets.Where(set => set.Location.Path == file.Path), [])],
        () => [.. Linter.Examine(file, documents.Read(file), rules, new(today)).Where(finding => finding.AllowedBecause is null).Select(WithPage)]);

    private static Diagnostic WithPage(LintFinding finding) =>
        finding.Diagnostic with { Cure = $"{finding.Diagnostic.Cure}\nwhy: policycheck explain {finding.Rule.Id}" };
}
