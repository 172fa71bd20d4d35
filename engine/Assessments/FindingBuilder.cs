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
internal sealed class FindingBuilder(Use use, UseFacts facts, Basis minBasis, DateOnly asOf)
{
    public Finding NotEvaluated(RuleSet set, Rule rule, FindingReason reason) =>
        new(set, rule, RuleOutcome.NotApplicable, reason, null, null, [], [], [], [], true, false, null, use.Location, null);

    public Finding Evaluated(Judged judged)
    {
        var (set, rule) = (judged.Rule.Set.RuleSet, judged.Rule.Rule);
        if (judged.Outcome == RuleOutcome.Error)
        {
            return NotEvaluated(set, rule, FindingReason.Evaluated) with { Outcome = RuleOutcome.Error, Defect = judged.Defect, Unsettled = judged.Rule.Set.Unsettled };
        }

        var program = judged.Rule.Program.Program;
        var truths = judged.Rule.Program.Truths(facts.Known);
        var tracer = new Tracer(truths);
        var trigger = tracer.Trace(program.Trigger);
        var requirement = program.Requirement is { } required ? tracer.Trace(required) : null;
        ImmutableArray<ReliefTrace> reliefs = [.. program.Reliefs.Select(relief => Relieve(relief, tracer.Trace(relief.Condition)))];
        var (outcome, decision) = (judged.Outcome, judged.Decision);
        var about = About(outcome, trigger, requirement);
        var turnedOn = TurnedOn(outcome, trigger, requirement, reliefs);
        return new(
            set,
            rule,
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
            judged.Doubt,
            about?.Location ?? use.Location,
            null)
        {
            About = about,
            Unsettled = judged.Rule.Set.Unsettled,
            Weak = decision is null ? [] : [.. decision.Facts.Select(fact => Weak(fact, decision, program, truths)).OfType<WeakStatement>()],
        };
    }

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
    private WeakStatement? Weak(FactDeclaration fact, Decision decision, RuleProgram program, ImmutableArray<Truth> truths)
    {
        if (facts.Stated[fact.Slot] is not { } stated)
        {
            return null;
        }

        var open = program.Leaves.Where((leaf, i) => leaf.Fact.Path == fact.Path && truths[i] == Truth.Unknown).ToList();
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
