using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Text;

namespace PolicyCheck.Symbols;

/// <summary>A change of a name in all files, or why it can't be.</summary>
/// <param name="Edits">What to write where.</param>
/// <param name="Refusal">Why nothing can be written, or null.</param>
public sealed record Renaming(ImmutableArray<Renaming.Edit> Edits, string? Refusal)
{
    /// <summary>Plans the change.</summary>
    /// <param name="table">The names.</param>
    /// <param name="symbol">What gets another name.</param>
    /// <param name="name">Its new name.</param>
    public static Renaming Of(SymbolTable table, Symbol symbol, string name)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(symbol);
        ArgumentNullException.ThrowIfNull(name);
        if ((Hindrance(table, symbol) ?? Misfit(symbol, name) ?? Clash(table, symbol, name)) is { } refusal)
        {
            return new([], refusal);
        }

        var mentions = table.Of(symbol).ToList();
        if (mentions.Find(mention => !name.StartsWith(mention.Hidden, StringComparison.Ordinal) || name.Length == mention.Hidden.Length) is { } nested)
        {
            return new([], $"{nested.Location.Path} states it below `{nested.Hidden[..^1]}`, so its name must go on beginning with `{nested.Hidden}`");
        }

        if (mentions.Find(mention => !mention.IsVerbatim) is { } folded)
        {
            return new([], $"its name is written with escapes in {folded.Location.Path}, line {folded.Location.Start.Line}");
        }

        return new([.. mentions.Select(mention => new Edit(mention.Location, name[mention.Hidden.Length..]))], null);
    }

    /// <summary>Why a name can't be changed at all, or null.</summary>
    /// <param name="table">The names.</param>
    /// <param name="symbol">What would get another name.</param>
    public static string? Hindrance(SymbolTable table, Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(symbol);
        return symbol.Kind switch
        {
            SymbolKind.Operator => $"`{symbol.Name}` is a word of the language",
            SymbolKind.RuleSet => "a rule set is named after its file; give both another name by hand",
            _ when table.Declaration(symbol) is null => $"no file here declares `{symbol.Name}`",
            _ => null,
        };
    }

    private static string? Misfit(Symbol symbol, string name) => symbol.Kind switch
    {
        SymbolKind.Rule or SymbolKind.Exception or SymbolKind.Source when !Identifier.IsKebabCase(name) => $"`{name}` is not an identifier: use lower-case letters, digits and single hyphens",
        SymbolKind.Rule when name == "verdict" => "`verdict` means the verdict in tests",
        SymbolKind.Fact or SymbolKind.Field when !FactBinder.IsPath(name) || ConditionBinder.Connectives.Contains(name) => $"`{name}` is not a path of a fact: use words of letters and digits joined by dots",
        SymbolKind.Definition or SymbolKind.Parameter when !IsPlainName(name) => $"`{name}` is not a name: use letters, digits, hyphens and dots, beginning with a letter",
        _ => null,
    };

    private static string? Clash(SymbolTable table, Symbol symbol, string name) =>
        symbol.Kind == SymbolKind.Fact && symbol.Name.Split('.')[0] is var owner && table.Declaration(Symbol.RuleSet(owner)) is not null && !name.StartsWith(owner + ".", StringComparison.Ordinal)
            ? $"the rule set {owner} declares it, so its name must go on beginning with `{owner}.`"
            : table.Declaration(symbol with { Name = name }) is { } other && name != symbol.Name
            ? $"there is another `{name}` in {other.Location.Path}, line {other.Location.Start.Line}"
            : symbol.Kind == SymbolKind.Fact && table.Declared(SymbolKind.Fact).FirstOrDefault(fact => fact != symbol && (fact.Name.StartsWith(name + ".", StringComparison.Ordinal) || name.StartsWith(fact.Name + ".", StringComparison.Ordinal))) is { } lying
                ? $"the fact `{lying.Name}` is in the way: no fact lies below another"
                : null;

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_');

    /// <summary>A text to write in place of another.</summary>
    /// <param name="Location">What is replaced.</param>
    /// <param name="Text">What is written.</param>
    public readonly record struct Edit(Location Location, string Text);
}
