using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>mutate</c> was asked for.</summary>
/// <param name="Paths">Files and folders; none means the working directory.</param>
/// <param name="Rules">Further folders of rules.</param>
/// <param name="All">Whether every mutant is judged again.</param>
/// <param name="Threshold">The least score, in per cent, or null where no mutant may survive.</param>
/// <param name="WriteTests">Whether cases are added to the test files.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Limits">How much of each file is read.</param>
internal sealed record MutateRequest(
    IReadOnlyList<string> Paths,
    IReadOnlyList<string> Rules,
    bool All,
    int? Threshold,
    bool WriteTests,
    IReadOnlyList<string> Outputs,
    ReadingLimits Limits);
