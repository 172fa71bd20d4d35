using System.Text.Json.Nodes;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a source of a rule set.</summary>
/// <param name="scalars">The forms of single values.</param>
internal sealed class SourceSchema(Scalars scalars)
{
    public JsonObject Source() => Shape.Closed(SourceBinder.Keys, Key, "id", "title", "read", "confidence");

    private JsonObject Key(string key) => key switch
    {
        "id" => Shape.Described("The name that citations use.", scalars.Identifier()),
        "title" => Shape.Described("What the source is called.", scalars.Text()),
        "url" => Shape.Described("Its address.", scalars.Text()),
        "date" => Shape.Described("The day of the text.", scalars.Date()),
        "read" => Shape.Described(
            "How it was read: on the authority's own page, in a publisher's copy, through somebody's account, or not at all but from memory; then a failure counts as indeterminate.",
            Shape.Words(Enum.GetValues<ReadFrom>().Select(value => (Words.Of(value), WordText.Of(value))))),
        "checked" => Shape.Described("The day somebody last looked.", scalars.Date()),
        "confidence" => Shape.Described("How sure we are of its wording.", Shape.Words(Enum.GetValues<Confidence>().Select(value => (Words.Of(value), WordText.Of(value))))),
        "note" => Shape.Described("What is uncertain.", scalars.Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a source"),
    };
}
