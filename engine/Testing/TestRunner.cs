using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Testing;

/// <summary>Runs cases: judges the deployment of each by the rules under test and compares what they say with what is expected.</summary>
public sealed class TestRunner
{
    internal static readonly AssessmentOptions Everything = new(IncludeProposals: true, AdvisoryCounts: true);

    private readonly Assessor _assessor;
    private readonly ImmutableHashSet<string> _tested;

    /// <summary>Prepares to run the cases of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="library">The rules it was read with.</param>
    /// <param name="engine">What evaluates rules.</param>
    public TestRunner(TestFile file, RuleLibrary library, RulesEngineEvaluator engine)
    {
        ArgumentNullException.ThrowIfNull(file);
        _tested = [.. file.RuleSets.Select(set => set.Id)];
        _assessor = new(TestLibrary.Around(library, file.RuleSets), engine);
    }

    /// <summary>Runs one case.</summary>
    /// <param name="one">The case.</param>
    public CaseResult Run(TestCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var assessment = _assessor.Assess(one.Manifest, one.AsOf, Everything);
        ImmutableArray<Finding> findings = [.. assessment.Uses[0].Findings.Where(finding => _tested.Contains(finding.RuleSet.Id))];
        var verdict = Verdicts.Of(findings, Everything);
        return new(one, findings, verdict, [.. Comparison.Mismatches(one, findings, verdict)], IsVacuous(one, findings, verdict));
    }

    // A case that names no rule shows nothing of any unless the verdict hangs on one of them.
    private static bool IsVacuous(TestCase one, ImmutableArray<Finding> findings, Verdict verdict) =>
        one.Expectations.IsEmpty && findings.All(finding => Verdicts.Of(findings.Remove(finding), Everything) == verdict);
}
