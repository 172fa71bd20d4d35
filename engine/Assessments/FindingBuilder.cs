using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Turns what the evaluation of rules came to into findings about one use.</summary>
internal sealed class FindingBuilder(Use use, UseFacts facts, Basis minBasis)
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

        var trace = judged.Rule.Trace(facts.Known);
        var (outcome, decision) = (judged.Outcome, judged.Decision);
        var about = About(trace.About(outcome));
        return new(
            set,
            rule,
            outcome,
            FindingReason.Evaluated,
            trace.Trigger,
            trace.Requirement,
            trace.Reliefs,
            Known(trace.TurnedOn(outcome)),
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
            Weak = decision is null ? [] : Weak(decision, judged.Rule.Program),
        };
    }

    private ImmutableArray<StatedFact> Known(ImmutableArray<int> slots)
    {
        var known = new StatedFact[slots.Length];
        var count = 0;
        foreach (var slot in slots)
        {
            if (facts.Known.ValueIn(slot) is not null && facts.Stated[slot] is { } stated)
            {
                known[count++] = stated;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(count == known.Length ? known : known[..count]);
    }

    private ImmutableArray<WeakStatement> Weak(Decision decision, DatedProgram program)
    {
        var truths = program.Truths(facts.Known);
        return [.. decision.Facts.Select(fact => Weak(fact, decision, program.Program, truths)).OfType<WeakStatement>()];
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

    // A fact of the use comes first.
    private StatedFact? About(ImmutableArray<int> slots)
    {
        var about = (StatedFact?)null;
        foreach (var slot in slots)
        {
            if (facts.Stated[slot] is { } stated)
            {
                if (stated.Fact.IsOfUse)
                {
                    return stated;
                }

                about ??= stated;
            }
        }

        return about;
    }
}
