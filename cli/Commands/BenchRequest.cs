using PolicyCheck.Cli.Input;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What was asked of <c>bench</c>.</summary>
/// <param name="Manifests">Files and folders, or <c>-</c>.</param>
/// <param name="Rules">Where the rules come from.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Rounds">How many rounds are measured.</param>
/// <param name="Compare">The file of an earlier measurement, or null.</param>
/// <param name="Threshold">By how many per cent a ratio may have grown since.</param>
/// <param name="Limits">How much is read.</param>
internal sealed record BenchRequest(
    IReadOnlyList<string> Manifests,
    RuleOrigin Rules,
    DateOnly AsOf,
    IReadOnlyList<string> Outputs,
    int Rounds,
    string? Compare,
    int Threshold,
    ReadingLimits Limits);
