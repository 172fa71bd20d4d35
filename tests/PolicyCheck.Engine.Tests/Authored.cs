using System.Collections.Immutable;
using System.Text;
using PolicyCheck.Coverage;
using PolicyCheck.Evaluation;
using PolicyCheck.Loading;
using PolicyCheck.Mutation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Text;

namespace PolicyCheck.Tests;

/// <summary>A rule set and its tests as texts, and what the engine makes of them.</summary>
internal sealed class Authored
{
    public const string Act = """
        - id: no-police
          title: The police may not use it
          citation: text, section 1
          severity: high
          remedy: Stop.
          prohibits: {police: true}
          unless:
            - {id: rescue, title: a rescue, citation: text, when: {use.purpose: {only: rescue}}}
        - id: short-retention
          title: Faces are kept for 14 days at most
          citation: text, section 2
          severity: high
          remedy: Delete sooner.
          when: {is: shop}
          requires: {retention: {atMost: $longest}}
        """;

    public const string ActNames = """
        parameters:
          longest: {meaning: how long faces may be kept, values: [{from: 2020-01-01, until: 2021-01-01, value: 30 days}, {from: 2021-01-01, value: 14 days}]}
        definitions:
          shop: {sector: retail}
        """;

    private readonly RulesEngineEvaluator _engine = new();

    private Authored(RuleLibrary library, TestFile file) => (Library, File) = (library, file);

    public RuleLibrary Library { get; }

    public TestFile File { get; }

    public IEnumerable<string> Problems => File.Diagnostics.Select(Told);

    /// <summary>The act above with a test file that has these lines after its first.</summary>
    public static Authored OfAct(string tests, params (string Path, string Text)[] manifests) => Of(Example.RuleSet(Act, other: ActNames), "tests: act\n" + tests, manifests);

    public static Authored Of(string ruleSet, string tests, params (string Path, string Text)[] manifests)
    {
        var library = Example.Load(ruleSet);
        Assert.Empty(library.Diagnostics.Where(one => one.Level == DiagnosticLevel.Error).Select(Told));
        var files = manifests.ToDictionary(file => file.Path, file => new PolicyFile(file.Path, Encoding.UTF8.GetBytes(file.Text)));
        return new(library, TestFileReader.Read(new("act_test.yaml", Encoding.UTF8.GetBytes(tests)), library, path => files.GetValueOrDefault(path)));
    }

    public TestRun Run()
    {
        Assert.Empty(Problems);
        return TestRun.Of([File], Library, _engine);
    }

    public IEnumerable<string> Failures() => Run().Results.SelectMany(result => result.Mismatches.Select(mismatch => $"{result.Case.Name}: {mismatch.Subject}: {mismatch.Difference}"));

    public CoverageOfRules Coverage() => CoverageMeter.Measure(Run(), Library, Library.RuleSets);

    public IEnumerable<string> Unreached() => Coverage().Items.Where(item => !item.IsReached).Select(item => $"{item.RuleId}: no case {item.What}");

    public ImmutableArray<Diagnostic> Gaps()
    {
        var run = Run();
        return CoverageGaps.Of(run, CoverageMeter.Measure(run, Library, Library.RuleSets), Library, Library.RuleSets);
    }

    public MutationResult Mutate()
    {
        Assert.Empty(Failures());
        return new MutantJudge(File, Library, _engine).Judge();
    }

    public static string Told(Diagnostic diagnostic) => $"{diagnostic.Location.Start.Line}: {diagnostic.Code} {diagnostic.Message}";
}
