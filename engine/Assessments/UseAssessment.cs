using System.Collections.Immutable;
using PolicyCheck.Manifests;

namespace PolicyCheck.Assessments;

/// <summary>What was found about one use.</summary>
public sealed record UseAssessment
{
    private readonly Lazy<ImmutableArray<Finding>> _findings;

    /// <summary>What was found about a use.</summary>
    /// <param name="use">The use.</param>
    /// <param name="findings">A finding for each rule considered, in ordinal order of rule sets and in the order of each text.</param>
    /// <param name="verdict">What follows from the findings.</param>
    public UseAssessment(Use use, ImmutableArray<Finding> findings, Verdict verdict)
        : this(use, new Lazy<ImmutableArray<Finding>>(findings), verdict)
    {
    }

    internal UseAssessment(Use use, Lazy<ImmutableArray<Finding>> findings, Verdict verdict) => (Use, _findings, Verdict) = (use, findings, verdict);

    /// <summary>The use.</summary>
    public Use Use { get; init; }

    /// <summary>A finding for each rule considered, in ordinal order of rule sets and in the order of each text; explained when first asked for.</summary>
    public ImmutableArray<Finding> Findings
    {
        get => _findings.Value;
        init => _findings = new(value);
    }

    /// <summary>What follows from the findings.</summary>
    public Verdict Verdict { get; init; }
}
