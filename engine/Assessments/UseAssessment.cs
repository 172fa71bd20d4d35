using System.Collections.Immutable;
using PolicyCheck.Manifests;

namespace PolicyCheck.Assessments;

/// <summary>What was found about one use.</summary>
public sealed record UseAssessment
{
    private readonly Lazy<ImmutableArray<Finding>> _findings;
    private readonly Lazy<ImmutableArray<Finding>> _speaking;

    /// <summary>What was found about a use.</summary>
    /// <param name="use">The use.</param>
    /// <param name="findings">A finding for each rule considered, in ordinal order of rule sets and in the order of each text.</param>
    /// <param name="verdict">What follows from the findings.</param>
    public UseAssessment(Use use, ImmutableArray<Finding> findings, Verdict verdict)
        : this(use, () => findings, () => Speak(findings), verdict)
    {
    }

    internal UseAssessment(Use use, Func<ImmutableArray<Finding>> findings, Func<ImmutableArray<Finding>> speaking, Verdict verdict) => (Use, _findings, _speaking, Verdict) = (use, new(findings), new(speaking), verdict);

    /// <summary>The use.</summary>
    public Use Use { get; init; }

    /// <summary>A finding for each rule considered, in ordinal order of rule sets and in the order of each text; explained when first asked for.</summary>
    public ImmutableArray<Finding> Findings
    {
        get => _findings.Value;
        init => (_findings, _speaking) = (new(value), new(() => Speak(value)));
    }

    /// <summary>The findings of the rules that apply, or may apply, in the same order; clashes aren't looked for.</summary>
    public ImmutableArray<Finding> Speaking => _speaking.Value;

    /// <summary>What follows from the findings.</summary>
    public Verdict Verdict { get; init; }

    private static ImmutableArray<Finding> Speak(ImmutableArray<Finding> findings) => [.. findings.Where(finding => finding.Outcome != RuleOutcome.NotApplicable)];
}
