using System.Collections.Immutable;
using PolicyCheck.Manifests;
using PolicyCheck.Values;

namespace PolicyCheck.Assessments;

/// <summary>What was found about one manifest on one day.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Uses">Each use by itself, in the order of the manifest.</param>
/// <param name="Verdict">The worst of the uses' verdicts.</param>
public sealed record Assessment(Manifest Manifest, DateOnly AsOf, ImmutableArray<UseAssessment> Uses, Verdict Verdict)
{
    /// <summary>Where the verdict is compliant the strongest basis that can be asked for without its changing; null where it isn't, or nobody looked.</summary>
    public Basis? Basis { get; init; }
}
