namespace PolicyCheck.Cli.Tests;

public sealed class OwnVocabularyTests
{
    private const string Words = """
        vocabulary: mine
        facts:
          shop.aisles: {type: number, unit: count, meaning: How many aisles there are., question: How many aisles are there?, askWho: operator}
        places:
          US-OR/salem: {title: "Salem, Oregon"}

        """;

    private const string Rules = """
        ruleSet: aisles
        title: Big shops
        authority: A city
        standing: ordinance
        jurisdictions: [US-OR/salem]
        summary: Big shops may not search faces.
        sources: [{id: act, title: The act, read: official, confidence: high}]
        inForce: [{from: 2021-01-01}]
        facts:
          aisles.licence: {type: flag, meaning: Whether the shop has a licence., question: Does the shop have a licence?, askWho: legal}
        rules:
          - id: big
            title: A big shop may not search faces
            citation: act
            prohibits: {shop.aisles: {moreThan: 3}, aisles.licence: false}
            severity: high
            remedy: Get a licence.
        notCovered: [Anything else.]

        """;

    private const string Manifest = """
        manifest: shop
        places: [US-OR/salem]
        shop: {aisles: 4}
        aisles: {licence: false}
        uses: [{id: entrance}]

        """;

    [Theory]
    [InlineData("mine/vocabulary.yaml", "mine")]
    [InlineData("mine/shops.vocabulary.yaml", "mine")]
    [InlineData("vocabulary.yaml", ".")]
    [InlineData("vocabulary.yml", ".")]
    public async Task A_folder_of_rules_can_add_facts_of_its_own_to_the_built_in_ones(string file, string rules)
    {
        using var folder = new Folder().Write(file, Words).Write("mine/aisles.rules.yaml", Rules).Write("shop.manifest.yaml", Manifest);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", rules, "-o", "json");
        Assert.Empty(run.Error);
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
    }

    [Theory]
    [InlineData("vocabulary.yaml")]
    [InlineData("vocabulary.yml")]
    public async Task A_folder_of_rules_can_bring_a_whole_vocabulary(string file)
    {
        const string Places = "facts:\n  places: {type: places, meaning: Where the shop is., question: Where is the shop?, askWho: operator}\n";
        using var folder = new Folder()
            .Write(file, Words.Replace("vocabulary: mine", "vocabulary: core", StringComparison.Ordinal).Replace("shop.aisles", "deployer.sector", StringComparison.Ordinal).Replace("facts:\n", Places, StringComparison.Ordinal))
            .Write("aisles.rules.yaml", Rules.Replace("shop.aisles", "deployer.sector", StringComparison.Ordinal))
            .Write("shop.manifest.yaml", Manifest.Replace("shop: {aisles: 4}", "deployer: {sector: 4}", StringComparison.Ordinal));

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", ".", "-o", "json");
        Assert.Empty(run.Error);
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
    }

    [Fact]
    public async Task A_fact_that_no_vocabulary_declares_is_unknown_to_rules_and_manifests()
    {
        using var folder = new Folder().Write("mine/aisles.rules.yaml", Rules).Write("shop.manifest.yaml", Manifest);

        var rules = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "mine");
        Assert.Equal(ExitCode.InvalidInput, rules.Code);
        Assert.Contains(Diagnosed.Of(rules), told => told.Code == "PC301" && told.Message == "`shop.aisles` is not a fact of the vocabulary");

        var manifest = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, manifest.Code);
        Assert.Contains(Diagnosed.Of(manifest), told => told.Code == "PC301");
    }

    [Theory]
    [InlineData("type: number", "type: numbr", "PC204")]
    [InlineData("askWho: operator", "askWho: nobody", "PC204")]
    [InlineData("vocabulary: mine", "vocabularies: mine", "PC201")]
    [InlineData("shop.aisles:", "deployer.sector.aisles:", "PC308")]
    [InlineData("meaning: How many aisles there are., ", "", "PC202")]
    [InlineData("US-OR/salem", "US-ORR/salem", "PC306")]
    public async Task A_vocabulary_with_mistakes_is_refused(string right, string wrong, string code)
    {
        using var folder = new Folder().Write("mine/vocabulary.yaml", Diagnosed.Mistaken(Words, right, wrong)).Write("mine/aisles.rules.yaml", Rules).Write("shop.manifest.yaml", Manifest);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "mine");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains(Diagnosed.Of(run), told => told.Code == code && told.Place.StartsWith("mine/vocabulary.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Smaller_limits_on_manifests_leave_the_built_in_rules_to_be_read()
    {
        var run = await Run.Of("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15", "--max-bytes", "4000", "--max-nodes", "200", "--max-depth", "8");
        Assert.Equal(ExitCode.Indeterminate, run.Code);

        var refused = await Run.Of("check", "rules/examples/icmec.manifest.yaml", "--as-of", "2020-06-15", "--max-nodes", "10");
        Assert.Equal(ExitCode.InvalidInput, refused.Code);
        Assert.Contains("PC106", refused.Error, StringComparison.Ordinal);
    }
}
