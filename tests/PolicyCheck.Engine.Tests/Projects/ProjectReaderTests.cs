using System.Text;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Projects;

public sealed class ProjectReaderTests
{
    [Fact]
    public void A_configuration_gives_every_setting_with_its_place()
    {
        var (project, diagnostics) = Read("""
            manifests: deployments
            failOn: [advisory, not-applicable]
            strict: true
            output: [text, json=out.json]
            ruleSets: [eu-*]
            severities: {eu-ai-act: low}
            """);
        Assert.Empty(diagnostics);
        Assert.Equal(
            ["manifests=deployments 1", "failOn=advisory,not-applicable 2", "strict=true 3", "output=text,json=out.json 4"],
            project!.Settings.Select(setting => $"{setting.Key.Name}={string.Join(',', setting.Values)} {setting.Location.Start.Line}"));
        Assert.Equal(("eu-*", Severity.Low), (project.RuleSets!.Patterns[0].Value, project.Severities[0].Severity));
    }

    [Theory]
    [InlineData("failsOn: [advisory]", "1:1: `failsOn` is not a key of a configuration; did you mean `failOn`?")]
    [InlineData("failOn: [advisroy]", "1:10: `failOn` can't be `advisroy`; did you mean `advisory`?")]
    [InlineData("strict: yes", "1:9: `strict` can't be `yes`; use one of true, false")]
    [InlineData("output: [jso]", "1:10: there is no output format `jso`; did you mean `json`?")]
    [InlineData("explain:", "1:1: `explain` has no value; write a value after the colon, or remove the line")]
    [InlineData("severities: {eu-ai-act: urgent}", "1:25: `eu-ai-act` can't be `urgent`; use one of critical, high, medium, low")]
    [InlineData("parameters: [1]", "1:13: `parameters` is not a mapping; write `key: value` lines below it, indented")]
    [InlineData("- failOn", "1:1: a configuration is one mapping; write `key: value` lines, such as `failOn: [advisory]`")]
    public void A_mistake_is_told_with_its_place_and_a_cure(string text, string told)
    {
        var (project, diagnostics) = Read(text);
        Assert.Null(project);
        Assert.Equal([told], diagnostics.Select(one => $"{one.Location.Start.Line}:{one.Location.Start.Column}: {one.Message}; {one.Cure}"));
    }

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal(3, Read("failsOn: []\nstrict: maybe\nexplain: [off]\n").Diagnostics.Count());

    [Fact]
    public void An_empty_file_sets_nothing() => Assert.Equal(Project.Empty, Read("# nothing yet\n").Project);

    [Fact]
    public void Flags_and_variables_are_named_after_their_keys() =>
        Assert.Equal(("--fail-on", "POLICYCHECK_FAIL_ON"), ProjectKey.All.Where(key => key.Name == "failOn").Select(key => (key.Flag, key.Variable)).Single());

    private static (Project? Project, IEnumerable<Text.Diagnostic> Diagnostics) Read(string text) => ProjectReader.Read(".policycheck.yaml", Encoding.UTF8.GetBytes(text), ["text", "json"]);
}
