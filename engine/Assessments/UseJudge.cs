using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>Judges one use on one day, rule by rule; not to be shared between threads.</summary>
/// <param name="facts">What is known of the use.</param>
/// <param name="day">What the library says on the day.</param>
/// <param name="engine">What evaluates rules.</param>
internal sealed class UseJudge(KnownFacts facts, DatedLibrary day, RulesEngineEvaluator engine)
{
    private readonly FactReader _reader = new(facts);

    /// <summary>Judges a rule that is in force where the use is.</summary>
    /// <param name="rule">The rule.</param>
    public Judged Judge(DatedRule rule)
    {
        var program = rule.Program;
        var evaluated = engine.Evaluate(program, _reader);
        if (evaluated.Conclusion is not { } conclusion)
        {
            return new(rule, RuleOutcome.Error, null, null, evaluated.Defect);
        }

        var outcome = Outcome(rule.Rule.Kind, conclusion);
        if (outcome == RuleOutcome.NotApplicable)
        {
            return new(rule, outcome, null, null, null);
        }

        var decision = outcome == RuleOutcome.Indeterminate ? day.Decisions.Examine(program, facts) : null;
        outcome = decision?.Agreed is { } agreed ? Of(agreed) : outcome;
        return new(rule, outcome, decision, Doubt(rule, outcome), null);
    }

    private static RuleOutcome Outcome(RuleKind kind, Conclusion conclusion) => (conclusion.Trigger, conclusion.Kept) switch
    {
        (Truth.False, _) => RuleOutcome.NotApplicable,
        (_, Truth.True) => RuleOutcome.Pass,
        (Truth.True, Truth.False) when kind != RuleKind.Permission => RuleOutcome.Fail,
        _ => RuleOutcome.Indeterminate,
    };

    private static RuleOutcome Of(Completed completed) => completed switch
    {
        Completed.NotApplicable => RuleOutcome.NotApplicable,
        Completed.Pass => RuleOutcome.Pass,
        _ => RuleOutcome.Fail,
    };

    private string? Doubt(DatedRule rule, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Fail => rule.Doubt ?? rule.Set.Unsettled,
        RuleOutcome.Pass when rule.HasDoubtfulRelief => OfReliefs(rule.Program),
        _ => null,
    };

    // A pass is as doubtful as the least doubtful exception it rests on.
    private string? OfReliefs(DatedProgram program)
    {
        var tracer = new Tracer(program.Truths(facts));
        _ = tracer.Trace(program.Program.Trigger);
        if (program.Program.Requirement is { } requirement && tracer.Trace(requirement).Truth == Truth.True)
        {
            return null;
        }

        var relied = new List<string?>();
        foreach (var relief in program.Program.Reliefs)
        {
            if (tracer.Trace(relief.Condition).Truth == Truth.True && relief.IsInForce(day.AsOf))
            {
                relied.Add(Doubts.About(relief, day.AsOf));
            }
        }

        return relied.Contains(null) ? null : relied.FirstOrDefault();
    }
}
