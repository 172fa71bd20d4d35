using PolicyCheck.Assessments;

namespace PolicyCheck.Tests.Waivers;

public sealed class Waivers_in_tables
{
    private const string Header = "id,rule,deployment,digest,uses,reason,grantor,authority,requestedBy,from,to,conditions,renews,document\n";

    private static string Row(string id = "w", string uses = "", string reason = "the signs are being printed", string from = "2021-06-01", string to = "2021-06-30", string conditions = "") =>
        $"{id},act/notice,example,{Waived.DigestOf()},{uses},{reason},Ada Lovelace,The Minister,Charles Babbage,{from},{to},{conditions},,letter.pdf\n";

    [Fact]
    public void A_table_gives_the_same_waivers_as_a_document()
    {
        var waived = Waived.Of();
        var file = waived.Read("waivers.csv", Header + Row(conditions: "\"{cameras: {atMost: 3}, police: false}\""));
        Assert.Empty(file.Diagnostics.Select(Waived.Told));
        var (table, document) = (Assert.Single(file.Waivers), Assert.Single(waived.Read("waivers.yaml", $"waivers:\n{Waived.Waiver(lines: ["conditions: {cameras: {atMost: 3}, police: false}", "document: letter.pdf"])}").Waivers));
        Assert.Equal(
            (document.Id, document.Rule, document.Deployment, document.Digest, document.Reason, document.Grantor, document.Authority, document.RequestedBy, document.From, document.To, document.Document),
            (table.Id, table.Rule, table.Deployment, table.Digest, table.Reason, table.Grantor, table.Authority, table.RequestedBy, table.From, table.To, table.Document));
        Assert.Equal(document.Conditions!.Leaves().Select(leaf => leaf.Fact.Path), table.Conditions!.Leaves().Select(leaf => leaf.Fact.Path));
        var library = Example.Load(Example.RuleSet(Waived.Rules));
        Assert.Equal(RuleOutcome.Waived, waived.Apply(PolicyCheck.Waivers.WaiverRegister.Of([file], library)).Assessments.Single().Uses.Single().Findings[0].Outcome);
    }

    [Theory]
    [InlineData("only", "only")]
    [InlineData("one; two;", "one two")]
    [InlineData("", "")]
    public void Several_uses_stand_in_one_cell_with_semicolons_between(string cell, string expected) =>
        Assert.Equal(expected, string.Join(' ', Waived.Of().Read("waivers.csv", Header + Row(uses: cell)).Waivers.Single().Uses));

    [Fact]
    public void A_reason_may_hold_commas_quotes_and_line_breaks()
    {
        var file = Waived.Of().Read("waivers.csv", Header + Row(reason: "\"new signs, \"\"big\"\" ones,\nsoon\"") + Row("v", from: "2021/06/01"));
        Assert.Equal("new signs, \"big\" ones,\nsoon", Assert.Single(file.Waivers).Reason);
        Assert.Equal("4:148 PC206 `2021/06/01` is not a day".Split(' ', 2)[1], Waived.Told(Assert.Single(file.Diagnostics)).Split(' ', 2)[1]);
        Assert.Equal("2021/06/01", Slice(file.Diagnostics[0].Location));
    }

    [Theory]
    [InlineData("{polise: true}", "polise")]
    [InlineData("\"{police: true, cameras: {atMoste: 3}}\"", "atMoste")]
    [InlineData("\"{vendor: \"\"A\"\", polise: true}\"", "{vendor: \"\"A\"\", polise: true}")]
    [InlineData("{police", "{police")]
    public void A_mistake_in_a_condition_is_told_at_its_place_in_the_cell(string cell, string at)
    {
        var file = Waived.Of().Read("waivers.csv", Header + Row(conditions: cell));
        Assert.NotEmpty(file.Diagnostics);
        Assert.All(file.Diagnostics, diagnostic => Assert.Equal(2, diagnostic.Location.Start.Line));
        Assert.Contains(file.Diagnostics, diagnostic => at.StartsWith(Slice(diagnostic.Location), StringComparison.Ordinal) || Slice(diagnostic.Location).StartsWith(at, StringComparison.Ordinal));
        Assert.Empty(file.Waivers);
    }

    [Fact]
    public void A_column_that_means_nothing_or_stands_twice_is_told_in_the_header()
    {
        var file = Waived.Of().Read("waivers.csv", "id,rul,id\na,act/notice,b\n");
        Assert.Equal(["1:4 PC926 `rul` is not a column of waivers", "1:8 PC926 there is another column `id`"], file.Diagnostics.Select(Waived.Told));
        Assert.Equal("did you mean `rule`?", file.Diagnostics[0].Cure);
    }

    [Fact]
    public void A_cell_that_is_missing_is_told_at_the_row() =>
        Assert.Contains("2:1 PC202 a waiver has no `reason`", Waived.Of().Read("waivers.csv", Header + Row(reason: "")).Diagnostics.Select(Waived.Told));

    [Fact]
    public void A_table_with_a_header_alone_waives_nothing()
    {
        var file = Waived.Of().Read("waivers.csv", Header);
        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Waivers);
    }

    [Fact]
    public void A_table_with_nothing_at_all_is_refused() => Assert.Equal("PC901", Assert.Single(Waived.Of().Read("waivers.csv", "").Diagnostics).Code);

    [Fact]
    public void A_table_from_a_spreadsheet_with_semicolons_and_windows_line_ends_is_read()
    {
        var text = (Header + Row()).Replace(',', ';').Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal("w", Assert.Single(Waived.Of().Read("waivers.csv", text).Waivers).Id);
    }

    private static string Slice(Text.Location location) => location.Source.Content[location.Span.Start..location.Span.End];
}
