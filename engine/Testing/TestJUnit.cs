using System.Globalization;
using System.Text;
using System.Xml;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>Writes what came of tests as JUnit XML: a suite for each file, a test case for each case, and one for each other diagnostic.</summary>
public static class TestJUnit
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diagnostics">What else is wrong with the tests, or with what they leave out.</param>
    /// <param name="output">Where to write UTF-8.</param>
    public static void Write(TestRun run, IReadOnlyCollection<Diagnostic> diagnostics, Stream output)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "policycheck");
        WriteCounts(xml, run.Passed + run.Failed + diagnostics.Count, run.Failed, diagnostics.Count);
        foreach (var file in run.Files)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Visible(file.File.Path));
            WriteCounts(xml, file.Results.Length, file.Results.Count(result => !result.Passes), 0);
            foreach (var result in file.Results)
            {
                Write(xml, file, result);
            }

            xml.WriteEndElement();
        }

        if (diagnostics.Count > 0)
        {
            WriteDiagnostics(xml, diagnostics);
        }

        xml.WriteEndElement();
        xml.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(XmlWriter xml, TestFileRun file, CaseResult result)
    {
        WriteCase(xml, string.Join(' ', file.File.RuleSets.Select(set => set.Id)), result.Case.Name, result.Case.Location);
        foreach (var mismatch in result.Mismatches)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", Visible(mismatch.Subject));
            xml.WriteAttributeString("message", Visible($"{mismatch.Subject}: {mismatch.Difference}"));
            var rule = mismatch.Finding is { Rule.Location: var place } ? $"\nrule {Visible(place.Path)}:{place.Start.Line}:{place.Start.Column}" : "";
            xml.WriteString(Visible($"case {mismatch.Location.Path}:{mismatch.Location.Start.Line}:{mismatch.Location.Start.Column}") + rule);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDiagnostics(XmlWriter xml, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "diagnostics");
        WriteCounts(xml, diagnostics.Count, 0, diagnostics.Count);
        foreach (var diagnostic in diagnostics)
        {
            WriteCase(xml, diagnostic.Code, diagnostic.Message, diagnostic.Location);
            xml.WriteStartElement("error");
            xml.WriteAttributeString("type", diagnostic.Code);
            xml.WriteAttributeString("message", Visible(diagnostic.Message));
            xml.WriteString(Visible(diagnostic.Cure));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string group, string name, Location location)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Visible(group));
        xml.WriteAttributeString("name", Visible(name));
        xml.WriteAttributeString("file", Visible(location.Path));
        xml.WriteAttributeString("line", Plain(location.Start.Line));
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures, int errors)
    {
        xml.WriteAttributeString("tests", Plain(tests));
        xml.WriteAttributeString("failures", Plain(failures));
        xml.WriteAttributeString("errors", Plain(errors));
        xml.WriteAttributeString("skipped", "0");
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Control characters have no place in XML 1.0, whatever form they are written in.
    private static string Visible(string text) => VisibleText.Of(text);
}
