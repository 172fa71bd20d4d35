using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a rule set.</summary>
internal sealed class RuleSetSchema
{
    private readonly Scalars _scalars;
    private readonly ConditionSchema _conditions;
    private readonly PeriodSchema _periods;
    private readonly RuleSchema _rules;
    private readonly SourceSchema _sources;
    private readonly WaivabilitySchema _waivability;
    private readonly DeclarationSchema _facts;

    public RuleSetSchema(Vocabulary vocabulary, Definitions definitions)
    {
        _scalars = new(vocabulary, definitions);
        _conditions = new(vocabulary, _scalars, definitions);
        _periods = new(_scalars, definitions);
        _waivability = new(_scalars, definitions);
        _rules = new(_conditions, _periods, _waivability, _scalars);
        _sources = new(_scalars);
        _facts = new(_scalars, definitions);
    }

    public JsonObject Root()
    {
        var root = Shape.Closed(
            RuleSetBinder.Keys, Key, "ruleSet", "title", "authority", "standing", "jurisdictions", "summary", "sources", "inForce", "rules", "notCovered");
        root.Insert(0, "title", "PolicyCheck rule set");
        root.Insert(1, "description", "The rules of one instrument: a statute, an ordinance, a court order, a company's policy, guidance or a proposal.");
        return root;
    }

    private JsonObject Key(string key) => key switch
    {
        "ruleSet" => Shape.Described("The name of the rule set, in lower case with hyphens; the file is named after it.", _scalars.Identifier()),
        "title" => Shape.Described("What the instrument is called.", _scalars.Text()),
        "authority" => Shape.Described("Who issued it.", _scalars.Text()),
        "standing" => Shape.Described("What kind of text it is, and so whether it binds; guidance, a standard and a proposal only advise.", Shape.Words(Enum.GetValues<Standing>().Select(value => (Words.Of(value), WordText.Of(value))))),
        "jurisdictions" => Shape.Described("Where it binds: places, groups of places of the vocabulary, or world.", Shape.List(_scalars.Place(groupsAllowed: true), 1)),
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "summary" => Shape.Described("What the text says, in one or two sentences of our own.", _scalars.Text()),
        "sources" => Shape.Described("Where the text was read; citations name one of them.", Shape.List(_sources.Source(), 1)),
        "inForce" => Shape.Described("The days on which it applies: one period or several that don't overlap.", _periods.InForce(1)),
        "unresolved" => Shape.Described("Days on which it is unsettled whether it binds.", _periods.Unresolved()),
        "parameters" => Shape.Described("Numbers and other values that the text sets and may change; conditions name them with a $ before.", Shape.Named(Parameter())),
        "definitions" => Shape.Described("Names for conditions that rules share; used with `is`.", Shape.Named(_conditions.Ref())),
        "facts" => Shape.Described("Facts of its own, each with the name of the rule set and a dot before it.", _facts.Facts()),
        WaivabilityBinder.Key => Shape.Described("Who may waive its rules, where a rule doesn't say it itself.", _waivability.Ref()),
        "rules" => Shape.Described("What it prohibits, requires and permits, in the order of the text.", Shape.List(_rules.Rule(), 1)),
        "alsoBinds" => Shape.Described("Deployments outside its jurisdictions that it binds all the same.", Shape.List(Shape.Closed(ScopeBinder.ReachKeys, ReachKey, "title", "citation", "when"), 1)),
        "preempts" => Shape.Described("Other texts that it sets aside while it is in force.", Shape.List(Shape.Closed(ScopeBinder.PreemptionKeys, PreemptionKey, "title", "citation", "standings", "within"), 1)),
        "notEncoded" => Shape.Described("The provisions of the text that no rule encodes, in the order of the text; an empty list says that every provision has its rule.", Shape.List(Provision())),
        "notCovered" => Shape.Described("What the text regulates that no rule here covers, one sentence each.", Shape.List(_scalars.Text(), 1)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a rule set"),
    };

    private JsonObject ReachKey(string key) => key switch
    {
        "title" => Shape.Described("Which deployments it reaches.", _scalars.Text()),
        "citation" => Cited(),
        "when" => Shape.Described("When it reaches them.", _conditions.Ref()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of what else a rule set binds"),
    };

    private JsonObject PreemptionKey(string key) => key switch
    {
        "title" => Shape.Described("What it sets aside.", _scalars.Text()),
        "citation" => Cited(),
        "standings" => Shape.Described("What kinds of texts it sets aside.", Shape.List(Shape.Words(Enum.GetValues<Standing>().Select(value => (Words.Of(value), WordText.Of(value)))), 1)),
        "within" => Shape.Described("Whose: those that bind in smaller places within one of these.", Shape.List(_scalars.Place(groupsAllowed: true), 1)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of what a rule set sets aside"),
    };

    private JsonObject Provision()
    {
        var provision = Shape.Closed(ProvisionBinder.Keys, ProvisionKey, "citation", "says");
        provision["oneOf"] = new JsonArray(new JsonObject { ["required"] = Shape.Strings(["why"]) }, new JsonObject { ["required"] = Shape.Strings(["person"]) });
        return provision;
    }

    private JsonObject ProvisionKey(string key) => key switch
    {
        "citation" => Cited(),
        "says" => Shape.Described("What it says, in a sentence of our own.", _scalars.Text()),
        "why" => Shape.Described("Why no rule encodes it.", _scalars.Text()),
        "person" => Shape.Described("What a person has to judge, and who.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a provision"),
    };

    private JsonObject Cited() => Shape.Described("Where the text says so: the id of a source, then a comma and the place in it.", _scalars.Text());

    private JsonObject Parameter() => Shape.Closed(RuleSetBinder.ParameterKeys, ParameterKey, "meaning", "values");

    private JsonObject ParameterKey(string key) => key switch
    {
        "meaning" => Shape.Described("What the value is.", _scalars.Text()),
        "values" => Shape.Described("The values with the days they hold. Where none holds, rules that need it are indeterminate.", Shape.List(DatedValue())),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a parameter"),
    };

    private JsonObject DatedValue() => Shape.Closed(RuleSetBinder.ValueKeys, ValueKey, "value");

    private JsonObject ValueKey(string key) => key switch
    {
        "from" => Shape.Described("The first day on which it holds; where missing, it has no beginning.", _scalars.Date()),
        "until" => Shape.Described("The first day on which it no longer holds; where missing, it has no end.", _scalars.Date()),
        "value" => Shape.Described("The value, or a list of values, as a condition would write it.", Shape.AnyOf(_scalars.Text(), Shape.List(_scalars.Text(), 1))),
        "citation" => Cited(),
        "note" => Shape.Described("What is uncertain.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a dated value"),
    };
}
