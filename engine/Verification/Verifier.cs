using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Verification;

/// <summary>
/// Judges what an assessor judged a second time in another way: conditions are walked as the author wrote them and not compiled, and where facts
/// are missing their completions are tried out one by one and not drawn as a diagram. Safe to share between threads.
/// </summary>
/// <param name="assessor">The assessor whose assessments are verified.</param>
/// <param name="library">Its library.</param>
/// <param name="options">What counted.</param>
public sealed class Verifier(Assessor assessor, RuleLibrary library, AssessmentOptions options)
{
    /// <summary>Where both differ, in the order of the findings; empty where they agree.</summary>
    /// <param name="assessment">An assessment before waivers were applied.</param>
    public ImmutableArray<Discrepancy> Discrepancies(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var evaluator = new LeafEvaluator(library.Vocabulary, assessment.AsOf);
        var found = ImmutableArray.CreateBuilder<Discrepancy>();
        foreach (var use in assessment.Uses)
        {
            var facts = UseFacts.Of(assessment.Manifest, use.Use, library.Vocabulary, options.MinBasis).Known;
            foreach (var finding in use.Findings)
            {
                var second = new SecondOpinion(assessor.Program(finding.Rule, options), facts, evaluator);
                if (Of(finding, second, assessment.AsOf) is { } why)
                {
                    found.Add(new(assessment.Manifest, use.Use, finding.Rule.QualifiedId, why));
                }
            }

            if (Worst(use) is var verdict && verdict != use.Verdict)
            {
                found.Add(new(assessment.Manifest, use.Use, null, $"the verdict is {use.Verdict}, and its findings come to {verdict}"));
            }
        }

        if (assessment.Uses.Any(use => use.Verdict > assessment.Verdict) || !assessment.Uses.Any(use => use.Verdict == assessment.Verdict))
        {
            found.Add(new(assessment.Manifest, null, null, $"the verdict is {assessment.Verdict}, which isn't the worst of its uses"));
        }

        return found.ToImmutable();
    }

    private string? Of(Finding finding, SecondOpinion second, DateOnly asOf)
    {
        var isInForce = finding.RuleSet.IsInForce(asOf) && finding.Rule.IsInForce(asOf);
        return finding.Reason switch
        {
            FindingReason.NotInForce => isInForce ? "it is in force on the day, and was left out as if it weren't" : null,
            _ when !isInForce => "it isn't in force on the day, and was judged",
            FindingReason.Elsewhere => second.Speaks == Truth.False ? null : $"it was left out as binding elsewhere, and whether it speaks of the use is {second.Speaks}",
            FindingReason.SetAside => library.RuleSets.Any(other => other.Id == finding.SetAside?.By.Id && other.IsInForce(asOf)) ? null : "what sets it aside isn't in force on the day",
            _ when finding.Outcome == RuleOutcome.Error => null,
            _ => second.Disagrees(finding),
        };
    }

    private Verdict Worst(UseAssessment use)
    {
        var binding = use.Findings.Where(finding => options.AdvisoryCounts || !finding.RuleSet.IsAdvisory).ToList();
        return binding.Exists(finding => finding.Outcome == RuleOutcome.Fail && (options.Strict || finding.Doubt is null)) ? Verdict.NonCompliant
            : binding.Exists(finding => finding.Outcome is RuleOutcome.Fail or RuleOutcome.Error or RuleOutcome.Indeterminate || (finding.Outcome == RuleOutcome.Pass && finding.Doubt is not null)) ? Verdict.Indeterminate
            : binding.Exists(finding => finding.Outcome == RuleOutcome.Pass) ? Verdict.Compliant
            : Verdict.NotApplicable;
    }
}
