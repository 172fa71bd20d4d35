using Spectre.Console.Testing;

namespace PolicyCheck.Cli.Tests;

public sealed class NewTests
{
    private static readonly string[] Rules =
    [
        "new", "rules", "ours/store-notice", "--title", "Our store policy", "--authority", "Example Stores", "--standing", "corporate-policy",
        "--jurisdiction", "US-OR, world", "--from", "2026-01-01", "--source-title", "The policy", "--read", "official",
    ];

    [Fact]
    public async Task A_new_rule_set_is_valid_and_its_drafted_tests_pass()
    {
        using var folder = new Folder();

        var rules = await Run.In(folder.Path, Rules);
        var draft = await Run.In(folder.Path, "new", "test", "ours/store-notice");
        var tests = await Run.In(folder.Path, "test", "ours");
        Assert.Equal(new Run(ExitCode.Holds, "wrote ours/store-notice.rules.yaml\nwrote ours/schemas/rules.schema.json\n", ""), rules);
        Assert.Equal(new Run(ExitCode.Holds, "wrote ours/store-notice_test.yaml\nwrote ours/schemas/test.schema.json\n", ""), draft);
        Assert.Equal(ExitCode.Holds, tests.Code);
        Assert.Equal("", tests.Error);
        Assert.StartsWith("# yaml-language-server: $schema=schemas/rules.schema.json\n", folder.Read("ours/store-notice.rules.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_is_formatted_and_lint_finds_every_placeholder_and_nothing_else()
    {
        using var folder = new Folder();
        await Run.In(folder.Path, [.. Rules, "--source-url", "https://example.com/policy?a=1,2", "--source-date", "2025-12-01"]);
        await Run.In(folder.Path, "new", "test", "ours/store-notice");
        await Run.In(folder.Path, "new", "manifest", "ours/shop", "--title", "Shop, the first: ours", "--sector", "retail", "--place", "US-OR/portland", "--function", "identification, verification");
        foreach (var fact in (string[])["store.openAtNight", "store.openOnSundays"])
        {
            await Run.In(folder.Path, "new", "fact", fact, "--in", "ours/vocabulary.yaml", "--type", "choice", "--meaning", "When: it is open", "--question", "Open?", "--ask-who", "operator", "--values", "early; late=after ten");
        }

        var lint = await Run.In(folder.Path, "lint", "ours", "-o", "json");
        Assert.Equal(new Run(ExitCode.Holds, "", ""), await Run.In(folder.Path, "fmt", "--check", "ours"));
        Assert.Equal(ExitCode.DoesNotHold, lint.Code);
        Assert.All(lint.Json.Texts("findings", "id"), static id => Assert.Equal("left-todo", id));
        Assert.Equal(
            [.. Placeholders(folder, "ours/store-notice.rules.yaml"), .. Placeholders(folder, "ours/vocabulary.yaml")],
            lint.Json.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("path").GetString()}:{finding.GetProperty("line").GetInt32()}"));
    }

    private static IEnumerable<string> Placeholders(Folder folder, string name) =>
        folder.Read(name).Split('\n').Index().Where(line => line.Item.Contains("TODO", StringComparison.Ordinal)).Select(line => $"{name}:{line.Index + 1}");

    [Fact]
    public async Task A_template_never_passes_for_law()
    {
        using var folder = new Folder();
        await Run.In(folder.Path, Rules);
        folder.Write("shop.manifest.yaml", Texts.Searching);

        var run = await Run.In(folder.Path, "check", "shop.manifest.yaml", "--rules", "ours", "--as-of", "2026-06-01");
        Assert.Equal(ExitCode.Indeterminate, run.Code);
        Assert.Contains("TODO", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_manifest_can_be_checked_at_once()
    {
        using var folder = new Folder();
        var made = await Run.In(folder.Path, "new", "manifest", "entrance", "--title", "Staff entrance", "--sector", "retail", "--place", "US-OR/portland", "--vendor", "NEC", "--function", "verification", "--purpose", "access-control");
        var run = await Run.In(folder.Path, "check", "entrance.manifest.yaml");
        Assert.Equal(ExitCode.Holds, made.Code);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_new_fact_joins_the_vocabulary_and_every_comment_stays()
    {
        using var folder = new Folder();
        const string before = "# Ours.\nvocabulary: ours\nfacts:\n    store.open:   # when\n        {type: flag, meaning: Whether it is open., question: Is it open?, askWho: operator} # so\n\n# The places.\nplaces:\n    US-OR/bend: {title: Bend} # here\n";
        folder.Write("vocabulary.yaml", before);

        var run = await Run.In(folder.Path, "new", "fact", "store.size", "--type", "choice", "--meaning", "How big: the store", "--question", "How big is it?", "--ask-who", "operator", "--values", "small=up to ten; big=more");
        Assert.Equal(ExitCode.Holds, run.Code);
        const string added = "\n    store.size:\n      type: choice\n      meaning: \"How big: the store\"\n      question: How big is it?\n      askWho: operator\n      values:\n        small: up to ten\n        big: more\n";
        Assert.Equal(before.Replace("# so\n", "# so\n" + added, StringComparison.Ordinal), folder.Read("vocabulary.yaml"));
    }

    [Fact]
    public async Task A_schema_learns_the_facts_that_are_added()
    {
        using var folder = new Folder();
        await Run.In(folder.Path, Rules);
        await Run.In(folder.Path, "new", "fact", "store.openAtNight", "--in", "ours/vocabulary.yaml", "--type", "flag", "--meaning", "Whether it is open at night.", "--question", "Is it open at night?", "--ask-who", "operator");
        Assert.Contains("store.openAtNight", folder.Read("ours/schemas/rules.schema.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_all_at_once()
    {
        using var folder = new Folder();
        var run = await Run.In(folder.Path, "new", "rules", "x", "--title", "X", "--read", "official");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.All(["--authority", "--standing", "--jurisdiction", "--from", "--source-title"], flag => Assert.Contains(flag + ":", run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("--title:", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Nothing_is_overwritten_unless_it_is_forced()
    {
        using var folder = new Folder().Write("ours/store-notice.rules.yaml", "mine");
        var refused = await Run.In(folder.Path, Rules);
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Equal("mine", folder.Read("ours/store-notice.rules.yaml"));
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, [.. Rules, "--force"])).Code);
        Assert.NotEqual("mine", folder.Read("ours/store-notice.rules.yaml"));
    }

    [Theory]
    [InlineData("--jurisdiction", "Atlantis", ExitCode.InvalidInput)]
    [InlineData("--from", "yesterday", ExitCode.Usage)]
    [InlineData("--standing", "law", ExitCode.Usage)]
    public async Task What_makes_no_valid_file_is_not_written(string flag, string answer, object expected)
    {
        using var folder = new Folder();
        string[] args = [.. Rules];
        args[Array.IndexOf(args, flag) + 1] = answer;
        Assert.Equal((ExitCode)expected, (await Run.In(folder.Path, args)).Code);
        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("new", "rules")]
    [InlineData("new", "rules", "Not An Id")]
    [InlineData("new", "test", "no-such-rules")]
    [InlineData("new", "fact", "deployer.sector")]
    [InlineData("new", "fact", "x.y", "--in", "words.yaml")]
    public async Task What_cannot_be_made_is_a_usage_error(params string[] args)
    {
        using var folder = new Folder();
        Assert.Equal(ExitCode.Usage, (await Run.In(folder.Path, args)).Code);
    }

    [Theory]
    [InlineData("- item: [x] {y} #z")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("yes")]
    [InlineData("{{id}} 😀 ünï")]
    [InlineData("a: b")]
    public async Task Any_text_stays_a_text(string text)
    {
        using var folder = new Folder();
        string[] args = [.. Rules];
        args[Array.IndexOf(args, "--title") + 1] = text;
        Assert.Equal(ExitCode.Holds, (await Run.In(folder.Path, args)).Code);
        var run = await Run.In(folder.Path, "list", "--rules", "ours", "-o", "json");
        Assert.Equal([text], run.Json.Texts("ruleSets", "title"));
    }

    [Fact]
    public async Task On_a_terminal_it_asks_for_what_the_flags_leave_out()
    {
        using var folder = new Folder();
        using var console = new TestConsole();
        console.Profile.Capabilities.Interactive = true;
        console.Input.PushTextWithEnter("Example Stores");
        console.Input.PushKey(ConsoleKey.DownArrow);
        console.Input.PushKey(ConsoleKey.Enter);
        foreach (var answer in new[] { "world", "not a day", "2026-01-01", "The act" })
        {
            console.Input.PushTextWithEnter(answer);
        }

        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("");
        console.Input.PushTextWithEnter("");
        console.Input.PushKey(ConsoleKey.Enter);

        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var code = await Application.RunAsync(
            ["new", "rules", "an-act", "--title", "An act"],
            new(Stream.Null, output, error, TimeProvider.System, folder.Path, Colours: false, Surroundings.PlainWidth) { Prompts = () => console },
            TestContext.Current.CancellationToken);
        Assert.Equal("", error.ToString());
        Assert.Equal(ExitCode.Holds, code);
        Assert.Contains("is not a day", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What is the text called", console.Output, StringComparison.Ordinal);
        Assert.Contains("authority: Example Stores\nstanding: regulation\njurisdictions: [world]\n", folder.Read("an-act.rules.yaml"), StringComparison.Ordinal);
    }
}
