using PolicyCheck.Cli.LanguageServer.Protocol;
using PolicyCheck.Conditions;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Schemas;
using PolicyCheck.Symbols;

namespace PolicyCheck.Cli.LanguageServer;

/// <summary>What a name means, in plain English.</summary>
/// <param name="analysis">What is known of the files.</param>
/// <param name="today">The day whose parameter values are shown.</param>
/// <param name="tests">Runs tests.</param>
internal sealed class Hovers(Analysis analysis, DateOnly today, TestRuns tests)
{
    private readonly ConditionText _conditions = new(today);

    /// <summary>What is shown of a name, or null where nothing is known of it.</summary>
    /// <param name="mention">The name.</param>
    public Hover? Of(Mention mention) => Text(mention.Symbol) is { } text
        ? new(Markup.Markdown(CoverageText.Of(tests, analysis, mention.Symbol) is { } reached ? $"{text}\n\n{reached}" : text), Stretch.Of(mention.Location))
        : null;

    private string? Text(Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.RuleSet => analysis.Library.Find(symbol.Name) is { } set ? RuleText.Of(set) : null,
        SymbolKind.Rule => Rule(symbol.Owner, symbol.Name) is var (set, rule) ? RuleText.Of(set, rule, _conditions) : null,
        SymbolKind.Exception => symbol.Owner.Split('/') is [var set, var id] && Rule(set, id) is var (owner, rule) && rule.Exceptions.FirstOrDefault(exception => exception.Id == symbol.Name) is { } exception
            ? RuleText.Of(owner, exception, _conditions)
            : null,
        SymbolKind.Definition => Definition(symbol) is { } body ? $"**{symbol.Name}** means: {_conditions.Phrase(body)}" : null,
        SymbolKind.Parameter => analysis.Library.Find(symbol.Owner)?.Parameters.FirstOrDefault(parameter => parameter.Name == symbol.Name) is { } parameter ? RuleText.Of(parameter) : null,
        SymbolKind.Source => analysis.Library.Find(symbol.Owner)?.FindSource(symbol.Name) is { } source ? RuleText.Of(source) : null,
        SymbolKind.Fact => analysis.Library.Vocabulary.Find(symbol.Name) is { } fact ? FactText.Markdown(fact) : null,
        SymbolKind.Field => analysis.Library.Vocabulary.Find(symbol.Owner)?.Fields.FirstOrDefault(field => field.Path == symbol.Name) is { } field ? FactText.Markdown(field) : null,
        _ => OperatorText.Find(symbol.Name) is { } meaning ? $"**{symbol.Name}**: {meaning}" : null,
    };

    private (RuleSet Set, Rule Rule)? Rule(string setId, string id) =>
        analysis.Library.Find(setId) is { } set && set.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule ? (set, rule) : null;

    private Condition? Definition(Symbol symbol) => (analysis.Library.Find(symbol.Owner)?.Rules ?? [])
        .SelectMany(rule => rule.Exceptions.Select(exception => exception.When).Append(rule.Demand).Append(rule.When).OfType<Condition>())
        .Select(condition => Find(condition, symbol.Name))
        .FirstOrDefault(found => found is not null);

    private static Condition? Find(Condition condition, string name) => condition switch
    {
        Defined defined => defined.Name == name ? defined.Body : Find(defined.Body, name),
        AllOf all => all.Parts.Select(part => Find(part, name)).FirstOrDefault(found => found is not null),
        AnyOf any => any.Parts.Select(part => Find(part, name)).FirstOrDefault(found => found is not null),
        Negation negation => Find(negation.Part, name),
        _ => null,
    };
}
