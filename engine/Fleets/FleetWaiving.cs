using System.Collections.Frozen;
using System.Text;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Waivers;

namespace PolicyCheck.Fleets;

/// <summary>Applies waivers to one deployment at a time, looking only at those that name it; safe to share between threads.</summary>
internal sealed class FleetWaiving
{
    private readonly FrozenDictionary<string, Waiving> _byDeployment;

    public FleetWaiving(WaiverRegister register, RuleLibrary library, AssessmentOptions options, RulesEngineEvaluator? engine)
    {
        _byDeployment = register.Entries
            .GroupBy(entry => entry.Waiver.Deployment, StringComparer.Ordinal)
            .ToFrozenDictionary(own => own.Key, own => new Waiving(register with { Entries = [.. own] }, library, options, engine), StringComparer.Ordinal);
        Digest = register.Entries.IsEmpty ? null : ContentDigest.Of(Encoding.UTF8.GetBytes(string.Join(
            '\n', register.Entries.Select(entry => ContentDigest.Of(Encoding.UTF8.GetBytes(entry.Waiver.Location.Source.Content))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))));
    }

    /// <summary>The digest of all files of waivers, or null where there are no waivers.</summary>
    public string? Digest { get; }

    public (Assessment Assessment, IEnumerable<Diagnostic> Told) Apply(Assessment assessment)
    {
        if (!_byDeployment.TryGetValue(assessment.Manifest.Id, out var waiving))
        {
            return (assessment, []);
        }

        // It remembers the programs of conditions, and two documents may be about one deployment.
        lock (waiving)
        {
            var waived = waiving.Apply([assessment]);
            return (waived.Assessments[0], waived.Diagnostics);
        }
    }
}
