namespace PolicyCheck.RuleSets;

/// <summary>The codes of diagnostics about rule sets.</summary>
public static class RuleSetCodes
{
    /// <summary>A rule that prohibits, requires and permits none or several things.</summary>
    public const string DeonticKind = "PC501";

    /// <summary>Periods that end before they begin, overlap, or reach outside.</summary>
    public const string BadPeriod = "PC502";

    /// <summary>A citation that names no source.</summary>
    public const string UnknownSource = "PC503";

    /// <summary>A rule that overrides one that doesn't exist, or may not.</summary>
    public const string BadOverride = "PC504";

    /// <summary>The same identifier given twice.</summary>
    public const string DuplicateId = "PC505";

    /// <summary>A permission and a prohibition that both speak of the same, neither overriding the other.</summary>
    public const string Clash = "PC506";

    /// <summary>A name that nothing uses.</summary>
    public const string Unused = "PC507";

    /// <summary>A list that must say something and is empty.</summary>
    public const string Missing = "PC508";

    /// <summary>A fact of a rule set that lies outside its prefix.</summary>
    public const string ForeignFact = "PC509";

    /// <summary>A rule that says in no usable way who may waive it, or that nothing could break.</summary>
    public const string BadWaivability = "PC510";
}
