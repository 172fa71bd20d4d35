using PolicyCheck.Assessments;
using PolicyCheck.Cli.Fleets;
using PolicyCheck.Cli.Input;
using PolicyCheck.Projects;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Cli.Commands;

/// <summary>What one run of <c>check</c> was asked for.</summary>
/// <param name="Manifests">Files, folders, or <c>-</c>.</param>
/// <param name="Rules">The rules that take the place of the built-in ones, and what vouches for bundles.</param>
/// <param name="OwnRules">The folders of rules that come besides the built-in ones.</param>
/// <param name="Project">The project's choice of rule sets, stricter parameters and severities.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Outputs">Formats and where they go.</param>
/// <param name="Explain">How much to explain.</param>
/// <param name="FailOn">What else fails the check, or what alone does.</param>
/// <param name="MinSeverity">The least severity that fails the check; null where all do.</param>
/// <param name="Options">What an assessment takes into account.</param>
/// <param name="Baseline">The baseline's file, or null.</param>
/// <param name="WriteBaseline">The file to write a baseline to, or null.</param>
/// <param name="SigningKey">The file of the key to sign statements with, or null.</param>
/// <param name="Quiet">Whether only what fails is told, and only in the summary.</param>
/// <param name="Verbose">Whether it is told what is read.</param>
/// <param name="Timeout">After how long to give up, or null.</param>
/// <param name="Limits">How much of each file is read.</param>
internal sealed record CheckRequest(
    IReadOnlyList<string> Manifests,
    RuleOrigin Rules,
    IReadOnlyList<string> OwnRules,
    Project Project,
    DateOnly AsOf,
    IReadOnlyList<string> Outputs,
    Explain Explain,
    IReadOnlyList<string> FailOn,
    Severity? MinSeverity,
    AssessmentOptions Options,
    string? Baseline,
    string? WriteBaseline,
    string? SigningKey,
    bool Quiet,
    bool Verbose,
    TimeSpan? Timeout,
    ReadingLimits Limits)
{
    /// <summary>The files of waivers that are applied.</summary>
    public IReadOnlyList<string> Waivers { get; init; } = [];

    /// <summary>Whether the smallest sets of changes are searched for that make each deployment compliant.</summary>
    public bool Cure { get; init; }

    /// <summary>What concerns fleets alone.</summary>
    public FleetRequest Fleet { get; init; } = FleetRequest.None;

    /// <summary>Whether every finding is judged a second time in another way.</summary>
    public bool Verify { get; init; }

    /// <summary>Whether each deployment is judged over its own period and not on the day asked about.</summary>
    public bool OverPeriod { get; init; }
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
