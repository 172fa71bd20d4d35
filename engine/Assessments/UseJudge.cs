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
    // How many rules speak of most uses.
    private const int MostlySpeaking = 32;

    private readonly FactReader _reader = new(facts);

    /// <summary>What the rules of some sets come to, in their order, save those that plainly don't speak of the use.</summary>
    /// <param name="sets">Rule sets in force where the use is.</param>
    public List<Judged> Judge(IEnumerable<DatedRuleSet> sets)
    {
        var judged = new List<Judged>(MostlySpeaking);
        foreach (var set in sets)
        {
            if (set.SetAside is null)
            {
                foreach (var rule in set.Rules)
                {
                    if (rule.IsInForce)
                    {
                        Judge(rule, judged);
                    }
                }
            }
        }

        return judged;
    }

    private void Judge(DatedRule rule, List<Judged> judged)
    {
        var program = rule.Program;
        var evaluated = engine.Evaluate(program, _reader);
        if (evaluated.Defect is { } defect)
        {
            judged.Add(new(rule, RuleOutcome.Error, null, null, defect));
            return;
        }

        if (evaluated.Trigger == Truth.False)
        {
            return;
        }

        var decision = (Decision?)null;
        var outcome = evaluated.Kept == Truth.True ? RuleOutcome.Pass
            : evaluated is { Trigger: Truth.True, Kept: Truth.False } && rule.Rule.Kind != RuleKind.Permission ? RuleOutcome.Fail
            : RuleOutcome.Indeterminate;
        if (outcome == RuleOutcome.Indeterminate)
        {
            decision = day.Decisions.Examine(program, facts);
            outcome = decision.Agreed is { } agreed ? Of(agreed) : outcome;
        }

        judged.Add(new(rule, outcome, decision, Doubt(rule, outcome, decision), null));
    }

    private static RuleOutcome Of(Completed completed) => completed switch
    {
        Completed.NotApplicable => RuleOutcome.NotApplicable,
        Completed.Pass => RuleOutcome.Pass,
        _ => RuleOutcome.Fail,
    };

    private string? Doubt(DatedRule rule, RuleOutcome outcome, Decision? decision) => outcome switch
    {
        RuleOutcome.Fail => rule.Doubt ?? rule.Set.Unsettled,
        RuleOutcome.Pass when rule.HasDoubtfulRelief => OfReliefs(rule, decision),
        _ => null,
    };

    // A pass is as doubtful as the least doubtful exception it rests on, in the completion in which that is most doubtful.
    private string? OfReliefs(DatedRule rule, Decision? decision)
    {
        var trace = rule.Trace(facts);
        if (trace.Requirement is { Truth: Truth.True } || trace.Reliefs.Any(relief => relief.Truth == Truth.True && About(relief.Relief) is null))
        {
            return null;
        }

        var doubtful = trace.Reliefs.Where(relief => relief.Truth != Truth.False && About(relief.Relief) is not null).OrderByDescending(relief => relief.Truth).ToList();
        return doubtful is [var first, ..] && (decision is null || !day.Decisions.IsKeptWith(rule.Program, facts, relief => relief.IsInForce(day.AsOf) && About(relief) is null))
            ? About(first.Relief)
            : null;
    }

    private string? About(Relief relief) => Doubts.About(relief, day.AsOf);
}
