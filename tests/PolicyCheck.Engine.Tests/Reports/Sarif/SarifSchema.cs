using Validator = NJsonSchema.JsonSchema;

namespace PolicyCheck.Tests.Reports.Sarif;

/// <summary>The official schema of SARIF 2.1.0, which lies beside the checkout and isn't ours to give away.</summary>
internal static class SarifSchema
{
    private static readonly string Path = System.IO.Path.Combine(Golden.Root, "..", "shared", "schemas", "sarif-2.1.0.json");
    private static readonly Lazy<Validator> Schema = new(() => Validator.FromJsonAsync(File.ReadAllText(Path)).GetAwaiter().GetResult());

    public static void SkipIfAbsent() => Assert.SkipUnless(File.Exists(Path), "the schema of SARIF isn't beside the checkout");

    public static IEnumerable<string> Problems(string sarif) => Schema.Value.Validate(sarif).Select(error => $"{error.Path}: {error.Kind}");
}
