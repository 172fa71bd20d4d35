using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a manifest.</summary>
internal sealed class ManifestSchema
{
    private readonly Vocabulary _vocabulary;
    private readonly Scalars _scalars;
    private readonly StatementSchema _statements;

    public ManifestSchema(Vocabulary vocabulary, Definitions definitions)
    {
        _vocabulary = vocabulary;
        _scalars = new(vocabulary, definitions);
        _statements = new(new(_scalars, definitions, groupsAllowed: false), _scalars, definitions);
    }

    public JsonObject Root()
    {
        var sections = new SectionSchema(_vocabulary, _statements.Ref, StatementScope.Deployment);
        var root = Shape.Closed([.. ManifestBinder.OwnKeys, .. sections.Names], key => ManifestBinder.OwnKeys.Contains(key) ? Own(key) : sections.Property(key), "manifest");
        root["patternProperties"] = OwnFacts.AddTo(sections.Dotted(), _vocabulary);
        root.Insert(0, "title", "PolicyCheck manifest");
        root.Insert(1, "description", "Describes one deployment of facial recognition: who runs it, where, what it is and what it is used for. What isn't stated is unknown, never false.");
        return root;
    }

    private JsonObject Own(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "manifest" => Shape.Described("The name of the deployment, in lower case with hyphens; reports use it.", _scalars.Identifier()),
        "title" => Shape.Described("What people call the deployment; the name where none is given.", _scalars.Text()),
        "description" => Shape.Described("Free text for those who read the manifest; no rule reads it.", _scalars.Text()),
        "period" => Shape.Described("The days on which the deployment runs. `check --over period` judges it over all of them; a check of one day doesn't read it.", Period()),
        GivenBinder.Key => Given(StatementScope.Deployment),
        "uses" => Shape.Described("What the system is used for, one entry for each purpose. Each is assessed by itself, and the worst verdict counts.", Shape.List(Use(), 1)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a manifest"),
    };

    private JsonObject Period()
    {
        var period = Shape.Closed(ManifestBinder.PeriodKeys, key => key == "from"
            ? Shape.Described("The first day; where missing, it has always run.", _scalars.Date())
            : Shape.Described("The first day on which it no longer runs; where missing, no end is planned.", _scalars.Date()));
        period["minProperties"] = 1;
        return period;
    }

    private JsonObject Use()
    {
        var sections = new SectionSchema(_vocabulary, _statements.Ref, StatementScope.Use);
        var use = Shape.Closed([.. ManifestBinder.OwnUseKeys, .. sections.Names], key => ManifestBinder.OwnUseKeys.Contains(key) ? UseKey(key) : sections.Property(key), "id");
        use["patternProperties"] = OwnFacts.AddTo(sections.Dotted(), _vocabulary);
        return use;
    }

    private JsonObject UseKey(string key) => key switch
    {
        "id" => Shape.Described("The name of the use, in lower case with hyphens, distinct within the manifest.", _scalars.Identifier()),
        "title" => Shape.Described("What people call the use; the name where none is given.", _scalars.Text()),
        "description" => Shape.Described("Free text for those who read the manifest; no rule reads it.", _scalars.Text()),
        GivenBinder.Key => Given(StatementScope.Use),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a use"),
    };

    private JsonObject Given(StatementScope scope) => Shape.Described(
        scope == StatementScope.Use
            ? "Facts of this use, and groups of them, that mustn't be changed, besides those that nothing changes: no cure proposes to."
            : "Facts, and groups of them, that mustn't be changed, besides those that nothing changes: no cure proposes to; `uses` where no use may be dropped.",
        Shape.List(_scalars.Text()));
}
