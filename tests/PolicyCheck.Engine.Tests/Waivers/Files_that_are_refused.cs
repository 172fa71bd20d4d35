namespace PolicyCheck.Tests.Waivers;

public sealed class Files_that_are_refused
{
    [Theory]
    [InlineData("from: 2015/10/21", "10:11 PC206 `2015/10/21` is not a day", "did you mean `2015-10-21`?")]
    [InlineData("to: 06-30", "11:9 PC206 `06-30` is not a day", "write year, month and day of a real day, such as `2020-06-10`")]
    [InlineData("to: 2021-06-30T23:59:59Z", "11:9 PC206 `2021-06-30T23:59:59Z` is not a day", "write year, month and day of a real day, such as `2020-06-10`")]
    [InlineData("to: 2021-06-31", "11:9 PC206 `2021-06-31` is not a day", "write year, month and day of a real day, such as `2020-06-10`")]
    [InlineData("to: 2021-05-31", "11:9 PC921 this waiver ends before it begins", "`from` and `to` are its first and its last day, and both belong to it")]
    [InlineData("rule: act/notic", "3:11 PC920 there is no rule `act/notic`", "did you mean `act/notice`?")]
    [InlineData("rule: notice", "3:11 PC920 there is no rule `notice`", "did you mean `act/notice`?")]
    [InlineData("rule: act/*", "3:11 PC925 `act/*` stands for more than one rule", "a waiver excuses one rule: write one for each")]
    [InlineData("deployment: \"*\"", "4:17 PC925 `*` stands for more than one deployment", "a waiver excuses one deployment: write one for each")]
    [InlineData("uses: [\"on*\"]", "12:12 PC925 `on*` stands for more than one use", "a waiver excuses one use: write one for each, or leave `uses` out where all are meant")]
    [InlineData("deployment: City Hall", "4:17 PC205 `City Hall` is not the identifier of a deployment", "write the deployment's id as the manifest has it, such as `city-hall-entrance`")]
    [InlineData("uses: only", "12:11 PC203 `uses` is not a list", "write each entry on a line of its own after `- `")]
    [InlineData("reason:", "2:5 PC202 a waiver has no `reason`", "add it, such as `reason: the cameras are replaced in May`")]
    [InlineData("reason: \"  \"", "6:13 PC210 `reason` says nothing", "write it out, such as `reason: the cameras are replaced in May`")]
    [InlineData("grantor:", "2:5 PC202 a waiver has no `grantor`", "add it, such as `grantor: Ada Lovelace`")]
    [InlineData("authority:", "2:5 PC202 a waiver has no `authority`", "add it, such as `authority: Chief AI Officer of the agency`")]
    [InlineData("requestedBy:", "2:5 PC202 a waiver has no `requestedBy`", "add it, such as `requestedBy: Charles Babbage`")]
    [InlineData("to:", "2:5 PC202 a waiver has no `to`", "add it, such as `to: 2026-03-31`")]
    [InlineData("digest: sha256:0", "5:13 PC924 `sha256:0` is not a digest", "write `sha256:` and the 64 digits that `sha256sum` prints for the manifest's file")]
    [InlineData("until: 2021-06-30", "12:5 PC201 `until` is not a key of a waiver", "use one of id, rule, deployment, digest, uses, reason, grantor, authority, requestedBy, from, to, conditions, renews, document")]
    [InlineData("conditions: {polise: true}", "12:18 PC301 `polise` is not a fact", "did you mean `police`?")]
    [InlineData("conditions: {cameras: {atMost: $limit}}", "12:36 PC405 `$limit` is not a parameter", "")]
    public void A_mistake_is_told_with_its_place_and_its_cure(string line, string told, string cure)
    {
        var at = Waived.Waiver(lines: [line]);
        var diagnostic = Assert.Single(Waived.Of().Read("waivers.yaml", $"waivers:\n{at}").Diagnostics);
        Assert.StartsWith(told, Waived.Told(diagnostic), StringComparison.Ordinal);
        Assert.StartsWith(cure, diagnostic.Cure, StringComparison.Ordinal);
        Assert.Empty(Waived.Of().Read("waivers.yaml", $"waivers:\n{at}").Waivers);
    }

    [Fact]
    public void A_digest_without_its_prefix_or_in_capitals_is_shown_as_it_should_be()
    {
        var digest = Waived.DigestOf();
        var capitals = digest.ToUpperInvariant();
        Assert.Equal(
            [$"did you mean `{digest}`?", $"did you mean `{digest}`?"],
            Waived.Of().Read("waivers.yaml", $"waivers:\n{Waived.Waiver("a", $"digest: {digest[7..]}")}{Waived.Waiver("b", $"digest: {capitals}")}").Diagnostics.Select(one => one.Cure));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_what_is_right_is_read()
    {
        var file = Waived.Of().Read("waivers.yaml", $"waivers:\n{Waived.Waiver("a", "from: 2015/10/21", "to: tomorrow", "rule: act/nothing")}{Waived.Waiver("b")}");
        Assert.Equal(3, file.Diagnostics.Length);
        Assert.Equal("b", Assert.Single(file.Waivers).Id);
    }

    [Theory]
    [InlineData("waivers: []", "")]
    [InlineData("{\"waivers\": []}", "")]
    [InlineData("", "PC209")]
    [InlineData("- id: a", "PC209")]
    [InlineData("waivers:", "PC210")]
    [InlineData("waiver: []", "PC201 PC202")]
    [InlineData("waivers: [a]", "PC203")]
    [InlineData("waivers: [", "PC120")]
    public void A_file_of_waivers_holds_a_list_which_may_be_empty(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Waived.Of().Read(text.StartsWith('{') ? "waivers.json" : "waivers.yaml", text).Diagnostics.Select(one => one.Code)));

    [Fact]
    public void Two_waivers_of_one_name_are_refused_also_in_two_files()
    {
        var waived = Waived.Of();
        var register = PolicyCheck.Waivers.WaiverRegister.Of(
            [waived.Read("b.waivers.yaml", $"waivers:\n{Waived.Waiver()}"), waived.Read("a.waivers.yaml", $"waivers:\n{Waived.Waiver()}")],
            Example.Load(Example.RuleSet(Waived.Rules)));
        var diagnostic = Assert.Single(register.Diagnostics);
        Assert.Equal(("b.waivers.yaml", "2:9 PC922 there is another waiver `w`, at a.waivers.yaml:2:9"), (diagnostic.Location.Path, Waived.Told(diagnostic)));
    }
}
