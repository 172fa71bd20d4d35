using System.Text;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Scaffolding;
using PolicyCheck.Testing;

namespace PolicyCheck.Tests.Scaffolding;

public sealed class Drafted_tests
{
    public static TheoryData<string> BuiltIn { get; } = [.. BuiltInRules.Files.Where(file => file.IsRuleSet).Select(file => file.Stem)];

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void A_draft_is_valid_passes_and_speaks_of_every_rule(string id)
    {
        var library = RuleLibraryLoader.Load(BuiltInRules.Files);
        var set = library.Find(id)!;
        var engine = new RulesEngineEvaluator();

        var draft = new TestDraft(library, set, Example.Day(Example.Today), engine).Write("test.schema.json");
        Assert.NotNull(draft);
        var file = TestFileReader.Read(new($"{id}_test.yaml", Encoding.UTF8.GetBytes(draft)), library, _ => null);
        Assert.Empty(file.Diagnostics.Select(diagnostic => diagnostic.Message));
        var run = TestRun.Of([file], library, engine);
        Assert.Empty(run.Results.SelectMany(result => result.Mismatches.Select(mismatch => mismatch.ToString())));
        Assert.Equal(set.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), file.Cases.SelectMany(one => one.Expectations).Select(expected => expected.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("requires: {consent: {is: true, basis: documented, notOlderThan: 1 year}}", "consent: {value: true, basis: documented, on: ", "r: fail\n", "r: pass\n")]
    [InlineData("requires: {consent: {basis: measured}}", "consent: {value: true, basis: measured}\n", "r: pass\n", "r: pass\n")]
    [InlineData("requires: {consent: {notOlderThan: 1 year}}", "consent: {value: true, on: ", "r: fail\n", "r: pass\n")]
    public void A_draft_states_bases_and_days_where_rules_ask_for_them(string rule, params string[] told)
    {
        var library = Example.Load(Example.RuleSet(Example.Rule("r", rule)));
        var draft = new TestDraft(library, library.RuleSets.Single(), Example.Day(Example.Today), new RulesEngineEvaluator()).Write("test.schema.json");
        Assert.All(told, text => Assert.Contains(text, draft, StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_has_a_case_for_each_exception()
    {
        var library = Example.Load(Example.RuleSet(Example.Rule("r", "prohibits: {police: true}\nunless:\n  - {id: rescue, title: Rescue, citation: text, when: {use.purpose: {only: [rescue]}}}\n  - {id: small, title: Small, citation: text, when: {cameras: {lessThan: 3}}}")));
        var draft = new TestDraft(library, library.RuleSets.Single(), Example.Day(Example.Today), new RulesEngineEvaluator()).Write("test.schema.json");
        Assert.Contains("r: fail\n", draft, StringComparison.Ordinal);
        Assert.Contains("r: pass by rescue\n", draft, StringComparison.Ordinal);
        Assert.Contains("r: pass by small\n", draft, StringComparison.Ordinal);
    }
}
