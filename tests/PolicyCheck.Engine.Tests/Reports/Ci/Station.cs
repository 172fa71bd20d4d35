using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Reports;
using PolicyCheck.Text;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Tests.Reports.Ci;

/// <summary>A report with a finding of each kind, and its texts in each format.</summary>
internal static class Station
{
    // What comes in must stay a text: line ends, what commands, tables and markup escape, marks that turn the direction of writing.
    public const string Hostile = "a\r\nb%0A::error::x,y;z]|c #\u0007\u202Ed\u2066<script>alert(1)</script>[x](https://example.org)`*_\\\"'=1+1😀";

    private static readonly string Act = Example.RuleSet(
        Example.Rule("no-police", "prohibits: {police: true, use.purpose: search}\nunless:\n  - {id: rescue, title: a rescue, citation: 'text, 2', when: {use.purpose: rescue}}", "'text, section 1'")
        + Example.Rule("consent", "requires: {consent: true}", "'text, section 3'")
        + Example.Rule("few-cameras", "requires: {cameras: {atMost: 10}}", "'text, section 4'")
        + Example.Rule("remembered", "prohibits: {police: true}", "memory")
        + Example.Rule("trains", "when: {sector: transport}\nrequires: {use.live: false}", "text"));

    private static readonly string Advice = Example.RuleSet(Example.Rule("advised", "prohibits: {police: true}"), id: "advice", standing: "guidance");

    private static readonly string Later = Example.RuleSet(Example.Rule("later", "prohibits: {police: true}"), id: "later", inForce: "[{from: 2030-01-01}]");

    /// <summary>Broken for two uses, open, doubtful, excepted, kept, advised and not in force; and a second manifest that was refused.</summary>
    public static Report Report { get; } = Page.Report(
        """
        manifest: station
        title: The station
        police: true
        sector: police
        cameras: 4
        uses:
          - {id: hall, purpose: [search]}
          - {id: yard, purpose: [search]}
          - {id: roof, purpose: [rescue]}
        ---
        manifest: Wrong
        nonsense: true
        """,
        Act,
        Advice,
        Later);

    /// <summary>The same with one failure waived and one in the baseline.</summary>
    public static Report Accepted { get; } = Page.With(Report, finding => finding switch
    {
        { Outcome: RuleOutcome.Fail, Rule.Id: "no-police" } => finding with { Outcome = RuleOutcome.Waived, Waiver = Waiver(finding.Location, "a pilot until the council has met") },
        { Outcome: RuleOutcome.Fail, IsAdvisory: false } or { Outcome: RuleOutcome.Indeterminate } => finding with { Baseline = BaselineState.Updated, BaselineSince = new(2021, 1, 5) },
        _ => finding,
    });

    /// <summary>Every text that comes from a file replaced by a hostile one.</summary>
    public static Report Bad { get; } = MakeHostile();

    public static Waiver Waiver(Location place, string text) => new("W-1", "act/no-police", "station", null, [], text, text, text, new(2021, 1, 1), new(2021, 12, 31), place);

    public static string Written(Report report, string format)
    {
        using var output = new MemoryStream();
        ReportFormats.All.Single(one => one.Name == format).Write(report, output);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    private static Report MakeHostile()
    {
        var source = new SourceText(Hostile, "manifest: station\n# " + Hostile + "\n");
        var place = new Location(source, new(0, 8));
        var vocabulary = Report.Vocabulary;
        var changed = Page.With(Accepted, finding => finding with
        {
            Rule = finding.Rule with { Title = Hostile, Remedy = Hostile, Note = Hostile },
            RuleSet = finding.RuleSet with { Title = Hostile, Authority = Hostile, Sources = [.. finding.RuleSet.Sources.Select(one => one with { Title = Hostile, Url = $"https://example.org/{Hostile}" })] },
            Facts = [.. finding.Facts.Select(fact => fact with { Source = Hostile, Value = fact.Value is TextValue ? new TextValue(Hostile) : fact.Value, Location = place })],
            Doubt = finding.Doubt is null ? null : Hostile,
            Defect = finding.Defect is null ? null : Hostile,
            Waiver = finding.Waiver is null ? null : Waiver(place, Hostile),
            Location = place,
            About = finding.About is { } about ? about with { Location = place, Source = Hostile } : null,
        });
        return changed with
        {
            Vocabulary = vocabulary,
            Assessments = [.. changed.Assessments.Select(assessment => assessment with { Manifest = assessment.Manifest with { Title = Hostile, Location = place }, Uses = [.. assessment.Uses.Select(use => use with { Use = use.Use with { Title = Hostile, Location = place } })] })],
            Diagnostics = [.. changed.Diagnostics.Select(diagnostic => diagnostic with { Message = Hostile, Cure = Hostile, Location = place })],
        };
    }
}
