using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Linting;

/// <summary>What the rules of one rule set can come to, on each day on which something about them changes.</summary>
internal sealed class SetSpace
{
    private readonly RuleSet _set;
    private readonly FrozenDictionary<string, RuleProgram> _programs;
    private readonly Lazy<ImmutableArray<(DateOnly Day, FactSpace Space)>> _spaces;

    /// <summary>The rules of a rule set, with what overrides them.</summary>
    public SetSpace(RuleSet set, RuleLibrary library)
    {
        var all = library.RuleSets.SelectMany(other => other.Rules.Select(rule => (Set: other, Rule: rule))).ToList();
        _set = set;
        _programs = set.Rules.ToFrozenDictionary(rule => rule.Id, rule => RuleCompiler.Compile(
            set,
            rule,
            all.Where(other => other.Rule.Overrides.Any(reference => reference.RuleSetId == set.Id && reference.RuleId == rule.Id)),
            rule.Overrides.SelectMany(reference => all.Where(other => other.Set.Id == reference.RuleSetId && other.Rule.Id == reference.RuleId)),
            library.Vocabulary));
        _spaces = new(() =>
        [
            .. _programs.Values.SelectMany(program => Turns.Of(program, library.Vocabulary)).Distinct().Where(set.IsInForce).Order()
                .Select(day => (day, new FactSpace(library.Vocabulary, day, _programs.Values))),
        ]);
    }

    /// <summary>A rule as it is evaluated.</summary>
    public RuleProgram Program(Rule rule) => _programs[rule.Id];

    /// <summary>Whether something holds on every day on which a rule, and a part of it, is in force; false where there is no such day.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="holds">What is asked.</param>
    /// <param name="part">Whether the part is in force on a day; always when null.</param>
    public bool Always(Rule rule, Func<FactSpace, bool> holds, Func<DateOnly, bool>? part = null)
    {
        var days = _spaces.Value.Where(pair => _set.IsInForce(pair.Day) && rule.IsInForce(pair.Day) && part?.Invoke(pair.Day) is not false).ToList();
        try
        {
            return days.Count > 0 && days.TrueForAll(pair => holds(pair.Space));
        }
        catch (DiagramTooLargeException)
        {
            // What is too large to say is no finding.
            return false;
        }
    }

    /// <summary>What a condition of a rule always comes to, or null.</summary>
    public bool? Constant(Rule rule, Condition condition, Func<DateOnly, bool>? part = null) =>
        Always(rule, space => space.Constant(condition) == true, part) ? true
        : Always(rule, space => space.Constant(condition) == false, part) ? false
        : null;

    /// <summary>The first days of periods, between which nothing changes.</summary>
    public static ImmutableArray<DateOnly> Days(RuleSet set) =>
    [
        .. Periods(set).SelectMany(period => new[] { period.From, period.Until })
            .Append(null)
            .Select(day => day ?? DateOnly.MinValue)
            .Distinct()
            .Where(set.IsInForce)
            .Order(),
    ];

    private static IEnumerable<Period> Periods(RuleSet set) =>
        set.InForce.Concat(set.Rules.SelectMany(rule => rule.InForce.Concat(rule.Exceptions.SelectMany(exception => exception.InForce)))).Select(period => period.Period)
            .Concat(set.Parameters.SelectMany(parameter => parameter.Values).Select(value => value.Period));
}
