using System.Collections.Immutable;
using PolicyCheck.Binding;
using PolicyCheck.Conditions;
using PolicyCheck.Reading;

namespace PolicyCheck.RuleSets;

/// <summary>Reads the rules of one rule set.</summary>
/// <param name="ruleSetId">The rule set.</param>
/// <param name="sources">Its sources.</param>
/// <param name="conditions">What reads conditions.</param>
/// <param name="waivable">Who may waive a rule that doesn't say so itself, or null where nobody may.</param>
/// <param name="diagnostics">Where problems go.</param>
internal sealed class RuleBinder(string ruleSetId, ImmutableArray<Source> sources, ConditionBinder conditions, Waivability? waivable, DiagnosticBag diagnostics)
{
    internal static ImmutableArray<string> Keys { get; } =
        ["id", "title", "citation", "when", "prohibits", "requires", "permits", "overrides", "unless", "inForce", "unresolved", "severity", "remedy", WaivabilityBinder.Key, "confidence", "note"];

    internal static ImmutableArray<string> ExceptionKeys { get; } = ["id", "title", "citation", "when", "inForce"];
    internal static ImmutableArray<string> Kinds { get; } = ["prohibits", "requires", "permits"];

    public Rule? Bind(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "a rule is a mapping", "begin with `- id: name`");
            return null;
        }

        var binder = new MappingBinder(mapping, "a rule", Keys, diagnostics, emptyAllowed: false);
        var id = binder.RequireIdentifier("id", "police-use");
        var title = binder.RequireScalar("title", "police may not use it");
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var when = binder.Node("when") is { } condition ? conditions.Bind(condition) : null;
        var kind = Kind(binder);
        var demand = kind is { } chosen && binder.Node(Kinds[(int)chosen]) is { } what ? conditions.Bind(what) : null;
        var exceptions = binder.Items("unless").Select(Exception).ToList();
        var overrides = binder.Items("overrides").Select(Reference).OfType<RuleReference>();
        var severity = binder.RequireWord("severity", Words.Severities);
        var remedy = kind == RuleKind.Permission ? binder.Scalar("remedy") : binder.RequireScalar("remedy", "Stop using it for police purposes.");
        var source = citation is null ? null : sources.FirstOrDefault(known => known.Id == citation.SourceId);
        var confidence = binder.OptionalWord("confidence", Words.Confidences);
        var ownWaivable = WaivabilityBinder.Bind(binder, sources, diagnostics);
        var rule = id is null || title is null || citation is null || kind is null || demand is null || severity is null
            ? null
            : new Rule(
                ruleSetId,
                id.Value,
                title.Value,
                citation,
                kind.Value,
                when,
                demand,
                [.. exceptions.OfType<ExceptionClause>()],
                [.. overrides],
                PeriodBinder.InForce(binder, diagnostics),
                PeriodBinder.Unresolved(binder, diagnostics),
                Words.Parse<Severity>(severity),
                remedy?.Value ?? "",
                confidence is not null ? Words.Parse<Confidence>(confidence) : source?.Confidence ?? Confidence.High,
                binder.Scalar("note")?.Value,
                id.Location)
            {
                Waivable = ownWaivable ?? (kind == RuleKind.Permission ? null : waivable),
            };
        return rule;
    }

    private RuleKind? Kind(MappingBinder binder)
    {
        var given = Kinds.Where(binder.Has).ToList();
        if (given is [var only])
        {
            return (RuleKind)Kinds.IndexOf(only);
        }

        diagnostics.Error(
            RuleSetCodes.DeonticKind,
            binder.Location,
            given.Count == 0 ? "this rule neither prohibits, requires nor permits anything" : $"this rule has {string.Join(" and ", given.Select(word => $"`{word}`"))}",
            "give a rule exactly one of `prohibits`, `requires` and `permits`");
        return null;
    }

    private ExceptionClause? Exception(Node node)
    {
        if (node is not MappingNode mapping)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "an exception is a mapping", "begin with `- id: name`");
            return null;
        }

        var binder = new MappingBinder(mapping, "an exception", ExceptionKeys, diagnostics, emptyAllowed: false);
        var id = binder.RequireIdentifier("id", "victim-search");
        var title = binder.RequireScalar("title", "the search for missing children");
        var citation = CitationBinder.Require(binder, sources, diagnostics);
        var when = binder.Require("when", "{use.purpose: missing-child-search}") is { } condition ? conditions.Bind(condition) : null;
        var inForce = PeriodBinder.InForce(binder, diagnostics);
        return id is null || title is null || citation is null || when is null
            ? null
            : new(id.Value, title.Value, citation, when, inForce, id.Location);
    }

    private RuleReference? Reference(Node node)
    {
        if (node is not ScalarNode scalar)
        {
            diagnostics.Error(BindingCodes.WrongShape, node.Location, "a rule is named by its id", "write `- rule-id` or `- rule-set-id/rule-id`");
            return null;
        }

        return scalar.Value.Split('/') is [var set, var rule] ? new(set, rule, scalar.Location) : new(ruleSetId, scalar.Value, scalar.Location);
    }
}
