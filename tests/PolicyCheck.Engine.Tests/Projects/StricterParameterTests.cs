using System.Text;
using PolicyCheck.Decisions;
using PolicyCheck.Projects;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Projects;

public sealed class StricterParameterTests
{
    private static string Rule(string conditions) => $"""
        - id: limit
          title: There is a limit
          citation: text
          severity: high
          remedy: Keep it.
          {conditions}
        """;

    [Theory]
    [InlineData("requires: {retention: {atMost: $limit}}", "30 days", "14 days", true)]
    [InlineData("requires: {retention: {atMost: $limit}}", "30 days", "30 days", true)]
    [InlineData("requires: {retention: {atMost: $limit}}", "30 days", "31 days", false)]
    [InlineData("requires: {retention: {atMost: $limit}}", "1 month", "28 days", true)]
    [InlineData("requires: {retention: {atMost: $limit}}", "1 month", "30 days", false)]
    [InlineData("requires: {threshold: {atLeast: $limit}}", "98 %", "99 %", true)]
    [InlineData("requires: {threshold: {atLeast: $limit}}", "98 %", "97 %", false)]
    [InlineData("prohibits: {threshold: {lessThan: $limit}}", "98 %", "99 %", true)]
    [InlineData("prohibits: {threshold: {lessThan: $limit}}", "98 %", "97 %", false)]
    [InlineData("prohibits: {cameras: {moreThan: $limit}}", "10", "5", true)]
    [InlineData("prohibits: {cameras: {moreThan: $limit}}", "10", "11", false)]
    [InlineData("prohibits: {not: {cameras: {atMost: $limit}}}", "10", "5", true)]
    [InlineData("prohibits: {not: {cameras: {atMost: $limit}}}", "10", "11", false)]
    [InlineData("requires: {tested: {onOrAfter: $limit}}", "2020-01-01", "2021-01-01", true)]
    [InlineData("requires: {tested: {onOrAfter: $limit}}", "2020-01-01", "2019-01-01", false)]
    [InlineData("requires: {results: {each: {rate: {atMost: $limit}}}}", "1 %", "0.5 %", true)]
    [InlineData("requires: {results: {each: {rate: {atMost: $limit}}}}", "1 %", "2 %", false)]
    [InlineData("requires: {results: {count: {atLeast: $limit}}}", "3", "4", true)]
    [InlineData("requires: {results: {count: {atLeast: $limit}}}", "3", "2", false)]
    [InlineData("prohibits: {police: true}\n  unless:\n    - {id: few, title: few, citation: text, when: {cameras: {atMost: $limit}}}", "10", "5", true)]
    [InlineData("prohibits: {police: true}\n  unless:\n    - {id: few, title: few, citation: text, when: {cameras: {atMost: $limit}}}", "10", "11", false)]
    public void A_project_makes_a_parameter_stricter_and_never_looser(string conditions, string text, string project, bool isTaken)
    {
        var (library, problems) = Apply(conditions, text, project);
        Assert.Equal(isTaken ? [] : [ProjectCodes.Looser], problems);
        Assert.Equal(isTaken && text != project, Digest(library) != Digest(Library(conditions, text)));
    }

    [Theory]
    [InlineData("prohibits: {all: [{cameras: {moreThan: $limit}}, {not: {cameras: {moreThan: $limit}}}]}")]
    [InlineData("prohibits: {cameras: $limit}")]
    [InlineData("requires: {results: {each: {rate: {atMost: 1 %}}, where: {trials: {atLeast: $limit}}}}")]
    public void Where_neither_direction_is_stricter_the_text_stays(string conditions) =>
        Assert.Equal([ProjectCodes.NoStricterWay], Apply(conditions, "10", "5").Problems);

    [Fact]
    public void A_stricter_value_has_to_be_so_on_every_day()
    {
        const string conditions = "requires: {retention: {atMost: $limit}}";
        Assert.Equal([ProjectCodes.Looser], Apply(conditions, "30 days, until: 2021-01-01}, {from: 2021-01-01, value: 10 days", "20 days").Problems);
        Assert.Empty(Apply(conditions, "30 days, until: 2021-01-01}, {from: 2021-01-01, value: 10 days", "10 days").Problems);
    }

    [Fact]
    public void A_value_of_another_kind_is_told_where_the_project_writes_it()
    {
        var (project, _) = Read("parameters: {act: {limit: soon}}");
        var (_, diagnostics) = ProjectRules.Apply(project!, Library("requires: {retention: {atMost: $limit}}", "30 days"), _ => false);
        Assert.Equal(".policycheck.yaml", Assert.Single(diagnostics).Location.Path);
    }

    [Theory]
    [InlineData("parameters: {act: {limt: 5}}", "did you mean `limit`?")]
    [InlineData("parameters: {akt: {limit: 5}}", "did you mean `act`?")]
    [InlineData("severities: {act/limt: low}", "did you mean `act/limit`?")]
    [InlineData("ruleSets: [atc]", "did you mean `act`?")]
    [InlineData("ruleSets: [z*]", "see `policycheck list`; `*` stands for any letters")]
    public void What_a_project_names_must_be_there(string text, string cure)
    {
        var (project, _) = Read(text);
        var (_, diagnostics) = ProjectRules.Apply(project!, Library("requires: {cameras: {atMost: $limit}}", "10"), _ => false);
        Assert.Equal((ProjectCodes.Unknown, cure), (Assert.Single(diagnostics).Code, diagnostics[0].Cure));
    }

    [Fact]
    public void A_severity_of_a_rule_counts_before_that_of_its_rule_set()
    {
        var library = Library("requires: {cameras: {atMost: $limit}}", "10");
        Assert.Equal(Severity.Low, Weighed("severities: {act: critical, act/limit: low}", library));
        Assert.Equal(Severity.Critical, Weighed("severities: {act: critical}", library));
        Assert.Equal(Severity.High, Weighed("severities: {}", library));
    }

    private static string Digest(RuleLibrary library) => RuleDigest.Of(library.RuleSets.Single(), library.RuleSets.Single().Rules[0]);

    private static Severity Weighed(string text, RuleLibrary library) => ProjectRules.Apply(Read(text).Project!, library, _ => false).Library.RuleSets.Single().Rules[0].Severity;

    private static (RuleLibrary Library, IEnumerable<string> Problems) Apply(string conditions, string text, string value)
    {
        var (project, wrong) = Read($"parameters:\n  act:\n    limit: {value}\n");
        Assert.Empty(wrong);
        var (library, diagnostics) = ProjectRules.Apply(project!, Library(conditions, text), _ => false);
        return (library, diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static (Project? Project, IEnumerable<Text.Diagnostic> Diagnostics) Read(string text) => ProjectReader.Read(".policycheck.yaml", Encoding.UTF8.GetBytes(text), ["text", "json"]);

    private static RuleLibrary Library(string conditions, string value)
    {
        var library = Example.Load(Example.RuleSet(Rule(conditions), other: $$"""
            parameters:
              limit: {meaning: the limit, values: [{value: {{value}}}]}
            """));
        Assert.Empty(library.Diagnostics.Where(one => one.Level == Text.DiagnosticLevel.Error).Select(one => one.Message));
        return library;
    }
}
