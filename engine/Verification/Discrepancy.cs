using PolicyCheck.Manifests;

namespace PolicyCheck.Verification;

/// <summary>Where two ways of judging come to different answers: a defect of the program.</summary>
/// <param name="Manifest">The deployment.</param>
/// <param name="Use">The use, or null where it is about the deployment as a whole.</param>
/// <param name="Rule">The rule's qualified identifier, or null where it is about a verdict.</param>
/// <param name="Why">How they differ.</param>
public sealed record Discrepancy(Manifest Manifest, Use? Use, string? Rule, string Why)
{
    /// <summary>It all in one line.</summary>
    public override string ToString() => $"{Manifest.Id}{(Use is null ? "" : $", use {Use.Id}")}{(Rule is null ? "" : $", {Rule}")}: {Why}";
}
