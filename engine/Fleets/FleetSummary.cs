using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Fleets;

/// <summary>What came of a fleet: how many manifests have which verdict, by rule and by place.</summary>
/// <param name="Verdicts">How many manifests have each verdict, in the order of <see cref="Verdict"/>.</param>
/// <param name="Refused">How many documents were refused.</param>
/// <param name="Rules">The rules that fail, are open, waived or errors somewhere, those that fail most first; empty where no findings were written.</param>
/// <param name="Places">The places, those with most failures first; one that is empty stands for deployments that state none.</param>
/// <param name="ExitCodes">The exit codes that the documents would have alone, in ascending order.</param>
public sealed record FleetSummary(ImmutableArray<long> Verdicts, long Refused, ImmutableArray<FleetRule> Rules, ImmutableArray<FleetPlace> Places, ImmutableArray<int> ExitCodes)
{
    /// <summary>How many manifests were judged.</summary>
    public long Judged => Verdicts.Sum();

    /// <summary>How many manifests have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public long Of(Verdict verdict) => Verdicts[(int)verdict];

    /// <summary>The worst verdict; where a document was refused it is indeterminate at best.</summary>
    public Verdict Worst => PolicyCheck.Assessments.Verdicts.Worst(Enum.GetValues<Verdict>().Where(verdict => Of(verdict) > 0).Concat(Refused > 0 ? [Verdict.Indeterminate] : []));
}

/// <summary>In how many manifests a rule stands how: in each by the worst of its uses.</summary>
/// <param name="Rule">The rule, as rule set, slash, rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="IsAdvisory">Whether it advises and doesn't bind.</param>
/// <param name="Failing">In how many it is broken for certain.</param>
/// <param name="Open">In how many facts are missing, or its failure is doubtful.</param>
/// <param name="Waived">In how many a waiver covers its failure.</param>
/// <param name="Errors">In how many it could not be evaluated.</param>
public sealed record FleetRule(string Rule, Severity Severity, bool IsAdvisory, long Failing, long Open, long Waived, long Errors);

/// <summary>How many manifests at a place have which verdict.</summary>
/// <param name="Place">The place's code; empty for deployments that state none.</param>
/// <param name="Verdicts">How many, in the order of <see cref="Verdict"/>.</param>
public sealed record FleetPlace(string Place, ImmutableArray<long> Verdicts)
{
    /// <summary>How many manifests have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public long Of(Verdict verdict) => Verdicts[(int)verdict];
}
