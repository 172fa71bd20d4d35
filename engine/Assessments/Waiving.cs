using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Assessments;

/// <summary>Applies a register of waivers to assessments. A waiver covers failures alone: what is open stays open, whoever excuses it.</summary>
public sealed class Waiving
{
    private readonly WaiverRegister _register;
    private readonly Vocabulary _vocabulary;
    private readonly AssessmentOptions _options;
    private readonly WaiverConditions _conditions;

    /// <summary>Prepares a register.</summary>
    /// <param name="register">A register without errors.</param>
    /// <param name="library">The library that it was made with.</param>
    /// <param name="options">What counts in the verdict; the documented defaults when null.</param>
    /// <param name="engine">What evaluates conditions; one of its own when null.</param>
    /// <exception cref="ArgumentException">The register has errors.</exception>
    public Waiving(WaiverRegister register, RuleLibrary library, AssessmentOptions? options = null, RulesEngineEvaluator? engine = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(library);
        if (register.HasErrors)
        {
            throw new ArgumentException("the register has errors", nameof(register));
        }

        (_register, _vocabulary, _options) = (register, library.Vocabulary, options ?? AssessmentOptions.Default);
        _conditions = new(library.Vocabulary, engine ?? new());
    }

    private Waiving(Waiving other, AssessmentOptions options) => (_register, _vocabulary, _conditions, _options) = (other._register, other._vocabulary, other._conditions, options);

    /// <summary>The same waivers where another basis is asked for.</summary>
    internal Waiving At(Basis minBasis) => new(this, _options with { MinBasis = minBasis });

    /// <summary>Applies the waivers, and tells of those for one of the deployments that don't do what they seem to.</summary>
    /// <param name="assessments">All assessments of a run, each by its own day.</param>
    /// <param name="areAll">Whether these are all deployments that there are, so that a waiver for another is told.</param>
    public WaivedAssessments Apply(ImmutableArray<Assessment> assessments, bool areAll = false)
    {
        var told = new DiagnosticBag();
        var covering = new Dictionary<Finding, Waiver>(ReferenceEqualityComparer.Instance);
        foreach (var entry in _register.Entries)
        {
            Apply(entry, assessments, covering, areAll, told);
        }

        return new([.. assessments.Select(assessment => Waived(assessment, covering))], told.ToImmutable());
    }

    private void Apply(WaiverEntry entry, ImmutableArray<Assessment> assessments, Dictionary<Finding, Waiver> covering, bool areAll, DiagnosticBag told)
    {
        var waiver = entry.Waiver;
        var own = assessments.Where(assessment => assessment.Manifest.Id == waiver.Deployment).ToList();
        if (own.Count == 0)
        {
            told.AddRange(WaiverDiagnostics.UnknownDeployment(waiver, assessments, areAll));
            return;
        }

        told.AddRange(entry.Voids);
        told.AddRange(WaiverDiagnostics.UnknownUses(waiver, own));
        if (!entry.Voids.IsEmpty)
        {
            return;
        }

        foreach (var day in own.GroupBy(assessment => assessment.AsOf))
        {
            Apply(entry, [.. day], day.Key, covering, told);
        }
    }

    private void Apply(WaiverEntry entry, List<Assessment> own, DateOnly asOf, Dictionary<Finding, Waiver> covering, DiagnosticBag told)
    {
        var waiver = entry.Waiver;
        var fails = own.Exists(assessment => Failures(entry, assessment).Any());
        if (entry.StateOn(asOf) != WaiverState.InForce)
        {
            told.AddRange(entry.OutOfTime(asOf, fails));
            return;
        }

        told.AddRange(entry.Overlaps.Where(overlap => overlap.From <= asOf && asOf <= overlap.To).Select(overlap => overlap.Diagnostic));
        var bound = own.Where(assessment => assessment.Manifest.Digest == waiver.Digest).ToList();
        if (bound.Count == 0)
        {
            told.Add(WaiverDiagnostics.OtherDigest(waiver, own));
            return;
        }

        if (!bound.Exists(assessment => Failures(entry, assessment).Any()))
        {
            told.Add(WaiverDiagnostics.Unused(entry, bound));
            return;
        }

        foreach (var assessment in bound)
        {
            Cover(entry, assessment, covering, told);
        }
    }

    private void Cover(WaiverEntry entry, Assessment assessment, Dictionary<Finding, Waiver> covering, DiagnosticBag told)
    {
        foreach (var (use, finding) in Failures(entry, assessment))
        {
            var facts = UseFacts.Of(assessment.Manifest, use.Use, _vocabulary, _options.MinBasis);
            var unmet = WaiverDiagnostics.SelfGranted(entry, facts, _vocabulary) ?? _conditions.Unmet(entry, facts, use.Use.Id, assessment.AsOf);
            if (unmet is not null)
            {
                told.Add(unmet);
            }
            else
            {
                covering.TryAdd(finding, entry.Waiver);
            }
        }
    }

    private static IEnumerable<(UseAssessment Use, Finding Finding)> Failures(WaiverEntry entry, Assessment assessment) =>
        from use in assessment.Uses
        where entry.Waiver.IsForUse(use.Use.Id)
        from finding in use.Findings
        where finding.Outcome == RuleOutcome.Fail && finding.Rule.QualifiedId == entry.Waiver.Rule
        select (use, finding);

    private Assessment Waived(Assessment assessment, Dictionary<Finding, Waiver> covering)
    {
        if (covering.Count == 0 || !assessment.Uses.Any(use => use.Findings.Any(covering.ContainsKey)))
        {
            return assessment;
        }

        ImmutableArray<UseAssessment> uses = [.. assessment.Uses.Select(use => Waived(use, covering))];
        return assessment with { Uses = uses, Verdict = Verdicts.Worst(uses.Select(use => use.Verdict)) };
    }

    private UseAssessment Waived(UseAssessment use, Dictionary<Finding, Waiver> covering)
    {
        ImmutableArray<Finding> findings = [.. use.Findings.Select(finding => covering.TryGetValue(finding, out var waiver) ? finding with { Outcome = RuleOutcome.Waived, Waiver = waiver } : finding)];
        return use with { Findings = findings, Verdict = Verdicts.Of(findings, _options) };
    }
}
