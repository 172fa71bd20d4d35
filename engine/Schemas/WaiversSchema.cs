using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Waivers;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a file of waivers.</summary>
internal sealed class WaiversSchema
{
    private readonly Scalars _scalars;
    private readonly ConditionSchema _conditions;

    public WaiversSchema(Vocabulary vocabulary, Definitions definitions)
    {
        _scalars = new(vocabulary, definitions);
        _conditions = new(vocabulary, _scalars, definitions);
    }

    public JsonObject Root()
    {
        var root = Shape.Closed(WaiverBinder.FileKeys, FileKey, "waivers");
        root.Insert(0, "title", "PolicyCheck waivers");
        root.Insert(1, "description", "Failures that somebody who may has accepted: of one rule by one version of one deployment, with reason, grantor and end.");
        return root;
    }

    private JsonObject FileKey(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "waivers" => Shape.Described("The waivers.", Shape.List(Shape.Closed(WaiverBinder.Keys, Key, "id", "rule", "deployment", "reason", "grantor", "authority", "requestedBy", "from", "to"))),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a file of waivers"),
    };

    private JsonObject Key(string key) => key switch
    {
        "id" => Shape.Described("The name of the waiver, in lower case with hyphens, distinct among all waivers.", _scalars.Identifier()),
        "rule" => Shape.Described("The rule that is waived, as rule-set-id/rule-id. `policycheck explain` says whether it may be.", Shape.Pattern("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", "write rule-set-id/rule-id", "us-omb-m-25-21/monitoring")),
        "deployment" => Shape.Described("The deployment that is excused, by the id of its manifest.", _scalars.Identifier()),
        "digest" => Shape.Described("The version of the manifest that is excused: sha256: and what sha256sum prints for its file. Without it the waiver is void.", Shape.Pattern("^sha256:[0-9a-f]{64}$", "write sha256: and 64 digits in lower case")),
        "uses" => Shape.Described("The uses that are excused; where missing, all of the deployment.", Shape.List(_scalars.Identifier())),
        "reason" => Shape.Described("Why the failure is accepted.", _scalars.Text()),
        "grantor" => Shape.Described("The person who granted it.", _scalars.Text()),
        "authority" => Shape.Described("The office by which they could, as the rule names it.", _scalars.Text()),
        "requestedBy" => Shape.Described("Who asked for it; nobody grants a waiver to themselves.", _scalars.Text()),
        "from" => Shape.Described("Its first day.", _scalars.Date()),
        "to" => Shape.Described("Its last day, on which it still holds.", _scalars.Date()),
        "conditions" => Shape.Described("What must hold of a use for it to be excused; what isn't known doesn't excuse.", _conditions.Ref()),
        "renews" => Shape.Described("The waiver that it prolongs, which ends on the day before.", _scalars.Identifier()),
        "document" => Shape.Described("The document by which it was granted.", _scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a waiver"),
    };
}
