using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>A rule set on one day.</summary>
internal sealed class DatedRuleSet
{
    private readonly Lazy<ImmutableArray<DatedRule>> _rules;

    public DatedRuleSet(RuleSet set, LeafEvaluator evaluator, Func<Rule, Lazy<RuleProgram>> program, ImmutableArray<Place> scopes, SettingAside? setAside, SettingAside? maySetAside)
    {
        (RuleSet, Scopes, SetAside) = (set, scopes, setAside);
        IsInForce = set.IsInForce(evaluator.Day);
        Unsettled = maySetAside is null ? null : $"it is unsettled whether {maySetAside.By.Title} sets this aside";
        _rules = new(() => [.. set.Rules.Select(rule => new DatedRule(this, rule, program(rule), evaluator))]);
    }

    public RuleSet RuleSet { get; }

    /// <summary>The places where it binds on the day, groups replaced by their members.</summary>
    public ImmutableArray<Place> Scopes { get; }

    /// <summary>Whether places alone don't tell where it binds.</summary>
    public bool IsPlaceless => !RuleSet.Reaches.IsEmpty || Scopes.Any(scope => scope.IsWorld);

    public bool IsInForce { get; }

    /// <summary>The text that sets it aside, or null.</summary>
    public SettingAside? SetAside { get; }

    /// <summary>Why it isn't settled that it counts, or null.</summary>
    public string? Unsettled { get; }

    /// <summary>Its rules, in the order of the text.</summary>
    public ImmutableArray<DatedRule> Rules => _rules.Value;
}
