using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyCheck.Cli.Tests.Authoring;

public sealed partial class HostileTestNameTests
{
    private const string Name = """<b>&"'x'</b> ]]> # SKIP \\ %20 😀 \u001b[31m\u0000\u0007\u202E \r\n tab\t end""";

    private const string Told = "<b>&\"'x'</b> ]]> # SKIP \\ %20 😀 ";

    private static readonly string Tests = Tested.Failing.With("name: a shop may not though a person looks", $"name: \"{Name.Replace("\"'x'", "\\\"'x'", StringComparison.Ordinal)}\"");

    [Fact]
    public async Task JUnit_is_XML_whatever_a_case_is_called()
    {
        using var folder = Tested.Folder(Tests);
        var xml = XDocument.Parse((await Run.In(folder.Path, "test", "-o", "junit")).Output).Root!;
        Assert.Equal(("3", "1", "0"), (xml.Attribute("tests")!.Value, xml.Attribute("failures")!.Value, xml.Attribute("errors")!.Value));
        var failed = xml.Descendants("testcase").Single(one => one.Elements("failure").Any());
        Assert.StartsWith(Told, failed.Attribute("name")!.Value, StringComparison.Ordinal);
        Assert.Equal(("shops", "shops_test.yaml", "16"), (failed.Attribute("classname")!.Value, failed.Attribute("file")!.Value, failed.Attribute("line")!.Value));
        Assert.Contains("rule shops.rules.yaml:", failed.Element("failure")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:b,c%20d.rules.yaml", "x:y,z%.")]
    [InlineData("a&<b>'\".rules.yaml", "&<\"'>")]
    [InlineData("a\u001b[31m\nb\u202E.rules.yaml", "\u0001\u001b\n")]
    public async Task Nor_does_it_matter_what_a_file_is_called(string rules, string test)
    {
        using var folder = new Folder().Write($"it/{rules}", Texts.ShopRules).Write($"it/{test}_test.yaml", Tested.Failing);
        var junit = await Run.In(folder.Path, "test", "it", "-o", "junit");
        Assert.Equal(ExitCode.DoesNotHold, junit.Code);
        Assert.EndsWith("_test.yaml", XDocument.Parse(junit.Output).Descendants("testcase").First().Attribute("file")!.Value, StringComparison.Ordinal);
        var tap = await Run.In(folder.Path, "test", "it", "-o", "tap");
        Assert.Equal((ExitCode.DoesNotHold, 3), (tap.Code, ResultLine().Count(tap.Output)));
        foreach (var format in new[] { "text", "html", "tap", "junit" })
        {
            Assert.DoesNotContain('\u001b', (await Run.In(folder.Path, "test", "it", "--coverage", "-o", format)).Output);
        }
    }

    [Fact]
    public async Task TAP_has_a_plan_a_line_for_each_case_and_no_directive_that_a_name_made()
    {
        using var folder = Tested.Folder(Tests);
        var lines = (await Run.In(folder.Path, "test", "-o", "tap")).Output.Split('\n');
        Assert.Equal(["TAP version 14", "1..3", "ok 1 - shops_test.yaml: a shop may not search faces", "ok 2 - shops_test.yaml: a person looks at every match"], lines[..4]);
        Assert.StartsWith("not ok 3 - shops_test.yaml: <b>&\"'x'</b> ]]> \\# SKIP \\\\ %20 😀 ", lines[4], StringComparison.Ordinal);
        Assert.Equal(("  ---", "  ...", ""), (lines[5], lines[^2], lines[^1]));
        Assert.All(lines[6..^2], line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => Regex.IsMatch(line, @"(?<!\\)#"));
    }

    [Fact]
    public async Task What_is_left_out_is_a_test_that_is_not_ok()
    {
        using var folder = Tested.Folder(Tested.Head + Tested.Fails);
        var tap = (await Run.In(folder.Path, "test", "-o", "tap")).Output.Split('\n');
        Assert.Equal(("1..2", "not ok 2 - shops.rules.yaml: PC722 no case lets the exception reviewed apply"), (tap[1], tap[3]));
        var xml = XDocument.Parse((await Run.In(folder.Path, "test", "-o", "junit")).Output).Root!;
        Assert.Equal(("2", "0", "1"), (xml.Attribute("tests")!.Value, xml.Attribute("failures")!.Value, xml.Attribute("errors")!.Value));
        Assert.Equal("PC722", xml.Descendants("error").Single().Attribute("type")!.Value);
    }

    [Fact]
    public async Task JSON_keeps_the_name_of_a_case_unchanged()
    {
        using var folder = Tested.Folder(Tests);
        var run = await Run.In(folder.Path, "test", "-o", "json");
        var names = run.Json.GetProperty("files")[0].GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("name").GetString());
        Assert.Equal(JsonSerializer.Deserialize<string>($"\"{Name.Replace("\"'x'", "\\\"'x'", StringComparison.Ordinal)}\""), names.Last());
    }

    [Fact]
    public async Task The_page_of_coverage_has_every_line_of_the_rules_and_runs_nothing()
    {
        var rules = Texts.ShopRules
            .With("title: A shop may not search faces", "title: \"</td><script>alert('&')</script><img src=x onerror=alert(1)> \\u202E\"")
            .With("notCovered:", "# <script>alert(2)</script>\nnotCovered:");
        using var folder = Tested.Folder(rules: rules);
        var run = await Run.In(folder.Path, "test", "-o", "html");
        Assert.Equal(ExitCode.Holds, run.Code);
        Assert.DoesNotContain("<script", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', run.Output);
        var page = XDocument.Parse(run.Output.Replace("<!doctype html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width\">", "", StringComparison.Ordinal).Replace("<br>", "<br/>", StringComparison.Ordinal)).Root!;
        Assert.Equal("en", page.Attribute("lang")!.Value);
        Assert.Single(page.Descendants("h1"));
        Assert.NotEmpty(Assert.Single(page.Descendants("title")).Value);
        var lines = page.Descendants("table").Last().Element("tbody")!.Elements("tr").Select(row => row.Elements("td").ElementAt(2).Value);
        Assert.Equal(rules.TrimEnd().Split('\n'), lines);
    }

    [GeneratedRegex("^(not )?ok ", RegexOptions.Multiline)]
    private static partial Regex ResultLine();
}
