using System.Text.Json.Nodes;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.Fleets;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Schemas;

/// <summary>The schema of a line of a fleet's results.</summary>
internal sealed class ResultSchema
{
    private readonly Scalars _scalars;
    private readonly Definitions _definitions;

    public ResultSchema(Vocabulary vocabulary, Definitions definitions) => (_scalars, _definitions) = (new(vocabulary, definitions), definitions);

    public JsonObject Root()
    {
        var root = Shape.Closed(FleetLine.Keys, Key, "schemaVersion", "source", "asOf", "rules", "exitCode");
        root.Insert(0, "title", "PolicyCheck result of a fleet");
        root.Insert(1, "description", "One line of `policycheck check -o ndjson`: what came of one deployment, or why its document was refused.");
        root["oneOf"] = Shape.Array([Requires("manifest", "digest", "verdict", "places", "uses"), Requires("refused")]);
        return root;
    }

    private static JsonObject Requires(params IEnumerable<string> keys) => new() { ["required"] = Shape.Strings(keys) };

    private static JsonObject Number() => new() { ["type"] = "integer", ["minimum"] = 1 };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Always() => new() { ["enum"] = new JsonArray(true) };

    private JsonObject Digest() => _definitions.Ref("digest", static () => Shape.Pattern("^sha256:[0-9a-f]{64}$", "write sha256: and 64 digits in lower case"));

    private JsonObject Key(string key) => key switch
    {
        "schemaVersion" => Shape.Described("The version of this schema: its first number changes when something is taken away or means something else.", Text()),
        "source" => Shape.Described("The file that the document stands in, as it was named; - for standard input.", Text()),
        "line" => Shape.Described("The line of the source at which the document or its name stands; missing where the line is about a whole file.", Number()),
        "manifest" => Shape.Described("The deployment, by the id of its manifest.", _scalars.Identifier()),
        "digest" => Shape.Described("The SHA-256 of the document: of the line without its end, or of the file.", Digest()),
        "asOf" => Shape.Described("The day asked about.", _scalars.Date()),
        "rules" => Shape.Described("One digest for all rules that were loaded, with the project's parameters and severities.", Digest()),
        "settings" => Shape.Described("The settings that aren't the defaults, by the keys of the configuration; missing where all are.", Shape.Closed(FleetLine.SettingKeys, Setting)),
        "verdict" => Shape.Described("The worst of the uses' verdicts.", Shape.Words(Enum.GetValues<Verdict>().Select(Words.Of))),
        "exitCode" => Shape.Described("The exit code that a check of this document alone would end with.", new() { ["type"] = "integer", ["minimum"] = 0 }),
        "places" => Shape.Described("The places that the deployment is stated to be at.", Shape.List(Text())),
        "uses" => Shape.Described("What came of each use.", Shape.List(Shape.Closed(FleetLine.UseKeys, Use, "id", "verdict", "findings"))),
        "refused" => Shape.Described("Why the document, or a part of it, could not be judged.", Shape.List(Diagnostic(), atLeast: 1)),
        "diagnostics" => Shape.Described("What is doubtful about the document or about waivers for it.", Shape.List(Diagnostic(), atLeast: 1)),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a result"),
    };

    private JsonObject Setting(string key) => key switch
    {
        "strict" => Shape.Described("Failures of rules that nobody read, or whose standing is unresolved, count as failures.", Always()),
        "explain" => Shape.Described("Which findings are written: none, or all that were evaluated.", Shape.Words(["off", "full"])),
        "waivers" => Shape.Described("One digest for all files of waivers.", Digest()),
        "maxBytes" => Shape.Described("The largest document that is read, in bytes.", Number()),
        "maxDepth" => Shape.Described("The deepest nesting that is read.", Number()),
        "maxNodes" => Shape.Described("The most values and keys that are read of a document.", Number()),
        _ => Known(ProjectKey.All.Single(known => known.Name == key)),
    };

    private static JsonObject Known(ProjectKey key) => Shape.Described(key.Meaning, key.IsList ? Shape.List(Shape.Words(key.Words), atLeast: 1) : Shape.Words(key.Words));

    private JsonObject Use(string key) => key switch
    {
        "id" => Shape.Described("The use.", _scalars.Identifier()),
        "verdict" => Shape.Described("What follows from its findings.", Shape.Words(Enum.GetValues<Verdict>().Select(Words.Of))),
        "findings" => Shape.Described("The findings that fail, are open, are waived or are errors; others only with --explain full.", Shape.List(Shape.Closed(FleetLine.FindingKeys, Finding, "ruleSet", "rule", "outcome", "severity"))),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a use"),
    };

    private JsonObject Finding(string key) => key switch
    {
        "ruleSet" => Shape.Described("The rule set.", _scalars.Identifier()),
        "rule" => Shape.Described("The rule in it.", _scalars.Identifier()),
        "outcome" => Shape.Described("What came of the rule.", Shape.Words(Enum.GetValues<RuleOutcome>().Select(Words.Of))),
        "severity" => Shape.Described("How much the rule matters.", Shape.Words(Enum.GetValues<Severity>().Select(Words.Of))),
        "advisory" => Shape.Described("The rule advises and doesn't bind; missing where it binds.", Always()),
        "doubtful" => Shape.Described("The outcome counts as open, since nobody read the text or its standing is unresolved; missing where it counts as it is.", Always()),
        "missing" => Shape.Described("The unknown facts that can still change the outcome, and parameters without a value in force, with a dollar sign.", Shape.List(Text(), atLeast: 1)),
        "waiver" => Shape.Described("The waiver that covers the failure.", Text()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a finding"),
    };

    private JsonObject Diagnostic() => _definitions.Ref("diagnostic", static () => Shape.Closed(FleetLine.DiagnosticKeys, Told, [.. FleetLine.DiagnosticKeys]));

    private static JsonObject Told(string key) => key switch
    {
        "path" => Shape.Described("The file.", Text()),
        "code" => Shape.Described("The stable code.", Text()),
        "level" => Shape.Described("How bad it is.", Shape.Words(Enum.GetValues<DiagnosticLevel>().Select(Words.Of))),
        "message" => Shape.Described("What is wrong.", Text()),
        "cure" => Shape.Described("What to do about it.", Text()),
        "line" => Shape.Described("The line of the file.", Number()),
        "column" => Shape.Described("The column.", Number()),
        _ => throw new InvalidOperationException($"no schema for the key `{key}` of a diagnostic"),
    };
}
