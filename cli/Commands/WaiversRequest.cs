using PolicyCheck.Cli.Input;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>waivers</c> was asked for.</summary>
/// <param name="Files">The files of waivers.</param>
/// <param name="Manifests">Manifests to check them against.</param>
/// <param name="Rules">Where the rules come from.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Limits">How much of each file is read.</param>
internal sealed record WaiversRequest(
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Manifests,
    RuleOrigin Rules,
    DateOnly AsOf,
    IReadOnlyList<string> Outputs,
    ReadingLimits Limits);
