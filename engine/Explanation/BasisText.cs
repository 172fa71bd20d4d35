using System.Globalization;
using PolicyCheck.Assessments;
using PolicyCheck.Facts;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Explanation;

/// <summary>Says how well facts are known, and what would make them better known.</summary>
public static class BasisText
{
    /// <summary>What facts had to be to count, as a phrase that follows the day; empty where a claim is enough.</summary>
    /// <param name="minBasis">The weakest basis that counts.</param>
    public static string Counted(Basis minBasis) => minBasis == Basis.Claimed ? "" : $", counting facts that are {OrBetter(minBasis)}";

    /// <summary>Why a statement doesn't decide a rule and what to do about it, as a phrase.</summary>
    /// <param name="weak">The statement.</param>
    public static string Weak(WeakStatement weak)
    {
        ArgumentNullException.ThrowIfNull(weak);
        var line = string.Create(CultureInfo.InvariantCulture, $"in line {weak.Stated.Location.Start.Line}");
        return weak switch
        {
            { Asked: { } asked, NeedsDay: true } => $"only {Words.Of(weak.Stated.Basis)} {line} and without a day: {Cure(asked)}, and add `on`",
            { Asked: { } asked } => $"only {Words.Of(weak.Stated.Basis)} {line}: {Cure(asked)}",
            _ => $"stated {line} without a day: add `on`",
        };
    }

    /// <summary>What is asked for of the statement of a missing fact, in parentheses after a space; empty where it isn't stated or says too little.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="fact">The fact.</param>
    public static string Asked(Finding finding, FactDeclaration fact)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Weak.FirstOrDefault(weak => weak.Stated.Fact == fact) is { } found
            ? string.Create(CultureInfo.InvariantCulture, $" (stated as {Words.Of(found.Stated.Basis)} in line {found.Stated.Location.Start.Line}; asks for {FindingText.Listed([.. new[] { found.Asked is { } asked ? Words.Of(asked) : "", found.NeedsDay ? "its day" : "" }.Where(part => part.Length > 0)])})")
            : "";
    }

    /// <summary>Why the statement of a missing fact doesn't decide a rule, in parentheses after a space; empty where it isn't stated or says too little.</summary>
    /// <param name="findings">Findings that miss the fact; the one that asks for most is told.</param>
    /// <param name="fact">The fact.</param>
    public static string Weak(IEnumerable<Finding> findings, FactDeclaration fact) =>
        findings.SelectMany(finding => finding.Weak).Where(weak => weak.Stated.Fact.Path == fact.Path).OrderByDescending(weak => weak.Asked).ThenByDescending(weak => weak.NeedsDay).FirstOrDefault() is { } most ? $" ({Weak(most)})" : "";

    /// <summary>That a verdict rests on claims, as a sentence; null where it isn't compliant, or stands on something better.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">What counted.</param>
    public static string? ClaimsAlone(Assessment assessment, AssessmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Basis != Basis.Claimed)
        {
            return null;
        }

        var facts = assessment.Uses
            .SelectMany(use => use.Findings)
            .Where(finding => finding.IsInForceHere && (options.AdvisoryCounts || !finding.IsAdvisory))
            .SelectMany(finding => finding.Facts)
            .Select(fact => fact.ImpliedBy ?? fact)
            .Distinct()
            .ToList();
        var claimed = facts.Count(fact => fact.Basis == Basis.Claimed);
        var how = claimed == facts.Count
            ? facts.Count == 1 ? "the one fact it rests on is only claimed" : string.Create(CultureInfo.InvariantCulture, $"all {facts.Count} facts it rests on are only claimed")
            : string.Create(CultureInfo.InvariantCulture, $"{claimed} of the {facts.Count} facts it rests on {(claimed == 1 ? "is" : "are")} only claimed");
        return $"compliant on claims alone: {how}; see --min-basis";
    }

    /// <summary>How long before a day a statement was made, in words; null where it was made after it.</summary>
    internal static string? Age(DateOnly on, DateOnly day)
    {
        if (on > day)
        {
            return null;
        }

        var months = ((day.Year - on.Year) * 12) + day.Month - on.Month;
        months -= on.AddMonths(months) > day ? 1 : 0;
        return months >= 24 ? Amount.Of(months / 12, "year") : months > 0 ? Amount.Of(months, "month") : Amount.Of(day.DayNumber - on.DayNumber, "day");
    }

    private static string OrBetter(Basis basis) => basis == Basis.Attested ? "attested" : $"{Words.Of(basis)} or better";

    private static string Cure(Basis asked) => asked switch
    {
        Basis.Attested => "have an independent party attest it",
        Basis.Claimed => "have it stated",
        _ => $"have it {Words.Of(asked)}",
    };
}
