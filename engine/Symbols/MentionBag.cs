using System.Collections.Immutable;
using PolicyCheck.Reading;

namespace PolicyCheck.Symbols;

/// <summary>Collects the names that one file mentions.</summary>
internal sealed class MentionBag
{
    private readonly ImmutableArray<Mention>.Builder _mentions = ImmutableArray.CreateBuilder<Mention>();

    public ImmutableArray<Mention> ToImmutable() => _mentions.ToImmutable();

    public void Declare(Symbol symbol, ScalarNode name) => Add(symbol, name, 0, symbol.Name.Length, "", isDeclaration: true);

    public void Use(Symbol symbol, ScalarNode name) => Add(symbol, name, 0, symbol.Name.Length, "", isDeclaration: false);

    /// <summary>Notes a name that is part of a text.</summary>
    /// <param name="symbol">What is named.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where in its value the name begins.</param>
    public void UseWithin(Symbol symbol, ScalarNode text, int start) => Add(symbol, text, start, symbol.Name.Length, "", isDeclaration: false);

    /// <summary>Notes a name of which the keys above say the beginning.</summary>
    /// <param name="symbol">What is named.</param>
    /// <param name="key">The rest of its name.</param>
    public void UseBelow(Symbol symbol, ScalarNode key) => Add(symbol, key, 0, key.Value.Length, symbol.Name[..^key.Value.Length], isDeclaration: false);

    /// <summary>Notes a rule named as <c>rule</c> or <c>rule-set/rule</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="start">Where in the text it begins.</param>
    /// <param name="set">The rule set that is meant where none is named.</param>
    public void UseRule(ScalarNode name, int start, string set)
    {
        var written = name.Value[start..];
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            UseWithin(Symbol.RuleSet(written[..slash]), name, start);
            UseWithin(Symbol.Rule(written[..slash], written[(slash + 1)..]), name, start + slash + 1);
        }
        else
        {
            UseWithin(Symbol.Rule(set, written), name, start);
        }
    }

    private void Add(Symbol symbol, ScalarNode scalar, int start, int length, string hidden, bool isDeclaration)
    {
        var (source, span) = scalar.Location;
        var quote = scalar.IsPlain || span.Start >= source.Content.Length || source.Content[span.Start] is not ('"' or '\'') ? 0 : 1;
        var from = Math.Min(span.Start + quote + start, span.End);
        _mentions.Add(new(symbol, new(source, new(from, Math.Min(from + length, span.End))), hidden, isDeclaration));
    }
}
