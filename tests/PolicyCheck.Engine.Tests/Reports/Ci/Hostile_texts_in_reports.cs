using System.Text.Json;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;

namespace PolicyCheck.Tests.Reports.Ci;

public sealed class Hostile_texts_in_reports
{
    private static readonly string[] Texts =
    [
        "a\nb\r\nc", "100 %, 50%25", "::error file=x::y", "x::stop-commands::y", "a: b, c; d]", "##vso[task.complete result=Succeeded;]done", "##[error]x", "%0A::error::x", "%AZP0A",
        "\u001b[31mred\u001b[0m", "\u202Eesrever\u2066", "\u200B\uFEFF\u2028\u0085\u00AD", "\uFFFE\uFFFF", "\ud83d\ude00 \U000E0041", "<script>alert(1)</script>", "<!-- x", "]]>", "&lt;&amp;", "</summary></details>", "a | b | c",
        "`x` ``y``", "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "# Heading", "\n\n# Heading\n\n- item", "@octocat and @org/team", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(\"x\")",
        "not ok 1 - x", "# SKIP x", "\\# TODO", "\"quoted\"", "'", "\\", "---", "...", "]", "null", "*", "_",
    ];

    public static TheoryData<string, string> All { get; } = new(ReportFormats.All.SelectMany(format => Texts.Select(text => (format.Name, text))));

    [Theory]
    [MemberData(nameof(All))]
    public void They_are_told_and_form_nothing(string format, string text)
    {
        var hostile = Written(format, text);
        Syntax.Holds(format, hostile);
        var harmless = Written(format, "harmless");
        Assert.Equal(Shape(format, harmless), Shape(format, hostile));
    }

    [Theory]
    [InlineData("a\u001bb", "a␛b")]
    [InlineData("100 %", "100 %")]
    [InlineData("a: b, c; d]", "a: b, c; d]")]
    public void A_path_and_a_message_come_out_as_they_went_in_but_for_what_nobody_sees(string text, string shown)
    {
        var github = Syntax.GitHub(Written("github", text));
        Assert.All(github, command => Assert.StartsWith(shown, command.Properties["file"], StringComparison.Ordinal));
        Assert.Contains(github, command => command.Data.Contains(shown, StringComparison.Ordinal));
        var azure = Syntax.Azure(Written("azuredevops", text));
        Assert.All(azure, command => Assert.StartsWith(shown, command.Properties["sourcepath"], StringComparison.Ordinal));
        Assert.Contains(azure, command => command.Data.Contains(shown, StringComparison.Ordinal));
        var gitlab = Syntax.GitLab(Written("gitlab", text));
        Assert.Contains(gitlab, entry => entry.GetProperty("location").GetProperty("path").GetString() == text + ".manifest.yaml");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    public void A_spreadsheet_takes_no_cell_for_a_formula(string text)
    {
        var rows = Syntax.Rows(Written("csv", text));
        Assert.Contains(rows, row => row["title"] == "'" + text.Trim());
    }

    [Fact]
    public void Nobody_is_called_where_a_report_becomes_a_comment() =>
        Assert.DoesNotMatch("(?<!/)@[a-z]", Written("markdown", "@octocat and @org/team"));

    // Everything that somebody writes: a path, titles, facts, a rule's texts, a waiver's, a diagnostic's.
    private static string Written(string format, string text)
    {
        var quoted = JsonSerializer.Serialize(text);
        var rules = $"""
            - id: broken
              title: {quoted}
              citation: {JsonSerializer.Serialize($"text, {text}")}
              severity: high
              remedy: {quoted}
              prohibits: {"{"}vendor: {quoted}{"}"}
            - id: waived
              title: {quoted}
              citation: text
              severity: critical
              remedy: {quoted}
              prohibits: {"{"}vendor: {quoted}{"}"}
            - id: open
              title: {quoted}
              citation: text
              severity: low
              remedy: {quoted}
              prohibits: {"{"}vendor: {quoted}, police: true{"}"}
            - id: doubtful
              title: {quoted}
              citation: memory
              severity: low
              remedy: {quoted}
              prohibits: {"{"}vendor: {quoted}{"}"}
            """;
        var set = Example.RuleSet(rules).Replace("title: The text,", $"title: {quoted}, url: \"https://example.org/@x?a=b|c\",", StringComparison.Ordinal).Replace("title: A memory,", $"title: {quoted},", StringComparison.Ordinal);
        var library = Example.Load(set);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == PolicyCheck.Text.DiagnosticLevel.Error).Select(one => one.Message));
        var manifest = $"manifest: shop\ntitle: {quoted}\nvendor: {"{"}value: {quoted}, basis: documented, source: {quoted}{"}"}\nuses: [{"{"}id: only, title: {quoted}{"}"}, {"{"}id: other{"}"}]\n";
        var report = Reporting.Of(library, Example.Today, null, (text + ".manifest.yaml", manifest));
        Assert.Single(report.Assessments);
        return (report with { Diagnostics = Reporting.Diagnostics(text + "-broken.manifest.yaml", text) })
            .With("waived", finding => finding with { Outcome = RuleOutcome.Waived, Waiver = Reporting.Waiver(finding, text, text) with { Authority = text } })
            .Text(format);
    }

    // What a format makes of a report, texts aside.
    private static List<string> Shape(string format, string text) => format switch
    {
        "github" => [.. Syntax.GitHub(text).Select(command => $"{command.Name} {command.Properties.Count} {command.Data.Count(letter => letter == '\n')}")],
        "gitlab" => [.. Syntax.GitLab(text).Select(entry => entry.GetProperty("severity").GetString() ?? "")],
        "azuredevops" => [.. Syntax.Azure(text).Select(command => $"{command.Properties["type"]} {command.Properties.Count}")],
        "junit" => [.. JUnitXml.Read(text).DescendantsAndSelf().Select(element => $"{element.Name} {element.Attributes().Count()}")],
        "tap" => [.. TapPoint.ReadAll(text).Select(point => $"{point.Ok} {point.Directive.Length > 0} {point.Block.Count}")],
        "csv" => [.. Syntax.Rows(text).Select(row => row["outcome"])],
        "markdown" => Syntax.Page(text),
        _ => [],
    };
}
