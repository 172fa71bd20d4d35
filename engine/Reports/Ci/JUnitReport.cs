using System.Globalization;
using System.Text;
using System.Xml;
using PolicyCheck.Assessments;
using PolicyCheck.Explanation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;

namespace PolicyCheck.Reports.Ci;

/// <summary>Writes a report as JUnit XML: a suite for each manifest, and a test case for each rule in force there and each use.</summary>
/// <remarks>
/// What doesn't apply or is waived is skipped; what is open fails with the type <c>indeterminate</c>, as it fails a check; a file that was
/// refused is an error. Names hold no message, so that they stay the same from run to run.
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
        var message = new FindingMessage(new FindingText(report.Vocabulary, report.AsOf));
        var problems = report.Diagnostics.Where(diagnostic => diagnostic.Level == DiagnosticLevel.Error).ToList();
        var all = report.Assessments.SelectMany(Judged.Of).Select(one => one.Finding).ToList();
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "policycheck");
        WriteCounts(xml, all, problems.Count);
        foreach (var assessment in report.Assessments)
        {
            Write(xml, assessment, message);
        }

        foreach (var file in problems.GroupBy(problem => problem.Location.Path, StringComparer.Ordinal))
        {
            Write(xml, file.Key, [.. file]);
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(XmlWriter xml, Assessment assessment, FindingMessage message)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", $"{assessment.Manifest.Path}: {assessment.Manifest.Id}");
        WriteCounts(xml, [.. Judged.Of(assessment).Select(one => one.Finding)], 0);
        foreach (var (use, finding) in Judged.Of(assessment))
        {
            WriteCase(xml, finding.RuleSet.Id, $"{finding.Rule.Id} ({use.Use.Id})", finding.Location);
            WriteOutcome(xml, finding, message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, Finding finding, FindingMessage message)
    {
        switch (KindOf(finding))
        {
            case "skipped":
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", message.Lead(finding));
                xml.WriteEndElement();
                break;
            case { } kind:
                xml.WriteStartElement(kind);
                Attribute(xml, "type", finding.Outcome == RuleOutcome.Fail && finding.Doubt is not null ? "doubtful" : Words.Of(finding.Outcome));
                Attribute(xml, "message", message.Lead(finding));
                xml.WriteString(string.Join('\n', message.Reasons(finding).Concat(FindingMessage.Details(finding, [])).Select(detail => VisibleText.Of($"{detail.Label}: {detail.Text}"))));
                xml.WriteEndElement();
                break;
            default:
                break;
        }
    }

    private static void Write(XmlWriter xml, string path, List<Diagnostic> problems)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", path);
        WriteCounts(xml, [], problems.Count);
        foreach (var problem in problems)
        {
            WriteCase(xml, problem.Code, $"line {problem.Location.Start.Line}", problem.Location);
            xml.WriteStartElement("error");
            Attribute(xml, "type", problem.Code);
            Attribute(xml, "message", problem.Message);
            xml.WriteString(VisibleText.Of(problem.Cure));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // A pass in doubt isn't a pass.
    private static string? KindOf(Finding finding) => finding switch
    {
        { Outcome: RuleOutcome.Error } => "error",
        { Outcome: RuleOutcome.Fail or RuleOutcome.Indeterminate } or { Outcome: RuleOutcome.Pass, Doubt: not null } => "failure",
        { Outcome: RuleOutcome.NotApplicable or RuleOutcome.Waived } => "skipped",
        _ => null,
    };

    private static void WriteCase(XmlWriter xml, string group, string name, Location place)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", group);
        Attribute(xml, "name", name);
        Attribute(xml, "file", place.Path);
        Attribute(xml, "line", Plain(place.Start.Line));
    }

    private static void WriteCounts(XmlWriter xml, List<Finding> findings, int refused)
    {
        var kinds = findings.Select(KindOf).ToList();
        Attribute(xml, "tests", Plain(findings.Count + refused));
        Attribute(xml, "failures", Plain(kinds.Count(kind => kind == "failure")));
        Attribute(xml, "errors", Plain(kinds.Count(kind => kind == "error") + refused));
        Attribute(xml, "skipped", Plain(kinds.Count(kind => kind == "skipped")));
    }

    // Control characters have no place in XML 1.0, whatever form they are written in.
    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, VisibleText.Of(value));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
