using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.RuleSets;
using PolicyCheck.Values;

namespace PolicyCheck.Testing;

/// <summary>Compares a finding with what was expected.</summary>
internal static class Comparison
{
    /// <summary>All that came otherwise than a case expects.</summary>
    /// <param name="one">The case.</param>
    /// <param name="findings">What the rules under test said.</param>
    /// <param name="verdict">What follows from it.</param>
    public static IEnumerable<Mismatch> Mismatches(TestCase one, ImmutableArray<Finding> findings, Verdict verdict)
    {
        foreach (var expectation in one.Expectations)
        {
            // A rule that isn't there any more can't meet an expectation.
            var finding = findings.FirstOrDefault(finding => finding.Rule.QualifiedId == expectation.Rule.QualifiedId);
            if (Difference(expectation, finding) is { } difference)
            {
                yield return new(expectation.Location, expectation.Rule.Id, difference, finding);
            }
        }

        if (one.Verdict is { } expected && expected.Verdict != verdict)
        {
            yield return new(expected.Location, "verdict", $"expected {Words.Of(expected.Verdict)}, found {Words.Of(verdict)}", null);
        }
    }

    /// <summary>How they differ, in words, or null where they don't.</summary>
    /// <param name="expectation">What was expected.</param>
    /// <param name="finding">What was found, or null where the rule is gone.</param>
    private static string? Difference(Expectation expectation, Finding? finding)
    {
        if (finding is null)
        {
            return $"expected {Words.Of(expectation.Outcome)}, and the rule is gone";
        }

        var reliefs = finding.Exceptions.Where(relief => relief.Truth == Truth.True).Select(relief => relief.Relief.Name).ToList();
        if (finding.Outcome != expectation.Outcome)
        {
            return $"expected {Words.Of(expectation.Outcome)}{(expectation.By is { } by ? $" by {by}" : "")}, found {Words.Of(finding.Outcome)}{Found(finding, reliefs)}";
        }

        if (expectation.By is { } wanted && !reliefs.Contains(wanted))
        {
            return $"expected pass by {wanted}, found pass {(reliefs.Count == 0 ? "by no exception" : $"by {string.Join(" and ", reliefs)}")}";
        }

        var missing = MissingOf(finding);
        return expectation.Missing is { } facts && !missing.SetEquals(facts)
            ? $"expected {(facts.IsEmpty ? "nothing" : string.Join(" and ", facts))} to be missing, found {(missing.Count == 0 ? "nothing" : string.Join(" and ", missing))}"
            : null;
    }

    private static string Found(Finding finding, List<string> reliefs) => finding.Outcome switch
    {
        RuleOutcome.Pass when reliefs.Count > 0 => $" by {string.Join(" and ", reliefs)}",
        RuleOutcome.Indeterminate => $", missing {string.Join(" and ", MissingOf(finding))}",
        RuleOutcome.NotApplicable when finding.Reason == FindingReason.NotInForce => ": not in force on that day",
        RuleOutcome.NotApplicable when finding.Reason == FindingReason.Elsewhere => ": it doesn't bind there",
        RuleOutcome.NotApplicable when finding.SetAside is { } aside => $": {aside.By.Id} sets it aside",
        RuleOutcome.Error => $": {finding.Defect}",
        _ => "",
    };

    private static SortedSet<string> MissingOf(Finding finding) =>
        new(finding.Missing.Select(fact => fact.Path).Concat(finding.MissingParameters.Select(name => "$" + name)), StringComparer.Ordinal);
}
