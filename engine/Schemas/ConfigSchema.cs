using System.Text.Json.Nodes;
using PolicyCheck.Binding;
using PolicyCheck.Facts;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a project's configuration.</summary>
internal sealed class ConfigSchema
{
    private readonly Scalars _scalars;

    public ConfigSchema(Vocabulary vocabulary, Definitions definitions) => _scalars = new(vocabulary, definitions);

    public JsonObject Root()
    {
        var root = Shape.Closed(ProjectReader.Keys, Key);
        root.Insert(0, "title", "PolicyCheck project configuration");
        root.Insert(1, "description", "Says what `policycheck check` goes by in this folder and those below it. A flag counts before a variable of the environment, and that before this file.");
        return root;
    }

    private JsonObject Key(string key) => key switch
    {
        MappingBinder.SchemaKey => _scalars.SchemaReference(),
        "ruleSets" => Shape.Described("The built-in rule sets to use, by id; `*` stands for any letters and `?` for one. All are used where this is missing.", Several(_scalars.Text())),
        "parameters" => Shape.Described("Parameters of rule sets that this project makes stricter: rule set, parameter, value. A looser value is an error.", Shape.Named(Shape.Named(new() { ["type"] = Shape.Strings(["string", "number"]) }))),
        "severities" => Shape.Described("How much rules matter to this project: a rule set, or rule set, slash, rule.", Shape.Named(Shape.Words(Words.Severities))),
        _ => Setting(ProjectKey.All.Single(known => known.Name == key)),
    };

    private JsonObject Setting(ProjectKey key)
    {
        var value = key.Words is ["true", "false"] ? new() { ["type"] = "boolean" } : key.Words.IsEmpty ? _scalars.Text() : Shape.Words(key.Words);
        return Shape.Described($"{key.Meaning}{(key.IsPath ? " Paths start from this file's folder." : "")}", key.IsList ? Several(value) : value);
    }

    // A list of one may be written without brackets.
    private static JsonObject Several(JsonObject item) => Shape.AnyOf(Shape.List(item), (JsonObject)item.DeepClone());
}
