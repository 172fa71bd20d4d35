using System.Collections.Immutable;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Text;
using PolicyCheck.Values;
using PolicyCheck.Waivers;

namespace PolicyCheck.Assessments;

/// <summary>One rule's outcome on one use, with its facts and reasons.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why the rule doesn't speak at all, or that it was evaluated.</param>
/// <param name="Trigger">What made the rule speak, or not; null where it wasn't evaluated.</param>
/// <param name="Requirement">What it requires, or null.</param>
/// <param name="Exceptions">Its exceptions and the permissions that override it, each with its truth.</param>
/// <param name="Facts">The stated facts that the outcome turned on, in the order the rule reads them.</param>
/// <param name="Missing">The unknown facts that can still change the outcome, in ordinal order.</param>
/// <param name="MissingParameters">The rule's parameters that have no value in force and can still change the outcome.</param>
/// <param name="MissingIsExact">Whether no fact too many is listed as missing.</param>
/// <param name="AllCompletionsAgree">Whether facts are missing and yet every answer leads to this outcome.</param>
/// <param name="Doubt">Why a failure, or a pass that rests on exceptions, counts as indeterminate, or null.</param>
/// <param name="Location">The line of the manifest that the finding is about.</param>
/// <param name="Defect">What went wrong, where the outcome is an error.</param>
public sealed record Finding(
    RuleSet RuleSet,
    Rule Rule,
    RuleOutcome Outcome,
    FindingReason Reason,
    Trace? Trigger,
    Trace? Requirement,
    ImmutableArray<ReliefTrace> Exceptions,
    ImmutableArray<StatedFact> Facts,
    ImmutableArray<FactDeclaration> Missing,
    ImmutableArray<string> MissingParameters,
    bool MissingIsExact,
    bool AllCompletionsAgree,
    string? Doubt,
    Location Location,
    string? Defect)
{
    private readonly Lazy<ImmutableArray<Clash>>? _clashes;

    /// <summary>
    /// Rules that pull the other way than a broken one: permissions that allow it, requirements that are kept by what it prohibits, and rules that no
    /// change could keep together with it. Looked for when first asked for.
    /// </summary>
    public ImmutableArray<Clash> Clashes => _clashes?.Value ?? [];

    /// <summary>What looks for them.</summary>
    internal Func<ImmutableArray<Clash>> FindClashes
    {
        init => _clashes = new(value);
    }

    /// <summary>The text that sets this rule's aside, or null.</summary>
    public SettingAside? SetAside { get; init; }

    /// <summary>Why it isn't settled that the rule's text counts at all, so that its failure would be doubtful, or null.</summary>
    public string? Unsettled { get; init; }

    /// <summary>The stated fact that stands at <see cref="Location"/>, or null where the finding is about the use as a whole.</summary>
    public StatedFact? About { get; init; }

    /// <summary>The waiver that covers it, where the outcome is waived, or null.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>How it compares with the baseline; null where there is none, or where it doesn't break the gate.</summary>
    public BaselineState? Baseline { get; init; }

    /// <summary>The day asked about when the baseline first had it; null where it hasn't.</summary>
    public DateOnly? BaselineSince { get; init; }

    /// <summary>The missing facts that are stated, but more weakly than is asked of them, in the order of <see cref="Missing"/>.</summary>
    public ImmutableArray<WeakStatement> Weak { get; init; } = [];

    /// <summary>Whether the rule is in force where the deployment is, so that it was judged, or another text sets it aside.</summary>
    public bool IsInForceHere => Reason is FindingReason.Evaluated or FindingReason.SetAside;

    /// <summary>Whether the finding advises and doesn't bind.</summary>
    public bool IsAdvisory => RuleSet.IsAdvisory;
}

/// <summary>An exception or a permission, and whether it applies.</summary>
/// <param name="Relief">The exception or permission.</param>
/// <param name="Truth">Whether it applies; false where it isn't in force.</param>
/// <param name="IsInForce">Whether it is in force on the day.</param>
/// <param name="Trace">Its condition.</param>
public sealed record ReliefTrace(Relief Relief, Truth Truth, bool IsInForce, Trace Trace);
