using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Loading;
using PolicyCheck.Manifests;
using PolicyCheck.Text;

namespace PolicyCheck.Fuzzing.Targets;

/// <summary>Any file as a rule set: it is refused with positions, or every rule of it can be evaluated.</summary>
internal static class RulesTarget
{
    private static readonly DateOnly Day = new(2021, 6, 15);
    private static readonly PolicyFile Vocabulary = new("vocabulary.yaml", Encoding.UTF8.GetBytes(SmallWorld.Vocabulary));
    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes(SmallWorld.Manifest);

    public static void Try(ReadOnlySpan<byte> bytes)
    {
        var library = RuleLibraryLoader.Load([Vocabulary, new("a.rules.yaml", bytes.ToArray())], SmallWorld.Limits);
        foreach (var problem in library.Diagnostics)
        {
            Visible.In(DiagnosticText.Render(problem), "a rendered problem");
        }

        BrokenException.Unless(library.HasErrors || library.RuleSets.Length == 1, "a rule set without errors is left out");
        if (library.HasErrors)
        {
            return;
        }

        var manifests = ManifestReader.Read("a.manifest.yaml", Manifest, library.Vocabulary).Manifests;
        var assessor = new Assessor(library);
        foreach (var manifest in manifests)
        {
            foreach (var finding in assessor.Assess(manifest, Day, new(IncludeProposals: true)).Uses.SelectMany(use => use.Findings))
            {
                BrokenException.Unless(finding.Outcome != RuleOutcome.Error, $"{finding.Rule.QualifiedId} was loaded and can't be evaluated: {finding.Defect}");
            }
        }
    }
}
