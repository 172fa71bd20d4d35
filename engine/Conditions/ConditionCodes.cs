namespace PolicyCheck.Conditions;

/// <summary>The codes of diagnostics about conditions.</summary>
public static class ConditionCodes
{
    /// <summary>A word that is no operator.</summary>
    public const string UnknownOperator = "PC401";

    /// <summary>An operator that the fact's type doesn't have.</summary>
    public const string UnfitOperator = "PC402";

    /// <summary>A definition that the rule set doesn't have.</summary>
    public const string UnknownDefinition = "PC403";

    /// <summary>Definitions that use each other in a circle.</summary>
    public const string CircularDefinition = "PC404";

    /// <summary>A parameter that the rule set doesn't have.</summary>
    public const string UnknownParameter = "PC405";

    /// <summary>A condition that says nothing.</summary>
    public const string EmptyCondition = "PC406";

    /// <summary>A regular expression that can't be used.</summary>
    public const string BadPattern = "PC407";

    /// <summary>A measure over records that lack the field it needs.</summary>
    public const string MissingRole = "PC408";

    /// <summary>Definitions that come to too many conditions when they are written out.</summary>
    public const string TooLarge = "PC409";
}
