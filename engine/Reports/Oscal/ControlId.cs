using PolicyCheck.RuleSets;

namespace PolicyCheck.Reports.Oscal;

/// <summary>Names rules by tokens, which begin with a letter and have no slash; no two rules have the same, since identifiers have neither dots nor underscores.</summary>
internal static class ControlId
{
    /// <summary>The name of a rule as a control.</summary>
    public static string Of(Rule rule) => $"{(char.IsAsciiDigit(rule.RuleSetId[0]) ? "_" : "")}{rule.RuleSetId}.{rule.Id}";

    /// <summary>The name of what is assessed of it: that it is kept.</summary>
    public static string ObjectiveOf(Rule rule) => $"{Of(rule)}_obj";
}
