using System.Globalization;
using System.Text;
using System.Xml;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as JUnit XML: a suite for each manifest, and a test case for each rule in force there and each use.</summary>
/// <remarks>
/// What doesn't apply, is waived, is known to the baseline or only advises is skipped; what is open fails with the type <c>indeterminate</c>,
/// as it fails a check; a file that was refused is an error. Names hold no message, so that they stay the same from run to run. There is no
/// official schema; this keeps to the strictest that is in use, that of Jenkins' xUnit plugin, whose test cases have neither file nor line.
/// </remarks>
public static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var problems = report.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error).ToList();
        var suites = report.Assessments.Select(assessment => (Assessment: assessment, Tests: Judged.Of(assessment, report.Options).ToList())).ToList();
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "policycheck");
        WriteCounts(xml, [.. suites.SelectMany(suite => suite.Tests)], problems.Count);
        foreach (var (assessment, tests) in suites)
        {
            Write(xml, assessment, tests, FindingMessage.Of(report, assessment));
        }

        foreach (var file in problems.GroupBy(problem => problem.Location.Path, StringComparer.Ordinal))
        {
            Write(xml, file.Key, [.. file]);
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(XmlWriter xml, Assessment assessment, List<Judged> tests, FindingMessage message)
    {
        WriteSuite(xml, $"{assessment.Manifest.Path}: {assessment.Manifest.Id}", assessment.Manifest.Path, tests, 0);
        foreach (var test in tests)
        {
            WriteCase(xml, test.Finding.RuleSet.Id, $"{test.Finding.Rule.Id} ({test.Use.Use.Id})");
            WriteResult(xml, test.Result, test.Finding, message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteResult(XmlWriter xml, TestResult result, Finding finding, FindingMessage message)
    {
        switch (result)
        {
            case TestResult.Skipped:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", message.Harmless(finding));
                xml.WriteEndElement();
                break;
            case TestResult.Failure or TestResult.Error:
                xml.WriteStartElement(result == TestResult.Error ? "error" : "failure");
                Attribute(xml, "type", finding.Outcome == RuleOutcome.Fail && finding.Doubt is not null ? "doubtful" : Words.Of(finding.Outcome));
                Attribute(xml, "message", message.Lead(finding));
                xml.WriteString(string.Join('\n', message.Reasons(finding).Concat(FindingMessage.Details(finding, [])).Append((Label: "At", Text: Place(finding.Location))).Select(detail => VisibleText.Of($"{detail.Label}: {detail.Text}"))));
                xml.WriteEndElement();
                break;
            default:
                break;
        }
    }

    private static void Write(XmlWriter xml, string path, List<Diagnostic> problems)
    {
        WriteSuite(xml, path, path, [], problems.Count);
        foreach (var problem in problems)
        {
            WriteCase(xml, problem.Code, $"line {problem.Location.Start.Line}");
            xml.WriteStartElement("error");
            Attribute(xml, "type", problem.Code);
            Attribute(xml, "message", problem.Message);
            xml.WriteString(VisibleText.Of($"Cure: {problem.Cure}") + '\n' + VisibleText.Of($"At: {Place(problem.Location)}"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string name, string file, List<Judged> tests, int refused)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", name);
        Attribute(xml, "file", file);
        WriteCounts(xml, tests, refused);
        Attribute(xml, "skipped", Count(tests, TestResult.Skipped));
    }

    private static void WriteCase(XmlWriter xml, string group, string name)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", group);
        Attribute(xml, "name", name);
    }

    private static void WriteCounts(XmlWriter xml, List<Judged> tests, int refused)
    {
        Attribute(xml, "tests", Count(tests, null, refused));
        Attribute(xml, "failures", Count(tests, TestResult.Failure));
        Attribute(xml, "errors", Count(tests, TestResult.Error, refused));
    }

    private static string Count(List<Judged> tests, TestResult? result, int more = 0) => (tests.Count(test => result is null || test.Result == result) + more).ToString(CultureInfo.InvariantCulture);

    private static string Place(Location place) => $"{place.Path}:{place.Start.Line}:{place.Start.Column}";

    // Control characters have no place in XML 1.0, whatever form they are written in.
    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, VisibleText.Of(value));
}
