using System.Collections.Concurrent;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>A rule on one day; safe to share between threads.</summary>
/// <param name="set">Its rule set on the day.</param>
/// <param name="rule">The rule.</param>
/// <param name="program">Its program, made when first needed.</param>
/// <param name="evaluator">What evaluates leaves on the day.</param>
internal sealed class DatedRule(DatedRuleSet set, Rule rule, Lazy<RuleProgram> program, LeafEvaluator evaluator)
{
    // A trace takes some hundred bytes. A rule with more tests than two bits each of a number can tell apart is traced anew.
    private const int MostTraces = 64;
    private const int MostTests = 32;

    private readonly Lazy<DatedProgram> _program = new(() => new(program.Value, evaluator));
    private readonly Lazy<bool> _reliefsAreDoubtful = new(() => program.Value.Reliefs.Any(relief => relief.IsInForce(evaluator.Day) && Doubts.About(relief, evaluator.Day) is not null));
    private ConcurrentDictionary<ulong, RuleTrace>? _traces;

    public DatedRuleSet Set => set;

    public Rule Rule => rule;

    /// <summary>Whether the rule itself is in force; that its text is, the set says.</summary>
    public bool IsInForce { get; } = rule.IsInForce(evaluator.Day);

    /// <summary>Its program on the day.</summary>
    public DatedProgram Program => _program.Value;

    /// <summary>Why its failure wouldn't be certain, or null.</summary>
    public string? Doubt { get; } = Doubts.About(set.RuleSet, rule, evaluator.Day);

    /// <summary>Whether an exception or a permission is in force that a pass could rest on and wouldn't be certain.</summary>
    public bool HasDoubtfulRelief => _reliefsAreDoubtful.Value;

    /// <summary>How it comes out.</summary>
    /// <param name="facts">What is known of the use.</param>
    public RuleTrace Trace(KnownFacts facts)
    {
        if (Program.Tests.Length > MostTests)
        {
            return new(Program, Program.Truths(facts));
        }

        var key = Program.TruthsAsNumber(facts);
        var traces = _traces ??= new();
        if (traces.TryGetValue(key, out var known))
        {
            return known;
        }

        var trace = new RuleTrace(Program, Program.Truths(facts));
        return traces.Count < MostTraces ? traces.GetOrAdd(key, trace) : trace;
    }
}
