namespace PolicyCheck.Cli.Tests.Waivers;

public sealed class The_register
{
    private const string Hostile = "\"=cmd|'/C calc'!A0 | <b>*x*</b> \\u202e\\u001b[31m\\nnext\"";

    [Theory]
    [InlineData("waivers-list.txt", "list")]
    [InlineData("waivers-list.json", "list -o json")]
    [InlineData("waivers-report.txt", "report")]
    [InlineData("waivers-report.md", "report -o markdown")]
    [InlineData("waivers-report.csv", "report -o csv")]
    public async Task What_is_written_is_what_was_agreed_on(string name, string commandLine)
    {
        using var gate = Several();
        var words = commandLine.Split(' ');
        var run = await gate.Waivers([words[0], "waivers.yaml", .. words[1..]]);
        Assert.Equal((ExitCode.Holds, ""), (run.Code, run.Error));
        Golden.Verify(name, run.Output);
    }

    [Fact]
    public async Task A_register_in_order_is_checked_in_silence()
    {
        using var gate = new Register();
        var run = await gate.Waivers("check", "waivers.yaml", "--manifests", "gate.manifest.yaml");
        Assert.Equal((ExitCode.Holds, "", "1 waiver, 0 warnings\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task A_check_alone_tells_what_the_rules_do_not_allow()
    {
        using var gate = Several();
        var run = await gate.Waivers("check", "waivers.yaml");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(["note PC940", "note PC941", "warning PC930"], Codes(run));
        Assert.EndsWith("4 waivers, 1 warning\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_with_manifests_tells_what_covers_nothing_and_what_is_not_there()
    {
        using var gate = Several();
        gate.EditManifest("monitored: false", "monitored: true");
        var run = await gate.Waivers("check", "waivers.yaml", "--manifests", "gate.manifest.yaml");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Equal(["note PC940", "warning PC930", "warning PC942", "warning PC947"], Codes(run));
    }

    [Fact]
    public async Task A_waiver_that_covers_nothing_is_told_with_its_place()
    {
        using var gate = new Register(("rule", "us-omb-m-25-21/training"));
        var run = await gate.Waivers("check", "waivers.yaml", "--manifests", ".");
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.StartsWith("waivers.yaml:2:9: warning PC945: `gate-monitoring` covers nothing of `gate`: the rule is kept (`us-omb-m-25-21/training`)\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("report")]
    public async Task A_file_with_errors_is_invalid_input(string verb)
    {
        using var gate = new Register(("from", "soon"));
        Assert.Equal(ExitCode.InvalidInput, (await gate.Waivers(verb, "waivers.yaml")).Code);
        Assert.Equal(ExitCode.Usage, (await gate.Waivers(verb, "none.yaml")).Code);
    }

    [Fact]
    public async Task A_manifest_with_errors_is_invalid_input()
    {
        using var gate = new Register();
        gate.WriteManifest("manifest: gate\nplaces: [Nowhere]\nuses: [{id: entry}]\n");
        Assert.Equal(ExitCode.InvalidInput, (await gate.Waivers("check", "waivers.yaml", "--manifests", "gate.manifest.yaml")).Code);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public async Task Hostile_words_steer_neither_terminal_nor_page_nor_spreadsheet(string format)
    {
        using var gate = new Register(("reason", Hostile), ("grantor", Hostile));
        var run = await gate.Waivers("report", "waivers.yaml", "-o", format);
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.DoesNotContain("\u001b", format == "csv" ? "" : run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", format == "csv" ? "" : run.Output, StringComparison.Ordinal);
        switch (format)
        {
            case "csv":
                Assert.DoesNotContain(",\"=cmd", run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain(",=cmd", run.Output, StringComparison.Ordinal);
                break;
            case "markdown":
                Assert.DoesNotContain("<b>", run.Output.Replace("\\<b", "", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Single(run.Output.Split('\n'), line => line.StartsWith("| `gate` |", StringComparison.Ordinal));
                break;
            case "json":
                Assert.Contains("=cmd", run.Json.Items("waivers").Single().Text("reason"), StringComparison.Ordinal);
                break;
        }
    }

    [Fact]
    public async Task The_layout_of_a_file_of_waivers_can_be_kept_in_order()
    {
        using var gate = new Register();
        gate.Write("waivers.yaml", $"waivers:\n  - rule: us-omb-m-25-21/monitoring\n    id: gate-monitoring\n    to: 2026-06-30\n    from: 2026-06-01\n    digest: \"{Register.Digest}\"\n");
        Assert.Equal(ExitCode.Holds, (await gate.Run("fmt", "--write", "waivers.yaml")).Code);
        Assert.Equal($"waivers:\n  - id: gate-monitoring\n    rule: us-omb-m-25-21/monitoring\n    digest: {Register.Digest}\n    from: 2026-06-01\n    to: 2026-06-30\n", gate.Read("waivers.yaml"));
    }

    [Fact]
    public async Task Editors_get_a_schema_of_waivers()
    {
        var run = await Run.Of("schema", "waivers");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.Equal("urn:policycheck:schema:waivers", run.Json.Text("$id"));
    }

    private static Register Several()
    {
        var gate = new Register();
        gate.WriteWaivers(
            Register.Waiver(("document", "decision-12.pdf")),
            Register.Waiver(("id", "past"), ("rule", "us-omb-m-25-21/training"), ("from", "2026-04-03"), ("to", "2026-05-31"), ("uses", "[entry]")),
            Register.Waiver(("id", "planned"), ("deployment", "kiosk"), ("from", "2026-07-01"), ("to", "2026-07-31")),
            Register.Waiver(("id", "void"), ("rule", "us-omb-m-25-21/human-oversight")));
        return gate;
    }

    private static IEnumerable<string> Codes(Run run) => run.Error.Split('\n')
        .Where(line => line.StartsWith("waivers.yaml:", StringComparison.Ordinal))
        .Select(line => string.Join(' ', line.Split(": ")[1].Split(' ')))
        .Order(StringComparer.Ordinal);
}
