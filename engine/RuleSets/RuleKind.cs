namespace PolicyCheck.RuleSets;

/// <summary>The deontic kinds of LegalRuleML.</summary>
public enum RuleKind
{
    /// <summary>What it describes must not be.</summary>
    Prohibition,

    /// <summary>What it describes must be.</summary>
    Requirement,

    /// <summary>What it describes may be, in spite of the rules it overrides.</summary>
    Permission,
}
