using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.Testing;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a file of tests.</summary>
internal sealed class TestFileSchema
{
    private readonly Vocabulary _vocabulary;
    private readonly Definitions _definitions;
    private readonly Scalars _scalars;
    private readonly StatementSchema _statements;

    public TestFileSchema(Vocabulary vocabulary, Definitions definitions)
    {
        (_vocabulary, _definitions, _scalars) = (vocabulary, definitions, new(vocabulary, definitions));
        _statements = new(new(_scalars, definitions, groupsAllowed: false), _scalars, definitions);
    }

    public JsonObject Root()
    {
        var root = Shape.Closed(TestFileBinder.Keys, Key, "tests", "cases");
        root.Insert(0, "title", "PolicyCheck tests");
        root.Insert(1, "description", "Tests of a rule set: deployments on days, and what each rule is expected to say of them.");
        return root;
    }

    private JsonObject Key(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "tests" => Shape.Described("The rule set under test, or a list of several that are tested together.", Shape.AnyOf(_scalars.Identifier(), Shape.List(_scalars.Identifier(), 1))),
        "description" => Shape.Described("Free text for those who read the tests.", _scalars.Text()),
        "asOf" => Shape.Described("The day of every case that gives none of its own.", _scalars.Date()),
        "manifests" => Shape.Described("Deployments that cases start from, by name.", Shape.Named(Manifest())),
        "cases" => Shape.Described("The cases; each row of a table is one.", Shape.List(Case(), 1)),
        "accepted" => Shape.Described("Changes of rules that no case needs to tell from the rules, each with the reason; `policycheck mutate` prints their names.", Shape.List(Shape.Closed(TestFileBinder.AcceptedKeys, AcceptedKey, "mutant", "reason"))),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a test file"),
    };

    private JsonObject Case() => Shape.Closed(CaseBinder.Keys, CaseKey, "name", "manifest");

    private JsonObject CaseKey(string key) => key switch
    {
        "name" => Shape.Described("What the case shows, as a sentence.", _scalars.Text()),
        "manifest" => Shape.Described("The deployment: the name of one under `manifests`, or its facts.", Shape.AnyOf(_scalars.Text(), Manifest())),
        "use" => Shape.Described("Which use is meant, where the manifest lists several.", _scalars.Identifier()),
        "change" => Shape.Described("Facts that differ from the manifest's; `unstated` leaves one out.", Facts()),
        "asOf" => Shape.Described("The day asked about.", _scalars.Date()),
        "expect" => Shape.Described("Rules by their names, each with what is expected of it; under `verdict` that of the rule sets together.", Shape.Named(Expectation(), "^[a-z0-9/-]+$")),
        "columns" => Shape.Described("The heads of a table: `asOf`, facts, rules, or `verdict`.", Shape.List(_scalars.Text(), 1)),
        "rows" => Shape.Described("The rows of the table: a list of cells for each case.", Shape.List(new JsonObject { ["type"] = "array" }, 1)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a case"),
    };

    private JsonObject AcceptedKey(string key) => key switch
    {
        "mutant" => Shape.Described("The changed rule's name, as `policycheck mutate` prints it.", _scalars.Text()),
        "reason" => Shape.Described("Why no case needs to tell it from the rule.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of an accepted mutant"),
    };

    private JsonObject Manifest() => _definitions.Ref("manifest", () => Shape.AnyOf(Shape.Closed(BaseManifests.FileKeys, FileKey, "file"), Facts()));

    private JsonObject FileKey(string key) => key switch
    {
        "file" => Shape.Described("The path of a manifest file, from this file's folder.", _scalars.Text()),
        "manifest" => Shape.Described("Which manifest is meant, where the file holds several.", _scalars.Identifier()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a manifest by file"),
    };

    private JsonObject Facts() => _definitions.Ref("facts", () =>
    {
        var sections = new SectionSchema(_vocabulary, Statement, StatementScope.Case);
        var facts = Shape.Closed(sections.Names, sections.Property);
        facts["patternProperties"] = OwnFacts.AddTo(sections.Dotted(), _vocabulary);
        facts.Insert(0, "title", "facts");
        return facts;
    });

    private JsonObject Statement(FactDeclaration fact) => _definitions.Ref($"case:{fact.Path}", () =>
        FactText.Describe(fact, Shape.AnyOf(_statements.Ref(fact), new JsonObject { ["const"] = CaseFactsBinder.LeftOut })));

    private JsonObject Expectation() => _definitions.Ref("expectation", () => Shape.AnyOf(
        Shape.Words([.. ExpectationBinder.Outcomes, .. ExpectationBinder.VerdictWords.Except(ExpectationBinder.Outcomes)]),
        Shape.Pattern("^pass by .+$", "write `pass by` and the name of an exception", "pass by victim-search"),
        Shape.Closed(ExpectationBinder.Keys, ExpectationKey, "outcome")));

    private JsonObject ExpectationKey(string key) => key switch
    {
        "outcome" => Shape.Described("What comes of the rule.", Shape.Words(ExpectationBinder.Outcomes)),
        "by" => Shape.Described("The exception, or the permission as rule-set/rule, by which it passes.", _scalars.Text()),
        "missing" => Shape.Described("Exactly the facts that an open rule depends on, and its parameters without a value, each after a $.", Shape.List(_scalars.Text())),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of what is expected"),
    };
}
