using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsvHelper;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;

namespace PolicyCheck.Tests.Reports.Ci;

public sealed class Formats_for_build_servers
{
    public static TheoryData<string> All => [.. ReportFormats.All.Select(format => format.Name)];

    public static TheoryData<string> Golden_formats => ["junit", "tap", "github", "gitlab", "azuredevops", "markdown", "csv"];

    [Theory]
    [MemberData(nameof(Golden_formats))]
    public void A_report_is_what_was_agreed_on(string format)
    {
        Golden.Verify($"tests/PolicyCheck.Engine.Tests/Reports/Ci/station.{format}.txt", Station.Written(Station.Report, format));
        Golden.Verify($"tests/PolicyCheck.Engine.Tests/Reports/Ci/accepted.{format}.txt", Station.Written(Station.Accepted, format));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_report_gives_the_same_bytes(string format) => Assert.Equal(Station.Written(Station.Report, format), Station.Written(Station.Report, format));

    [Theory]
    [MemberData(nameof(All))]
    public void A_hostile_text_shows_nothing_invisible(string format)
    {
        var written = Station.Written(Station.Bad, format);
        Assert.DoesNotContain(written, letter => letter is '\u202E' or '\u2066' or '\u0007');
    }

    // In-toto's statements are encoded, and about manifests that were judged.
    public static TheoryData<string> Legible => [.. ReportFormats.All.Select(format => format.Name).Where(name => name != "intoto")];

    [Theory]
    [MemberData(nameof(Legible))]
    public void Every_broken_rule_and_every_refused_file_is_told(string format)
    {
        var written = Station.Written(Station.Report, format);
        Assert.Contains("no-police", written, StringComparison.Ordinal);
        Assert.Contains("nonsense", written, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_reads_every_annotation_of_hostile_texts_as_one_command()
    {
        var log = Station.Written(Station.Bad, "github");
        var commands = Command.ReadAll(log);
        Assert.Equal(log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1, commands.Count);
        Assert.All(commands, command => Assert.Equal(Text.VisibleText.Of(Station.Hostile), command.Properties["file"]));
        Assert.All(commands, command => Assert.DoesNotContain('\n', command.Message));
    }

    [Fact]
    public void GitHub_gets_the_gravest_first_and_one_annotation_for_uses_alike()
    {
        var commands = Command.ReadAll(Station.Written(Station.Report, "github"));
        Assert.Equal(["error", "error", "error", "error", "warning", "warning", "warning", "notice"], commands.Select(command => command.Name));
        Assert.Equal([("7", "7", "16"), ("8", "8", "16")], commands.Where(command => command.Properties["title"] == "act/no-police").Select(command => (command.Properties["line"], command.Properties["endLine"], command.Properties["col"])));
        Assert.Contains("Uses: hall, yard and roof.", commands.Single(command => command.Properties["title"] == "act/remembered").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GitHub_gets_ten_annotations_of_a_kind_and_the_number_of_the_rest()
    {
        var rules = string.Concat(Enumerable.Range(1, 14).Select(number => Example.Rule($"rule-{number}", "prohibits: {police: true}")));
        var log = Station.Written(Page.Report("manifest: station\npolice: true\nuses: [{id: hall}]", Example.RuleSet(rules)), "github");
        Assert.Equal(10, Command.ReadAll(log).Count(command => command.Name == "error"));
        Assert.Contains("4 more of kind error are in the other reports of this run", log, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_accepted_is_a_notice_and_no_error()
    {
        var commands = Command.ReadAll(Station.Written(Station.Accepted, "github"));
        Assert.DoesNotContain(commands, command => command.Name != "notice" && command.Properties["title"].StartsWith("act/", StringComparison.Ordinal) && command.Properties["title"] != "act/remembered");
        Assert.Contains(commands, command => command.Message.Contains("Waiver: W-1, granted by a pilot until the council has met", StringComparison.Ordinal));
    }

    [Fact]
    public void GitLab_reads_issues_with_severities_of_its_own_and_fingerprints_that_differ()
    {
        foreach (var report in new[] { Station.Report, Station.Accepted, Station.Bad })
        {
            var issues = JsonElement.Parse(Station.Written(report, "gitlab")).EnumerateArray().ToList();
            Assert.NotEmpty(issues);
            Assert.All(issues, issue => Assert.Contains(issue.GetProperty("severity").GetString(), new[] { "info", "minor", "major", "critical", "blocker" }));
            Assert.All(issues, issue => Assert.True(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() >= 1));
            Assert.Equal(issues.Count, issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Azure_reads_one_command_a_line_and_none_of_a_users()
    {
        var lines = Station.Written(Station.Bad, "azuredevops").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var commands = lines.Where(line => line.Contains("##vso[", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, line => Assert.Matches(@"^##vso\[task\.logissue type=(error|warning);sourcepath=[^;\]]*;linenumber=\d+;columnnumber=\d+;code=[^;\]]*;\][^\r\n]*$", line));
    }

    [Theory]
    [InlineData("station")]
    [InlineData("accepted")]
    [InlineData("hostile")]
    public void JUnit_counts_what_it_has_and_keeps_messages_out_of_names(string which)
    {
        var suites = XDocument.Parse(Station.Written(Which(which), "junit")).Root!;
        foreach (var suite in suites.Elements("testsuite").Append(suites))
        {
            var cases = suite.Descendants("testcase").ToList();
            Assert.Equal(
                (cases.Count, cases.Count(one => one.Element("failure") is not null), cases.Count(one => one.Element("error") is not null), cases.Count(one => one.Element("skipped") is not null)),
                (Number(suite, "tests"), Number(suite, "failures"), Number(suite, "errors"), suite == suites ? suites.Descendants("skipped").Count() : Number(suite, "skipped")));
        }

        Assert.All(suites.Descendants("testcase"), one => Assert.Matches(@"^([a-z-]+ \([a-z]+\)|line \d+)$", one.Attribute("name")!.Value));
        Assert.All(suites.Descendants("testcase"), one => Assert.True(one.Elements().Count() <= 1));
    }

    [Fact]
    public void What_is_open_or_doubtful_passes_in_no_format_of_tests()
    {
        var cases = XDocument.Parse(Station.Written(Station.Report, "junit")).Descendants("testcase").ToLookup(one => one.Attribute("name")!.Value);
        Assert.All(cases["consent (hall)"].Concat(cases["remembered (hall)"]).Concat(cases["no-police (hall)"]), one => Assert.NotNull(one.Element("failure")));
        Assert.Empty(cases["few-cameras (hall)"].Single().Elements());
        Assert.NotNull(cases["trains (hall)"].Single().Element("skipped"));
        var tap = Station.Written(Station.Report, "tap");
        Assert.Matches(@"(?m)^not ok \d+ - .*/hall: act/consent$", tap);
        Assert.Matches(@"(?m)^ok \d+ - .*/hall: act/few-cameras$", tap);
        Assert.Matches(@"(?m)^ok \d+ - .*/roof: act/no-police # SKIP ", tap);
        Assert.Matches(@"(?m)^ok \d+ - .*/hall: act/trains # SKIP ", tap);
    }

    [Theory]
    [InlineData("station")]
    [InlineData("accepted")]
    [InlineData("hostile")]
    public void TAP_has_the_tests_it_plans_one_a_line(string which)
    {
        var lines = Station.Written(Which(which), "tap").Split('\n');
        Assert.Equal(("TAP version 14", $"1..{lines.Count(line => Regex.IsMatch(line, @"^(not )?ok \d+ - "))}"), (lines[0], lines[1]));
        Assert.All(lines.Skip(2), line => Assert.Matches(@"^(((not )?ok \d+ - .*)|(  .*)|(# .*)|)$", line));
        Assert.DoesNotMatch(@"(?m)^(not )?ok \d+ - [^\n]*[^\\]# (?!SKIP )", string.Join('\n', lines));
    }

    [Theory]
    [InlineData("station")]
    [InlineData("accepted")]
    [InlineData("hostile")]
    public void CSV_has_a_cell_for_each_column_and_no_formula(string which)
    {
        using var csv = new CsvParser(new StringReader(Station.Written(Which(which), "csv")), CultureInfo.InvariantCulture);
        Assert.True(csv.Read());
        var columns = csv.Count;
        var rows = 0;
        while (csv.Read())
        {
            rows++;
            Assert.Equal(columns, csv.Count);
            Assert.All(csv.Record!, cell => Assert.DoesNotMatch("^[=+@-]", cell));
        }

        Assert.Equal(Which(which).Diagnostics.Length + Which(which).Assessments.SelectMany(one => one.Uses).SelectMany(use => use.Findings).Count(finding => finding.Reason == FindingReason.Evaluated), rows);
    }

    [Fact]
    public void Markdown_keeps_rows_whole_and_markup_harmless()
    {
        var text = Regex.Replace(Station.Written(Station.Bad, "markdown"), @"\]\(<[^>\n]*>\)", "]");
        foreach (var table in text.Split("\n\n").Where(part => part.StartsWith('|')))
        {
            Assert.Single(table.TrimEnd().Split('\n').Select(row => Regex.Count(row, @"(?<!\\)\|")).Distinct());
        }

        Assert.DoesNotMatch(@"(?<!\\)<script", text);
        Assert.DoesNotMatch(@"(?<!\\)\[x\]\(https://example\.org", text);
    }

    [Fact]
    public void Markdown_for_which_there_is_no_room_is_counted()
    {
        var many = Station.Report with { Assessments = [.. Enumerable.Range(0, 1500).Select(_ => Station.Report.Assessments[0] with { })] };
        var text = Station.Written(many, "markdown");
        Assert.InRange(text.Length, 500_000, 1_048_576);
        Assert.Matches(@"There is no room here for \d+ more manifests; the other reports of this run have them\.", text);
    }

    private static Report Which(string which) => which switch
    {
        "station" => Station.Report,
        "accepted" => Station.Accepted,
        _ => Station.Bad,
    };

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
