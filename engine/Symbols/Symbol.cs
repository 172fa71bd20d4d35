namespace PolicyCheck.Symbols;

/// <summary>Something that has a name in an author's files.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Within what its name is distinct; empty for what is distinct among all files.</param>
/// <param name="Name">The name.</param>
public sealed record Symbol(SymbolKind Kind, string Owner, string Name)
{
    /// <summary>A rule set.</summary>
    /// <param name="id">Its identifier.</param>
    public static Symbol RuleSet(string id) => new(SymbolKind.RuleSet, "", id);

    /// <summary>A rule.</summary>
    /// <param name="set">Its rule set.</param>
    /// <param name="id">Its identifier.</param>
    public static Symbol Rule(string set, string id) => new(SymbolKind.Rule, set, id);

    /// <summary>A fact.</summary>
    /// <param name="path">Its path.</param>
    public static Symbol Fact(string path) => new(SymbolKind.Fact, "", path);
}
