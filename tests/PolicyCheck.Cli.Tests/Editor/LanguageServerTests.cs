using System.Diagnostics;
using System.Text.Json;
using StreamJsonRpc;

namespace PolicyCheck.Cli.Tests.Editor;

/// <summary>Our own language server, asked as an editor asks it.</summary>
public sealed class LanguageServerTests
{
    [Fact]
    public async Task Nothing_is_wrong_with_the_example()
    {
        await using var server = await OwnServer.Start();
        foreach (var (name, text) in Texts)
        {
            await server.Editor.Open(server.At(name), text);
            Assert.Empty(await server.Editor.Diagnostics(server.At(name), static _ => true));
        }
    }

    [Fact]
    public async Task A_diagnostic_comes_with_a_mistake_and_goes_with_it()
    {
        await using var server = await OwnServer.Start();
        var path = server.At("robots.rules.yaml");
        await server.Editor.Open(path, OwnServer.Rules);
        Assert.Empty(await server.Editor.Diagnostics(path, static _ => true));

        await server.Editor.Change(path, OwnServer.Rules.Replace("is: armed}\n    unless", "is: harmed}\n    unless", StringComparison.Ordinal), 2);
        var wrong = await server.Editor.Diagnostics(path, static all => all.Count > 0);
        Assert.Contains("`harmed` is not a definition of this rule set\ncure: did you mean `armed`?", wrong);

        await server.Editor.Change(path, OwnServer.Rules, 3);
        Assert.Empty(await server.Editor.Diagnostics(path, static all => all.Count == 0));
    }

    [Fact]
    public async Task A_change_in_one_file_is_felt_in_the_others()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("vocabulary.yaml"), OwnServer.Vocabulary.Replace("own.armed", "own.weapons", StringComparison.Ordinal));
        Assert.NotEmpty(await server.Editor.Diagnostics(server.At("robots.rules.yaml"), static all => all.Count > 0));
        Assert.NotEmpty(await server.Editor.Diagnostics(server.At("tin-man.manifest.yaml"), static all => all.Count > 0));
        await server.Editor.Tell("textDocument/didClose", new { textDocument = new { uri = LanguageClient.Uri(server.At("vocabulary.yaml")) } });
        Assert.Empty(await server.Editor.Diagnostics(server.At("robots.rules.yaml"), static all => all.Count == 0));

        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules.Replace("id: no-arms", "id: no-weapons", StringComparison.Ordinal));
        Assert.NotEmpty(await server.Editor.Diagnostics(server.At("exemptions.rules.yaml"), static all => all.Count > 0));
    }

    [Fact]
    public async Task A_mistake_in_a_test_is_told_and_a_change_on_disk_is_seen()
    {
        await using var server = await OwnServer.Start();
        server.Save("robots_test.yaml", OwnServer.Tests.Replace("{no-arms: fail}", "{no-arm: fail}", StringComparison.Ordinal));
        await server.Editor.Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = LanguageClient.Uri(server.At("robots_test.yaml")), type = 2 } } });
        Assert.Contains("there is no rule `no-arm` in robots\ncure: did you mean `no-arms`?", await server.Editor.Diagnostics(server.At("robots_test.yaml"), static all => all.Count > 0));
    }

    [Fact]
    public async Task What_is_half_typed_breaks_no_other_file()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules);
        for (var length = OwnServer.Rules.Length; length > 0; length -= 37)
        {
            await server.Editor.Change(server.At("robots.rules.yaml"), $"{OwnServer.Rules[..length]}\n{{[", 2);
        }

        Assert.Single(await server.Editor.Diagnostics(server.At("robots.rules.yaml"), static all => all.Count == 1));
        await server.Editor.Open(server.At("exemptions.rules.yaml"), OwnServer.Overriding);
        Assert.Empty(await server.Editor.Diagnostics(server.At("exemptions.rules.yaml"), static _ => true));
    }

    [Fact]
    public async Task A_text_is_followed_change_by_change()
    {
        await using var server = await OwnServer.Start();
        var path = server.At("robots.rules.yaml");
        await server.Editor.Open(path, "ruleSet: 🤖\r\n");
        await server.Editor.Tell("textDocument/didChange", new
        {
            textDocument = new { uri = LanguageClient.Uri(path), version = 2 },
            contentChanges = new object[]
            {
                new { range = new { start = new { line = 0, character = 11 }, end = new { line = 0, character = 11 } }, text = "🤖" },
                new { range = new { start = new { line = 0, character = 9 }, end = new { line = 0, character = 99 } }, text = "Bots" },
            },
        });
        Assert.Contains(await server.Editor.Diagnostics(path, static all => all.Any(message => message.Contains("`Bots`", StringComparison.Ordinal))), static message => message.StartsWith("`Bots` is not an identifier", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "prohibits: {is: ar‸med}", "robots.rules.yaml", "armed: {own.armed: true}")]
    [InlineData("robots.rules.yaml", "{atMost: $far‸thest}", "robots.rules.yaml", "farthest:")]
    [InlineData("robots.rules.yaml", "armed: {own.ar‸med: true}", "vocabulary.yaml", "own.armed: {type")]
    [InlineData("robots.rules.yaml", "citation: a‸ct, section 2", "robots.rules.yaml", "act, title")]
    [InlineData("exemptions.rules.yaml", "overrides: [robots/no-a‸rms]", "robots.rules.yaml", "no-arms\n")]
    [InlineData("exemptions.rules.yaml", "overrides: [rob‸ots/no-arms]", "robots.rules.yaml", "robots\n")]
    [InlineData("tin-man.manifest.yaml", "own: {ar‸med: true}", "vocabulary.yaml", "own.armed: {type")]
    [InlineData("tin-man.manifest.yaml", "own: {ra‸nge: 50}", "vocabulary.yaml", "use.own.range: {type")]
    [InlineData("robots_test.yaml", "expect: {no-a‸rms: fail}", "robots.rules.yaml", "no-arms\n")]
    [InlineData("robots_test.yaml", "pass by po‸lice", "robots.rules.yaml", "police\n")]
    [InlineData("robots_test.yaml", "columns: [use.own.range, no-s‸ight]", "robots.rules.yaml", "no-sight\n")]
    [InlineData("robots_test.yaml", "columns: [use.own.r‸ange, no-sight]", "vocabulary.yaml", "use.own.range: {type")]
    public async Task A_name_leads_to_where_it_is_given(string name, string marked, string target, string written)
    {
        await using var server = await OwnServer.Start();
        var found = await server.Ask("textDocument/definition", name, Mark(name, marked));
        Assert.Equal(target, OwnServer.NameOf(found.GetProperty("uri").GetString() ?? ""));
        Assert.StartsWith(written, After(Texts[target], found.GetProperty("range")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_in_fact_has_no_place_to_lead_to()
    {
        await using var server = await OwnServer.Start();
        Assert.Equal(JsonValueKind.Null, (await server.Ask("textDocument/definition", "robots.rules.yaml", Mark("robots.rules.yaml", "{deployer.sec‸tor:"))).ValueKind);
    }

    [Theory]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "exemptions.rules.yaml, robots.rules.yaml, robots_test.yaml, robots_test.yaml")]
    [InlineData("vocabulary.yaml", "own.ar‸med: {type", "robots.rules.yaml, robots_test.yaml, robots_test.yaml, robots_test.yaml, tin-man.manifest.yaml, vocabulary.yaml")]
    [InlineData("robots.rules.yaml", "ar‸med: {own", "robots.rules.yaml, robots.rules.yaml, robots.rules.yaml")]
    [InlineData("robots.rules.yaml", "id: po‸lice", "robots.rules.yaml, robots_test.yaml")]
    public async Task All_uses_of_a_name_are_found(string name, string marked, string files)
    {
        await using var server = await OwnServer.Start();
        var found = await server.Ask("textDocument/references", name, Mark(name, marked));
        Assert.Equal(files, string.Join(", ", found.EnumerateArray().Select(place => OwnServer.NameOf(place.GetProperty("uri").GetString() ?? "")).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "Prohibits: armed", "Except **police**: deployer.sector is law-enforcement", "The act, section 1")]
    [InlineData("robots.rules.yaml", "is: ar‸med}\n    unless", "**armed** means: own.armed is true")]
    [InlineData("robots.rules.yaml", "$far‸thest", "how far a robot may see", "- 100 (from 2020-01-01)")]
    [InlineData("robots.rules.yaml", "{at‸Most:", "The value or less.")]
    [InlineData("robots.rules.yaml", "{n‸ot:", "The condition doesn't hold.")]
    [InlineData("tin-man.manifest.yaml", "{ar‸med:", "Whether it is armed.", "Is it armed? (operator knows)", "Type: flag")]
    [InlineData("robots_test.yaml", "no-a‸rms: fail", "**robots/no-arms**: Robots aren't armed")]
    [InlineData("exemptions.rules.yaml", "id: to‸ys", "Permits: use.purpose includes missing-child-search", "Overrides robots/no-arms")]
    public async Task Hovering_says_what_is_meant_in_plain_words(string name, string marked, params string[] said)
    {
        await using var server = await OwnServer.Start();
        var hover = await server.Ask("textDocument/hover", name, Mark(name, marked));
        Assert.All(said, words => Assert.Contains(words, hover.GetProperty("contents").GetProperty("value").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "no-weapons")]
    [InlineData("robots_test.yaml", "columns: [use.own.range, no-s‸ight]", "no-vision")]
    [InlineData("robots.rules.yaml", "is: ar‸med}\n    unless", "weaponised")]
    [InlineData("robots.rules.yaml", "$far‸thest", "horizon")]
    [InlineData("robots.rules.yaml", "id: po‸lice", "officers")]
    [InlineData("vocabulary.yaml", "own.ar‸med: {type", "own.weapons")]
    [InlineData("tin-man.manifest.yaml", "{ar‸med:", "weapons")]
    public async Task Renaming_leaves_all_files_valid(string name, string marked, string newName)
    {
        await using var server = await OwnServer.Start();
        var (text, place) = Marked.Of(Mark(name, marked));
        await server.Editor.Open(server.At(name), text);
        var edit = await server.Editor.Ask("textDocument/rename", new { textDocument = new { uri = LanguageClient.Uri(server.At(name)) }, position = new { line = place.Line, character = place.Character }, newName });
        var changed = edit.GetProperty("changes").EnumerateObject().ToDictionary(file => OwnServer.NameOf(file.Name), file => Applied(Texts[OwnServer.NameOf(file.Name)], file.Value));
        Assert.Contains(name, changed.Keys);
        foreach (var (file, renamed) in changed)
        {
            Assert.NotEqual(Texts[file], renamed);
            server.Save(file, renamed);
        }

        var run = await Run.In(Path.GetDirectoryName(server.At(name)) ?? "", "test", "robots_test.yaml");
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        Assert.Contains(newName, string.Concat(changed.Values), StringComparison.Ordinal);
        var check = await Run.In(Path.GetDirectoryName(server.At(name)) ?? "", "check", "tin-man.manifest.yaml", "--rules", ".");
        Assert.Equal(ExitCode.DoesNotHold, check.Code);
    }

    [Theory]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "no-sight", "there is another `no-sight`")]
    [InlineData("robots.rules.yaml", "id: no-a‸rms", "No Arms", "is not an identifier")]
    [InlineData("robots.rules.yaml", "is: ar‸med}\n    unless", "a: b", "is not a name")]
    [InlineData("vocabulary.yaml", "own.ar‸med: {type", "own", "must go on beginning with `own.`")]
    [InlineData("vocabulary.yaml", "use.own.ra‸nge: {type", "own.armed.range", "is in the way")]
    [InlineData("vocabulary.yaml", "own.ar‸med: {type", "deployer.sector", "there is another `deployer.sector`")]
    [InlineData("vocabulary.yaml", "own.ar‸med: {type", "weapons.armed", "must go on beginning with `own.`")]
    [InlineData("robots.rules.yaml", "{deployer.sec‸tor:", "deployer.kind", "no file here declares")]
    [InlineData("robots.rules.yaml", "{at‸Most:", "upTo", "is a word of the language")]
    public async Task A_rename_that_would_break_something_is_refused(string name, string marked, string newName, string why)
    {
        await using var server = await OwnServer.Start();
        var (text, place) = Marked.Of(Mark(name, marked));
        await server.Editor.Open(server.At(name), text);
        var refusal = await Assert.ThrowsAsync<RemoteInvocationException>(() => server.Editor.Ask("textDocument/rename", new { textDocument = new { uri = LanguageClient.Uri(server.At(name)) }, position = new { line = place.Line, character = place.Character }, newName }));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("robots.rules.yaml", "prohibits: {is: ‸}", "prohibits: {is: armed}", "armed")]
    [InlineData("robots.rules.yaml", "prohibits:\n      is: ‸", "prohibits: {is: armed}", "armed")]
    [InlineData("robots.rules.yaml", "prohibits:\n      any:\n        - is: a‸", "prohibits: {is: armed}", "armed")]
    [InlineData("robots.rules.yaml", "{atMost: $‸}", "{atMost: $farthest}", "$farthest")]
    [InlineData("robots.rules.yaml", "citation: ‸", "citation: act, section 3", "act")]
    [InlineData("exemptions.rules.yaml", "overrides: [‸]", "overrides: [robots/no-arms]", "robots/no-arms, robots/no-sight")]
    [InlineData("exemptions.rules.yaml", "overrides:\n      - r‸", "overrides: [robots/no-arms]", "robots/no-arms, robots/no-sight")]
    [InlineData("robots_test.yaml", "expect: {‸}", "expect: {no-arms: fail}", "no-arms, no-sight, verdict")]
    [InlineData("robots_test.yaml", "expect:\n      no‸", "expect: {no-arms: fail}", "no-arms, no-sight, verdict")]
    [InlineData("robots_test.yaml", "tests: ‸", "tests: robots", "robots")]
    [InlineData("robots_test.yaml", "columns: [use.own.range, ‸]", "columns: [use.own.range, no-sight]", "asOf, no-sight, own.armed")]
    public async Task Names_of_ones_own_are_completed(string name, string marked, string instead, string offered)
    {
        await using var server = await OwnServer.Start();
        var items = await server.Ask("textDocument/completion", name, Texts[name].Replace(instead, marked, StringComparison.Ordinal));
        var labels = items.EnumerateArray().Select(item => item.GetProperty("label").GetString()).ToHashSet();
        Assert.All(offered.Split(", "), label => Assert.Contains(label, labels));
    }

    [Theory]
    [InlineData("robots.rules.yaml", "when: {deployer.sector: {is: ‸}}", "when: {deployer.sector: law-enforcement}")]
    [InlineData("robots.rules.yaml", "title: ‸", "title: Robots aren't armed")]
    [InlineData("tin-man.manifest.yaml", "own: {armed: ‸}", "own: {armed: true}")]
    public async Task Nothing_is_offered_where_no_name_belongs(string name, string marked, string instead)
    {
        await using var server = await OwnServer.Start();
        Assert.Empty((await server.Ask("textDocument/completion", name, Texts[name].Replace(instead, marked, StringComparison.Ordinal))).EnumerateArray());
    }

    [Fact]
    public async Task Above_each_rule_stands_what_it_says_of_the_nearest_example()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules);
        Assert.Equal([$"fail for tin-man on {OwnServer.Today}", $"not-applicable for tin-man on {OwnServer.Today}"], await Lenses(server, "robots.rules.yaml"));

        await server.Editor.Open(server.At("tin-man.manifest.yaml"), OwnServer.Manifest.Replace("retail", "law-enforcement", StringComparison.Ordinal));
        Assert.Equal($"pass by police for tin-man on {OwnServer.Today}", (await Lenses(server, "robots.rules.yaml"))[0]);
    }

    [Fact]
    public async Task A_key_stroke_is_answered_at_once()
    {
        await using var server = await OwnServer.Start();
        await server.Editor.Open(server.At("robots.rules.yaml"), OwnServer.Rules);
        await server.Editor.Diagnostics(server.At("robots.rules.yaml"), static _ => true);
        var times = new List<TimeSpan>();
        for (var version = 2; version < 22; version++)
        {
            var (text, wrong) = version % 2 == 0 ? (OwnServer.Rules.Replace("{is: armed}\n    unless", "{is: harmed}\n    unless", StringComparison.Ordinal), true) : (OwnServer.Rules, false);
            var clock = Stopwatch.StartNew();
            await server.Editor.Change(server.At("robots.rules.yaml"), text, version);
            await server.Editor.Diagnostics(server.At("robots.rules.yaml"), all => all.Count > 0 == wrong);
            times.Add(clock.Elapsed);
        }

        Assert.InRange(times.Order().ElementAt(times.Count / 2).TotalMilliseconds, 0, 300);
    }

    private static Dictionary<string, string> Texts { get; } = new()
    {
        ["vocabulary.yaml"] = OwnServer.Vocabulary,
        ["robots.rules.yaml"] = OwnServer.Rules,
        ["exemptions.rules.yaml"] = OwnServer.Overriding,
        ["tin-man.manifest.yaml"] = OwnServer.Manifest,
        ["robots_test.yaml"] = OwnServer.Tests,
    };

    private static string Mark(string name, string marked) => Texts[name].Replace(marked.Replace("‸", "", StringComparison.Ordinal), marked, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string?>> Lenses(OwnServer server, string name) =>
        [.. (await server.Editor.Ask("textDocument/codeLens", new { textDocument = new { uri = LanguageClient.Uri(server.At(name)) } })).EnumerateArray().Select(lens => lens.GetProperty("command").GetProperty("title").GetString())];

    private static int Offset(string text, JsonElement place) =>
        text.Split('\n').Take(place.GetProperty("line").GetInt32()).Sum(line => line.Length + 1) + place.GetProperty("character").GetInt32();

    private static string After(string text, JsonElement range) => text[Offset(text, range.GetProperty("start"))..];

    private static string Applied(string text, JsonElement edits) => edits.EnumerateArray()
        .OrderByDescending(edit => Offset(text, edit.GetProperty("range").GetProperty("start")))
        .Aggregate(text, (sum, edit) => string.Concat(sum.AsSpan(0, Offset(text, edit.GetProperty("range").GetProperty("start"))), edit.GetProperty("newText").GetString(), sum.AsSpan(Offset(text, edit.GetProperty("range").GetProperty("end")))));
}
