using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Binding;
using PolicyCheck.Decisions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Manifests;
using PolicyCheck.RuleSets;
using PolicyCheck.Testing;
using PolicyCheck.Values;

namespace PolicyCheck.Mutation;

/// <summary>A case that tells a mutant from the rule.</summary>
/// <param name="Advice">What to add, as a phrase.</param>
/// <param name="Yaml">The case, as an item of a test file's <c>cases</c>.</param>
internal sealed record Example(string Advice, string Yaml)
{
    /// <summary>The case for a difference; null where the rules as they run don't come to different outcomes.</summary>
    public static Example? Of(MutantScene scene, string rule, string name, DateOnly day, Difference difference, RulesEngineEvaluator engine)
    {
        ImmutableArray<ExampleFact> stated = [.. difference.Facts.Where(fact => fact.Value is not null)];
        var location = scene.Mutant.Location;
        var facts = stated.Select(fact => fact.Value is { } value ? new StatedFact(fact.Fact, value, fact.Basis, null, fact.On, location) : null).OfType<StatedFact>().ToList();
        var manifest = new Manifest("case", "case", [.. facts.Where(fact => !fact.Fact.IsOfUse)], [new("case", "case", [.. facts.Where(fact => fact.Fact.IsOfUse)], location)], location);
        var (before, after) = (Outcome(scene.Original), Outcome(scene.Changed));
        if (before == after)
        {
            return null;
        }

        var advice = stated.IsEmpty
            ? $"add one on {IsoDate.Format(day)} that expects {Words.Of(before)}"
            : $"add one with {string.Join(", ", facts.Select(fact => $"{fact.Fact.Path} {ValueText.Write(fact.Value, fact.Fact)}{Rest(fact)}"))} on {IsoDate.Format(day)} that expects {Words.Of(before)}";
        return new(advice, CaseText.Write($"{scene.Mutant.Change.Before} ({scene.Mutant.Id})", stated, day, name, before));

        static string Rest(StatedFact fact) => $"{(fact.Basis == Basis.Claimed ? "" : $", {Words.Of(fact.Basis)}")}{(fact.On is { } day ? $" on {IsoDate.Format(day)}" : "")}";

        RuleOutcome Outcome(RuleLibrary library) => new Assessor(library, engine).Assess(manifest, day, TestRunner.Everything).Uses[0].Findings
            .Single(finding => finding.Rule.QualifiedId == rule).Outcome;
    }
}
