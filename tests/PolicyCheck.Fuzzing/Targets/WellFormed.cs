using System.Text;
using System.Text.Json;
using System.Xml;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>What must hold of a report in a format, whatever texts it tells.</summary>
internal static class WellFormed
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Check(string format, byte[] report)
    {
        var text = Strict.GetString(report);
        Visible.In(format is "csv" or "github" or "azuredevops" or "tap" ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text, $"the report as {format}");
        switch (format)
        {
            case "json" or "sarif" or "sarif-alerts" or "gitlab" or "oscal":
                JsonDocument.Parse(report).Dispose();
                break;
            case "intoto":
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    JsonDocument.Parse(line).Dispose();
                }

                break;
            case "junit":
                ReadXml(text);
                break;
            case "html":
                HtmlShape.Check(text);
                break;
            case "github":
                Lines(text, format, "::error ", "::warning ", "::notice ", "policycheck: ", "GitHub shows ten annotations ");
                break;
            case "azuredevops":
                Lines(text, format, "##vso[task.logissue ", "notice: ", "policycheck: ");
                break;
            case "tap":
                Lines(text, format, "TAP version 14", "1..", "ok ", "not ok ", "  ", "#");
                break;
        }
    }

    private static void ReadXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
        }
    }

    private static void Lines(string text, string format, params string[] beginnings)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            BrokenException.Unless(Array.Exists(beginnings, beginning => line.StartsWith(beginning, StringComparison.Ordinal)), $"a line of the report as {format} is none of its own: {line}");
        }
    }
}
