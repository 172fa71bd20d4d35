using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Baselines;
using PolicyCheck.Cures;
using PolicyCheck.Facts;
using PolicyCheck.Loading;
using PolicyCheck.RuleSets;
using PolicyCheck.Signing;
using PolicyCheck.Text;

namespace PolicyCheck.Reports;

/// <summary>All that one check found, ready to be written in a format.</summary>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Vocabulary">The vocabulary, which names places.</param>
/// <param name="RuleSets">The rule sets considered, in ordinal order.</param>
/// <param name="Assessments">The assessments, in ordinal order of the manifests' paths and then in the order of each file.</param>
/// <param name="Diagnostics">The problems with manifests and waivers, in ordinal order of their paths.</param>
public sealed record Report(
    DateOnly AsOf,
    Vocabulary Vocabulary,
    ImmutableArray<RuleSet> RuleSets,
    ImmutableArray<Assessment> Assessments,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The sentence that every report ends with.</summary>
    public const string Notice = "This is not legal advice.";

    /// <summary>What counted towards the verdicts; the documented defaults unless said.</summary>
    public AssessmentOptions Options { get; init; } = AssessmentOptions.Default;

    /// <summary>The built-in rule sets that weren't read, since they can't speak of any of the deployments; none of their rules has a finding.</summary>
    public ImmutableArray<RuleIndexEntry> Unread { get; init; } = [];

    /// <summary>What a search for cures found, for each assessment; empty where nobody asked for it.</summary>
    public ImmutableArray<CureSearch> Cures { get; init; } = [];

    /// <summary>What became of the baseline that the run was compared with, or null.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>What is told of other days, or null where nobody asked.</summary>
    public Outlook? Outlook { get; init; }

    /// <summary>The key with which a format that takes signatures is signed, or null.</summary>
    public SigningKey? SigningKey { get; init; }

    /// <summary>The version of the engine that made the report.</summary>
    public static string EngineVersion { get; } = typeof(Report).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The search for cures of a deployment, or null where nobody asked for it.</summary>
    /// <param name="assessment">The deployment's assessment.</param>
    public CureSearch? CuresOf(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Cures.FirstOrDefault(search => ReferenceEquals(search.Assessment.Manifest, assessment.Manifest));
    }

    /// <summary>The same report for what is said of one deployment: where it was judged on a day of its own, words are about that day.</summary>
    internal Report About(Assessment assessment) => assessment.AsOf == AsOf ? this : this with { AsOf = assessment.AsOf };

    /// <summary>Whether a manifest was refused.</summary>
    public bool HasInvalidInput => Diagnostics.Any(diagnostic => diagnostic.Level == DiagnosticLevel.Error);

    /// <summary>The files in which a manifest was refused, in ordinal order.</summary>
    public IEnumerable<string> RefusedPaths => Diagnostics
        .Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error)
        .Select(diagnostic => diagnostic.Location.Path)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The worst verdict; where a manifest was refused it is indeterminate at best.</summary>
    public Verdict Verdict => Verdicts.Worst(
        Assessments.Select(assessment => assessment.Verdict).Concat(HasInvalidInput ? [Verdict.Indeterminate] : []));
}
