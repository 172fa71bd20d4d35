namespace PolicyCheck.Cli.Tests.Waivers;

public sealed class Checked_with_waivers
{
    [Fact]
    public async Task A_failure_is_fixed_by_a_waiver_until_it_lapses()
    {
        using var gate = new Register();
        var failing = await gate.Check(args: "--no-waivers");
        var waived = await gate.Check();
        var lapsed = await gate.Check("2026-07-01");
        Assert.Equal((ExitCode.DoesNotHold, ExitCode.Holds, ExitCode.DoesNotHold), (failing.Code, waived.Code, lapsed.Code));
        Assert.Empty(failing.Error);
        Assert.Empty(waived.Error);
        Assert.StartsWith("waivers.yaml:11:9: warning PC940: `gate-monitoring` ended on 2026-06-30, 1 day before 2026-07-01\n", lapsed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_flag_no_waiver_is_read()
    {
        using var gate = new Register();
        Assert.Equal(ExitCode.DoesNotHold, (await gate.Check(args: "--strict")).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await gate.Check(args: ["--waivers", "waivers.yaml", "--no-waivers"])).Code);
    }

    [Fact]
    public async Task The_configuration_of_a_project_names_its_waivers_and_the_command_line_can_leave_them_out()
    {
        using var gate = new Register();
        gate.Write(".policycheck.yaml", "waivers: [waivers.yaml]\n");
        Assert.Equal(ExitCode.Holds, (await gate.Check(args: "--strict")).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await gate.Check(args: "--no-waivers")).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await gate.Check(args: "--no-config")).Code);
    }

    [Fact]
    public async Task What_is_waived_is_shown_with_all_that_would_make_it_fail()
    {
        using var gate = new Register();
        Golden.Verify("check-waived.txt", (await gate.Check()).Output);
        Golden.Verify("check-waived-off.txt", (await gate.Check(args: ["--waivers", "waivers.yaml", "--explain", "off"])).Output);
    }

    [Fact]
    public async Task The_report_for_programs_has_the_waiver_beside_the_facts()
    {
        using var gate = new Register(("document", "decision-12.pdf"));
        var run = await gate.Check(args: ["--waivers", "waivers.yaml", "-o", "json"]);
        ReportContract.Holds(run.Json);
        var finding = run.Json.Uses().Single().Finding("us-omb-m-25-21/monitoring");
        Assert.Equal("waived", finding.Text("outcome"));
        Assert.Equal("would fail (accuracy.monitored is not true), and is waived until 2026-06-30 (15 days left) by Ada Lovelace, Chief AI Officer of the agency: the logs are moved to another system until July", finding.Text("message"));
        Assert.Equal("accuracy.monitored", Assert.Single(finding.Texts("facts", "fact"), fact => fact == "accuracy.monitored"));
        var waiver = finding.GetProperty("waiver");
        Assert.Equal(["id", "reason", "grantor", "authority", "requestedBy", "from", "to", "document", "path", "location"], waiver.Keys());
        Assert.Equal(("gate-monitoring", "waivers.yaml", 2), (waiver.Text("id"), waiver.Text("path"), waiver.GetProperty("location").GetProperty("line").GetInt32()));
        Assert.Equal("compliant", run.Json.Text("verdict"));
    }

    [Fact]
    public async Task An_edit_of_the_manifest_ends_the_waiver_and_the_gate_is_red_again()
    {
        using var gate = new Register();
        gate.EditManifest("The gate", "The new gate");
        var run = await gate.Check();
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains($"waivers.yaml:5:13: warning PC942: `gate-monitoring` is for the version `{Register.Digest}` of `gate`", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authority", "Chief of staff", "PC931")]
    [InlineData("rule", "us-omb-m-25-21/human-oversight", "PC930")]
    [InlineData("digest", "", "PC933")]
    [InlineData("requestedBy", "Ada Lovelace", "PC936")]
    [InlineData("grantor", "example agency", "PC936")]
    [InlineData("conditions", "{use.stage: pilot}", "PC943")]
    public async Task A_waiver_that_does_not_hold_is_told_and_the_failure_stands(string key, string value, string code)
    {
        using var gate = new Register((key, value));
        var run = await gate.Check();
        Assert.Equal(ExitCode.DoesNotHold, run.Code);
        Assert.Contains($": warning {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(code, (await gate.Check(args: ["--waivers", "waivers.yaml", "-o", "json"])).Json.Texts("diagnostics", "code"));
    }

    [Theory]
    [InlineData("to", "2026/06/30", "waivers.yaml:11:9: error PC206: `2026/06/30` is not a day")]
    [InlineData("to", "06-30", "waivers.yaml:11:9: error PC206: `06-30` is not a day")]
    [InlineData("rule", "us-omb-m-25-21/monitring", "waivers.yaml:3:11: error PC920: there is no rule `us-omb-m-25-21/monitring`")]
    [InlineData("reason", "", "waivers.yaml:2:5: error PC202: a waiver has no `reason`")]
    public async Task A_file_with_errors_stops_the_check(string key, string value, string told)
    {
        using var gate = new Register((key, value));
        var run = await gate.Check();
        Assert.Equal((ExitCode.InvalidInput, ""), (run.Code, run.Output));
        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("policycheck: the waivers have errors, so nothing was checked\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake_of_usage()
    {
        using var gate = new Register();
        var run = await gate.Check(args: ["--waivers", "none.yaml"]);
        Assert.Equal((ExitCode.Usage, "policycheck: there is no file of waivers `none.yaml`\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Several_files_count_together_whatever_their_kind()
    {
        using var gate = new Register(("to", "2026-06-10"));
        gate.Write("more.csv", $"id,rule,deployment,digest,reason,grantor,authority,requestedBy,from,to\nmore,us-omb-m-25-21/monitoring,gate,{Register.Digest},\"later, again\",Ada Lovelace,Chief AI Officer of the agency,Charles Babbage,2026-06-12,2026-06-30\n");
        Assert.Equal(ExitCode.Holds, (await gate.Check(args: ["--waivers", "more.csv", "--waivers", "waivers.yaml"])).Code);
        Assert.Equal(ExitCode.DoesNotHold, (await gate.Check()).Code);
    }

    [Fact]
    public async Task A_report_to_a_file_has_the_same_bytes_in_any_order_of_waivers()
    {
        using var gate = new Register();
        gate.Write("a.waivers.yaml", $"waivers:\n{Register.Waiver(("id", "a"))}").Write("b.waivers.yaml", $"waivers:\n{Register.Waiver(("id", "b"))}");
        var forwards = await gate.Check(args: ["--waivers", "a.waivers.yaml", "--waivers", "b.waivers.yaml", "-o", "json"]);
        var backwards = await gate.Check(args: ["--waivers", "b.waivers.yaml", "--waivers", "a.waivers.yaml", "-o", "json"]);
        Assert.Equal((forwards.Output, forwards.Error), (backwards.Output, backwards.Error));
        Assert.Contains("PC944", forwards.Error, StringComparison.Ordinal);
    }
}
