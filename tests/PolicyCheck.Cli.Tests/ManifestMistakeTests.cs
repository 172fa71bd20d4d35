namespace PolicyCheck.Cli.Tests;

public sealed class ManifestMistakeTests
{
    private const string Shop = """
        manifest: shop
        title: A shop
        deployer:
          name: The shop
          sector: retail
          publicBody: false
        places: [US-OR/portland]
        system: {vendor: Amazon, inServiceSince: 2020-06-10}
        accuracy: {threshold: 98 %}
        safeguards:
          retention: 30 days
          humanReview: {value: true, basis: documented, source: handbook, on: 2026-03-01}
        uses:
          - id: entrance
            title: The entrance
            purpose: [theft-prevention]
            realTime: true

        """;

    [Theory]
    [InlineData("title: A shop", "titel: A shop", "titel", "PC301", "did you mean `title`?")]
    [InlineData("deployer:", "deplyer:", "deplyer", "PC301", "did you mean `deployer`?")]
    [InlineData("sector:", "sectro:", "sectro", "PC301", "did you mean `deployer.sector`?")]
    [InlineData("uses:", "use:", "use:", "PC301", "did you mean `uses`?")]
    [InlineData("purpose:", "purpos:", "purpos", "PC301", "did you mean `purpose`?")]
    [InlineData("retail", "retial", "retial", "PC303", "did you mean `retail`?")]
    [InlineData("theft-prevention", "theft-preventoin", "theft-preventoin", "PC303", "did you mean `theft-prevention`?")]
    [InlineData("Amazon", "Amazn", "Amazn", "PC307", "did you mean `Amazon`?")]
    [InlineData("Amazon", "amazon", "amazon", "PC307", "did you mean `Amazon`?")]
    [InlineData("US-OR/portland", "US-ORR", "US-ORR", "PC306", "did you mean `US-OR`?")]
    [InlineData("US-OR/portland", "US-OR/portlnd", "US-OR/portlnd", "PC306", "did you mean `US-OR/portland`?")]
    [InlineData("US-OR/portland", "us-or", "us-or", "PC306", "did you mean `US-OR`?")]
    [InlineData("US-OR/portland", "us-or/portland", "us-or/portland", "PC306", "did you mean `US-OR/portland`?")]
    [InlineData("2020-06-10", "2020/06/10", "2020/06/10", "PC206", "did you mean `2020-06-10`?")]
    [InlineData("2026-03-01", "2026-3-1", "2026-3-1", "PC206", "did you mean `2026-03-01`?")]
    [InlineData("98 %", "98", "98}", "PC304", "did you mean `98 %`?")]
    [InlineData("30 days", "30 dayz", "30 dayz", "PC305", "did you mean `30 days`?")]
    [InlineData("basis: documented", "basis: documentd", "documentd", "PC204", "did you mean `documented`?")]
    [InlineData("basis:", "bases:", "bases", "PC201", "did you mean `basis`?")]
    [InlineData("realTime: true", "realTime: True", "True", "PC302", "did you mean `true`, without quotes?")]
    [InlineData("realTime: true", "realTime: 'true'", "'true'", "PC302", "did you mean `true`, without quotes?")]
    public async Task A_slip_of_the_pen_is_told_with_its_place_and_what_was_meant(string right, string wrong, string at, string code, string cure)
    {
        var text = Diagnosed.Mistaken(Shop, right, wrong);
        using var folder = new Folder().Write("shop.manifest.yaml", text);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        var told = Diagnosed.Of(run).First(problem => problem.Code == code);
        Assert.Equal($"shop.manifest.yaml:{Diagnosed.PlaceOf(at, text)}", told.Place);
        Assert.Equal("error", told.Level);
        Assert.StartsWith(cure, told.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("realTime: true", "system: {vendor: Amazon}", "is a fact of the whole deployment", "state it beside `uses`")]
    [InlineData("realTime: true", "deployer.sector: retail", "is a fact of the whole deployment", "state it beside `uses`")]
    [InlineData("realTime: true", "places: [US]", "is a fact of the whole deployment", "state it beside `uses`")]
    [InlineData("title: A shop", "purpose: [theft-prevention]", "is a fact of a use", "without `use.`")]
    [InlineData("title: A shop", "use.purpose: [theft-prevention]", "is a fact of a use", "without `use.`")]
    [InlineData("title: A shop", "use: {purpose: [theft-prevention]}", "is a fact of a use", "without `use.`")]
    public async Task A_fact_in_the_wrong_place_is_sent_to_the_right_one(string right, string wrong, string message, string cure)
    {
        using var folder = new Folder().Write("shop.manifest.yaml", Diagnosed.Mistaken(Shop, right, wrong));

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        var told = Assert.Single(Diagnosed.Of(run));
        Assert.Equal("PC601", told.Code);
        Assert.Contains(message, told.Message, StringComparison.Ordinal);
        Assert.Contains(cure, told.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: A shop", "deployer.sector: retail", "PC309", "is stated twice")]
    [InlineData("purpose: [theft-prevention]", "purpose: [theft-prevention]\n    purpose: [customer-login]", "PC107", "")]
    [InlineData("  - id: entrance", "  - id: entrance\n  - id: entrance", "PC207", "there is another use `entrance`")]
    [InlineData("manifest: shop", "manifest: The Shop", "PC205", "is not an identifier")]
    [InlineData("system: {vendor: Amazon, inServiceSince: 2020-06-10}", "system: Amazon", "PC203", "`system` is not a fact but a group of facts")]
    [InlineData("manifest: shop\n", "", "PC202", "has no `manifest`")]
    [InlineData("- id: entrance\n    title", "- title", "PC202", "has no `id`")]
    [InlineData("30 days", "30 working days", "PC305", "can't be compared")]
    [InlineData("98 %", "120 %", "PC304", "is not between 0 and 1")]
    public async Task What_contradicts_itself_is_refused(string right, string wrong, string code, string message)
    {
        using var folder = new Folder().Write("shop.manifest.yaml", Diagnosed.Mistaken(Shop, right, wrong));

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.Contains(Diagnosed.Of(run), told => told.Code == code && told.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_problem_of_a_file_is_told_and_not_only_the_first()
    {
        var text = Shop
            .Replace("retail", "retial", StringComparison.Ordinal)
            .Replace("Amazon", "Amazn", StringComparison.Ordinal)
            .Replace("US-OR/portland", "US-ORR", StringComparison.Ordinal)
            .Replace("2020-06-10", "2020/06/10", StringComparison.Ordinal)
            .Replace("30 days", "a while", StringComparison.Ordinal)
            .Replace("theft-prevention", "theft", StringComparison.Ordinal)
            .Replace("realTime", "realtime", StringComparison.Ordinal);
        using var folder = new Folder().Write("shop.manifest.yaml", text);

        var told = Diagnosed.Of(await Run.In(folder.Path, "check", "shop.manifest.yaml"));
        Assert.Equal(["PC303", "PC306", "PC307", "PC206", "PC305", "PC303", "PC301"], told.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Null_means_that_nothing_is_stated()
    {
        using var folder = new Folder()
            .Write("null.manifest.yaml", Diagnosed.Mistaken(Shop, "publicBody: false", "publicBody: null"))
            .Write("absent.manifest.yaml", Diagnosed.Mistaken(Shop, "publicBody: false", "# nobody has said whether it is a public body"));

        var run = await Run.In(folder.Path, "check", ".", "-o", "json");
        Assert.Empty(run.Error);
        var uses = run.Json.Uses().Select(use => use.GetRawText()).ToList();
        Assert.Equal(uses[0], uses[1]);
    }

    [Fact]
    public async Task A_manifest_without_uses_is_judged_with_a_warning()
    {
        using var folder = Texts.ShopFolder().Write("shop.manifest.yaml", "manifest: shop\ndeployer: {sector: retail}\n");

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "rules");
        Assert.Equal(ExitCode.Indeterminate, run.Code);
        var told = Assert.Single(Diagnosed.Of(run));
        Assert.Equal("warning PC602", $"{told.Level} {told.Code}");
    }

    [Theory]
    [InlineData("uses: []")]
    [InlineData("uses: {}")]
    [InlineData("uses: entrance")]
    [InlineData("uses: [entrance]")]
    [InlineData("uses: [[]]")]
    [InlineData("uses: [{}]")]
    [InlineData("uses: [null]")]
    public async Task Uses_that_are_no_list_of_uses_are_refused(string uses)
    {
        using var folder = new Folder().Write("shop.manifest.yaml", $"manifest: shop\n{uses}\n");

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.NotEmpty(Diagnosed.Of(run));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("shop")]
    [InlineData("- manifest: shop")]
    [InlineData("# only a comment")]
    public async Task A_file_that_holds_no_manifest_is_refused(string text)
    {
        using var folder = new Folder().Write("shop.manifest.yaml", text);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml");
        Assert.Equal(ExitCode.InvalidInput, run.Code);
        Assert.NotEmpty(Diagnosed.Of(run));
    }
}
