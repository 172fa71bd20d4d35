using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>test</c> was asked for.</summary>
/// <param name="Paths">Files and folders; none means the working directory.</param>
/// <param name="Rules">Further folders of rules.</param>
/// <param name="Run">A regular expression that the names of the cases to run match, or null for all.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Coverage">Whether coverage is shown.</param>
/// <param name="Threshold">The least coverage, in per cent, or null.</param>
/// <param name="Limits">How much of each file is read.</param>
internal sealed record TestRequest(
    IReadOnlyList<string> Paths,
    IReadOnlyList<string> Rules,
    string? Run,
    IReadOnlyList<string> Outputs,
    bool Coverage,
    int? Threshold,
    ReadingLimits Limits);
