using System.Collections.Immutable;
using PolicyCheck.Text;

namespace PolicyCheck.Linting;

/// <summary>What linting files gave.</summary>
/// <param name="Findings">What was found, in the order of the files, allowed findings among it.</param>
/// <param name="Diagnostics">What is wrong with the files themselves; those with errors were not linted.</param>
public sealed record LintResult(ImmutableArray<LintFinding> Findings, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The findings that nobody has allowed.</summary>
    public IEnumerable<LintFinding> Open => Findings.Where(finding => finding.AllowedBecause is null);

    /// <summary>The findings that an author allows with a reason.</summary>
    public IEnumerable<LintFinding> Allowed => Findings.Where(finding => finding.AllowedBecause is not null);

    /// <summary>Whether a file has errors.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);
}
