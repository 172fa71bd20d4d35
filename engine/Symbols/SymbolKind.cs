namespace PolicyCheck.Symbols;

/// <summary>What a name stands for.</summary>
public enum SymbolKind
{
    /// <summary>A rule set, named by its identifier.</summary>
    RuleSet,

    /// <summary>A rule; its rule set owns it.</summary>
    Rule,

    /// <summary>An exception; its rule owns it, as <c>rule-set/rule</c>.</summary>
    Exception,

    /// <summary>A named condition; its rule set owns it.</summary>
    Definition,

    /// <summary>A dated value; its rule set owns it.</summary>
    Parameter,

    /// <summary>A source; its rule set owns it.</summary>
    Source,

    /// <summary>A fact, named by its path; nobody owns it.</summary>
    Fact,

    /// <summary>A field of a list of records; the list's fact owns it.</summary>
    Field,

    /// <summary>An operator or a connective; no file declares it.</summary>
    Operator,
}
