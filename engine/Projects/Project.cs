using System.Collections.Immutable;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Projects;

/// <summary>A project's configuration, as <c>.policycheck.yaml</c> states it.</summary>
/// <param name="Settings">What the command line could set as well, in the order of the text.</param>
/// <param name="RuleSets">The choice of built-in rule sets; null where all are used.</param>
/// <param name="Parameters">The parameters that the project makes stricter.</param>
/// <param name="Severities">The severities that the project sets.</param>
public sealed record Project(
    ImmutableArray<ProjectSetting> Settings,
    RuleSetChoice? RuleSets,
    ImmutableArray<StricterParameter> Parameters,
    ImmutableArray<SeverityOverride> Severities)
{
    /// <summary>A project that sets nothing.</summary>
    public static Project Empty { get; } = new([], null, [], []);
}

/// <summary>What a project sets in place of an option of the command line.</summary>
/// <param name="Key">The key.</param>
/// <param name="Values">The values, one or several.</param>
/// <param name="Location">Where it is written.</param>
public sealed record ProjectSetting(ProjectKey Key, ImmutableArray<string> Values, Location Location);

/// <summary>The built-in rule sets that a project uses.</summary>
/// <param name="Patterns">Their identifiers, in which <c>*</c> stands for any letters and <c>?</c> for one; none where it uses only its own.</param>
/// <param name="Location">Where the choice is written.</param>
public sealed record RuleSetChoice(ImmutableArray<ScalarNode> Patterns, Location Location);

/// <summary>A parameter's value that the project puts in place of the text's, on every day on which the text has one.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The stricter value.</param>
/// <param name="Location">Where the parameter is named.</param>
public sealed record StricterParameter(string RuleSet, string Parameter, Node Value, Location Location);

/// <summary>How much a rule matters to the project.</summary>
/// <param name="Rule">The rule as rule set, slash, rule; or a rule set, which means all its rules.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Location">Where the rule is named.</param>
public sealed record SeverityOverride(string Rule, Severity Severity, Location Location);
