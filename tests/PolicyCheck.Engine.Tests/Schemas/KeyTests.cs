using System.Text.Json.Nodes;
using PolicyCheck.Conditions;
using PolicyCheck.Facts;
using PolicyCheck.Fleets;
using PolicyCheck.Importing;
using PolicyCheck.Manifests;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;
using PolicyCheck.Schemas;
using PolicyCheck.Testing;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Schemas;

public sealed class KeyTests
{
    private static readonly Dictionary<SchemaKind, JsonObject> Roots = Enum.GetValues<SchemaKind>()
        .ToDictionary(kind => kind, kind => JsonNode.Parse(JsonSchema.Write(kind, ShippedFiles.Vocabulary))!.AsObject());

    // What readers accept, by what it is; the mapping with exactly these keys is to be found in the schema.
    public static TheoryData<SchemaKind, string, string[]> Accepted => new()
    {
        { SchemaKind.Manifest, "a manifest", [.. ManifestBinder.OwnKeys, .. Sections(ofUse: false)] },
        { SchemaKind.Manifest, "a use", [.. ManifestBinder.OwnUseKeys, .. Sections(ofUse: true)] },
        { SchemaKind.Manifest, "a deployment's period", [.. ManifestBinder.PeriodKeys] },
        { SchemaKind.Manifest, "a statement", [.. StatementBinder.BasisKeys] },
        { SchemaKind.Manifest, "a row", [.. RowFields()] },
        { SchemaKind.Rules, "a rule set", [.. RuleSetBinder.Keys] },
        { SchemaKind.Rules, "what else a rule set binds", [.. ScopeBinder.ReachKeys] },
        { SchemaKind.Rules, "what a rule set sets aside", [.. ScopeBinder.PreemptionKeys] },
        { SchemaKind.Rules, "a provision without a rule", [.. ProvisionBinder.Keys] },
        { SchemaKind.Rules, "a parameter", [.. RuleSetBinder.ParameterKeys] },
        { SchemaKind.Rules, "a dated value", [.. RuleSetBinder.ValueKeys] },
        { SchemaKind.Rules, "a source", [.. SourceBinder.Keys] },
        { SchemaKind.Rules, "a rule", [.. RuleBinder.Keys] },
        { SchemaKind.Rules, "who may waive a rule", [.. WaivabilityBinder.Keys] },
        { SchemaKind.Rules, "an exception", [.. RuleBinder.ExceptionKeys] },
        { SchemaKind.Rules, "a period in force", [.. PeriodBinder.InForceKeys] },
        { SchemaKind.Rules, "an unresolved period", [.. PeriodBinder.UnresolvedKeys] },
        { SchemaKind.Rules, "a condition", [.. ConditionBinder.Connectives, .. ShippedFiles.Vocabulary.Facts.Select(fact => fact.Path)] },
        { SchemaKind.Rules, "a condition on a row", [.. ConditionBinder.Connectives, .. RowFields()] },
        { SchemaKind.Rules, "a test of a fact of its own", [.. OperatorWords.All] },
        { SchemaKind.Rules, "a fact", [.. FactBinder.Keys.Where(key => key != "role")] },
        { SchemaKind.Test, "a test file", [.. TestFileBinder.Keys] },
        { SchemaKind.Test, "a case", [.. CaseBinder.Keys] },
        { SchemaKind.Test, "a manifest by file", [.. BaseManifests.FileKeys] },
        { SchemaKind.Test, "facts of a case", [.. ShippedFiles.Vocabulary.Facts.Select(fact => fact.Path.Split('.')[0]).Distinct()] },
        { SchemaKind.Test, "what is expected of a rule", [.. ExpectationBinder.Keys] },
        { SchemaKind.Test, "an accepted mutant", [.. TestFileBinder.AcceptedKeys] },
        { SchemaKind.Mapping, "a mapping", [.. ImportMappingReader.Keys] },
        { SchemaKind.Mapping, "what names rows", [.. ImportMappingReader.RowKeys] },
        { SchemaKind.Mapping, "a column", [.. ColumnMappingBinder.Keys] },
        { SchemaKind.Mapping, "a column left out", [.. ImportMappingReader.LeftOutKeys] },
        { SchemaKind.Mapping, "a reading", [.. ImportMappingReader.ReadingKeys] },
        { SchemaKind.Waivers, "a file of waivers", [.. WaiverBinder.FileKeys] },
        { SchemaKind.Waivers, "a waiver", [.. WaiverBinder.Keys] },
        { SchemaKind.Config, "a configuration", [.. ProjectReader.Keys] },
        { SchemaKind.Result, "a result", [.. FleetLine.Keys] },
        { SchemaKind.Result, "the settings of a result", [.. FleetLine.SettingKeys] },
        { SchemaKind.Result, "a use's result", [.. FleetLine.UseKeys] },
        { SchemaKind.Result, "a finding", [.. FleetLine.FindingKeys] },
        { SchemaKind.Result, "a diagnostic", [.. FleetLine.DiagnosticKeys] },
        { SchemaKind.Vocabulary, "a vocabulary", [.. VocabularyBinder.Keys] },
        { SchemaKind.Vocabulary, "a fact", [.. FactBinder.Keys.Where(key => key != "role")] },
        { SchemaKind.Vocabulary, "a field", [.. FactBinder.Keys.Where(key => key is not ("fields" or "judgement" or "changeBy" or "sameAs"))] },
        { SchemaKind.Vocabulary, "an implication", [.. ImplicationBinder.Keys] },
        { SchemaKind.Vocabulary, "a place", [.. PlaceBinder.Keys] },
        { SchemaKind.Vocabulary, "a member", [.. PlaceBinder.MemberKeys] },
    };

    public static TheoryData<SchemaKind> Kinds => [.. Enum.GetValues<SchemaKind>()];

    public static TheoryData<FactType> Types => [.. Enum.GetValues<FactType>()];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_schema_has_every_key_that_a_reader_accepts_and_no_other(SchemaKind kind, string what, string[] keys) => Assert.True(Mappings(kind).Any(mapping => mapping.SetEquals(keys)), what);

    [Theory]
    [MemberData(nameof(Types))]
    public void A_schema_has_every_operator_of_a_type_and_no_other(FactType type) => Assert.Contains(Mappings(SchemaKind.Rules), mapping => mapping.SetEquals(OperatorWords.Of(type)));

    [Fact]
    public void A_schema_has_no_mapping_that_no_reader_knows()
    {
        var known = Accepted.Select(row => row.Data.Item3.ToHashSet())
            .Concat(Enum.GetValues<FactType>().SelectMany(type => new[] { OperatorWords.Of(type).ToHashSet(), [.. OperatorWords.OfField(type)] }))
            .ToList();
        Assert.All(Enum.GetValues<SchemaKind>().SelectMany(Mappings), mapping => Assert.True(
            known.Exists(keys => keys.SetEquals(mapping)) || mapping.All(key => ShippedFiles.Vocabulary.Facts.Any(fact => fact.Path.Split('.').Contains(key))),
            string.Join(", ", mapping)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_key_says_what_it_means(SchemaKind kind)
    {
        var properties = Objects(Roots[kind]).Where(IsClosed).SelectMany(mapping => mapping["properties"]!.AsObject());
        Assert.All(properties, property => Assert.False(string.IsNullOrWhiteSpace(Description(Roots[kind], property.Value!.AsObject())), property.Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_mapping_is_closed_or_names_what_it_holds(SchemaKind kind) => Assert.All(
        Objects(Roots[kind]).Where(schema => schema["type"] is { } type && type.ToJsonString().Contains("\"object\"", StringComparison.Ordinal) && schema.ContainsKey("properties")),
        schema => Assert.True(IsClosed(schema)));

    [Fact]
    public void The_description_of_a_fact_gives_its_meaning_type_question_and_values()
    {
        var description = (string)Roots[SchemaKind.Manifest]["definitions"]!["fact:deployer.sector"]!["description"]!;
        Assert.StartsWith("What the organisation mainly is; a public body takes the value that names its task.\nWhat kind of organisation is it? (operator knows)\nType: choice\n- law-enforcement: police", description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_is_the_same_text_every_time() =>
        Assert.Equal(JsonSchema.Write(SchemaKind.Rules, ShippedFiles.Vocabulary), JsonSchema.Write(SchemaKind.Rules, ShippedFiles.Vocabulary));

    private static IEnumerable<string> RowFields() => ShippedFiles.Vocabulary.Find("accuracy.results")!.Fields.Select(row => row.Path);

    private static IEnumerable<string> Sections(bool ofUse) => ShippedFiles.Vocabulary.Facts
        .Where(fact => fact.IsOfUse == ofUse)
        .Select(fact => fact.Path.Split('.')[ofUse ? 1 : 0])
        .Distinct();

    private static IEnumerable<HashSet<string>> Mappings(SchemaKind kind) =>
        Objects(Roots[kind]).Where(IsClosed).Select(schema => schema["properties"]!.AsObject().Select(property => property.Key).ToHashSet());

    // A mapping that a schema describes whole, and not a property that is called so.
    private static bool IsClosed(JsonObject schema) =>
        schema["additionalProperties"] is JsonValue closed && !closed.GetValue<bool>() && schema["properties"] is JsonObject;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(entry => Objects(entry.Value)).Prepend(found),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };

    private static string? Description(JsonObject root, JsonObject schema) =>
        (string?)schema["description"]
        ?? (schema["$ref"] is { } reference ? Description(root, root["definitions"]![((string)reference!)["#/definitions/".Length..]]!.AsObject()) : null);
}
