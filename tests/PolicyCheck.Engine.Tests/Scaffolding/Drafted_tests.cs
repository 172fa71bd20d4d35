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
