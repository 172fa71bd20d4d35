using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PolicyCheck.Assessments;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.Reports.Html;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Tests.Reports;

/// <summary>A report as a page, read as XML, which fails where it isn't well-formed.</summary>
internal sealed class Page
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private Page(string text)
    {
        Text = text;
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        Document = XDocument.Load(reader);
    }

    public string Text { get; }

    public XDocument Document { get; }

    /// <summary>What a reader sees, style aside.</summary>
    public string Shown => string.Concat(All("body").DescendantNodes().OfType<XText>().Select(node => node.Value));

    public static Page Of(Report report)
    {
        using var output = new MemoryStream();
        HtmlReport.Write(report, output);
        return new(Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>A report on manifests, by rule sets, on the examples' day.</summary>
    public static Report Report(string manifests, params string[] ruleSets) => Report(manifests, Example.Load(ruleSets));

    public static Report Report(string manifests, RuleLibrary library) =>
        Report(manifests, library, new Assessor(library), Example.Day(Example.Today), "example.manifest.yaml");

    public static Report Report(string manifests, RuleLibrary library, Assessor assessor, DateOnly asOf, string path)
    {
        var read = ManifestReader.Read(path, Encoding.UTF8.GetBytes(manifests), library.Vocabulary);
        ImmutableArray<Assessment> assessments = [.. read.Manifests.Select(manifest => assessor.Assess(manifest, asOf))];
        return new(asOf, library.Vocabulary, assessor.Considered(AssessmentOptions.Default), assessments, read.Diagnostics);
    }

    /// <summary>The report with every finding changed.</summary>
    public static Report With(Report report, Func<Finding, Finding> change) => report with
    {
        Assessments =
        [
            .. report.Assessments.Select(assessment => assessment with
            {
                Uses = [.. assessment.Uses.Select(use => use with { Findings = [.. use.Findings.Select(change)] })],
            }),
        ],
    };

    public IEnumerable<XElement> All(string name) => Document.Descendants(Xhtml + name);

    public IEnumerable<XElement> OfClass(string name) => Document.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(name) == true);

    public XElement? ById(string id) => Document.Descendants().SingleOrDefault(element => element.Attribute("id")?.Value == id);

    public IEnumerable<string> Ids => Document.Descendants().Attributes("id").Select(id => id.Value);

    public IEnumerable<string> Links => All("a").Attributes("href").Select(link => link.Value);
}
