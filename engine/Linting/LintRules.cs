using System.Collections.Immutable;
using PolicyCheck.Linting.Rules;

namespace PolicyCheck.Linting;

/// <summary>All that the linter looks for.</summary>
public static class LintRules
{
    /// <summary>The rules, in the order of their codes.</summary>
    public static ImmutableArray<LintRule> All { get; } =
    [
        DuplicateRule.Rule,
        ShadowedRule.Rule,
        UnreachableException.Rule,
        ExceptionSwallowsRule.Rule,
        ConstantCondition.Rule,
        PeriodGap.Rule,
        ParameterGap.Rule,
        UncitedSource.Rule,
        StaleSource.Rule,
        PeriodEnds.Rule,
        UnusedDefinition.Rule,
        InconsistentUnit.Rule,
        EmptyMessage.Rule,
        FileName.Rule,
        SchemaLine.Rule,
        LeftTodo.Rule,
        AllowWithoutReason.Rule,
        NeedlessAllow.Rule,
    ];

    /// <summary>The rule with a code or name, or null.</summary>
    /// <param name="name">The code or the name.</param>
    public static LintRule? Find(string name) => All.FirstOrDefault(rule => rule.Code == name || rule.Id == name);
}
