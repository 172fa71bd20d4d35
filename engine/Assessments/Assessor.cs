using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>Assesses manifests against a library of rule sets; safe to share between threads.</summary>
public sealed class Assessor
{
    private readonly RuleLibrary _library;
    private readonly FrozenDictionary<string, Lazy<RuleProgram>> _programs;
    private readonly FrozenDictionary<string, Lazy<RuleProgram>> _programsWithProposals;
    private readonly Applicability _applicability;
    private readonly RulesEngineEvaluator _engine;

    /// <summary>Prepares a library; rules are compiled when first needed.</summary>
    /// <param name="library">A library without errors.</param>
    /// <param name="engine">What evaluates rules; one of its own when null.</param>
    /// <exception cref="ArgumentException">The library has errors.</exception>
    public Assessor(RuleLibrary library, RulesEngineEvaluator? engine = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (library.HasErrors)
        {
            throw new ArgumentException("the library has errors", nameof(library));
        }

        _library = library;
        _engine = engine ?? new();
        _applicability = new(library);
        _programsWithProposals = RulePrograms.Of(library);

        // What a proposal permits sets nothing aside where proposals aren't considered.
        _programs = RulePrograms.WithoutProposals(library, _programsWithProposals);
    }

    /// <summary>Assesses a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="options">What counts; the documented defaults when null.</param>
    public Assessment Assess(Manifest manifest, DateOnly asOf, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var chosen = options ?? AssessmentOptions.Default;
        var evaluator = new LeafEvaluator(_library.Vocabulary, asOf);
        var sets = Considered(chosen);
        ImmutableArray<UseAssessment> uses = [.. manifest.Uses.Select(use => Assess(manifest, use, sets, asOf, evaluator, chosen))];
        return new(manifest, asOf, uses, Verdicts.Worst(uses.Select(use => use.Verdict)));
    }

    /// <summary>The rule sets that an assessment considers: all, or all but proposals.</summary>
    /// <param name="options">What counts.</param>
    public ImmutableArray<RuleSet> Considered(AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. _library.RuleSets.Where(set => options.IncludeProposals || set.Standing != Standing.Proposal)];
    }

    /// <summary>Where and by what rule sets are set aside.</summary>
    internal Applicability Applicability => _applicability;

    /// <summary>The program of a rule, with the permissions that override it.</summary>
    internal RuleProgram Program(Rule rule, AssessmentOptions options) => (options.IncludeProposals ? _programsWithProposals : _programs)[rule.QualifiedId].Value;

    /// <summary>The findings about all uses of a manifest, each made when it is asked for.</summary>
    internal IEnumerable<Finding> Findings(Manifest manifest, DateOnly asOf, AssessmentOptions options)
    {
        var evaluator = new LeafEvaluator(_library.Vocabulary, asOf);
        var sets = Considered(options);
        return manifest.Uses.SelectMany(use => Findings(use, UseFacts.Of(manifest, use, _library.Vocabulary, options.MinBasis), sets, asOf, evaluator, options));
    }

    /// <summary>What some rule sets, in ordinal order, say of a use on a day; clashes with other rule sets aren't looked for.</summary>
    internal ImmutableArray<Finding> Find(Manifest manifest, Use use, IEnumerable<RuleSet> sets, DateOnly asOf, AssessmentOptions options) =>
        Assess(manifest, use, sets, asOf, new(_library.Vocabulary, asOf), options).Findings;

    private UseAssessment Assess(Manifest manifest, Use use, IEnumerable<RuleSet> sets, DateOnly asOf, LeafEvaluator evaluator, AssessmentOptions options)
    {
        var facts = UseFacts.Of(manifest, use, _library.Vocabulary, options.MinBasis);
        ImmutableArray<Finding> findings = [.. Findings(use, facts, sets, asOf, evaluator, options)];
        findings = new Clashes(_library.Vocabulary, options.IncludeProposals ? _programsWithProposals : _programs, facts.Known, asOf).Mark(findings);
        return new(use, findings, Verdicts.Of(findings, options));
    }

    private IEnumerable<Finding> Findings(Use use, UseFacts facts, IEnumerable<RuleSet> sets, DateOnly asOf, LeafEvaluator evaluator, AssessmentOptions options)
    {
        var author = new FindingBuilder(use, facts, options.MinBasis, evaluator, asOf);
        var reader = new FactReader(facts.Known, evaluator, asOf);
        var here = _applicability.Here(facts.Known, evaluator, asOf);
        return sets.SelectMany(set => Find(set, options, here, author, reader, asOf));
    }

    private IEnumerable<Finding> Find(RuleSet set, AssessmentOptions options, Func<RuleSet, bool> isHere, FindingBuilder author, FactReader reader, DateOnly asOf)
    {
        var programs = options.IncludeProposals ? _programsWithProposals : _programs;
        var inForce = set.IsInForce(asOf);
        var here = inForce && isHere(set);
        var setAside = here ? _applicability.SetAside(set, asOf, options.IncludeProposals) : null;
        var unsettled = here && setAside is null ? _applicability.MaySetAside(set, asOf, options.IncludeProposals) : null;
        foreach (var rule in set.Rules)
        {
            yield return !inForce || !rule.IsInForce(asOf) ? author.NotEvaluated(set, rule, FindingReason.NotInForce)
                : !here ? author.NotEvaluated(set, rule, FindingReason.Elsewhere)
                : setAside is not null ? author.NotEvaluated(set, rule, FindingReason.SetAside) with { SetAside = setAside }
                : Evaluate(rule, unsettled);
        }

        Finding Evaluate(Rule rule, SettingAside? doubtful)
        {
            var program = programs[rule.QualifiedId].Value;
            var finding = author.Evaluated(program, _engine.Evaluate(program, reader));
            if (doubtful is not null)
            {
                finding = finding with { Unsettled = $"it is unsettled whether {doubtful.By.Title} sets this aside" };
            }

            return finding is { Outcome: RuleOutcome.Fail, Doubt: null } ? finding with { Doubt = finding.Unsettled } : finding;
        }
    }
}
