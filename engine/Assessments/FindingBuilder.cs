using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Turns what the evaluation of rules came to into findings about one use.</summary>
internal sealed class FindingBuilder(Use use, UseFacts facts, Basis minBasis, LeafEvaluator evaluator, DateOnly asOf)
{
    public Finding NotEvaluated(RuleSet set, Rule rule, FindingReason reason) =>
        new(set, rule, RuleOutcome.NotApplicable, reason, null, null, [], [], [], [], true, false, null, [], use.Location, null);

    public Finding Evaluated(RuleProgram program, Evaluated evaluated)
    {
        if (evaluated.Conclusion is not { } conclusion)
        {
            return NotEvaluated(program.RuleSet, program.Rule, FindingReason.Evaluated) with { Outcome = RuleOutcome.Error, Defect = evaluated.Defect };
        }

        var tracer = new Tracer(conclusion.Leaves);
        var trigger = tracer.Trace(program.Trigger);
        var requirement = program.Requirement is { } required ? tracer.Trace(required) : null;
        ImmutableArray<ReliefTrace> reliefs = [.. program.Reliefs.Select(relief => Relieve(relief, tracer.Trace(relief.Condition)))];
        var outcome = Outcome(program.Rule.Kind, conclusion);
        var decision = outcome == RuleOutcome.Indeterminate ? DecisiveFacts.Examine(program, conclusion, facts.Known, evaluator, asOf) : null;
        if (decision?.Agreed is { } agreed)
        {
            outcome = Of(agreed);
        }

        var about = About(outcome, trigger, requirement);
        var turnedOn = TurnedOn(outcome, trigger, requirement, reliefs);
        return new(
            program.RuleSet,
            program.Rule,
            outcome,
            FindingReason.Evaluated,
            trigger,
            requirement,
            reliefs,
            turnedOn,
            decision?.Facts ?? [],
            decision?.Parameters ?? [],
            decision?.IsExact ?? true,
            decision?.Agreed is not null,
            Doubt(outcome, program, requirement, reliefs),
            [],
            about?.Location ?? use.Location,
            null)
        {
            About = about,
            Weak = decision is null ? [] : [.. decision.Facts.Select(fact => Weak(fact, decision, program, conclusion)).OfType<WeakStatement>()],
        };
    }

    // A pass is as doubtful as the least doubtful exception it rests on.
    private string? Doubt(RuleOutcome outcome, RuleProgram program, Trace? requirement, ImmutableArray<ReliefTrace> reliefs)
    {
        if (outcome == RuleOutcome.Fail)
        {
            return Doubts.About(program.RuleSet, program.Rule, asOf);
        }

        var relied = outcome == RuleOutcome.Pass && requirement?.Truth != Truth.True ? reliefs.Where(relief => relief.Truth == Truth.True).Select(relief => Doubts.About(relief.Relief, asOf)).ToList() : [];
        return relied.Contains(null) ? null : relied.FirstOrDefault();
    }

    private static RuleOutcome Outcome(RuleKind kind, Conclusion conclusion) => (conclusion.Trigger, Kleene.Or(conclusion.Requirement, conclusion.Relief)) switch
    {
        (Truth.False, _) => RuleOutcome.NotApplicable,
        (Truth.True, _) when kind == RuleKind.Permission => RuleOutcome.Pass,
        (_, Truth.True) => RuleOutcome.Pass,
        (Truth.True, Truth.False) => RuleOutcome.Fail,
        _ => RuleOutcome.Indeterminate,
    };

    private static RuleOutcome Of(Completed completed) => completed switch
    {
        Completed.NotApplicable => RuleOutcome.NotApplicable,
        Completed.Pass => RuleOutcome.Pass,
        _ => RuleOutcome.Fail,
    };

    private ReliefTrace Relieve(Relief relief, Trace trace)
    {
        var inForce = relief.IsInForce(asOf);
        return new(relief, inForce ? trace.Truth : Truth.False, inForce, trace);
    }

    // What the outcome hangs on: the trigger where the rule doesn't speak, else also what keeps it or fails to; of an open rule all that is known.
    private ImmutableArray<StatedFact> TurnedOn(RuleOutcome outcome, Trace trigger, Trace? requirement, ImmutableArray<ReliefTrace> reliefs)
    {
        IEnumerable<Trace> traces = outcome switch
        {
            RuleOutcome.Indeterminate => new[] { trigger, requirement }.OfType<Trace>().SelectMany(trace => trace.Leaves()),
            RuleOutcome.NotApplicable => [trigger],
            RuleOutcome.Pass when requirement is { Truth: Truth.True } kept => [trigger, kept],
            RuleOutcome.Pass => [trigger, .. reliefs.Where(relief => relief.Truth == Truth.True).Select(relief => relief.Trace)],
            _ => new[] { trigger, requirement }.OfType<Trace>().Concat(reliefs.Where(relief => relief.IsInForce).Select(relief => relief.Trace)),
        };
        return [.. traces
            .SelectMany(trace => trace.Decisive())
            .Select(trace => trace.Condition)
            .OfType<Leaf>()
            .Where(leaf => facts.Known[leaf.Fact.Slot] is { Value: not null })
            .Select(leaf => facts.Stated[leaf.Fact.Slot])
            .OfType<StatedFact>()
            .Distinct()];
    }

    // What would have to be stated more strongly for the rule to be decided: the basis that was asked for, by the rule or of all facts, or a day.
    private WeakStatement? Weak(FactDeclaration fact, Decision decision, RuleProgram program, Conclusion conclusion)
    {
        if (facts.Stated[fact.Slot] is not { } stated)
        {
            return null;
        }

        var open = program.Leaves.Where((leaf, i) => leaf.Fact.Path == fact.Path && conclusion.Leaves[i] == Truth.Unknown).ToList();
        var asked = (decision.Aspects.Contains((fact, FactAspect.Basis)) ? open.OfType<BasisTest>().Select(test => test.Basis) : []).Append(minBasis).Max();
        var needsDay = stated.On is null && decision.Aspects.Contains((fact, FactAspect.Day));
        return asked > stated.Basis || needsDay ? new(stated, asked > stated.Basis ? asked : null, needsDay) : null;
    }

    // A failed requirement is about the fact that fails it, and everything else about what made the rule speak; a fact of the use comes first.
    private StatedFact? About(RuleOutcome outcome, Trace trigger, Trace? requirement)
    {
        var about = outcome == RuleOutcome.Fail && requirement is not null ? requirement : trigger;
        var stated = about.Decisive()
            .Select(trace => trace.Condition)
            .OfType<Leaf>()
            .Select(leaf => facts.Stated[leaf.Fact.Slot])
            .OfType<StatedFact>()
            .ToList();
        return stated.Find(fact => fact.Fact.IsOfUse) ?? stated.FirstOrDefault();
    }
}
