using System.Text.Json.Nodes;

namespace PolicyCheck.Tests.Reports.Sarif;

public sealed class SarifMultitoolTests(SarifMultitool multitool) : IClassFixture<SarifMultitool>
{
    // What it advises and we don't follow: messages by identifier, where the repository lies, a page of the program on the web, which
    // there is none of, rules' names without a slash, help on the web for texts that have no address, and manifests within the file.
    private static readonly string[] NotFollowed = ["SARIF2002", "SARIF2003", "SARIF2005", "SARIF2009", "SARIF2012", "SARIF2013"];

    [Fact]
    public async Task The_validator_finds_nothing_against_its_rules_and_GitHub_s()
    {
        Assert.SkipWhen(multitool.Absence is not null, multitool.Absence ?? "");
        var report = SarifExample.Report("police: {value: true, basis: documented, source: contract.pdf}\nconsent: false\nuses:\n  - id: only\n    live: true", "a folder/ä#%.manifest.yaml");
        var problems = await SarifMultitool.Problems("sound", SarifExample.Written(report));
        Assert.DoesNotContain(problems, problem => !NotFollowed.Contains(problem.Rule));
        Assert.DoesNotContain(problems, problem => problem.Level == "error");
    }

    [Fact]
    public async Task The_validator_finds_what_GitHub_would_refuse()
    {
        Assert.SkipWhen(multitool.Absence is not null, multitool.Absence ?? "");
        var log = JsonNode.Parse(SarifExample.Written(SarifExample.Report("police: true\nuses: [{id: only}]")))!;
        log["runs"]![0]!["results"]![0]!.AsObject().Remove("locations");
        var rules = (await SarifMultitool.Problems("broken", log.ToJsonString())).Select(problem => problem.Rule);
        Assert.Contains("GH1015", rules);
    }
}
