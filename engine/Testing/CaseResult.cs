using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Text;

namespace PolicyCheck.Testing;

/// <summary>What came of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Findings">What the rules under test said, in their order.</param>
/// <param name="Verdict">What follows from them, whatever their standing.</param>
/// <param name="Mismatches">What differs from what was expected; none where the case passes.</param>
/// <param name="IsVacuous">Whether it would pass whichever rule is deleted.</param>
public sealed record CaseResult(TestCase Case, ImmutableArray<Finding> Findings, Verdict Verdict, ImmutableArray<Mismatch> Mismatches, bool IsVacuous)
{
    /// <summary>Whether all came as expected.</summary>
    public bool Passes => Mismatches.IsEmpty;
}

/// <summary>Something that came otherwise than expected.</summary>
/// <param name="Location">Where it is expected.</param>
/// <param name="Subject">The rule, or <c>verdict</c>.</param>
/// <param name="Difference">Both, in words.</param>
/// <param name="Finding">What was found, or null.</param>
public sealed record Mismatch(Location Location, string Subject, string Difference, Finding? Finding);
