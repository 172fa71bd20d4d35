using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Reports;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Timelines;

/// <summary>Judges a deployment that a text describes.</summary>
internal sealed class Example
{
    // Rules are compiled when first needed and are shared by threads, so one assessor serves a process for good.
    private readonly RuleLibrary _library = RuleLibraryLoader.Load(BuiltInRules.Files);
    private readonly Assessor _assessor;

    public Example() => _assessor = new(_library);

    public string Judge(string text, DateOnly day)
    {
        // A manifest's mistakes are values with a code and a place, and all of them are told.
        var file = ManifestReader.Read("entrance.manifest.yaml", Encoding.UTF8.GetBytes(text), _library.Vocabulary);
        if (file.HasErrors)
        {
            return string.Join('\n', file.Diagnostics.Select(DiagnosticText.Render));
        }

        // A text may hold several manifests; each use of a deployment is judged by itself.
        var assessment = _assessor.Assess(file.Manifests[0], day);
        var said = new StringBuilder($"{assessment.Verdict}\n");
        foreach (var finding in assessment.Uses.SelectMany(use => use.Findings).Where(finding => finding.Outcome == RuleOutcome.Fail && !finding.IsAdvisory))
        {
            said.Append($"{finding.Rule.QualifiedId}: {finding.Rule.Title}, line {finding.Location.Start.Line}\n");
        }

        return said.ToString();
    }

    public void WriteJson(string text, DateOnly day, Stream output)
    {
        var file = ManifestReader.Read("entrance.manifest.yaml", Encoding.UTF8.GetBytes(text), _library.Vocabulary);
        var report = new Report(
            day,
            _library.Vocabulary,
            _assessor.Considered(AssessmentOptions.Default),
            [.. file.Manifests.Select(manifest => _assessor.Assess(manifest, day))],
            file.Diagnostics)
        {
            // What changes within a year is told beside what is found.
            Outlook = new(file.Manifests.Select(manifest => new Chronicler(_library, _assessor).Coming(manifest, day)).OfType<Timeline>(), []),
        };
        JsonReport.Write(report, output);
    }
}
