using System.Text.Json;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>What authors get from the schemas in any editor that has the language server for YAML.</summary>
public sealed class YamlLanguageServerTests(YamlLanguageServer server) : IClassFixture<YamlLanguageServer>
{
    private const string Rules = "# yaml-language-server: $schema=schemas/rules.schema.json\nruleSet: own\n";
    private const string Manifest = "# yaml-language-server: $schema=schemas/manifest.schema.json\nmanifest: own\n";

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "rules"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("a fact in a condition", "definitions: {}\nrules:\n  - when:\n      deployer.s‸\n", "deployer.sector", "What the organisation mainly is")]
    [InlineData("a connective", "definitions:\n  police:\n    a‸\n", "any", "At least one condition of the list holds.")]
    [InlineData("a value of a fact", "definitions:\n  police:\n    deployer.sector: ‸\n", "retail", "shops, in the street or online")]
    [InlineData("a value in a list", "definitions:\n  police:\n    use.purpose: [‸]\n", "missing-child-search", "to find missing children")]
    [InlineData("an operator", "definitions:\n  police:\n    accuracy.threshold: {at‸}\n", "atLeast", "The value or more.")]
    [InlineData("an operator on a line of its own", "definitions:\n  police:\n    safeguards.retention:\n      ‸\n", "atMost", "The value or less.")]
    [InlineData("a measure", "definitions:\n  police:\n    accuracy.results:\n      ‸\n", "highestRate", "The highest error rate of a selected row, as observed.")]
    [InlineData("a place", "definitions:\n  police:\n    places: ‸\n", "US-OR/portland", "Portland, Oregon")]
    [InlineData("a group of places", "jurisdictions: [‸]\n", "EU", "European Union")]
    [InlineData("a country", "jurisdictions: [‸]\n", "FR", "France")]
    [InlineData("a standing", "standing: ‸\n", "court-order", "A judgment, decree or order, which binds its parties.")]
    [InlineData("a key of a rule", "rules:\n  - id: own\n    ‸\n", "prohibits", "What must not be.")]
    [InlineData("how a source was read", "sources:\n  - id: act\n    read: ‸\n", "recollection", "Not read: from memory")]
    public async Task A_rule_set_is_completed(string what, string marked, string label, string documentation)
    {
        var item = (await Complete($"{what}.rules.yaml", Rules + marked)).First(item => item.GetProperty("label").GetString() == label);
        Assert.StartsWith(documentation, Documentation(item), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a section", "dep‸\n", "deployer", "The facts of deployer")]
    [InlineData("a fact", "deployer:\n  sec‸\n", "sector", "What the organisation mainly is")]
    [InlineData("a value", "deployer:\n  sector: ‸\n", "education", "schools, colleges, universities")]
    [InlineData("a place", "places: [‸]\n", "US-OR/portland", "Portland, Oregon")]
    [InlineData("a fact of a use", "uses:\n  - id: own\n    real‸\n", "realTime", "Whether")]
    [InlineData("a basis", "safeguards:\n  humanReview: {value: true, basis: ‸}\n", "attested", "")]
    public async Task A_manifest_is_completed(string what, string marked, string label, string documentation)
    {
        var item = (await Complete($"{what}.manifest.yaml", Manifest + marked)).First(item => item.GetProperty("label").GetString() == label);
        Assert.StartsWith(documentation, Documentation(item), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hover.rules.yaml", "definitions:\n  police:\n    deployer.se‸ctor: retail\n", "What the organisation mainly is; a public body takes the value that names its task.", "What kind of organisation is it? (operator knows)", "- `retail`: shops, in the street or online")]
    [InlineData("hover-operator.rules.yaml", "definitions:\n  police:\n    accuracy.threshold: {at‸Least: 98 %}\n", "The value or more.")]
    [InlineData("hover-key.rules.yaml", "stand‸ing: statute\n", "What kind of text it is, and so whether it binds")]
    [InlineData("hover.manifest.yaml", "deployer:\n  sect‸or: retail\n", "What the organisation mainly is; a public body takes the value that names its task.")]
    public async Task Hovering_shows_what_the_vocabulary_says(string file, string marked, params string[] said)
    {
        Ready();
        var (text, place) = Marked.Of((file.EndsWith(".rules.yaml", StringComparison.Ordinal) ? Rules : Manifest) + marked);
        await server.Client.Open(In("rules", file), text);
        var hover = await server.Client.AskAt("textDocument/hover", In("rules", file), place);
        var shown = hover.GetProperty("contents").GetProperty("value").GetString() ?? "";
        Assert.All(said, words => Assert.Contains(words, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("typo-fact.rules.yaml", "definitions:\n  police:\n    deployer.secto: retail\n", "Property deployer.secto is not allowed.")]
    [InlineData("typo-value.rules.yaml", "definitions:\n  police:\n    deployer.sector: retial\n", "Value is not accepted. Valid values: \"law-enforcement\"")]
    [InlineData("typo-operator.rules.yaml", "definitions:\n  police:\n    accuracy.threshold: {atLest: 98 %}\n", "Incorrect type. Expected")]
    [InlineData("typo-place.rules.yaml", "definitions:\n  police:\n    places: Oregon\n", "write an ISO 3166 country or subdivision")]
    [InlineData("typo-number.rules.yaml", "definitions:\n  police:\n    accuracy.threshold: {atLeast: 98 percent}\n", "write it as 98 %, 0.98 or 1 in 1000")]
    [InlineData("typo-key.rules.yaml", "rules:\n  - {id: own, prohibit: {}}\n", "Property prohibit is not allowed.")]
    [InlineData("typo-section.manifest.yaml", "deploier: {sector: retail}\n", "Property deploier is not allowed.")]
    [InlineData("typo-fact.manifest.yaml", "deployer: {sectr: retail}\n", "Property sectr is not allowed.")]
    public async Task A_typo_is_flagged(string file, string text, string message)
    {
        Ready();
        await server.Client.Open(In("rules", file), (file.EndsWith(".rules.yaml", StringComparison.Ordinal) ? Rules : Manifest) + text);
        var diagnostics = await server.Client.Diagnostics(In("rules", file), static all => all.Count > 0);
        Assert.True(diagnostics.Any(diagnostic => diagnostic.StartsWith(message, StringComparison.Ordinal)), string.Join("\n", diagnostics));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Nothing_is_flagged_in_a_file_that_we_ship(string path)
    {
        Ready();
        await server.Client.Open(In(path), await File.ReadAllTextAsync(In(path), TestContext.Current.CancellationToken));
        Assert.Empty(await server.Client.Diagnostics(In(path), static _ => true));
    }

    private void Ready() => Assert.SkipWhen(server.Absence is not null, server.Absence ?? "");

    private async Task<List<JsonElement>> Complete(string file, string marked)
    {
        Ready();
        var (text, place) = Marked.Of(marked);
        await server.Client.Open(In("rules", file), text);
        var answer = await server.Client.AskAt("textDocument/completion", In("rules", file), place);
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    private static string Documentation(JsonElement item) =>
        !item.TryGetProperty("documentation", out var said) ? ""
        : (said.ValueKind == JsonValueKind.String ? said : said.GetProperty("value")).GetString() ?? "";

    private static string In(params string[] path) => Path.Combine([Repository.Root, .. path]);
}
