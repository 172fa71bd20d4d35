using System.Collections.Immutable;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Finds on how well known facts compliant verdicts rest: the strongest basis that can be asked for without the verdict changing.</summary>
/// <param name="assessor">What assessed.</param>
/// <param name="waiving">The waivers that were applied.</param>
/// <param name="options">What counted.</param>
public sealed class VerdictBasis(Assessor assessor, Waiving waiving, AssessmentOptions options)
{
    /// <summary>Tells each assessment on what its verdict rests.</summary>
    /// <param name="assessments">Assessments to which the waivers were applied.</param>
    public ImmutableArray<Assessment> Mark(ImmutableArray<Assessment> assessments) => [.. assessments.Select(assessment => assessment with { Basis = Of(assessment) })];

    /// <summary>On what a verdict rests; null where it isn't compliant.</summary>
    /// <param name="assessment">The assessment.</param>
    public Basis? Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Verdict != Verdict.Compliant)
        {
            return null;
        }

        // What a weaker basis leaves open stays open under a stronger one, so the first that changes the verdict ends the search.
        var basis = options.MinBasis;
        while (basis < Basis.Attested && Stands(assessment, options with { MinBasis = basis + 1 }))
        {
            basis++;
        }

        return basis;
    }

    private bool Stands(Assessment assessment, AssessmentOptions stricter)
    {
        var waived = assessment.Uses.SelectMany(use => use.Findings).Where(finding => finding.Outcome == RuleOutcome.Waived).Select(finding => finding.Rule.QualifiedId).ToHashSet(StringComparer.Ordinal);

        // The first rule that is worse tells that it doesn't, mostly long before all rules are evaluated.
        var verdict = Verdict.NotApplicable;
        foreach (var (rule, outcome, own) in assessor.Contributions(assessment.Manifest, assessment.AsOf, stricter))
        {
            var one = outcome == RuleOutcome.Fail && waived.Contains(rule.QualifiedId) ? Verdict.Compliant : own;
            if (one > Verdict.Compliant)
            {
                return false;
            }

            verdict = one > verdict ? one : verdict;
        }

        return verdict == Verdict.Compliant
            && (waived.Count == 0 || waiving.At(stricter.MinBasis).Apply([assessor.Assess(assessment.Manifest, assessment.AsOf, stricter)]).Assessments[0].Verdict == Verdict.Compliant);
    }
}
