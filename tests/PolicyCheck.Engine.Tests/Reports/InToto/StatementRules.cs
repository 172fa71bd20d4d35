using System.Text.Json.Nodes;

namespace PolicyCheck.Tests.Reports.InToto;

/// <summary>What the specifications of in-toto want of statements and of the predicates we write.</summary>
internal static class StatementRules
{
    private static readonly string[] Results = ["PASSED", "WARNED", "FAILED"];

    /// <summary>Everything that is wrong with a statement.</summary>
    public static IEnumerable<string> Problems(JsonNode statement) =>
    [
        .. Wrong(statement["_type"]?.GetValue<string>() == "https://in-toto.io/Statement/v1", "_type"),
        .. Wrong(statement["subject"] is JsonArray { Count: > 0 } subjects && subjects.All(HasDigest), "subject"),
        .. Wrong(statement["predicate"] is JsonObject, "predicate"),
        .. (statement["predicateType"]?.GetValue<string>(), statement["predicate"]) switch
        {
            ("https://in-toto.io/attestation/svr/v0.2", { } predicate) => VerificationProblems(predicate),
            ("https://in-toto.io/attestation/test-result/v0.1", { } predicate) => TestProblems(predicate),
            ("urn:policycheck:verdict:v1", { } predicate) => Wrong(predicate["verdict"] is JsonValue && IsDescribed(predicate["ruleSets"]), "verdict"),
            _ => ["predicateType"],
        },
    ];

    private static IEnumerable<string> VerificationProblems(JsonNode predicate) =>
    [
        .. Wrong(predicate["verifier"]?["id"] is JsonValue id && Uri.TryCreate(id.GetValue<string>(), UriKind.Absolute, out _), "verifier.id"),
        .. Wrong(IsDescribed(predicate["verifier"]?["policies"]), "verifier.policies"),
        .. Wrong(predicate["timeCreated"] is JsonValue time && DateTimeOffset.TryParse(time.GetValue<string>(), out _) && time.GetValue<string>().EndsWith('Z'), "timeCreated"),
        .. Wrong(predicate["properties"] is JsonArray properties && properties.All(property => property!.GetValue<string>().StartsWith("POLICYCHECK_", StringComparison.Ordinal)), "properties"),
    ];

    private static IEnumerable<string> TestProblems(JsonNode predicate)
    {
        var failed = predicate["failedTests"] as JsonArray;
        return
        [
            .. Wrong(Results.Contains(predicate["result"]?.GetValue<string>()), "result"),
            .. Wrong(failed is null || failed.Count > 0 == (predicate["result"]?.GetValue<string>() == "FAILED"), "result against failedTests"),
            .. Wrong(IsDescribed(predicate["configuration"]), "configuration"),
            .. new[] { "passedTests", "warnedTests", "failedTests" }.SelectMany(name => Wrong(predicate[name] is null || (predicate[name] is JsonArray tests && tests.All(test => test is JsonValue)), name)),
        ];
    }

    private static bool IsDescribed(JsonNode? list) => list is JsonArray resources && resources.All(resource => resource?["uri"] is not null || resource?["content"] is not null || HasDigest(resource));

    private static bool HasDigest(JsonNode? resource) =>
        resource?["digest"]?["sha256"]?.GetValue<string>() is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<string> Wrong(bool holds, string what) => holds ? [] : [what];
}
