using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Evaluation;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;

namespace PolicyCheck.Mutation;

/// <summary>Runs the cases of one test file against mutants of its rule sets.</summary>
public sealed class MutantJudge
{
    private readonly TestFile _file;
    private readonly RuleLibrary _library;
    private readonly RulesEngineEvaluator _engine;
    private readonly ImmutableArray<CaseResult> _baseline;
    private readonly ImmutableDictionary<string, string> _names;

    /// <summary>Runs the cases against the rules as they stand, which all of them must pass.</summary>
    /// <param name="file">The test file.</param>
    /// <param name="library">The rules.</param>
    /// <param name="engine">What evaluates rules.</param>
    public MutantJudge(TestFile file, RuleLibrary library, RulesEngineEvaluator engine)
    {
        ArgumentNullException.ThrowIfNull(file);
        (_file, _library, _engine) = (file, TestLibrary.Around(library, file.RuleSets), engine);
        var runner = new TestRunner(file, library, engine);
        _baseline = [.. file.Cases.Select(runner.Run)];
        _names = file.RuleSets.SelectMany(set => set.Rules).GroupBy(rule => rule.Id, StringComparer.Ordinal)
            .SelectMany(same => same.Select(rule => (rule.QualifiedId, Name: same.Count() == 1 ? rule.Id : rule.QualifiedId)))
            .ToImmutableDictionary(rule => rule.QualifiedId, rule => rule.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether all cases pass as the rules stand; only then can they tell a mutant.</summary>
    public bool CanJudge => _baseline.All(result => result.Passes);

    /// <summary>What becomes of every mutant of the rule sets beside the file, in parallel; there must be one.</summary>
    public MutationResult Judge()
    {
        var mutants = _file.OwnRuleSets.SelectMany(set => Mutator.Of(set)).ToList();
        return new(_file.Path, _file.OwnRuleSets[0].Location.Path, [.. mutants.AsParallel().AsOrdered().Select(Judge)]);
    }

    private MutantResult Judge(Mutant mutant)
    {
        var start = mutant.Location.Start;
        var result = new MutantResult(mutant.Id, Fate.Killed, mutant.Sentence, null, mutant.Location.Path, start.Line, start.Column, null);
        var scene = new MutantScene(mutant, _library);
        if (IsKilled(scene))
        {
            return result;
        }

        var killer = Killer.Find(scene, _names, _engine);
        return killer.IsEquivalent ? result with { Fate = Fate.Equivalent }
            : _file.Accepted.FirstOrDefault(accepted => accepted.Id == mutant.Id) is { } accepted ? result with { Fate = Fate.Accepted, Reason = accepted.Reason }
            : result with { Fate = Fate.Survived, Sentence = $"{mutant.Sentence}; {killer.Advice}", Killer = killer.Case };
    }

    private bool IsKilled(MutantScene scene)
    {
        var assessor = new Assessor(scene.Changed, _engine);
        return _baseline
            .Where(result => result.Case.Verdict is not null || result.Case.Expectations.Any(expectation => scene.Affected.Contains(expectation.Rule.QualifiedId)))
            .Any(result => !StillPasses(result, assessor, scene.Affected));
    }

    // Only the rules that the change reaches are judged again.
    private static bool StillPasses(CaseResult result, Assessor assessor, ImmutableHashSet<string> affected)
    {
        var again = assessor.Assess(result.Case.Manifest, result.Case.AsOf, TestRunner.Everything).Uses[0].Findings
            .Where(finding => affected.Contains(finding.Rule.QualifiedId))
            .ToDictionary(finding => finding.Rule.QualifiedId, StringComparer.Ordinal);
        ImmutableArray<Finding> findings = [.. result.Findings.Select(finding => again.GetValueOrDefault(finding.Rule.QualifiedId) ?? finding)];
        return !Comparison.Mismatches(result.Case, findings, Verdicts.Of(findings, TestRunner.Everything)).Any();
    }
}
