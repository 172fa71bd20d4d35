using PolicyCheck.Assessments;
using PolicyCheck.Reading;

namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>check</c> was asked for.</summary>
/// <param name="Manifests">Files, folders, or <c>-</c>.</param>
/// <param name="Rules">The folders of rules; none means the built-in ones.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Explain">How much to explain.</param>
/// <param name="FailOn">What else fails the check, or what alone does.</param>
/// <param name="Options">What an assessment takes into account.</param>
/// <param name="Timeout">After how long to give up, or null.</param>
/// <param name="Limits">How much of each file is read.</param>
internal sealed record CheckRequest(
    IReadOnlyList<string> Manifests,
    IReadOnlyList<string> Rules,
    DateOnly AsOf,
    IReadOnlyList<string> Outputs,
    Explain Explain,
    IReadOnlyList<string> FailOn,
    AssessmentOptions Options,
    TimeSpan? Timeout,
    ReadingLimits Limits)
{
    /// <summary>The files of waivers that are applied.</summary>
    public IReadOnlyList<string> Waivers { get; init; } = [];
}

/// <summary>How much the text report explains.</summary>
internal enum Explain
{
    /// <summary>Verdicts and the names of rules.</summary>
    Off,

    /// <summary>What fails and what is open, with reasons.</summary>
    Fails,

    /// <summary>Every rule, with the tree of its conditions.</summary>
    Full,
}
