using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Reading;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Fleets;

/// <summary>What the results of a fleet follow from besides the documents and the rules; the same for all of its documents.</summary>
/// <param name="AsOf">The day asked about.</param>
public sealed record FleetSettings(DateOnly AsOf)
{
    /// <summary>What counts towards verdicts; the documented defaults unless said.</summary>
    public AssessmentOptions Options { get; init; } = AssessmentOptions.Default;

    /// <summary>Which findings are written; those that matter unless said.</summary>
    public FleetDetail Detail { get; init; } = FleetDetail.Fails;

    /// <summary>How much of each document is read; the documented defaults unless said.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    /// <summary>What else makes a document's exit code fail, or what alone does, as the command line says it; empty unless said.</summary>
    public ImmutableArray<string> FailOn { get; init; } = [];

    /// <summary>The least severity that makes a document's exit code fail; null where all do.</summary>
    public Severity? MinSeverity { get; init; }

    /// <summary>Whether every finding is judged a second time in another way; not unless said.</summary>
    public bool Verify { get; init; }

    /// <summary>The exit code that a check of one deployment alone would end with; zero unless said.</summary>
    public Func<Assessment, int> ExitCode { get; init; } = _ => 0;

    /// <summary>The exit code of a document that is refused; 3 unless said.</summary>
    public int RefusedCode { get; init; } = 3;

    /// <summary>The exit code of a defect of the program; 5 unless said.</summary>
    public int DefectCode { get; init; } = 5;
}
