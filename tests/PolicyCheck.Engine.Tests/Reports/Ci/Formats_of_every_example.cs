using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Reports.Ci;

public sealed class Formats_of_every_example
{
    private static readonly RuleLibrary Library = RuleLibraryLoader.Load(BuiltInRules.Files);

    private static readonly (string Path, string Text)[] Examples =
        [.. Directory.EnumerateFiles(Golden.PathOf("rules/examples"), "*.manifest.yaml").Order(StringComparer.Ordinal).Select(file => ($"rules/examples/{Path.GetFileName(file)}", File.ReadAllText(file)))];

    // What it holds is base64 of a statement, so nothing can be looked for in its text.
    private static readonly string[] Encoded = ["intoto"];

    private static readonly Dictionary<string, Report> Reports = new[] { "2020-06-15", "2026-11-23" }.ToDictionary(day => day, day => Reporting.Of(Library, day, null, Examples));

    public static TheoryData<string, string> All { get; } = new(ReportFormats.All.SelectMany(format => Reports.Keys.Select(day => (format.Name, day))));

    public static TheoryData<string> Named { get; } = [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_can_be_read_and_names_every_broken_rule(string format, string day)
    {
        var report = Reports[day];
        foreach (var assessment in report.Assessments)
        {
            var text = (report with { Assessments = [assessment] }).Text(format);
            Syntax.Holds(format, text);
            if (!Encoded.Contains(format) && !text.Contains("GitHub shows ten", StringComparison.Ordinal))
            {
                var broken = assessment.Uses.SelectMany(use => use.Findings).Where(finding => finding.Outcome == RuleOutcome.Fail);
                Assert.All(broken, finding => Assert.Contains(finding.Rule.Id, text, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void All_of_them_make_one_report_that_is_the_same_twice(string format)
    {
        var report = Reports.Values.Last();
        var text = report.Text(format);
        Syntax.Holds(format, text);
        Assert.Equal(text, report.Text(format));
    }

    [Fact]
    public void Every_example_of_a_broken_and_of_an_open_rule_is_among_them() =>
        Assert.Superset(
            new HashSet<RuleOutcome> { RuleOutcome.Fail, RuleOutcome.Indeterminate, RuleOutcome.Pass, RuleOutcome.NotApplicable },
            Reports.Values.SelectMany(report => report.Assessments).SelectMany(assessment => assessment.Uses).SelectMany(use => use.Findings).Select(finding => finding.Outcome).ToHashSet());
}
