using PolicyCheck.Assessments;
using PolicyCheck.Manifests;

namespace PolicyCheck.Reports.Oscal;

/// <summary>A finding of a rule that was evaluated, and what it is called in the document.</summary>
/// <param name="Use">The use.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Fingerprint">What names it in every run.</param>
/// <param name="Subject">The UUID of the use.</param>
/// <param name="Manifest">The UUID of the manifest's resource.</param>
/// <param name="Identities">Where UUIDs come from.</param>
internal sealed record Judgement(Use Use, Finding Finding, string Fingerprint, string Subject, string Manifest, Identities Identities)
{
    /// <summary>The UUID of what was seen.</summary>
    public string Observation { get; } = Identities.Next("observation", Fingerprint);

    /// <summary>The UUID of what follows from it, or null where the rule doesn't apply.</summary>
    public string? Conclusion { get; } = Finding.Outcome == RuleOutcome.NotApplicable ? null : Identities.Next("finding", Fingerprint);

    /// <summary>The UUID of the risk that it is, or null where the rule isn't broken.</summary>
    public string? Risk { get; } = Finding.Outcome is RuleOutcome.Fail or RuleOutcome.Waived ? Identities.Next("risk", Fingerprint) : null;
}
