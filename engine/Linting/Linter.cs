using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Linting.Rules;
using PolicyCheck.Loading;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>Finds what is doubtful about files that are otherwise in order.</summary>
public static class Linter
{
    /// <summary>Lints an author's files; the built-in rules that they don't replace are loaded besides, and not linted.</summary>
    /// <param name="files">The files.</param>
    /// <param name="further">Further rule sets and vocabularies that those refer to, which aren't linted.</param>
    /// <param name="options">What findings depend on besides.</param>
    /// <param name="limits">How much is read of each file; the documented defaults when null.</param>
    public static LintResult Lint(IReadOnlyCollection<PolicyFile> files, IReadOnlyCollection<PolicyFile> further, LintOptions options, ReadingLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(further);
        ArgumentNullException.ThrowIfNull(options);
        var library = RuleLibraryLoader.LoadAuthored([.. files.Concat(further).DistinctBy(file => file.Path)], limits);
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (File: file, Read: DocumentReader.Read(file.Path, file.Content.Span, limits))).ToList();
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. library.Diagnostics.Where(diagnostic => diagnostic.Code != RuleSetCodes.Unused),
            .. sorted.Where(pair => pair.File is { IsRuleSet: false, IsVocabulary: false }).SelectMany(pair => pair.Read.Diagnostics),
        ];
        return library.HasErrors
            ? new([], DiagnosticBag.Sort(diagnostics))
            : new([.. sorted.Where(pair => pair.Read.Diagnostics.All(diagnostic => diagnostic.Level != DiagnosticLevel.Error)).SelectMany(pair => Examine(pair.File, pair.Read, library, options))], DiagnosticBag.Sort(diagnostics));
    }

    /// <summary>Lints one file of a library that has no errors.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Its text and documents, without errors.</param>
    /// <param name="library">The library.</param>
    /// <param name="options">What findings depend on besides.</param>
    public static ImmutableArray<LintFinding> Examine(PolicyFile file, ReadResult read, RuleLibrary library, LintOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(options);
        var subject = new LintSubject(file, read, library, options);
        var allowances = Allowance.In(subject.Read, DocumentFormat.IsJson(subject.File.Path, subject.Read.Source.Content));
        var found = LintRules.All.SelectMany(rule => rule.Check(subject).Select(problem => (Rule: rule, Problem: problem))).ToList();
        var used = new HashSet<Allowance>();
        var findings = new List<LintFinding>();
        foreach (var (rule, problem) in found)
        {
            var line = problem.Location.Start.Line;
            var allowing = allowances.FirstOrDefault(allowance => allowance.Line == line && LintRules.Find(allowance.Name) == rule);
            if (allowing is not null)
            {
                used.Add(allowing);
            }

            findings.Add(Finding(rule, problem, allowing is { HasReason: true } ? allowing.Reason : null));
        }

        findings.AddRange(AllowWithoutReason.Among(allowances).Select(problem => Finding(AllowWithoutReason.Rule, problem, null)));
        findings.AddRange(NeedlessAllow.Among(allowances.Where(allowance => !used.Contains(allowance))).Select(problem => Finding(NeedlessAllow.Rule, problem, null)));
        return [.. findings.OrderBy(finding => finding.Diagnostic.Location.Span.Start).ThenBy(finding => finding.Rule.Code, StringComparer.Ordinal)];
    }

    private static LintFinding Finding(LintRule rule, LintProblem problem, string? allowedBecause) =>
        new(rule, new(rule.Code, rule.Level, problem.Location, problem.Message, problem.Cure), allowedBecause);
}
