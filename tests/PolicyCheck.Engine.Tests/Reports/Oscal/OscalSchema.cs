using Validator = NJsonSchema.JsonSchema;

namespace PolicyCheck.Tests.Reports.Oscal;

/// <summary>The official schema of OSCAL's assessment results, which lies beside the checkout and isn't ours to give away.</summary>
internal static class OscalSchema
{
    /// <summary>Where it lies.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Golden.Root, "..", "shared", "schemas", "oscal_assessment-results_schema.json");

    private static readonly Lazy<Validator> Schema = new(() => Validator.FromJsonAsync(File.ReadAllText(Path)).GetAwaiter().GetResult());

    public static void SkipIfAbsent() => Assert.SkipUnless(File.Exists(Path), "the schema of OSCAL isn't beside the checkout");

    public static IEnumerable<string> Problems(string document) => Schema.Value.Validate(document).Select(error => $"{error.Path}: {error.Kind}");
}
