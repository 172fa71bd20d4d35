using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Reading;
using PolicyCheck.Text;
using PolicyCheck.Values;

namespace PolicyCheck.RuleSets;

/// <summary>Turns a rule-set document into a rule set.</summary>
public static class RuleSetBinder
{
    internal static ImmutableArray<string> Keys { get; } =
        [MappingBinder.SchemaKey, "ruleSet", "title", "authority", "standing", "jurisdictions", "alsoBinds", "preempts", "summary", "sources", "inForce", "unresolved", "parameters", "definitions", "facts", WaivabilityBinder.Key, "rules", "notEncoded", "notCovered"];

    internal static ImmutableArray<string> ParameterKeys { get; } = ["meaning", "values"];
    internal static ImmutableArray<string> ValueKeys { get; } = ["from", "until", "value", "citation", "note"];

    /// <summary>Reads only the facts that a rule set declares of its own; the vocabulary must have them before conditions are bound.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Where problems go.</param>
    public static VocabularyPart Facts(Node document, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (document is not MappingNode mapping || mapping["facts"] is not MappingNode declared)
        {
            return new("", [], null);
        }

        var id = mapping["ruleSet"] is ScalarNode scalar ? scalar.Value : "";
        var facts = FactBinder.BindAll(declared, diagnostics);
        foreach (var fact in facts.Where(fact => !fact.Path.StartsWith($"{id}.", StringComparison.Ordinal) && !fact.Path.StartsWith($"use.{id}.", StringComparison.Ordinal)))
        {
            var name = fact.Path.Split('.')[^1];
            diagnostics.Error(RuleSetCodes.ForeignFact, fact.Location, $"`{fact.Path}` doesn't begin with the rule set's name", $"name it `{id}.{name}`, or `use.{id}.{name}` where each use has its own, or declare it in a vocabulary");
        }

        return new(id, facts, null);
    }

    /// <summary>The rules that a document names, whether or not something is wrong with them, as <c>rule-set/rule</c>.</summary>
    /// <param name="document">The document.</param>
    internal static IEnumerable<string> DeclaredRules(Node document) =>
        document is MappingNode mapping && mapping["ruleSet"] is ScalarNode set && mapping["rules"] is SequenceNode rules
            ? rules.Items.OfType<MappingNode>().Select(rule => rule["id"]).OfType<ScalarNode>().Select(id => $"{set.Value}/{id.Value}")
            : [];

    /// <summary>Reads a rule set.</summary>
    /// <param name="document">The document.</param>
    /// <param name="vocabulary">The facts it can use.</param>
    /// <param name="digest">The digest of its file.</param>
    /// <param name="diagnostics">Where problems go.</param>
    /// <returns>The rule set, or null when something essential is missing.</returns>
    public static RuleSet? Bind(Node document, Vocabulary vocabulary, string digest, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (document is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, document.Location, "a rule set is a mapping", "begin with `ruleSet: name`");
            return null;
        }

        var binder = new MappingBinder(mapping, "a rule set", Keys, diagnostics, emptyAllowed: false);
        var id = binder.RequireIdentifier("ruleSet", "portland-private-ban");
        var title = binder.RequireScalar("title", "Portland City Code, chapter 34.10");
        var authority = binder.RequireScalar("authority", "City of Portland");
        var standing = binder.RequireWord("standing", Words.Standings);
        var values = new ValueBinder(vocabulary, groupsAllowed: true, diagnostics);
        var place = new FactDeclaration("jurisdictions", FactType.Place, "", [], "", "", "", [], "", 0, mapping.Location);
        var jurisdictions = Listed("jurisdictions", "no jurisdiction", "say under `jurisdictions` where it binds, such as `[US-OR]` or `[world]`").Select(item => values.Element(item, place)).OfType<PlaceValue>().Select(value => value.Place);
        Listed("sources", "no source", "say under `sources` where the text was read");
        var sources = SourceBinder.Bind(binder, diagnostics);
        Listed("inForce", "no period in force", "say under `inForce` from which day it applies");
        var parameters = Parameters(binder, diagnostics);
        var definitions = binder.Mapping("definitions")?.Entries ?? [];
        var scope = new Scope(
            definitions.ToImmutableDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal),
            parameters.ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Values, StringComparer.Ordinal));
        var conditions = new ConditionBinder(vocabulary, scope, diagnostics);
        var reach = new ScopeBinder(sources, item => values.Element(item, place) is PlaceValue { Place: var named } ? named : null, diagnostics);
        var reaches = reach.Reaches(binder, conditions);
        var rules = new RuleBinder(id?.Value ?? "", sources, conditions, WaivabilityBinder.Bind(binder, sources, diagnostics), diagnostics);
        var bound = Listed("rules", "no rule", "write at least one rule under `rules`").Select(rules.Bind).OfType<Rule>().ToImmutableArray();
        ReportUnused(definitions.Select(entry => (entry.Key.Value, entry.Key.Location)), conditions.UsedDefinitions, "definition", diagnostics);
        ReportUnused(parameters.Select(parameter => (parameter.Name, parameter.Location)), conditions.UsedParameters, "parameter", diagnostics);
        Listed("notCovered", "nothing under `notCovered`", "say in a sentence what the text regulates that no rule here covers");
        return id is null || title is null || authority is null || standing is null
            ? null
            : new(
                id.Value,
                title.Value,
                authority.Value,
                Words.Parse<Standing>(standing),
                [.. jurisdictions],
                binder.RequireScalar("summary", "what the text says, in a sentence")?.Value ?? "",
                sources,
                PeriodBinder.InForce(binder, diagnostics),
                PeriodBinder.Unresolved(binder, diagnostics),
                parameters,
                bound,
                binder.Texts("notCovered"),
                digest,
                id.Location)
            {
                Reaches = reaches,
                Preempts = reach.Preemptions(binder),
                NotEncoded = ProvisionBinder.Bind(binder, sources, diagnostics),
            };

        ImmutableArray<Node> Listed(string key, string missing, string cure)
        {
            if (binder.Node(key) is null or SequenceNode { Items.IsEmpty: true })
            {
                diagnostics.Error(RuleSetCodes.Missing, binder.Location, $"the rule set has {missing}", cure);
            }

            return binder.Items(key);
        }
    }

    private static ImmutableArray<Parameter> Parameters(MappingBinder owner, DiagnosticBag diagnostics)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var (key, node) in owner.Mapping("parameters")?.Entries ?? [])
        {
            if (!owner.TryMapping(node, $"the parameter `{key.Value}`", out var mapping))
            {
                continue;
            }

            var binder = new MappingBinder(mapping, "a parameter", ParameterKeys, diagnostics, emptyAllowed: false);
            var meaning = binder.RequireScalar("meaning", "the least confidence of a match");
            binder.Require("values", "[{from: 2018-07-27, value: 99 %}]");
            var values = ImmutableArray.CreateBuilder<DatedNode>();
            foreach (var item in binder.Items("values"))
            {
                if (binder.TryMapping(item, "a dated value", out var dated))
                {
                    var value = new MappingBinder(dated, "a dated value", ValueKeys, diagnostics, emptyAllowed: false);
                    if (value.Require("value", "99 %") is { } stated)
                    {
                        values.Add(new(PeriodBinder.Bind(value), stated, value.Scalar("citation")?.Value, value.Scalar("note")?.Value));
                    }
                }
            }

            parameters.Add(new(key.Value, meaning?.Value ?? "", values.ToImmutable(), key.Location));
        }

        return parameters.ToImmutable();
    }

    private static void ReportUnused(IEnumerable<(string Name, Location Location)> declared, IReadOnlySet<string> used, string what, DiagnosticBag diagnostics)
    {
        foreach (var (name, location) in declared.Where(entry => !used.Contains(entry.Name)))
        {
            diagnostics.Add(Diagnostic.Warning(RuleSetCodes.Unused, location, $"no rule uses the {what} `{name}`", $"use it in a rule, or remove it"));
        }
    }
}
