using System.Collections.Immutable;
using PolicyCheck.RuleSets;

namespace PolicyCheck.Assessments;

/// <summary>Finds permissions that allow what another rule prohibits without overriding it: a conflict to show, never to settle silently.</summary>
internal static class Clashes
{
    public static ImmutableArray<Finding> Mark(ImmutableArray<Finding> findings)
    {
        var permissions = findings.Where(finding => finding.Rule.Kind == RuleKind.Permission && finding.Outcome == RuleOutcome.Pass).Select(finding => finding.Rule).ToList();
        return permissions.Count == 0
            ? findings
            : [.. findings.Select(finding => finding.Outcome == RuleOutcome.Fail && finding.Rule.Kind == RuleKind.Prohibition
                ? finding with { Clashes = [.. permissions] }
                : finding)];
    }
}
