using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>Assesses manifests against a library of rule sets; safe to share between threads.</summary>
public sealed class Assessor
{
    private const int MostDays = 32;

    private readonly RuleLibrary _library;
    private readonly ConcurrentDictionary<(DateOnly AsOf, bool IncludeProposals), DatedLibrary> _days = [];
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
        var day = On(asOf, chosen);
        ImmutableArray<UseAssessment> uses = [.. manifest.Uses.Select(use => Assess(manifest, use, day, chosen))];
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

    /// <summary>What the rules that speak to a manifest's uses contribute to its verdict, those of a rule set judged when they are asked for, none of them explained.</summary>
    internal IEnumerable<(Rule Rule, RuleOutcome Outcome, Verdict Verdict)> Contributions(Manifest manifest, DateOnly asOf, AssessmentOptions options)
    {
        var day = On(asOf, options);
        return from use in manifest.Uses
               let facts = UseFacts.Of(manifest, use, _library.Vocabulary, options.MinBasis).Known
               let judge = new UseJudge(facts, day, _engine)
               from set in day.Vicinity.Of(facts)
               from judged in judge.Judge([set])
               select (judged.Rule.Rule, judged.Outcome, Of(judged, options));
    }

    /// <summary>What some rule sets, in ordinal order, say of a use on a day; clashes with other rule sets aren't looked for.</summary>
    internal ImmutableArray<Finding> Find(Manifest manifest, Use use, IEnumerable<RuleSet> sets, DateOnly asOf, AssessmentOptions options)
    {
        var (day, facts) = (On(asOf, options), UseFacts.Of(manifest, use, _library.Vocabulary, options.MinBasis));
        ImmutableArray<DatedRuleSet> chosen = [.. sets.Select(day.Of)];
        var here = day.Vicinity.Of(facts.Known).ToHashSet();
        return Explain(use, facts, chosen, new UseJudge(facts.Known, day, _engine).Judge(chosen.Where(here.Contains)), day, options);
    }

    private UseAssessment Assess(Manifest manifest, Use use, DatedLibrary day, AssessmentOptions options)
    {
        var facts = UseFacts.Of(manifest, use, _library.Vocabulary, options.MinBasis);
        var judged = new UseJudge(facts.Known, day, _engine).Judge(day.Vicinity.Of(facts.Known));
        var verdict = Verdict.NotApplicable;
        foreach (var one in judged)
        {
            var own = Of(one, options);
            verdict = own > verdict ? own : verdict;
        }

        return new(
            use,
            () => new Clashes(_library.Vocabulary, options.IncludeProposals ? _programsWithProposals : _programs, facts.Known, day.AsOf).Mark(Explain(use, facts, day.Sets, judged, day, options)),
            () => [.. judged.Where(one => one.Outcome != RuleOutcome.NotApplicable).Select(new FindingBuilder(use, facts, options.MinBasis).Evaluated)],
            verdict);
    }

    private static Verdict Of(in Judged judged, AssessmentOptions options) => Verdicts.Of(judged.Rule.Set.RuleSet, judged.Outcome, judged.Doubt, options);

    // Both lists are in the same order, so each rule that was kept is met in turn.
    private static ImmutableArray<Finding> Explain(Use use, UseFacts facts, ImmutableArray<DatedRuleSet> sets, List<Judged> judged, DatedLibrary day, AssessmentOptions options)
    {
        var author = new FindingBuilder(use, facts, options.MinBasis);
        var here = day.Vicinity.Of(facts.Known).ToHashSet();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var next = 0;
        foreach (var set in sets)
        {
            var isHere = here.Contains(set);
            foreach (var rule in set.Rules)
            {
                findings.Add(!set.IsInForce || !rule.IsInForce ? author.NotEvaluated(set.RuleSet, rule.Rule, FindingReason.NotInForce)
                    : !isHere ? author.NotEvaluated(set.RuleSet, rule.Rule, FindingReason.Elsewhere)
                    : set.SetAside is { } setAside ? author.NotEvaluated(set.RuleSet, rule.Rule, FindingReason.SetAside) with { SetAside = setAside }
                    : next < judged.Count && judged[next].Rule == rule ? author.Evaluated(judged[next++])
                    : author.Evaluated(new(rule, RuleOutcome.NotApplicable, null, null, null)));
            }
        }

        return findings.DrainToImmutable();
    }

    // A library is mostly asked about one day; of a run through many those at hand are forgotten now and then.
    private DatedLibrary On(DateOnly asOf, AssessmentOptions options)
    {
        if (_days.TryGetValue((asOf, options.IncludeProposals), out var known))
        {
            return known;
        }

        if (_days.Count >= MostDays)
        {
            _days.Clear();
        }

        return _days.GetOrAdd((asOf, options.IncludeProposals), new DatedLibrary(Considered(options), _library.Vocabulary, _applicability, options.IncludeProposals ? _programsWithProposals : _programs, asOf, options.IncludeProposals));
    }
}
