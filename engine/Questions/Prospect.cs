using System.Collections.Immutable;
using PolicyCheck.Assessments;

namespace PolicyCheck.Questions;

/// <summary>What a manifest can still come to, and the questions that would settle it.</summary>
/// <param name="Verdicts">The verdicts that answers can lead to, from best to worst.</param>
/// <param name="Questions">The questions in the order in which they are best asked; none where it is settled, or where nobody can settle it.</param>
/// <param name="Parameters">The rules' parameters that have no value in force and could change the verdict, in ordinal order; nobody can be asked for them.</param>
/// <param name="IsExact">Whether every verdict named is possible and every question can change it; if not there may be too many, never too few.</param>
public sealed record Prospect(ImmutableArray<Verdict> Verdicts, ImmutableArray<Question> Questions, ImmutableArray<string> Parameters, bool IsExact)
{
    /// <summary>Whether the place is asked for first because rules of many places are open, so that the other questions aren't known yet.</summary>
    public bool AsksForPlace { get; init; }

    /// <summary>
    /// Whether no answer can change it. Compliant and not applicable are one thing here: in both nothing is broken, and nobody needs to
    /// be asked which it is.
    /// </summary>
    public bool IsSettled => Verdicts.Select(verdict => verdict == Verdict.NotApplicable ? Verdict.Compliant : verdict).Distinct().Count() == 1;

    /// <summary>The worst that can come of it.</summary>
    public Verdict Worst => Verdicts[^1];
}
