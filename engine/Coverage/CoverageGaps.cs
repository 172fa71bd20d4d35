using System.Collections.Immutable;
using PolicyCheck.Conditions;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Coverage;

/// <summary>What no run may leave untold: rules, exceptions and definitions that no case touches, and conditions that no deployment can change.</summary>
public static class CoverageGaps
{
    /// <summary>The gaps of rule sets, each an error.</summary>
    /// <param name="run">The run of all their tests.</param>
    /// <param name="coverage">What it reaches.</param>
    /// <param name="library">The rules it was run with.</param>
    /// <param name="sets">The rule sets.</param>
    public static ImmutableArray<Diagnostic> Of(TestRun run, CoverageOfRules coverage, RuleLibrary library, IEnumerable<RuleSet> sets)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(sets);
        var tested = run.Files.SelectMany(file => file.File.RuleSets).Select(set => set.Id).ToHashSet(StringComparer.Ordinal);
        var refused = run.Files.Where(file => file.File.HasErrors).Select(file => file.File.Source.Stem).ToHashSet(StringComparer.Ordinal);
        return Binding.DiagnosticBag.Sort(sets.SelectMany(set => tested.Contains(set.Id) || refused.Contains(set.Id)
            ? (refused.Contains(set.Id) ? [] : Untouched(coverage, set)).Concat(Constant(library, set))
            : [Untested(set), .. Constant(library, set)]));
    }

    private static Diagnostic Untested(RuleSet set) => Diagnostic.Error(
        TestCodes.Untested,
        set.Location,
        $"no test is about `{set.Id}`",
        $"write `{set.Id}_test.yaml` beside it; `policycheck new test` begins one");

    private static IEnumerable<Diagnostic> Untouched(CoverageOfRules coverage, RuleSet set)
    {
        var items = coverage.Items.Where(item => item.RuleSetId == set.Id).ToList();
        foreach (var rule in set.Rules)
        {
            var own = items.Where(item => item.RuleId == rule.Id).ToList();
            if (!own.Exists(item => item.Kind == CoverageKind.Outcome && item.IsReached))
            {
                yield return Diagnostic.Error(TestCodes.Untouched, rule.Location, $"no case expects anything of the rule `{rule.Id}`", "add a case in which it fails, and one in which it passes");
                continue;
            }

            foreach (var exception in own.Where(item => item is { Kind: CoverageKind.Exception, IsReached: false }))
            {
                yield return Diagnostic.Error(TestCodes.Untouched, exception.Location, $"no case {exception.What}", $"add one that expects `{rule.Id}: pass by` it");
            }
        }

        foreach (var definition in items.Where(item => item.Kind == CoverageKind.Definition).GroupBy(item => item.Location).Where(group => group.All(item => !item.IsReached)))
        {
            yield return Diagnostic.Error(TestCodes.Untouched, definition.Key, "no case touches this definition", "add a case in which it holds, and one in which it doesn't");
        }
    }

    private static IEnumerable<Diagnostic> Constant(RuleLibrary library, RuleSet set)
    {
        foreach (var rule in set.Rules)
        {
            var days = Turns.Of(RuleCompiler.Compile(set, rule, [], [], library.Vocabulary), library.Vocabulary).Where(day => set.IsInForce(day) && rule.IsInForce(day)).ToList();
            foreach (var condition in rule.Conditions)
            {
                if (days.Count > 0 && days.Select(day => Constant(library, condition, day)).Distinct().ToList() is [{ } always])
                {
                    yield return Diagnostic.Error(
                        TestCodes.Constant,
                        condition.Location,
                        $"this condition of `{rule.Id}` {(always ? "holds for every deployment" : "can't hold for any deployment")}",
                        "look for two parts that contradict each other, or a part that leaves nothing out");
                }
            }
        }
    }

    private static bool? Constant(RuleLibrary library, Condition condition, DateOnly day)
    {
        try
        {
            return new FactSpace(library.Vocabulary, day, [condition]).Constant(condition);
        }
        catch (DiagramTooLargeException)
        {
            return null;
        }
    }
}
