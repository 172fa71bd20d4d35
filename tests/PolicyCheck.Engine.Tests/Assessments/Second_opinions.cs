using CsCheck;
using PolicyCheck.Assessments;
using PolicyCheck.Tests.Generation;
using PolicyCheck.Values;
using PolicyCheck.Verification;

namespace PolicyCheck.Tests.Assessments;

public sealed class Second_opinions
{
    [Fact]
    public void Agree_on_random_deployments()
    {
        var (manifests, open) = (0, 0);
        foreach (var (assessor, verifier, assessment) in Random(120))
        {
            Assert.NotNull(assessor);
            Assert.Empty(verifier.Discrepancies(assessment).Select(one => one.ToString()));
            manifests++;
            open += assessment.Uses.Sum(use => use.Findings.Count(finding => finding.Outcome == RuleOutcome.Indeterminate));
        }

        TestContext.Current.SendDiagnosticMessage($"{manifests} deployments, {open} open findings");
        Assert.True(manifests >= 100 && open >= 100, $"{manifests} deployments, {open} open findings");
    }

    [Fact]
    public void Tell_of_any_outcome_that_is_changed()
    {
        var changed = 0;
        foreach (var (_, verifier, assessment) in Random(30))
        {
            var use = assessment.Uses[0];
            for (var i = 0; i < use.Findings.Length; i++)
            {
                if (use.Findings[i] is { Reason: FindingReason.Evaluated, Outcome: RuleOutcome.Fail or RuleOutcome.Pass or RuleOutcome.NotApplicable, AllCompletionsAgree: false } finding)
                {
                    var other = finding.Outcome == RuleOutcome.Pass ? RuleOutcome.Fail : RuleOutcome.Pass;
                    var wrong = assessment with { Uses = assessment.Uses.SetItem(0, use with { Findings = use.Findings.SetItem(i, finding with { Outcome = other }) }) };
                    Assert.Contains(verifier.Discrepancies(wrong), one => one.Rule == finding.Rule.QualifiedId);
                    changed++;
                }
            }
        }

        Assert.True(changed >= 50, $"{changed} changed");
    }

    [Fact]
    public void Tell_of_a_verdict_that_is_changed_and_of_a_fact_that_is_kept_back()
    {
        var (verdicts, facts) = (0, 0);
        foreach (var (_, verifier, assessment) in Random(60))
        {
            var use = assessment.Uses[0];
            var better = assessment with { Uses = assessment.Uses.SetItem(0, use with { Verdict = use.Verdict == Verdict.Compliant ? Verdict.NonCompliant : Verdict.Compliant }) };
            Assert.NotEmpty(verifier.Discrepancies(better));
            verdicts++;
            var at = use.Findings.ToList().FindIndex(finding => finding is { Outcome: RuleOutcome.Indeterminate, MissingIsExact: true, MissingParameters.IsEmpty: true, Missing.Length: 1 });
            if (at >= 0)
            {
                var kept = assessment with { Uses = assessment.Uses.SetItem(0, use with { Findings = use.Findings.SetItem(at, use.Findings[at] with { Missing = [] }) }) };
                facts += verifier.Discrepancies(kept).IsEmpty ? 0 : 1;
            }
        }

        Assert.True(verdicts >= 50 && facts > 0, $"{verdicts} verdicts, {facts} facts");
    }

    private static IEnumerable<(Assessor Assessor, Verifier Verifier, Assessment Assessment)> Random(int libraries)
    {
        var gen = GeneratedLibrary.With(4);
        for (var index = 0u; index < libraries; index++)
        {
            var pcg = new PCG(index + 7_000_000, 20_261_123);
            var generated = gen.Generate(pcg, null, out _);
            var library = generated.Load();
            var (assessor, dice) = (new Assessor(library), new Dice(pcg));
            foreach (var manifest in generated.ReadManifests(library))
            {
                var options = new AssessmentOptions(dice.Chance(50), dice.Chance(30), dice.Chance(30)) { MinBasis = dice.Pick([Basis.Claimed, Basis.Claimed, Basis.Documented]) };
                yield return (assessor, new(assessor, library, options), assessor.Assess(manifest, dice.Pick(Pools.Days), options));
            }
        }
    }
}
