namespace PolicyCheck.Testing;

/// <summary>The codes of diagnostics about tests of rules.</summary>
public static class TestCodes
{
    /// <summary>A test file without a case.</summary>
    public const string NoCase = "PC701";

    /// <summary>A rule set under test that wasn't loaded.</summary>
    public const string UnknownRuleSet = "PC702";

    /// <summary>An expectation of a rule that the sets under test don't have.</summary>
    public const string UnknownRule = "PC703";

    /// <summary>A manifest that is neither named in the file nor found beside it.</summary>
    public const string UnknownManifest = "PC704";

    /// <summary>An exception or permission that the rule doesn't have.</summary>
    public const string UnknownException = "PC705";

    /// <summary>A case that asserts nothing.</summary>
    public const string NoExpectation = "PC706";

    /// <summary>A case without a day.</summary>
    public const string NoDay = "PC707";

    /// <summary>A use that isn't chosen, or isn't there.</summary>
    public const string UnknownUse = "PC708";

    /// <summary>A table whose columns and rows don't fit.</summary>
    public const string BadTable = "PC709";

    /// <summary>An expectation that can't be read.</summary>
    public const string BadExpectation = "PC710";

    /// <summary>A fact that no rule under test reads.</summary>
    public const string UnreadFact = "PC711";

    /// <summary>A named manifest that no case starts from.</summary>
    public const string UnusedManifest = "PC712";

    /// <summary>A case of which something comes otherwise than it expects.</summary>
    public const string Failing = "PC720";

    /// <summary>A case that passes whichever rule is deleted.</summary>
    public const string Vacuous = "PC721";

    /// <summary>A rule, exception or definition that no case touches.</summary>
    public const string Untouched = "PC722";

    /// <summary>A condition that is the same for every deployment.</summary>
    public const string Constant = "PC723";

    /// <summary>A rule set without tests.</summary>
    public const string Untested = "PC724";

    /// <summary>An accepted mutant that doesn't survive.</summary>
    public const string UnknownMutant = "PC725";
}
