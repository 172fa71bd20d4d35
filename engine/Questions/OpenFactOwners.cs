using System.Collections.Immutable;
using PolicyCheck.Assessments;
using PolicyCheck.Conditions;
using PolicyCheck.Evaluation;
using PolicyCheck.Facts;
using PolicyCheck.Values;

namespace PolicyCheck.Questions;

/// <summary>
/// Whose question a test with an unknown truth is. Where a fact follows from another whatever that is, as the level of government tells
/// whether a body is public, and neither is stated, the other is asked, and the test is read as one of it.
/// </summary>
internal sealed class OpenFactOwners
{
    private readonly Assessment _assessment;
    private readonly LeafEvaluator _evaluator;
    private readonly ImmutableArray<UseFacts> _facts;
    private readonly Dictionary<string, ImmutableArray<Implication>> _sources;

    /// <summary>Looks up what the vocabulary says follows from what.</summary>
    /// <param name="assessment">What is found as things stand.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="minBasis">How well a fact must be known to count.</param>
    public OpenFactOwners(Assessment assessment, Vocabulary vocabulary, Basis minBasis)
    {
        (_assessment, _evaluator) = (assessment, new(vocabulary, assessment.AsOf));
        _facts = [.. assessment.Uses.Select(use => UseFacts.Of(assessment.Manifest, use.Use, vocabulary, minBasis))];
        var asked = (
            from use in assessment.Uses
            from finding in use.Findings
            from fact in finding.Missing
            select fact.Path).ToHashSet(StringComparer.Ordinal);
        _sources = vocabulary.Implications
            .GroupBy(implication => (implication.Then.Path, implication.When.Path))
            .Where(group => asked.Contains(group.First().When.Path) && IsTotal([.. group]))
            .GroupBy(group => group.First().Then.Path, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Who is to be asked, and the test as one of that fact.</summary>
    /// <param name="leaf">The test.</param>
    /// <param name="use">The number of the use.</param>
    public (OpenFact Owner, Leaf Test) Of(Leaf leaf, int use)
    {
        if (leaf is not Test test)
        {
            return (Open(leaf.Fact, use), leaf);
        }

        var stated = _facts[use].Stated[leaf.Fact.Slot];
        if (stated?.ImpliedBy is { } origin)
        {
            return (Open(origin.Fact, use), test with { Fact = origin.Fact });
        }

        if (stated is null && _sources.TryGetValue(leaf.Fact.Path, out var implications) && _facts[use].Stated[implications[0].When.Slot] is null)
        {
            var source = implications[0].When;
            return (Open(source, use), implications[0].Value is null ? test with { Fact = source } : Translated(test, source, implications));
        }

        return (Open(leaf.Fact, use), leaf);
    }

    /// <summary>What is stated of an open fact without being exact enough, or null.</summary>
    /// <param name="fact">The fact.</param>
    public Value? Stated(OpenFact fact) => _facts[fact.Use is null ? 0 : _assessment.Manifest.Uses.IndexOf(fact.Use)].Known.ValueOf(fact.Fact);

    private OpenFact Open(FactDeclaration fact, int use) => new(fact, fact.IsOfUse ? _assessment.Manifest.Uses[use] : null);

    private static bool IsTotal(ImmutableArray<Implication> implications) =>
        (implications[0].Value is null && implications[0].Values.IsEmpty)
        || (implications[0].When.Type == FactType.Choice && implications[0].When.Values.All(value => implications.Any(implication => implication.Value is not null && implication.From(new TextValue(value.Value)) is not null)));

    private Test Translated(Test test, FactDeclaration source, ImmutableArray<Implication> implications)
    {
        var operand = _evaluator.Resolve(test.Operand);
        var holding = source.Values
            .Select(value => (Value)new TextValue(value.Value))
            .Where(value => implications.Select(implication => implication.From(value)).OfType<Value>().FirstOrDefault() is { } implied && _evaluator.Evaluate(test, new KnownFact(implied), operand) == Truth.True);
        return new(test.Location, source, TestOperator.OneOf, Operand.Constant([.. holding]));
    }
}
