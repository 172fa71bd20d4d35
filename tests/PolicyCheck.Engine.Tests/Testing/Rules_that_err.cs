using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Mutation;
using PolicyCheck.Testing;

namespace PolicyCheck.Tests.Testing;

public sealed class Rules_that_err
{
    /// <summary>cedar#2428: a prohibition that can't be evaluated is neither skipped nor passed.</summary>
    [Fact]
    public void A_rule_that_errs_fails_its_cases_and_is_a_defect()
    {
        var tests = Authored.OfAct("""
            cases:
              - {name: c, manifest: {police: true, use.purpose: search}, asOf: 2021-06-15, expect: {no-police: fail}}
            """);
        var set = tests.Library.RuleSets.Single();
        var broken = set with { Rules = [.. set.Rules.Select(rule => RuleRewriter.Rewrite(rule, part => part is Test { Fact.Path: "police" } test ? test with { Operator = TestOperator.AtLeast } : null))] };
        var run = TestRun.Of([tests.File], tests.Library with { RuleSets = [broken] }, new RulesEngineEvaluator());
        Assert.Equal((true, 1), (run.HasDefects, run.Failed));
        Assert.StartsWith("expected fail, found error: ", run.Results.Single().Mismatches.Single().Difference, StringComparison.Ordinal);
    }
}
